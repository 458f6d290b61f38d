"""Where the things of an article stand in its Markdown.

The renderer forgets lines, so they are found again: in the order of the text, each thing by the
way it is written, and never inside code or comments, which the renderer does not look into
either. Asked again for the same thing, the answer is the next place.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, chain

from helpcenter.content.inert import all_blanked, blanked, inert, unfenced
from helpcenter.content.signs import LETTERS, ROWS

HEADING = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(#{1,6})(?!#)")
UNDERLINE = re.compile(r"[ \t>]*(=+|-+)[ \t]*")
INLINE = re.compile(r"\]\(\s*<?([^\s<>()\\]*)>?(?=[\s)])")
ESCAPED = re.compile(r"\]\(\s*<?[^\s()]*\\")
AUTOMATIC = re.compile(r"<([^\s<>]+)>")
BRACES = re.compile(r"\{[^{}\n]*\}")
WRITTEN = re.compile(r"""(?:#|\bid=["']?)([^\s"'<>(){}#]+)""")
NAME = re.compile(r"#([\w-]+)")
DEFINITION = re.compile(
    r"^ {0,3}\[([^\]\n]+)\]:[ \t]*\n?[ \t]*(?:<([^>\n]*)>|([^\s<>]\S*|))"
    r"(?=[ \t]*(?:\n[ \t]*)?(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\))?[ \t]*$)",
    re.MULTILINE,
)
UNSHOWN = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)|\{[^{}\n]*\}")
"""What a reader does not see of a line."""


class Places:
    """The lines of one article, from its first line below the front matter on."""

    def __init__(
        self, lines: Sequence[str], first: int, *, fences: bool, code: Sequence[str]
    ) -> None:
        """`first` counts from 0; `code` are the texts of the code blocks that were rendered."""
        self.first = first
        self.whole = "\n".join(lines[first:])
        self.shown = self.whole
        """Without comments."""
        self.live = self.shown
        """Without comments and code."""
        if fences:
            self.live = "\n".join(unfenced(self.live.split("\n")))
        spans = list(inert(self.live))
        comments = [one for one in spans if self.live.startswith("<!--", one[0])]
        self.shown = all_blanked(self.shown, comments)
        self.live = all_blanked(self.live, spans)
        self._starts = [0, *(match.end() for match in re.finditer("\n", self.live))]
        if code:
            self._without_code(code)
        self._found: dict[str, list[int]] = {}
        definitions = DEFINITION.findall(self.live) if "]:" in self.live else ()
        self._definitions = [(label, angled or bare) for label, angled, bare in definitions]
        self._usual()
        self._headings = self._all_headings()
        shown = self.shown
        if "&" in shown:
            # `&#10;` is the end of a line, and must not become one.
            rows = (html.unescape(row).replace("\n", " ") for row in shown.split("\n"))
            shown = "\n".join(rows)
        self._letters = UNSHOWN.sub("", shown).translate(ROWS)
        self._rows = [0, *accumulate(len(row) + 1 for row in self._letters.split("\n"))]
        self._row, self._place = 0, 0

    def _usual(self) -> None:
        """Find what is written in the usual way in one go; a search for each takes longer."""
        if not ESCAPED.search(self.live):
            elsewhere = {address for _, address in self._definitions}
            elsewhere |= set(AUTOMATIC.findall(self.live))
            for match in INLINE.finditer(self.live):
                if elsewhere.isdisjoint((match[1], match[1].removeprefix("mailto:"))):
                    self._found.setdefault(f"({match[1]}", []).append(self._opening(match))
        if "id=" not in self.live:
            for braces in BRACES.finditer(self.live):
                for match in NAME.finditer(braces[0]):
                    self._found.setdefault(f"#{match[1]}", []).append(braces.start())

    @cached_property
    def _ids(self) -> set[str]:
        return set(WRITTEN.findall(self.live))

    @cached_property
    def _lower(self) -> str:
        return self.live.lower()

    def line(self, offset: int) -> int:
        """The line of the file that holds the character at `offset` of the body."""
        return self.first + bisect_right(self._starts, offset)

    def link(self, target: str) -> int:
        """The line of the next link or image that leads to `target`, as it is written."""
        if f"({target}" in self._found:
            return self._next(f"({target}", "", "")
        spelled = "".join(rf"\\?{re.escape(sign)}" for sign in target)
        patterns = [rf"\]\(\s*<?{spelled}>?(?=[\s)])", f"<{spelled.removeprefix(_MAILTO)}>"]
        for label, address in self._definitions:
            if address == target:
                name = r"\s+".join(map(re.escape, label.split()))
                patterns.append(rf"(?i:\]\s?\[\s*{name}\s*\]|\[\s*{name}\s*\](?!\[[^\]]|[(:]))")
        return self._next(f"({target}", "|".join(patterns), target)

    def id(self, id: str) -> int:
        """The line of the next `{#id}`."""
        if f"#{id}" in self._found:
            return self._next(f"#{id}", "", "")
        if id not in self._ids:
            # Made from the words of a heading; looking for each would take minutes.
            return self.first + 1
        pattern = rf"\{{[^}}\n]*?(?:#|\bid=[\"']?){re.escape(id)}(?![\w-])"
        return self._next(f"#{id}", pattern, id)

    def attribute(self, name: str) -> int:
        """The line of the next `{name=…}`."""
        return self._next(f"={name}", rf"\{{[^}}\n]*?{re.escape(name)}", name)

    def named_class(self, name: str) -> int | None:
        """The line of the next `{.name}`, `{class=name}` or `!!! name`; nothing if no editor wrote
        that class."""
        if name.lower() not in self._lower:
            return None
        one = rf"{re.escape(name)}(?![\w-])"
        pattern = rf"\{{[^}}\n]*?(?:\.|class=[\"']?(?:[^\"'}}\n]*\s)?){one}"
        pattern += rf"|(?m:^)[ \t]*(?:!!!|\?\?\?\+?)[ \t]*(?:[\w-]+[ \t]+)*{one}"
        if not re.search(pattern, self.live, re.IGNORECASE):
            return None
        return self._next(f".{name}", pattern, "")

    def html(self, piece: str) -> int:
        """The line of the next piece of HTML that begins like this one."""
        start = piece.strip().split("\n")[0]
        return self._next_of(f"<{start}", start, start[:12])

    def row(self, text: str) -> int:
        """The line of the next row of a table that is written like this one."""
        return self._next_of(f"|{text}", text, text)

    def _next_of(self, key: str, text: str, otherwise: str) -> int:
        """The line of the next `text`, as it stands there."""
        if text and text[0] != "]" and key not in self._found:
            # To make an expression of each, for its one search, takes longer than all the rest.
            found = []
            place = self.live.find(text)
            while place >= 0:
                found.append(place)
                place = self.live.find(text, place + len(text))
            if found:
                self._found[key] = found
        return self._next(key, re.escape(text), otherwise)

    def _next(self, key: str, pattern: str, otherwise: str) -> int:
        found = self._found.get(key)
        if found is None:
            found = [self._opening(match) for match in re.finditer(pattern, self.live)]
            if not found and otherwise:
                found = [max(self.shown.find(otherwise), self.whole.find(otherwise), 0)]
            self._found[key] = found or [0]
            found = self._found[key]
        return self.line(found.pop(0) if len(found) > 1 else found[0])

    def _opening(self, match: re.Match[str]) -> int:
        """Where the link begins whose `](` or `][` was found; else where the match begins."""
        if not match[0].startswith("]"):
            return match.start()
        depth, place = 0, match.start()
        lowest = max(place - 2_000, 0)
        while place >= lowest:
            depth += 1 if self.live[place] == "]" else -1
            if depth == 0:
                return place
            place = max(self.live.rfind(sign, lowest, place) for sign in "[]")
        return match.start()

    def heading(self, level: int, text: str) -> int:
        """The line of the next heading of that level with those words."""
        wanted = letters(text)
        same = [place for place, one in enumerate(self._headings) if one[1] == level]
        equal = (one for one in same if wanted == self._headings[one][2])
        alike = (one for one in same if wanted in self._headings[one][2])
        place = next(chain(equal, alike, same), None)
        if place is None:
            return self.first + 1
        row = self._headings[place][0]
        del self._headings[: place + 1]
        # Whatever was mistaken above, the words below a heading are looked for there.
        self._row, self._place = row, self._rows[row + 1] - 1
        return self.first + row + 1

    def block(self, text: str) -> int:
        """The line where the next paragraph, item or cell with those words begins."""
        wanted = letters(text.strip().split("\n")[0])
        below = self._rows[self._headings[0][0]] if self._headings else len(self._letters)
        for start, end in ((wanted[:40], below), (wanted[:8], below), (wanted[:40], None)):
            place = self._letters.find(start, self._place, end) if start else -1
            if place >= 0:
                self._row = bisect_right(self._rows, place) - 1
                # Never beyond the row, which may hold less than is wanted.
                self._place = min(place + len(wanted), self._rows[self._row + 1] - 1)
                break
        return self.first + self._row + 1

    def _all_headings(self) -> list[tuple[int, int, str]]:
        # Code is no heading, and may stand in one.
        rows, shown = self.live.split("\n"), self.shown.split("\n")
        found = []
        for row, line in enumerate(rows):
            if match := HEADING.match(line):
                found.append((row, len(match[1]), letters(shown[row])))
            elif line.strip() and row + 1 < len(rows):
                under = UNDERLINE.fullmatch(rows[row + 1])
                if under:
                    level = 1 if under[1][0] == "=" else 2
                    found.append((row, level, letters(shown[row])))
        return found

    def _without_code(self, code: Sequence[str]) -> None:
        # As written: signs of code inside of paragraphs may stand in a block of code too.
        # A line of which nothing is left is code already.
        live = self.live.split("\n")
        rows = [row if live[at].strip() else "" for at, row in enumerate(self.whole.split("\n"))]
        row = 0
        for text in code:
            wanted = [line.strip() for line in text.rstrip("\n").split("\n")]
            for start in range(row, len(rows) - len(wanted) + 1):
                if [line.strip() for line in rows[start : start + len(wanted)]] == wanted:
                    row = start + len(wanted)
                    self.live = blanked(self.live, self._starts[start], self._end(row))
                    break

    def _end(self, row: int) -> int:
        return self._starts[row] if row < len(self._starts) else len(self.live)


_MAILTO = "".join(rf"\\?{re.escape(sign)}" for sign in "mailto:")


def letters(text: str) -> str:
    """What is left of a line when all is taken away that Markdown could have added."""
    return UNSHOWN.sub("", html.unescape(text)).translate(LETTERS)
