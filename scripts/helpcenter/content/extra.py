"""What `mkdocs.yml` says under `extra`: this site's own options, each with its fault."""

from __future__ import annotations

import re
from typing import Any

from helpcenter.content.marked import Marked

REPORT = re.compile(r"(https://|mailto:)[^\s<>\"']+$")


def read_months(marked: Marked, fault: Any) -> int:
    """After how many months a page is to be reviewed again."""
    extra = marked.data.get("extra")
    months = extra.get("review_after_months", 12) if isinstance(extra, dict) else 12
    if isinstance(months, int) and not isinstance(months, bool) and 0 < months <= 120:
        return months
    line = marked.line("extra", "review_after_months")
    fault("wrong-setting", line, why="months", key="review_after_months", value=str(months))
    return 12


def read_report_url(marked: Marked, fault: Any) -> str:
    """Where readers report a mistake; or nothing."""
    extra = marked.data.get("extra")
    url = extra.get("report_url") if isinstance(extra, dict) else None
    fields = re.findall(r"\{([^{}]*)\}", str(url))
    if url is None or (REPORT.match(str(url)) and set(fields) <= {"title", "page", "path"}):
        return str(url or "")
    line = marked.line("extra", "report_url")
    fault("wrong-setting", line, why="report", key="report_url", value=str(url))
    return ""
