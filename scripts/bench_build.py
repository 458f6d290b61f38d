"""Measure building beside other generators, on the same articles, in one run.

    python scripts/bench_build.py                          250 pages a language
    python scripts/bench_build.py --pages 250 1000 3000    and how costs grow
    python scripts/bench_build.py --peers DIR              with the engines in the environment DIR
    python scripts/bench_build.py --engines ours hugo      only these

Nothing is installed: `--peers` takes an environment with any of mkdocs-material with
mkdocs-static-i18n and jieba, zensical, and hugo. Engines take turns, and of a turn the best run
counts. Linux only. Progress goes to standard error, tables in Markdown to standard output.
"""

from __future__ import annotations

import argparse
import os
import platform
import signal
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import reduce
from pathlib import Path

from bench_tables import Figures, growth, times, weights
from made_up import LOCALES, made_up, name
from measured import Cost, Failed, measure, serving, until
from peers import ENGINES, Engine, Peers
from weighed import BrowserError, browser, browser_there, loaded, weigh

ROOT = Path(__file__).parent.parent
PARTS = ("build", "serve", "weight")
FEW = 12
"""Pages of the project that every engine builds once before anything counts."""
SAVES = 3
SETTLE = 2.0
"""Seconds a preview is left alone before the next save."""
FREE_NAMES = 21_000
"""From here on, names that no page has."""


class Bench:
    """All engines over one project."""

    def __init__(self, corpus: Path, engines: Sequence[Engine], pages: int) -> None:
        self.engines = list(engines)
        self.figures = {one.name: Figures(one.name, pages) for one in engines}
        folder = corpus / "docs" / LOCALES[0]
        self.paths = sorted(
            path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.md")
        )
        questions = [path for path in self.paths if not path.endswith("index")]
        self.article = questions[len(questions) // 2]
        self.edits = 0

    def warm_up(self) -> None:
        """Build everything once: dictionaries and compiled code are there then."""
        for engine in tuple(self.engines):
            with self._spared(engine):
                self._run(engine, "cold")

    def build(self, options: argparse.Namespace) -> None:
        """Cold, with nothing changed, and after one edit: all engines in turn.

        The rounds of a turn follow each other, as an editor's builds do: after a minute of another
        engine's work, a project's files are no longer in memory.
        """
        for what in ("cold", "same", "edit"):
            for engine in tuple(self.engines):
                with self._spared(engine):
                    for _ in range(options.rounds):
                        self.edits += 1
                        if what == "cold":
                            engine.forget()
                        if what == "edit":
                            self.edit(engine, LOCALES[0])
                        self._run(engine, what)

    def _run(self, engine: Engine, what: str) -> None:
        runs = self.figures[engine.name].runs
        cost = reduce(Cost.then, map(measure, engine.builds))
        _tell(f"{engine.name} {what}: {cost.wall:.2f} s, CPU {cost.cpu:.2f} s")
        runs[what] = min(cost, runs.get(what, cost), key=lambda one: one.longest)

    def edit(self, engine: Engine, locale: str) -> str:
        """Put a new word behind the first paragraph of the article; returns the word."""
        word = name(FREE_NAMES + self.edits, locale)
        file = engine.articles[locale] / f"{self.article}.md"
        _, front, body = file.read_text("utf-8").split("---\n", 2)
        first, gap, rest = body.strip().partition("\n\n")
        end = f"{word}。" if locale == "zh" else f" {word}."
        # As editors do: written elsewhere, then put in its place.
        fresh = engine.folder / "edited.tmp"
        fresh.write_text(f"---\n{front}---\n\n{first}{end}{gap}{rest}\n", "utf-8", newline="\n")
        fresh.replace(file)
        return word

    def serve(self, options: argparse.Namespace) -> None:
        """From save to the new text in the preview, the middle of some saves."""
        for engine in tuple(self.engines):
            if engine.served:
                with self._spared(engine):
                    self._serve(engine)

    def _serve(self, engine: Engine) -> None:
        port = _free_port()
        at = f"http://127.0.0.1:{port}/"
        with serving(engine.serve(port), f"{at}{self.article}/"):
            for locale, folder in engine.served.items():
                taken = []
                for _ in range(SAVES):
                    time.sleep(SETTLE)
                    self.edits += 1
                    word = self.edit(engine, locale)
                    taken.append(until(f"{at}{folder}{self.article}/", word))
                self.figures[engine.name].served[locale] = statistics.median(taken)
                _tell(f"{engine.name} {locale}: seen {statistics.median(taken):.3f} s after a save")

    def weight(self, options: argparse.Namespace) -> None:
        """Bytes of what the last build left; with a browser, of what readers load."""
        folders = [path.removesuffix("index").rstrip("/") for path in self.paths]
        for engine in tuple(self.engines):
            if not engine.sites[LOCALES[0]].exists():
                self._run(engine, "cold")
            sites = [engine.sites[locale] for locale in LOCALES]
            self.figures[engine.name].weight = weigh(sites, folders, self.article)
        if not browser_there():
            _tell("There is no Chromium: first view and first search are not measured.")
            return
        with browser() as fresh:
            for engine in tuple(self.engines):
                with self._spared(engine):
                    figures, site = self.figures[engine.name], engine.sites[LOCALES[0]]
                    assert figures.weight
                    figures.weight = loaded(figures.weight, fresh, site, self.article, engine.name)

    @contextmanager
    def _spared(self, engine: Engine) -> Iterator[None]:
        """What one engine cannot do is told, and does not end the run."""
        try:
            yield
        except (Failed, BrowserError) as error:
            _tell(f"{engine.name} is left out from here on: {error}")
            self.engines.remove(engine)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what was asked for and print tables in Markdown."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, nargs="+", default=[250], help="a language")
    parser.add_argument("--rounds", type=int, default=2, help="builds of each kind (default: 2)")
    parser.add_argument("--peers", type=Path, help="an environment with other engines")
    parser.add_argument("--engines", nargs="+", choices=ENGINES, help="(default: all there are)")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, help="(default: all)")
    options = parser.parse_args(arguments)
    if not hasattr(os, "pidfd_open"):
        parser.error("processes can be measured on Linux only")
    # A terminal that is closed ends this too; what was started and written goes with it.
    signal.signal(signal.SIGTERM, _interrupt)
    found: list[Figures] = []
    print(f"{_machine()}\n")
    with tempfile.TemporaryDirectory(prefix="bench-build-") as place:
        _measured(FEW, options, Path(place), warm=True)
        for number in options.pages:
            figures = _measured(number, options, Path(place))
            print(f"### {number} pages x {len(LOCALES)} languages\n")
            for table in (times(figures), weights(figures)):
                print(table, end="\n\n", flush=True)
            found += figures
    if len(options.pages) > 1:
        print(f"### Growth\n\n{growth(found)}\n")
    _tell(f"load at the end: {_load()}")


def _measured(
    number: int, options: argparse.Namespace, place: Path, warm: bool = False
) -> Sequence[Figures]:
    """All figures at one size; only a first build of each engine for `warm`."""
    _tell(f"{number} pages a language{', to warm up' if warm else ''}")
    with tempfile.TemporaryDirectory(dir=place) as inner:
        folder = Path(inner)
        corpus = made_up(ROOT, folder / "corpus", number)
        peers = Peers(corpus, folder, options.peers, place)
        if warm:
            print(f"Installed: {peers.versions()}.\n")
        names = options.engines or [one for one, most in ENGINES.items() if number <= most]
        bench = Bench(corpus, peers.make(names), number)
        if warm:
            bench.warm_up()
        else:
            for part in PARTS:
                if part in options.parts:
                    getattr(bench, part)(options)
    return list(bench.figures.values())


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _machine() -> str:
    """Where and when this was measured."""
    cores = len(os.sched_getaffinity(0))
    return (
        f"{date.today()}, {cores} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, load {_load()} before it began"
    )


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
