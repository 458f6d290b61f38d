"""One page of every kind, and a small site with what this repository's articles do not use."""

from __future__ import annotations

import shutil
from pathlib import Path

from conftest import ROOT
from helpcenter.checking.check import check
from helpcenter.content.center import read_center
from helpcenter.site.build import build_site
from small_site import CONFIG, article, write_site

FOLDERS = ("", "en/")
KINDS = {
    "home": "",
    "topic": "payments/",
    "urgent": "emergency/account-stolen/",
    "article": "payments/payment-failed/",
    "concept": "basics/what-is-a-wallet/",
    "cards": "support/find-official-support/",
    "contacts": "support/trusted-contacts/",
    "message": "support/write-to-support/",
    "download": "support/take-it-along/",
    "lost": "404.html",
}
"""A page of every kind by the name of its kind; each also lives below `en/`, but for the last."""
PAGES = tuple(
    folder + path
    for path in KINDS.values()
    for folder in FOLDERS
    if folder == "" or path != "404.html"
)
ODD = ("payments/", "payments/refund/", "en/payments/refund/", "en/payments/late/")

_TABS = """\
{answer}

## {title} {{#steps}}

=== "iPhone"

    1. **{one}** {one} {{#open-a}}
    2. **{two}** {two} {{#send-a}}

=== "Android"

    1. **{one}** {one} {{#open-b}}
    2. **{two}** {two} {{#send-b}}

## {more} {{#more}}

!!! note "{one}"
    {two}

!!! warning "{one}"
    {two}

!!! danger "{one}"
    {two}

| {one} | {two} |
|:------|------:|
| 1     | 2     |

> {answer}
"""
_ZH = {
    "answer": "先看[付款](index.md)。",
    "title": "步骤",
    "more": "更多",
    "one": "打开。",
    "two": "发送。",
}
_EN = {
    "answer": "First see [payments](index.md).",
    "title": "Steps",
    "more": "More",
    "one": "Open it.",
    "two": "Send it.",
}


def build_odd_site(folder: Path, below: str = "") -> Path:
    """Build a site with tabs, tables, boxes and a page without translation; where it is.

    Its address is that of the host, or of the folder `below/` there.
    """
    shutil.copytree(ROOT / "overrides", folder / "overrides", ignore=_words)
    late = article("退款迟迟不到怎么办？", _TABS.format(**_ZH), more="related: [payments/refund]\n")
    report = "mailto:help@egretpay.example?subject={title}&body={page}"
    address = f"site_url: https://help.example.org/{below}"
    config = CONFIG.replace("site_url: https://help.example.org/", address).rstrip()
    config = f"{config}\n      - payments/late.md\nextra:\n  report_url: {report}\n"
    root = write_site(
        folder,
        {
            "mkdocs.yml": config,
            "docs/zh/payments/refund.md": article("怎样退款？", _TABS.format(**_ZH)),
            "docs/en/payments/refund.md": article("How do I get a refund?", _TABS.format(**_EN)),
            "docs/zh/payments/late.md": late,
            **{
                f"overrides/words/{one}.yml": (ROOT / f"overrides/words/{one}.yml").read_bytes()
                for one in ("zh", "en")
            },
        },
    )
    checked = check(read_center(root))
    assert not [one.say("en") for one in checked.findings if one.level == "error"]
    build_site(root, checked, folder / "site")
    return folder / "site"


def _words(folder: str, names: list[str]) -> list[str]:
    return [name for name in names if name == "published.yml"]
