"""The engines that are measured beside ours, each set up over the same articles.

None is installed or downloaded here: an engine that is missing is left out. Hugo and Zensical do
not read the same Markdown and have no languages in the same way; what differs stands in `hugo` and
`zensical`, and nothing else does.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from hugo_theme import hugo_project
from made_up import LOCALES
from measured import Command
from stock_site import stock_config

SCRIPTS = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine over a copy of the articles of its own."""

    name: str
    folder: Path
    """Its copy of the project."""
    builds: Sequence[Command]
    """What builds the site: one after the other."""
    serve: Callable[[int], Command]
    """The preview on a port of 127.0.0.1."""
    sites: Mapping[str, Path]
    """By language, the folder of its home page once built."""
    served: Mapping[str, str]
    """By language that the preview shows, the path of its home page there."""
    articles: Mapping[str, Path]
    """By language, the folder of its articles."""
    caches: Sequence[Path]
    """What a cold build does not find."""

    def forget(self) -> None:
        """Put aside what earlier builds left.

        To remove it would slow the next build down: for minutes, some file systems look through
        all that was just removed for every file they are given.
        """
        aside = Path(tempfile.mkdtemp(prefix="aside-", dir=self.folder.parent))
        for number, folder in enumerate(sorted({*self.caches, *self.sites.values()})):
            if folder.exists():
                folder.rename(aside / str(number))


ANY = 1_000_000
ENGINES: Mapping[str, int] = {
    "ours": ANY,
    "ours-all": ANY,
    "material": 1000,
    "material-prune": ANY,
    "zensical": 1000,
    "zensical-prune": ANY,
    "hugo": ANY,
}
"""Every engine, and the most pages it builds unless asked to by name. Where all of the navigation
stands on every page, work grows with the square of the pages. `ours-all` is our web site with the
files to take along.
"""


class Peers:
    """Makes engines, each with a copy of the project `corpus` in a folder below `folder`.

    `place` is an environment with other engines, beside our own; `temporary` is where they put what
    is not to stay.
    """

    def __init__(self, corpus: Path, folder: Path, place: Path | None, temporary: Path) -> None:
        self.corpus = corpus
        self.folder = folder
        self.more = {"TMPDIR": str(temporary)}
        self.python = sys.executable
        bins = [Path(sys.executable).parent]
        if place is not None:
            bins.insert(0, place.absolute() / "bin")
            self.python = str(bins[0] / "python")
        self.bins = bins
        self.makers: Mapping[str, Callable[[str], Engine | None]] = {
            "ours": self._ours,
            "material": self._material,
            "zensical": self._zensical,
            "hugo": self._hugo,
        }

    def make(self, names: Sequence[str]) -> list[Engine]:
        """The engines that are there, in that order; copies of the articles are written."""
        made = (self.makers[name.partition("-")[0]](name) for name in names)
        return [engine for engine in made if engine is not None]

    def _copy(self, name: str) -> Path:
        return Path(shutil.copytree(self.corpus, self.folder / name))

    def _ours(self, name: str) -> Engine:
        root = self._copy(name)
        site = root / "site"
        words = (sys.executable, "-m", "helpcenter")
        more = {**self.more, "PYTHONPATH": str(SCRIPTS)}
        edition = "all" if name == "ours-all" else "web"
        return Engine(
            name,
            root,
            [Command((*words, "build", "--edition", edition), root, more)],
            lambda port: Command((*words, "serve", "--port", str(port)), root, more),
            {"zh": site, "en": site / "en"},
            {"zh": "", "en": "en/"} if edition == "web" else {},  # previews know no editions
            {locale: root / "docs" / locale for locale in LOCALES},
            [root / ".cache", root / ".helpcenter-folders-site"],
        )

    def _material(self, name: str) -> Engine | None:
        if not self._has("material"):
            return None
        root = self._copy(name)
        site = root / "site"
        file = stock_config(root, site, ["navigation.prune"] if name.endswith("-prune") else [])
        words = (self.python, "-m", "mkdocs")
        more = {**self.more, "PYTHONPATH": "", "NO_MKDOCS_2_WARNING": "1"}
        return Engine(
            name,
            root,
            [Command((*words, "build", "-q", "-f", str(file)), root, more)],
            lambda port: Command(
                # Without being told, MkDocs 1.6 does not watch files if Click is new.
                (*words, "serve", "--livereload", "-f", str(file), "-a", f"127.0.0.1:{port}"),
                root,
                more,
            ),
            {"zh": site, "en": site / "en"},
            {"zh": "", "en": "en/"},
            {locale: root / "docs" / locale for locale in LOCALES},
            [],
        )

    def _zensical(self, name: str) -> Engine | None:
        """A project a language; its preview shows one."""
        program = self._program("zensical")
        if program is None:
            return None
        root = self.folder / name
        config = yaml.safe_load((self.corpus / "mkdocs.yml").read_text("utf-8"))
        features = ["navigation.prune"] if name.endswith("-prune") else []
        for locale in LOCALES:
            shutil.copytree(self.corpus / "docs" / locale, root / locale / "docs")
            own = {
                "site_name": config["site_name"],
                "theme": {"language": locale, "font": False, "features": features},
                "markdown_extensions": config["markdown_extensions"],
            }
            text = yaml.safe_dump(own, allow_unicode=True)
            (root / locale / "mkdocs.yml").write_text(text, "utf-8", newline="\n")
        default = LOCALES[0]
        return Engine(
            name,
            root,
            [Command((program, "build"), root / locale, self.more) for locale in LOCALES],
            lambda port: Command(
                (program, "serve", "-a", f"127.0.0.1:{port}"), root / default, self.more
            ),
            {locale: root / locale / "site" for locale in LOCALES},
            {default: ""},
            {locale: root / locale / "docs" for locale in LOCALES},
            [root / locale / ".cache" for locale in LOCALES],
        )

    def _hugo(self, name: str) -> Engine | None:
        program = self._program("hugo")
        if program is None:
            return None
        root = hugo_project(self.corpus, self.folder / name)
        site = root / "public"
        cache = root / "cache"
        words = (program, "--cacheDir", str(cache))
        return Engine(
            name,
            root,
            [Command((*words, "--quiet"), root, self.more)],
            lambda port: Command(
                (words[0], "server", *words[1:], "--bind", "127.0.0.1", "-p", str(port)),
                root,
                self.more,
            ),
            {"zh": site, "en": site / "en"},
            {"zh": "", "en": "en/"},
            {locale: root / "content" / locale for locale in LOCALES},
            [cache, root / "resources"],
        )

    def _program(self, name: str) -> str | None:
        folders = [
            *(str(one) for bin_ in self.bins for one in bin_.parent.glob(BINARIES.format(name))),
            *map(str, self.bins),
        ]
        found = (shutil.which(name, path=folder) for folder in folders)
        return next(filter(None, found), None) or shutil.which(name)

    def _has(self, module: str) -> bool:
        look = f"import importlib.util as u, sys; sys.exit(u.find_spec({module!r}) is None)"
        return subprocess.run([self.python, "-c", look], check=False).returncode == 0

    def versions(self) -> str:
        """What is installed beside our own, in one line."""
        names = ("mkdocs-material", "mkdocs-static-i18n", "jieba", "zensical", "hugo")
        look = (
            "import importlib.metadata as m, sys\n"
            "for name in sys.argv[1:]:\n"
            "    try: print(name, m.version(name))\n"
            "    except m.PackageNotFoundError: print('no', name)\n"
        )
        command = [self.python, "-c", look, *names]
        return ", ".join(subprocess.check_output(command, text=True).splitlines())


BINARIES = "lib/python*/site-packages/{}/binaries"
"""Where the package of Hugo keeps it; what lies on the path starts Python first."""
