"""The only module that talks to MkDocs.

MkDocs and its i18n plugin decide which file is built at which address, once for each language;
what stands on a page comes from `Center` and `View`. `mkdocs build` therefore shows the same site
as `helpcenter build`, and stops on the same findings.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as BuiltPage

from helpcenter.check import check, failing
from helpcenter.center import read_center
from helpcenter.page import Page
from helpcenter.view import Site

log = get_plugin_logger("helpcenter")


class HelpcenterPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Feeds MkDocs with pages from the article model."""

    def __init__(self) -> None:
        self.depth = 0
        self.site: Site | None = None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything, once: i18n builds the other languages inside the first."""
        if self.depth == 0:
            root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
            checked = check(read_center(root))
            for finding in checked.findings:
                say = log.error if finding in failing(checked.findings) else log.warning
                say(finding.say(os.environ.get("HELPCENTER_LANG", "en")))
            if failing(checked.findings):
                raise PluginError("The articles have errors; the site was not touched.")
            self.site = Site(checked.center, checked.words, directories=config.use_directory_urls)
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Count how deep i18n's builds are nested."""
        self.depth += 1

    # After i18n (-100), which decides the addresses.
    @event_priority(-200)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Of the theme's files, publish only our own assets: templates use nothing else."""
        assets = Path(config.theme.custom_dir or "") / "assets"
        docs = Path(config.docs_dir)
        kept: list[File] = []
        for file in files:
            source = Path(file.abs_src_path or "")
            if source.is_relative_to(docs):
                kept.append(file)
            elif source.is_relative_to(assets):
                if file.dest_uri.startswith("assets/"):
                    kept.append(file)
        return Files(kept) if type(files) is Files else _without(files, kept)

    def on_page_markdown(
        self, markdown: str, page: BuiltPage, config: MkDocsConfig, files: Files
    ) -> str:
        """MkDocs need not render the text: `Center` has, with the same extensions."""
        return ""

    def on_page_content(
        self, html: str, page: BuiltPage, config: MkDocsConfig, files: Files
    ) -> str:
        """The article's HTML, for plugins that look at it."""
        view = self._view(page)
        return view.answer + "".join(section.html for section in view.sections)

    @event_priority(-200)
    def on_page_context(
        self, context: Any, page: BuiltPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Hand the templates their view."""
        context["view"] = self._view(page)
        return context

    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> Any:
        """The same for templates that are no page: the error page and the sitemap."""
        assert self.site is not None
        context["site"] = self.site
        return context

    @event_priority(-200)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Remove the sitemap's compressed copy, which carries the time of the build."""
        self.depth -= 1
        if self.depth == 0:
            (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)

    def _view(self, page: BuiltPage) -> Any:
        assert self.site is not None
        file: Any = page.file
        source = Path(file.src_uri)
        path = source.relative_to(source.parts[0]).with_suffix("").as_posix()
        return self.site.view(file.locale_alternate_of, path)


def _without(files: Files, kept: list[File]) -> Files:
    for file in list(files):
        if file not in kept:
            files.remove(file)
    return files
