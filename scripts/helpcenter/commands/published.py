"""`helpcenter published`: write every page into the list of addresses that may not vanish."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping

from helpcenter.content.center import Center, read_center
from helpcenter.content.published import file_of, written
from helpcenter.editing.changes import ChangeFailed, Changes, recover
from helpcenter.editing.wording import failed, put_back
from helpcenter.speech import Speech

DONE, MISUSE = 0, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command takes nothing of its own."""


def _moved(center: Center) -> tuple[Mapping[str, str], Mapping[str, str]]:
    return center.published.redirects, center.published.anchors


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code. Lines that are there stay: only what is missing is added."""
    for name in recover(options.root):
        print(put_back(name, speech), file=sys.stderr)
    center = read_center(options.root)
    file = file_of(center.settings)
    broken = next(iter(center.faults_of("broken-published-list")), None)
    if broken or not center.pages:
        print(
            speech(
                en=f"{file} or the articles cannot be read. Run `helpcenter lint`.",
                zh=f"读不出 {file} 或文章。运行 `helpcenter lint` 看看。",
            ),
            file=sys.stderr,
        )
        return MISUSE
    found = [f"{page.locale}/{page.path}" for page in center.pages]
    added = [page for page in found if page not in center.published.pages]
    changes = Changes(options.root)
    try:
        changes.read(file)
        if added or not center.published.there:
            pages = [*center.published.pages, *found]
            changes.write(file, written(pages, *_moved(center)))
        changes.apply()
    except ChangeFailed as error:
        print(failed(error, speech), file=sys.stderr)
        return MISUSE
    for page in added:
        print(page)
    print(
        speech(en=f"{len(added)} pages added to {file}.", zh=f"{file} 加了 {len(added)} 页。"),
        file=sys.stderr,
    )
    return DONE
