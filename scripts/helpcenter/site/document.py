"""What a page says about itself: to browsers, to search engines, to those who want to mend it."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import quote

from helpcenter.site.card import Choice
from helpcenter.site.edition import Edition
from helpcenter.site.frame import Frame
from helpcenter.site.linked_data import linked_data
from helpcenter.translation.review import due
from helpcenter.translation.state import State, source_of, standing

ARTICLE = "layouts/article.html"
LAYOUTS = {kind: f"layouts/{kind}.html" for kind in ("home", "topic", "message")}
"""Templates of pages that are not laid out as an article, by kind."""


class Document(Frame):
    """A page as a document among others, inside its frame."""

    def __init__(self, edition: Edition, locale: str, path: str) -> None:
        page = edition.center.shown(locale, path)
        if page is None:
            raise KeyError((locale, path))
        super().__init__(edition, locale, path, LAYOUTS.get(page.meta.kind, ARTICLE))
        self.page = page
        self.meta = page.meta
        self.kind = page.meta.kind

    @property
    def content_lang(self) -> str:
        """Language tag of the article itself; another one if it is not translated."""
        return self.edition.lang(self.page.locale)

    @property
    def translated(self) -> bool:
        """Whether the article is in the reader's language."""
        return self.page.locale == self.locale

    @cached_property
    def languages(self) -> tuple[Choice, ...]:
        """The language switch."""
        choices = []
        for language in self.edition.center.settings.languages:
            twin = self.edition.center.page(language.locale, self.path) is not None
            address = self.edition.addresses.page(language.locale, self.path if twin else "index")
            choices.append(
                Choice(
                    name=language.name,
                    lang=self.edition.lang(language.locale),
                    url=self._way(address),
                    current=language.locale == self.locale,
                    twin=twin,
                )
            )
        return tuple(choices)

    @cached_property
    def stale(self) -> bool:
        """Whether the source has changed in its meaning since this translation was compared."""
        return self.translated and (
            standing(self.edition.center, self.locale, self.path).state is State.STALE
        )

    @property
    def fresher(self) -> Choice | None:
        """Of a stale page: its source, as the language switch offers it."""
        source = source_of(self.edition.center, self.path) if self.stale else None
        lang = self.edition.lang(source.locale) if source else ""
        return next((one for one in self.languages if source and one.lang == lang), None)

    @property
    def review_due(self) -> bool:
        """Whether the page should have been compared with reality again by now."""
        center = self.edition.center
        return center.past(due(self.page, center.settings.review_months))

    @property
    def title(self) -> str:
        """For the browser's tab and for result lists."""
        if self.kind == "home":
            return self.site_name
        return f"{self.meta.title} - {self.site_name}"

    @property
    def description(self) -> str:
        """One sentence for result lists."""
        return self.language.site_description if self.kind == "home" else self.meta.description

    @cached_property
    def canonical(self) -> str:
        """Full address of the page, or of the original if it is not translated; or nothing."""
        return self.edition.full(self.page.locale, self.path)

    @cached_property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """Language tag and full address of every real translation, with `x-default` last."""
        settings = self.edition.center.settings
        if not self.translated or not settings.site_url or len(settings.languages) == 1:
            return ()
        twins = self.edition.center.twins(self.page)
        found = [(self.edition.lang(one), self.edition.full(one, self.path)) for one in twins]
        default = self.edition.center.settings.default.locale
        if default in twins:
            found.append(("x-default", self.edition.full(default, self.path)))
        return tuple(found)

    @cached_property
    def edit_url(self) -> str:
        """Where this page's text can be edited; or nothing."""
        settings = self.edition.center.settings
        file = self.page.file.removeprefix(f"{settings.docs_dir}/")
        return settings.edit_url.replace("{path}", quote(file)) if settings.edit_url else ""

    @cached_property
    def report_url(self) -> str:
        """Where a mistake on this page is reported, filled in; or nothing."""
        known = {"title": self.meta.title, "page": self.canonical, "path": self.page.file}
        url = self.edition.center.settings.report_url
        for name, value in known.items():
            if f"{{{name}}}" in url:
                url = url.replace(f"{{{name}}}", quote(value, safe=""))
        return url

    @cached_property
    def linked_data(self) -> str:
        """What the page tells search engines; nothing in a copy, or in another language's frame."""
        own = self.translated and not self.along.disk
        return linked_data(self.edition, self.page) if own else ""

    @property
    def print_url(self) -> str:
        """Of a topic: the page with all its questions, for paper; or nothing."""
        taken = self.edition.center.shown(self.locale, f"{self.page.topic}/print")
        there = (self.edition.center.settings.overrides / "print.html").is_file()
        if self.kind != "topic" or taken or not there:
            return ""
        return self._way(self.edition.paper(self.locale, self.page.topic))
