"""A small sound help center, and sites made from it: `{path: text}` written to a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

CONFIG = """\
site_name: 帮助
site_url: https://help.example.org/
theme:
  name: material
  custom_dir: overrides
  font: false
plugins:
  - i18n:
      docs_structure: folder
      reconfigure_material: false
      reconfigure_search: false
      languages:
        - locale: zh
          default: true
          name: 中文
        - locale: en
          name: English
          site_name: Help
  - helpcenter
markdown_extensions:
  - attr_list
  - admonition
  - sane_lists
  - tables
  - pymdownx.tabbed:
      alternate_style: true
nav:
  - index.md
  - payments:
      - payments/index.md
      - payments/refund.md
"""


def article(title: str, body: str, *, kind: str = "faq", more: str = "") -> str:
    """A page with sound front matter: 8 lines and those of `more`, then `body`."""
    return (
        f"---\ntitle: {title}\nshort: {title[:6]}\ndescription: {title}\nkind: {kind}\n"
        f"severity: normal\nreviewed: 2026-11-22\n{more}---\n\n{body}"
    )


STEPS_ZH = "先问商户。\n\n## 步骤 {#steps}\n\n1. **找订单。** 打开交易记录。 {#find-order}\n"
STEPS_ZH += "2. **去问。** 问商户。 {#ask}\n"
STEPS_EN = "Ask first.\n\n## Steps {#steps}\n\n1. **Find it.** Open history. {#find-order}\n"
STEPS_EN += "2. **Ask.** Ask the merchant. {#ask}\n"

# What the English pages were compared with: the Chinese ones below, part by part.
HOME = "translated_from: tcvjl mgbpr\n"
TOPIC = "translated_from: hhbxb ffjls\n"
REFUND = "translated_from: zkpnr tlpdp ltbcx spwqv gktrg\n"

SITE: dict[str, str] = {
    "overrides/contacts.yml": (Path(__file__).parent / "contacts/registry.yml").read_text("utf-8"),
    "mkdocs.yml": CONFIG,
    "overrides/words/zh.yml": 'lang: zh-Hans\ndir: ltr\ndate: "{year}-{month}-{day}"\n',
    "overrides/words/en.yml": 'lang: en\ndir: ltr\ndate: "{year}-{month}-{day}"\n',
    "docs/zh/index.md": article("帮助", "找答案。\n", kind="home"),
    "docs/en/index.md": article("Help", "Find answers.\n", kind="home", more=HOME),
    "docs/zh/payments/index.md": article("付款", "付款的事。\n", kind="topic"),
    "docs/en/payments/index.md": article("Payments", "About payments.\n", kind="topic", more=TOPIC),
    "docs/zh/payments/refund.md": article("怎样退款？", STEPS_ZH),
    "docs/en/payments/refund.md": article("How do I get a refund?", STEPS_EN, more=REFUND),
}


def write_site(root: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Write `SITE` with `changes` (`None` takes a file away) below `root`; returns `root`."""
    files: dict[str, str | bytes | None] = {**SITE, **(changes or {})}
    for name, content in files.items():
        if content is None:
            continue
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return root
