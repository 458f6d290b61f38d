"""Valid HTML: what a strict parser, and a reader of the standard, would object to.

html5lib follows the standard's parsing rules, so it sees broken nesting, unknown entities and
stray tags. It does not know which attributes and children an element may have; the checks after it
know the ones that matter here, and `helpcenter.site.gate` lists all elements and attributes in use.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from itertools import pairwise

import pytest

from browser.kinds import build_odd_site
from built import Built, Tag

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import html5lib

LABELLED = {"input", "select", "textarea"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
HAN = re.compile(r"[\u4e00-\u9fff]{2}")
LATIN = re.compile(r"(?:[A-Za-z']+ ){4}")
"""A sentence, not a name."""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return Built(build_odd_site(tmp_path_factory.mktemp("odd")))


@pytest.fixture(scope="module", params=["this repository", "odd"])
def site(request: pytest.FixtureRequest, built: Built, odd: Built) -> Built:
    return odd if request.param == "odd" else built


def shown(site: Built, name: str) -> list[Tag]:
    """The tags of a page but for those in templates."""
    return [tag for tag in site.html(name).tags if not tag.spare]


def test_a_strict_parser_has_no_objection(site: Built) -> None:
    # Slow: one page of every folder speaks for the others, which come from the same templates.
    names = {name.rpartition("/")[0].rpartition("/")[0]: name for name in site.pages()}
    for name in [*names.values(), "404.html", "index.html"]:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse((site.folder / name).read_text("utf-8"))
        faults = [(line, kind, detail) for (line, _), kind, detail in parser.errors]
        assert faults == [], name


def test_ids_are_unique_and_what_points_to_them_finds_them(site: Built) -> None:
    for name in site.pages():
        tags = shown(site, name)
        ids = Counter(tag.attributes["id"] for tag in tags if "id" in tag.attributes)
        assert [one for one, count in ids.items() if count > 1] == [], name
        for tag in tags:
            for key in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
                for one in tag.attributes.get(key, "").split():
                    assert one in ids, (name, key, one)


def test_every_field_has_a_label_and_every_button_a_name(site: Built) -> None:
    for name in site.pages():
        tags = shown(site, name)
        labels = {tag.attributes.get("for") for tag in tags if tag.name == "label"}
        for tag in tags:
            if tag.name in LABELLED:
                assert tag.labelled or tag.attributes.get("id") in labels, (name, tag)
            if tag.name in ("a", "button") and not tag.hidden:
                assert tag.text.strip() or tag.attributes.get("aria-label"), (name, tag)


def test_headings_go_down_one_level_at_a_time(site: Built) -> None:
    for name in site.pages():
        levels = [HEADINGS[tag.name] for tag in shown(site, name) if tag.name in HEADINGS]
        assert levels.count(1) == (1 if levels else 0), name
        assert all(after <= before + 1 for before, after in pairwise(levels)), name
        for tag in shown(site, name):
            assert tag.name not in HEADINGS or tag.text.strip(), name


def test_landmarks_of_a_kind_are_told_apart(site: Built) -> None:
    for name in site.pages():
        for kind in ("nav", "aside"):
            said = [
                tag.attributes.get("aria-label") or tag.attributes.get("aria-labelledby")
                for tag in shown(site, name)
                if tag.name == kind
            ]
            assert None not in said, (name, kind)
            assert len(set(said)) == len(said), (name, kind)
        assert len([tag for tag in shown(site, name) if tag.name == "main"]) <= 1, name


def test_what_stands_in_another_language_says_so(site: Built) -> None:
    seen = 0
    for name in site.pages():
        html = site.html(name)
        # The title of a window cannot say that it is in two languages.
        title = html.one("title").text.strip()
        for lang, text in html.spoken:
            if text == title:
                continue
            words = HAN if lang.startswith("en") else LATIN
            assert not words.search(text), (name, text)
            seen += 1
    assert seen > 300


def test_every_page_says_what_it_is(site: Built) -> None:
    for name in site.pages():
        html = site.html(name)
        if html.all("meta", http_equiv="refresh"):
            continue
        assert html.one("html").attributes["lang"], name
        assert html.one("title").text.strip(), name
        names = [tag.attributes.get("name") for tag in html.all("meta")]
        assert {"viewport", "referrer", "color-scheme"} <= set(names), name
        assert html.tags[2].attributes == {"charset": "utf-8"}, name


def test_every_form_can_be_sent_and_every_link_leads_somewhere(site: Built) -> None:
    for name in site.pages():
        text = (site.folder / name).read_text("utf-8")
        assert text.startswith("<!DOCTYPE html>\n"), name
        for form in re.findall(r"<form\b.*?</form>", text, re.DOTALL):
            assert form.count('type="submit"') == 1, name
        tags = site.html(name).tags
        # In templates too: what scripts put on a page is never empty.
        for tag in tags:
            if tag.name in ("a", "button"):
                assert tag.text.strip() or tag.attributes.get("aria-label"), (name, tag)
            if tag.name == "a":
                assert tag.attributes.get("href"), (name, tag)
