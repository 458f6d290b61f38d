"""A large project for measurements: pages put together from parts of real ones."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Sequence
from pathlib import Path


def made_up(source: Path, root: Path, number: int) -> Path:
    """Write to `root` a project of `number` pages a language, put together from `source`'s."""
    for part in ("overrides", "docs"):
        shutil.copytree(source / part, root / part)
    shutil.copy(source / "mkdocs.yml", root)
    (root / "overrides/published.yml").unlink(missing_ok=True)
    chance = random.Random(number)
    real = sorted(p for p in (source / "docs/zh").glob("*/*.md") if p.stem != "index")
    have = len(list((source / "docs/zh").rglob("*.md")))
    for made in range(number - have):
        picked = chance.sample(real, 4)
        name = f"{picked[0].parent.name}/made-up-{made}.md"
        for locale in ("zh", "en"):
            pages = [(source / "docs" / locale / p.relative_to(source / "docs/zh")) for p in picked]
            (root / "docs" / locale / name).write_text(
                _mixed(pages, locale, made), "utf-8", newline="\n"
            )
    return root


def _mixed(pages: Sequence[Path], locale: str, made: int) -> str:
    """Front matter of the first page, sections of all, and a word that no other page has."""
    parts = [page.read_text("utf-8").split("---\n", 2)[1:] for page in pages]
    front, sections = parts[0][0], [re.split(r"(?m)^(?=## )", body) for _, body in parts]
    chance = random.Random(made * 2 + (locale == "en"))
    if locale == "zh":
        signs = "".join(sorted(set(re.findall("[\u4e00-\u9fff]", "".join(b for _, b in parts)))))
        own = "".join(chance.choices(signs, k=4))
    else:
        own = " " + "".join(
            chance.choice(s) for s in ("bcdfgklm", "aeiou", "nprst", "aeiou", "bdgk")
        )
    other = re.search(r"^short: (.*)$", parts[1][0], re.MULTILINE)
    assert other
    front = re.sub(
        r"^short: (.*)$", lambda m: f"short: {(m[1] + own)[:38]}", front, flags=re.MULTILINE
    )
    front = re.sub(
        r"^title: .*$", lambda m: f"title: {(other[1] + own)[:80]}？", front, flags=re.MULTILINE
    )
    front = re.sub(r"^(related|sources|translated_from):.*\n", "", front, flags=re.MULTILINE)
    body = sections[0][0] + "".join(
        some[min(place, len(some) - 1)] for place, some in enumerate(sections, 1)
    )
    # Pages have moved: links that lead nowhere would only add noise.
    body = re.sub(r"]\([^)]*\)", "](../index.md)", body)
    return f"---\n{front}---\n{body}"
