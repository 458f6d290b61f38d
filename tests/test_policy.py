"""The headers for static hosts say what the pages say, and what pages cannot say."""

from __future__ import annotations

from pathlib import Path

from built import Built
from helpcenter.site.policy import content_policy, headers, write_headers


def test_every_page_carries_the_policy_before_anything_it_loads(built: Built) -> None:
    for name in built.pages():
        html = built.html(name)
        if html.all("meta", http_equiv="refresh"):
            continue
        policies = [tag for tag in html.tags if tag.attributes.get("http-equiv")]
        assert [tag.attributes["content"] for tag in policies] == [content_policy()], name
        assert html.tags.index(policies[0]) < 5, name


def test_the_policy_knows_no_other_host_and_no_inline_code() -> None:
    policy = content_policy()
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers()["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'"


def test_the_headers_are_written_as_hosts_read_them(tmp_path: Path) -> None:
    write_headers(tmp_path)
    lines = (tmp_path / "_headers").read_text("utf-8").splitlines()
    assert lines[0] == "/*"
    assert lines[1:6] == [f"  {name}: {value}" for name, value in headers().items()]
    assert lines[6:] == ["/api/*", "  Access-Control-Allow-Origin: *"]
    assert "  Referrer-Policy: no-referrer" in lines
    assert "  X-Content-Type-Options: nosniff" in lines


def test_the_site_carries_them(built: Built, tmp_path: Path) -> None:
    write_headers(tmp_path)
    assert built.files()["_headers"] == (tmp_path / "_headers").read_bytes()
