"""Building the site: all or nothing.

A site is built beside the old one and takes its place only when it is complete, so neither an
error nor a power cut ever leaves half a site behind.
"""

from __future__ import annotations

import contextlib
import glob
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from helpcenter.checking.check import Checked
from helpcenter.clock import part
from helpcenter.finding import Finding
from helpcenter.site.before import Before
from helpcenter.site.editions import everything, write_edition
from helpcenter.site.guard import Refused
from helpcenter.site.means import Means
from helpcenter.site.press import Unrenderable
from helpcenter.store import NOTHING, Store, digest

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MARK = ".helpcenter-"
"""Begins the names of the folders that exist only while a site is built."""


class BuildFailed(Exception):
    """The site could not be built; the old one is untouched. Its texts are for people."""

    def __init__(self, en: str, zh: str = "") -> None:
        super().__init__(en)
        self.zh = zh or en
        """The same in Chinese."""

    findings: tuple[Finding, ...] = ()
    """The same by file and line, if pages were refused."""


def build_site(
    root: Path,
    checked: Checked,
    target: Path,
    step: Callable[[], None] = lambda: None,
    processes: int | None = None,
    kind: str = "all",
    store: Store = NOTHING,
) -> dict[str, int]:
    """Build the site of `root` into `target`, replacing what is there.

    `step` is called after each page, `processes` render at once, `kind` is one of
    `kinds.KINDS`. What has not changed comes from `store`; if nothing has, the site stays as it
    is. Returns the bytes of its files, by their names. Raises BuildFailed.
    """
    target = target.resolve()
    settings = checked.center.settings
    for folder in (settings.docs, settings.overrides):
        if target.is_relative_to(folder.resolve()):
            raise BuildFailed(
                f"{target} is inside {folder.name}. Choose another folder.",
                f"{target} 在 {folder.name} 里面。换一个文件夹。",
            )
    if target.exists() and not target.is_dir():
        raise BuildFailed(
            f"{target} is a file. Choose a folder.", f"{target} 是文件。换一个文件夹。"
        )
    if target == root.resolve() or root.resolve().is_relative_to(target):
        raise BuildFailed(
            f"{target} holds the articles themselves. Choose another folder.",
            f"文章本身就在 {target} 里。换一个文件夹。",
        )
    if target.exists() and any(target.iterdir()) and not _is_site(target):
        raise BuildFailed(
            f"{target} holds something else than a site. Choose an empty folder.",
            f"{target} 里有别的东西，不是网站。换一个空文件夹。",
        )
    with part("files"), _alone(target), told(root):
        _clean(target)
        if any(path.is_symlink() for path in settings.overrides.rglob("*")):
            store.distrust()  # what changes behind a link would not be noticed
        before = Before(target, store, kind)
        whole = digest(kind, everything(checked))
        if before.stands(whole):
            return before.weights
        with _beside(target) as fresh:
            before.begin(fresh)
            write_edition(kind, checked, fresh, Means(store, processes, step, before))
            (fresh / MARK.rstrip("-")).write_text(
                "This folder is made by `helpcenter build`.\n", "utf-8", newline="\n"
            )
            before.keep(fresh, whole)
            replace(fresh, target, before)
        return before.weights


def _shown(place: str, root: Path) -> str:
    """`place`, a path that may have a line and words behind it, without the project's folder."""
    for folder in (f"{root.resolve()}/", f"{root}/"):
        place = place.removeprefix(folder)
    return place


@contextlib.contextmanager
def told(root: Path) -> Iterator[None]:
    """Whatever goes wrong inside while pages of `root` are made is told as BuildFailed."""
    try:
        yield
    except TemplateSyntaxError as error:
        where = _shown(error.filename or error.name or "", root)
        raise BuildFailed(f"{where}:{error.lineno}: {error.message}") from error
    except TemplateNotFound as error:
        raise BuildFailed(
            f"The template {error.name} is missing. Copy it from the project that this one began "
            "with.",
            f"缺模板 {error.name}。从本项目最初的来源复制过来。",
        ) from error
    except TemplateError as error:
        raise BuildFailed(f"{_template(error, root)}: {error.message}") from error
    except Unrenderable as error:
        raise BuildFailed(_shown(str(error), root)) from error
    except Refused as error:
        failed = BuildFailed(str(error))
        failed.findings = error.findings
        raise failed from error
    except OSError as error:
        raise BuildFailed(f"{error.filename}: {error.strerror}") from error


def _template(error: TemplateError, root: Path) -> str:
    """The place in a template where `error` was raised."""
    place = "overrides"
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename.endswith((".html", ".xml")):
            place = _shown(f"{frame.filename}:{frame.lineno}", root)
    return place


def recover(target: Path) -> None:
    """Undo what a killed build left, unless a build is running."""
    if target.resolve().parent.is_dir():
        with contextlib.suppress(BuildFailed), _alone(target.resolve()):
            _clean(target.resolve())


def _clean(target: Path) -> None:
    """Put the old site back, remove unfinished ones."""
    old = target.with_name(f"{MARK}old-{target.name}")
    if old.is_dir() and not target.exists():
        old.rename(target)
    unfinished = f"{MARK}new-{glob.escape(target.name)}-????????"
    for left in (old, *target.parent.glob(unfinished)):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)


def replace(fresh: Path, target: Path, before: Before) -> None:
    """Put the folder `fresh` in the place of `target`, the site `before`; both are on one disk."""
    old = target.with_name(f"{MARK}old-{target.name}")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    with contextlib.suppress(OSError):
        before.share(old)
        old.rename(_folders(target))
    shutil.rmtree(old, ignore_errors=True)


def _folders(target: Path) -> Path:
    """Where the folders of the site before stay, with links to files of the one that stands.

    A site of thousands of pages has as many folders and more files, and most file systems are slow
    with them; so few have to be made anew.
    """
    return target.with_name(f"{MARK}folders-{target.name}")


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    fresh = Path(tempfile.mkdtemp(prefix=f"{MARK}new-{target.name}-", dir=target.parent))
    folders = _folders(target)
    with contextlib.suppress(OSError):  # not every system replaces an empty folder
        folders.rename(fresh)
    shutil.rmtree(folders, ignore_errors=True)
    fresh.chmod(0o755)
    try:
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


@contextlib.contextmanager
def _alone(target: Path) -> Iterator[None]:
    """Keep other builds into `target` out; a killed process leaves no lock behind."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.with_name(f"{MARK}lock-{target.name}").open("ab") as file:
        try:
            if sys.platform == "win32":
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BuildFailed(
                f"Another build into {target} is running. Wait for its end.",
                f"另一个命令正在生成 {target}。等它结束。",
            ) from error
        yield


def _is_site(target: Path) -> bool:
    return (target / MARK.rstrip("-")).exists()
