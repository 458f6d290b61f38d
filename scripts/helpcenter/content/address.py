"""Where a page lives: its URL in an edition of the site, and the way from one page to another.

Addresses are kept without the site's host, `en/payments/refund/`; the default language has no
folder of its own. Templates only ever get relative ones, so a site works under any sub-path.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Addresses:
    """How the pages of one edition are addressed."""

    default: str
    """Locale of the language at the top."""
    directories: bool = True
    """`refund/` for a web server, or `refund.html` for a folder opened from a disk."""

    def page(self, locale: str, path: str) -> str:
        """Address of the page at `path`: `en/payments/refund/`, `en/payments/refund.html`."""
        prefix = "" if locale == self.default else f"{locale}/"
        folder, _, name = path.rpartition("/")
        inside = f"{prefix}{folder}/" if folder else prefix
        if name == "index":
            return inside if self.directories else f"{inside}index.html"
        return f"{inside}{name}/" if self.directories else f"{inside}{name}.html"

    def way(self, start: str, end: str) -> str:
        """The relative reference from the address `start` to the address `end`."""
        target, mark, anchor = end.partition("#")
        if target == start and mark:
            return f"#{anchor}"
        here = start[: start.rfind("/") + 1]
        if here and not target.startswith(here):
            # What lies elsewhere is reached alike from all that lie beside each other.
            return f"../{_down(here[: here.rfind('/', 0, -1) + 1], target)}{mark}{anchor}"
        return (_down(here, target) or "./") + mark + anchor


def file_behind(address: str) -> str:
    """The file that stands for `address`: `en/payments/refund/index.html`."""
    return f"{address}index.html" if address[-1:] in ("", "/") else address


@lru_cache(maxsize=1 << 16)
def _down(folder: str, target: str) -> str:
    """The way from `folder`, which ends with `/` or is the top, to `target`; empty if it is it."""
    up = ""
    while not target.startswith(folder):
        folder = folder[: folder.rfind("/", 0, -1) + 1]
        up += "../"
    return up + quote(target[len(folder) :])
