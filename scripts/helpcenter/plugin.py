"""The only module that talks to MkDocs.

MkDocs and its i18n plugin decide which file is built at which address, once for each language;
what stands on a page comes from `Center` and `View`. `mkdocs build` therefore shows the same site
as `helpcenter build`, and stops on the same findings.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's banner, once a build and language

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as BuiltPage

from helpcenter.center import read_center
from helpcenter.check import Checked, check, failing
from helpcenter.view import Site, View

log = get_plugin_logger("helpcenter")


class HelpcenterPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Feeds MkDocs with pages from the article model."""

    def __init__(self) -> None:
        self.depth = 0
        self.checked: Checked | None = None
        """What `helpcenter build` has read already; `mkdocs build` reads it here."""
        self.site: Site | None = None
        self.step: Callable[[], None] = lambda: None

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything, once: i18n builds the other languages inside the first."""
        if self.depth == 0:
            checked = self.checked or _read(config)
            self.site = Site(checked.center, checked.words, directories=config.use_directory_urls)
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
        self.step()
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
        context["site"] = self.site
        return context

    @event_priority(-200)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Remove the sitemap's compressed copy, which carries the time of the build."""
        self.depth -= 1
        if self.depth == 0:
            (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)

    def on_build_error(self, error: Exception) -> None:
        """Leave no half-counted nesting behind for the next build of a running preview."""
        self.depth = 0

    def _view(self, page: BuiltPage) -> View:
        assert self.site is not None
        file: Any = page.file
        source = Path(file.src_uri)
        path = source.relative_to(source.parts[0]).with_suffix("").as_posix()
        return self.site.view(file.locale_alternate_of, path)


def _read(config: MkDocsConfig) -> Checked:
    """What `mkdocs build` needs: everything read, findings logged, errors fatal."""
    checked = check(read_center(Path(config.config_file_path or "mkdocs.yml").resolve().parent))
    errors = failing(checked.findings)
    for finding in checked.findings:
        log.log(logging.ERROR if finding in errors else logging.WARNING, finding.say("en"))
    if errors:
        raise PluginError(f"{len(errors)} errors in the articles; no page was built.")
    return checked


class _Kept(logging.Handler):
    """Keeps what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def run_mkdocs(
    root: Path,
    target: Path,
    checked: Checked,
    step: Callable[[], None],
    failure: type[Exception],
) -> list[str]:
    """Build the checked center of `root` into the empty folder `target`.

    `step` is called for each page. Returns MkDocs' warnings. Raises `failure` with words for
    people when the configuration or a template is broken.
    """
    kept = _Kept()
    mkdocs = logging.getLogger("mkdocs")
    mkdocs.addHandler(kept)
    propagate, mkdocs.propagate = mkdocs.propagate, False
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(target))
        plugin: Any = config.plugins["helpcenter"]
        plugin.checked, plugin.step = checked, step
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except TemplateSyntaxError as error:
        where = f"{error.filename or error.name}:{error.lineno}"
        raise failure(f"{_short(where, root)}: {error.message}") from error
    except TemplateError as error:
        raise failure(f"{checked.center.settings.overrides_dir}: {error}") from error
    except MkDocsException as error:
        raise failure("\n".join(dict.fromkeys([*kept.said, str(error)])).strip()) from error
    finally:
        mkdocs.removeHandler(kept)
        mkdocs.propagate = propagate
    return kept.said


def _short(where: str, root: Path) -> str:
    return where.removeprefix(f"{root.resolve()}/")
