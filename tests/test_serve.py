"""The preview shows every save, survives a broken one and recovers."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from small_site import SITE, article, write_site
from test_build import TEMPLATE, TEMPLATES


class Running:
    """A preview in a process of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.process = subprocess.Popen(
            [sys.executable, "-m", "helpcenter", "serve", "--lang", "en", "--root", str(root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
        self.said: list[str] = []
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.url = ""
        self.until(lambda: re.search(r"Preview: (\S+)", "".join(self.said)) is not None)
        found = re.search(r"Preview: (\S+)", "".join(self.said))
        assert found is not None
        self.url = found[1]

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            for line in stream:
                self.said.append(line)

    def end(self) -> None:
        """Press Ctrl-C and see that it ends well."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(10) == 0
        self.listener.join(10)
        assert "Traceback" not in "".join(self.said)

    def until(self, condition: object) -> None:
        """Wait until `condition()` holds."""
        assert callable(condition)
        end = time.monotonic() + 30
        while time.monotonic() < end:
            if condition():
                return
            time.sleep(0.05)
        raise AssertionError("".join(self.said))

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page."""
        try:
            with urllib.request.urlopen(self.url + path) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def shows(self, path: str, words: str) -> bool:
        """Whether the page holds these words."""
        return words in self.get(path)[1]

    def trouble(self) -> str:
        """What the browser would lay over the page."""
        with urllib.request.urlopen(f"{self.url}_helpcenter/news?-1") as answer:
            return "\n".join(json.load(answer)["trouble"])

    def save(self, name: str, text: str) -> None:
        """Save a file as an editor does."""
        (self.root / name).write_text(text, "utf-8")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Running]:
    running = Running(write_site(tmp_path, TEMPLATES))
    yield running
    running.end()


def test_a_save_in_either_language_is_shown(preview: Running) -> None:
    preview.save("docs/zh/index.md", article("帮助", "换了新话。\n", kind="home"))
    preview.until(lambda: preview.shows("", "换了新话"))
    preview.save("docs/en/index.md", article("Help", "New words.\n", kind="home"))
    preview.until(lambda: preview.shows("en/", "New words"))


def test_a_broken_save_keeps_the_last_good_page_and_says_what_is_wrong(preview: Running) -> None:
    sound = SITE["docs/en/payments/refund.md"]
    preview.save("docs/en/payments/refund.md", article("How?", "No steps here.\n"))
    preview.until(lambda: "docs/en/payments/refund.md:10: error" in preview.trouble())
    assert "“How?” has no numbered steps." in preview.trouble()
    assert preview.shows("en/payments/refund/", "Ask first")
    preview.save("docs/en/payments/refund.md", sound.replace("Ask first", "Ask them first"))
    preview.until(lambda: preview.shows("en/payments/refund/", "Ask them first"))
    assert preview.trouble() == ""


def test_a_broken_template_is_survived(preview: Running) -> None:
    preview.save("overrides/main.html", "{% if %}")
    preview.until(lambda: "overrides/main.html:1" in preview.trouble())
    assert preview.shows("en/", "Find answers")
    preview.save("overrides/main.html", f"mended{TEMPLATE}")
    preview.until(lambda: preview.shows("en/", "mended"))


def test_a_deleted_page_is_gone_even_after_a_broken_save(preview: Running) -> None:
    nav = SITE["mkdocs.yml"]
    for language in ("zh", "en"):
        name = f"docs/{language}/payments/slow.md"
        preview.save(name, SITE[f"docs/{language}/payments/refund.md"])
    preview.save("mkdocs.yml", nav + "      - payments/slow.md\n")
    preview.until(lambda: preview.get("payments/slow/")[0] == 200)
    preview.save("docs/en/index.md", "no front matter\n")
    preview.until(lambda: "docs/en/index.md:1" in preview.trouble())
    for language in ("zh", "en"):
        (preview.root / f"docs/{language}/payments/slow.md").unlink()
    preview.save("mkdocs.yml", nav)
    preview.save("docs/en/index.md", SITE["docs/en/index.md"])
    preview.until(lambda: preview.get("payments/slow/") == (404, preview.get("no/such/")[1]))


def test_a_second_preview_takes_another_port(preview: Running, tmp_path: Path) -> None:
    other = Running(preview.root)
    assert other.url != preview.url
    assert other.get("")[0] == 200
    other.end()


def test_pages_are_never_kept_by_the_browser(preview: Running) -> None:
    with urllib.request.urlopen(preview.url) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        assert b"/_helpcenter/live.js" in answer.read()
