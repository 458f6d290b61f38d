"""Pages that were moved without `helpcenter rename`: what was published shows where they were."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from helpcenter.content.center import Center


def moved_by_hand(center: Center) -> Mapping[str, str]:
    """Pages that seem to have been moved without `helpcenter rename`: old path to new.

    A published page whose file is gone, and the only page of its topic, or of all, that was never
    published.
    """
    published, written = center.published, center.written
    known = {page.partition("/")[2] for page in published.pages}
    new: dict[tuple[str, ...], list[str]] = defaultdict(list)
    """By language; and by language and topic."""
    for path, locales in written.items():
        if path in known or path in published.redirects:
            continue
        for locale in locales:
            new[(locale,)].append(path)
            new[(locale, path.rpartition("/")[0])].append(path)
    found: dict[str, str] = {}
    for page in published.pages:
        locale, _, path = page.partition("/")
        gone = locale not in written.get(path, ()) and path not in published.redirects
        if not gone or path.endswith("index"):
            continue
        near = new.get((locale, path.rpartition("/")[0])) or new.get((locale,), [])
        if len(near) == 1:
            found[path] = near[0]
    times = Counter(found.values())
    return {old: to for old, to in found.items() if times[to] == 1}
