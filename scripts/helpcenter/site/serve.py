"""Live preview: every language, rebuilt on each save, with what is wrong shown in the browser.

A broken edit never takes the preview down: the last good site stays, the findings are laid over
it, and the next sound save replaces both.
"""

from __future__ import annotations

import html
import json
import os
import shutil
import signal
import tempfile
import threading
import time
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from helpcenter.checking import report
from helpcenter.checking.check import check, failing
from helpcenter.content.center import read_center
from helpcenter.site.build import BuildFailed, build_site
from helpcenter.speech import Progress, Speech

QUIET = 0.15
"""Seconds without another save before a build starts: editors write a file in several strokes."""
WAIT = 20.0
"""Seconds a browser's question for news is held open."""
NEWS = "/_helpcenter/news"
SCRIPT = "/_helpcenter/live.js"
LIVE = (Path(__file__).parent / "live.js").read_text("utf-8")


class Preview:
    """One running preview: the newest good site, its number, and what is wrong now."""

    def __init__(self, root: Path, speech: Speech, wanted: str | None = None) -> None:
        self.root = root.resolve()
        self.speech = speech
        self.wanted = wanted
        self.site: Path | None = None
        self.base = "/"
        self.version = 0
        self.trouble: list[str] = []
        self._saved = threading.Event()
        self._observer = Observer()
        self._watched: set[Path] = set()
        self._folder = Path(tempfile.mkdtemp(prefix="helpcenter-preview-"))
        self._news = threading.Condition()

    def run(self, port: int) -> int:
        """Build, serve on 127.0.0.1 and watch until interrupted. Returns the exit code."""
        saved, observer = self._saved, self._observer
        observer.schedule(_Saved(saved, self.root), str(self.root), recursive=False)
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _interrupt)
        try:
            self.rebuild()
            server = self._server(port)
            observer.start()
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}{self.base}"
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
            shutil.rmtree(self._folder, ignore_errors=True)

    def rebuild(self) -> None:
        """Check and build; on errors keep what is shown and tell what is wrong."""
        start = time.monotonic()
        fresh = self._folder / str(self.version + 1)
        base = self.base
        lines: list[str] = []
        try:
            trouble, base = self._build(fresh, lines)
        except BuildFailed as error:
            language = self.wanted or self.speech.language
            found = [one.say(language) for one in error.findings]
            trouble = found or str(error).splitlines()
            lines += trouble
        except Exception as error:  # a fault of ours must not end an editor's preview
            trouble = [f"helpcenter: {type(error).__name__}: {error}"]
            lines += trouble
        with self._news:
            old = self.site
            if not trouble:
                self.site = fresh
                self.base = base
            self.trouble = trouble
            self.version += 1
            self._news.notify_all()
        if old is not None and old != self.site:
            shutil.rmtree(old, ignore_errors=True)
        for line in lines:
            print(line, flush=True)
        spent = time.monotonic() - start
        if trouble:
            print(
                self.speech(en="Not shown until this is mended.", zh="改好以后才会显示新的内容。"),
                flush=True,
            )
        else:
            print(
                self.speech(en=f"Built in {spent:.1f} s", zh=f"生成用了 {spent:.1f} 秒"),
                flush=True,
            )

    def _build(self, fresh: Path, lines: list[str]) -> tuple[list[str], str]:
        """Build into `fresh` unless something is wrong: what is, and the path of the home page.

        Everything found is added to `lines`. Raises BuildFailed.
        """
        center = read_center(self.root)
        settings = center.settings
        self._watch(settings.docs, settings.overrides)
        checked = check(center)
        lines += report.lines(checked.findings, settings, self.wanted, self.speech)
        base = urlsplit(settings.site_url).path or "/"
        if failing(checked.findings):
            return list(lines), base
        total = len(center.paths) * len(settings.languages)
        progress = Progress(self.speech(en="Pages", zh="页面"), total)
        try:
            # One process: forking beside the server's threads is not safe.
            build_site(self.root, checked, fresh, progress.step, processes=1, kind="preview")
        finally:
            progress.close()
        return [], base

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

    def _server(self, port: int) -> ThreadingHTTPServer:
        handler = partial(_Handler, preview=self)
        for candidate in range(port, min(port + 20, 65536)):
            try:
                server = _Server(("127.0.0.1", candidate), handler)
            except OSError:
                continue
            server.daemon_threads = True
            return server
        return _Server(("127.0.0.1", 0), handler)


class _Server(ThreadingHTTPServer):
    # A second preview must get another port, not share this one.
    allow_reuse_address = os.name != "nt"
    daemon_threads = True


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


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, preview: Preview) -> None:
        self.preview = preview
        super().__init__(*args)

    def do_HEAD(self) -> None:
        """The same as GET; `_send` leaves the content out."""
        self.do_GET()

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path == NEWS:
            known = int(query) if query.isdecimal() else -1
            self._send(json.dumps(self.preview.news(known)).encode(), "application/json")
        elif path == SCRIPT:
            self._send(LIVE.encode(), "text/javascript; charset=utf-8")
        else:
            self._page(path)

    def _page(self, path: str) -> None:
        site, base = self.preview.site, self.preview.base
        if site is None:
            self._send(self._waiting(), "text/html; charset=utf-8")
            return
        if not path.startswith(base):
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", base)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self.directory = str(site)
        local = Path(self.translate_path(path.removeprefix(base.rstrip("/"))))
        if local.is_dir() and not path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if local.is_dir():
            local /= "index.html"
        try:
            content, status = local.read_bytes(), HTTPStatus.OK
        except OSError:
            local = site / "404.html"
            content, status = local.read_bytes(), HTTPStatus.NOT_FOUND
        kind = self.guess_type(str(local))
        if local.suffix == ".html":
            kind = "text/html; charset=utf-8"
            tag = f'<script src="{SCRIPT}" data-version="{self.preview.version}" defer></script>'
            content = content.replace(b"</body>", tag.encode() + b"</body>", 1)
        self._send(content, kind, status)

    def _waiting(self) -> bytes:
        """The page shown while there is no good site yet."""
        text = "\n".join(self.preview.trouble)
        tag = f'<script src="{SCRIPT}" data-version="{self.preview.version}" defer></script>'
        page = (
            f"<!doctype html><meta charset=utf-8><title>helpcenter</title><pre>{html.escape(text)}"
        )
        return f"{page}</pre><body>{tag}</body>".encode()

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent: the terminal belongs to findings."""
