"""What is published, judged like the articles: text, links and data of built files."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from built import Built
from contact_shapes import TODAY, trust
from helpcenter.cli import main
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
    findings = check_site(site, center.trust)
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
        ('<img src="data:image/png;base64,iVBORw0KGgo=" alt="x">', "disguised-link"),
        (
            "<table><tr><td>热线</td><td>400</td><td>000</td><td>5678</td></tr></table>",
            "unlisted-phone",
        ),
        ("<p>热线</p><ul><li>400</li><li>000</li><li>5678</li></ul>", "unlisted-phone"),
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


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("feed.xml", "<feed>\n<title>帮助</title>\n<summary>拨打 400-000-5678</summary></feed>", 3),
        ("a.json", '{\n "text": "拨打 400-000-5678"\n}', 2),
        ("a.json", '[1,\n\n"<p>拨打 <b>400</b>-000-5678</p>"]', 3),
        ("a.json", '{"telephone": "123456"}', 1),
        ("a.webmanifest", '{"name": "帮助 400-000-5678"}', 1),
        ("llms.txt", "# 帮助\n\n- [退款](refund.md): 拨打\n  400-000-5678", 4),
        ("refund.md", "# 退款\n\n<!-- 拨打 400-000-5678 -->", 3),
        ("refund.md", "# 退款\n\n[打给客服][1]\n\n[1]: tel:4000005678", 5),
        ("refund.md", "# 退款\n\n[打给客服](tel:4000005678)", 3),
        ("a.js", "show('a',\n '拨打 400-' + '000-5678');", 2),
        ("a.css", "p::before {\n content: '拨打 400-000-5678' }", 2),
    ],
)
def test_whatever_programs_read_is_judged(
    tmp_path: Path, small: Center, name: str, text: str, line: int
) -> None:
    assert found(tmp_path, small, {name: text}) == [(f"site/{name}", line, "unlisted-phone")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("feed.xml", "<id>https://help.example.org/</id><updated>2026-11-22T00:00:00Z</updated>"),
        (
            "sitemap.xml",
            "<url><loc>https://help.example.org/a/</loc></url><url>4000</url><b>005678</b>",
        ),
        (
            "a.json",
            '{"count": 4000005678, "$schema": "https://json-schema.org/draft/2020-12/schema"}',
        ),
        (
            "a.js",
            "// don't call 400-000-5678\nlet a = `${step.id}`, b = 'a'.length, c = 4000005678;",
        ),
        ("a.css", "a { color: #400000; width: 4000005678px } /* 400-000-5678 */"),
        (
            "refund.md",
            '1. **别信。** 挂断。\n\n    !!! danger "假客服"\n        把验证码告诉客服。',
        ),
        ("a.woff2", "拨打 400-000-5678"),
    ],
)
def test_sound_data_is_not_reported(tmp_path: Path, small: Center, name: str, text: str) -> None:
    assert found(tmp_path, small, {name: text}) == []


def test_a_warning_in_markdown_ends_where_its_box_ends(tmp_path: Path, small: Center) -> None:
    text = '!!! danger "假客服"\n    把验证码告诉客服。\n\n    还有别的。\n\n把验证码告诉客服。'
    assert found(tmp_path, small, {"a.md": text}) == [("site/a.md", 6, "asks-for-secret")]


def test_packed_files_are_unpacked(tmp_path: Path, small: Center) -> None:
    (tmp_path / "site").mkdir()
    with zipfile.ZipFile(tmp_path / "site/a.zip", "w") as packed:
        packed.writestr("help/index.html", "<p>好</p>\n<p>拨打 400-000-5678</p>")
        packed.writestr("help/a.png", b"\xff")
        packed.writestr("help/b.txt", b"\xff")
    (tmp_path / "site/b.zip").write_bytes(b"no zip")
    assert found(tmp_path, small, {}) == [
        ("site/a.zip/help/index.html", 2, "unlisted-phone"),
        ("site/a.zip/help/b.txt", 1, "unreadable-file"),
        ("site/b.zip", 1, "unreadable-file"),
    ]


def test_a_built_site_is_judged_by_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_site(tmp_path / "project")
    site = tmp_path / "site"
    site.mkdir()
    words = ["lint", "--site", str(site), "--lang", "en"]
    (site / "index.html").write_text("<p>x</p>\n<p>Call 1-800-555-0199.</p>\n", "utf-8")
    assert main([*words, "--root", str(root)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("site/index.html:2:9: error unlisted-phone: “1-800-555-0199” looks like")
    # A copy on a disk may lead to the site itself, and nowhere else.
    own = '<a href="https://help.example.org/gone/">x</a>'
    (site / "index.html").write_text(own, "utf-8")
    assert main([*words, "--opened", "--root", str(root)]) == 0
    (site / "index.html").write_text(own.replace("help.", "evil."), "utf-8")
    assert main([*words, "--opened", "--root", str(root)]) == 1
    # Without a project there is no registry, and so only links are checked.
    assert main([*words, "--root", str(tmp_path / "nowhere")]) == 0


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
    found = check_site(built.folder, center.trust)
    assert [one.say("en") for one in found] == []


def test_the_test_registry_is_trusted() -> None:
    assert trust().knows("www.egretpay.example")
