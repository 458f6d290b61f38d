"""The same articles as Material for MkDocs builds them, with its own search."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import yaml

from helpcenter.content.settings import read_settings

ASK = """async ([base, queries]) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const index = await (await fetch(base + "search/search_index.json")).json();
  const worker = new Worker(new URL(config.search, location.href));
  let heard;
  worker.onmessage = (event) => heard(event.data);
  const say = (type, data) => new Promise((resolve) => {
    heard = resolve;
    worker.postMessage({ type, data });
  });
  await say(0, { config: index.config, docs: index.docs, options: { suggest: false } });
  const found = [];
  for (const query of queries) {
    const start = performance.now();
    const { data } = await say(2, query);
    const taken = performance.now() - start;
    found.push([data.items.map((item) => item[0].location), taken]);
  }
  return found;
}"""
"""Asks the worker of a page: gives the addresses and the milliseconds of every query."""


def stock_config(root: Path, target: Path, features: Sequence[str] = ()) -> Path:
    """Write the configuration that builds the project in `root` into `target`, beside it.

    `features` are switches of Material's theme. Returns the file.
    """
    settings = read_settings(root)
    config = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
    plugins = [one for one in config["plugins"] if one != "helpcenter"]
    for plugin in plugins:
        # Left to itself, the i18n plugin sets theme and search up for the languages.
        for key in ("reconfigure_material", "reconfigure_search"):
            plugin["i18n"].pop(key, None)
    theme = {"name": "material", "language": settings.default.locale, "font": False}
    config |= {"plugins": ["search", *plugins], "theme": {**theme, "features": list(features)}}
    config |= {
        "docs_dir": str(settings.docs.resolve()),
        "site_dir": str(target),
    }
    for key in ("validation", "extra", "hooks", "nav"):
        config.pop(key, None)
    file = target.with_suffix(".yml")
    file.write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8", newline="\n")
    return file


def stock_site(root: Path, target: Path) -> Path:
    """Build the project in `root` into `target`; returns it."""
    file = stock_config(root, target)
    if find_spec("jieba") is None:
        print("jieba is missing: Material will not find Chinese words.", file=sys.stderr)
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(file)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return target
