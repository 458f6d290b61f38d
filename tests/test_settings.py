"""What is read from `mkdocs.yml`, and that nothing in it can do harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpcenter.checking.check import check
from helpcenter.content.center import read_center
from helpcenter.content.settings import NavEntry, Settings, read_settings
from small_site import CONFIG


def read(root: Path, text: str) -> Settings:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return read_settings(root)


def names(found: Settings) -> list[tuple[str, int]]:
    return [(fault.name, fault.line) for fault in found.faults]


def test_the_languages_are_read_in_order(tmp_path: Path) -> None:
    found = read(tmp_path, CONFIG)
    assert [(one.locale, one.name, one.default, one.line) for one in found.languages] == [
        ("zh", "中文", True, 13),
        ("en", "English", False, 16),
    ]
    assert found.languages[0].site_name == "帮助"
    assert found.languages[1].site_name == "Help"
    assert found.default.locale == "zh"
    assert found.faults == ()
    assert found.usable


def test_the_navigation_has_lines(tmp_path: Path) -> None:
    found = read(tmp_path, CONFIG)
    assert found.nav == (
        NavEntry("index.md", 28),
        NavEntry("payments/index.md", 30),
        NavEntry("payments/refund.md", 31),
    )


def test_thousands_of_pages_have_their_order(tmp_path: Path) -> None:
    pages = [f"payments/a-question-with-a-long-name-{number}.md" for number in range(5_000)]
    found = read(tmp_path, CONFIG + "".join(f"  - {page}\n" for page in pages))
    assert not found.faults
    assert [entry.path for entry in found.nav[-5_000:]] == pages


def test_plugins_extensions_and_features_have_lines(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "theme:\n  features:\n    - a\n    - b\n"
        + CONFIG.partition("theme:")[0]
        + "plugins:\n  - i18n:\n      languages: [{locale: en}]\n  - helpcenter\n"
        "markdown_extensions:\n  - tables\n  - toc:\n      permalink: true\n",
    )
    assert found.features == (("a", 3), ("b", 4))
    assert found.plugins == (("i18n", 8), ("helpcenter", 10))
    assert found.extension_lines == {"tables": 12, "toc": 13}
    assert found.markdown_extensions == (("tables", {}), ("toc", {"permalink": True}))


def test_plugins_may_be_a_mapping(tmp_path: Path) -> None:
    text = "plugins:\n  i18n:\n    languages:\n      - locale: en\n  helpcenter: {}\n"
    found = read(tmp_path, text)
    assert found.plugins == (("i18n", 2), ("helpcenter", 5))
    assert [(one.locale, one.line) for one in found.languages] == [("en", 4)]


def test_the_address_always_ends_with_a_slash(tmp_path: Path) -> None:
    assert read(tmp_path, CONFIG).site_url == "https://help.example.org/"
    text = CONFIG.replace("https://help.example.org/", "https://help.example.org/sub")
    assert read(tmp_path, text).site_url == "https://help.example.org/sub/"
    assert read(tmp_path, CONFIG.replace("site_url", "other")).site_url == ""


def test_a_language_that_is_not_built_is_left_out(tmp_path: Path) -> None:
    text = CONFIG.replace("- locale: en", "- build: false\n          locale: en")
    assert [one.locale for one in read(tmp_path, text).languages] == ["zh"]


def test_there_is_a_default_language_whatever_happens(tmp_path: Path) -> None:
    found = read_settings(tmp_path)
    assert found.default.locale == "en"
    assert names(found) == [("unreadable-settings", 1)]
    assert not found.usable


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: !ENV SECRET\n", ("executable-tag", 1)),
        ("a: 1\nb: !!python/object/apply:os.system [id]\n", ("executable-tag", 2)),
        ("a: 1\nb: [c\n", ("unreadable-settings", 2)),
        ("- a\n", ("unreadable-settings", 1)),
        ("plugins: [helpcenter]\n", ("no-languages", 1)),
        ("plugins: {i18n: {languages: 5}}\n", ("no-languages", 1)),
        ("plugins: 7\n", ("no-languages", 1)),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(
    tmp_path: Path, text: str, fault: tuple[str, int]
) -> None:
    found = read(tmp_path, text)
    assert names(found) == [fault]
    assert not found.usable


def test_a_secret_of_the_machine_is_never_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "topsecret")
    assert "topsecret" not in repr(read(tmp_path, CONFIG + "extra: {a: !ENV SECRET}\n"))


KEYS = st.sampled_from(
    [
        *("plugins", "i18n", "languages", "locale", "nav", "theme", "features", "custom_dir"),
        *("extra", "markdown_extensions", "docs_dir", "site_url", "review_after_months", "a"),
    ]
)
YAML = st.recursive(
    st.sampled_from(["1", "true", "null", "a", "''", "i18n", "zh", "../..", "2026-01-01", ".inf"]),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(KEYS, inner, max_size=4).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=20,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.dictionaries(KEYS, YAML, min_size=1))
def test_no_settings_make_it_raise(tmp_path: Path, pairs: dict[str, str]) -> None:
    read(tmp_path, "".join(f"{key}: {value}\n" for key, value in pairs.items()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary())
def test_no_bytes_make_it_raise(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(data)
    read_settings(tmp_path)


OURS = st.sampled_from(
    [
        *("site_name", "site_url", "site_description", "edit_uri_template", "site_dir", "docs_dir"),
        *("use_directory_urls", "theme", "extra", "hooks", "INHERIT", "nav", "copyright"),
    ]
)
INSIDE = st.sampled_from(
    ["locale", "default", "name", "site_name", "build", "custom_dir", "features", "report_url", "x"]
)
ODD = st.recursive(
    st.sampled_from(
        [
            *(
                "true",
                "'yes'",
                "en",
                "zh",
                "material",
                "../x",
                "docs/site",
                ".",
                "C:\\x",
                "-1",
                "~",
            ),
            *("https://[::1", "https://a:b@c/", "{path}", "https://x/{path!q}", '"\\ud800"', "''"),
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(INSIDE, inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.dictionaries(OURS, ODD), st.lists(ODD, max_size=3))
def test_whatever_our_own_settings_say_it_is_told(
    tmp_path: Path, pairs: dict[str, str], languages: list[str]
) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in pairs.items())
    listed = ", ".join(["{locale: zh}", *languages])
    text += f"plugins:\n  - i18n: {{languages: [{listed}]}}\n  - helpcenter\n"
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    for finding in check(read_center(tmp_path)).findings:
        assert finding.text["en"]
        assert finding.text["zh"]
        assert 1 <= finding.line <= max(1, text.count("\n"))
