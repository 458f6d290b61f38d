"""A link hides where it leads.

Its text shows one address and it leads to another; the real host stands behind an `@`, a number or
a port; a trusted site is used to pass the reader on; or the link runs code.

Wrong:

    [www.example.com](https://example.org/login)

Right:

    [Example's help](https://www.example.com/help)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from helpcenter.contacts.handles import emails_in
from helpcenter.contacts.hosts import WEB, Address, address_of, hosts_in, is_number
from helpcenter.contacts.passage import Carried, Pointer
from helpcenter.contacts.strangers import edits
from helpcenter.contacts.trust import Trust
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note
from helpcenter.rules.unlisted_email import written_to

LEVEL = Level.ERROR
CODE = ("javascript", "data", "vbscript", "blob", "file", "filesystem", "intent", "view-source")
"""Schemes that run or show something that comes from no site."""
PASSED_ON = re.compile(
    r"(?:https?:|=|[^:/\\]|^)[/\\]{2}(?P<host>[\w.-]+\.[a-z]{2,})"
    r"|=(?:https?:)?(?P<bare>www\.[\w.-]+)",
    re.I,
)


def check(center: Center) -> Iterator[Note]:
    """Disguised links in the articles."""
    for page in center.pages:
        yield from look(page.carried, center.trust)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Disguised links in one file."""
    for pointer in carried.pointers:
        for en, zh in _tricks(pointer, trust):
            yield Note(carried.file, pointer.line, en=en, zh=zh)


def _tricks(pointer: Pointer, trust: Trust) -> Iterator[tuple[str, str]]:
    address = address_of(pointer.target)
    target = pointer.target[:80]
    if address.scheme in CODE:
        yield (
            f"“{target}” runs code or shows made-up content instead of opening a page. Take it "
            f"out.",
            f"“{target}”会运行代码或显示伪造的内容，不是打开网页。删掉它。",
        )
    if address.scheme in WEB and not edits(address, pointer.target, trust):
        yield from _hidden_host(address, target, trust)
    shown = {
        spot.host.removeprefix("www.")
        for text in (pointer.text, pointer.title)
        for spot in hosts_in(text)
    }
    goal = address.host.removeprefix("www.")
    told = next((host for host in sorted(shown) if not _same(host, goal)), "")
    if told and not pointer.image:
        leads = goal or pointer.target
        yield (
            f"The link shows “{told}” and leads to “{leads}”. Make both the same, or write in "
            f"words "
            "what it leads to.",
            f"链接显示“{told}”，实际打开“{leads}”。让两者一致，或用文字说明它通向哪里。",
        )
    letters = written_to(pointer.target)
    mails = {spot.value for spot in emails_in(pointer.text)}
    if mails and not pointer.image and not mails <= set(letters):
        told = sorted(mails - set(letters))[0]
        leads = ", ".join(letters) or pointer.target
        yield (
            f"The link shows “{told}” and leads to “{leads}”. Make both the same.",
            f"链接显示“{told}”，实际通向“{leads}”。让两者一致。",
        )


def _hidden_host(address: Address, target: str, trust: Trust) -> Iterator[tuple[str, str]]:
    if address.user:
        yield (
            f"“{target}” leads to {address.host}; what stands before the @ only looks like a host. "
            "Take it out.",
            f"“{target}”实际打开 {address.host}，@ 前面的只是装成网址。删掉它。",
        )
    if is_number(address.host):
        yield (
            f"“{target}” names a machine by its number; readers cannot tell whose it is. "
            "Take it out.",
            f"“{target}”用数字代替网站名，读者看不出是谁的网站。删掉它。",
        )
    elif address.port and address.port != "443":
        yield (
            f"“{target}” leads to port {address.port}, not to the website itself. "
            "Take the port out.",
            f"“{target}”打开的是端口 {address.port}，不是网站本身。去掉端口。",
        )
    if not address.host.isdigit() and re.search(r"[\\\t\n]|\s", target.strip()):
        yield (
            f"“{target}” holds signs that browsers drop or change. Write the address plainly.",
            f"“{target}”里有浏览器会丢掉或改写的符号。把网址写成平常的样子。",
        )
    if trust.knows(address.host):
        rest = unquote(unquote(address.rest))
        for found in PASSED_ON.finditer(rest):
            host = (found["host"] or found["bare"]).lower()
            if not trust.knows(host):
                yield (
                    f"“{target}” uses {address.host} to pass the reader on to {host}. "
                    "Take out what follows the path.",
                    f"“{target}”借 {address.host} 跳到 {host}。删掉后面附带的网址。",
                )


def _same(shown: str, goal: str) -> bool:
    return bool(goal) and (shown == goal or goal.endswith(f".{shown}"))
