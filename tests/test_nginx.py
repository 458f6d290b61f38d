"""The recipe for nginx, run for real.

Needs nginx; without it these tests are skipped, except where `CI` is set.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from urllib.parse import urljoin

import pytest

from browser.kinds import build_odd_site
from built import Built
from conftest import ROOT
from helpcenter.site.policy import headers

RECIPE = (ROOT / "scripts/deploy/nginx.conf").read_text("utf-8")
MIME = Path("/etc/nginx/mime.types")
MAIN = """\
daemon off; master_process off; pid {tmp}/pid; error_log {tmp}/errors;
events {{ }}
http {{
  include {mime}; default_type application/octet-stream; access_log off;
  client_body_temp_path {tmp}/1; proxy_temp_path {tmp}/2; fastcgi_temp_path {tmp}/3;
  uwsgi_temp_path {tmp}/4; scgi_temp_path {tmp}/5;
  include {tmp}/site.conf;
}}
"""


class Server:
    """A running nginx with the recipe, its port and root changed."""

    def __init__(self, program: str, tmp: Path, root: Path, below: str = "") -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        recipe = RECIPE.replace("listen 80;", f"listen 127.0.0.1:{self.port};")
        recipe = recipe.replace("root /var/www/help-center;", f"root {root};")
        recipe = re.sub(r"(?<=[ ^])/(?=404.html;|en/)", f"/{below}", recipe)
        (tmp / "site.conf").write_text(recipe, "utf-8")
        (tmp / "main.conf").write_text(MAIN.format(tmp=tmp, mime=MIME), "utf-8")
        command = [program, "-c", str(tmp / "main.conf"), "-e", str(tmp / "errors")]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError((tmp / "errors").read_text())

    def get(self, path: str, **more: str) -> tuple[int, HTTPMessage, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        wanted = {name.replace("_", "-"): value for name, value in more.items()}
        connection.request("GET", path, headers=wanted)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=10)


@pytest.fixture(scope="module")
def program() -> str:
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found and MIME.is_file():
        return found
    if os.environ.get("CI") and sys.platform == "linux":
        pytest.fail("CI needs nginx, and there is none")
    pytest.skip("no nginx on this machine: the deployment recipe was not run")


@pytest.fixture(scope="module")
def server(
    program: str, built: Built, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    server = Server(program, tmp_path_factory.mktemp("nginx"), built.folder)
    yield server
    server.stop()


def test_every_page_is_found(server: Server, built: Built) -> None:
    for name in built.pages():
        status, found, body = server.get("/" + name.removesuffix("index.html"))
        assert status == 200, name
        assert body == (built.folder / name).read_bytes()
        assert found["Content-Type"] == "text/html; charset=utf-8"


def test_every_answer_carries_the_headers_of_the_policy(server: Server) -> None:
    for path in (
        "/",
        "/en/payments/refund/",
        "/no/such/page/",
        "/assets/styles/site.css",
        "/sw.js",
    ):
        _, found, _ = server.get(path)
        for name, value in headers().items():
            assert found.get_all(name) == [value], (path, name)
        assert "/" not in found["Server"]


def test_text_is_compressed(server: Server, built: Built) -> None:
    for path in ("/index.html", "/assets/styles/site.css", "/api/v1/index.json", "/feed.xml"):
        _, found, body = server.get(path, Accept_Encoding="gzip")
        assert found["Content-Encoding"] == "gzip", path
        assert found["Vary"] == "Accept-Encoding"
        whole = (built.folder / path[1:]).read_bytes()
        assert gzip.decompress(body) == whole
        assert len(body) < len(whole) / 2


def test_only_names_with_a_digest_are_kept_for_long(server: Server, built: Built) -> None:
    shard = next(name for name in built.files() if "assets/search/en-t" in name)
    _, found, _ = server.get(f"/{shard}")
    assert found["Cache-Control"] == "public, max-age=31536000, immutable"
    for path in ("/", "/sw.js", "/assets/search/en.js", "/assets/styles/site.css"):
        status, found, _ = server.get(path)
        assert (status, found["Cache-Control"]) == (200, "no-cache")
        status, _, body = server.get(path, If_None_Match=found["ETag"])
        assert (status, body) == (304, b"")


def test_what_is_not_there_is_said_in_every_language(server: Server) -> None:
    for path in (
        "/payments/nothing/",
        "/en/nothing",
        "/assets/",
        "/en/api/",
        "/.helpcenter",
        "/_headers",
    ):
        status, _, body = server.get(path)
        assert status == 404, path
        lang = "en" if path.startswith("/en/") else "zh-Hans"
        assert f'<html lang="{lang}"'.encode() in body
        for lang in ("zh-Hans", "en"):
            assert f'<div lang="{lang}"'.encode() in body
        assert b"Index of" not in body


def test_kinds_of_files_are_named(server: Server) -> None:
    kinds = {
        "/payments/refund.md": "text/markdown; charset=utf-8",
        "/en/manifest.webmanifest": "application/manifest+json",
        "/api/v1/index.json": "application/json; charset=utf-8",
    }
    for path, kind in kinds.items():
        assert server.get(path)[1]["Content-Type"] == kind
    assert server.get("/api/v1/index.json")[1]["Access-Control-Allow-Origin"] == "*"
    assert server.get("/")[1]["Access-Control-Allow-Origin"] is None


def test_it_works_under_a_sub_path(program: str, tmp_path: Path) -> None:
    site = Built(build_odd_site(tmp_path / "project", "help/"))
    shutil.copytree(site.folder, tmp_path / "www/help")
    server = Server(program, tmp_path, tmp_path / "www", below="help/")
    try:
        status, found, _ = server.get("/help/en/payments")
        assert (status, found["Location"]) == (301, "/help/en/payments/")
        for name in ("404.html", "en/404.html"):
            status, _, body = server.get(f"/help/{name.removesuffix('404.html')}nothing/")
            assert status == 404
            assert body == (site.folder / name).read_bytes()
        asked = set()
        for name in site.pages():
            for tag in site.html(name).tags:
                target = tag.attributes.get("href") or tag.attributes.get("src") or ""
                if target and ":" not in target:
                    asked.add(urljoin(f"/help/{name}", target).partition("#")[0])
        assert {"/help/", "/help/en/payments/late/", "/help/assets/styles/site.css"} <= asked
        assert [one for one in sorted(asked) if server.get(one)[0] != 200] == []
    finally:
        server.stop()
