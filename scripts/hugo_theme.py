"""The same articles for Hugo, with as little theme as shows them: what it can do at its best.

Navigation shows all topics and the questions of one. Search is a list of texts for each language,
which nothing on the pages reads yet.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from made_up import LOCALES

CONFIG = """\
baseURL = "https://help.example.org/"
title = "Help"
defaultContentLanguage = "zh"
disableKinds = ["taxonomy", "term", "rss"]
[languages.zh]
contentDir = "content/zh"
weight = 1
[languages.en]
contentDir = "content/en"
weight = 2
[outputs]
home = ["html", "json"]
section = ["html"]
"""
BASE = """\
<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations -}}
<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end -}}
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
</head>
<body>
<header><a href="{{ .Site.Home.RelPermalink }}">{{ .Site.Title }}</a>
{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}</header>
<nav><ul>
{{ $here := .CurrentSection }}{{ range .Site.Home.Sections -}}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ if eq . $here }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}</li>
{{ end }}</ul></nav>
<main><h1>{{ .Title }}</h1>
{{ .Content }}
{{ block "more" . }}{{ end }}</main>
</body>
</html>
"""
LIST = """\
{{ define "more" }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<p>{{ .Description }}</p></li>
{{ end }}</ul>{{ end }}
"""
INDEX = """\
{{ $all := slice }}{{ range .Site.RegularPages }}{{ $all = $all | append (dict
"url" .RelPermalink "title" .Title "text" .Plain) }}{{ end }}{{ $all | jsonify }}
"""
LINK = """\
{{- $to := urls.Parse .Destination -}}{{- $url := .Destination -}}
{{- if and (not $to.IsAbs) (strings.HasSuffix $to.Path ".md") -}}
{{- with .PageInner.GetPage $to.Path -}}{{- $url = .RelPermalink -}}
{{- with $to.Fragment -}}{{- $url = printf "%s#%s" $url . -}}{{- end -}}
{{- else -}}{{- errorf "%s: no page %s" .PageInner.File.Path $to.Path -}}{{- end -}}
{{- end -}}<a href="{{ $url }}">{{ .Text }}</a>
{{- /* nothing after it */ -}}
"""
STYLE = "body{max-width:50rem;margin:auto;padding:1rem;font:1rem/1.6 sans-serif}\n"


def hugo_project(corpus: Path, root: Path) -> Path:
    """Write the articles of the project `corpus` and the theme to the new folder `root`."""
    for locale in LOCALES:
        source = corpus / "docs" / locale
        for path in sorted(source.rglob("*.md")):
            name = path.relative_to(source)
            if name.stem == "index":
                name = name.with_name("_index.md")
            target = root / "content" / locale / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_text(path.read_text("utf-8")), "utf-8", newline="\n")
    files = {
        "hugo.toml": CONFIG,
        "layouts/_default/baseof.html": BASE,
        "layouts/_default/single.html": '{{ define "none" }}{{ end }}\n',
        "layouts/_default/list.html": LIST,
        "layouts/index.html": LIST,
        "layouts/index.json": INDEX,
        "layouts/_default/_markup/render-link.html": LINK,
        "static/style.css": STYLE,
    }
    for file, text in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, "utf-8", newline="\n")
    shutil.rmtree(root / "public", ignore_errors=True)
    return root


def _text(text: str) -> str:
    """An article in the Markdown that Hugo knows."""
    _, front, body = text.split("---\n", 2)
    kept = [line for line in front.splitlines() if line.startswith(("title:", "description:"))]
    body = re.sub(r"(?m)^((?!#).*?) \{#[^}]*\}$", r"\1", body)  # ids of steps
    body = re.sub(r"(?<=[(/])index\.md", "_index.md", body)
    lines: list[str] = []
    inside = None
    for line in body.splitlines():
        if found := re.fullmatch(r'( *)!!! \w+ "(.*)"', line):
            inside = found[1]
            lines += [f"{inside}> **{found[2]}**", f"{inside}>"]
        elif inside is not None and line.startswith(f"{inside}    "):
            lines.append(f"{inside}> {line.strip()}")
        else:
            inside = None if line else inside
            lines.append(line)
    return "\n".join(["---", *kept, "---", *lines, ""])
