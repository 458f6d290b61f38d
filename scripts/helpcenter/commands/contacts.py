"""`helpcenter contacts`: what the registry holds, what is due, and what was changed.

Without options it lists every entry with its state; `--due 30` only those that expire within 30
days, have expired or were never verified; `--changed main` compares with a Git revision.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from helpcenter.contacts.differences import Change, changes
from helpcenter.contacts.earlier import before
from helpcenter.contacts.reading import read_contacts
from helpcenter.contacts.registry import Contact, Contacts, State
from helpcenter.contacts.trust import this_day
from helpcenter.contacts.wording import lacking, wording
from helpcenter.content.settings import Settings, read_settings
from helpcenter.finding import Fault
from helpcenter.speech import Speech, no_project

CLEAN, FINDINGS, MISUSE = 0, 1, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument(
        "--due",
        type=_days,
        metavar="DAYS",
        help="only what expires within DAYS, or is not verified / 只列多少天内到期或没核实的",
    )
    parser.add_argument(
        "--changed",
        metavar="BASE",
        help="what changed since a Git revision, old → new / 与某个 Git 版本相比改了什么",
    )
    parser.add_argument("--json", action="store_true", help="for programs / 给程序用的 JSON")


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Run the command. 1 if something is due, changed without proof or wrong; else 0."""
    root: Path = options.root
    if not (root / "mkdocs.yml").is_file():
        _tell(no_project(root, speech))
        return MISUSE
    settings = read_settings(root)
    contacts, faults = read_contacts(settings)
    for fault in faults:
        _tell(f"{fault.path}:{fault.line}: {_fault_text(fault, speech)}")
    if options.changed is not None:
        code = _changed(options, speech, settings, contacts)
    else:
        code = _list(options, speech, contacts, this_day())
    broken = any(fault.name != "missing-contact-words" for fault in faults)
    return FINDINGS if broken and code == CLEAN else code


def _changed(
    options: argparse.Namespace, speech: Speech, settings: Settings, contacts: Contacts
) -> int:
    old = before(settings, contacts, options.changed)
    if old is None:
        _tell(
            speech(
                en=f"Git knows no revision “{options.changed}” here. Give one, such as `main` or "
                "`HEAD~1`.",
                zh=f"Git 在这里找不到版本“{options.changed}”。写一个存在的，"
                "例如 `main` 或 `HEAD~1`。",
            )
        )
        return MISUSE
    found = list(changes(old, contacts))
    if options.json:
        print(json.dumps([_change_data(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            proof = (
                speech(en="Its source is newer.", zh="来源也更新了。")
                if one.proven
                else speech(en="NO NEWER SOURCE.", zh="来源没有更新！")
            )
            print(f"{contacts.file}:{one.line}: {speech(en=one.en, zh=one.zh)} {proof}")
        _tell(speech(en=f"{len(found)} changed.", zh=f"改了 {len(found)} 条。"))
    return FINDINGS if any(not one.proven for one in found) else CLEAN


def _list(options: argparse.Namespace, speech: Speech, contacts: Contacts, today: dt.date) -> int:
    found: Iterable[Contact] = contacts.entries
    due = [one for one in contacts.entries if _due(one, today, options.due or 0)]
    if options.due is not None:
        found = sorted(due, key=lambda one: one.expires_on)
    if options.json:
        print(json.dumps([_data(one, today) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            print(f"{contacts.file}:{one.line}: {one.id}: {_state_text(one, today, speech)}")
        _tell(_count(contacts, today, due, options.due, speech))
    return FINDINGS if options.due is not None and due else CLEAN


def _due(one: Contact, today: dt.date, days: int) -> bool:
    return one.expires_on <= today + dt.timedelta(days=days)


def _state_text(one: Contact, today: dt.date, speech: Speech) -> str:
    left = (one.expires_on - today).days
    state = one.state(today)
    if left < 0:
        start = speech(en=f"expired on {one.expires_on}", zh=f"{one.expires_on} 已到期")
    elif state is State.VERIFIED:
        start = speech(
            en=f"verified on {one.verified_on}, {left} days left",
            zh=f"{one.verified_on} 核实，还有 {left} 天到期",
        )
    elif state is State.HIDDEN:
        start = speech(en="unverified, not shown", zh="没有核实，不显示")
    else:
        start = speech(
            en=f"check in the app first, {left} days left", zh=f"先在应用里核对，还有 {left} 天到期"
        )
    if state is State.VERIFIED:
        return start
    todo = (
        speech(
            en=f"open {one.source_url}, compare, write verified_on",
            zh=f"打开 {one.source_url} 核对，写上 verified_on",
        )
        if one.source_kind == "owner"
        else speech(en="find the owner's own page", zh="找到所有者自己的网页")
    )
    return f"{start}; {todo}" if speech.language == "en" else f"{start}；{todo}"


def _count(
    contacts: Contacts, today: dt.date, due: list[Contact], days: int | None, speech: Speech
) -> str:
    verified = sum(one.state(today) is State.VERIFIED for one in contacts.entries)
    total = len(contacts.entries)
    if days is not None:
        return speech(
            en=f"{len(due)} of {total} contacts are due within {days} days.",
            zh=f"{total} 个联系方式里，{len(due)} 个在 {days} 天内到期。",
        )
    return speech(
        en=f"{total} contacts, {verified} verified.",
        zh=f"{total} 个联系方式，{verified} 个已核实。",
    )


def _data(one: Contact, today: dt.date) -> dict[str, object]:
    return {
        "id": one.id,
        "line": one.line,
        "state": str(one.state(today)),
        "kind": one.kind,
        "value": one.value,
        "source_kind": one.source_kind,
        "source_url": one.source_url,
        "source_seen": one.source_seen.isoformat(),
        "verified_on": one.verified_on.isoformat() if one.verified_on else None,
        "expires_on": one.expires_on.isoformat(),
        "days_left": (one.expires_on - today).days,
    }


def _change_data(one: Change) -> dict[str, object]:
    return {"id": one.id, "line": one.line, "en": one.en, "zh": one.zh, "proven": one.proven}


def _fault_text(fault: Fault, speech: Speech) -> str:
    if "wrong" not in fault.detail and "locale" not in fault.detail:
        return fault.name
    en, zh = (wording if "wrong" in fault.detail else lacking)(fault.detail)
    return speech(en=en, zh=zh)


def _days(text: str) -> int:
    number = int(text)
    if not 0 <= number <= 3660:
        raise argparse.ArgumentTypeError("0 to 3660 / 0 到 3660")
    return number


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
