"""Sentences that ask a reader for what nobody may have: passwords, codes, phrases, the screen.

A sentence counts when it tells the reader to hand something over. Warnings speak of the same things
with “don't”, “if someone asks”, “is a scammer”: those are what a help center is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpcenter.contacts.asking_words import (
    ALONE_ZH,
    DENIED_EN,
    DENIED_ZH,
    DONE_ZH,
    FAKE,
    FAKE_EN,
    FAKE_ZH,
    HAND_OVER_EN,
    HAND_OVER_ZH,
    HINT,
    MOVE_EN,
    MOVE_ZH,
    NEEDED_EN,
    NEEDED_ZH,
    NO_EN,
    NO_ZH,
    SCREEN_EN,
    SCREEN_ZH,
    TOLD_EN,
    TOLD_ZH,
    WHO_ZH,
)
from helpcenter.contacts.disguise import plain

SENTENCE_ZH = re.compile(r"[^。!?！？;；\n]+(?:[。!?！？;；\n]|$)")
BLANKS = re.compile(r"[ \t·.*_-](?<=[一-鿿].)[ \t·.*_-]?(?=[一-鿿])")
AFTER_ZH = re.compile(r"[^。!?！？;；\n]*")
SENTENCE_EN = re.compile(r"[^.!?;。！？；\n]+(?:[.!?;。！？；\n]|$)")


@dataclass(frozen=True, slots=True)
class Asking:
    """A place where a text asks for a secret."""

    begin: int
    shown: str


@lru_cache(maxsize=65536)
def asks_in(text: str, warning: str = "") -> tuple[Asking, ...]:
    """The places in `text` that tell the reader to give a secret away.

    `warning` is the title of the warning around it, if any.
    """
    if warning and (NO_ZH.search(warning) or NO_EN.search(warning) or FAKE.search(warning)):
        return ()
    flat = plain(text)
    if not HINT.search(flat.text.lower()):
        return ()
    # Blanks between Chinese characters hide words; taking them out moves places.
    said: str = flat.text
    places: Sequence[int] = range(len(said))
    if BLANKS.search(said):
        said = BLANKS.sub(lambda found: "\x00" * len(found[0]), said)
        places = [place for place, sign in enumerate(said) if sign != "\x00"]
        said = said.replace("\x00", "")
    return tuple(
        Asking(flat.at[places[begin]], " ".join(said[begin:end].split()).strip(" ,:，：、"))
        for begin, end in sorted(_found(said))
    )


def _found(text: str) -> Iterator[tuple[int, int]]:
    for sentence in SENTENCE_ZH.finditer(text) if not text.isascii() else ():
        if not NEEDED_ZH.search(sentence[0].lower()):
            continue
        after = AFTER_ZH.match(text, sentence.end())
        spot = _chinese(sentence[0], after[0] if after else "")
        if spot and not _listed(text, sentence, "。!?！？\n", DENIED_ZH):
            yield sentence.start() + spot[0], sentence.start() + spot[1]
    for sentence in SENTENCE_EN.finditer(text):
        if not NEEDED_EN.search(sentence[0].lower()):
            continue
        spot = _english(sentence[0])
        if spot and not _listed(text, sentence, ".!?。！？\n", DENIED_EN):
            yield sentence.start() + spot[0], sentence.start() + spot[1]


def _listed(text: str, part: re.Match[str], ends: str, denied: re.Pattern[str]) -> bool:
    """Whether a part stands in a list of what nobody honest does: “Support never does this: …; …”.

    Whoever says “please” there asks all the same.
    """
    begin = max(text.rfind(sign, 0, part.start()) for sign in ends) + 1
    lead = re.match(r"[^:：]{2,60}[:：]", text[begin : part.end()])
    return bool(lead and denied.search(lead[0]) and not re.search(r"(?i)请|please", part[0]))


def _chinese(sentence: str, after: str) -> tuple[int, int] | None:
    """The first request in a sentence; `after` is the one that may call it a fraud."""
    if FAKE_ZH.search(sentence) or ("请" not in sentence and FAKE_ZH.search(after)):
        return None
    for number, pattern in enumerate((*HAND_OVER_ZH, SCREEN_ZH, MOVE_ZH)):
        for found in _every(pattern, sentence):
            before = re.split(r"[,，:：]", sentence[: found.start()])[-1][-12:]
            whole = before + found[0]
            told = TOLD_ZH.search(before if number == 3 else whole)
            if told or NO_ZH.search(_until_secret(whole)) or DONE_ZH.search(whole):
                continue
            if number == 3 and NO_ZH.search(sentence[found.end() :]):
                continue
            if number == 2 and not _handed(found[0], sentence):
                continue
            return found.start(), found.end()
    return None


def _every(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Every match, overlapping ones too: a harmless beginning must not hide what follows."""
    found = pattern.search(text)
    while found:
        yield found
        found = pattern.search(text, found.start() + 1)


def _until_secret(text: str) -> str:
    """Leaves out what only sounds like a denial."""
    return re.sub(
        r"不久|不同|不断|不过|不管|不论|不然|别名|别的|识别|级别|特别|分别|没收到|不便|不明",
        "",
        text,
    )


def _handed(text: str, sentence: str) -> bool:
    """Typing a code into one's own app is no handing over; giving it to somebody is."""
    if re.search(r"(?:在|到)(?:里面|其中|上面)", text) and re.search(
        r"发.{0,4}链接|表单", sentence
    ):
        return True
    if re.search(r"填|输", text) and not ALONE_ZH.search(text):
        return bool(re.search(r"表单|链接|对话框|聊天|窗口|评论|邮件|本页|下面|下方|网页", text))
    if ALONE_ZH.search(text) and re.search(r"填|输", text):
        return not re.search(r"官方应用|应用里|应用中|钱包里|本机|新手机|应用内", text)
    return bool(re.search(WHO_ZH, text)) or bool(
        re.search(r"告诉|告知|报|念|提供|发|回复|转发|交|透露|上传|拍|截图", text)
    )


def _english(sentence: str) -> tuple[int, int] | None:
    if FAKE_EN.search(sentence):
        return None
    for pattern in (*HAND_OVER_EN, SCREEN_EN, MOVE_EN):
        for found in _every(pattern, sentence):
            before = sentence[max(found.start() - 48, 0) : found.start()]
            clause = re.split(r"[,:]", before)[-1]
            if NO_EN.search(clause + found[0]) or TOLD_EN.search(clause):
                continue
            return found.start(), found.end()
    return None
