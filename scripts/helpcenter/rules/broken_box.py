"""A box or a tab is empty, loses its text, or never becomes one.

The warning that must not be missed is the one that does not stand out; and where no empty line ends
a box inside a step, it swallows the next step.

Wrong:

    !!! warning “Never tell”
    Your PIN.

Right:

    !!! warning "Never tell"
        Your PIN.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from helpcenter.content.center import Center
from helpcenter.finding import Level, Note, quote

LEVEL = Level.ERROR


def check(center: Center) -> Iterator[Note]:
    """Boxes without text, lines that fell out of one, and signs that stayed text."""
    for fault in center.faults_of("broken-box"):
        en, zh = _words(fault.detail)
        yield Note(fault.path, fault.line, en=en, zh=zh)


def _words(detail: Mapping[str, str]) -> tuple[str, str]:
    """What is said of a fault, in English and in Chinese."""
    shown, shown_zh = quote(detail["text"], 40), quote(detail["text"], 30)
    match detail["kind"]:
        case "fallen":
            return (
                f"{shown} stands right below a box and falls out of it. Indent it four spaces more "
                "than `!!!`; if it does not belong in the box, leave an empty line above it.",
                f"{shown_zh}紧跟在提示框下面，却不在框里。比 `!!!` 多缩进四个空格；"
                "不该在框里，就在上面空一行。",
            )
        case "empty":
            return (
                f"The box {shown} has no text. Indent its text four spaces more than `!!!`, or "
                "take the box out.",
                f"提示框{shown_zh}里没有字。把文字写在下面，比 `!!!` 多缩进四个空格；"
                "不要这个框，就去掉。",
            )
        case "between":
            return (
                f"The box {shown} breaks the list in two. Indent it and its text four spaces more, "
                "so that it belongs to the step above.",
                f"提示框{shown_zh}把列表截成了两段。连同里面的文字多缩进四个空格，归到上面那一步。",
            )
    right = detail["right"]
    return (
        f"{shown} stays text. Write `{right}` on a line of its own, below an empty line, at the "
        "start of the line or, inside a step, four spaces in.",
        f"{shown_zh}会原样显示成文字。单独一行写成 `{right}`，上面空一行，顶格写；"
        "在步骤里，就缩进四个空格。",
    )
