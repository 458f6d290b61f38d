"""No page is about any phrase of a group of synonyms.

Synonyms lead from a reader's words to a page's title, description or keywords. If no page has even
one of them there, whoever types one is led nowhere.

Wrong: `- [gift card, voucher]`, and no page is about either

Right: `- [refund, money back]`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote
from helpcenter.search.entries import names
from helpcenter.search.readings import simplified
from helpcenter.search.tokens import terms

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Groups that lead to no page of their language."""
    if not any(one.groups for one in center.synonyms.values()):
        return
    simple = simplified()
    for locale, one in center.synonyms.items():
        open_groups = {
            group: [set(terms(phrase, simple)) for phrase in group.phrases] for group in one.groups
        }
        said: set[str] = set()
        for path in center.paths:
            page = center.shown(locale, path)
            if page is None or not open_groups:
                continue
            new = {term for text in names(page) for term in terms(text, simple)} - said
            said |= new
            open_groups = {
                group: ways
                for group, ways in open_groups.items()
                if not any(way <= said for way in ways if not way.isdisjoint(new))
            }
        for group in open_groups:
            shown = quote(", ".join(group.phrases))
            yield Note(
                one.file,
                group.line,
                en=f"No page has any of {shown} in its title, description or keywords. Add the "
                "words of the page they should lead to, or remove the line.",
                zh=f"没有页面的标题、简介或关键词里有{shown}中的任何一个。"
                "补上该去的那一页用的词，或者删掉这一行。",
            )
