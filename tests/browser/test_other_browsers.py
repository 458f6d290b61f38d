"""Search in Firefox and WebKit, from a server and from a folder, ranks as in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from built import Built
from helpcenter.content.center import Center
from helpcenter.content.words import read_words
from helpcenter.search.engine import Engine
from helpcenter.search.queries import read_queries

from .conftest import Host
from .other import Driver, firefox, webkit

USE = """async (query) => {
  document.querySelector("[data-search-open]").click();
  const input = document.querySelector("dialog[open] input");
  input.value = query;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  for (let n = 0; n < 200 && !document.querySelector("dialog .search-hit"); n++) {
    await new Promise((next) => setTimeout(next, 50));
  }
  return [document.querySelector("dialog .search-question")?.textContent,
    document.activeElement === input];
}"""
RANK = """async (asked) => {
  const found = [];
  for (const [locale, query] of asked) {
    const answer = await helpcenterSearch.answer(locale, query, 10, () => false);
    found.push(answer.hits.map((hit) => hit.address));
  }
  return found;
}"""


@pytest.fixture(scope="module", params=[firefox, webkit], ids=["firefox", "webkit"])
def driver(request: pytest.FixtureRequest) -> Iterator[Driver]:
    with request.param() as driver:
        if driver is None:
            pytest.skip("not on this machine, or cannot be driven")
        yield driver


def test_search_ranks_as_in_the_terminal(
    driver: Driver, host: Host, built: Built, center: Center
) -> None:
    queries, _ = read_queries(center.settings)
    asked = [(query.locale, query.text) for query in queries]
    engine = Engine(center, read_words(center.settings)[0])
    expected = [[hit.address for hit in engine.answer(text, locale).hits] for locale, text in asked]
    for address in (host.url, (built.folder / "index.html").as_uri()):
        driver.open(address)
        assert driver.run(USE, "密码忘了") == ["忘了密码怎么办？", True]
        assert driver.run(RANK, asked) == expected
