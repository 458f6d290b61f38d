"""A setting, an interface word, a template, a picture or a comment carries a contact.

What stands there stands on many pages at once, and nobody looks for it there. Contacts belong in
`overrides/contacts.yml` alone, and nothing anywhere may ask readers for a secret.

Wrong: `site_name: Help, call 400-000-0000`

Right: `site_name: Help`
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """What the other rules about contacts find beside the articles; the check asks them."""
    for fault in center.faults_of("planted-contact"):
        yield Note(fault.path, fault.line, en=fault.detail["en"], zh=fault.detail["zh"])
