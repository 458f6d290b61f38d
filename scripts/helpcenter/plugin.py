"""The only module that talks to MkDocs.

MkDocs and its i18n plugin decide which file is built at which address, once for each language;
what stands on a page comes from `Center` and `View`, as in `render`. `mkdocs build` therefore
writes the same bytes as `helpcenter build`, and stops on the same findings.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner, once a build and language

from jinja2 import Environment, StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as BuiltPage

from helpcenter.checking.check import Checked, check, failing
from helpcenter.content.center import read_center
from helpcenter.site.edition import Edition, edition_of
from helpcenter.site.editions import with_downloads
from helpcenter.site.guard import Guard, Refused
from helpcenter.site.icons import icons
from helpcenter.site.means import Means
from helpcenter.site.render import finish
from helpcenter.site.view import View, lost_views, own_views

log = get_plugin_logger("helpcenter")


class HelpcenterPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Feeds MkDocs with pages from the article model."""

    def __init__(self) -> None:
        self.depth = 0
        self.edition: Edition | None = None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything, once: i18n builds the other languages inside the first."""
        if self.depth == 0:
            checked = _read(config)
            directories = config.use_directory_urls
            edition = edition_of(checked.center, checked.words, directories=directories)
            self.edition = with_downloads(edition, Means()) if directories else edition
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Count how deep i18n's builds are nested."""
        self.depth += 1

    # After i18n (-100), which decides the addresses.
    @event_priority(-200)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Of the theme's files, publish only our own assets: templates use nothing else."""
        own = (Path(config.docs_dir), Path(config.theme.custom_dir or "") / "assets")
        for file in list(files):
            source = Path(file.abs_src_path or "")
            ours = any(source.is_relative_to(folder) for folder in own)
            if not ours or (source.is_relative_to(own[1]) and file.dest_uri[:7] != "assets/"):
                files.remove(file)
        return files

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

    def on_post_page(self, output: str, page: BuiltPage, config: MkDocsConfig) -> str:
        """No page is written that the gate refuses."""
        assert self.edition is not None
        view, file = self._view(page), page.file.dest_uri
        _refuse(lambda: Guard(view.edition.center.settings).check((output,), file, view.page.file))
        return output

    def on_template_context(self, context: Any, template_name: str, config: MkDocsConfig) -> Any:
        """The same for templates that are no page: the error page and the sitemap."""
        assert self.edition is not None
        context["lost"] = lost_views(self.edition)
        context["entries"] = tuple(own_views(self.edition))
        return context

    @event_priority(-200)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Remove the sitemap's compressed copy, which carries the time of the build, and add
        what is made from all pages together."""
        self.depth -= 1
        if self.depth == 0:
            assert self.edition is not None
            edition, folder = self.edition, Path(config.site_dir)
            (folder / "sitemap.xml.gz").unlink(missing_ok=True)
            _refuse(lambda: finish(edition, folder))

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """A word or value that does not exist is an error in a template, not an empty place."""
        env.undefined = StrictUndefined
        env.globals["icon"] = icons(env)
        return env

    def _view(self, page: BuiltPage) -> View:
        assert self.edition is not None
        file: Any = page.file
        source = Path(file.src_uri)
        path = source.relative_to(source.parts[0]).with_suffix("").as_posix()
        return View(self.edition, file.locale_alternate_of, path)


def _refuse(work: Callable[[], None]) -> None:
    """Do `work`; what the gate refuses is logged, and fatal."""
    try:
        work()
    except Refused as error:
        for one in error.findings:
            log.error(one.say("en"))
        raise PluginError("The gate refused a page; the site may not be published.") from error


def _read(config: MkDocsConfig) -> Checked:
    """What `mkdocs build` needs: everything read, findings logged, errors fatal."""
    checked = check(read_center(Path(config.config_file_path or "mkdocs.yml").resolve().parent))
    errors = failing(checked.findings)
    for finding in checked.findings:
        log.log(logging.ERROR if finding in errors else logging.WARNING, finding.say("en"))
    if errors:
        raise PluginError(f"{len(errors)} errors in the articles; no page was built.")
    return checked
