"""No build publishes what the gate refuses, whoever put it there, and says where to mend it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from browser.kinds import build_odd_site
from built import Built
from conftest import ROOT
from helpcenter.checking.check import Checked, check
from helpcenter.cli import main
from helpcenter.content.center import read_center
from helpcenter.content.settings import read_settings
from helpcenter.site.build import BuildFailed, build_site
from helpcenter.site.gate import assets, wrongs
from helpcenter.site.guard import Guard, Refused
from small_site import SITE, write_site

REFUND = "docs/en/payments/refund.md"
MAIN = """\
<!doctype html>
<html lang="{{ view.lang|e }}">
<head><title>{{ view.meta.title|e }}</title></head>
<body>
{{ view.answer }}
{% for section in view.sections %}{{ section.html }}{% endfor %}
</body>
</html>
"""
TEMPLATES = {
    "overrides/main.html": MAIN,
    "overrides/404.html": "<!doctype html>lost<body></body>",
    "overrides/sitemap.xml": "{% for view in entries %}{{ view.canonical }} {% endfor %}",
}
HARM = {
    "inline script": ("<script>steal()</script>", "inline script"),
    "script from elsewhere": ('<script src="https://example.com/a.js"></script>', "src=https:"),
    "event handler": ('<p onclick="steal()">a</p>', "onclick="),
    "javascript: link": ('<a href="javascript:steal()">a</a>', "href=javascript:steal()"),
    "iframe": ('<iframe src="https://example.com/"></iframe>', "<iframe>"),
    "form": ('<form action="https://example.com/"></form>', "action=https:"),
    "password field": ('<input type="password">', "type=password"),
    "style": ('<p style="position:fixed">a</p>', "style="),
    "style sheet": ("<style>p{}</style>", "<style>"),
    "picture from elsewhere": ('<img src="https://example.com/a.png" alt="">', "src=https:"),
}
BODY = SITE[REFUND]
LAST = BODY.count("\n") + 2


def project(root: Path, changes: dict[str, str | bytes | None]) -> Path:
    return write_site(root, {**TEMPLATES, **changes})


def refused(root: Path, processes: int = 1) -> list[str]:
    """What a build says if no rule has looked at the articles."""
    checked = check(read_center(root))
    silent = Checked(checked.center, checked.words, ())
    with pytest.raises(BuildFailed) as caught:
        build_site(root, silent, root / "site", processes=processes)
    assert str(caught.value) == "\n".join(one.say("en") for one in caught.value.findings)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("harm", HARM)
def test_what_an_article_smuggles_in_fails_with_file_and_line(harm: str, tmp_path: Path) -> None:
    html, why = HARM[harm]
    site = project(tmp_path, {})
    build_site(site, check(read_center(site)), site / "site")
    before = Built(site / "site").files()
    said = refused(project(tmp_path, {REFUND: f"{BODY}\n{html}\n"}))
    assert said[0].startswith(f"{REFUND}:{LAST}: error unsafe-output: “<"), said
    assert why in said[0]
    assert "the page en/payments/refund/index.html would carry it" in said[0]
    assert Built(site / "site").files() == before


def test_attributes_and_links_written_as_markdown_are_traced_too(tmp_path: Path) -> None:
    body = f"{BODY}\n**One.**{{ onclick=steal() }}\n\n[two](javascript:steal(2))\n"
    said = refused(project(tmp_path, {REFUND: body}))
    assert [one.partition(": ")[0] for one in said] == [f"{REFUND}:{LAST}", f"{REFUND}:{LAST + 2}"]


@pytest.mark.parametrize("key", ["title", "short", "description"])
def test_tags_in_front_matter_do_not_even_become_a_page(key: str, tmp_path: Path) -> None:
    name = "docs/en/payments/index.md"
    page = SITE[name].replace(f"\n{key}: ", f"\n{key}: <b onclick=steal()>")
    center = read_center(project(tmp_path, {name: page}))
    line = page.split("<b")[0].count("\n") + 1
    assert f"{name}:{line}:" in "\n".join(one.say("en") for one in check(center).findings)
    assert center.page("en", "payments/index") is None


def test_a_setting_that_a_template_does_not_escape_is_traced(tmp_path: Path) -> None:
    config = SITE["mkdocs.yml"].replace("site_name: Help", 'site_name: "<script>a()</script>"')
    template = MAIN.replace("{{ view.meta.title|e }}", "a").replace(
        "<body>", "<body>{{ view.site_name }}"
    )
    said = refused(project(tmp_path, {"mkdocs.yml": config, "overrides/main.html": template}))
    line = config.split("<script>")[0].count("\n") + 1
    assert said[0].startswith(f"mkdocs.yml:{line}: error unsafe-output: “<script>a()"), said


def test_a_word_that_a_template_does_not_escape_is_traced(tmp_path: Path) -> None:
    words = "overrides/words/en.yml"
    root = project(
        tmp_path,
        {
            words: SITE[words] + "hello: '<iframe src=\"https://example.com/\"></iframe>'\n",
            "overrides/words/zh.yml": SITE["overrides/words/zh.yml"] + "hello: 你好\n",
            "overrides/main.html": MAIN.replace("<body>", "<body>{{ view.words.hello }}"),
        },
    )
    assert refused(root)[0].startswith(f"{words}:4: error unsafe-output: “<iframe src=")


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("harm", HARM)
def test_what_a_template_brings_fails_with_its_line(
    harm: str, processes: int, tmp_path: Path
) -> None:
    html, why = HARM[harm]
    template = MAIN.replace("</body>", f"{html}</body>")
    said = refused(project(tmp_path, {"overrides/main.html": template}), processes)
    assert said[0].startswith("overrides/main.html:7: error unsafe-output"), said
    assert why in said[0]


@pytest.mark.parametrize("name", ["404.html", "print.html"])
def test_pages_made_besides_the_articles_are_checked(name: str, tmp_path: Path) -> None:
    template = '<!doctype html>\n<p onclick="a()"></p>'
    said = refused(project(tmp_path, {f"overrides/{name}": template}))
    assert said[0].startswith(f"overrides/{name}:2: error unsafe-output: “<p onclick="), said


@pytest.mark.parametrize("name", ["docs/zh/payments/one.svg", "overrides/assets/images/one.svg"])
def test_a_file_that_browsers_run_is_refused(name: str, tmp_path: Path) -> None:
    said = refused(project(tmp_path, {name: "<svg>\n<script>steal()</script></svg>"}))
    assert said[0].startswith(f"{name}:2: error unsafe-output: “<script>steal"), said


@pytest.mark.parametrize(
    ("template", "kind"), [("start.html", "folder"), ("single.html", "single")]
)
def test_editions_to_take_along_are_checked(template: str, kind: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    words = {
        name: (ROOT / name).read_text("utf-8")
        for name in ("overrides/words/zh.yml", "overrides/words/en.yml")
    }
    (tmp_path / "overrides/published.yml").unlink()
    path = tmp_path / "overrides" / template
    text = path.read_text("utf-8").replace("</body>", '<p style="a"></p></body>')
    line = text.split("<p style=")[0].count("\n") + 1
    root = write_site(tmp_path, {**words, f"overrides/{template}": text})
    checked = check(read_center(root))
    with pytest.raises(BuildFailed, match=rf"overrides/{template}:{line}: error unsafe-output"):
        build_site(root, checked, root / "site", kind=kind)


def test_the_command_says_it_in_the_editors_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = MAIN.replace("</body>", "<script>steal()</script></body>")
    root = project(tmp_path, {"overrides/main.html": template})
    assert main(["build", "--root", str(root), "--lang", "zh"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith(
        "overrides/main.html:7: error unsafe-output: “<script>steal()</script>”"
        "不能发布（内嵌脚本）。把它删掉，否则会出现在页面 "
    )
    assert "网站没有改动" in said.err
    assert not (root / "site").exists()


def test_mkdocs_refuses_it_too(tmp_path: Path) -> None:
    template = MAIN.replace("</body>", "<script>steal()</script></body>")
    root = project(tmp_path, {"overrides/main.html": template})
    command = [sys.executable, "-m", "mkdocs", "build", "-d", str(tmp_path / "theirs")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert (
        "overrides/main.html:7: error unsafe-output: “<script>steal()</script>” may not"
        in done.stderr
    )
    assert not list((tmp_path / "theirs").rglob("index.html"))


def test_this_site_passes(built: Built) -> None:
    Guard(read_settings(ROOT)).rest(built.folder)


def test_a_site_with_everything_passes(tmp_path: Path) -> None:
    folder = build_odd_site(tmp_path)
    Guard(read_settings(tmp_path)).rest(folder)


def test_it_is_refused_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "one.svg").write_text("<svg>\n<image/></svg>")
    with pytest.raises(Refused, match=r"^one.svg:2: error unsafe-output: “<image/>”"):
        Guard(read_settings(ROOT)).rest(tmp_path)


def test_a_page_costs_less_than_a_millisecond(built: Built) -> None:
    known = assets(ROOT / "overrides")
    pages = [(built.folder / name).read_text("utf-8") for name in built.pages()]
    start = time.process_time()
    assert not any(wrongs((page,), known) for page in pages)
    spent = (time.process_time() - start) / len(pages)
    print(f"{spent * 1000:.2f} ms a page")
    assert spent < 0.001
