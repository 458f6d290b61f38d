"""Live preview: served to browsers on this machine, made anew on each save."""

from __future__ import annotations

import signal
import threading
import time
from importlib import import_module
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from helpcenter.rules import RULES
from helpcenter.site.preview import Preview
from helpcenter.site.server import server
from helpcenter.speech import Speech

QUIET = 0.05
"""Seconds without another save before it is shown: editors write a file in several strokes."""


def serve(root: Path, speech: Speech, wanted: str | None, port: int) -> int:
    """Read, serve on 127.0.0.1 and watch until interrupted. Returns the exit code.

    `wanted` is the language of findings, if somebody chose one.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _interrupt)
    preview = Preview(root, speech, wanted)
    saves = _Saves(preview.root)
    try:
        # All cores, while there is no other thread.
        preview.rebuild(processes=None)
        running = server(preview, port)
        saves.watch(preview.folders)
        saves.start()
        threading.Thread(target=running.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{running.server_port}{preview.base}"
        print(speech(en=f"Preview: {address}", zh=f"预览：{address}"), flush=True)
        print(
            speech(
                en="Save a file and the page reloads. Ctrl-C ends.",
                zh="保存文件后页面会自动刷新。按 Ctrl-C 结束。",
            ),
            flush=True,
        )
        _prepare()
        while True:
            saves.wait()
            preview.rebuild()
            saves.watch(preview.folders)
    except KeyboardInterrupt:
        return 0
    finally:
        saves.end()
        preview.close()


def _prepare() -> None:
    """Load what the first save needs while nobody waits for it."""
    import_module("helpcenter.content.reading")
    for rule in RULES:
        rule.load()


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


class _Saves(FileSystemEventHandler):
    """Saves below the watched folders, and of the settings in `root`."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._saved = threading.Event()
        self._observer = Observer()
        self._observer.schedule(self, str(root), recursive=False)
        self._watched: set[Path] = set()

    def start(self) -> None:
        """Begin to watch."""
        self._observer.start()

    def watch(self, folders: tuple[Path, ...]) -> None:
        """Watch those of `folders` that are there and are not watched yet."""
        for folder in folders:
            if folder.is_dir() and folder not in self._watched:
                self._watched.add(folder)
                self._observer.schedule(self, str(folder), recursive=True)

    def wait(self) -> None:
        """Return after a save, when no other has followed for a while."""
        self._saved.wait()
        while self._saved.is_set():
            self._saved.clear()
            time.sleep(QUIET)

    def end(self) -> None:
        """Watch no more."""
        if self._observer.is_alive():
            self._observer.stop()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a save; whoever only reads changes nothing."""
        if event.event_type in ("opened", "closed_no_write"):
            return
        path = Path(str(event.src_path))
        if path.parent == self._root and path.name != "mkdocs.yml":
            return
        self._saved.set()
