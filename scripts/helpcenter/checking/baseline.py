"""Old debts: findings a project knows and has not got round to.

A debt is known by its file, its rule and the words of its line, so that it stays one when lines are
added above, and becomes news when somebody touches it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from helpcenter.checking.excerpt import Excerpts
from helpcenter.checking.wishes import Refused
from helpcenter.finding import Finding

VERSION = 1


def baseline_text(findings: Sequence[Finding], excerpts: Excerpts) -> str:
    """The file that says these findings are known."""
    debts = [
        {"path": path, "rule": rule, "line": text, "count": count}
        for (path, rule, text), count in sorted(_debts(findings, excerpts).items())
    ]
    data = {"version": VERSION, "debts": debts}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def without_debts(
    findings: Sequence[Finding], file: Path, excerpts: Excerpts
) -> tuple[list[Finding], int]:
    """What is not in the baseline `file`, and how many of its debts are paid. Raises Refused."""
    left = _read(file)
    new = []
    for finding in findings:
        key = _key(finding, excerpts)
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(finding)
    return new, left.total()


def _read(file: Path) -> Counter[tuple[str, str, str]]:
    try:
        data = json.loads(file.read_text("utf-8"))
        if data["version"] != VERSION:
            raise ValueError(f"version {data['version']}")
        return Counter(
            {
                (str(one["path"]), str(one["rule"]), str(one["line"])): int(one["count"])
                for one in data["debts"]
            }
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Refused(
            en=f"The baseline {file} cannot be used: {error}. Write it anew with "
            "`--write-baseline`.",
            zh=f"基线文件 {file} 用不了：{error}。用 `--write-baseline` 重新写一份。",
        ) from error


def _debts(findings: Sequence[Finding], excerpts: Excerpts) -> Counter[tuple[str, str, str]]:
    return Counter(_key(finding, excerpts) for finding in findings)


def _key(finding: Finding, excerpts: Excerpts) -> tuple[str, str, str]:
    return finding.path, finding.rule, " ".join(excerpts.of(finding).text.split())
