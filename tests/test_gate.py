"""What the gate lets through, and every door a page could be broken by."""

from __future__ import annotations

import pytest

from helpcenter.finding import Finding
from helpcenter.site.gate import finding, wrongs
from helpcenter.site.policy import content_policy

KNOWN = frozenset(("assets/scripts/menu.js", "assets/styles/site.css"))
SOUND = [
    "<!doctype html>",
    f'<meta http-equiv="Content-Security-Policy" content="{content_policy()}">',
    '<meta http-equiv="refresh" content="0; url=../refund/">',
    '<script src="../../assets/scripts/menu.js" defer></script>',
    '<script src="/help/assets/scripts/menu.js"></script>',
    '<script src="help/assets/scripts/menu.js"></script>',
    f'<meta http-equiv="Content-Security-Policy" content="{content_policy(disk=True)}">',
    '<link rel="stylesheet" href="assets/styles/site.css" media="print">',
    '<link rel="canonical" href="https://help.example.org/">',
    '<a href="https://example.org/?a=1&amp;b=2" rel="nofollow">a &lt; b &amp; c > d</a>',
    '<a href="tel:110">110</a><a href="mailto:a@example.org">a</a><a href="#steps">b</a>',
    '<img src="../one.png" alt="a: b">',
    '<form method="dialog"><input type="search" name="q"><input type="checkbox"></form>',
    '<form method="get" action="./"></form>',
    '<td class="align-right" colspan="2">1</td>',
    "<!-- a remark with <b> in it -->",
    '<script type="application/ld+json">{"@type":"Answer","text":"a \\u003c b"}</script>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0"/></svg>',
]
REFUSED = {
    "<script>alert(1)</script>": "<script>",
    '<script src="https://example.com/a.js"></script>': "src=https://example.com/a.js",
    '<script src="//example.com/assets/scripts/menu.js"></script>': "assets/scripts/menu.js",
    '<script src="\\\\example.com/assets/scripts/menu.js"></script>': "menu.js",
    '<script src="../assets/scripts/other.js"></script>': "src=../assets/scripts/other.js",
    '<script src="/one/../evil/assets/scripts/menu.js?x"></script>': "menu.js",
    '<script src="assets/scripts/menu.js">alert(1)</script>': "inline script",
    '<script type="application/json">{}</script>': "type=",
    '<script type="application/ld+json">alert(1)</script>': "type=",
    '<script type="application/ld+json">{alert(1)}</script>': "type=",
    '<script type="application/ld+json">[]</script>': "type=",
    '<script type="application/ld+json" src="x.js">{}</script>': "type=",
    '<script type="application/ld+json">{"a":"<!--<script>"}</script>': "type=",
    '<script type="module">{}</script>': "type=",
    '<script type="importmap">{}</script>': "type=",
    '<script type="speculationrules">{}</script>': "type=",
    '<SCRIPT src="x.js"></SCRIPT>': "src=x.js",
    "<script/src=x.js></script>": "unknown form",
    "<style>p{}</style>": "<style>",
    '<link rel="stylesheet" href="https://example.com/a.css">': "href=https://example.com/a.css",
    '<link rel="preload" href="a.js">': "rel=preload",
    '<p style="color:red">': "style=",
    '<p onclick="alert(1)">': "onclick=",
    '<img src="x.png" onerror="alert(1)">': "onerror=",
    "<img src=x onerror=alert(1)>": "unknown form",
    "<p title='a' onclick='b'>": "unknown form",
    '<p\nonclick="a">': "onclick=",
    '<p/onclick="a">': "unknown form",
    '<p title="a>b">': "",
    '<img src="https://example.com/pixel.png" alt="">': "src=https://example.com/pixel.png",
    '<img src="data:image/svg+xml,a" alt="">': "src=data:",
    '<a href="javascript:alert(1)">': "href=javascript:alert(1)",
    '<a href="JaVaScRiPt:alert(1)">': "href=JaVaScRiPt:alert(1)",
    '<a href="&#106;avascript:alert(1)">': "href=javascript:alert(1)",
    '<a href=" java&#10;script:alert(1)">': "script:alert(1)",
    '<a href="&#x200b;javascript:alert(1)">': "javascript:alert(1)",
    '<a href="data:text/html,a">': "href=data:text/html,a",
    '<a href="vbscript:a">': "href=vbscript:a",
    '<a href="#" href="javascript:a">': "attribute twice",
    '<a target="_blank" href="#">': "target=",
    '<a ping="https://example.com" href="#">': "ping=",
    '<iframe src="a.html"></iframe>': "<iframe>",
    '<object data="a"></object>': "<object>",
    '<embed src="a">': "<embed>",
    '<base href="https://example.com/">': "<base>",
    '<math><mi xlink:href="javascript:a">x</mi></math>': "<math>",
    '<svg><use href="a.svg#b"/></svg>': "<use>",
    '<svg><animate attributeName="href"/></svg>': "<animate>",
    '<svg onload="a"></svg>': "onload=",
    '<form action="https://example.com/"></form>': "action=https://example.com/",
    '<form method="post"></form>': "method=post",
    '<button formaction="https://example.com/" type="submit">': "formaction=",
    "<button>": "type=",
    '<input type="password">': "type=password",
    '<input type="hidden" name="a">': "type=hidden",
    '<input name="a">': "type=",
    '<meta http-equiv="refresh" content="0; url=https://example.com/">': "content=0",
    '<meta http-equiv="Content-Security-Policy" content="default-src *">': "content=default-src *",
    '<meta http-equiv="Set-Cookie" content="a">': "http-equiv=set-cookie",
    "<!--> <img src=x onerror=a> -->": "unknown form",
    '<title><!-- </title><script src="x.js"></script> --></title>': "unknown form",
    "<![CDATA[ a ]]>": "unknown form",
    "<?php a ?>": "unknown form",
    "a <": "unknown form",
}


def refused(html: str) -> list[Finding]:
    return [finding(one, "site/index.html", one.line) for one in wrongs((html,), KNOWN)]


@pytest.mark.parametrize("html", SOUND)
def test_what_pages_need_is_let_through(html: str) -> None:
    assert [one.say("en") for one in refused(html)] == []


@pytest.mark.parametrize("html", REFUSED)
def test_what_could_do_harm_is_refused(html: str) -> None:
    said = [one.text["en"] for one in refused(f"<p>\n{html}")]
    assert said
    assert any(REFUSED[html] in one for one in said), said


@pytest.mark.parametrize("html", [*SOUND, *REFUSED, "<p>a</p>\n<b>b</b>"])
def test_a_page_in_pieces_is_judged_as_a_whole(html: str) -> None:
    whole = wrongs((html,), KNOWN)
    for start in range(len(html) + 1):
        for end in (start, start + 1, start + 7, len(html)):
            pieces = (html[:start], html[start:end], html[end:])
            assert wrongs(pieces, KNOWN) == whole, pieces


def test_it_says_where_what_and_why_in_both_languages() -> None:
    html = '<p>\n<script src="assets/scripts/menu.js">1</script>'
    [found] = refused(html)
    piece = "“" + html.removeprefix("<p>\n") + "”"
    assert found.say("en") == (
        f"site/index.html:2: error unsafe-output: {piece} may not be published (inline script). "
        "Find the article, word or template it comes from and take it out."
    )
    assert found.say("zh") == (
        f"site/index.html:2: error unsafe-output: {piece}不能发布（内嵌脚本）。"
        "找到它来自哪篇文章、哪条用语或哪个模板，删掉。"
    )
