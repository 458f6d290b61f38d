"""The built site, read as its readers get it: nothing may enter by another door.

Templates, interface words, scripts' data and whatever a plugin adds are not in the articles; they
are in the files that are published. Every edition is judged, packed ones too, and with the pages
all that programs read: data, feeds, lists, scripts.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from helpcenter.contacts.data import json_strings, script_strings, style_strings
from helpcenter.contacts.document import read_data, read_document
from helpcenter.contacts.doors import look
from helpcenter.contacts.passage import Carried
from helpcenter.contacts.plain_text import read_text
from helpcenter.contacts.trust import Trust
from helpcenter.finding import Finding, Level, printable

READERS: Mapping[str, Callable[[str, str], Carried]] = {
    **dict.fromkeys((".html", ".htm", ".svg", ".xhtml"), read_document),
    ".xml": lambda text, file: read_document(text, file, separate=True),
    **dict.fromkeys(
        (".json", ".webmanifest"), lambda text, file: read_data(json_strings(text), file)
    ),
    **dict.fromkeys((".js", ".mjs"), lambda text, file: read_data(script_strings(text), file)),
    ".css": lambda text, file: read_data(style_strings(text), file),
    **dict.fromkeys((".md", ".txt"), read_text),
}
"""How each kind of file is read, by the end of its name."""
PACKED = (".zip",)
LARGEST = 100_000_000
"""Bytes of a file, unpacked."""


def check_site(site_dir: Path, trust: Trust) -> Iterator[Finding]:
    """What the rules about contacts find in the built files below `site_dir`."""
    for path in sorted(site_dir.rglob("*")):
        if path.is_file() and not path.is_symlink():
            name = f"{site_dir.name}/{path.relative_to(site_dir).as_posix()}"
            yield from check_file(path, name, trust)


def check_file(path: Path, name: str, trust: Trust) -> Iterator[Finding]:
    """What the rules find in one built file; `name` names it in the findings."""
    suffix = path.suffix.lower()
    if suffix not in READERS and suffix not in PACKED:
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield _unread(name, str(error))
        return
    yield from _unpacked(data, name, trust) if suffix in PACKED else _judged(data, name, trust)


def _unpacked(data: bytes, name: str, trust: Trust) -> Iterator[Finding]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as held:
            for one in held.infolist():
                inside = f"{name}/{one.filename}"
                if PurePosixPath(one.filename).suffix.lower() not in READERS:
                    continue
                if one.file_size > LARGEST:
                    yield _unread(inside, f"{one.file_size} bytes")
                else:
                    yield from _judged(held.read(one), inside, trust)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        yield _unread(name, str(error))


def _judged(data: bytes, name: str, trust: Trust) -> Iterator[Finding]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        yield _unread(name, str(error))
        return
    yield from look(READERS[PurePosixPath(name).suffix.lower()](text, printable(name)), trust)


def _unread(name: str, why: str) -> Finding:
    words = {
        "en": f"This file cannot be read ({why}). Build the site again.",
        "zh": f"这个文件读不出来（{why}）。重新生成网站。",
    }
    return Finding("unreadable-file", Level.ERROR, printable(name), 1, words)
