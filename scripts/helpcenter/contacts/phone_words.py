"""The words around digits that say whether they are called, counted or only named."""

from __future__ import annotations

import re

BETWEEN_SENTENCES = re.compile(r"[。!?！？;；\n]|\.(?=\s|$)")
CALLING = re.compile(
    r"拨|致电|打(?!开|不开|算|扰|印|包|折|车|点|断|字|码|造|动|击|理|听|款|错|勾)|呼叫|通话|电话"
    r"|热线|专线"
    r"|座机|传真|客服号|\b(?:call|calling|dial|dialing|phone|phoning|ring|telephone|hotline"
    r"|helpline"
    r"|fax|whatsapp|tel)\b",
    re.IGNORECASE,
)
"""Words for calling, anywhere in a sentence."""
CALLED = re.compile(
    r"(?:拨打?|致电|拨通|打给|打通|打到|(?<!拨)打|呼叫|短信至|发至|电话|热线|专线|座机|手机|号码"
    r"|传真|\btext \w+ to"
    r"|客服|人工|\b(?:call|dial|ring|phone|telephone|tel|hotline|helpline|fax|text|sms|line"
    r"|whatsapp"
    r"|mobile|support|service|desk|care))"
    r"(?:[\s:：,，(（“\"'-]|是|为|至|到|请|用|官方|免费|统一|全国|唯一|号码|号|人工|服务|咨询"
    r"|投诉|专用|中文"
    r"|\b(?:us|at|is|on|via|the|our|this|number|no|now|toll|free|official|team|for|help|today|or)\b"
    r"|\b24/7\b|24 ?小时)*$",
    re.IGNORECASE,
)
"""Words for calling right before a number."""
NAMED = re.compile(
    r"(?:代码|错误码?|编号|单号|订单|流水|交易号|交易单|凭证|受理号|工单|案件|案号|序列|版本|端口"
    r"|尾号|卡号"
    r"|账号|账户|后四位|末四位|邮编|邮政编码|型号|验证码|校验码|动态码|批次|编码|身份证|证件|运单"
    r"|快递|条码"
    r"|第|标准|群|章|页|税号|备案|许可证|价格|余额|金额|限额|额度|合计|共计|总计"
    r"|\b(?:code|error|errno|errors|ticket|case|ref|reference|order|transaction|txn|id|invoice"
    r"|version|port|zip|postcode|postal|serial|model|receipt|tracking|step|steps|page|rfc|iso|isbn"
    r"|imei|sku|batch|build|status|http|account|card|ending|ends|claim|report|request|amount|total"
    r"|balance|price|limit|chapter|section|room|suite|block|height|hash|licen[cs]e|reply)\b|#|№)"
    r"(?:[\s:：,，(（“\"'=#-]|号|码|代码|号码|编号|日志|信息|是|为|如|例如|比如|像|大约|约|最高"
    r"|最低|超过"
    r"|\b(?:no|nos|number|numbers|id|ids|code|codes|is|was|of|like|as|such|in|with|called|the"
    r"|a)\b\.?)*$",
    re.IGNORECASE,
)
"""Words right before digits that are a name of something: an order, a case, a fault."""
MONEY_BEFORE = re.compile(
    r"(?:[$€£¥₩₹₿฿]|\b(?:rmb|cny|usd|hkd|eur|gbp|usdt|btc|eth)\b|人民币|美元|港币)\s*$",
    re.IGNORECASE,
)
UNIT_AFTER = re.compile(
    r"\s*(?:元(?!旦)|块|万(?!一)|亿|美元|美金|港币|港元|欧元|英镑|日元|人民币|%|‰|字节|毫秒|秒"
    r"|分钟|小时|积分|次"
    r"|笔|条|步|个(?!人|体|性)|人(?!工)|位(?!于|置)|名(?!称)|家(?!里|庭)|天|年|月|字|份|张|起|米"
    r"|公里|号楼|室"
    r"|(?:yuan|dollars?|cents?|usd|cny|rmb|euros?|eur|pounds?|hkd|usdt|btc|eth|bytes?|kb|mb|gb|ms"
    r"|points?|times|people|users|items|orders|payments|customers|merchants|characters|steps|words"
    r"|digits|seconds|minutes|hours|days|months|years|percent|metres?|meters?|km)\b)",
    re.IGNORECASE,
)
WORD_BEFORE = re.compile(r"(?P<word>[A-Za-z][\w-]*?)[-_]?$")
SPOKEN = re.compile(r"tel|phone|call|dial|hotline|fax|mobile|number|line|us|at|or|is|on|to", re.I)
HIDDEN = "ж"
"""Covers what is certainly no number to call; a letter, so that nothing joins across it."""
_DATES = (
    r"(?:19|20)\d{2}\s?[-/.年]\s?(?:1[0-2]|0?[1-9])(?:\s?[-/.月]\s?(?:3[01]|[12]\d"
    r"|0?[1-9])(?!\d)日?)?"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?",
    r"(?:3[01]|[12]\d|0?[1-9])[/.](?:3[01]|[12]\d|0?[1-9])[/.](?:19|20)\d{2}",
    r"(?:20[0-4]\d)(?:1[0-2]|0[1-9])(?:3[01]|[12]\d|0[1-9])(?=[\sж]|$)",
    r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])",
    r"(?:19|20)\d{2}\s?[-–—]\s?(?:19|20)\d{2}",
)
_AMOUNTS = (
    r"(?:[$€£¥₩₹]|\b(?:rmb|cny|usd|hkd|eur|gbp)\b)\s?\d+(?:,\d{3})*(?:\.\d+)?(?![\d-])",
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![,\d-])",
)
MASKED = tuple(
    re.compile(rf"(?<![\d+.-]){pattern}(?!\d)", re.IGNORECASE) for pattern in (*_DATES, *_AMOUNTS)
)


FAR = 160
"""Signs of a sentence that are looked at on each side."""


def sentence(text: str, begin: int, end: int) -> str:
    """The sentence around a place."""
    # No sentence is longer, and nothing may take long over a text that is built to hurt.
    start = max(begin - FAR, 0)
    before = [one.end() for one in BETWEEN_SENTENCES.finditer(text, start, begin)]
    after = BETWEEN_SENTENCES.search(text, end, end + FAR)
    return text[before[-1] if before else start : after.start() if after else end + FAR]


def mask_dates_and_amounts(text: str) -> str:
    """`text` with its dates, times and amounts covered, sign for sign."""
    for pattern in MASKED:
        text = pattern.sub(lambda found: HIDDEN * len(found[0]), text)
    return text


def calls(text: str, begin: int) -> bool:
    """Whether the words right before `begin` tell to call."""
    before = text[max(begin - 32, 0) : begin]
    if NAMED.search(before) and not re.search(r"(?:电话|手机|热线|客服)号?码?\W*$", before):
        return False
    return bool(CALLED.search(before))


def is_code(text: str, begin: int, end: int) -> bool:
    """Whether digits are the name of something: after “order”, or inside a word of letters."""
    before = text[max(begin - 32, 0) : begin]
    if NAMED.search(before):
        return True
    if re.match(r"[-_]?[A-Za-z]", text[end : end + 2]) and not re.match(r"[-_]?x\d", text[end:]):
        return True
    word = WORD_BEFORE.search(before)
    return bool(word and not SPOKEN.fullmatch(word["word"]))


def counts(text: str, begin: int, end: int) -> bool:
    """Whether digits are an amount of something."""
    return bool(MONEY_BEFORE.search(text[max(begin - 8, 0) : begin]) or UNIT_AFTER.match(text, end))
