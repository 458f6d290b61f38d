"""What is wrong with the registry, collected with its lines while the registry is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from helpcenter.contacts.values import Wrong
from helpcenter.content.marked import Marked
from helpcenter.finding import Fault, nearest

EXPLAINED = "explained"
"""What is wrong stands where the brand or region itself is broken, and is said there."""


class Faults:
    """The faults of one file, and the words it lacks in one of the languages `locales`."""

    def __init__(self, marked: Marked, file: str, locales: tuple[str, ...]) -> None:
        self.marked = marked
        self.file = file
        self.locales = locales
        self.found: list[Fault] = []
        self.lacking: dict[tuple[str, str, str], list[str]] = {}
        """Keys without words, by section, entry and locale."""

    def __len__(self) -> int:
        return len(self.found)

    def add(self, key: tuple[str | int, ...], wrong: str, value: Any = "", **more: str) -> None:
        """`wrong` is a key of `wording.WRONG`, or one that `wording` makes a sentence of."""
        names = [str(part) for part in key if isinstance(part, str)]
        detail = {
            "wrong": wrong,
            "value": str(value)[:60],
            "entry": names[1] if len(names) > 1 else "",
            "key": ".".join(names[2:]) if len(names) > 2 else (names[0] if names else ""),
            **more,
        }
        self.found.append(Fault("broken-contact", self.file, self.marked.line(*key), detail))

    def known(self, data: Mapping[str, Any], keys: tuple[str, ...], key: tuple[str, ...]) -> None:
        """Keys of `data`, which stands at `key`, that are none of `keys`."""
        for name in data:
            if name not in keys:
                self.add((*key, name), "unknown-key", name, near=nearest(name, keys) or "")

    def take(
        self, key: tuple[str | int, ...], value: Any, read: Callable[[Any], Any]
    ) -> Any | None:
        """What `read` makes of `value`, which stands at `key`; nothing if that is wrong."""
        try:
            found = read(value)
        except Wrong as error:
            if str(error) != EXPLAINED:
                self.add(key, str(error), value)
            return None
        for locale in self.locales if isinstance(found, dict) else ():
            if locale not in found:
                section, name, *inside = map(str, key)
                self.lacking.setdefault((section, name, locale), []).append(".".join(inside))
        return found

    def section(self, data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        """A mapping below the top; an empty one if it is none."""
        value = data.get(name) or {}
        if isinstance(value, dict):
            return value
        self.add((name,), "shape", name)
        return {}

    def untranslated(self) -> Iterator[Fault]:
        """Entries that lack words of a language, each once a language."""
        for (section, name, locale), keys in self.lacking.items():
            detail = {"entry": name, "locale": locale, "keys": " ".join(keys)}
            line = self.marked.line(section, name)
            yield Fault("missing-contact-words", self.file, line, detail)
