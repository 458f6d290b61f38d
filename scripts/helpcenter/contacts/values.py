"""What the fields of a contact may hold, each alone and all together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from helpcenter.contacts.calling_codes import CALLING_CODES

VALUES = {
    "phone": (re.compile(r"\+[1-9]\d{6,14}|\d{3,6}"), "not-a-phone"),
    "url": (re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(/[A-Za-z0-9._~/%-]*)?"), "not-an-address"),
    "email": (re.compile(r"[a-z0-9._+-]+@[a-z0-9.-]+\.[a-z]{2,}"), "not-an-email"),
    "social": (re.compile(r"[a-z]+:[^\s:<>\"]{2,60}"), "not-a-handle"),
}
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
LONGEST_TRUST = dt.timedelta(days=366)
TIMEZONE = re.compile(r"[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+)+|UTC")


class Wrong(Exception):
    """A value that cannot be taken; its text is the fault's `wrong`."""


def contradictions(got: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What each value alone allows and the entry as a whole does not."""
    found: list[tuple[str, str]] = []
    value, country = got["value"], got.get("country", "")
    if got["kind"] == "phone":
        code = CALLING_CODES.get(country, "")
        if not country:
            found.append(("value", "no-country"))
        elif value.startswith("+") and code and not value.startswith(f"+{code}"):
            found.append(("value", "other-country"))
    if got["kind"] == "url" and not got["brand"].owns(urlsplit(value).hostname or ""):
        found.append(("value", "foreign-host"))
    if got["kind"] == "email" and not got["brand"].owns(value.rpartition("@")[2]):
        found.append(("value", "foreign-host"))
    if "hours" in got and "timezone" not in got:
        found.append(("hours", "no-timezone"))
    owner = got["source_kind"] == "owner"
    if owner and not got["brand"].owns(urlsplit(got.get("source_url", "")).hostname or ""):
        found.append(("source_url" if "source_url" in got else "source_kind", "not-the-owner"))
    verified = got.get("verified_on")
    if verified and not owner:
        found.append(("verified_on", "not-owner"))
    if verified and "verified_by" not in got:
        found.append(("verified_on", "nobody"))
    if verified and verified > got["source_seen"]:
        found.append(("verified_on", "not-seen"))
    start = verified or got["source_seen"]
    if got["expires_on"] <= start:
        found.append(("expires_on", "too-early"))
    if got["expires_on"] - start > LONGEST_TRUST:
        found.append(("expires_on", "too-late"))
    return found


def plain_text(value: Any) -> str:
    if not isinstance(value, str):
        raise Wrong("not-text")
    if not value.strip():
        raise Wrong("empty")
    if any(sign in value for sign in '<>"') or any(ord(sign) < 32 for sign in value.strip()):
        raise Wrong("unsafe")
    return value.strip()


def matching(pattern: re.Pattern[str], wrong: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = plain_text(value)
        if not pattern.fullmatch(text):
            raise Wrong(wrong)
        return text

    return read


def one_of(allowed: tuple[str, ...]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in allowed:
            raise Wrong("one-of-" + "|".join(allowed))
        return str(value)

    return read


def day(value: Any) -> dt.date:
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    raise Wrong("not-a-date")


def items(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise Wrong("not-a-list")
    return tuple(plain_text(item) for item in value)


def host_names(value: Any) -> tuple[str, ...]:
    hosts = items(value)
    if not all(HOST.fullmatch(host) for host in hosts):
        raise Wrong("not-hosts")
    return hosts


def time_zone(value: Any) -> str:
    if not isinstance(value, str) or not TIMEZONE.fullmatch(value):
        raise Wrong("not-a-timezone")
    return str(value)
