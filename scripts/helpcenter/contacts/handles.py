"""E-mail addresses and names in social networks, as they are written in text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from helpcenter.contacts.disguise import plain
from helpcenter.contacts.host_endings import COMMON_ENDINGS, ENDINGS


@dataclass(frozen=True, slots=True)
class NameSpot:
    """An address or a name somewhere in a text."""

    begin: int
    end: int
    value: str
    """In lower case, without disguise."""
    shown: str


_AT = r"\s?(?:@|[(\[{<【（]\s?(?:at|@|艾特|AT)\s?[)\]}>】）]|\sat\s|\sAT\s|艾特)\s?"
_DOT = r"\s?(?:\.|。|[(\[{<【（]\s?(?:dot|\.|点|DOT)\s?[)\]}>】）]|\sdot\s|\sDOT\s|点)\s?"
EMAIL = re.compile(
    rf"(?P<name>[A-Za-z0-9][A-Za-z0-9._+-]{{0,63}}){_AT}"
    rf"(?P<host>[A-Za-z0-9-]{{1,63}}(?:{_DOT}[A-Za-z0-9-]{{1,63}}){{1,4}})"
)
WRITES = re.compile(
    r"(?:e-?mail|mail|write|邮箱|邮件|写信)\W*(?:to|us|it|is|:|：|到|至|是)*\W*$", re.I
)
EMAIL_HINT = re.compile(r"[@艾＠﹫aA](?:(?<=[@＠﹫])|(?<=艾)特|(?<=\b[aA])[tT]\b)")
"""`@`, `艾特` or `at`. It begins with the signs that these begin with: such a search is quick."""

NETWORKS = (
    r"微信(?:公众)?号?|weixin|wechat(?:\s?id)?|w\s?x|v\s?x|薇信|威信|维信|溦信|徽信|v信|卫星(?=\s?[号:：])|v(?<=加v)(?=\s?[:：信])|公众号|服务号|订阅号|视频号"
    r"|企业微信|企微|小程序"
    r"|qq(?:群|号)?|扣扣|企鹅号?|群号|抖音号?|快手号?|小红书号?|微博|weibo|电报|telegram|tg|纸飞机|飞机"
    r"|whats\s?app|line\s?id|line(?=\s?[:@]|\s(?:account|group|number|id)\b)|kakao\s?(?:talk)?|viber|zalo"
    r"|skype|signal|discord|facebook|messenger|twitter|推特|instagram|tiktok|钉钉群?号?|飞书群?号?"
)
"""Names of networks; a name of an account may follow.

Each begins with a letter as it is: that is what makes a search for them quick.
"""
_ADD = r"(?:加|添加|关注|搜索?|联系|add|follow|message|find|search|dm|contact)"
_IS = (
    r"(?:\s*(?:号码?|账号|帐号|id|account|handle|user(?:name)?|客服号?|群|us|me|上|里)?\s*(?:[:：=]|是|为|搜索?|加|找|关注"
    r"|\bis\b)\s*)"
)
ACCOUNT = re.compile(
    rf"(?<![A-Za-z])(?:(?P<add>{_ADD})\s*(?:us\s+on\s+|our\s+|官方|客服|我们的?)?)?"
    rf"(?:{NETWORKS})(?![A-Za-z])(?P<link>{_IS}|\s*(?:号码?|账号|群|id|account|user(?:name)?)?\s*)"
    r"[“‘「『\"'(（《]?\s*(?P<name>@?(?:live:)?[A-Za-z0-9][A-Za-z0-9_.-]{3,29})(?![A-Za-z])",
    re.IGNORECASE,
)
NAMED_ACCOUNT = re.compile(
    r"(?:公众号|服务号|订阅号|视频号|微博|小程序|抖音号?|快手号?|小红书号?)(?:号"
    r"|账号)?\s*(?:[:：是为]|名为|叫)?\s*"
    r"[“「『《【\"](?P<name>[^”」』》】\"]{2,30})[”」』》】\"]"
)
SEARCHED = re.compile(
    r"(?:搜索?|关注|添加|加|打开)\s?(?:微信|官方|我们的?){0,2}(?:公众号|服务号|订阅号|视频号|小程序)\s?[:：]\s?"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,20})"
)
AT_NAME = re.compile(r"(?<![\w.@/-])@(?P<name>[A-Za-z][A-Za-z0-9_.]{2,29}|[\u4e00-\u9fff]{2,12})")
HANDLE_HINT = re.compile(f"@|{NETWORKS}")
"""What a name of an account cannot do without, in lower case."""
USUAL = re.compile(
    r"(?:pay|wallet|app|wechat|weixin|id|qq|web|apple|google|android|ios|alipay|support|help"
    r"|account"
    r"|accounts|official|message|messages|messenger|group|groups|chat|store|login|business|team|and"
    r"|with|scam|scams|code|link|links|users?|verified|badge|from|that|page|pages|customer|service"
    r"|direct|private|public|posts?|profile|name|number|online|only|or|mini|program|programs|work"
    r"|your|this|also|into|balance|logo|icon|have|will|does|sign|signed|transfer|never|before|after"
    r"|contact|phone|mail|email|when|then|they|there|what|where|which|still|says|shows)(?:\W|$)",
    re.IGNORECASE,
)
"""Words that follow the name of a network in ordinary sentences."""
NOUN = re.compile(
    r"(?:tions?|ments?|ings?|ators?|[ae]nces?|ity|ities|ness|ships?)\W?$", re.IGNORECASE
)
PHONE_SIZED = re.compile(r"\d{3,4}[-.]\d{3,4}.*")


@lru_cache(maxsize=65536)
def emails_in(text: str) -> tuple[NameSpot, ...]:
    """The e-mail addresses in `text`."""
    if not EMAIL_HINT.search(text):
        return ()
    flat = plain(text)
    spots: list[NameSpot] = []
    for found in EMAIL.finditer(flat.text):
        host = re.sub(_DOT, ".", found["host"]).replace(" ", "").lower()
        labels = host.split(".")
        while labels and labels[-1] not in ENDINGS:
            labels.pop()
        if len(labels) < 2:
            continue
        if "@" not in found[0]:
            if labels[-1] not in COMMON_ENDINGS:
                continue
            # “contacted at example.com” is no address; “claims at example dot com” is one.
            spoken = re.search(r"\sat\s", found[0], re.IGNORECASE) and "." in found["host"]
            if spoken and not WRITES.search(flat.text[: found.start()]):
                continue
        value = f"{found['name'].lower()}@{'.'.join(labels)}"
        spots.append(_spot(text, flat.at, found.start(), found.end(), value))
    return tuple(spots)


@lru_cache(maxsize=65536)
def handles_in(text: str) -> tuple[NameSpot, ...]:
    """The names of accounts and groups in `text`, e-mail addresses left out."""
    flat = plain(text)
    if not HANDLE_HINT.search(flat.text.lower()):
        return ()
    mails = [(one.begin, one.end) for one in emails_in(text)]
    spots: dict[int, NameSpot] = {}
    for pattern in (NAMED_ACCOUNT, SEARCHED, ACCOUNT, AT_NAME):
        for found in pattern.finditer(flat.text):
            name = found["name"]
            spot = _spot(text, flat.at, found.start("name"), found.end("name"), name)
            inside = any(begin <= spot.begin < end for begin, end in mails)
            if inside or spot.begin in spots or (pattern is ACCOUNT and not _is_account(found)):
                continue
            spots[spot.begin] = spot
    return tuple(spots[place] for place in sorted(spots))


def _is_account(found: re.Match[str]) -> bool:
    name = found["name"]
    if USUAL.match(name + " ") or re.match(r"\.?\w+\.(?:com|cn|net|org)\b", name):
        return False
    if PHONE_SIZED.fullmatch(name):
        return False
    link = found["link"].lower()
    if re.match(r"\s*的", found.string[found.end() :]):
        return False
    if link.strip() in ("account", "user", "username") and not found["add"]:
        # “your Line account settings” names no account, “Telegram user walletrefunds” does.
        return bool(re.search(r"\d|_", name) or (len(name) >= 12 and not NOUN.search(name)))
    if (
        name.lower().startswith(("@", "live:"))
        or found["add"]
        or re.search(r"[:=是为号群]|\b(?:id|account|handle|user)", link)
    ):
        return True
    if re.search(r"号\s*$", found[0][: found.start("name") - found.start()]):
        return True
    if name.isdigit():
        return len(name) >= 6 and bool(re.match(r"(?i)qq|扣扣|企鹅", found[0].lstrip()))
    return bool(re.search(r"\d|_", name))


def _spot(text: str, at: Sequence[int], begin: int, end: int, value: str) -> NameSpot:
    first, last = at[begin], at[end - 1] + 1
    return NameSpot(first, last, value.lower().lstrip("@"), " ".join(text[first:last].split()))
