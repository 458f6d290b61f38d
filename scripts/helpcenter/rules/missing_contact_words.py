"""A trusted contact lacks words of one language.

Its card is shown all the same, with the words of another language: better than no way to help, and
worse than one that its readers understand.

Wrong: `purpose: {zh: 客服}`, in a site in Chinese and English

Right: `purpose: {zh: 客服, en: Support}`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.contacts.wording import lacking
from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.WARNING


def check(center: Center) -> Iterator[Note]:
    """Regions, brands and contacts, each once a language."""
    for fault in center.faults_of("missing-contact-words"):
        en, zh = lacking(fault.detail)
        yield Note(fault.path, fault.line, en=en, zh=zh)
