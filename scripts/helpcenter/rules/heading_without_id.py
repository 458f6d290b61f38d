"""A heading has no id.

Links to it, and the switch to the same place in the other language, need one that never changes.

Wrong: `## Before you start`

Right: `## Before you start {#before-you-start}`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.content.page import Heading, Page
from helpcenter.content.slug import ID, MARK, slug
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Headings from the second level on without `{#id}`."""
    for page in center.pages:
        for place, heading in enumerate(page.headings):
            if heading.id or heading.level == 1:
                continue
            id = _proposal(center, page, place, heading)
            line = f"{'#' * heading.level} {MARK.sub('', heading.text).strip()} {{#{id}}}"
            yield Note(
                page.file,
                heading.line,
                en=f"The heading {quote(heading.text)} has no id. Write `{line}`.",
                zh=f"标题{quote(heading.text)}没有 id。写成 `{line}`。",
            )


def _proposal(center: Center, page: Page, place: int, heading: Heading) -> str:
    """The id of the same heading elsewhere in the topic, or one made of its words."""
    taken = {id for id, _ in page.ids}
    meant = MARK.search(heading.text)
    if meant and ID.fullmatch(meant[1]) and meant[1] not in taken:
        return meant[1]
    for twin in center.twins(page).values():
        if twin is not page and len(twin.headings) == len(page.headings):
            other = twin.headings[place]
            if other.id and other.id not in taken and other.level == heading.level:
                return other.id
    for topic in center.topics(page.locale):
        for other_page in (topic.index, *topic.pages) if topic.path == page.topic else ():
            for other in other_page.headings:
                if other.text == heading.text and other.id and other.id not in taken:
                    return other.id
    return slug(heading.text) or "short-english-name"
