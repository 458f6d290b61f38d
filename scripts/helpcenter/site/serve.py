"""Live preview: every language, read again on each save, with what is wrong shown in the browser.

A broken edit never takes the preview down: the last good site stays, the findings are laid over
it, and the next sound save replaces both.
"""

from __future__ import annotations

import signal
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from helpcenter.checking import report
from helpcenter.checking.check import check, failing
from helpcenter.content.center import read_center
from helpcenter.content.pages import Shelf
from helpcenter.site.build import BuildFailed
from helpcenter.site.server import server
from helpcenter.site.shown import Shown
from helpcenter.site.templates import environment, template_state
from helpcenter.speech import Speech
from helpcenter.store import store_of

QUIET = 0.05
"""Seconds without another save before it is shown: editors write a file in several strokes."""
WAIT = 20.0
"""Seconds a browser's question for news is held open."""


class Preview:
    """One running preview: the newest good site, its number, and what is wrong now."""

    def __init__(self, root: Path, speech: Speech, wanted: str | None = None) -> None:
        self.root = root.resolve()
        self.speech = speech
        self.wanted = wanted
        self.site: Shown | None = None
        self.base = "/"
        self.version = 0
        self.trouble: list[str] = []
        self._store = store_of(self.root, "serve")
        self._shelf = Shelf()
        self._templates: tuple[object, Environment] | None = None
        self._saved = threading.Event()
        self._observer = Observer()
        self._watched: set[Path] = set()
        self._news = threading.Condition()

    def run(self, port: int) -> int:
        """Read, serve on 127.0.0.1 and watch until interrupted. Returns the exit code."""
        saved, observer = self._saved, self._observer
        observer.schedule(_Saved(saved, self.root), str(self.root), recursive=False)
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _interrupt)
        try:
            # All cores, while there is no other thread.
            self.rebuild(processes=None)
            running = server(self, port)
            observer.start()
            threading.Thread(target=running.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{running.server_port}{self.base}"
            say = self.speech
            print(say(en=f"Preview: {address}", zh=f"预览：{address}"), flush=True)
            print(
                say(
                    en="Save a file and the page reloads. Ctrl-C ends.",
                    zh="保存文件后页面会自动刷新。按 Ctrl-C 结束。",
                ),
                flush=True,
            )
            while True:
                saved.wait()
                while saved.is_set():
                    saved.clear()
                    time.sleep(QUIET)
                self.rebuild()
        except KeyboardInterrupt:
            return 0
        finally:
            if observer.is_alive():
                observer.stop()
            if self.site is not None:
                self.site.close()

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
        self._watch(settings.docs, settings.overrides)
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

    def _watch(self, *folders: Path) -> None:
        """Watch the folders that are not watched yet."""
        for folder in folders:
            if folder.is_dir() and folder not in self._watched:
                self._watched.add(folder)
                self._observer.schedule(_Saved(self._saved, self.root), str(folder), recursive=True)

    def news(self, known: int, wait: float = WAIT) -> dict[str, Any]:
        """What a browser that knows version `known` should know; waits for something new."""
        with self._news:
            self._news.wait_for(lambda: self.version != known, timeout=wait)
            return {"version": self.version, "trouble": self.trouble}


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


class _Saved(FileSystemEventHandler):
    def __init__(self, saved: threading.Event, root: Path) -> None:
        self._saved = saved
        self._root = root

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("opened", "closed_no_write"):
            return
        path = Path(str(event.src_path))
        if path.parent == self._root and path.name != "mkdocs.yml":
            return
        self._saved.set()
