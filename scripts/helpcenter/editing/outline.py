"""The questions of a raw article: what stands under which heading, and what are its steps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from helpcenter.checking.repair import HAN
from helpcenter.editing.rawline import RawLine

PART = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[章节部分条篇]|[一二三四五六七八九十]{1,3}[、.．]"
    r"|[（(][一二三四五六七八九十]{1,3}[）)]|(?:part|chapter|section) \d+\s*[:.])\s*",
    re.I,
)
COUNT = re.compile(
    r"(?:\d{1,2}(?:[、．)）]|\.(?!\d))|[①-⑳]|[（(]\d{1,2}[）)]|[Qq]\d{0,2}[:：.])\s*"
)
ASKS = re.compile(
    r"[?？]$|怎么办|如何|怎样|怎么|为什么|为何|是什么|有哪些|能否|可以吗|多久"
    r"|^(?:how|what|why|when|where|who|which|can|do|does|is|are|should)\b",
    re.I,
)
ENDS = re.compile(r"[。.;；:：,，!！…)）~～]$")
CAUSES = re.compile(
    r"原因|因素|包括|几种|几个|方式|渠道|类型|causes?\b|reasons?\b|include|kinds? of|ways to",
    re.I,
)
DOING = re.compile(r"步骤|办法|措施|操作|\bsteps?\b|\bdo the following\b", re.I)
LEADS = re.compile(
    r"(?:接下来|下面|以下)[^。]{0,12}(?:列出|是|将|介绍|逐一|解答|为您)[^。]{0,40}[。：:]?$"
    r"|(?:here are|below are|the following|we will (?:look|list|answer))\b[^.]{0,60}[.:]?$",
    re.I,
)
TURN = re.compile(
    r"(?:首先|其次|接下来|接着|然后|最后|另外|说完[^，,。]{1,20})?[，,]?\s*"
    r"(?:(?:先|再|就)?来|(?:让)?(?:我们|咱们)(?:先|再|就)?来?)"
    r"(?:聊一?聊|谈一?谈|说一?说|讲一?讲|看一?看)(?P<zh>[^，,。：:！!？?]{2,30})"
    r"|说到(?P<said>[^，,。：:！!？?]{2,16})[，,]"
    r"|(?:(?:first|next|now|then|finally|lastly),? )?let[’']?s (?:now |also )?"
    r"(?:talk about|look at|turn to|discuss) (?P<en>[^,.:;!?]{3,60})",
    re.I,
)
"""How a text without headings goes over to something else, and what to."""
LABEL = re.compile(
    r"(?:\*\*)?([^：:，,。.!！?？*]{2,24})(?:\*\*)?\s*[:：]\s*(?:\*\*)?\s*(?=\S)(.+)"
)
SENTENCE = re.compile(r".+?(?:[。！？!?]+[”’」』）)\"']*|\.(?=\s|$)|$)\s*", re.S)
ORDER = re.compile(
    r"首先|其次|接着|然后|随后|此时|最后|第[一二三四五]|(?:first|then|next|after that|finally)\b",
    re.I,
)
ADVICE = re.compile(
    r"应|可以|请|建议|需|最好|避免|务必|不要"
    r"|\b(?:should|must|can|need to|make sure|check|contact|do not|don't)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of the article that goes into a draft."""

    number: int
    """The line it comes from."""
    kind: str
    """`text`, `item` or `step`."""
    text: str
    label: str = ""
    """Of an item or step: the words before its colon."""


@dataclass
class Group:
    """What becomes one draft."""

    title: str
    number: int
    """Line of the heading."""
    asks: bool
    pieces: list[Piece] = field(default_factory=list)
    guessed: bool = False
    """Whether the title was made up."""
    cut: bool = False
    """Whether the steps were cut out of sentences."""

    @property
    def steps(self) -> list[Piece]:
        """The pieces that are steps."""
        return [piece for piece in self.pieces if piece.kind == "step"]


def heading(line: RawLine) -> tuple[int, str] | None:
    """Level and words of a line that is a heading; nothing for any other."""
    text = line.text.replace("**", "")
    if line.kind == "heading":
        return line.level, COUNT.sub("", PART.sub("", text, count=1), count=1) or text
    if line.kind:
        return None
    long = len(text) > (45 if re.search(f"[{HAN}]", text) else 90)
    if (match := PART.match(text)) and not long:
        return 1, text[match.end() :] or text
    if long or re.search(r"[。；;]", text):
        return None
    match = COUNT.match(text)
    bare = text[match.end() :] if match else text
    if ASKS.search(bare) and not re.search(r"[。.;；:：,，!！]$", bare):
        return 2, bare
    if match or ENDS.search(text) or re.search(r"[,，]", text):
        return None
    return (1, text) if len(text) <= 30 or re.fullmatch(r"[^.]{1,60}", text) else None


def groups(lines: Sequence[RawLine], out: Mapping[int, str]) -> tuple[list[Group], dict[int, str]]:
    """The drafts to be, and what was not used: `out` and headings that have nothing beneath."""
    unused = dict(out)
    found: list[Group] = []
    headed: list[tuple[int, Group]] = []
    for place, line in enumerate(lines):
        if place in unused:
            continue
        head = heading(line)
        if head:
            group = Group(head[1], line.number, bool(ASKS.search(head[1])))
            headed.append((place, group))
            found.append(group)
        else:
            # Where there are headings, they say what is what.
            about = "" if headed else _turn(line)
            if about or not found:
                found.append(Group(about, line.number, bool(ASKS.search(about)), guessed=True))
            found[-1].pieces += _pieces(line)
    last = found[-1] if found else None
    for place, group in headed:
        said = "".join(one.text for one in group.pieces)
        if not group.pieces:
            unused[place] = "title" if group is found[0] else "part"
        elif group not in (found[0], last) and len(said) < 150 and _leads(group, said):
            unused[place] = "part"
            numbers = {one.number for one in group.pieces}
            unused |= {n: "lead-in" for n, one in enumerate(lines) if one.number in numbers}
            group.pieces = []
    return [part for group in found if group.pieces for part in _ordered(group)], unused


def _turn(line: RawLine) -> str:
    """What a paragraph says it will be about; nothing if it goes on with what was."""
    match = None if line.kind else TURN.match(line.text)
    if match is None:
        return ""
    about = next(one for one in match.groupdict().values() if one).strip()
    return re.sub(r"^关于|的?(?:内容|话题|事情|问题)$", "", about) or about


def _pieces(line: RawLine) -> Iterator[Piece]:
    """A line as text or items; several numbered items run into one line are taken apart."""
    text = line.text
    match = COUNT.match(text)
    if line.kind in ("item", "number"):
        yield _item(line.number, text, "step" if line.kind == "number" else "item")
    elif match and not line.kind:
        starts = [0]
        for count in range(2, 30):
            following = re.search(rf"\s{count}[.、)）]\s*(?=\S)", text[starts[-1] :])
            if not following:
                break
            starts.append(starts[-1] + following.start() + 1)
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            yield _item(line.number, COUNT.sub("", text[start:end].strip(), count=1), "step")
    else:
        yield Piece(line.number, "text", text.replace("**", ""))


def _item(number: int, text: str, kind: str) -> Piece:
    match = LABEL.fullmatch(text)
    if match and "//" not in text[: match.end(1) + 3]:
        return Piece(number, kind, match[2].replace("**", ""), match[1].strip())
    return Piece(number, kind, text.replace("**", ""))


def _ordered(group: Group) -> Iterator[Group]:
    """Decide which items are steps; a second list of steps is a draft of its own."""
    runs: list[list[Piece]] = []
    for piece in group.pieces:
        kind = "text" if piece.kind == "text" else "list"
        if not runs or (runs[-1][0].kind == "text") != (kind == "text"):
            runs.append([])
        runs[-1].append(piece)
    current = Group(group.title, group.number, group.asks, guessed=group.guessed)
    had_steps = False
    for place, run in enumerate(runs):
        if run[0].kind == "text":
            current.pieces += run
            continue
        lead = runs[place - 1][-1] if place else None
        if run[0].kind == "item" and lead is not None and _lists(lead.text):
            current.pieces += run
            continue
        if had_steps and lead is not None and lead in current.pieces:
            current.pieces.remove(lead)
            yield current
            title = re.sub(r"[,，]?[^,，]{0,8}[:：]$", "", lead.text)
            title = re.sub(r"^(?:对于|针对|关于)|的?(?:情况|问题)$", "", title) or title
            current = Group(title, lead.number, True, [lead], guessed=True)
        current.pieces += [Piece(one.number, "step", one.text, one.label) for one in run]
        had_steps = True
    if current.asks and not had_steps and all(one.kind == "text" for one in current.pieces):
        _cut(current)
    if current.pieces:
        yield current


def _leads(group: Group, said: str) -> bool:
    """Whether a group only announces what the next ones say."""
    return bool(LEADS.search(said)) and all(one.kind == "text" for one in group.pieces)


def _lists(lead: str) -> bool:
    """Whether the sentence before a list announces causes or kinds, not things to do."""
    last = re.split(r"[。！？]|[.!?]\s", lead.rstrip("。.:： "))[-1]
    return bool(CAUSES.search(last)) and not DOING.search(last)


def _cut(group: Group) -> None:
    """Take steps out of sentences: those that say what comes first, or what to do."""
    cut: list[Piece] = []
    for piece in group.pieces:
        for match in SENTENCE.finditer(piece.text):
            text = match[0].strip()
            if not text:
                continue
            begun = any(one.kind == "step" for one in cut)
            if ORDER.search(text) or (begun and ADVICE.search(text)):
                cut.append(Piece(piece.number, "step", text))
            elif begun:
                last = cut[-1]
                space = "" if re.search(f"[{HAN}。！？]$", last.text) else " "
                joined = f"{last.text}{space}{text}"
                if last.number == piece.number:
                    cut[-1] = Piece(last.number, "step", joined)
                else:
                    cut.append(Piece(piece.number, "step", text))
            else:
                cut.append(Piece(piece.number, "text", text))
    if sum(one.kind == "step" for one in cut) >= 2:
        group.pieces, group.cut = cut, True
