"""Names for files, headings and steps: short English words with dashes, `payment-failed`."""

from __future__ import annotations

import re
import unicodedata

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
MARK = re.compile(r"[{｛]\s*:?\s*[#＃]\s*([\w-]+)\s*(?:[}｝]|$)")
"""What was meant to be the mark of an id, however its signs were typed."""
WORDS = 4
"""How many words a proposed name has at most."""


def slug(text: str) -> str:
    """A name made of the English words in `text`; empty if there are none."""
    plain = unicodedata.normalize("NFKD", text).replace("’", "").replace("'", "")
    plain = re.sub("[\u0300-\u036f]", "", plain)
    if re.search("[^\\x00-\\x7f“”‘’？！。，、：；（）…–—]", plain):
        return ""
    words = re.findall(r"[a-z0-9]+", plain.lower())
    return "-".join(words[:WORDS])
