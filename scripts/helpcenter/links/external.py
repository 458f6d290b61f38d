"""Whether an address elsewhere still leads to something: the verdict a patient reader would give.

A server that dislikes `HEAD` is asked with `GET`; one that is busy is asked again, at most as long
as it is reasonable to wait; one that does not let programs in is no dead link.
"""

from __future__ import annotations

import email.utils
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from helpcenter.links.fetching import Answer, Limits, ask
from helpcenter.links.page import read_site_page

HOPS = 10
TRIES = 3
LONGEST_WAIT = 30.0
AGAIN = {408, 425, 429, 500, 502, 503, 504}
CLOSED = {401, 402, 403, 407, 451}
"""Answers to a program; a reader with a browser may get in."""
CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
PERMANENT = {301, 308}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one address."""

    kind: str
    """`good`, `dead`, `moved`, `unsure`, `unsafe` (a private address), or `anchor`."""
    detail: str = ""
    """The status or problem; of `moved`, the new address; of `anchor`, the anchors missing."""


def judge(
    url: str,
    anchors: frozenset[str],
    limits: Limits,
    wait: Callable[[float], None] = time.sleep,
    longest: float = LONGEST_WAIT,
) -> Verdict:
    """What a reader finds at `url`, which has no fragment, and at its `anchors`."""
    here, permanent, seen = url, True, {url}
    for _ in range(HOPS + 1):
        answer = _patient(here, bool(anchors), limits, wait, longest)
        if answer.problem:
            kind = "unsafe" if answer.problem == "private" else "dead"
            return Verdict(kind, answer.problem)
        if not 300 <= answer.status < 400 or answer.status == 304:
            break
        target = answer.headers.get("location", "")
        if not target:
            return Verdict("dead", f"{answer.status} without an address")
        permanent = permanent and answer.status in PERMANENT
        try:
            # Header fields are bytes that were read as Latin-1.
            target = target.encode("latin-1", "replace").decode("utf-8", "replace")
            here = urldefrag(urljoin(here, target.strip())).url
            scheme = urlsplit(here).scheme
        except ValueError:
            return Verdict("dead", "address")
        if scheme not in ("http", "https"):
            return Verdict("dead", f"redirect to {scheme}:")
        if here in seen:
            return Verdict("dead", "loop")
        seen.add(here)
    else:
        return Verdict("dead", "redirects")
    if answer.status == 429 or answer.status in CLOSED:
        return Verdict("unsure", str(answer.status))
    if answer.status == 503 and _seconds(answer) > longest:
        return Verdict("unsure", "503")
    if not 200 <= answer.status < 300:
        return Verdict("dead", str(answer.status))
    missing = _missing(answer, anchors)
    if missing:
        return Verdict("anchor", ", ".join(missing))
    if here != url and permanent:
        return Verdict("moved", here)
    return Verdict("good")


def _patient(
    url: str, whole: bool, limits: Limits, wait: Callable[[float], None], longest: float
) -> Answer:
    """The answer after as many tries as it takes, or as are reasonable."""
    method = "GET" if whole else "HEAD"
    answer = Answer(0)
    for attempt in range(TRIES):
        answer = ask(url, method, limits)
        failed = answer.problem in ("reset", "broken") or answer.status >= 400
        if method == "HEAD" and failed and answer.status not in AGAIN - {500, 502, 503}:
            # Many servers answer this question badly and the real one well.
            method = "GET"
            answer = ask(url, method, limits)
        if answer.status not in AGAIN and answer.problem not in ("reset", "timeout"):
            return answer
        pause = _seconds(answer)
        if pause > longest or attempt == TRIES - 1:
            return answer
        wait(min(pause or 0.5 * 2**attempt, longest))
    return answer


def _seconds(answer: Answer) -> float:
    """How long the server asks to wait."""
    value = answer.headers.get("retry-after", "").strip()
    if value.isdecimal():
        return float(value[:9])
    try:
        return max(email.utils.parsedate_to_datetime(value).timestamp() - time.time(), 0)
    except (TypeError, ValueError, OverflowError):
        return 0


def _text(answer: Answer) -> str:
    """The page in the encoding it says it has; in UTF-8 if it says none, or one nobody knows."""
    said = CHARSET.search(answer.headers.get("content-type", ""))
    said = said or CHARSET.search(answer.body[:2048].decode("ascii", "replace"))
    name = said[1].lower() if said else "utf-8"
    try:
        # Browsers take the older names for the larger set.
        return answer.body.decode("gb18030" if name in ("gbk", "gb2312") else name, "replace")
    except (LookupError, ValueError):
        return answer.body.decode("utf-8", "replace")


def _missing(answer: Answer, anchors: frozenset[str]) -> list[str]:
    """The anchors the page does not have; what is no HTML page has no anchors to check."""
    if "html" not in answer.headers.get("content-type", "text/html").lower():
        return []
    page = read_site_page(_text(answer))
    ids = {id for id, _ in page.ids} | page.names
    # A page that was cut may have it further down.
    cut = len(answer.body) >= Limits().size
    wanted = {one: one.partition(":~:")[0] for one in sorted(anchors)}
    return [
        one
        for one, id in wanted.items()
        if id
        and id.lower() != "top"
        and not id.startswith(("!", "/"))
        and id not in ids
        and unquote(id) not in ids
        and not cut
    ]
