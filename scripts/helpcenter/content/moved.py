"""Pages that were moved without `helpcenter rename`: what was published shows where they were."""

from __future__ import annotations

from collections.abc import Mapping

from helpcenter.content.center import Center


def moved_by_hand(center: Center) -> Mapping[str, str]:
    """Pages that seem to have been moved without `helpcenter rename`: old path to new.

    A published page whose file is gone, and the only page of its topic, or of all, that was never
    published.
    """
    published = center.published
    known = {page.partition("/")[2] for page in published.pages}
    new = [path for path in center.written if path not in known and path not in published.redirects]
    found: dict[str, str] = {}
    for page in published.pages:
        locale, _, path = page.partition("/")
        gone = locale not in center.written.get(path, ()) and path not in published.redirects
        if not gone or path.endswith("index"):
            continue
        candidates = [one for one in new if locale in center.written[one]]
        folder = path.rpartition("/")[0]
        near = [one for one in candidates if one.rpartition("/")[0] == folder] or candidates
        if len(near) == 1:
            found[path] = near[0]
    return {old: to for old, to in found.items() if list(found.values()).count(to) == 1}
