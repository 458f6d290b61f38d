"""Ways to get a false number in front of readers by a pull request: each is a finding.

All are planted in one copy of this project, each with a number of its own.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import ROOT
from helpcenter.checking.check import Checked, check
from helpcenter.checking.wishes import Wishes
from helpcenter.contacts.names import NAMES
from helpcenter.contacts.site import check_site
from helpcenter.content.center import read_center
from helpcenter.finding import Finding, Level
from helpcenter.site.build import build_site

PAGE = "docs/zh/payments/refund.md"
SVG = '<svg xmlns="http://www.w3.org/2000/svg">\n'
APPENDED: Mapping[str, tuple[str, str]] = {
    "prose": (PAGE, "\n拨打 400-000-1001。\n"),
    "a comment": (PAGE, "\n<!-- 拨打 400-000-1022 -->\n"),
    "an alternative text": (PAGE, "\n![拨打 400-000-1002](images/x.png)\n"),
    "a link": (PAGE, "\n[打给客服](tel:4000001003)\n"),
    "raw HTML": (PAGE, '\n<span title="拨打 400-000-1004">客服</span>\n'),
    "cells": (PAGE, "\n热线：\n\n| 一 | 二 | 三 |\n|---|---|---|\n| 400 | 000 | 1005 |\n"),
    "a comment that allows it": (
        PAGE,
        "\n<!-- allow unlisted-phone: 官方号码 -->\n拨打 400-000-1006。\n",
    ),
    "a word nobody uses": ("overrides/words/zh.yml", "planted: 拨打 400-000-1007\n"),
    "a synonym": ("overrides/search/synonyms/zh.yml", "  - [客服热线, 拨打 400-000-1008]\n"),
    "a template": ("overrides/partials/footer.html", "<p>拨打 400-000-1009</p>\n"),
    "a string of a template": (
        "overrides/partials/footer.html",
        '{{ "拨打 400-" ~ "000-1010" }}\n',
    ),
    "a script": ("overrides/assets/scripts/menu.js", "show('拨打 400-' + '000-1011');\n"),
    "a style sheet": (
        "overrides/assets/styles/site.css",
        "footer::after { content: '拨打 400-000-1012' }\n",
    ),
    "the text of a picture": ("docs/zh/images/a.svg", f"{SVG}<text>拨打 400-000-1013</text></svg>"),
    "the link of a picture": (
        "docs/zh/images/b.svg",
        f'{SVG}<a href="tel:4000001014"><text>x</text></a></svg>',
    ),
    "the name of a picture": ("docs/zh/images/拨打-400-000-1015.svg", f"{SVG}</svg>"),
    "the name of a page": ("docs/zh/payments/400-000-1016.md", ""),
    "a redirect": ("overrides/published.yml", "  call/400-000-1017: payments/refund\n"),
    "a redirect to elsewhere": ("overrides/published.yml", "  old/page: https://b.example/1018\n"),
    "a note of the registry": (
        "overrides/contacts.yml",
        "\n  planted:\n    brand: alipay\n    source_note: {zh: 拨打 400-000-1019, en: x}\n",
    ),
    "another template": ("overrides/planted.html", "<p>拨打 400-000-1020</p>\n"),
    "a pattern for new pages": ("overrides/new/zh/faq.md", "\n拨打 400-000-1021。\n"),
}
REPLACED: Mapping[str, tuple[str, str, str]] = {
    "the description of a page": (PAGE, "description: ", "description: 拨打 400-000-1031，"),
    "the address of a definition": (PAGE, "---\n\n", "---\n\n[^1]: 400-000-1029\n\n"),
    "an interface word": ("overrides/words/zh.yml", "跳到正文", "拨打 400-000-1030"),
    "a keyword": (PAGE, "keywords: [", "keywords: [拨打 400-000-1032, "),
    "the site's name": ("mkdocs.yml", "  site_name: 钱包", "  site_name: 钱包 400-000-1033 "),
    "the site's description": (
        "mkdocs.yml",
        "site_description: 付款失败",
        "site_description: 拨打 400-000-1034，付款失败",
    ),
    "the copyright": (
        "mkdocs.yml",
        "docs_dir: docs",
        "docs_dir: docs\ncopyright: 拨打 400-000-1035",
    ),
    "the place to report to": (
        "mkdocs.yml",
        "docs_dir: docs",
        "docs_dir: docs\nextra: {report_url: 'https://b.example/1036'}",
    ),
    "the site's own address": (
        "mkdocs.yml",
        "site_url: https://help.example.org/",
        "site_url: https://alipay-1037.example/",
    ),
    "the place to edit": (
        "mkdocs.yml",
        "https://github.com/example/wallet-help/",
        "https://alipay-1038.example/",
    ),
}
SIGNS = {
    name: re.findall(r"10\d\d", " ".join(edit))[0]
    for name, edit in (*APPENDED.items(), *REPLACED.items())
}
"""By what a finding about an attack is known."""
ON_PAGES = ("prose", "an interface word", "a template", "a string of a template", "a script")
ON_PAGES += ("a style sheet", "the site's name", "the place to report to")
"""Attacks of which something stands in the built site."""


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project with every attack."""
    root = tmp_path_factory.mktemp("attacked") / "project"
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name, text in APPENDED.values():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(text)
    for name, old, new in REPLACED.values():
        path = root / name
        text = path.read_text("utf-8")
        assert old in text, old
        path.write_text(text.replace(old, new, 1), "utf-8")
    return root


@pytest.fixture(scope="module")
def checked(attacked: Path) -> Checked:
    return check(read_center(attacked))


def about(sign: str, findings: tuple[Finding, ...]) -> list[Finding]:
    return [
        one
        for one in findings
        if one.level is Level.ERROR and (sign in one.text["en"] or sign in one.path)
    ]


@pytest.mark.parametrize("name", SIGNS)
def test_every_attack_is_an_error(name: str, checked: Checked) -> None:
    found = about(SIGNS[name], checked.findings)
    assert found, name
    file = (APPENDED.get(name) or REPLACED[name])[0]
    assert {one.path for one in found} <= {file}


def test_settings_cannot_turn_it_off(attacked: Path) -> None:
    rules = "\n".join(f'[tool.helpcenter.rules.{one}]\nlevel = "off"' for one in NAMES)
    (attacked / "pyproject.toml").write_text(rules, "utf-8")
    quiet = check(read_center(attacked)).findings
    assert not [one for one in quiet if one.rule in NAMES]
    asked = check(read_center(attacked), Wishes(frozenset(NAMES))).findings
    assert about(SIGNS["prose"], asked)
    (attacked / "pyproject.toml").unlink()


def test_the_built_site_tells_of_every_edition(attacked: Path, checked: Checked) -> None:
    shutil.rmtree(attacked / "docs/zh/images")  # the gate refuses such pictures
    checked = check(read_center(attacked))
    site = attacked / "site"
    build_site(attacked, checked, site)
    build_site(attacked, checked, attacked / "folder", kind="folder")
    trust = checked.center.trust
    found = tuple(check_site(site, trust))
    for name in ON_PAGES:
        assert about(SIGNS[name], found), name
    named = {one.path for one in about(SIGNS["the site's name"], found)}
    for file in ("index.html", "feed.xml", "manifest.webmanifest", "api/v1/index.json", "llms.txt"):
        assert f"site/{file}" in named
    assert any(".zip/" in path and path.endswith("/OPEN-ME.html") for path in named)
    assert any(re.fullmatch(r"site/download/[^/]+\.html", path) for path in named)
    alone = {
        one.path for one in about(SIGNS["prose"], tuple(check_site(attacked / "folder", trust)))
    }
    assert "folder/help/payments/refund.html" in alone
