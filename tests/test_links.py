"""Addresses elsewhere, against a server of our own that misbehaves in every way it can."""

from __future__ import annotations

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from helpcenter.cli import main
from helpcenter.commands.links import judged
from helpcenter.links.external import Verdict, judge
from helpcenter.links.fetching import Limits
from helpcenter.links.moving import same_server
from small_site import SITE, write_site

ASKED: Counter[tuple[str, str]] = Counter()
BUSY = [0]
"""How many questions were being answered, after each change."""
BUSY_LOCK = threading.Lock()
BOMB = gzip.compress(bytes(30_000_000))
PAGE = '<p id="one"><a name="two"><p id="常">'.encode()


class Server(BaseHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _send(self, status: int, body: bytes = PAGE, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Type" not in headers:
            self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def _answer(self) -> None:
        path = self.path
        ASKED[path, self.command] += 1
        count = ASKED[path, "HEAD"] + ASKED[path, "GET"]
        head = self.command == "HEAD"
        if path.startswith("/status/"):
            self._send(int(path[8:11]))
        elif path == "/no-head" or path == "/no-head-404":
            self._send((405 if path == "/no-head" else 404) if head else 200)
        elif path == "/head-resets" and head:
            self.connection.shutdown(socket.SHUT_RDWR)
        elif path == "/empty":
            self._send(204, b"")
        elif path == "/once-503":
            self._send(503 if count < 3 else 200)
        elif path == "/once-429":
            self._send(*((429,) if count < 2 else (200,)), Retry_After="1")
        elif path == "/day-429":
            self._send(429, Retry_After="86400")
        elif path == "/date-503":
            self._send(503, Retry_After="Fri, 31 Dec 2100 23:59:59 GMT")
        elif (path == "/reset-once" and count < 2) or path == "/reset":
            self.connection.shutdown(socket.SHUT_RDWR)
        elif path == "/moved":
            self._send(301, Location="/good")
        elif path == "/to-other-host":
            self._send(301, Location=f"http://localhost:{self.server.server_address[1]}/good")
        elif path == "/for-now":
            self._send(302, Location="/good")
        elif path == "/moved-then-for-now":
            self._send(301, Location="/for-now")
        elif path == "/loop":
            self._send(302, Location="/loop-2")
        elif path == "/loop-2":
            self._send(302, Location="/loop")
        elif path.startswith("/deep/"):
            self._send(302, Location=f"/deep/{int(path[6:]) + 1}")
        elif path == "/to-script":
            self._send(302, Location="javascript:alert(1)")
        elif path == "/to-nowhere":
            self._send(302)
        elif path == "/to-broken":
            self._send(302, Location="http://[::1")
        elif path == "/to-404":
            self._send(301, Location="/status/404")
        elif path == "/slow":
            time.sleep(4)
        elif path == "/drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for _ in range(40):
                self.wfile.write(b"X")
                self.wfile.flush()
                time.sleep(0.1)
        elif path == "/endless":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            while not head:
                self.wfile.write(b"x" * 65_536)
        elif path == "/gzip":
            self._send(200, gzip.compress(PAGE), Content_Encoding="gzip")
        elif path == "/bomb":
            self._send(200, BOMB, Content_Encoding="gzip")
        elif path == "/bad-gzip":
            self._send(200, b"no gzip", Content_Encoding="gzip")
        elif path == "/pdf":
            self._send(200, b"%PDF", Content_Type="application/pdf")
        elif path == "/gbk":
            page = '<p id="常">'.encode("gbk")
            self._send(200, page, Content_Type="text/html; charset=GBK")
        elif path == "/gbk-meta":
            page = '<meta charset=gb2312><p id="常">'.encode("gbk")
            self._send(200, page, Content_Type="text/html")
        elif path == "/no-charset":
            self._send(200, PAGE, Content_Type="text/html; charset=no-such-thing")
        elif path == "/bomb-in-bomb":
            self._send(200, gzip.compress(BOMB), Content_Encoding="gzip")
        elif path.startswith("/busy/"):
            with BUSY_LOCK:
                BUSY.append(BUSY[-1] + 1)
            time.sleep(0.1)
            with BUSY_LOCK:
                BUSY.append(BUSY[-1] - 1)
            self._send(200)
        elif path == "/garbage":
            self.wfile.write(b"\x00\xff\x00garbage\r\n\r\n")
        else:
            self._send(200)


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    one = Quiet(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=one.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{one.server_address[1]}"
    one.shutdown()
    one.server_close()


GOOD = [
    *("/good", "/no-head", "/no-head-404", "/head-resets", "/empty", "/once-503", "/once-429"),
    *("/reset-once", "/for-now", "/moved-then-for-now", "/good?q=a b", "/路径", "/endless"),
    *("/gzip#one", "/gzip#%E5%B8%B8", "/good#常", "/good#two", "/good#top", "/good#:~:text=x"),
    *("/gbk#常", "/gbk-meta#%E5%B8%B8", "/no-charset#常", "/bomb-in-bomb", "/bomb#gone"),
    *("/good#one:~:text=x", "/pdf#page=2", "/bomb", "/bad-gzip", "/good#/route", "/status/206"),
]
BAD = [
    *(("/status/404", "dead"), ("/status/410", "dead"), ("/status/500", "dead")),
    *(("/status/501", "dead"), ("/loop", "dead"), ("/deep/1", "dead"), ("/to-script", "dead")),
    *(("/to-nowhere", "dead"), ("/to-broken", "dead"), ("/to-404", "dead"), ("/reset", "dead")),
    *(("/slow", "dead"), ("/drip", "dead"), ("/garbage", "dead"), ("/day-429", "unsure")),
    *(("/date-503", "unsure"), ("/status/403", "unsure"), ("/status/401", "unsure")),
    *(("/gbk#gone", "anchor"), ("/no-charset#gone", "anchor")),
    *(("/moved", "moved"), ("/good#gone", "anchor"), ("/gzip#gone", "anchor")),
]
LIMITS = Limits(seconds=1, private=True)


def verdict(server: str, path: str) -> Verdict:
    url, _, anchor = path.partition("#")
    return judge(server + url, frozenset({anchor} - {""}), LIMITS, lambda _: None)


@pytest.mark.parametrize("path", GOOD)
def test_no_false_alarm(server: str, path: str) -> None:
    assert verdict(server, path) == Verdict("good")


@pytest.mark.parametrize(("path", "kind"), BAD)
def test_every_fault_is_found_in_time(server: str, path: str, kind: str) -> None:
    start = time.monotonic()
    assert verdict(server, path).kind == kind
    assert time.monotonic() - start < 60


def test_what_cannot_be_an_address_is_dead() -> None:
    limits = Limits(seconds=1)
    for url in (
        "http://[::1",
        "http://a:b@c.example/",
        "https://",
        "http://x.invalid/",
        "http://a..b/",
    ):
        assert judge(url, frozenset(), limits, lambda _: None).kind == "dead", url


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "10.0.0.1", "[::1]", "169.254.1.1"])
def test_this_network_is_not_asked(host: str) -> None:
    assert judge(f"http://{host}:9/", frozenset(), Limits()) == Verdict("unsafe", "private")


def test_a_server_without_the_encryption_it_promises_is_a_fault(server: str) -> None:
    secure = server.replace("http:", "https:")
    assert judge(secure + "/good", frozenset(), LIMITS, lambda _: None) == Verdict("dead", "tls")


def test_one_host_is_asked_twice_at_once_and_each_address_once(server: str) -> None:
    wanted = {f"{server}/once/{number}": frozenset[str]() for number in range(20)}
    done: list[int] = []
    found = judged(wanted, LIMITS, 1, lambda: done.append(1))
    assert {one.kind for one in found.values()} == {"good"}
    assert len(done) == 20
    assert all(ASKED[f"/once/{number}", "HEAD"] == 1 for number in range(20))


def test_a_host_answers_no_more_than_two_at_once_beside_another(server: str) -> None:
    other = server.replace("127.0.0.1", "localhost")
    wanted = {f"{server}/busy/{number}": frozenset[str]() for number in range(12)}
    wanted |= {f"{other}/good?{number}": frozenset[str]() for number in range(12)}
    found = judged(wanted, Limits(seconds=5, private=True), 1, lambda: None)
    assert {one.kind for one in found.values()} == {"good"}
    assert max(BUSY) == 2


@pytest.fixture(scope="module")
def secure(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A server with a certificate that nobody vouches for, and the certificate."""
    folder = tmp_path_factory.mktemp("tls")
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -keyout key -out cert"
    names = ["-addext", "subjectAltName=IP:127.0.0.1"]
    if not shutil.which("openssl"):
        pytest.skip("no openssl to make a certificate")
    subprocess.run(["openssl", *words.split(), *names], cwd=folder, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert", folder / "key")
    one = Quiet(("127.0.0.1", 0), Server)
    one.socket = context.wrap_socket(one.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=one.serve_forever, daemon=True).start()
    yield f"https://127.0.0.1:{one.server_address[1]}", folder / "cert"
    one.shutdown()
    one.server_close()


def test_encryption_counts_only_if_somebody_vouches_for_it(
    secure: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, certificate = secure
    assert verdict(url, "/good") == Verdict("dead", "tls")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert verdict(url, "/good#one") == Verdict("good")
    assert verdict(url.replace("127.0.0.1", "localhost"), "/good") == Verdict("dead", "tls")


MOVED = """\
[a](SERVER/moved) and `SERVER/moved`, [b](SERVER/moved#one "Title") [c](SERVER/moved-not)
<SERVER/moved> [over
two lines](SERVER/moved), [by name][n]; [for now](SERVER/for-now) [away](SERVER/to-other-host)

[n]: SERVER/moved
"""


def test_links_follow_what_moved_for_good(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "docs/en/payments/refund.md"
    text = (SITE[page] + "\n" + MOVED.replace("SERVER", server)).replace("\n", "\r\n")
    root = write_site(tmp_path, {page: text})
    words = ["links", "--root", str(root), "--lang", "en", "--allow-private", "--format", "human"]
    assert main([*words, "--fix"]) == 0
    good, moved = f"{server}/good", f"{server}/moved"
    wanted = (
        text.replace(f"({moved})", f"({good})")
        .replace(f"({moved}#one", f"({good}#one")
        .replace(f"<{moved}>", f"<{good}>")
        .replace(f"[n]: {moved}", f"[n]: {good}")
    )
    assert (root / page).read_bytes().decode() == wanted
    out, err = capsys.readouterr()
    assert "1 files mended." in err
    assert f"“{server}/to-other-host” has moved for good." in out
    assert moved not in out.replace(f"{moved}-not", "")
    assert main([*words, "--fix"]) == 0
    assert "0 files mended." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("http://a.example/x", "https://www.a.example/y", True),
        ("https://a.example/x", "http://a.example/x", False),
        ("https://a.example/x", "https://b.example/x", False),
        ("https://a.example/x", "https://a.example:8443/x", False),
        ("https://a.example/x", "https://u@a.example/x", False),
        ("https://a.example/x", "https://[::1", False),
    ],
)
def test_only_the_same_server_is_followed(old: str, new: str, same: bool) -> None:
    assert same_server(old, new) is same


def test_the_command_names_lines_and_remembers_good_answers(
    server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "docs/en/payments/refund.md"
    text = f"{SITE[page]}\n[a]({server}/remembered)\n[b]({server}/status/404)\n"
    root = write_site(tmp_path, {page: text})
    words = ["links", "--root", str(root), "--lang", "en", "--allow-private", "--format", "human"]
    assert main(words) == 1
    assert main(words) == 1
    assert f"{page}:19:5: error dead-link: “{server}/status/404” does not work (404)." in (
        capsys.readouterr().out
    )
    assert ASKED["/remembered", "HEAD"] == 1
    assert main([*words, "--fresh"]) == 1
    assert ASKED["/remembered", "HEAD"] == 2
