"""What a live preview shows: every language, read again on each save, or what is wrong.

A broken edit never takes the preview down: the last good site stays, the findings are laid over
it, and the next sound save replaces both.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment

from helpcenter.checking import report
from helpcenter.checking.check import check, failing
from helpcenter.content.center import read_center
from helpcenter.content.pages import Shelf
from helpcenter.site.build import BuildFailed
from helpcenter.site.shown import Shown
from helpcenter.site.templates import environment, template_state
from helpcenter.speech import Speech
from helpcenter.store import store_of

WAIT = 20.0
"""Seconds a browser's question for news is held open."""


class Preview:
    """The newest good site, its number, and what is wrong now."""

    def __init__(self, root: Path, speech: Speech, wanted: str | None = None) -> None:
        self.root = root.resolve()
        self.speech = speech
        self.wanted = wanted
        self.site: Shown | None = None
        self.base = "/"
        self.folders: tuple[Path, ...] = ()
        """Where its articles and templates lie, as its settings say."""
        self.version = 0
        self.trouble: list[str] = []
        self._store = store_of(self.root, "serve")
        self._shelf = Shelf()
        self._templates: tuple[object, Environment] | None = None
        self._news = threading.Condition()

    def rebuild(self, processes: int | None = 1) -> None:
        """Read and check; on errors keep what is shown and tell what is wrong."""
        start = time.monotonic()
        base = self.base
        lines: list[str] = []
        fresh: Shown | None = None
        trouble: list[str] = []
        try:
            fresh, base = self._read(lines, processes)
            if fresh is None:
                trouble = list(lines)
        except BuildFailed as error:
            trouble = self.said(error)
            lines += trouble
        except Exception as error:  # a fault of ours must not end an editor's preview
            trouble = [f"helpcenter: {type(error).__name__}: {error}"]
            lines += trouble
        with self._news:
            old = self.site
            if fresh is not None:
                self.site = fresh
                self.base = base
            self.trouble = trouble
            self.version += 1
            self._news.notify_all()
        if old is not None and old != self.site:
            old.close()
        for line in lines:
            print(line, flush=True)
        spent = time.monotonic() - start
        say = self.speech
        if trouble:
            print(
                say(en="Not shown until this is mended.", zh="改好以后才会显示新的内容。"),
                flush=True,
            )
        elif self.site is not None:
            count = self.site.number
            print(
                say(en=f"{count} pages in {spent:.1f} s", zh=f"{count} 页，用了 {spent:.1f} 秒"),
                flush=True,
            )
        self._store.save()

    def _read(self, lines: list[str], processes: int | None) -> tuple[Shown | None, str]:
        """The new site, or nothing if something is wrong; and the path of the home page.

        Everything found is added to `lines`. Raises BuildFailed.
        """
        center = read_center(self.root, store=self._store, processes=processes, shelf=self._shelf)
        settings = center.settings
        self.folders = (settings.docs, settings.overrides)
        checked = check(center, store=self._store, processes=processes)
        lines += report.lines(checked.findings, settings, self.wanted, self.speech)
        base = urlsplit(settings.site_url).path or "/"
        if failing(checked.findings):
            return None, base
        state = template_state(settings)
        if self._templates is None or self._templates[0] != state:
            # The site shown so far keeps its own.
            self._templates = (state, environment(settings))
        return Shown(self.root, checked, self._store, self._templates[1]), base

    def said(self, error: BuildFailed) -> list[str]:
        """Why there is no page, in the editor's language where there are words in it."""
        language = self.wanted or self.speech.language
        text = self.speech(en=str(error), zh=error.zh)
        return [one.say(language) for one in error.findings] or text.splitlines()

    def news(self, known: int, wait: float = WAIT) -> dict[str, Any]:
        """What a browser that knows version `known` should know; waits for something new."""
        with self._news:
            self._news.wait_for(lambda: self.version != known, timeout=wait)
            return {"version": self.version, "trouble": self.trouble}

    def close(self) -> None:
        """Remove what the site it shows has written."""
        if self.site is not None:
            self.site.close()
