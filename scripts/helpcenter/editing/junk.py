"""Which lines of a raw article are no part of it, and why.

Only what is recognised with certainty is left out, and everything that is left out is reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpcenter.editing.rawline import RawLine

STAMPED = re.compile(
    r"(?:(?:发布|更新|发表|编辑)(?:时间|日期|于)?|日期|published|updated|posted|date)?"
    r"(?: on| at)?\s*[:：]?\s*"
    r"(?:\d{4}[-/.年]\s*\d{1,2}[-/.月]\s*\d{1,2}日?|[a-z]{3,9}\.? \d{1,2},? \d{4})"
    r"[\sT]*(?:\d{1,2}:\d{2}(?::\d{2})?)?",
    re.I,
)
ROUND = re.compile(
    r"(?:分享(?:到|至)?|share(?: this)?|author|作者|标签|tags?|上一[篇页]|下一[篇页]|返回|"
    r"责任编辑|编辑|阅读(?:量|数)?|浏览|点赞|收藏|关注我们|扫码关注|copyright|©|版权|"
    r"all rights reserved|subscribe)(?:\s*[:：©].{0,60}|\s*\d[\d\s-]*.{0,40})?",
    re.I,
)
RELATED = re.compile(
    r"(?:相关|热门|推荐|更多|最新|猜你喜欢)(?:的)?(?:新闻|文章|阅读|推荐|资讯|内容|问题)?"
    r"|(?:related|recommended|more|popular) (?:news|articles|posts|stories|reading)"
    r"|you may also like",
    re.I,
)
PROMOTION = re.compile(
    r"全球最大|全球领先|领先的|千万用户|亿用户|可信赖|必备|立即下载|马上下载|点击下载|立即注册|"
    r"注册即|主流公链|数字资产管理|world'?s (?:largest|leading|best)|trusted by|million users|"
    r"download now|sign up (?:now|today)|get started today|limited[- ]time|must-have",
    re.I,
)
GREETING = re.compile(
    r"[^。.]{0,8}(?:朋友们|大家好|小伙伴们|各位)[!！,，]?.{0,6}欢迎|欢迎来到"
    r"|(?:hi|hey|hello)\b[^.]{0,20}welcome|welcome to (?:this|our)",
    re.I,
)
CLOSING = re.compile(
    r"总之|综上所述|总的来说|总而言之|最后祝|祝(?:大家|您|你)|通过(?:以上|本文|上述)[^。]{0,12}"
    r"(?:介绍|讨论|解答|可以看|内容)|希望(?:本文|这篇)|in (?:summary|conclusion)\b|to sum up\b"
    r"|we hope (?:this|that)|thanks? (?:you )?for reading",
    re.I,
)


def left_out(lines: Sequence[RawLine]) -> dict[int, str]:
    """Places in `lines` that are no part of the article, with the reason.

    Reasons are those of `RawLine.out`, `date`, `around` (share labels, authors), `related`,
    `promotion`, `greeting`, `closing` and `repeated`.
    """
    found = {place: line.out for place, line in enumerate(lines) if line.out}
    end = len(lines)
    for place, line in enumerate(lines):
        if place in found:
            continue
        if STAMPED.fullmatch(line.text):
            found[place] = "date"
        elif place > 2 and RELATED.fullmatch(line.text.rstrip(":： ")):
            # After the list of other articles nothing of this one follows.
            end = place
            break
        elif place and ROUND.fullmatch(line.text):
            found[place] = "around"
        elif len(PROMOTION.findall(line.text)) >= 2:
            found[place] = "promotion"
    for place in range(end, len(lines)):
        found.setdefault(place, "related")
    _brands(lines, found)
    _ends(lines, found)
    _repeated(lines, found)
    return found


def _brands(lines: Sequence[RawLine], found: dict[int, str]) -> None:
    """A bare name above a promotion belongs to it."""
    for place, why in sorted(found.items(), reverse=True):
        before = place - 1
        if why != "promotion" or before in found or before < 1:
            continue
        if re.fullmatch(r"[\w .&-]{1,30}", lines[before].text):
            found[before] = "promotion"


def _ends(lines: Sequence[RawLine], found: dict[int, str]) -> None:
    """Greetings at the beginning, good wishes and summaries at the end."""
    there = [place for place in range(len(lines)) if place not in found]
    for place in there[:2]:
        if GREETING.match(lines[place].text):
            found[place] = "greeting"
    for place in reversed(there):
        if lines[place].kind or not CLOSING.match(lines[place].text):
            break
        found[place] = "closing"


def _repeated(lines: Sequence[RawLine], found: dict[int, str]) -> None:
    """Headings that stand there a second time."""
    seen: set[str] = set()
    for place, line in enumerate(lines):
        plain = re.sub(r"\W", "", line.text).casefold()
        if place in found or not 12 <= len(line.text) <= 60:
            continue
        if line.kind not in ("item", "number") and plain in seen:
            found[place] = "repeated"
        seen.add(plain)
