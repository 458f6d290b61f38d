"""Raw articles become drafts; every line is in a draft or accounted for."""

from __future__ import annotations

import contextlib
import io
import re
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command import run
from helpcenter.checking.repair import repaired
from helpcenter.commands import import_ as import_command
from helpcenter.content.center import Center
from helpcenter.content.markdown import Renderer, words
from helpcenter.content.reading import read_page
from helpcenter.editing.draft_body import escaped
from helpcenter.editing.importing import Imported, import_article
from helpcenter.editing.raw import read_raw
from helpcenter.editing.rawline import Unreadable
from helpcenter.speech import Speech
from test_new import project

CHINESE = """\
交通卡充值与退卡指南:常见问题及
发布时间:2024-05-06 07:08:09

如今交通卡随处可用。本文将介绍怎样充值、退卡。
一、怎样给交通卡充值
充值可以在手机上办,也可以到窗口办:
- 打开应用:在首页点"充值"。
- 选择金额:最少10元,最多1000元。
- 贴卡确认把卡贴在手机背面,听到提示音再拿开。
二、常见问题解答
下面列出两个常见的问题。
1. 充值没到账怎么办?
可能的原因包括:
- 网络不好:钱已经扣了,卡上还没写入。
- 没有贴卡:付款之后还要贴一次卡。
请按以下步骤处理:
- 查看记录:在应用里看扣款時间。
- 重新贴卡:再贴一次 available 的卡。
2. 怎样退卡?
首先,带上卡和付款记录。接着到窗口排队。余额会一起退。最后,签字确认。
常见问题解答怎么用才方便
怎样退卡怎样退卡怎样退卡?
总之,交通卡很方便。
分享 :
author
cardshop
CardShop是全球最大的卡片商城,已为近千万用户提供服务,是出行必备的工具。
相关新闻
交通卡打折啦
2024-01-31
<font dir="x"></font><b id="y"></b>
"""
ENGLISH = """\
# Travel card help

Published: 2024-05-06

## 1. My card was charged twice. What now?

The reader may have been slow:

- Check the record: open your history.
- Ask the desk: show both entries，please。

## What is a travel card?

A card for buses and trains. <b>It holds money.</b> See https://example.org/a?b=1,2 for more.

1. **Buy it** : at a desk. 2. **Load it** : with cash.

Thank you for reading!
"""
PAGE = """\
<!doctype html><html><head><title>Card help | Shop</title><meta charset="utf-8"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/b">Blog</a></li></ul></nav>
<main><article><h1>Help with a travel card</h1>
<p>Travel cards are easy to load, and sometimes they are not. Here is what helps, in order.</p>
<h2>Why was my card refused at the gate?</h2>
<p>The balance may be too low, or the card may be bent. Try these in order.</p>
<ol><li>Look at the balance: open the app and look.</li><li>Ask the staff at the gate.</li></ol>
<div style="display: none">cheap pills casino bonus</div>
<p hidden>buy followers</p>
<h2>How do I return it?</h2><p>Take it to the desk with the receipt. They pay out the rest.</p>
</article></main><aside>Ten best cards of the year</aside>
<footer>Copyright Shop. Subscribe to our newsletter.</footer><script>alert(1)</script></body></html>
"""


def imported(center: Center, name: str, data: str | bytes) -> Imported:
    content = data.encode("utf-8") if isinstance(data, str) else data
    return import_article(center, name, content, speech=Speech("en"))


def left(found: Imported) -> dict[int, str]:
    return {one.number: one.why for one in found.left}


def test_headings_split_an_article_into_questions(center: Center) -> None:
    found = imported(center, "card.txt", CHINESE)
    assert [draft.title for draft in found.drafts] == [
        "交通卡充值与退卡指南：常见问题及",
        "怎样给交通卡充值",
        "充值没到账怎么办？",
        "怎样退卡？",
    ]


def test_junk_is_left_out_and_every_line_of_it_is_reported(center: Center) -> None:
    found = imported(center, "card.txt", CHINESE)
    why = left(found)
    assert why[2] == "date"
    assert (why[10], why[11]) == ("part", "lead-in")
    assert why[23] == "closing"
    assert [why[n] for n in range(24, 32)] == [
        *("around", "around", "promotion", "promotion"),
        *("related", "related", "related", "tags"),
    ]
    assert "lost" not in why.values()
    whole = "".join(draft.text for draft in found.drafts)
    for junk in ("全球最大", "cardshop", "打折", "<font", "2024-05-06", "分享"):
        assert junk not in whole


def test_labels_become_the_leads_of_steps_and_causes_stay_a_list(center: Center) -> None:
    found = imported(center, "card.txt", CHINESE)
    draft = next(one for one in found.drafts if one.title == "充值没到账怎么办？")
    assert "- **网络不好：** 钱已经扣了，卡上还没写入。\n" in draft.text
    assert "## 步骤 {#steps}\n" in draft.text
    assert "1. **查看记录。** 在应用里看扣款时间。 {#step-1}\n" in draft.text
    assert "kind: faq\n" in draft.text


def test_sentences_in_order_become_steps(center: Center) -> None:
    found = imported(center, "card.txt", CHINESE)
    draft = next(one for one in found.drafts if one.title == "怎样退卡？")
    assert "1. 首先，带上卡和付款记录。 {#step-1}\n2. 接着到窗口排队。余额会一起退。" in draft.text
    assert (19, "steps cut out of sentences") in draft.doubts


def test_what_is_uncertain_is_marked_with_its_line(center: Center) -> None:
    found = imported(center, "card.txt", CHINESE)
    doubts = {text for draft in found.drafts for _, text in draft.doubts}
    assert "no words before a colon, unlike the others: 贴卡确认把卡贴在手机背面" in doubts
    assert "foreign word: available" in doubts


def test_every_draft_is_a_page_that_can_be_read_and_is_not_finished(center: Center) -> None:
    renderer = Renderer(center.settings.markdown_extensions)
    for name, data in (("card.txt", CHINESE), ("card.md", ENGLISH), ("card.html", PAGE)):
        for draft in imported(center, name, data).drafts:
            page, faults = read_page(
                draft.text.encode(), draft.locale, f"{draft.topic}/{draft.slug}", "x", renderer
            )
            assert page is not None, (draft.text, faults)
            assert faults == []
            assert "???" in page.meta.description
            assert page.meta.sources


def test_english_markdown_is_taken_apart_as_well(center: Center) -> None:
    found = imported(center, "card.md", ENGLISH)
    first, second = found.drafts
    assert first.title == "My card was charged twice. What now?"
    assert "1. **Check the record.** open your history. {#step-1}" in first.text
    assert "show both entries, please." in first.text
    assert second.title == "What is a travel card?"
    assert "https://example.org/a?b=1,2" in second.text
    assert "1. **Buy it.** at a desk. {#step-1}\n2. **Load it.** with cash." in second.text
    assert left(found) == {1: "title", 3: "date", 18: "closing"}


def test_of_a_web_page_only_the_article_stays(center: Center) -> None:
    found = imported(center, "card.html", PAGE)
    assert [draft.title for draft in found.drafts] == [
        "Help with a travel card",
        "Why was my card refused at the gate?",
        "How do I return it?",
    ]
    assert "1. **Look at the balance.** open the app and look. {#step-1}" in found.drafts[1].text
    gone = {one.text: one.why for one in found.left}
    assert gone["cheap pills casino bonus"] == "hidden"
    assert gone["buy followers"] == "hidden"
    assert gone["Ten best cards of the year"] == "boilerplate"
    whole = "".join(draft.text for draft in found.drafts)
    assert "alert" not in whole
    assert "newsletter" not in whole


TAGS = [
    *("<p>", "</p>", "<li>", "<ul>", "</ul>", "<div>", "</div>", "<b>", "</b>", "<br>", "<td>"),
    *(
        "<table>",
        "</table>",
        "<h2>",
        "</h2>",
        "<p hidden>",
        "<nav>",
        "</nav>",
        "<span>",
        "</p></p>",
    ),
]


def word_file(body: str, extra: dict[str, str] | None = None) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    entries = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        f'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{kind}"'
        "/></Types>",
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="r" Type="{relation}" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
        **(extra or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return stream.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_word_document_is_read(center: Center) -> None:
    body = paragraph("1. 充值没到账怎么办?") + paragraph("先看记录,再问客服。")
    found = imported(center, "card.docx", word_file(body))
    assert [draft.title for draft in found.drafts] == ["充值没到账怎么办？"]
    assert "先看记录，再问客服。" in found.drafts[0].text


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.docx", b"PK\x03\x04 broken", "word"),
        ("a.docx", b"not a zip", "word"),
        (
            "a.docx",
            word_file("", {"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}),
            "word",
        ),
        ("a.docx", word_file("<w:p>"), "word"),
        ("a.txt", b"\xff\xfe\x00", "encoding"),
        ("a.txt", b"x" * 5_000_001, "too-large"),
    ],
)
def test_what_cannot_be_read_is_named(center: Center, name: str, data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as error:
        imported(center, name, data)
    assert error.value.why == why


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the packages of `helpcenter[import]`."""
    for name in ("lxml", "lxml.html", "mammoth", "trafilatura"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.usefixtures("bare")
def test_without_packages_a_web_page_is_read_plainly(center: Center) -> None:
    found = imported(center, "card.html", PAGE)
    titles = [draft.title for draft in found.drafts]
    assert titles[:3] == [
        "Help with a travel card",
        "Why was my card refused at the gate?",
        "How do I return it?",
    ]
    assert "1. **Look at the balance.** open the app and look. {#step-1}" in found.drafts[1].text
    gone = {one.text: one.why for one in found.left}
    assert gone["cheap pills casino bonus"] == "hidden"
    assert gone["buy followers"] == "hidden"
    assert "alert" not in "".join(draft.text for draft in found.drafts)


@pytest.mark.usefixtures("bare")
def test_without_packages_a_word_document_is_read_plainly(center: Center) -> None:
    style = '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'
    item = "<w:pPr><w:numPr/></w:pPr>"
    body = paragraph("充值没到账怎么办?").replace("<w:p>", f"<w:p>{style}")
    body += paragraph("先看<w:tab/>记录,").replace("<w:tab/>", "</w:t><w:tab/><w:t>")
    body += "".join(
        paragraph(one).replace("<w:p>", f"<w:p>{item}") for one in ("看记录。", "问客服。")
    )
    found = imported(center, "card.docx", word_file(body))
    assert [draft.title for draft in found.drafts] == ["充值没到账怎么办？"]
    assert "1. 看记录。 {#step-1}\n2. 问客服。 {#step-2}" in found.drafts[0].text


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    "data",
    [
        word_file("", {"word/document.xml": " " * 9000 + "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}),
        word_file("<w:p>"),
        word_file("", {"word/document.xml": "<?xml version='1.0'?><!DOCTYPE x><x/>"}),
    ],
)
def test_without_packages_a_bad_document_is_named(center: Center, data: bytes) -> None:
    with pytest.raises(Unreadable) as error:
        imported(center, "a.docx", data)
    assert error.value.why == "word"


@pytest.mark.usefixtures("bare")
@settings(max_examples=60)
@given(st.lists(st.sampled_from(TAGS), max_size=30))
def test_without_packages_no_word_of_a_page_is_lost(center: Center, pieces: list[str]) -> None:
    html = "<html>" + "".join(f"{tag} word{n}x " for n, tag in enumerate(pieces))
    lines = read_raw("a.html", html.encode())
    whole = " ".join(line.text for line in lines)
    assert all(f"word{n}x" in whole for n in range(len(pieces)))


def test_without_packages_deep_pages_are_read(center: Center, bare: None) -> None:
    html = "<html>" + "<div><b>" * 20_000 + "the end." + "</b></div>" * 20_000
    assert [line.text for line in read_raw("a.html", html.encode())] == ["the end."]


def test_missing_packages_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path / "project")
    monkeypatch.setattr(import_command, "complete", lambda: False)
    (tmp_path / "card.html").write_text(PAGE, "utf-8")
    assert run(import_command, root, str(tmp_path / "card.html")) == 0
    assert capsys.readouterr().err.startswith("card.html: read without mammoth and trafilatura. ")
    assert run(import_command, root, str(tmp_path / "card.html"), language="zh") == 0
    assert "文字一句不少" in capsys.readouterr().err


def hostile() -> dict[str, bytes]:
    """Articles that nobody sends in good faith, or that broke on the way."""
    text = "1. 充值没到账怎么办?\n先看记录,再问客服。\n"
    encrypted = io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 4000)
    locked = bytearray(word_file(paragraph("先看记录。")))
    locked[6] |= 1
    return {
        "empty.txt": b"",
        "empty.docx": b"",
        "empty.html": b"",
        "spaces.md": b" \n\t\n",
        "binary.txt": bytes(range(256)) * 40,
        "picture.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        "encrypted.docx": encrypted.getvalue(),
        "locked.docx": bytes(locked),
        "large.txt": text.encode() * 140_000,
        "long.txt": b"x" * 4_000_000,
        "comments.txt": b"<!-- " * 3900,
        "brackets.txt": b"<" * 19_000 + b"\n" + b'"' + "字".encode() * 6000,
        "questions.md": "".join(f"## 第 {n} 个怎么办?\n\n先看。\n\n" for n in range(999)).encode(),
        "gbk.txt": text.encode("gbk"),
        "big-endian.txt": b"\xfe\xff" + text.encode("utf-16-be"),
        "unmarked.txt": text.encode("utf-16-le"),
        "script.html": f"<html><script>alert(1)</script><p>{text}<p onclick=x>再见。".encode(),
        "open.html": f"<html><p>{text}<script>alert(1)<p>再见。".encode(),
        "deep.html": b"<html>" + b"<div>" * 50_000 + "先看记录。".encode(),
        "lists.md": ("> " * 400 + "先看记录。\n").encode() + b"- " * 400,
        "brackets.md": b"[" * 20_000 + b"](" * 20_000,
        "folder.docx": word_file(paragraph("x"), {"../../x.xml": "<x/>"}),
    }


@pytest.mark.parametrize("name", list(hostile()))
@pytest.mark.parametrize("packages", [True, False])
def test_whatever_is_brought_is_imported_or_refused_in_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
    name: str,
    packages: bool,
) -> None:
    if not packages:
        request.getfixturevalue("bare")
    root = project(tmp_path / "project")
    (tmp_path / name).write_bytes(hostile()[name])
    code = run(import_command, root, str(tmp_path / name))
    said = capsys.readouterr().err
    assert code in (0, 2), said
    assert name in said
    assert "Traceback" not in said
    if code == 2:
        assert not (root / "drafts").exists()
    outside = {path.name for path in tmp_path.iterdir()}
    assert outside == {"project", name}


@pytest.mark.parametrize("name", ["gbk.txt", "big-endian.txt", "unmarked.txt"])
def test_chinese_from_old_editors_is_read(center: Center, name: str) -> None:
    found = imported(center, name, hostile()[name])
    assert [draft.title for draft in found.drafts] == ["充值没到账怎么办？"]


def test_a_bomb_is_not_unpacked(center: Center) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 60_000_000)
    with pytest.raises(Unreadable, match="too-large"):
        imported(center, "a.docx", stream.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_chinese_is_read_in_the_usual_encodings(center: Center, encoding: str) -> None:
    found = imported(center, "card.txt", "1. 充值没到账怎么办?\n先看记录。\n".encode(encoding))
    assert found.drafts[0].title == "充值没到账怎么办？"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("先看,再问.", "先看，再问。"),
        ('点"充值",贴卡(两次).', "点“充值”，贴卡（两次）。"),
        ("比如BTC, ETH, BSC等", "比如 BTC, ETH, BSC 等"),
        ("时间:2025-03-23 06:52:39", "时间：2025-03-23 06:52:39"),
        ("看https://a.org/x?a=1,2吧", "看 https://a.org/x?a=1,2 吧"),
        ("等等...--好", "等等……——好"),
    ],
)
def test_punctuation_becomes_that_of_the_language(before: str, after: str) -> None:
    assert repaired(before, "zh") == after


SIGNS = re.compile(r"[\W_]+")


@given(st.text(), st.sampled_from(["zh", "en"]))
def test_repairing_changes_no_letter(text: str, locale: str) -> None:
    plain = text.replace("\ue000", "").replace("\ue001", "")
    assert SIGNS.sub("", repaired(plain, locale)) == SIGNS.sub("", plain)


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60))
def test_any_line_is_shown_as_it_was_and_does_nothing(text: str) -> None:
    renderer = Renderer((("attr_list", {}), ("tables", {}), ("admonition", {})))
    root = renderer.read(escaped(text))
    assert words(root) == " ".join(text.split())
    assert [element.tag for element in root.iter()] == ["div", "p"]


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400), ending=st.sampled_from(["txt", "md", "html", "docx"]))
def test_no_file_crashes_an_import(center: Center, data: bytes, ending: str) -> None:
    with contextlib.suppress(Unreadable):
        imported(center, f"a.{ending}", data)


LINES = st.sampled_from(
    ["一、怎样充值", "1. 充值没到账怎么办?", "- 打开应用:在首页点充值。", "- 只有一句",
     "总之,很好。", "分享 :", "相关新闻", "首先,看。其次,问。", "# Title",
     "1. **a**:b 2. **c**:d", "<b>粗</b>",
     "What is it?", "A sentence. Another one.", "{#x}", "```", "???", "--- -->", "下面是三个问题。",
     "2024-01-31", "充值没到账怎么办?", "原因包括:", "请按以下步骤处理:", "時间"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(LINES, max_size=14))
def test_no_line_is_ever_lost(center: Center, lines: list[str]) -> None:
    found = imported(center, "a.txt", "\n".join(lines))
    assert [one for one in found.left if one.why == "lost"] == []


def test_drafts_and_report_are_written_and_nothing_is_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], center: Center
) -> None:
    root = project(tmp_path)
    article = tmp_path / "card.txt"
    article.write_text(CHINESE, "utf-8")
    assert run(import_command, root, str(article)) == 0
    first = {path: path.read_bytes() for path in (root / "drafts").rglob("*.md")}
    assert capsys.readouterr().err.startswith("card.txt: ")
    assert (root / "drafts/card-report.md").is_file()
    assert run(import_command, root, str(article), language="zh") == 0
    assert {path: path.read_bytes() for path in first} == first
    assert (root / "drafts/card-report-2.md").is_file()
    assert not any("card" in path.name for path in (root / "docs").rglob("*"))


def test_the_report_quotes_every_line_left_out(tmp_path: Path, center: Center) -> None:
    root = project(tmp_path)
    article = tmp_path / "card.txt"
    article.write_text(CHINESE, "utf-8")
    run(import_command, root, str(article))
    report = (root / "drafts/card-report.md").read_text("utf-8")
    assert "- 23 (a closing without information): 总之,交通卡很方便。\n" in report
    assert "- 26 (promotion): cardshop\n" in report


@pytest.mark.parametrize(
    ("name", "data", "language", "said"),
    [
        ("no.txt", None, "en", "no.txt: No such file or directory."),
        ("no.txt", None, "zh", "no.txt：No such file or directory。"),
        ("a.docx", b"x", "en", "a.docx cannot be read as a Word document. Save it again as .docx. "
         "(File is not a zip file)"),
        ("a.docx", b"x", "zh",
         "a.docx 读不出 Word 文档。重新保存成 .docx。 (File is not a zip file)"),
        ("a.txt", b"\xff\xfe\x00", "en",
         "a.txt is in an encoding nobody knows. Save it as UTF-8."),
        ("a.txt", b"\xff\xfe\x00", "zh", "a.txt 认不出编码。保存成 UTF-8 再导入。"),
    ],
)  # fmt: skip
def test_an_article_that_cannot_be_read_is_said(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    center: Center,
    name: str,
    data: bytes | None,
    language: str,
    said: str,
) -> None:
    root = project(tmp_path)
    if data is not None:
        (tmp_path / name).write_bytes(data)
    assert run(import_command, root, str(tmp_path / name), language=language) == 2
    assert capsys.readouterr().err == f"{tmp_path}/{said}\n"
    assert not (root / "drafts").exists()


def test_drafts_stay_inside_the_project(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], center: Center
) -> None:
    root = project(tmp_path / "project")
    article = tmp_path / "a.txt"
    article.write_text("先看记录。")
    assert run(import_command, root, str(article), "--into", "../elsewhere") == 2
    assert capsys.readouterr().err == (
        "Drafts go into a folder of the project, and languages are ['zh', 'en'].\n"
    )


PROSE = """\
嘿,朋友们!欢迎来到这篇指南,希望对您有帮助。
首先,先来聊聊什么是电子钱包。简单来说,它就是手机里的钱包。
您可以把银行卡放进去。
说到联系银行,这一步很重要。很多问题要银行才能查。
接下来,我们再来说说电子钱包本身的客服渠道。多数平台都有在线客服。
- 在线客服:在应用里找到帮助中心。
- 电话:拨打应用里写的号码。
说完外部联系方式,我们再来谈谈账户安全问题。请设置复杂的密码。
最后,我们来聊一聊关于投诉和维权的内容。可以向平台投诉。
祝大家都能愉快地使用电子钱包。
"""


def test_a_text_without_headings_is_split_where_it_turns_to_something_else(center: Center) -> None:
    found = import_article(center, "a.txt", PROSE.encode(), speech=Speech("zh"))
    titles = [one.title.removeprefix("??? ") for one in found.drafts]
    assert titles == [
        "什么是电子钱包",
        "联系银行",
        "电子钱包本身的客服渠道",
        "账户安全",
        "投诉和维权",
    ]
    assert all("标题是猜的" in one.text for one in found.drafts)
    assert "您可以把银行卡放进去。" in found.drafts[0].text
    assert [one.why for one in found.left] == ["greeting", "closing"]


def test_headings_are_trusted_more_than_turns_of_speech(center: Center) -> None:
    text = "# 退款\n\n怎么退？\n\n先找商户。\n\n说到联系银行，这一步很重要，先打卡背面的电话。\n"
    found = import_article(center, "a.md", text.encode(), speech=Speech("zh"))
    assert [one.title for one in found.drafts] == ["怎么退？"]


def test_english_prose_turns_as_well(center: Center) -> None:
    text = (
        "First, let's talk about what a wallet is. It holds cards.\n\n"
        "Now let's look at lost phones. Lock the wallet from another device.\n"
    )
    found = import_article(center, "a.txt", text.encode(), speech=Speech("en"))
    assert [one.title for one in found.drafts] == ["??? what a wallet is", "??? lost phones"]
