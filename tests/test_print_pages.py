"""A topic on paper: every question whole, nothing twice."""

from __future__ import annotations

from built import Built
from helpcenter.content.center import Center


def test_every_topic_prints_all_its_questions(built: Built, center: Center) -> None:
    for locale, prefix in (("zh", ""), ("en", "en/")):
        for topic in center.topics(locale):
            page = built.html(f"{prefix}{topic.path}/print.html")
            titles = [tag.text for tag in page.all("h2")]
            assert titles == [one.meta.title for one in topic.pages]
            ids = [tag.attributes["id"] for tag in page.tags if "id" in tag.attributes]
            assert len(ids) == len(set(ids))
            steps = sum(len(one.steps) for one in topic.pages)
            assert len([one for one in ids if one.count("/") == 2]) >= steps
            links = built.html(f"{prefix}{topic.path}/index.html").all("a", href="print.html")
            assert len(links) == 1
