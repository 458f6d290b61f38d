"""What is published, judged like the articles: text, links and data of built files."""

from __future__ import annotations

from pathlib import Path

import pytest

from built import Built
from contact_shapes import TODAY, trust
from helpcenter.contacts.document import read_document
from helpcenter.contacts.site import check_site
from helpcenter.content.center import Center, read_center
from small_site import write_site

HEAD = "<!doctype html>\n<html>\n<head><title>帮助</title></head>\n<body>\n"


@pytest.fixture
def small(tmp_path: Path) -> Center:
    return read_center(write_site(tmp_path / "project"), TODAY)


def found(tmp_path: Path, center: Center, files: dict[str, str]) -> list[tuple[str, int, str]]:
    site = tmp_path / "site"
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    findings = check_site(site, center, center.contacts, TODAY)
    return [(one.path, one.line, one.rule) for one in findings]


@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<p>拨打 400-<b>000</b>-5678</p>", "unlisted-phone"),
        ("<p>拨打 &#52;00-000-5678</p>", "unlisted-phone"),
        ('<img src="a.png" alt="拨打 400-000-5678">', "unlisted-phone"),
        ('<a href="#a" title="拨打 400-000-5678">这里</a>', "unlisted-phone"),
        ('<a href="tel:4000005678">打电话</a>', "unlisted-phone"),
        ('<a href="tel:95000">95001</a>', "mismatched-phone"),
        ('<meta name="description" content="拨打 400-000-5678">', "unlisted-phone"),
        ('<button aria-label="Call 1-800-555-0199">Call</button>', "unlisted-phone"),
        ("<template><p>拨打 400-000-5678</p></template>", "unlisted-phone"),
        (
            '<script type="application/ld+json">{"telephone": "400-000-5678"}</script>',
            "unlisted-phone",
        ),
        *(
            (f'<script type="application/ld+json">{{{data}}}</script>', rule)
            for data, rule in (
                ('"telephone": "12345678"', "unlisted-phone"),
                ('"telephone": 12345678', "unlisted-phone"),
                ('"telephone": "四零零 零零零 五六七八"', "unlisted-phone"),
                ('"contactPoint": [{"faxNumber": "12 34 56 78"}]', "unlisted-phone"),
                ('"text": "拨打 \\u0034\\u0030\\u0030-000-5678"', "unlisted-phone"),
                ('"text": "<p>拨打 400-<b>000</b>-5678</p>"', "unlisted-phone"),
                ('"text": "<a href=\\"tel:95000\\">打电话</a>"', "unlisted-phone"),
                ('"拨打 400-000-5678": 1', "unlisted-phone"),
                ('"@context": "https://evil.top"', "unlisted-host"),
                ('"@context": "https://schema.org.evil.top"', "unlisted-host"),
                ('"@context": ["https://schema.org", "https://evil.top"]', "unlisted-host"),
                ('"@id": "https://schema.org/"', "unlisted-host"),
                ('"sameAs": ["https://www.egretpay.example", "//evil.top/"]', "unlisted-host"),
                ('"sameAs": "https://t.me/egret"', "unlisted-handle"),
                ('"url": "https://www.egretpay.example@evil.top/"', "disguised-link"),
                ('"url": "javascript:alert(1)"', "disguised-link"),
                ('"email": "help@evil.top"', "unlisted-email"),
                ('"description": "加微信 egret_kefu01"', "unlisted-handle"),
                ('"text": "把验证码告诉客服。"', "asks-for-secret"),
                ('"url": "https://egretpay-help.top"', "lookalike-host"),
            )
        ),
        ("<script>show('拨打 400-' + '000-' + \"5678\")</script>", "unlisted-phone"),
        ("<script>show(`拨打 \\x34\\u{30}\\u0030 000 5678`)</script>", "unlisted-phone"),
        ("<script>location = 'https://evil.top/'</script>", "unlisted-host"),
        ("<style>p::after { content: '拨打 400-' '000-5678' }</style>", "unlisted-phone"),
        ("<style>p::after { content: '\\34 00-000-5678' }</style>", "unlisted-phone"),
        ("<style>@import url(https://evil.top/a.css);</style>", "unlisted-host"),
        ('<p style="background: url(//evil.top/a.png)">x</p>', "unlisted-host"),
        ('<div data-note="拨打 400-000-5678"></div>', "unlisted-phone"),
        ("<svg><text>拨打 400-000-5678</text></svg>", "unlisted-phone"),
        ('<script src="https://cdn.evil.top/a.js"></script>', "unlisted-host"),
        ('<link rel="stylesheet" href="//evil.top/a.css">', "unlisted-host"),
        ('<form action="https://evil.top/"></form>', "unlisted-host"),
        ('<button formaction="https://evil.top/">x</button>', "unlisted-host"),
        ('<iframe src="https://evil.top/"></iframe>', "unlisted-host"),
        ('<object data="https://evil.top/"></object>', "unlisted-host"),
        ('<video poster="https://evil.top/a.png"></video>', "unlisted-host"),
        ('<img srcset="a.png 1x, https://evil.top/a.png 2x">', "unlisted-host"),
        ('<meta http-equiv="refresh" content="0; url=https://evil.top/">', "unlisted-host"),
        ('<base href="https://evil.top/">', "unlisted-host"),
        ('<a href="https://evil.top/">www.egretpay.example</a>', "disguised-link"),
        ('<a href="https://egretpay-help.top">x</a>', "lookalike-host"),
        ('<a href="https://bit.ly/3a">x</a>', "shortened-link"),
        ('<a href="mailto:a@evil.top">x</a>', "unlisted-email"),
        ('<a href="https://t.me/egret">x</a>', "unlisted-handle"),
        ('<a href="java&#115;cript:alert(1)">x</a>', "disguised-link"),
        ("<p>苍鹭钱包客服：95001</p>", "wrong-brand"),
        ("<p>把验证码告诉客服。</p>", "asks-for-secret"),
        ("<p>马上拨打 12399。</p>", "weak-contact"),
    ],
)
def test_a_built_page_is_judged_with_its_line(
    tmp_path: Path, small: Center, html: str, rule: str
) -> None:
    text = f"{HEAD}<p>先看应用。</p>\n{html}\n</body></html>\n"
    assert ("site/en/index.html", 6, rule) in found(tmp_path, small, {"en/index.html": text})


@pytest.mark.parametrize(
    "html",
    [
        "<p>白鹭支付客服：<a href='tel:+864000001234'>400-000-1234</a></p>",
        '<a href="https://www.egretpay.example/">白鹭支付官网</a>',
        '<link rel="canonical" href="https://help.example.org/en/">',
        "<!-- 400-000-5678 https://evil.top -->",
        "<style>a { color: #400000 }</style>",
        "<script>const size = 4000005678;</script>",
        '<svg viewBox="0 0 4000005678 24"><path d="M400 000 5678"/></svg>',
        '<time datetime="2026-11-22">2026 年 11 月 22 日</time>',
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": '
        '"FAQPage", "@id": "https://help.example.org/en/", "dateModified": "2026-11-22", '
        '"telephone": "+86 400 000 1234", "text": "<p>订单号 20261122000045</p>", '
        '"url": "https://www.egretpay.example/", "@graph": [{"name": "怎样退款？"}]}</script>',
        "<script>// don't call 400-000-5678\nconst a = ['400', 'x'], b = 4000005678;</script>",
        "<div class='admonition danger'><p class='admonition-title'>真客服不会做这些事</p>"
        "<p>把验证码告诉客服；打开屏幕共享。</p></div>",
    ],
)
def test_what_is_sound_is_not_reported(tmp_path: Path, small: Center, html: str) -> None:
    assert found(tmp_path, small, {"index.html": f"{HEAD}{html}\n"}) == []


def test_data_is_told_on_its_own_line(tmp_path: Path, small: Center) -> None:
    data = '{\n "name": "帮助",\n "telephone": "95000"\n}'
    html = f'<script type="application/ld+json">\n{data}\n</script>\n<p>拨打 95000</p>'
    assert sorted(found(tmp_path, small, {"index.html": f"{HEAD}{html}"})) == [
        ("site/index.html", 8, "unlisted-phone"),
        ("site/index.html", 11, "unlisted-phone"),
    ]


def test_pictures_are_read_and_links_out_of_the_site_are_not_followed(
    tmp_path: Path, small: Center
) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("<p>拨打 400-000-5678</p>", "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/b.html").symlink_to(secret)
    svg = "<svg>\n<text>拨打 400-000-5678</text></svg>"
    assert found(tmp_path, small, {"a.svg": svg}) == [("site/a.svg", 2, "unlisted-phone")]


def test_a_file_that_is_no_text_is_a_finding(tmp_path: Path, small: Center) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a.html").write_bytes(b"<p>\xff\xfe</p>")
    assert found(tmp_path, small, {}) == [("site/a.html", 1, "unreadable-file")]


def test_a_warning_ends_where_its_box_ends() -> None:
    html = "<div class='admonition warning'><p>别上当</p><div><p>甲</p></div></div><p>乙</p>"
    passages = read_document(html, "a.html").passages
    assert [(one.text, one.warning) for one in passages] == [
        ("别上当", "别上当"),
        ("甲", "别上当"),
        ("乙", ""),
    ]


def test_text_keeps_its_lines() -> None:
    (passage,) = read_document("<p>一\n二<b>三\n四</b></p>", "a.html", first=5).passages
    assert [passage.line(place) for place in (0, 2, 3, 5)] == [5, 6, 6, 7]


def test_our_own_site_gives_no_finding(built: Built) -> None:
    root = Path(__file__).parent.parent
    center = read_center(root)
    found = check_site(built.folder, center, center.contacts, center.today)
    assert [one.say("en") for one in found] == []


def test_the_test_registry_is_trusted() -> None:
    assert trust().knows("www.egretpay.example")
