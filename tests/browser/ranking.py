"""Expected queries, asked in a page of any edition and any browser, and in the terminal."""

from __future__ import annotations

from collections import Counter
from typing import Any

from helpcenter.content.center import Center
from helpcenter.content.words import read_words
from helpcenter.search.engine import Engine
from helpcenter.search.queries import read_queries

MOST = 8
"""How many hits of a query are compared."""
LEAST = 60
"""How many queries of each language."""
SHOWN = "hits.map((hit) => [hit.locale, hit.address, hit.title])"
LOADED = """async () => {
  const names = ["text", "plan", "rank", "meant", "hits", "ask", "load"];
  for (const name of names) await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "assets/scripts/search-" + name + ".js";
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  helpcenterSearch.from("assets/search/");
}"""
"""On a home page: what opening the dialog loads."""
RANK = f"""async (asked, most) => {{
  const found = [];
  for (const [locale, query] of asked) {{
    const {{ hits }} = await helpcenterSearch.answer(locale, query, most, () => false);
    found.push({SHOWN});
  }}
  return found;
}}"""
RANK_AT_ONCE = f"""async (asked, most) => asked.map(([locale, query]) => {{
  const {{ hits }} = helpcenterSearch.ask(locale, query, most);
  return {SHOWN};
}})"""
"""In the one-file edition, which has its index with it."""

Hits = list[list[str]]


def asked(center: Center) -> list[tuple[str, str]]:
    """Language and text of every second expected query; enough in each language."""
    found = [(one.locale, one.text) for one in read_queries(center.settings)[0]][::2]
    counts = Counter(locale for locale, _ in found)
    assert min(counts[one.locale] for one in center.settings.languages) >= LEAST
    return found


def expected(center: Center) -> list[Hits]:
    """What the terminal answers, the web edition's addresses made plain."""
    engine = Engine(center, read_words(center.settings)[0])
    return [
        [
            [hit.locale, _plain(hit.address), hit.title]
            for hit in engine.answer(text, locale, most=MOST).hits
        ]
        for locale, text in asked(center)
    ]


def plain(answers: Any) -> list[Hits]:
    """What a page answered, its addresses the same in every edition."""
    return [[[locale, _plain(way), title] for locale, way, title in hits] for hits in answers]


def _plain(address: str) -> str:
    """The page an address means, and the step."""
    page, _, step = address.partition("#")
    page = page.removesuffix(".html").removesuffix("/")
    page = page.removesuffix("index").removesuffix("/")
    return f"{page}#{step}"
