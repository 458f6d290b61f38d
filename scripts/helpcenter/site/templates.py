"""Where templates come from: the project's own folder, and the theme's for its icons."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
)
from jinja2.bccache import Bucket
from jinja2.loaders import split_template_path

from helpcenter.content.file import file_state
from helpcenter.content.settings import Settings
from helpcenter.site.icons import icons
from helpcenter.store import fingerprint

APART = ("new", "search", "published.yml")
"""What lies in the overrides folder and shows on no page."""


class _Templates(FileSystemLoader):
    """The project's own, then the theme's, for its icons."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        if split_template_path(template)[:1] in ([one] for one in APART):
            raise TemplateNotFound(template)  # what shows on no page is not watched for changes
        if not template.startswith(".icons/") and not Path(self.searchpath[0], template).is_file():
            # The theme's own pages know nothing of a `View`.
            said = f"There is no template {template}. 没有模板 {template}。"
            raise TemplateNotFound(template, said)
        return super().get_source(environment, template)


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates, kept as Python keeps compiled modules, until a template changes.

    They are code, and what lies in a project may come with somebody's change. So they stay outside,
    in a folder for temporary files that Jinja refuses if anybody else can write there.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take it; one that is not whole is as good as none."""
        try:
            super().load_bytecode(bucket)
        except Exception:  # whatever comes of reading something broken
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it; without room for it, do without."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def _compiled() -> _Compiled | None:
    if sys.dont_write_bytecode:
        return None
    try:
        return _Compiled(pattern=f"helpcenter-{fingerprint().hex()}-%s.cache")
    except (OSError, RuntimeError):
        return None


def environment(settings: Settings) -> Environment:
    """Where templates are looked for."""
    theme = find_spec("material")
    assert theme is not None
    assert theme.origin is not None
    templates = Environment(
        loader=_Templates([settings.overrides, Path(theme.origin).parent / "templates"]),
        auto_reload=False,
        bytecode_cache=_compiled(),
        undefined=StrictUndefined,
    )
    templates.globals["icon"] = icons(templates)
    return templates


def template_state(settings: Settings) -> object:
    """Something that is no longer equal when a template, or a file that one may take in, was
    written."""
    return settings.overrides, [(path, file_state(path)) for path in shared(settings)]


def shared(settings: Settings) -> list[Path]:
    """The files in the overrides folder that may show on pages."""
    folder = settings.overrides
    found = (path for path in folder.rglob("*") if path.relative_to(folder).parts[0] not in APART)
    return sorted(path for path in found if path.is_file())
