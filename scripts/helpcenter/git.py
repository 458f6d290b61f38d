"""What Git tells about the project, if there is any.

Nothing in the package needs it: a copy without `.git`, a shallow clone or a missing `git` only
means that what it would tell is not known.
"""

from __future__ import annotations

from pathlib import Path

SECONDS = 20
"""To wait for an answer."""


def git(root: Path, *words: str, data: bytes = b"") -> bytes | None:
    """What `git` prints, run in `root`; nothing if it fails, is not there or takes too long."""
    import subprocess  # loaded only where Git is asked

    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *words]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def file_at(root: Path, revision: str, file: str) -> bytes | None:
    """The content of `file` at `revision`, or nothing."""
    if revision.startswith("-"):
        return None
    return git(root, "show", "--end-of-options", f"{revision}:./{file}")


def fork(root: Path, base: str) -> str:
    """Where this branch left `base`: what was changed there since is not of this branch.

    `base` itself if Git cannot tell, as in a shallow clone.
    """
    if base.startswith("-"):
        return base
    return (git(root, "merge-base", base, "HEAD") or b"").decode("ascii", "replace").strip() or base
