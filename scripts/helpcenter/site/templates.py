"""Where templates come from: the project's own folder, and the theme's for its icons."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

from helpcenter.content.file import file_state
from helpcenter.content.settings import Settings
from helpcenter.site.icons import icons

APART = ("new", "search", "published.yml")
"""What lies in the overrides folder and shows on no page."""


class _Templates(FileSystemLoader):
    """The project's own, then the theme's, for its icons."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        if template.split("/")[0] in APART:
            raise TemplateNotFound(template)  # what shows on no page is not watched for changes
        if not template.startswith(".icons/") and not Path(self.searchpath[0], template).is_file():
            # The theme's own pages know nothing of a `View`.
            said = f"There is no template {template}. 没有模板 {template}。"
            raise TemplateNotFound(template, said)
        return super().get_source(environment, template)


def environment(settings: Settings) -> Environment:
    """Where templates are looked for."""
    theme = find_spec("material")
    assert theme is not None
    assert theme.origin is not None
    templates = Environment(
        loader=_Templates([settings.overrides, Path(theme.origin).parent / "templates"]),
        auto_reload=False,
        undefined=StrictUndefined,
    )
    templates.globals["icon"] = icons(templates)
    return templates


def template_state(settings: Settings) -> object:
    """Something that is no longer equal when a template was written."""
    found = (path for path in settings.overrides.rglob("*") if path.suffix in (".html", ".xml"))
    return settings.overrides, [(path, file_state(path)) for path in sorted(found)]
