"""What templates get: the twin of an article, the words a list item opens with, the way out."""

from __future__ import annotations

from pathlib import Path

from helpcenter.checking.check import check
from helpcenter.content.center import read_center
from helpcenter.site.edition import edition_of
from helpcenter.site.view import View
from small_site import STEPS_EN, STEPS_ZH, article, write_site


def view(root: Path, locale: str, path: str, changes: dict[str, str | bytes | None]) -> View:
    checked = check(read_center(write_site(root, changes)))
    return View(edition_of(checked.center, checked.words), locale, path)


def test_a_twin_keeps_its_links_in_its_own_language(tmp_path: Path) -> None:
    link = "3. **{}** [{}](index.md#steps) {{#more}}\n"
    changes: dict[str, str | bytes | None] = {
        "docs/zh/payments/refund.md": article("怎样退款？", STEPS_ZH + link.format("看。", "付款")),
        "docs/en/payments/refund.md": article("Refund?", STEPS_EN + link.format("See.", "Pay")),
    }
    page = view(tmp_path, "zh", "payments/refund", changes)
    [twin] = page.twins
    assert (twin.name, twin.lang, twin.title) == ("English", "en", "Refund?")
    assert 'href="../#steps"' in page.sections[0].html
    assert 'href="../../en/payments/#steps"' in twin.sections[0].html


def test_a_page_in_one_language_has_no_twin(tmp_path: Path) -> None:
    page = view(tmp_path, "en", "payments/refund", {"docs/en/payments/refund.md": None})
    assert page.twins == ()


def test_only_bold_words_that_open_an_item_are_its_lead(tmp_path: Path) -> None:
    text = STEPS_ZH + "3. 先问**再**付。 {#ask-first}\n"
    changes: dict[str, str | bytes | None] = {
        "docs/zh/payments/refund.md": article("怎样退款？", text)
    }
    page = view(tmp_path, "zh", "payments/refund", changes)
    assert page.sections[0].html.count('<strong class="lead">') == 2
    assert "<strong>再</strong>" in page.sections[0].html


def test_every_page_knows_what_the_home_page_says_about_the_site(tmp_path: Path) -> None:
    home = article("帮助", "找答案。\n\n## 关于本站 {#about}\n\n不是官方。\n", kind="home")
    page = view(tmp_path, "zh", "payments/refund", {"docs/zh/index.md": home})
    assert page.about is not None
    assert (page.about.id, page.about.title) == ("about", "关于本站")
    assert page.safety is None
