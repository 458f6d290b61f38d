"""How people name a page at the command line, and which one they mean.

`payments/refund`, `en/payments/refund`, `docs/en/payments/refund.md` and a full path to the file
all do; a name that fits no page gets the nearest one that does.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from helpcenter.content.center import Center
from helpcenter.content.settings import Settings
from helpcenter.finding import nearest_page
from helpcenter.speech import Speech


@dataclass(frozen=True, slots=True)
class Mention:
    """A page somebody named."""

    locale: str
    """Empty if all its languages are meant."""
    path: str
    """`payments/refund`"""


def mentioned(settings: Settings, text: str) -> Mention:
    """What `text` names, whether or not there is such a page."""
    name = text.strip().replace("\\", "/")
    if Path(name).is_absolute():
        full = Path(name).resolve()
        if full.is_relative_to(settings.root.resolve()):
            name = full.relative_to(settings.root.resolve()).as_posix()
    name = name.removeprefix("./").removeprefix(f"{settings.docs_dir}/").strip("/")
    name = name.removesuffix(".md")
    first, _, rest = name.partition("/")
    if first in {language.locale for language in settings.languages}:
        return Mention(first, rest or "index")
    return Mention("", name)


def unknown(center: Center, mention: Mention, speech: Speech) -> str:
    """What to say of a page that does not exist."""
    near = nearest_page(mention.path, center.paths) or ""
    shown = f"{mention.locale}/{mention.path}" if mention.locale else mention.path
    return speech(
        en=f"There is no page “{shown}”." + (f" Did you mean “{near}”?" if near else ""),
        zh=f"没有“{shown}”这一页。" + (f"是不是“{near}”？" if near else ""),
    )
