"""The Markdown of a draft, and what a person should look at in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpcenter.checking.repair import HAN
from helpcenter.editing.outline import Group, Piece
from helpcenter.speech import Speech


def draft_body(pieces: list[Piece], locale: str, sections: Mapping[str, str]) -> str:
    """Answer, steps and what follows them."""
    places = [place for place, one in enumerate(pieces) if one.kind == "step"]
    first, last = (places[0], places[-1]) if places else (len(pieces), len(pieces))
    parts = [_blocks(pieces[:first])]
    if places:
        parts.append(f"## {sections['steps']} {{#steps}}\n")
        number = 0
        rows: list[str] = []
        for one in pieces[first : last + 1]:
            if one.kind == "step":
                number += 1
                rows.append(f"{number}. {_led(one, locale)} {{#step-{number}}}\n")
            else:
                rows.append(f"\n    {_led(one, locale)}\n\n")
        parts.append("".join(rows))
        if rest := _blocks(pieces[last + 1 :]):
            parts += [f"## {sections['what-next']} {{#what-next}}\n", rest]
    return "\n".join(part for part in parts if part)


def _blocks(pieces: list[Piece]) -> str:
    rows: list[str] = []
    for place, one in enumerate(pieces):
        if one.kind == "item":
            rows.append(f"- {_led(one, '')}\n")
            if place + 1 == len(pieces) or pieces[place + 1].kind != "item":
                rows.append("\n")
        else:
            rows.append(f"{escaped(one.text)}\n\n")
    return "".join(rows).rstrip("\n") + "\n" if rows else ""


def _led(one: Piece, locale: str) -> str:
    if not one.label:
        return escaped(one.text)
    han = bool(re.search(f"[{HAN}]", one.label))
    end = ("。" if han else ".") if locale else ("：" if han else ":")
    return f"**{escaped(one.label)}{end}** {escaped(one.text)}"


def doubtful(group: Group, pieces: list[Piece], say: Speech) -> list[tuple[int, str]]:
    """Places that a person should look at, by line of the source."""
    found = []
    if group.cut:
        found.append((group.number, say(en="steps cut out of sentences", zh="步骤是从句子里拆的")))
    for kind in ("item", "step"):
        mine = [one for one in pieces if one.kind == kind]
        labelled = [one for one in mine if one.label]
        if labelled and len(labelled) * 2 > len(mine):
            found += [
                (
                    one.number,
                    say(
                        en=f"no words before a colon, unlike the others: {one.text[:12]}",
                        zh=f"别的项都有小标题，这一项没有：{one.text[:12]}",
                    ),
                )
                for one in mine
                if not one.label
            ]
    found += [
        (one.number, say(en=f"breaks off: {one.text[-12:]}", zh=f"话没说完：{one.text[-12:]}"))
        for one in pieces
        if one.kind == "text" and not re.search(r"[。.！!？?：:…”\"’」』）)～~]$", one.text)
    ]
    return found


def escaped(text: str) -> str:
    """`text` as Markdown that shows just these characters and does nothing."""
    text = re.sub(r"([\\`*_\[\]{}|])", r"\\\1", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = re.sub(r"^(\s*)([#+=~:!-])", r"\1\\\2", text)
    text = re.sub(r"^(\s*)\\([=~:])", r"\1\2", text)
    return re.sub(r"^(\s*\d+)([.)])(?=\s)", r"\1\\\2", text)
