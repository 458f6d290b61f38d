"""The search index as the browser loads it: classic scripts, so that a folder opened from a disk
answers like a server, cut so that a query loads a few small files however large the site is.

Below `assets/search/`: `<locale>.js` (what every query needs), `tables-<digest>.js` (sounds and
Traditional script), `<locale>-t…` (terms, sorted by sound) and `<locale>-p…` (page records).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from helpcenter.content.address import Addresses
from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.content.words import Words
from helpcenter.search.entries import Entry
from helpcenter.search.index import Index
from helpcenter.search.readings import Readings
from helpcenter.search.weighing import FULL

FOLDER = "assets/search"
TERM_SHARD = 6_000
"""Bytes of terms and postings in a file of a large site, about; gzip makes it two thirds."""
BLOCK = 4
"""Page records in a file of a large site."""
SMALL = 128
"""Up to so many pages, all terms are one file and all records another: they pack better so."""
DIGITS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '"\\')
HALF = len(DIGITS) // 2
LEVELS = 4


def search_files(
    center: Center,
    words: Mapping[str, Words],
    addresses: Addresses,
    indexes: Mapping[str, Index],
) -> dict[str, str]:
    """Every file by its name below `FOLDER`. The same pages give the same bytes."""
    files: dict[str, str] = {}

    def put(locale: str, name: str, data: Any) -> str:
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        # Valid in JSON but line ends in old scripts.
        text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        digest = hashlib.sha256(text.encode()).hexdigest()[:8]
        full = f"{name}-{digest}"
        files[f"{full}.js"] = f'helpcenterSearch.add("{locale}","{full}",{text});\n'
        return full

    tables = ""
    for locale, index in indexes.items():
        tables = put("", "tables", _tables(index.readings))
        starts: list[str] = []
        shards: list[str] = []
        for start, text in _term_shards(index):
            starts.append(start)
            shards.append(put(locale, f"{locale}-t{len(shards)}", text))
        block = SMALL if len(index.entries) <= SMALL else BLOCK
        topics = list(dict.fromkeys(entry.page.topic for entry in index.entries))
        blocks = [
            put(
                locale,
                f"{locale}-p{number}",
                [_record(one, steps, locale, topics, addresses) for one, steps in some],
            )
            for number, some in enumerate(_blocks(index, block))
        ]
        manifest = {
            "locale": locale,
            "languages": {
                one.locale: {"lang": words[one.locale].lang, "name": one.name}
                for one in center.settings.languages
            },
            "prefixes": {one: "" if one == addresses.default else f"{one}/" for one in indexes},
            "tables": tables,
            "terms": {"starts": starts, "shards": shards},
            "blocks": blocks,
            "block": block,
            "priors": "".join(_prior(entry.page) for entry in index.entries),
            "topics": [_topic_name(center, locale, topic) for topic in topics],
            "synonyms": [list(group.phrases) for group in index.synonyms.groups],
            "ignored": [phrase for phrase, _ in index.synonyms.ignored],
            "codes": [phrase for phrase, _ in index.synonyms.codes],
        }
        text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
        files[f"{locale}.js"] = f'helpcenterSearch.add("{locale}","manifest",{text});\n'
    return files


def write_search(
    center: Center,
    words: Mapping[str, Words],
    site_dir: Path,
    addresses: Addresses,
    indexes: Mapping[str, Index],
) -> None:
    """Write the index of every language below `site_dir`, and remove what an older one left."""
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    files = search_files(center, words, addresses, indexes)
    for old in folder.glob("*.js"):
        if old.name not in files:
            old.unlink()
    for name, text in files.items():
        (folder / name).write_bytes(text.encode("utf-8"))


def _tables(readings: Readings) -> dict[str, str]:
    by_sound: dict[str, list[str]] = {}
    for rank in (0, 1, 2, 3):
        # A sign's readings must come in the same order as here.
        for sign, sounds in readings.sounds.items():
            if rank < len(sounds):
                by_sound.setdefault(sounds[rank], []).append(sign)
    return {
        "readings": "".join(sound + "".join(signs) for sound, signs in sorted(by_sound.items())),
        "simple": "".join(sign + one for sign, one in readings.simple.items()),
    }


def _term_shards(index: Index) -> Iterator[tuple[str, str]]:
    rows = []
    for term, some in index.rows.items():
        text = _encode(index.rarity(term), some)
        rows += [(key, term, text) for key in index.readings.keys(term)]
    rows.sort()
    size = sum(len(term.encode()) + len(text) for _, term, text in rows)
    count = 1 if len(index.entries) <= SMALL else max(1, round(size / TERM_SHARD))
    limit = size / count
    start, filled = "", 0
    held: list[tuple[str, str]] = []
    for key, term, text in rows:
        if filled >= limit:
            yield start, _joined(held)
            start, held, filled = key, [], 0
        held.append((term, text))
        filled += len(term.encode()) + len(text)
    yield start, _joined(held)


def _joined(held: list[tuple[str, str]]) -> str:
    """All terms, then all postings: side by side they would pack worse."""
    return " ".join([*(term for term, _ in held), *(text for _, text in held)])


def _encode(rarity: float, some: Sequence[int]) -> str:
    """How rare the term is, then page after page: how far on, and how strong."""
    found = [DIGITS[min(len(DIGITS) - 1, round(rarity * 5))]]
    before = -1
    for one in some:
        entry, strength = divmod(one, FULL)
        number = (entry - before - 1) * LEVELS + strength * LEVELS // FULL
        before = entry
        while number >= HALF:
            found.append(DIGITS[HALF + number % HALF])
            number //= HALF
        found.append(DIGITS[number])
    return "".join(found)


def _blocks(index: Index, size: int) -> Iterator[list[tuple[Entry, tuple[str, ...]]]]:
    rows = list(zip(index.entries, index.steps, strict=True))
    for place in range(0, len(rows), size):
        yield rows[place : place + size]


def _record(
    entry: Entry, steps: tuple[str, ...], locale: str, topics: list[str], addresses: Addresses
) -> list[Any]:
    page, meta = entry.page, entry.page.meta
    row: list[Any] = [
        addresses.page(locale, page.path),
        meta.title,
        meta.short,
        meta.description,
        topics.index(page.topic),
        "|".join(meta.keywords),
        list(steps),
        {twin.locale: [twin.meta.title] for twin in entry.twins},
    ]
    return row if page.locale == locale else [*row, page.locale]


def _prior(page: Page) -> str:
    if page.meta.kind == "topic":
        return "t"
    return "u" if page.meta.severity == "urgent" else "n"


def _topic_name(center: Center, locale: str, topic: str) -> str:
    page = center.shown(locale, f"{topic}/index")
    return page.meta.short if page else topic
