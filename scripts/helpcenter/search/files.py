"""The search index as the browser loads it: classic scripts, so that a folder opened from a disk
answers like a server, cut so that a query loads a few small files however large the site is.

Below `assets/search/`: `<locale>.js` (what every query needs), `tables-<digest>.js` (sounds and
Traditional script), `<locale>-t…` (terms, sorted by sound) and `<locale>-p…` (page records).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from helpcenter.content.address import Addresses
from helpcenter.content.center import Center
from helpcenter.content.page import Page
from helpcenter.content.words import Words
from helpcenter.search.entries import Entry
from helpcenter.search.index import SMALL, Index, prepare
from helpcenter.search.readings import Readings
from helpcenter.store import NOTHING, Store, digest, fingerprint, packed, unpacked

FOLDER = "assets/search"
BLOCK = 4
"""Page records in a file of a large site."""


class Old(Protocol):
    """A site that was built before."""

    def take(self, file: str, key: bytes, folder: Path) -> bool:
        """Put its `file` into `folder` if it has the content that `key` stands for."""

    def note(self, file: str, key: bytes) -> None:
        """Hear that `file` now has that content."""


def search_files(
    center: Center,
    words: Mapping[str, Words],
    addresses: Addresses,
    indexes: Mapping[str, Index],
) -> dict[str, str]:
    """Every file by its name below `FOLDER`. The same pages give the same bytes."""
    frame = _frame(center, words, addresses)
    files: dict[str, str] = {}
    for index in indexes.values():
        files |= _files_of(index, frame, addresses)
    return files


def write_search(
    center: Center,
    words: Mapping[str, Words],
    site_dir: Path,
    addresses: Addresses,
    indexes: Mapping[str, Index],
    store: Store = NOTHING,
    before: Old | None = None,
    processes: int | None = None,
) -> None:
    """Write the index of every language below `site_dir`, and remove what an older one left.

    Files that the site `before` has are taken from it; a language of which, according to `store`,
    it has all is not even made.
    """
    folder = site_dir / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    frame = _frame(center, words, addresses)
    done: set[str] = set()

    def take(name: str, key: bytes) -> bool:
        if name not in done and before and before.take(f"{FOLDER}/{name}", key, site_dir):
            done.add(name)
        return name in done

    todo: list[tuple[bytes, Index]] = []
    for index in indexes.values():
        key = digest(fingerprint(), index.key, repr((addresses, frame)))
        data = store.get(key) if before else None
        known: dict[str, bytes] = unpacked(data) if data is not None else {}
        if not known or not all(take(*one) for one in known.items()):
            todo.append((key, index))
    prepare((index for _, index in todo), processes)
    for key, index in todo:
        files = {
            name: text.encode("utf-8") for name, text in _files_of(index, frame, addresses).items()
        }
        keys = {name: digest(data) for name, data in files.items()}
        store.put(key, packed(keys))
        for name, data in files.items():
            if not take(name, keys[name]):
                (folder / name).write_bytes(data)
                done.add(name)
                if before:
                    before.note(f"{FOLDER}/{name}", keys[name])
    for old in folder.glob("*.js"):
        if old.name not in done:
            old.unlink()


def _frame(center: Center, words: Mapping[str, Words], addresses: Addresses) -> dict[str, Any]:
    """What the lists of all languages begin with."""
    languages = center.settings.languages
    return {
        "languages": {
            one.locale: {"lang": words[one.locale].lang, "name": one.name} for one in languages
        },
        "prefixes": {
            one.locale: "" if one.locale == addresses.default else f"{one.locale}/"
            for one in languages
        },
    }


def _files_of(index: Index, frame: Mapping[str, Any], addresses: Addresses) -> dict[str, str]:
    """Every file of one language."""
    locale = index.locale
    files: dict[str, str] = {}

    def put(locale: str, name: str, data: Any) -> str:
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        # Valid in JSON but line ends in old scripts.
        text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        full = f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
        files[f"{full}.js"] = f'helpcenterSearch.add("{locale}","{full}",{text});\n'
        return full

    tables = put("", "tables", _tables(index.readings))
    starts: list[str] = []
    shards: list[str] = []
    for start, text in index.parts.shards:
        starts.append(start)
        shards.append(put(locale, f"{locale}-t{len(shards)}", text))
    block = SMALL if len(index.entries) <= SMALL else BLOCK
    pages = {entry.page.path: entry.page for entry in index.entries}
    topics = list(dict.fromkeys(page.topic for page in pages.values()))
    records = [
        _record(entry, steps, locale, topics, addresses)
        for entry, steps in zip(index.entries, index.parts.steps, strict=True)
    ]
    blocks = [
        put(locale, f"{locale}-p{number}", records[place : place + block])
        for number, place in enumerate(range(0, len(records), block))
    ]
    manifest = {
        "locale": locale,
        **frame,
        "tables": tables,
        "terms": {"starts": starts, "shards": shards},
        "blocks": blocks,
        "block": block,
        "priors": "".join(_prior(page) for page in pages.values()),
        "topics": [_topic_name(pages.get(f"{topic}/index"), topic) for topic in topics],
        "synonyms": [list(group.phrases) for group in index.synonyms.groups],
        "ignored": [phrase for phrase, _ in index.synonyms.ignored],
        "codes": [phrase for phrase, _ in index.synonyms.codes],
    }
    text = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"))
    files[f"{locale}.js"] = f'helpcenterSearch.add("{locale}","manifest",{text});\n'
    return files


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


def _record(
    entry: Entry, steps: Sequence[str], locale: str, topics: list[str], addresses: Addresses
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


def _topic_name(index: Page | None, topic: str) -> str:
    return index.meta.short if index else topic
