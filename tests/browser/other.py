"""Firefox and WebKit, as far as they can be driven without a package of their own.

Firefox speaks WebDriver BiDi over a web socket (Debian: firefox-esr), WebKit plain WebDriver
(Debian: webkit2gtk-driver, and Xvfb for a screen). A driver only opens pages and evaluates scripts.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

MINI_BROWSER = "/usr/lib/*/webkit2gtk-4.*/MiniBrowser"


class Driver(Protocol):
    """What the tests need of a browser."""

    def open(self, address: str) -> None:
        """Go to a page and wait until it has loaded."""

    def run(self, function: str, *arguments: Any) -> Any:
        """The result of an async JavaScript function, as plain data."""

    def told(self) -> list[str]:
        """Since this was asked last: errors and warnings of pages, and what they asked a network
        for, as far as the browser tells."""


class _Firefox:
    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.number = 0
        self.faults: list[str] = []
        self("session.new", capabilities={})
        self("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])
        self.tab = self("browsingContext.getTree")["contexts"][0]["context"]

    def __call__(self, method: str, **parameters: Any) -> Any:
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        self.connection.send(json.dumps(message))
        while True:
            answer = json.loads(self.connection.recv(timeout=60))
            if answer["type"] == "event":
                self._hear(answer["method"], answer["params"])
            elif answer.get("id") == self.number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def _hear(self, event: str, said: Any) -> None:
        if event == "log.entryAdded" and said["level"] in ("warn", "error"):
            self.faults.append(f"{said['level']}: {said['text']}")
        elif event == "network.beforeRequestSent":
            address = said["request"]["url"]
            if not address.startswith(("file:", "data:")):
                self.faults.append(f"network: {address}")

    def told(self) -> list[str]:
        faults, self.faults = self.faults, []
        return faults

    def open(self, address: str) -> None:
        self("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def run(self, function: str, *arguments: Any) -> Any:
        call = f"({function})(...{json.dumps(arguments)})"
        done = self(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await {call}))()",
            target={"context": self.tab},
            awaitPromise=True,
        )
        assert done["type"] == "success", done
        return json.loads(done["result"].get("value", "null"))


class _WebKit:
    def __init__(self, base: str, binary: str) -> None:
        self.base = base
        options = {"binary": binary, "args": ["--automation"]}
        asked = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self.session = self("/session", asked)["sessionId"]
        self(f"/session/{self.session}/timeouts", {"script": 60_000})

    def __call__(self, path: str, data: Any) -> Any:
        body = json.dumps(data).encode()
        request = urllib.request.Request(self.base + path, body, method="POST")
        with urllib.request.urlopen(request, timeout=90) as answer:
            return json.loads(answer.read())["value"]

    def told(self) -> list[str]:
        return []

    def open(self, address: str) -> None:
        self(f"/session/{self.session}/url", {"url": address})

    def run(self, function: str, *arguments: Any) -> Any:
        script = (
            "const done = arguments[arguments.length - 1];"
            f"({function})(...JSON.parse(arguments[0]))"
            ".then((value) => done(JSON.stringify(value ?? null)),"
            " (error) => done(JSON.stringify({ error: String(error) })));"
        )
        call = {"script": script, "args": [json.dumps(arguments)]}
        return json.loads(self(f"/session/{self.session}/execute/async", call))


@contextmanager
def firefox() -> Iterator[Driver | None]:
    """Firefox without a window, or nothing if it is not there."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    try:
        from websockets.sync.client import connect
    except ImportError:
        program = None
    if program is None:
        yield None
        return
    profile = Path(tempfile.mkdtemp())
    command = [program, "--headless", "--no-remote", "--profile", str(profile)]
    process = subprocess.Popen(
        [*command, "--remote-debugging-port", "0"], stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr
        address = next(
            match[1]
            for line in process.stderr
            if (match := re.search(r"listening on (ws://\S+)", line))
        )
        with connect(f"{address}/session", max_size=None) as connection:
            yield _Firefox(connection)
    finally:
        process.terminate()
        process.wait(20)
        if process.stderr:
            process.stderr.close()
        shutil.rmtree(profile, ignore_errors=True)


@contextmanager
def webkit() -> Iterator[Driver | None]:
    """WebKitGTK's small browser on a screen nobody sees, or nothing if it is not there."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    binary = next((str(one) for one in Path("/").glob(MINI_BROWSER.lstrip("/"))), None)
    if not (driver and screen and binary):
        yield None
        return
    processes = []
    try:
        shown = subprocess.Popen(
            [screen, "-displayfd", "1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        processes.append(shown)
        assert shown.stdout
        display = f":{shown.stdout.readline().strip()}"  # said when the screen is there
        environment = {
            **os.environ,
            "DISPLAY": display,
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
        }
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [driver, f"--port={port}", "--host=127.0.0.1"]
        processes.append(
            subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, text=True)
        )
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield _WebKit(f"http://127.0.0.1:{port}", binary)
    finally:
        for process in reversed(processes):
            process.terminate()
            process.wait(20)
            if process.stdout:
                process.stdout.close()
