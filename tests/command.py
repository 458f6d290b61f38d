"""Running one of the editors' commands as the terminal does."""

from __future__ import annotations

import argparse
from pathlib import Path
from types import ModuleType

from helpcenter.speech import Speech


def run(module: ModuleType, root: Path, *words: str, language: str = "en") -> int:
    """Exit code of the command in `module`, run in `root`."""
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    options = parser.parse_args(words)
    options.root, options.lang = root, language
    code: int = module.run(options, Speech(language))
    return code
