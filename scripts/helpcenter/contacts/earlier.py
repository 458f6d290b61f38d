"""The registry as it was before, from Git: what a change of it is compared with.

A copy without `.git`, a shallow clone or a missing `git` only means that there is nothing to
compare with.
"""

from __future__ import annotations

from helpcenter.contacts.reading import parse_contacts
from helpcenter.contacts.registry import Contacts
from helpcenter.content.settings import Settings
from helpcenter.git import git

BASES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
"""Where the published articles are; the first that Git knows is meant."""


def before(settings: Settings, contacts: Contacts, revision: str) -> Contacts | None:
    """The registry as it was in a Git revision; empty if it did not exist, None if Git fails."""
    if revision.startswith("-"):
        return None
    commit = git(settings.root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if not commit:
        return None
    name = f"{commit.decode().strip()}:./{contacts.file}"
    data = git(settings.root, "show", name)
    if data is None:
        return Contacts(contacts.file)
    locales = tuple(one.locale for one in settings.languages)
    return parse_contacts(data.decode("utf-8-sig", "replace"), contacts.file, locales)[0]


def at_fork(settings: Settings, contacts: Contacts, base: str | None = None) -> Contacts | None:
    """The registry where this branch left `base`, by default the published one.

    None if there is no such place, or nothing was changed since.
    """
    for name in BASES if base is None else (base,):
        if name.startswith("-"):
            return None
        found = git(settings.root, "merge-base", name, "HEAD")
        if not found:
            continue
        commit = found.decode("ascii", "replace").split()[0]
        same = git(settings.root, "diff", "--quiet", commit, "--", f"./{contacts.file}")
        return before(settings, contacts, commit) if same is None else None
    return None
