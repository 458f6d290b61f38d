"""The order of pages in `mkdocs.yml`, changed line by line so that every comment stays.

A change is only made if the file, read again, says what it should; otherwise there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from helpcenter.content.marked import Marked, read_marked

ITEM = re.compile(r"^([ \t]*- +)(?:[^#\n]*?:[ \t]+)?([\"']?)([^\s\"'#]+\.md)\2([ \t]*(?:#.*)?)$")


def entries(text: str) -> list[str]:
    """Every file of the navigation, in order."""
    marked = read_marked(text)
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, list):
            for item in value:
                walk(item)
        elif isinstance(value, dict):
            for item in value.values():
                walk(item)

    if isinstance(marked, Marked) and isinstance(marked.data, dict):
        walk(marked.data.get("nav"))
    return found


def with_page(text: str, path: str) -> str | None:
    """`text` with `path` after the last page of its topic; nothing if there is no such place."""
    file = f"{path}.md"
    before = entries(text)
    if file in before:
        return text
    topic, _, name = path.rpartition("/")
    lines = text.split("\n")
    items = _items(lines)
    if name == "index" and topic:
        new = _topic_added(lines, items, topic)
    else:
        new = _page_added(lines, items, topic, file)
    if new is None:
        return None
    result = "\n".join(new)
    after = entries(result)
    return result if [one for one in after if one != file] == before and file in after else None


def _items(lines: list[str]) -> list[tuple[int, str, str]]:
    """Number, beginning (`      - `) and file of every line of the navigation, from 0."""
    start = next((n for n, line in enumerate(lines) if re.match(r"nav:", line)), len(lines))
    found = []
    for number in range(start + 1, len(lines)):
        if re.match(r"[^\s#-]", lines[number]):
            break
        if match := ITEM.match(lines[number].rstrip("\r")):
            found.append((number, match[1], match[3]))
    return found


def _page_added(
    lines: list[str], items: list[tuple[int, str, str]], topic: str, file: str
) -> list[str] | None:
    mine = [one for one in items if one[2].rpartition("/")[0] == topic]
    if not mine:
        return None
    number, start, _ = mine[-1]
    end = "\r" if lines[number].endswith("\r") else ""
    return [*lines[: number + 1], f"{start}{file}{end}", *lines[number + 1 :]]


def _topic_added(
    lines: list[str], items: list[tuple[int, str, str]], topic: str
) -> list[str] | None:
    deep = [one for one in items if "/" in one[2]]
    if not deep:
        return None
    number, start, file = deep[-1]
    first = next(one for one in deep if one[2].startswith(file.rpartition("/")[0] + "/"))
    head = lines[first[0] - 1].rstrip("\r")
    indent = re.match(r"[ \t]*- +", head)
    if not indent or not head.rstrip().endswith(":"):
        return None
    end = "\r" if lines[number].endswith("\r") else ""
    added = [f"{indent[0]}{topic}:{end}", f"{start}{topic}/index.md{end}"]
    return [*lines[: number + 1], *added, *lines[number + 1 :]]


def with_renamed(text: str, moved: Mapping[str, str]) -> str | None:
    """`text` with each page of `moved` at its new path; a page that changes its topic moves there.

    Nothing if the navigation cannot be changed with certainty.
    """
    before = entries(text)
    there = [old for old, new in moved.items() if f"{new}.md" in before]
    before = [one for one in before if one.removesuffix(".md") not in there]
    lines = text.split("\n")
    away: list[str] = []
    drop: list[int] = []
    topics = _topics(moved)
    for number, start, file in _items(lines):
        old = file.removesuffix(".md")
        new = moved.get(old)
        if new is None:
            continue
        if old in there:
            drop.append(number)
        elif old.rpartition("/")[0] == new.rpartition("/")[0] or topics:
            rest = lines[number][len(start) :]
            lines[number] = start + rest.replace(file, f"{new}.md", 1)
        else:
            drop.append(number)
            away.append(new)
    if topics:
        pattern = re.compile(r"^([ \t]*- +)([\"']?)([a-z0-9-]+)(\2:\s*(?:#.*)?)$")
        lines = [pattern.sub(_renamer(topics), line) for line in lines]
    lines = [line for number, line in enumerate(lines) if number not in drop]
    result = "\n".join(lines)
    for path in away:
        added = with_page(result, path)
        if added is None:
            return None
        result = added
    after = entries(result)
    wanted = [f"{moved.get(one.removesuffix('.md'), one.removesuffix('.md'))}.md" for one in before]
    return result if sorted(after) == sorted(wanted) else None


def _topics(moved: Mapping[str, str]) -> dict[str, str]:
    """The topics that are renamed as a whole: their `index` moves."""
    found = {}
    for old, new in moved.items():
        if old.endswith("/index") and new.endswith("/index"):
            found[old.removesuffix("/index")] = new.removesuffix("/index")
    return found


def _renamer(topics: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    def new(match: re.Match[str]) -> str:
        return f"{match[1]}{match[2]}{topics.get(match[3], match[3])}{match[4]}"

    return new
