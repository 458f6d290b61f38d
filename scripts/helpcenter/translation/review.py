"""When a page is to be compared with reality again."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Page


def due(page: Page, months: int) -> dt.date:
    """The last day on which `page` still counts as reviewed."""
    year, month = divmod(page.meta.reviewed.month - 1 + months, 12)
    year += page.meta.reviewed.year
    if year >= dt.MAXYEAR:
        return dt.date.max
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(page.meta.reviewed.day, last))


def due_within(center: Center, day: dt.date, days: int) -> Iterator[Page]:
    """The pages whose review is due within `days` of `day`, the most urgent first."""
    months = center.settings.review_months
    limit = day.toordinal() + days
    pages = [page for page in center.pages if due(page, months).toordinal() <= limit]
    yield from sorted(
        pages, key=lambda page: (due(page, months), page.meta.severity != "urgent", page.file)
    )
