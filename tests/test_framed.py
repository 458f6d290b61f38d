"""What is made once for many pages is what would have been made for each."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from helpcenter.checking.check import Checked, check
from helpcenter.content.center import Center, read_center
from helpcenter.content.memory import Memory
from helpcenter.content.words import read_words
from helpcenter.site.build import BuildFailed, build_site
from helpcenter.site.edition import Edition, edition_of
from helpcenter.site.framed import framed
from helpcenter.site.render import page_jobs
from helpcenter.site.templates import environment
from helpcenter.site.view import View
from helpcenter.store import NOTHING
from small_site import STEPS_ZH, article, write_site

FRAME = """\
<!doctype html><title>{% block page_title %}{{ view.title|e }}{% endblock %}</title>
{% for one in view.main_topics %}<a href="{{ one.url }}">{{ view.current(one) }}</a>{% endfor %}
{% if view.safety %}{{ view.safety.html }}{% endif %}
{% block page_main %}{% endblock %}
"""
LAYOUT = """\
{% extends "frame.html" %}
{% block page_main %}{{ view.path }}{% endblock %}
"""
TEMPLATES: dict[str, str | bytes | None] = {
    "overrides/main.html": "{#- Any. -#}\n{%- extends view.layout -%}",
    "overrides/frame.html": FRAME,
    "overrides/404.html": "<!doctype html>",
    "overrides/sitemap.xml": "",
    **{f"overrides/layouts/{name}.html": LAYOUT for name in ("article", "topic", "home")},
}


def project(root: Path, changes: dict[str, str | bytes | None]) -> Checked:
    return check(read_center(write_site(root, {**TEMPLATES, **changes})))


def made(edition: Edition, templates: Environment) -> dict[tuple[str, str], str]:
    return {
        (job.locale, job.path): "".join(framed(View(edition, job.locale, job.path), templates))
        for job in page_jobs(edition)
    }


@pytest.mark.parametrize("directories", [True, False], ids=["web", "disk"])
def test_a_framed_page_is_the_page_that_jinja_makes(center: Center, directories: bool) -> None:
    words, _ = read_words(center.settings)
    edition = edition_of(center, words, directories=directories)
    templates = environment(center.settings)
    page = templates.get_template("main.html")
    for (locale, path), text in made(edition, templates).items():
        assert text == page.render(view=View(edition, locale, path)), (locale, path)
    assert len(edition.frames) < len(page_jobs(edition)) * 0.7


def test_a_page_has_looked_at_what_its_frame_is_made_from(center: Center) -> None:
    words, _ = read_words(center.settings)
    edition = edition_of(center, words)
    templates = environment(center.settings)
    memory = Memory(center, NOTHING, b"")

    def seen(path: str, shared: Edition) -> set[tuple[str, ...]]:
        sight = memory.sight()
        own = Edition(sight, words, shared.addresses, frames=shared.frames)
        framed(View(own, "zh", path), templates)
        return set(sight.seen)

    paths = [page.path for page in center.topics("zh")[0].pages]
    alone = {path: seen(path, edition_of(center, words)) for path in paths}
    assert {path: seen(path, edition) for path in paths} == alone
    assert ("topics", "zh") in alone[paths[0]]


def test_links_to_the_page_itself_are_its_own(tmp_path: Path) -> None:
    text = "找答案。\n\n## 安全 {#safety}\n\n看[这里](payments/refund.md#steps)。\n"
    changes: dict[str, str | bytes | None] = {
        "docs/zh/index.md": article("帮助", text, kind="home"),
        "docs/zh/payments/slow.md": article("很慢？", STEPS_ZH),
    }
    checked = project(tmp_path, changes)
    edition = edition_of(checked.center, checked.words)
    pages = made(edition, environment(checked.center.settings))
    assert 'href="#steps"' in pages["zh", "payments/refund"]
    assert 'href="../refund/#steps"' in pages["zh", "payments/slow"]
    assert '<a href="../">true</a>' in pages["zh", "payments/slow"]
    assert '<a href="./">page</a>' in pages["zh", "payments/index"]


def test_a_page_without_a_layout_needs_no_frame(tmp_path: Path) -> None:
    checked = project(tmp_path, {"overrides/main.html": "{{ view.path }} {{ view.title }}"})
    edition = edition_of(checked.center, checked.words)
    pages = made(edition, environment(checked.center.settings))
    assert pages["zh", "payments/refund"].startswith("payments/refund ")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "frame.html",
            "a\n{{ view.meta.title }}",
            "overrides/frame.html:2: 'helpcenter.site.frame.Frame object' has no attribute 'meta'",
        ),
        (
            "layouts/article.html",
            LAYOUT.replace("view.path", "1 / 0"),
            "overrides/layouts/article.html:2: division by zero",
        ),
        (
            "layouts/article.html",
            None,
            "There is no template layouts/article.html. 没有模板 layouts/article.html。",
        ),
    ],
    ids=["frame", "block", "missing"],
)
def test_what_a_template_cannot_do_is_told_with_its_place(
    name: str, text: str | None, said: str, tmp_path: Path
) -> None:
    checked = project(tmp_path / "one", {f"overrides/{name}": text})
    with pytest.raises(BuildFailed) as failed:
        build_site(tmp_path / "one", checked, tmp_path / "site", kind="web")
    assert str(failed.value).endswith(said)
