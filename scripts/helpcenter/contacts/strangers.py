"""Hosts that a page shows or leads to and the registry does not know, by their tricks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from helpcenter.contacts.hosts import WEB, Address, address_of, hosts_in, is_number
from helpcenter.contacts.imitation import imitated
from helpcenter.contacts.passage import Carried
from helpcenter.contacts.trust import Trust

SHORTENERS = frozenset(
    {
        *("bit.ly", "t.cn", "url.cn", "w.url.cn", "dwz.cn", "tinyurl.com", "goo.gl", "t.co"),
        *("is.gd", "v.gd", "ow.ly", "buff.ly", "rebrand.ly", "cutt.ly", "suo.im", "suo.nz"),
        *("mrw.so", "985.so", "u.nu", "rb.gy", "shorturl.at", "s.id", "surl.li", "b23.tv"),
        *("0x9.me", "tb.cn", "m.tb.cn", "u.jd.com", "3.cn", "lnkd.in", "qr.ae", "adf.ly"),
        *("bl.ink", "tiny.cc", "short.io", "x.co", "sourl.cn", "dwz.mk", "urlzs.com", "ity.im"),
        *("tiny.one", "shorte.st", "clck.ru", "t.ly", "tny.im", "soo.gd", "bitly.com", "j.mp"),
        *("youtu.be", "fb.me", "amzn.to"),
    }
)
"""Services whose addresses tell nobody where they lead."""
NETWORKS = frozenset(
    {
        *("t.me", "telegram.me", "telegram.org", "wa.me", "whatsapp.com", "api.whatsapp.com"),
        *("chat.whatsapp.com", "x.com", "twitter.com", "weibo.com", "weibo.cn", "facebook.com"),
        *("m.me", "messenger.com", "instagram.com", "discord.gg", "discord.com", "line.me"),
        *("lin.ee", "u.wechat.com", "weixin.qq.com", "work.weixin.qq.com", "mp.weixin.qq.com"),
        *("qm.qq.com", "jq.qq.com", "qun.qq.com", "douyin.com", "v.douyin.com", "tiktok.com"),
        *("xiaohongshu.com", "xhslink.com", "kuaishou.com", "bilibili.com", "zhihu.com"),
        *("youtube.com", "linkedin.com", "signal.me", "signal.group", "reddit.com"),
        *("qr.alipay.com", "skype.com", "join.skype.com", "viber.com", "kakao.com"),
        *("tieba.baidu.com",),
    }
)
"""Hosts where people meet accounts, and where codes to scan lead."""
APP_SCHEMES = frozenset(
    {
        *("weixin", "wechat", "wxp", "tg", "telegram", "whatsapp", "skype", "line", "alipay"),
        *("alipays", "mqq", "mqqwpa", "tencent", "viber", "fb-messenger", "discord"),
        *("dingtalk", "sgnl", "imessage", "snssdk1128", "kakaotalk"),
    }
)


@dataclass(frozen=True, slots=True)
class Stranger:
    """An unknown host on a page."""

    kind: str
    """`shortener`, `network`, `imitation`, `number` or `unknown`."""
    host: str
    like: str
    """Of an imitation: what it imitates."""
    shown: str
    line: int


def strangers(carried: Carried, trust: Trust) -> Iterator[Stranger]:
    """Every unknown host in the texts and links of a file."""
    for pointer in carried.pointers:
        address = address_of(pointer.target)
        if address.scheme in APP_SCHEMES:
            yield Stranger("network", address.scheme, "", pointer.target, pointer.line)
        elif address.scheme in WEB and not edits(address, pointer.target, trust):
            found = judged(address.host, trust)
            if found:
                yield Stranger(*found, pointer.target, pointer.line)
    for passage, spot in carried.spots(hosts_in):
        if trust.editing and spot.shown.startswith(trust.editing):
            continue
        if found := judged(spot.host, trust):
            yield Stranger(*found, spot.shown, passage.line(spot.begin))


def edits(address: Address, target: str, trust: Trust) -> bool:
    """Whether a link leads to where this page can be edited."""
    return bool(trust.editing and target.startswith(trust.editing) and not address.user)


def judged(host: str, trust: Trust) -> tuple[str, str, str] | None:
    """Kind, host and what it imitates; nothing if the host may be shown."""
    if trust.knows(host):
        return None
    if is_number(host):
        return "number", host, ""
    listed = tuple(trust.contacts.hosts) + trust.own
    domains = tuple(domain for brand in trust.brands for domain in brand.domains)
    return _judged(host, (*listed, *domains), tuple(_tokens(trust)))


@lru_cache(maxsize=8192)
def _judged(host: str, listed: tuple[str, ...], tokens: tuple[str, ...]) -> tuple[str, str, str]:
    bare = host.removeprefix("www.").removeprefix("m.") if host not in SHORTENERS else host
    if host in SHORTENERS or bare in SHORTENERS:
        return "shortener", host, ""
    if host in NETWORKS or bare in NETWORKS:
        return "network", host, ""
    if host in listed:
        return "unknown", host, ""
    if like := imitated(host, listed, tokens):
        return "imitation", host, like
    return "unknown", host, ""


def _tokens(trust: Trust) -> Iterator[str]:
    """Names of brands as they could stand in a host."""
    for brand in trust.brands:
        for name in (*brand.names.values(), *brand.also):
            token = re.sub(r"[^a-z0-9]", "", name.lower())
            if len(token) >= 4:
                yield token
        yield brand.id.replace("-", "")
