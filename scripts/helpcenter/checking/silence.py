"""Findings that an editor allows, with a reason, where they are."""

from __future__ import annotations

from collections.abc import Iterable

from helpcenter.contacts.names import NAMES as CONTACTS
from helpcenter.content.center import Center
from helpcenter.finding import Fault, Finding

UNUSED = "unused-allowance"
LOUD = (UNUSED, "broken-allowance", *CONTACTS)
"""What cannot be silenced: a number that may not stand there may not stand there for any reason."""


def silenced(
    center: Center, findings: Iterable[Finding], ran: frozenset[str]
) -> tuple[list[Finding], list[Fault]]:
    """The findings that remain, and the allowances that silenced none.

    An allowance for a rule that did not run is left alone.
    """
    allowances = {
        (page.file, one): False
        for page in center.pages
        for one in page.allowances
        if one.reason and one.rule not in LOUD
    }
    kept = []
    for finding in findings:
        hits = [
            key
            for key in allowances
            if key[0] == finding.path
            and key[1].rule == finding.rule
            and key[1].first <= finding.line <= key[1].last
        ]
        allowances |= dict.fromkeys(hits, True)
        if not hits:
            kept.append(finding)
    unused = [
        Fault(UNUSED, file, one.line, {"rule": one.rule})
        for (file, one), used in allowances.items()
        if not used and one.rule in ran
    ]
    return kept, unused
