"""`helpcenter rules`: what is checked, in the words of the rules themselves."""

from __future__ import annotations

import argparse
import sys

from helpcenter.checking.tongue import told
from helpcenter.checking.wishes import Refused, known_rule
from helpcenter.rules import RULES
from helpcenter.speech import Speech

CLEAN, MISUSE = 0, 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("names", nargs="*", metavar="RULE", help="only these / 只看这几条")


def run(options: argparse.Namespace, speech: Speech) -> int:
    """Do it; returns the exit code."""
    try:
        names = [known_rule(name) for name in options.names]
    except Refused as error:
        print(speech(en=error.en, zh=error.zh), file=sys.stderr)
        return MISUSE
    for rule in RULES:
        first, rest = told(rule, speech(en="en", zh="zh"))
        level = speech(en=rule.level, zh="错误" if rule.level == "error" else "提醒")
        if rule.name in names:
            keys = "".join(f"\n{key} = {value!r}" for key, value in rule.settings.items())
            print(f"# {rule.name} ({level})\n\n{first}\n\n{rest}\n{keys}")
        elif not names:
            print(
                speech(en=f"{rule.name} ({level}): {first}", zh=f"{rule.name}（{level}）：{first}")
            )
    return CLEAN
