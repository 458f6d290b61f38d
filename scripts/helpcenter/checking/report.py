"""Findings as text for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from helpcenter.content.settings import Settings
from helpcenter.finding import Finding, Level
from helpcenter.speech import Speech


def language_of(finding: Finding, settings: Settings, wanted: str | None, speech: Speech) -> str:
    """The language to say a finding in: the one asked for, else that of the page it is about."""
    if wanted:
        return wanted
    for language in settings.languages:
        folder = f"{settings.docs_dir}/{language.locale}/"
        if finding.path.startswith(folder) and language.locale in finding.text:
            return language.locale
    return speech.language


def lines(
    findings: Iterable[Finding], settings: Settings, wanted: str | None, speech: Speech
) -> list[str]:
    """One line a finding: `path:line: level rule: what is wrong. What to do.`"""
    return [found.say(language_of(found, settings, wanted, speech)) for found in findings]


def count(findings: Sequence[Finding], pages: int, speech: Speech) -> str:
    """How many findings there are, in a sentence."""
    errors = sum(found.level is Level.ERROR for found in findings)
    warnings = len(findings) - errors
    if not findings:
        return speech(en=f"{pages} pages, nothing to mend.", zh=f"{pages} 个页面，没有要改的。")
    return speech(
        en=f"{pages} pages: {_many(errors, 'error')}, {_many(warnings, 'warning')}.",
        zh=f"{pages} 个页面：{errors} 个错误，{warnings} 个提醒。",
    )


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
