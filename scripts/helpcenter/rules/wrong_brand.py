"""A right number stands beside the wrong name.

A real hotline is no help, and no proof, for another brand; a merchants' line does not serve
consumers. Forgers also borrow real numbers to make the rest believable.

Wrong:

    支付宝客服：95017。

Right:

    contacts: [alipay-phone]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.contacts.hosts import WEB, address_of, hosts_in
from helpcenter.contacts.naming import clause, named, sentence
from helpcenter.contacts.passage import Carried, Passage
from helpcenter.contacts.phones import phones_in
from helpcenter.contacts.registry import PUBLIC, Brand, Contact
from helpcenter.contacts.trust import Trust
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR
MERCHANT = re.compile(r"商家|商户|商戶|店家|卖家|收款方|merchant|seller|business", re.IGNORECASE)
OFFERS = re.compile(
    r"客服|热线|电话|专线|官方|服务号|人工|官网|网站|拨|打|联系|support|hotline|helpline|service"
    r"|number|line"
    r"|official|call|phone|site|contact",
    re.IGNORECASE,
)


def check(center: Center) -> Iterator[Note]:
    """Wrong names in the articles."""
    for page in center.pages:
        yield from look(page.carried, center.trust)


def look(carried: Carried, trust: Trust) -> Iterator[Note]:
    """Wrong names in one file."""
    for passage, spot in carried.spots(phones_in):
        known = trust.phones(spot.digits)
        yield from _judge(carried, passage, spot.begin, spot.end, spot.shown, known, trust)
    for passage, host in carried.spots(hosts_in):
        known = trust.hosts(host.host)
        yield from _judge(carried, passage, host.begin, host.end, host.shown, known, trust)
    for pointer in carried.pointers:
        address = address_of(pointer.target)
        known = trust.hosts(address.host) if address.scheme in WEB else ()
        if not known:
            continue
        said = [brand for _, brand in named(f"{pointer.text} {pointer.title}", trust.brands)]
        wrong = [brand for brand in said if brand not in _brands(known)]
        if wrong and not any(brand in _brands(known) for brand in said):
            yield _note(carried.file, pointer.line, address.host, known, wrong[0])


def _brands(known: tuple[Contact, ...]) -> set[Brand]:
    return {one.brand for one in known}


def _judge(
    carried: Carried,
    passage: Passage,
    begin: int,
    end: int,
    shown: str,
    known: tuple[Contact, ...],
    trust: Trust,
) -> Iterator[Note]:
    if not known:
        return
    line = passage.line(begin)
    right = _brands(known)
    public = all(one.audience == PUBLIC for one in known)
    if wrong := _wrong_name(carried, passage, begin, end, right, public, trust):
        yield _note(carried.file, line, shown, known, wrong)
    elif all(one.audience == "merchant" for one in known if one.kind == "phone") and not (
        known[0].kind != "phone" or MERCHANT.search(passage.text + passage.heading + carried.title)
    ):
        yield Note(
            carried.file,
            line,
            en=f"“{shown}” is for merchants, and this sentence does not say so. "
            "Write who may call it, or take it out.",
            zh=f"“{shown}”是给商户用的，这句话没有说明。写清楚谁可以打，或者删掉。",
        )


def _wrong_name(
    carried: Carried,
    passage: Passage,
    begin: int,
    end: int,
    right: set[Brand],
    public: bool,
    trust: Trust,
) -> Brand | None:
    """The brand that the text says the contact belongs to, if it is not its own."""
    # The contact itself may hold its owner's name.
    text = passage.text[:begin] + "_" * (end - begin) + passage.text[end:]
    part, start = clause(text, begin, end)
    inside = list(named(part, trust.brands))
    if inside:
        own = [place for place, brand in inside if brand in right]
        wrong = [(place, brand) for place, brand in inside if brand not in right]
        if own:
            return None
        before = [(place, brand) for place, brand in wrong if place < begin - start]
        place, brand = before[-1] if before else wrong[0]
        low, high = sorted((place, begin - start))
        return brand if not public or OFFERS.search(part[low:high]) else None
    if public:
        return None
    whole = sentence(text, begin, end)
    for scope in (whole, text, passage.heading, carried.title):
        said = [brand for _, brand in named(scope, trust.brands)]
        if said:
            return None if any(brand in right for brand in said) else said[0]
    return None


def _note(file: str, line: int, shown: str, known: tuple[Contact, ...], wrong: Brand) -> Note:
    brand = known[0].brand
    names = [_name(one, lang) for one in (brand, wrong) for lang in ("en", "zh")]
    return Note(
        file,
        line,
        en=f"“{shown}” belongs to {names[0]}, but the text gives it to {names[2]}. "
        "Name the right brand, or take it out.",
        zh=f"“{shown}”是{names[1]}的，文中却写成{names[3]}的。改成正确的品牌，或者删掉。",
    )


def _name(brand: Brand, locale: str) -> str:
    return brand.names.get(locale) or next(iter(brand.names.values()))
