"""Extensions that are found the short way are those that Markdown would find."""

from __future__ import annotations

import pytest
from markdown import Markdown

from helpcenter.content.extensions import SHORT, built
from helpcenter.content.markdown import Renderer


@pytest.mark.parametrize(
    "name", [*sorted(SHORT), "markdown.extensions.tables", "pymdownx.tabbed", "pymdownx.details"]
)
def test_the_short_way_leads_to_the_same_extension(name: str) -> None:
    found = built(name, {})
    assert type(found) is type(Markdown().build_extension(name, {}))


def test_what_is_not_known_or_not_there_is_left_to_markdown() -> None:
    assert built("callouts", {}) is None
    assert built("pymdownx.nothing", {}) is None
    refused = Renderer((("pymdownx.nothing", {}), ("tables", {"colour": "red"}))).refused
    assert [name for name, _ in refused] == ["pymdownx.nothing", "tables"]
