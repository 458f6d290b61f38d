"""The preview shows every save, survives a broken one and recovers."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from small_site import SITE, article, write_site
from test_build import TEMPLATE, TEMPLATES


class Running:
    """A preview in a process of its own."""

    def __init__(self, root: Path, *words: str, **variables: str) -> None:
        self.root = root
        command = [sys.executable, "-m", "helpcenter", "serve", "--root", str(root)]
        encoding = variables.get("PYTHONIOENCODING", "utf-8")
        self.process = subprocess.Popen(
            [*command, *(words or ("--lang", "en"))],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding=encoding,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "0", **variables},
        )
        self.said: list[str] = []
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.url = ""
        address = re.compile(r"(http://127\.0\.0\.1:\d+\S*)")
        self.until(lambda: address.search("".join(self.said)) is not None)
        found = address.search("".join(self.said))
        assert found is not None
        self.url = found[1]

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as stream:
            for line in stream:
                self.said.append(line)

    def end(self, how: signal.Signals = signal.SIGINT) -> None:
        """Press Ctrl-C and see that it ends well."""
        self.process.send_signal(how)
        assert self.process.wait(10) == 0
        self.listener.join(10)
        assert "Traceback" not in "".join(self.said)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until `condition()` holds."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if condition():
                return
            assert self.process.poll() is None, "".join(self.said)
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


def test_it_starts_with_broken_settings_and_shows_the_site_when_they_are_mended(
    tmp_path: Path,
) -> None:
    sound = SITE["mkdocs.yml"]
    broken = sound.replace("site_name: 帮助", "site_name: [帮助")
    preview = Running(write_site(tmp_path, {**TEMPLATES, "mkdocs.yml": broken}))
    assert "mkdocs.yml:1: error unreadable-settings" in preview.trouble()
    assert "mkdocs.yml:1" in preview.get("")[1]
    preview.save("mkdocs.yml", sound)
    preview.until(lambda: preview.shows("en/", "Find answers"))
    assert preview.trouble() == ""
    preview.end()


def test_settings_broken_on_the_way_keep_the_last_good_site(preview: Running) -> None:
    sound = SITE["mkdocs.yml"]
    for broken in ("", "\x00", "site_name: [", sound.replace("locale: en", "locale: english")):
        preview.save("mkdocs.yml", broken)
        preview.until(lambda: "mkdocs.yml:" in preview.trouble())
        assert preview.shows("en/", "Find answers")
        preview.save("mkdocs.yml", sound)
        preview.until(lambda: preview.trouble() == "")
    assert preview.shows("en/payments/refund/", "Ask first")


def test_a_build_beside_it_disturbs_neither(preview: Running) -> None:
    command = [sys.executable, "-m", "helpcenter", "build", "--root", str(preview.root)]
    builds = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for _ in range(2)
    ]
    preview.save("docs/en/index.md", article("Help", "Meanwhile.\n", kind="home"))
    said = [build.communicate(timeout=60)[0] for build in builds]
    codes = [build.returncode for build in builds]
    assert 0 in codes, said
    # The one that came too late says so.
    for code, text in zip(codes, said, strict=True):
        assert code == 0 or "Another build into" in text
    assert (preview.root / "site/en/payments/refund/index.html").is_file()
    preview.until(lambda: preview.shows("en/", "Meanwhile"))


def children(process: int) -> list[int]:
    """The processes that `process` started, and theirs."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == process:
            found += [int(folder.name), *children(int(folder.name))]
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_nothing_of_it_is_left_when_it_ends(how: signal.Signals, tmp_path: Path) -> None:
    spare = tmp_path / "spare"
    spare.mkdir()
    root = write_site(tmp_path / "project", TEMPLATES)
    before = {path.name for path in root.iterdir()} | {".cache"}
    preview = Running(root, TMPDIR=str(spare))
    preview.save("docs/en/index.md", article("Help", "New words.\n", kind="home"))
    preview.until(lambda: preview.shows("en/", "New words"))
    started = children(preview.process.pid)
    preview.end(how)
    assert [one for one in started if Path(f"/proc/{one}").exists()] == []
    # Compiled templates serve the next preview too.
    assert [one for one in spare.iterdir() if not one.name.startswith("_jinja2-cache")] == []
    assert {path.name for path in root.iterdir()} <= before


def test_it_ends_at_once_while_it_builds(tmp_path: Path) -> None:
    preview = Running(write_site(tmp_path, TEMPLATES))
    for number in range(3):
        preview.save("docs/en/index.md", article("Help", f"{number}\n", kind="home"))
        time.sleep(0.1)
    preview.end()


@pytest.mark.parametrize("folder", ["docs", "overrides"])
def test_a_folder_may_go_and_come_back(preview: Running, folder: str) -> None:
    away = preview.root / f"{folder}-away"
    (preview.root / folder).rename(away)
    preview.save("mkdocs.yml", SITE["mkdocs.yml"] + "# a save\n")
    preview.until(lambda: preview.trouble() != "")
    assert preview.shows("en/", "Find answers")
    away.rename(preview.root / folder)
    preview.save("mkdocs.yml", SITE["mkdocs.yml"])
    preview.until(lambda: preview.trouble() == "")
    preview.save("docs/en/index.md", article("Help", "Back again.\n", kind="home"))
    preview.until(lambda: preview.shows("en/", "Back again"))


def test_a_project_that_is_moved_away_is_survived(tmp_path: Path) -> None:
    preview = Running(write_site(tmp_path / "here", TEMPLATES))
    preview.root.rename(tmp_path / "there")
    time.sleep(1)
    assert preview.shows("en/", "Find answers")
    preview.end()


def test_a_port_that_somebody_else_uses_is_left_alone(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        root = write_site(tmp_path, TEMPLATES)
        preview = Running(root, "--lang", "en", "--port", str(port))
        assert f":{port}/" not in preview.url
        assert preview.shows("en/", "Find answers")
        preview.end()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_terminal_without_chinese_letters_is_no_obstacle(tmp_path: Path, encoding: str) -> None:
    root = write_site(tmp_path, TEMPLATES)
    preview = Running(root, "--lang", "zh", PYTHONIOENCODING=encoding)
    preview.save("docs/zh/index.md", "没有开头\n")
    preview.until(lambda: "docs/zh/index.md:1" in preview.trouble())
    preview.until(lambda: "docs/zh/index.md:1" in "".join(preview.said))
    preview.end()


def test_a_project_may_lie_anywhere(tmp_path: Path) -> None:
    root = write_site(tmp_path / "我的 帮助 (été) #1", TEMPLATES)
    preview = Running(root)
    preview.save("docs/en/index.md", article("Help", "New words.\n", kind="home"))
    preview.until(lambda: preview.shows("en/", "New words"))
    preview.save("overrides/main.html", "{% if %}")
    preview.until(lambda: preview.trouble().startswith("overrides/main.html:1"))
    preview.end()
    shutil.rmtree(root)
