"""Faults of the contact registry in the words of the people who keep it."""

from __future__ import annotations

from collections.abc import Mapping

YAML = {
    "syntax": ("is not plain YAML here ({value})", "这里的 YAML 写得不对（{value}）"),
    "tag": ("holds a tag that runs code ({value})", "有会运行代码的标签（{value}）"),
    "alias": ("holds an alias ({value})", "有别名（{value}）"),
    "repeated-key": ("has “{value}” twice", "“{value}”写了两次"),
    "key": ("has a key that is no text", "有不是文字的键"),
    "depth": ("is nested too deep", "嵌套太深"),
    "invisible": ("holds a character nobody sees ({value})", "有看不见的字符（{value}）"),
}
WRONG = {
    "shape": (
        "is not a list of keys and values",
        "不是“键: 值”的写法",
        "Indent `key: value` lines below it.",
        "在它下面缩进写 `键: 值`。",
    ),
    "bad-id": (
        "is no id",
        "不能当代号",
        "Use small letters, digits and hyphens: `alipay-phone`.",
        "只用小写字母、数字和连字符：`alipay-phone`。",
    ),
    "not-text": ("is no text", "不是文字", "Put it in quotation marks.", "用引号括起来。"),
    "empty": ("is empty", "是空的", "Write it, or take the key out.", "补上内容，或者删掉这个键。"),
    "unsafe": (
        "holds < > or a quotation mark",
        "有 < > 或英文引号",
        "Write it without them.",
        "去掉这些符号。",
    ),
    "not-a-date": ("is no date", "不是日期", "Write it as `2026-11-22`.", "写成 `2026-11-22`。"),
    "not-a-list": ("is no list", "不是列表", "Write it as `[one, two]`.", "写成 `[一, 二]`。"),
    "not-by-language": (
        "is not given by language",
        "没有按语言分开写",
        "Write `{zh: …, en: …}`.",
        "写成 `{zh: …, en: …}`。",
    ),
    "not-a-phone": (
        "is no telephone number",
        "不是电话号码",
        'Write `"+864008000000"`, or a short number of 3 to 6 digits.',
        '写成 `"+864008000000"`，或 3 到 6 位的短号码。',
    ),
    "no-country": ("lacks its country", "没有写国家", "Add `country: CN`.", "加上 `country: CN`。"),
    "not-a-country": (
        "is no country",
        "不是国家代码",
        "Write two capital letters: `CN`.",
        "写两个大写字母：`CN`。",
    ),
    "other-country": (
        "does not begin with its country's code",
        "开头不是这个国家的区号",
        "Compare `value` and `country`.",
        "核对 `value` 和 `country`。",
    ),
    "not-an-address": (
        "is no plain https address",
        "不是普通的 https 网址",
        "Write `https://host/path`, without query, user or port.",
        "写成 `https://网站/路径`，不带参数、用户名和端口。",
    ),
    "not-an-email": (
        "is no e-mail address",
        "不是邮箱",
        "Write `name@host`, in small letters.",
        "用小写写成 `名字@网站`。",
    ),
    "not-a-handle": (
        "is no account",
        "不是账号",
        "Write `network:name`: `weibo:example`.",
        "写成 `平台:名字`：`weibo:example`。",
    ),
    "not-hosts": (
        "holds something that is no host",
        "有不是网站名的内容",
        "Write hosts only: `[example.com]`.",
        "只写网站名：`[example.com]`。",
    ),
    "not-a-timezone": (
        "is no time zone",
        "不是时区",
        "Write `Asia/Shanghai`.",
        "写成 `Asia/Shanghai`。",
    ),
    "no-timezone": (
        "stands without a time zone",
        "没有配时区",
        "Add `timezone: Asia/Shanghai`.",
        "加上 `timezone: Asia/Shanghai`。",
    ),
    "unknown-brand": (
        "is no brand of this file",
        "不是本文件登记的品牌",
        "Add it under `brands` first.",
        "先写进 `brands`。",
    ),
    "unknown-region": (
        "is no region of this file",
        "不是本文件登记的地区",
        "Add it under `regions` first.",
        "先写进 `regions`。",
    ),
    "foreign-host": (
        "is not at one of the brand's `domains`",
        "不属于这个品牌的 `domains`",
        "Compare it letter by letter; add the domain only if it is really the owner's.",
        "逐字核对；确实是所有者的网站，才加进 `domains`。",
    ),
    "not-the-owner": (
        "says `owner`, but its source is not on the owner's own site",
        "写着 `owner`，来源却不在所有者自己的网站",
        "Give the owner's page as `source_url`, or write `source_kind: second-hand`.",
        "在 `source_url` 写所有者的网页，或改成 `source_kind: second-hand`。",
    ),
    "not-owner": (
        "is only for entries with `source_kind: owner`",
        "只能用在 `source_kind: owner` 的条目",
        "Take it out: nobody has read the owner's page.",
        "删掉它：还没有人读过所有者的网页。",
    ),
    "nobody": (
        "does not say who verified it",
        "没有写谁核实的",
        "Add `verified_by`.",
        "加上 `verified_by`。",
    ),
    "not-seen": (
        "is later than `source_seen`",
        "比 `source_seen` 还晚",
        "Write both as the day the page was read.",
        "两处都写读那个网页的日期。",
    ),
    "too-early": (
        "is not after the day it was seen",
        "不晚于看到来源的日期",
        "Write the last day it may be trusted.",
        "写可以信到哪一天。",
    ),
    "too-late": (
        "is more than a year after it was seen",
        "离看到来源超过一年",
        "Write a day within twelve months.",
        "写十二个月以内的一天。",
    ),
}


def lacking(detail: Mapping[str, str]) -> tuple[str, str]:
    """Which words an entry lacks, in English and in Chinese."""
    entry, locale = detail["entry"], detail["locale"]
    keys = ", ".join(f"`{key}`" for key in detail["keys"].split())
    of, of_zh = (f" for {keys}", f"的 {keys.replace(', ', '、')} ") if keys else ("", "")
    return (
        f"“{entry}” has no `{locale}` words{of}, so its card shows those of another language. Add "
        f"`{locale}: …`.",
        f"“{entry}”{of_zh}没有 `{locale}` 的文字，卡片上会显示另一种语言。加上 `{locale}: …`。",
    )


def wording(detail: Mapping[str, str]) -> tuple[str, str]:
    """What is wrong and what to write, in English and in Chinese."""
    wrong, value = detail["wrong"], detail.get("value", "")
    if wrong.startswith("yaml-"):
        en, zh = YAML[wrong.removeprefix("yaml-")]
        return (
            f"The registry {en.format(value=value)}. Mend this line; until then no contact is "
            f"shown.",
            f"登记表{zh.format(value=value)}。改好这一行；在那之前不显示任何联系方式。",
        )
    key, entry = detail.get("key", ""), detail.get("entry", "")
    at_en = f" of “{entry}”" if entry else ""
    at_zh = f"“{entry}”的 " if entry else ""
    if wrong == "unknown-key":
        near = detail.get("near", "")
        return (
            f"Nobody knows the key `{value}`{at_en}. "
            + (f"Did you mean `{near}`?" if near else "Take it out."),
            f"{at_zh}`{value}` 这个键没有用处。" + (f"是不是 `{near}`？" if near else "删掉它。"),
        )
    if wrong == "missing-key":
        return (
            f"“{entry}” lacks `{value}`. Add the line `{value}: …`.",
            f"“{entry}”缺 `{value}`。加上一行 `{value}: …`。",
        )
    what_en = f"`{key}`{at_en}" if key and key != entry else f"“{entry or value}”"
    what_zh = f"{at_zh}`{key}` " if key and key != entry else f"“{entry or value}”"
    quoted_en = f" (“{value}”)" if value and value not in (key, entry) else ""
    quoted_zh = f"（“{value}”）" if value and value not in (key, entry) else ""
    if wrong.startswith("one-of-"):
        allowed = ", ".join(f"`{one}`" for one in wrong.removeprefix("one-of-").split("|"))
        return (
            f"{what_en} is none of the words it may be{quoted_en}. Write one of {allowed}.",
            f"{what_zh}不是允许的词{quoted_zh}。写其中一个：{allowed.replace(', ', '、')}。",
        )
    if wrong.startswith("missing-language-"):
        locale = wrong.removeprefix("missing-language-")
        return (
            f"{what_en} has no words for `{locale}`. Add `{locale}: …`.",
            f"{what_zh}没有 `{locale}` 的文字。加上 `{locale}: …`。",
        )
    if wrong not in WRONG:
        return (
            f"The registry could not be read: {wrong}. Save it as UTF-8 text.",
            f"登记表读不出来：{wrong}。用 UTF-8 编码重新保存。",
        )
    en, zh, do_en, do_zh = WRONG[wrong]
    return f"{what_en} {en}{quoted_en}. {do_en}", f"{what_zh}{zh}{quoted_zh}。{do_zh}"
