"""Findings for machines and people: every format gets the same `Result`.

Each format is a function from a result to text. Their order is that of the findings: path, line,
rule.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from helpcenter import __version__
from helpcenter.checking.excerpt import Excerpt, Excerpts
from helpcenter.checking.report import count, language_of
from helpcenter.content.settings import Settings
from helpcenter.finding import Finding, Level
from helpcenter.speech import Speech

VERSION = 1
"""Of the JSON format; higher when a key changes its meaning or goes."""


@dataclass(frozen=True)
class Result:
    """What a run found, and how to say it."""

    findings: Sequence[Finding]
    pages: int
    settings: Settings
    excerpts: Excerpts
    speech: Speech
    wanted: str | None = None
    """The language asked for; without one, findings speak that of their page."""

    def excerpt(self, finding: Finding) -> Excerpt:
        """The line a finding is about."""
        return self.excerpts.of(finding)

    def words(self, finding: Finding) -> str:
        """What a finding says."""
        language = language_of(finding, self.settings, self.wanted, self.speech)
        return finding.text.get(language, finding.text["en"])


def human_text(result: Result) -> str:
    """`path:line:column: level rule: what is wrong. What to do.`, and the line itself."""
    rows = []
    for one in result.findings:
        seen = result.excerpt(one)
        place = f"{one.path}:{one.line}:{seen.column}"
        rows.append(f"{place}: {one.level} {one.rule}: {result.words(one)}")
        if seen.shown.strip():
            rows.append(f"    | {seen.shown.strip()}")
    return "".join(f"{row}\n" for row in rows)


def json_text(result: Result) -> str:
    """One object with a version; keys are only ever added while it stays the same."""
    findings = []
    for one in result.findings:
        seen = result.excerpt(one)
        findings.append(
            {
                "path": one.path,
                "line": one.line,
                "column": seen.column,
                "end_column": seen.end,
                "rule": one.rule,
                "level": str(one.level),
                "message": dict(sorted(one.text.items())),
                "source": seen.text,
            }
        )
    errors = sum(one.level is Level.ERROR for one in result.findings)
    data = {
        "version": VERSION,
        "tool": {"name": "helpcenter", "version": __version__},
        "pages": result.pages,
        "errors": errors,
        "warnings": len(findings) - errors,
        "findings": findings,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def github_text(result: Result) -> str:
    """Workflow commands that put every finding beside its line in a pull request."""
    rows = []
    for one in result.findings:
        seen = result.excerpt(one)
        place = f"file={_property(one.path)},line={one.line},col={seen.column}"
        if seen.end > seen.column:
            # GitHub counts the last character, not the one after it.
            place += f",endColumn={seen.end - 1}"
        rows.append(
            f"::{one.level} {place},title={_property(one.rule)}::{_data(result.words(one))}\n"
        )
    return "".join(rows)


def github_summary(result: Result) -> str:
    """The same as a table for the page of the run, which shows all; annotations stop at ten."""
    speech = result.speech
    rows = ["## helpcenter lint", "", count(result.findings, result.pages, speech), ""]
    if result.findings:
        rows += [speech(en="| place | rule | what |", zh="| 位置 | 规则 | 问题 |"), "|---|---|---|"]
    for one in result.findings:
        place = f"{one.path}:{one.line}"
        rows.append(f"| {_cell(place)} | {one.rule} | {_cell(result.words(one))} |")
    return "\n".join(rows) + "\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """`text` in a table, where it can neither end the cell nor become HTML or a link."""
    for sign in "\\`*_[]|":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ").replace("\r", " ")


def _sarif(result: Result) -> str:
    from helpcenter.checking.sarif import sarif_text  # loaded only when wanted, as below

    return sarif_text([(one, result.excerpt(one), result.words(one)) for one in result.findings])


def _junit(result: Result) -> str:
    from helpcenter.checking.junit import junit_text

    findings = [(one, result.excerpt(one), result.words(one)) for one in result.findings]
    return junit_text(findings, result.pages)


FORMATS: Mapping[str, Callable[[Result], str]] = {
    "human": human_text,
    "github": github_text,
    "json": json_text,
    "sarif": _sarif,
    "junit": _junit,
}
"""Every format by its name on the command line."""
