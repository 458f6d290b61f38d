"""Any MkDocs project, judged by its own settings: what holds for all is found, nothing else."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from helpcenter.checking.check import check
from helpcenter.checking.wishes import Wishes
from helpcenter.cli import main
from helpcenter.foreign.door import read_project
from helpcenter.foreign.rules import FOREIGN
from helpcenter.rules import RULES
from helpcenter.store import Store
from small_site import write_site

Files = dict[str, str | bytes]


def project(root: Path, files: Files) -> Path:
    """A project of these files and nothing else."""
    for name, content in {"mkdocs.yml": "site_name: x\n", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return root


def found(root: Path, files: Files) -> list[str]:
    """`path:line rule` of everything that is found."""
    center = read_project(project(root, files))
    assert center.foreign
    findings = check(center, Wishes(select=FOREIGN)).findings
    return [f"{one.path}:{one.line} {one.rule}" for one in findings]


def test_every_rule_for_all_projects_exists() -> None:
    assert {rule.name for rule in RULES} >= FOREIGN


def test_our_own_project_is_none_of_these(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    assert read_project(root).foreign is None
    (root / "mkdocs.yml").write_text("site_name: x\ntheme:\n  custom_dir: overrides\n", "utf-8")
    assert read_project(root).foreign is None, "it has our contacts, and has lost the plugin"


def test_a_plain_project_needs_nothing_of_ours(tmp_path: Path) -> None:
    page = "# Any Title\n\nSee [it](../../README.md#any-title) and [it](Ünder%20score.md).\n\n- x\n"
    files: Files = {
        "docs/README.md": "# Any title\n\n首先这样，其次那样\n\n[deep](a/B_c/D.e.md#any-title)",
        "docs/a/B_c/D.e.md": page,
        "docs/a/B_c/Ünder score.md": "Title: as it was\nDate: 2026-11-22\n\nText.\r\n",
        "docs/a/B_c/file.pdf": "",
        "docs/empty.md": "",
        "docs/front.md": "---\nany: key\nother: [a, b]\n...\n\n# X\n\n### `code` {#x}\n",
    }
    assert found(tmp_path, files) == ["docs/front.md:8 skipped-heading-level"]


def test_links_are_judged_as_mkdocs_and_a_browser_would(tmp_path: Path) -> None:
    page = """\
# Page
[a](other.md) [b](other.md?x=1#part-two) [c](../other/) [d](/anything/) [e](sub/) [f](other.txt)
[g](other.md#parttwo) [h](nothing.md) ![i](no.png) [j](../nothing/) [k](hidden.md) [l](drafts/x.md)
<a href="../other/#part-two">m</a> <a href="other.md">n</a> <img src="../pic.png" alt="x">
<a href="../none/">o</a> <img src="../pic.png"> <img src="../no.png" alt="">
`[p](nothing.md)` <!-- [q](nothing.md) --> [r](mailto:a@b.example) [s](#part-two) [t](<other.md>)
"""
    files: Files = {
        "mkdocs.yml": "site_name: x\nexclude_docs: |\n  hidden.md\ndraft_docs: drafts/\n",
        "docs/page.md": page,
        "docs/other.md": "## Part two\n",
        "docs/other.txt": "",
        "docs/sub/index.md": "x\n",
        "docs/hidden.md": "[broken](nothing.md)\n",
        "docs/drafts/x.md": "x\n",
        "docs/pic.png": "",
    }
    rows = [one.removeprefix("docs/page.md:") for one in found(tmp_path, files)]
    assert sorted(rows) == [
        "2 missing-link",
        *["3 missing-anchor", *["3 missing-link"] * 5],
        "4 missing-link",
        *["5 missing-alt", *["5 missing-link"] * 2],
        "6 missing-anchor",
    ]


def test_without_directories_addresses_are_files(tmp_path: Path) -> None:
    files: Files = {
        "mkdocs.yml": "site_name: x\nuse_directory_urls: false\n",
        "docs/page.md": '<a href="other.html#x">a</a> <a href="../other/">b</a> [c](other.html)\n',
        "docs/other.md": '<a id="x"></a>\n',
    }
    assert found(tmp_path, files) == ["docs/page.md:1 missing-link"]


def test_absolute_links_are_files_where_the_project_says_so(tmp_path: Path) -> None:
    settings = "site_name: x\nvalidation:\n  links:\n    absolute_links: relative_to_docs\n"
    files: Files = {"mkdocs.yml": settings, "docs/a/b.md": "[x](/a/b.md) [y](/b.md)\n"}
    assert found(tmp_path, files) == ["docs/a/b.md:1 missing-link"]


SLUGS = """\
site_name: x
markdown_extensions:
  - toc:
      permalink: true
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
  - pymdownx.superfences:
      custom_fences:
        - {name: mermaid, class: mermaid, format: !!python/name:os.system }
  - pymdownx.inlinehilite
  - pymdownx.tabbed: {alternate_style: true}
  - footnotes
extra: {secret: !ENV [HOME, x]}
"""


def test_its_extensions_and_slugs_are_used(tmp_path: Path) -> None:
    page = """\
# 常见 问题 :smile:

[a](#常见-问题) [b](#_1) [`code`](#常见-问题) note[^1] [^2]

```mermaid
[c](nothing.md)
```

=== "Tab"

    [d](nothing.md)

## `Only code`

[^1]: A note.
"""
    assert found(tmp_path, {"mkdocs.yml": SLUGS, "docs/index.md": page}) == [
        "docs/index.md:3 missing-anchor",
        "docs/index.md:3 undefined-reference",
        "docs/index.md:11 missing-link",
    ]


def test_settings_are_inherited_and_merged(tmp_path: Path) -> None:
    files: Files = {
        "base/base.yml": "site_name: x\ndocs_dir: nowhere\n"
        "markdown_extensions:\n  toc: {separator: _}\nnav:\n  - gone.md\n",
        "mkdocs.yml": "\nINHERIT: base/base.yml\ndocs_dir: pages\n",
        "pages/index.md": "# A b\n\n[x](#a_b) [y](#a-b)\n",
    }
    assert found(tmp_path, files) == [
        "mkdocs.yml:2 missing-nav-file",
        "pages/index.md:1 page-not-in-nav",
        "pages/index.md:3 missing-anchor",
    ]


FOLDERS = """\
site_name: x
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: en, default: true, name: English}
        - {locale: zh, name: 中文}
nav:
  - index.md
  - a.md
  - https://example.org/
"""


def test_a_folder_for_each_language(tmp_path: Path) -> None:
    files: Files = {
        "mkdocs.yml": FOLDERS,
        "docs/en/index.md": "[a](a.md) ![p](img/p.png) [zh](../zh/index.md)\n",
        "docs/en/a.md": "# Only here\n",
        "docs/en/img/p.png": "",
        "docs/shared.png": "",
        "docs/zh/index.md": "[a](a.md#only-here) ![p](img/p.png) ![s](../shared.png)\n[b](b.md)\n"
        '<a href="a/">x</a> <a href="../">y</a> <a href="../c/">z</a>\n',
    }
    assert found(tmp_path, files) == [
        "docs/en/index.md:1 cross-language-link",
        "docs/zh/index.md:2 missing-link",
        "docs/zh/index.md:3 missing-link",
    ]


def test_a_suffix_for_each_language(tmp_path: Path) -> None:
    files: Files = {
        "mkdocs.yml": FOLDERS.replace("folder", "suffix"),
        "docs/index.md": "[a](a.md#english)\n",
        "docs/index.zh.md": "[a](a.md#中文) [b](a.md#english) ![p](p.png) [c](b.md) [d](a.zh.md)\n",
        "docs/a.md": "## English\n",
        "docs/a.zh.md": "## 中文 {#中文}\n",
        "docs/p.zh.png": "",
    }
    files["mkdocs.yml"] = str(files["mkdocs.yml"]) + "markdown_extensions: [attr_list]\n"
    assert found(tmp_path, files) == [
        "docs/index.zh.md:1 missing-anchor",
        "docs/index.zh.md:1 missing-link",
    ]


def test_pieces_of_other_files_keep_their_lines(tmp_path: Path) -> None:
    files: Files = {
        "mkdocs.yml": "site_name: x\nmarkdown_extensions:\n  - pymdownx.snippets:\n"
        "      base_path: [includes]\n      auto_append: [all.md]\n",
        "includes/all.md": "[unused]: https://example.org/\n",
        "includes/one.md": "First.\n\n[x](nothing.md) [y](page.md#piece)\n\n## Piece\n",
        "includes/part.md": "a\n# --8<-- [start:in]\n[z](nowhere.md)\n# --8<-- [end:in]\n[b](n)\n",
        "includes/loop.md": '--8<-- "loop.md"\n',
        "docs/page.md": "---\na: b\n---\n\n# Page\n\n"
        '--8<-- "one.md"\n\n--8<--\npart.md:in\nloop.md\n--8<--\n\n'
        '--8<-- "gone.md"\n--8<-- "part.md:no"\n;--8<-- "shown.md"\n\n[w](late.md)\n',
    }
    assert found(tmp_path, files) == [
        "docs/page.md:14 missing-include",
        "docs/page.md:15 missing-include",
        "docs/page.md:18 missing-link",
        "includes/one.md:3 missing-link",
        "includes/part.md:3 missing-link",
    ]


def test_lines_are_right_below_words_that_are_found_elsewhere(tmp_path: Path) -> None:
    page = """\
# Page

<abbr title="x">Words</abbr> that begin as others do.

## `Reply`

See 【one】(b.md).

## Other

See 【two】(b.md).

## `Reply` or more

Words that begin as others do. See [three]（b.md）.

---

Last 【four】(b.md).
"""
    lines = [one.partition(" ")[0] for one in found(tmp_path, {"docs/a.md": page, "docs/b.md": ""})]
    assert lines == [f"docs/a.md:{line}" for line in (7, 11, 15, 19)]


def test_two_processes_read_what_one_does(tmp_path: Path) -> None:
    files: Files = {
        "mkdocs.yml": "site_name: x\nmarkdown_extensions: [pymdownx.snippets, attr_list]\n",
        "one.md": "a\n\n[x](gone.md)\n",
        "docs/a.md": '# A {#a}\n\n--8<-- "one.md"\n\n[b](b.md#made) <img src="c.png">\n',
        "docs/b.md": "::: made\n\n[a](a.md#none)\n",
        "docs/c.md": b"\xff\xfe",
        "docs/d.md": "[[[" * 400,
    }
    root = project(tmp_path, files)
    one, two = (read_project(root, processes=processes) for processes in (1, 2))
    assert (one.pages, one.faults, one.foreign) == (two.pages, two.faults, two.foreign)
    assert [page.links for page in one.pages] == [page.links for page in two.pages]
    assert [page.blocks for page in one.pages] == [page.blocks for page in two.pages]
    assert len(check(one).findings) == 6


KEPT = """\
site_name: x
markdown_extensions:
  - attr_list
  - pymdownx.snippets
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
"""


class Watched(Store):
    """A store that counts what it had."""

    had = 0

    def get(self, key: bytes) -> bytes | None:
        data = super().get(key)
        self.had += data is not None
        return data


def test_what_was_read_is_kept_while_nothing_it_shows_changes(tmp_path: Path) -> None:
    files: Files = {
        "mkdocs.yml": KEPT,
        "one.md": "[x](gone.md)\n",
        "docs/a.md": '--8<-- "one.md"\n\n[b](b.md#big-words)\n',
        "docs/b.md": "# Big words\n\n[a](a.md)\n",
        "docs/c.md": "[b](b.md#Big-Words)\n",
    }

    def lint(**changed: str) -> tuple[list[str], int]:
        root = project(tmp_path / "p", {**files, **{f"{k}.md": v for k, v in changed.items()}})
        store = Watched(tmp_path / "kept")
        center = read_project(root, store=store)
        store.save()
        findings = check(center, Wishes(select=FOREIGN)).findings
        assert findings == check(read_project(root), Wishes(select=FOREIGN)).findings
        return [f"{one.path}:{one.line} {one.rule}" for one in findings], store.had

    found = ["docs/c.md:1 missing-anchor", "one.md:1 missing-link"]
    assert lint() == (found, 0)
    assert lint() == (found, 2), "all but the page with a piece"
    assert lint(one="[x](b.md)\n") == (found[:1], 2)
    files["docs/c.md"] = "[b](b.md#big-words)\n"
    assert lint() == (found[1:], 1)
    files["mkdocs.yml"] = KEPT.replace("{kwds: {case: lower}}", "{kwds: {case: none}}")
    assert lint() == (["docs/a.md:3 missing-anchor", *found], 0)
    files["mkdocs.yml"] = KEPT + "  - toc_of_somebody\n"
    assert lint() == (found[1:], 2), "what is not there reads nothing"


def test_an_allowance_counts_in_a_page_with_pieces(tmp_path: Path) -> None:
    files: Files = {
        "mkdocs.yml": "site_name: x\nmarkdown_extensions: [pymdownx.snippets]\n",
        "one.md": "a\n\nb\n",
        "docs/a.md": '--8<-- "one.md"\n\n<!-- allow missing-link: not written yet -->\n[x](y.md)\n',
    }
    assert found(tmp_path, files) == []


def test_the_navigation_is_its_own(tmp_path: Path) -> None:
    files: Files = {
        "mkdocs.yml": "site_name: x\nnot_in_nav: |\n  /apart/\nnav:\n  - Start: index.md\n"
        "  - Part:\n    - part/a.md\n    - part/b.md\n  - /x/\n  - https://example.org/\n",
        "docs/index.md": "x\n",
        "docs/part/a.md": "x\n",
        "docs/apart/c.md": "x\n",
        "docs/d.md": "x\n",
    }
    assert found(tmp_path, files) == [
        "docs/d.md:1 page-not-in-nav",
        "mkdocs.yml:8 missing-nav-file",
    ]


def test_what_programs_add_is_not_judged(tmp_path: Path) -> None:
    files: Files = {
        "mkdocs.yml": "site_name: x\nnav: [index.md]\nhooks: [h.py]\n"
        "plugins: [autorefs, gen-files]\n",
        "h.py": "raise SystemExit(1)\n",
        "docs/index.md": "[x](api/made.md) [y](other.md#made) [z][made] ![p]({{ url }})\n"
        "[t](typo.md)\n",
        "docs/other.md": "::: module\n",
        "docs/gen.md": "{{ made }} [^1]\n",
    }
    assert found(tmp_path, files) == ["docs/index.md:2 missing-link"]


def test_extensions_that_need_mkdocs_itself_are_left_out(tmp_path: Path) -> None:
    settings = "markdown_extensions: [attr_list, material.extensions.preview, footnotes]\n"
    files: Files = {
        "mkdocs.yml": settings,
        "docs/a.md": "# A {#b}\n\n[x](#b) [y](#c) n[^1]\n\n[^1]: n\n",
    }
    center = read_project(project(tmp_path, files))
    assert center.foreign
    assert center.foreign.unloaded == ("material.extensions.preview",)
    assert found(tmp_path, files) == ["docs/a.md:3 missing-anchor"]


def test_an_empty_link_with_an_id_is_a_place(tmp_path: Path) -> None:
    files: Files = {
        "mkdocs.yml": "markdown_extensions: [attr_list]\n",
        "docs/a.md": "[](){#place}\n## A\n\n[x](#place) [y](){#other} [](b.md) [z]()\n",
        "docs/b.md": "x\n",
    }
    assert found(tmp_path, files) == ["docs/a.md:4 empty-link"] * 3


def test_an_index_beside_a_readme_is_told(tmp_path: Path) -> None:
    files: Files = {"docs/index.md": "x\n", "docs/README.md": "x\n"}
    assert found(tmp_path, files) == ["docs/README.md:1 same-address"]


def test_links_of_the_file_system_stay_in_the_project(tmp_path: Path) -> None:
    root = project(tmp_path / "p", {"docs/a.md": "[x](b.md#y) [z](s.md)\n", "CHANGES.md": "## Y\n"})
    (tmp_path / "secret.md").write_text("[broken](secret-word.md)", "utf-8")
    (root / "docs/b.md").symlink_to("../CHANGES.md")
    (root / "docs/s.md").symlink_to("../../secret.md")
    (root / "docs/loop").symlink_to(".")
    (root / "docs/self.md").symlink_to("self.md")
    assert found(root, {}) == ["docs/self.md:1 unreadable-file"]


HOSTILE: dict[str, bytes] = {
    "not UTF-8": b"\xff\xfe\xd6\xd0",
    "NUL bytes": b"a\x00b\x02wzxhzdk:7\x03",
    "a line of 5 MB": b"x" * 5_000_000,
    "20,000 brackets": b"[" * 20_000,
    "20,000 angles": b"<a href='" * 20_000,
    "stars": b"*a **b " * 1_200,
    "lists in lists": b"".join(b"    " * n + b"- x\n" for n in range(90)),
    "quotes in quotes": b"> " * 2_000 + b"x",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_ordinary_fault_is_found_beside_a_hostile_page(tmp_path: Path, name: str) -> None:
    start = time.process_time()
    files: Files = {"docs/a.md": "[x](planted.md)\n", "docs/b.md": HOSTILE[name]}
    assert "docs/a.md:1 missing-link" in found(tmp_path, files)
    assert time.process_time() - start < 60


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x]\nb: [*a, *a]\nsite_name: x\n",
        "markdown_extensions: [nobody.has.this, 7, {toc: 3}, {attr_list: {no: option}}]\n",
        "nav: 7\nplugins: x\ntheme: [a]\nvalidation: []\nextra: 1\nhooks: 3\n",
        "docs_dir: 7\n",
        "plugins: {i18n: {languages: [x, {locale: 3}, {}]}}\n",
        "x: !!python/object/apply:os.system [exit 1]\n",
        "x: !relative\ny: !unknown {a: b}\n<<: {docs_dir: docs}\n",
    ],
)
def test_no_settings_make_it_raise(tmp_path: Path, text: str) -> None:
    center = read_project(project(tmp_path, {"mkdocs.yml": text, "docs/a.md": "x\n"}))
    check(center, Wishes(select=FOREIGN))


def test_a_bomb_of_settings_is_refused(tmp_path: Path) -> None:
    rows = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 30))]
    root = project(tmp_path, {"mkdocs.yml": "\n".join(rows), "docs/a.md": "x\n"})
    assert main(["lint", "--root", str(root), "--lang", "en"]) != 0


def test_the_command_says_how_it_judges(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    extensions = "site_name: x\nmarkdown_extensions: [nobody.has.this]\n"
    root = project(tmp_path, {"mkdocs.yml": extensions, "docs/a.md": "[x](b.md)\n[y](C.md)\n"})
    (root / "docs/c.md").write_text("x\n", "utf-8")
    assert main(["lint", "--root", str(root), "--lang", "en", "--format", "human"]) == 1
    out, err = capsys.readouterr()
    assert "docs/a.md:1:5: error missing-link: The link to “b.md” leads to no file." in out
    assert f"without the plugin “helpcenter”: {len(FOREIGN)} rules that hold for any" in err
    assert "Not installed here, so pages were read without: nobody.has.this." in err
    assert main(["lint", "--root", str(root), "--lang", "zh", "--format", "human"]) == 1
    assert "没有装这些扩展" in capsys.readouterr().err
