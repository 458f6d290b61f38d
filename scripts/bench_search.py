"""Measure search beside Material's own, on the same pages, in the same browser, in one run.

    python scripts/bench_search.py                      recall on tests/queries
    python scripts/bench_search.py --queries DIR        recall on <locale>.yml files kept apart
    python scripts/bench_search.py --pages 100 1000     size and speed with pages made up from ours

Needs the development packages, Chromium or Chrome, and jieba 0.42.1 for Material's Chinese.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from helpcenter.checking.check import Checked
from helpcenter.content.center import read_center
from helpcenter.content.settings import Settings
from helpcenter.content.words import read_words
from helpcenter.search.queries import KINDS, Query, read_queries
from helpcenter.site.build import build_site
from made_up import made_up
from stock_site import ASK, stock_site

ROOT = Path(__file__).parent.parent
FLAGS = ("--no-sandbox", "--headless", "--disable-gpu")
TOP = 3
OURS = """async ([locale, queries]) => {
  const found = [];
  for (const query of queries) {
    const start = performance.now();
    const { hits } = await helpcenterSearch.answer(locale, query, 10, () => false);
    const taken = performance.now() - start;
    found.push([hits.map((hit) => hit.address.split("#")[0]), taken]);
  }
  return found;
}"""
KEYSTROKES = """async (queries) => {
  const input = document.querySelector("dialog[open] input");
  const list = document.querySelector("dialog[open] .search-hits");
  const times = [];
  for (const query of queries) {
    for (let size = 1; size <= query.length; size++) {
      const drawn = new Promise((resolve) => {
        const watch = new MutationObserver(() => { watch.disconnect(); resolve(true); });
        watch.observe(list, { childList: true });
        setTimeout(() => resolve(false), 300);
      });
      const start = performance.now();
      input.value = query.slice(0, size);
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      if (await drawn) times.push(performance.now() - start);
    }
  }
  return times;
}"""


def main() -> None:
    """Run what was asked for and print tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--queries", type=Path, help="folder with <locale>.yml")
    parser.add_argument("--pages", type=int, nargs="*", default=[], help="pages per language")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, _browser() as page:
        if options.pages:
            for number in options.pages:
                _cost(made_up(ROOT, Path(folder) / str(number), number), number, page)
        else:
            _recall(Path(folder), options.queries, page)


def _recall(folder: Path, queries_dir: Path | None, page: Page) -> None:
    settings = read_center(ROOT).settings
    queries, faults = _queries(settings, queries_dir, folder)
    assert not faults, faults
    ours, material = _both(ROOT, folder)
    print("| edition, way of asking | n | Material @1 | @3 | none | ours @1 | @3 | none |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for language in settings.languages:
        mine = [query for query in queries if query.locale == language.locale]
        prefix = "" if language.default else f"{language.locale}/"
        texts = [query.text for query in mine]
        with _served(material) as base:
            page.goto(base + prefix)
            theirs = [_paths(found, prefix) for found, _ in page.evaluate(ASK, [base, texts])]
        with _served(ours) as base:
            _open(page, base + prefix)
            own = [
                _paths(found, prefix) for found, _ in page.evaluate(OURS, [language.locale, texts])
            ]
        for kind in (*KINDS, "all"):
            rows = [n for n, query in enumerate(mine) if kind in (query.kind, "all")]
            if rows:
                cells = " | ".join(_rates(mine, found, rows) for found in (theirs, own))
                print(f"| {language.locale} {kind} | {len(rows)} | {cells} |")


def _queries(
    settings: Settings, queries_dir: Path | None, folder: Path
) -> tuple[Sequence[Query], list[Any]]:
    if queries_dir is None:
        return read_queries(settings)
    root = folder / "apart"
    shutil.copytree(queries_dir, root / "tests/queries")
    shutil.copy(ROOT / "mkdocs.yml", root)
    return read_queries(read_center(root).settings)


def _rates(queries: Sequence[Query], found: Sequence[list[str]], rows: Sequence[int]) -> str:
    places = [
        next((n for n, path in enumerate(found[row]) if path in queries[row].pages), 99)
        for row in rows
    ]
    first = sum(place == 0 for place in places) / len(rows)
    top = sum(place < TOP for place in places) / len(rows)
    return f"{first:.3f} | {top:.3f} | {sum(not found[row] for row in rows)}"


def _paths(addresses: Sequence[str], prefix: str) -> list[str]:
    """Pages of one edition by their paths, each once."""
    found = []
    for address in addresses:
        path = address.partition("#")[0].strip("/").removesuffix("index.html")
        if prefix and not f"{path}/".startswith(prefix):
            continue
        path = path.removeprefix(prefix.rstrip("/")).strip("/")
        found.append(path if "/" in path else f"{path}/index")
    return list(dict.fromkeys(found))


def _cost(root: Path, number: int, page: Page) -> None:
    ours, material = _both(root, root)
    print(f"\n{number} pages per language\n")
    print("| | Material | ours, whole | ours, first query | files |")
    print("|---|--:|--:|--:|--:|")
    index = (material / "search/search_index.json").read_bytes()
    whole = f"{len(gzip.compress(index)) / 1000:.0f} kB (all languages)"
    queries, _ = read_queries(read_center(ROOT).settings)
    speeds = []
    for locale in ("zh", "en"):
        texts = [query.text for query in queries if query.locale == locale]
        prefix = "" if locale == "zh" else "en/"
        own = sum(_packed(path) for path in (ours / "assets/search").glob(f"{locale}*.js"))
        first = []
        with _served(ours) as base:
            for text in texts[::9]:
                first.append(_loaded(page, base + prefix, locale, text, ours))
            _open(page, base + prefix)
            page.evaluate(OURS, [locale, texts])
            keys = page.evaluate(KEYSTROKES, texts[::8])
            engine = [taken for _, taken in page.evaluate(OURS, [locale, texts])]
        with _served(material) as base:
            page.goto(base + prefix)
            theirs = [taken for _, taken in page.evaluate(ASK, [base, texts])]
        middle = statistics.median(size for size, _ in first)
        files = statistics.median(count for _, count in first)
        print(
            f"| {locale} index, gzip | {whole} | {own / 1000:.1f} kB "
            f"| {middle / 1000:.1f} kB | {files:.0f} |"
        )
        speeds.append((locale, theirs, engine, keys))
    print("\n| | Material, answer ms | ours, answer ms | ours, keystroke to drawn results ms |")
    print("|---|--:|--:|--:|")
    for locale, *times in speeds:
        print(f"| {locale} median / p95 | " + " | ".join(map(_times, times)) + " |")


def _loaded(page: Page, address: str, locale: str, text: str, site: Path) -> tuple[int, int]:
    """Bytes, packed, and files of the index that a reader's first query loads."""
    seen: list[str] = []

    def hear(request: Any) -> None:
        seen.append(request.url)

    page.on("request", hear)
    _open(page, address)
    page.evaluate(OURS, [locale, [text]])
    page.remove_listener("request", hear)
    files = [url.rpartition("/assets/")[2] for url in seen if "/assets/search/" in url]
    return sum(_packed(site / "assets" / file) for file in files), len(files)


def _times(times: Sequence[float]) -> str:
    ordered = sorted(times)
    return f"{statistics.median(ordered):.1f} / {ordered[int(len(ordered) * 0.95)]:.1f}"


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def _both(root: Path, folder: Path) -> tuple[Path, Path]:
    """Our site and Material's of the same articles."""
    center = read_center(root)
    words, _ = read_words(center.settings)
    build_site(root, Checked(center, words, ()), folder / "ours")
    return folder / "ours", stock_site(root, folder / "material")


@contextmanager
def _browser() -> Iterator[Page]:
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=[*FLAGS])
        yield browser.new_page()
        browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def _open(page: Page, address: str) -> None:
    """Our page with its dialog open and the engine loaded, but no shard."""
    page.goto(address)
    page.locator("[data-search-open]").click()
    for _ in range(100):
        if page.evaluate("Boolean(globalThis.helpcenterSearch.answer)"):
            return
        page.wait_for_timeout(20)


if __name__ == "__main__":
    main()
