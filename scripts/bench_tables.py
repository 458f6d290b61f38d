"""What was measured of engines, as tables in Markdown; ratios are to stock Material."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from measured import Cost
from weighed import Weight

STOCK = "material"
MISSING = "–"


@dataclass
class Figures:
    """What was measured of one engine at one size."""

    engine: str
    pages: int
    runs: dict[str, Cost] = field(default_factory=dict)
    """The best run by what was built: `cold`, `same`, `edit`."""
    served: dict[str, float] = field(default_factory=dict)
    """Seconds from save to new text in the preview, by language."""
    weight: Weight | None = None

    def work(self, what: str) -> float | None:
        """Processor seconds that nothing could run beside."""
        return self.runs[what].longest if what in self.runs else None


def times(all_: Sequence[Figures]) -> str:
    """Seconds and memory of builds, and of a save until it is seen."""
    head = (
        "engine | cold s | CPU s | of it in a row s | x | nothing changed s | in a row | x "
        "| one edit s | in a row | x | served zh s | en s | peak MiB | together"
    )
    rows = []
    for one in all_:
        cells = []
        for what in ("cold", "same", "edit"):
            run = one.runs.get(what)
            cells.append(f"{run.wall:.2f}" if run else MISSING)
            if what == "cold":
                cells.append(f"{run.cpu:.2f}" if run else MISSING)
            cells.append(f"{run.longest:.2f}" if run else MISSING)
            cells.append(_ratio(_stock(all_, one.pages, what), one.work(what)))
        for locale in ("zh", "en"):
            cells.append(f"{one.served[locale]:.2f}" if locale in one.served else MISSING)
        largest = max((run.largest for run in one.runs.values()), default=0)
        together = max((run.together for run in one.runs.values()), default=0)
        cells += [_mebi(largest), _mebi(together)]
        rows.append([one.engine, *cells])
    return _table(head, rows)


def weights(all_: Sequence[Figures]) -> str:
    """Bytes on the disk and on the way."""
    head = (
        "engine | site MB | an article's HTML kB | largest page's HTML kB "
        "| first view kB, gzip | first Chinese search adds kB "
        "| kept for offline kB"
    )
    rows = []
    for one in all_:
        weight = one.weight
        if weight is None:
            continue
        kilo = (weight.article, weight.largest, weight.view, weight.search, weight.kept)
        cells = [MISSING if size is None else f"{size / 1000:.1f}" for size in kilo]
        rows.append([one.engine, f"{weight.site / 1e6:.1f}", *cells])
    return _table(head, rows) if rows else ""


def growth(all_: Sequence[Figures]) -> str:
    """How many times more each costs from one size to the next."""
    head = "engine | pages | cold | one edit | peak memory | site | largest page | first view"
    rows = []
    for name in dict.fromkeys(one.engine for one in all_):
        sizes = [one for one in all_ if one.engine == name]
        for less, more in pairwise(sizes):
            cells = [_ratio(part(more), part(less)) for part in PARTS]
            pages = f"{less.pages} → {more.pages} ({more.pages / less.pages:.1f} x)"
            rows.append([name, pages, *cells])
    return _table(head, rows)


PARTS: Sequence[Callable[[Figures], float | None]] = (
    lambda one: one.work("cold"),
    lambda one: one.work("edit"),
    lambda one: max((run.largest for run in one.runs.values()), default=None),
    lambda one: one.weight and one.weight.site,
    lambda one: one.weight and one.weight.largest,
    lambda one: one.weight and one.weight.view,
)


def _stock(all_: Sequence[Figures], pages: int, what: str) -> float | None:
    found = (one for one in all_ if one.engine == STOCK and one.pages == pages)
    stock = next(found, None)
    return stock.work(what) if stock else None


def _ratio(over: float | None, under: float | None) -> str:
    return f"{over / under:.2f}" if over and under else MISSING


def _mebi(size: int) -> str:
    return f"{size / 2**20:.0f}" if size else MISSING


def _table(head: str, rows: Sequence[Sequence[str]]) -> str:
    line = "|".join(["---", *["--:"] * head.count("|")])
    return "\n".join([f"| {head} |", f"|{line}|", *(f"| {' | '.join(row)} |" for row in rows)])
