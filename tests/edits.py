"""Edits of every kind that people make to a project, at random."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from small_site import CONFIG, SITE, STEPS_EN, STEPS_ZH, article, write_site

WORDS = ("钱包", "退款", "银行", "密码", "客服", "wallet", "refund", "bank", "code", "礦")
FRAME = """\
<!doctype html><html lang="{{ view.lang }}"><title>{% block page_title %}{% endblock %}</title>
{% for one in view.main_topics %}{{ one.title|e }} {{ one.count }} {{ view.current(one) }}
{% endfor %}{{ view.topic }} {{ view.more_questions }} {{ view.urgent }} {{ view.words.lang }}
{% block main %}{% block page_main %}{% endblock %}{% endblock %}
{% if view.safety %}{{ view.safety.html }}{% endif %}{% include "partials/foot.html" %}
</html>
"""
ARTICLE = """\
{% extends "frame.html" %}
{% block page_title %}{{ view.title|e }}{% endblock %}
{% block page_main %}
{{ view.description|e }} {{ view.canonical }} {{ view.alternates }} {{ view.edit_url }}
{% for one in view.languages %}{{ one }}{% endfor %}
{{ view.related }} {{ view.contacts }} {{ view.contact_page }}
{{ view.stale }} {{ view.fresher }} {{ view.review_due }} {{ view.siblings }}
{% for one in view.twins %}{{ one.title|e }}{{ one.answer }}{{ one.sections }}{% endfor %}
{{ view.answer }}{% for one in view.sections %}{{ one.title }}{{ one.html }}{% endfor %}
{% endblock %}
"""
TOPIC = """\
{% extends "layouts/article.html" %}
{% block main %}{{ view.path }}{{ super() }}{% endblock %}
{% block page_title %}{{ super() }} {{ view.questions(view.topic) }}{% endblock %}
"""
HOME = """\
{% extends "layouts/article.html" %}
{% block page_main %}{% for one in view.topics %}{{ view.questions(one, 2) }}{% endfor %}
{{ view.wanted }}{{ super() }}{% endblock %}
"""
TEMPLATES = {
    "overrides/main.html": "{% extends view.layout %}",
    "overrides/frame.html": FRAME,
    "overrides/layouts/article.html": ARTICLE,
    "overrides/layouts/topic.html": TOPIC,
    "overrides/layouts/home.html": HOME,
    "overrides/partials/foot.html": "<p>{{ view.along.made }}</p>",
    "overrides/print.html": "{% for one in views %}{{ one.answer }}{{ one.related }}{% endfor %}",
    "overrides/start.html": "{% for one in views %}{{ one.site_name }}{% endfor %}",
    "overrides/404.html": "<!doctype html>{% for one in lost %}{{ one.lang }}{% endfor %}",
    "overrides/sitemap.xml": "{% for one in entries %}{{ one.canonical }} {% endfor %}",
    "overrides/assets/styles/site.css": "p { color: black }",
    "overrides/worker/sw.js": "// worker",
    "overrides/search/synonyms/zh.yml": "groups:\n  - [退钱, 退款]\n",
}


class Project:
    """A project that changes."""

    def __init__(self, root: Path, dice: random.Random) -> None:
        self.root = write_site(root, TEMPLATES)
        self.dice = dice
        self.made = 0
        for _ in range(4):
            self.add()

    def edit(self) -> str:
        """Make one edit; returns its name."""
        edits: list[Callable[[], object]] = [
            *[self.text] * 6,
            *[self.head] * 4,
            self.add,
            self.move,
            self.delete,
            self.one_language,
            self.topic,
            self.redirect,
            self.relate,
            self.order,
            self.template,
            self.style,
            self.words,
            self.name,
            self.contact,
            self.synonym,
            self.picture,
            self.language,
            self.broken,
            self.old,
        ]
        chosen = self.dice.choice(edits)
        chosen()
        return chosen.__name__

    def pages(self) -> list[Path]:
        """Every article but the indexes."""
        return sorted(p for p in (self.root / "docs").rglob("*.md") if p.stem != "index")

    def any(self) -> Path:
        """An article, now and then a topic's page or the home page."""
        every = sorted((self.root / "docs").rglob("*.md"))
        return self.dice.choice(self.pages() or every if self.dice.random() < 0.8 else every)

    def change(self, file: Path, pattern: str, new: str) -> None:
        """Replace the first match of `pattern`."""
        text = file.read_text("utf-8")
        file.write_text(re.sub(pattern, lambda _: new, text, count=1, flags=re.M), "utf-8")

    def text(self) -> None:
        """A sentence more."""
        file = self.any()
        file.write_text(file.read_text("utf-8") + f"\n{self.dice.choice(WORDS)}。\n", "utf-8")

    def head(self) -> None:
        """Another title, short name, description, severity or date."""
        word = f"{self.dice.choice(WORDS)} {self.dice.randrange(99)}"
        key, value = self.dice.choice(
            [
                ("title", f"{word}？"),
                ("short", word),
                ("description", word),
                ("severity", self.dice.choice(["urgent", "normal"])),
                ("reviewed", f"202{self.dice.randrange(4, 7)}-0{self.dice.randrange(1, 9)}-01"),
            ]
        )
        self.change(self.any(), f"^{key}: .*$", f"{key}: {value}")

    def add(self) -> None:
        """A page in both languages."""
        self.made += 1
        path = f"payments/page-{self.made}.md"
        zh = article(f"问题{self.made}？", STEPS_ZH, more="contacts: [alipay-95188]\n")
        (self.root / "docs/zh" / path).write_text(zh, "utf-8")
        (self.root / "docs/en" / path).write_text(
            article(f"Question {self.made}?", STEPS_EN), "utf-8"
        )
        with (self.root / "mkdocs.yml").open("a", encoding="utf-8") as nav:
            nav.write(f"      - {path}\n")

    def twins(self) -> tuple[str, list[Path]]:
        """A page: its path, and its files."""
        pages = self.pages()
        path = self.dice.choice(pages).stem
        return path, [one for one in pages if one.stem == path]

    def move(self) -> None:
        """A page with another address."""
        if self.pages():
            path, files = self.twins()
            self.made += 1
            for file in files:
                file.rename(file.with_name(f"moved-{self.made}.md"))
            self.change(self.root / "mkdocs.yml", f"/{path}.md$", f"/moved-{self.made}.md")

    def delete(self) -> None:
        """A page less, in every language."""
        if len(self.pages()) > 6:
            for file in self.twins()[1]:
                file.unlink()

    def one_language(self) -> None:
        """A page less, in one language."""
        if len(self.pages()) > 6:
            self.twins()[1][-1].unlink()

    def topic(self) -> None:
        """A topic's own page less, in one language, or again."""
        name = "docs/en/payments/index.md"
        file = self.root / name
        if file.exists():
            file.unlink()
        else:
            file.write_text(SITE[name], "utf-8")

    def redirect(self) -> None:
        """An old address that leads to a page."""
        self.made += 1
        text = f"pages: []\nredirects:\n  payments/old-{self.made}: payments/{self.twins()[0]}\n"
        (self.root / "overrides/published.yml").write_text(text, "utf-8")

    def relate(self) -> None:
        """Pages that help next, some of which do not exist."""
        other = self.dice.choice([f"payments/{self.twins()[0]}", "payments/gone"])
        self.change(self.any(), "^severity:", f"related: [{other}]\nseverity:")

    def order(self) -> None:
        """The navigation the other way round."""
        file = self.root / "mkdocs.yml"
        head, nav = file.read_text("utf-8").split("      - payments/index.md\n")
        rows = nav.splitlines()
        self.dice.shuffle(rows)
        nav = "".join(f"{row}\n" for row in rows)
        file.write_text(f"{head}      - payments/index.md\n{nav}", "utf-8")

    def template(self) -> None:
        """A word in a template."""
        self.made += 1
        foot = f"<p>{self.made} {{{{ view.along.made }}}}</p>"
        (self.root / "overrides/partials/foot.html").write_text(foot, "utf-8")

    def style(self) -> None:
        """A style."""
        css = f"p {{ margin: {self.dice.randrange(99)}px }}"
        (self.root / "overrides/assets/styles/site.css").write_text(css, "utf-8")

    def words(self) -> None:
        """A word of the interface."""
        signs = self.dice.choice(["{year}-{month}-{day}", "{day}.{month}.{year}"])
        file = self.root / "overrides/words/en.yml"
        self.change(file, "^date: .*$", f'date: "{signs}"')

    def name(self) -> None:
        """The site's name, or its address."""
        file = self.root / "mkdocs.yml"
        if self.dice.random() < 0.5:
            self.change(file, "^site_name: .*$", f"site_name: 帮助{self.dice.randrange(9)}")
        else:
            host = self.dice.choice(["help", "hilfe"])
            self.change(file, "^site_url: .*$", f"site_url: https://{host}.example.org/")

    def contact(self) -> None:
        """A date in the registry."""
        day = f"{self.dice.randrange(2025, 2028)}-03-0{self.dice.randrange(1, 9)}"
        file = self.root / "overrides/contacts.yml"
        self.change(file, "expires_on: .*$", f"expires_on: {day}")

    def synonym(self) -> None:
        """Another word for the same."""
        file = self.root / "overrides/search/synonyms/zh.yml"
        one, other = self.dice.sample(WORDS, 2)
        file.write_text(f"groups:\n  - [{one}, {other}]\n", "utf-8")

    def picture(self) -> None:
        """An image beside an article, and a link to it."""
        self.made += 1
        name = f"picture-{self.made}.svg"
        (self.root / "docs/zh/payments" / name).write_text("<svg/>", "utf-8")
        file = self.dice.choice([one for one in self.pages() if "/zh/" in one.as_posix()])
        file.write_text(file.read_text("utf-8") + f"\n![图]({name})\n", "utf-8")

    def language(self) -> None:
        """One language less, or again."""
        file = self.root / "mkdocs.yml"
        text = file.read_text("utf-8")
        off = "          build: false\n          name: English\n"
        on = "          name: English\n"
        file.write_text(text.replace(off, on) if off in text else text.replace(on, off), "utf-8")

    def broken(self) -> None:
        """A page that cannot be read, or again can."""
        file = self.any()
        text = file.read_text("utf-8")
        file.write_text(text[4:] if text.startswith("---\n") else f"---\n{text}", "utf-8")

    def old(self) -> None:
        """Everything as it once was, under the same names."""
        if self.dice.random() < 0.2:
            shutil.rmtree(self.root / "docs")
            write_site(self.root)
            (self.root / "mkdocs.yml").write_text(CONFIG, "utf-8")
            for _ in range(3):
                self.add()
