"""What a project carries beside its articles: settings, words, templates, scripts, pictures.

All of it is published or decides what is. A number slipped into a template stands on every page.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from helpcenter.content.center import Center
from helpcenter.content.file import Files
from helpcenter.content.settings import FILE
from helpcenter.finding import Fault
from helpcenter.store import NOTHING, Store, digest, fingerprint, packed, unpacked

RULE = "planted-contact"
MOST = 1_000_000
"""Bytes of a file."""
SHARED = (".yml", ".yaml", ".html", ".htm", ".xml", ".md", ".txt", ".svg", ".js", ".css")
"""What is read of the folder that all pages share, by ending."""
IN_DOCS = (".svg", ".md")
"""What is read of the articles' folder beside the articles' text."""
TOO_LARGE = {
    "en": "This file is larger than 1 MB, too large to be searched for contacts. Make it smaller.",
    "zh": "这个文件超过 1 MB，没法检查里面有没有联系方式。把它改小。",
}


def planted(center: Center, store: Store = NOTHING) -> Iterator[Fault]:
    """What the rules about contacts find beside the articles, in the words of those rules.

    What they said of files for which nothing changed comes from `store`.
    """
    settings = center.settings
    states = center.contacts.states(center.today)
    trusted = (center.contacts, states, settings.site_url, settings.edit_url)
    around = digest(fingerprint(), repr(trusted))

    def found(about: tuple[bytes | str, ...], look: Callable[[], Iterable[Fault]]) -> list[Fault]:
        key = digest(around, *about)
        kept = store.get(key)
        if kept is None:
            kept = packed(list(look()))
            store.put(key, kept)
        faults: list[Fault] = unpacked(kept)
        return faults

    for name, data, article in _files(center):
        if data is None:
            yield Fault(RULE, name, 1, {"rule": "too-large", **TOO_LARGE})
        else:
            yield from found((name, data), partial(_in_file, center, name, data, article))
    pictures = sorted(file for file in center.files if not file.endswith(".md"))
    yield from found(("pictures", *pictures), partial(_in_names, center, pictures))


def _in_file(center: Center, name: str, data: bytes, article: bool) -> Iterator[Fault]:
    from helpcenter.contacts import beside  # loaded only where something is new

    return beside.in_file(center, name, data, article)


def _in_names(center: Center, pictures: Sequence[str]) -> Iterator[Fault]:
    from helpcenter.contacts import beside

    return beside.in_names(center, pictures)


def _files(center: Center) -> Iterator[tuple[str, bytes | None, bool]]:
    """Name and content (none if it is too large) of each file beside the articles, and of each
    article with something that its readers do not see; whether it is in the articles' folder."""
    settings = center.settings
    plain = {page.file for page in center.pages if not page.hidden}
    names = [(FILE, False)]
    for folder, endings, article in (
        (settings.overrides_dir, SHARED, False),
        (settings.docs_dir, IN_DOCS, True),
    ):
        start = os.fspath(settings.root / folder)
        names += sorted(
            (f"{folder}{place.removeprefix(start)}/{file}".replace(os.sep, "/"), article)
            for place, _, some in os.walk(start)
            for file in some
            if file.lower().endswith(endings)
        )
    files = Files(settings.root)
    for name, article in names:
        if article and name in plain:
            continue
        data = files.read(name, MOST)
        if not isinstance(data, Fault):
            yield name, data, article
        elif data.name == "too-large":
            yield name, None, article
