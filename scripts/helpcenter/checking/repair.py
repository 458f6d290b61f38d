"""Punctuation as the language writes it: full width in Chinese, half width in English.

Only signs and spaces change, never a letter: what a person wrote stays what they wrote.
"""

from __future__ import annotations

import re

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
SIDE = f"[{HAN}“”‘’《》「」『』（）、。，：；？！…]"
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
NARROW = {
    "，": ", ",
    "；": "; ",
    "：": ": ",
    "？": "? ",
    "！": "! ",
    "。": ". ",
    "（": " (",
    "）": ") ",
    "、": ", ",
}
ADDRESS = re.compile(
    r"[a-zA-Z][a-zA-Z0-9+.-]{0,30}://[!-~]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
    r"|\d{1,9}(?::\d{1,9})+"
)
"""Bounded: a line of four million letters must not take a day."""


def language(text: str) -> str:
    """`zh` if a fair part of the letters is Chinese, else `en`."""
    han = len(re.findall(f"[{HAN}]", text))
    other = len(re.findall(r"[A-Za-z]+", text))
    return "zh" if han > other else "en"


def repaired(text: str, locale: str) -> str:
    """`text` with the punctuation of its language; addresses and times stay as they are."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\ue000{len(kept) - 1}\ue001"

    text = ADDRESS.sub(keep, text.replace("\ue000", "").replace("\ue001", ""))
    text = _chinese(text) if locale == "zh" else _english(text)
    return re.sub("\ue000(\\d+)\ue001", lambda match: kept[int(match[1])], text).strip()


def _chinese(text: str) -> str:
    for sign, wide in WIDE.items():
        text = re.sub(rf"(?<={SIDE})\s*{re.escape(sign)}\s*", wide, text)
        text = re.sub(rf"\s*{re.escape(sign)}\s*(?={SIDE})", wide, text)
    text = re.sub(rf"\((?=[^()]*[{HAN}])([^()]*)\)", r"（\1）", text)
    text = re.sub(rf"(?<=[{HAN}”）》])\.(?=\s|$|[{HAN}])", "。", text)
    text = re.sub(r"\.{3,}|。{3,}|…+", "……", text)
    text = re.sub(r"(?<!-)--(?!-)|—+", "——", text)
    text = re.sub(r'"([^"]*)"', _quoted, text)
    text = re.sub(rf"(?<={SIDE})[ \u3000]+(?={SIDE})", "", text)
    text = re.sub(rf"(?<=[{HAN}])(?=[A-Za-z0-9\ue000])", " ", text)
    return re.sub(rf"(?<=[A-Za-z0-9%\ue001])(?=[{HAN}])", " ", text)


def _quoted(match: re.Match[str]) -> str:
    return f"“{match[1]}”" if re.search(f"[{HAN}]", match[1]) else match[0]


def _english(text: str) -> str:
    for wide, sign in NARROW.items():
        text = text.replace(wide, sign)
    text = re.sub(r"[ \u3000]+", " ", text)
    return re.sub(r" +(?=[,;:?!.)])", "", text)
