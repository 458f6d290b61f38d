"""The preview's server, for browsers on this machine."""

from __future__ import annotations

import html
import json
import mimetypes
import os
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from helpcenter.content.address import file_behind
from helpcenter.site.build import BuildFailed
from helpcenter.site.preview import Preview

NEWS = "/_helpcenter/news"
SCRIPT = "/_helpcenter/live.js"
LIVE = (Path(__file__).parent / "live.js").read_text("utf-8")
HTML = "text/html; charset=utf-8"


def server(preview: Preview, port: int) -> ThreadingHTTPServer:
    """A server for `preview` on `port`, or on one of the next that is free, or on any."""
    handler = partial(_Handler, preview=preview)
    for candidate in range(port, min(port + 20, 65536)):
        try:
            return _Server(("127.0.0.1", candidate), handler)
        except OSError:
            continue
    return _Server(("127.0.0.1", 0), handler)


class _Server(ThreadingHTTPServer):
    # A second preview must get another port, not share this one.
    allow_reuse_address = os.name != "nt"
    daemon_threads = True


class _Handler(BaseHTTPRequestHandler):
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
            self._file(unquote(path))

    def _file(self, path: str) -> None:
        site, base = self.preview.site, self.preview.base
        if site is None:
            self._send(self._told(self.preview.trouble), HTML)
            return
        if not path.startswith(base):
            self._moved(HTTPStatus.FOUND, base)
            return
        name = path.removeprefix(base)
        if site.is_folder(name):
            self._moved(HTTPStatus.MOVED_PERMANENTLY, self.path.partition("?")[0] + "/")
            return
        name = file_behind(name)
        status = HTTPStatus.OK
        try:
            content = site.file(name)
            if content is None:
                name, status = "404.html", HTTPStatus.NOT_FOUND
                content = site.file(name) or b"404"
        except BuildFailed as error:
            self._send(self._told(self.preview.said(error)), HTML, HTTPStatus.INTERNAL_SERVER_ERROR)
            return
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if kind.startswith("text/") or kind.endswith(("json", "xml")):
            kind += "; charset=utf-8"
        if name.endswith(".html"):
            content = content.replace(b"</body>", f"{self._tag()}</body>".encode(), 1)
        self._send(content, kind, status)

    def _tag(self) -> str:
        return f'<script src="{SCRIPT}" data-version="{self.preview.version}" defer></script>'

    def _told(self, lines: list[str]) -> bytes:
        """The page shown while there is no good one."""
        text = html.escape("\n".join(lines))
        page = f"<!doctype html><meta charset=utf-8><title>helpcenter</title><pre>{text}</pre>"
        return f"{page}<body>{self._tag()}</body>".encode()

    def _moved(self, status: HTTPStatus, address: str) -> None:
        self.send_response(status)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

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
