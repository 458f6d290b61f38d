"""What a project carries beside its articles: settings, words, templates, scripts, pictures.

All of it is published or decides what is. A number slipped into a template stands on every page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import yaml

from helpcenter.contacts.data import Datum, script_strings, style_strings
from helpcenter.contacts.document import read_data, read_document
from helpcenter.contacts.doors import look
from helpcenter.contacts.hosts import address_of
from helpcenter.contacts.passage import Carried, Passage, Pointer
from helpcenter.contacts.plain_text import read_text
from helpcenter.contacts.registry import Contacts
from helpcenter.contacts.strangers import judged
from helpcenter.contacts.trust import Trust, trust_of
from helpcenter.content.center import Center
from helpcenter.content.file import read_file
from helpcenter.content.settings import FILE
from helpcenter.finding import Fault, Finding
from helpcenter.rules.unlisted_phone import may_call
from helpcenter.store import NOTHING, Store, digest, fingerprint, packed, unpacked

RULE = "planted-contact"
MOST = 1_000_000
"""Bytes of a file."""
DIGITS = 7
"""Fewest digits of a telephone number that is no short code."""
Reader = Callable[[str, str], Carried]
TOO_LARGE = {
    "en": "This file is larger than 1 MB, too large to be searched for contacts. Make it smaller.",
    "zh": "这个文件超过 1 MB，没法检查里面有没有联系方式。把它改小。",
}
TEMPLATE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
HIDDEN = re.compile(
    r"<!--(?P<comment>.*?)-->"
    r"|^[ \t]*\[[^\]\n]+\]:[ \t]*<?(?P<target>[^\s>]+)(?P<title>[^\n]*)",
    re.DOTALL | re.MULTILINE,
)


def planted(center: Center, store: Store = NOTHING) -> Iterator[Fault]:
    """What the rules about contacts find beside the articles, in the words of those rules.

    What they said of files for which nothing changed comes from `store`.
    """
    settings = center.settings
    trusted = (center.contacts, center.today, settings.site_url, settings.edit_url)
    around = digest(fingerprint(), repr(trusted))
    for name, data, read in _files(center):
        if read is read_hidden and data and b"<!--" not in data and b"]:" not in data:
            continue
        if data is None:
            yield Fault(RULE, name, 1, {"rule": "too-large", **TOO_LARGE})
            continue
        key = digest(around, name, data)
        kept = store.get(key)
        if kept is None:
            carried = read(data.decode("utf-8-sig", "replace"), name)
            if name == center.contacts.file:
                carried = _without_values(carried, center.contacts)
            if name == FILE:
                carried = _without_short_names(carried)
            kept = packed([_fault(found) for found in look(carried, center.trust)])
            store.put(key, kept)
        yield from unpacked(kept)
    for carried in _pictures(center):
        yield from map(_fault, look(carried, center.trust))
    yield from _own(center)


def _fault(found: Finding) -> Fault:
    detail = {"rule": found.rule, "en": found.text["en"], "zh": found.text["zh"]}
    return Fault(RULE, found.path, found.line, detail)


def _files(center: Center) -> Iterator[tuple[str, bytes | None, Reader]]:
    """Name, content (none if it is too large) and reader of each file beside the articles."""
    settings = center.settings
    names: list[tuple[str, Reader]] = [(FILE, read_yaml)]
    for folder, kinds in ((settings.overrides_dir, READERS), (settings.docs_dir, IN_DOCS)):
        names += (
            (path.relative_to(settings.root).as_posix(), kinds[path.suffix.lower()])
            for path in sorted((settings.root / folder).rglob("*"))
            if path.suffix.lower() in kinds and path.is_file()
        )
    for name, read in names:
        data = read_file(settings.root, name, MOST)
        if not isinstance(data, Fault):
            yield name, data, read
        elif data.name == "too-large":
            yield name, None, read


def _without_short_names(carried: Carried) -> Carried:
    """The settings without names of pages that hold fewer digits than a number one calls from
    anywhere: `fake-support-144.md` is a page, not a short code."""
    return replace(
        carried,
        passages=tuple(
            one
            for one in carried.passages
            if not one.text.endswith(".md") or sum(map(str.isdigit, one.text)) >= DIGITS
        ),
    )


def _without_values(carried: Carried, contacts: Contacts) -> Carried:
    """The words of the registry: names, purposes, notes. What it registers is no stranger to it."""
    known = {value for one in contacts.entries for value in (one.value, one.source_url)}
    known |= {value for one in contacts.entries for value in one.replaces}
    known |= {domain for brand in contacts.brands for domain in brand.domains}
    return replace(
        carried,
        passages=tuple(one for one in carried.passages if one.text not in known),
        pointers=tuple(one for one in carried.pointers if one.target not in known),
    )


def _pictures(center: Center) -> Iterator[Carried]:
    """The names of pictures, which their addresses show."""
    for image in sorted(center.files):
        if not image.endswith(".md") and may_call(image):
            name = re.sub("[-_./]", " ", image.rpartition(".")[0])
            yield Carried(image, "", (Passage(name, ((0, 1),)),), ())


def read_yaml(text: str, file: str) -> Carried:
    """Every key and value of a YAML file; comments are for editors alone."""
    data: list[Datum] = []
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.ScalarEvent) and event.value:
                data.append(Datum(event.value, _line_of(event)))
    except yaml.YAMLError:
        # What is wrong is told by whoever needs the file; what it says stands there all the same.
        return read_text(text, file)
    return read_data(data, file)


def read_hidden(text: str, file: str) -> Carried:
    """What comments and definitions nobody uses say: an article's Markdown is published as well."""
    passages: list[Passage] = []
    pointers: list[Pointer] = []
    for found in HIDDEN.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        said = found["comment"] or found["title"]
        if found["target"] and address_of(found["target"]).scheme:
            pointers.append(Pointer(found["target"], "", line))
        elif found["target"]:
            said = f"{found['target']} {said}"
        starts = (one.end() for one in re.finditer("\n", said))
        marks = ((place, line + number) for number, place in enumerate(starts, 1))
        passages.append(Passage(said, ((0, line), *marks)))
    return Carried(file, "", tuple(passages), tuple(pointers))


def _line_of(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def read_template(text: str, file: str) -> Carried:
    """What a template writes by itself, and the strings in its commands."""
    commands: list[Datum] = []
    for found in TEMPLATE.finditer(text):
        if not found[0].startswith("{#"):
            commands += script_strings(found[0], text.count("\n", 0, found.start()) + 1)
    plain = TEMPLATE.sub(lambda found: " " + "\n" * found[0].count("\n"), text)
    shown, told = read_document(plain, file), read_data(commands, file)
    return Carried(
        file, shown.title, shown.passages + told.passages, shown.pointers + told.pointers
    )


READERS: Mapping[str, Reader] = {
    **dict.fromkeys((".yml", ".yaml"), read_yaml),
    **dict.fromkeys((".html", ".htm", ".xml"), read_template),
    **dict.fromkeys((".md", ".txt"), read_text),
    ".svg": read_document,
    ".js": lambda text, file: read_data(script_strings(text), file),
    ".css": lambda text, file: read_data(style_strings(text), file),
}

IN_DOCS: Mapping[str, Reader] = {".svg": read_document, ".md": read_hidden}
"""What is read of the articles' folder beside the articles' text."""


def _own(center: Center) -> Iterator[Fault]:
    """The site's own addresses, which every page trusts, may not be somebody else's."""
    settings = center.settings
    nobody = trust_of(center.contacts, center.today, "", "")
    for url in (settings.site_url, settings.edit_url):
        host = address_of(url).host if url else ""
        found = judged(host, nobody) if host else None
        if found and found[0] in ("imitation", "shortener") and not _brands_own(host, nobody):
            detail = {
                "rule": "lookalike-host",
                "en": f"The site calls “{host}” its own, which imitates “{found[2] or host}”: "
                "every page would lead there. Write the site's real address.",
                "zh": f"网站把“{host}”当成自己的，它却模仿“{found[2] or host}”，"
                "每一页都会通向那里。写网站真正的网址。",
            }
            yield Fault(RULE, FILE, _line(center, url), detail)


def _brands_own(host: str, trust: Trust) -> bool:
    return any(brand.owns(host) for brand in trust.brands)


def _line(center: Center, url: str) -> int:
    data = read_file(center.settings.root, FILE)
    text = "" if isinstance(data, Fault) else data.decode("utf-8-sig", "replace")
    begin = url.partition("{")[0].rstrip("/")
    return text[: max(text.find(begin), 0)].count("\n") + 1
