"""What changed in the registry, from one version to the next, in plain words for a reviewer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from helpcenter.contacts.registry import Brand, Contact, Contacts

TRUSTED_FIELDS = (
    *("brand", "kind", "value", "country", "region", "audience", "source_kind", "path"),
    *("hours", "timezone", "cost", "expires_on", "purpose", "check", "languages"),
)
"""What readers rely on: changing one of these needs a newer source. The dates of a source and notes
about it may be put right without one."""
WORDS = ("purpose", "check")
"""May be said better without a newer source, as long as nobody vouches for the entry: they are
judged like any text."""
NAMES = {
    "brand": ("brand", "品牌"),
    "kind": ("kind", "种类"),
    "value": ("value", "内容"),
    "country": ("country", "国家"),
    "region": ("region", "地区"),
    "audience": ("audience", "对象"),
    "source_kind": ("kind of source", "来源类别"),
    "path": ("words", "文字"),
    "hours": ("hours", "时间"),
    "timezone": ("time zone", "时区"),
    "cost": ("cost", "费用"),
    "expires_on": ("last day", "到期日"),
    "purpose": ("purpose", "用途"),
    "check": ("way to check", "核对办法"),
    "languages": ("languages", "语言"),
    "source_url": ("source", "来源网址"),
    "source_note": ("note on the source", "来源说明"),
    "source_seen": ("day the source was seen", "看到来源的日期"),
    "source_dated": ("day the source bears", "来源自己的日期"),
    "verified_on": ("day of verification", "核实日期"),
    "verified_by": ("who verified it", "核实人"),
    "replaces": ("replaced values", "替换的旧内容"),
}


BRAND_NAMES = {
    "names": ("names", "名称"),
    "owner": ("owner", "所有者"),
    "also": ("other names", "别称"),
    "domains": ("own websites", "自己的网站"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that is not what it was."""

    id: str
    line: int
    """In the new registry; 1 if the entry is gone."""
    en: str
    """Old → new, a sentence."""
    zh: str
    proven: bool
    """Whether a newer source stands beside what changed, or nothing that readers rely on did."""


def changes(before: Contacts, after: Contacts) -> Iterator[Change]:
    """Every brand and entry that was added, taken out or changed."""
    yield from _brands(before, after)
    old = {_moved(one, before, after): one for one in before.entries}
    for one in after.entries:
        if one.id not in old:
            yield Change(
                one.id,
                one.line,
                f"“{one.id}” is new: {_said(one)}.",
                f"“{one.id}”是新的：{_said(one)}。",
                _adds_proof(one, before),
            )
        elif found := _changed(old[one.id], one):
            yield found
    for id, one in old.items():
        if id not in after.by_id:
            gone = f"{one.shown}"
            yield Change(
                id, 1, f"“{id}” is gone; it was {gone}.", f"“{id}”删掉了，原来是 {gone}。", True
            )


def _brands(before: Contacts, after: Contacts) -> Iterator[Change]:
    """Brands whose names or own hosts are not what they were: they decide whom readers believe."""
    old = {one.id: one for one in before.brands}
    for one in after.brands:
        was = old.get(one.id)
        if was is None:
            continue
        pairs = [
            (_brand_text(was, name), _brand_text(one, name), names)
            for name, names in BRAND_NAMES.items()
            if _brand_text(was, name) != _brand_text(one, name)
        ]
        if not pairs:
            continue
        en = "; ".join(f"{names[0]} {told or '-'} → {tells or '-'}" for told, tells, names in pairs)
        zh = "；".join(f"{names[1]} {told or '-'} → {tells or '-'}" for told, tells, names in pairs)
        yield Change(
            one.id,
            one.line,
            f"The brand “{one.id}” was changed: {en}.",
            f"品牌“{one.id}”改了：{zh}。",
            set(was.domains) >= set(one.domains) or _looked_again(one.id, before, after),
        )


def _brand_text(brand: Brand, name: str) -> str:
    value = getattr(brand, name)
    return ", ".join(value) if isinstance(value, tuple) else " / ".join(value.values())


def _looked_again(brand: str, before: Contacts, after: Contacts) -> bool:
    """Whether one of the brand's sources was seen after all that were known."""
    known = [one.source_seen for one in before.entries if one.brand.id == brand]
    now = [one.source_seen for one in after.entries if one.brand.id == brand]
    return not known or max(now, default=min(known)) > max(known)


def _moved(one: Contact, before: Contacts, after: Contacts) -> str:
    """An entry under a new name is the same entry: a new name is no way around a newer source."""
    if one.id in after.by_id:
        return one.id
    for other in after.entries:
        same = (other.brand.id, other.kind, other.region, other.audience)
        mine = (one.brand.id, one.kind, one.region, one.audience)
        if other.id not in before.by_id and same == mine:
            return other.id
    return one.id


def _adds_proof(one: Contact, before: Contacts) -> bool:
    """Whether a new entry stands on something seen after all that was there before."""
    rivals = [
        other
        for other in before.entries
        if (other.brand.id, other.kind, other.region) == (one.brand.id, one.kind, one.region)
        and other.value != one.value
    ]
    return all(one.source_seen > other.source_seen for other in rivals)


def _changed(old: Contact, new: Contact) -> Change | None:
    named = [field.name for field in fields(Contact) if field.name not in ("line", "id")]
    different = [name for name in named if _text(old, name) != _text(new, name)]
    if not different:
        return None
    pieces = [(_text(old, name) or "-", _text(new, name) or "-", name) for name in different]
    en = "; ".join(f"{NAMES[name][0]} {was} → {now}" for was, now, name in pieces)
    zh = "；".join(f"{NAMES[name][1]} {was} → {now}" for was, now, name in pieces)
    free = WORDS if old.verified_on is None and new.verified_on is None else ()
    relied = any(name in TRUSTED_FIELDS and name not in free for name in different) or (
        old.verified_on is None and new.verified_on is not None
    )
    return Change(
        new.id,
        new.line,
        f"“{new.id}” was changed: {en}.",
        f"“{new.id}”改了：{zh}。",
        not relied or _newer(old, new),
    )


def _newer(old: Contact, new: Contact) -> bool:
    """Whether the new entry was seen later, and, if it claims a person, by one later."""
    if new.source_seen <= old.source_seen:
        return False
    if new.verified_on is None:
        return True
    return old.verified_on is None or new.verified_on > old.verified_on


def _text(one: Contact, name: str) -> str:
    if name == "brand":
        return one.brand.id
    value = getattr(one, name)
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, str):
        return value
    return " / ".join(value.values()) if hasattr(value, "values") else str(value)


def _said(one: Contact) -> str:
    return f"{one.brand.id}, {one.kind}, {one.value}, {one.source_kind}, {one.source_seen}"
