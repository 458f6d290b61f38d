"""What stands in one file beside the articles, and which contacts are found there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
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
from helpcenter.content.settings import FILE
from helpcenter.finding import Fault, Finding
from helpcenter.rules.unlisted_phone import may_call

RULE = "planted-contact"
DIGITS = 7
"""Fewest digits of a telephone number that is no short code."""
Reader = Callable[[str, str], Carried]
TEMPLATE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
HIDDEN = re.compile(
    r"<!--(?P<comment>.*?)-->"
    r"|^[ \t]*\[[^\]\n]+\]:[ \t]*<?(?P<target>[^\s>]+)(?P<title>[^\n]*)",
    re.DOTALL | re.MULTILINE,
)


def in_file(center: Center, name: str, data: bytes, article: bool) -> Iterator[Fault]:
    """What the rules about contacts find in the file `name`, in their own words.

    `article` says that it stands in the articles' folder.
    """
    text = data.decode("utf-8-sig", "replace")
    ending = f".{name.rpartition('.')[2].lower()}"
    carried = (IN_DOCS if article else READERS)[ending](text, name)
    if name == center.contacts.file:
        carried = _without_values(carried, center.contacts)
    if name == FILE:
        carried = _without_short_names(carried)
        yield from _own(center, text)
    yield from map(_fault, look(carried, center.trust))


def in_names(center: Center, pictures: Iterable[str]) -> Iterator[Fault]:
    """What they find in the names of pictures, which their addresses show."""
    for picture in filter(may_call, pictures):
        name = re.sub("[-_./]", " ", picture.rpartition(".")[0])
        carried = Carried(picture, "", (Passage(name, ((0, 1),)),), ())
        yield from map(_fault, look(carried, center.trust))


def _fault(found: Finding) -> Fault:
    detail = {"rule": found.rule, "en": found.text["en"], "zh": found.text["zh"]}
    return Fault(RULE, found.path, found.line, detail)


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


def _own(center: Center, text: str) -> Iterator[Fault]:
    """The site's own addresses, which every page trusts, may not be somebody else's.

    `text` is the settings as written.
    """
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
            yield Fault(RULE, FILE, _line(text, url), detail)


def _brands_own(host: str, trust: Trust) -> bool:
    return any(brand.owns(host) for brand in trust.brands)


def _line(text: str, url: str) -> int:
    begin = url.partition("{")[0].rstrip("/")
    return text[: max(text.find(begin), 0)].count("\n") + 1
