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
from helpcenter.search.index import names
from helpcenter.search.readings import simplified
from helpcenter.search.synonyms import read_synonyms
from helpcenter.search.tokens import terms

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Groups that lead to no page of their language."""
    synonyms = read_synonyms(center.settings)
    if not any(one.groups for one in synonyms.values()):
        return
    simple = simplified()
    for locale, one in synonyms.items():
        said = {
            term
            for path in center.paths
            if (page := center.shown(locale, path))
            for text in names(page)
            for term in terms(text, simple, {})
        }
        for group in one.groups:
            if any(set(terms(phrase, simple, {})) <= said for phrase in group.phrases):
                continue
            shown = quote(", ".join(group.phrases))
            yield Note(
                one.file,
                group.line,
                en=f"No page has any of {shown} in its title, description or keywords. Add the "
                "words of the page they should lead to, or remove the line.",
                zh=f"没有页面的标题、简介或关键词里有{shown}中的任何一个。"
                "补上该去的那一页用的词，或者删掉这一行。",
            )
