"""Last labels of host names: enough to tell an address in a sentence from a file or a full stop."""

from __future__ import annotations

COMMON_ENDINGS = frozenset(
    {
        *("com", "cn", "net", "org", "gov", "edu", "mil", "int", "info", "biz", "io", "co"),
        *("cc", "tv", "vip", "top", "xyz", "club", "shop", "store", "online", "site"),
        *("website", "tech", "app", "dev", "page", "pages", "link", "click", "live", "work"),
        *("world", "wiki", "blog", "cloud", "email", "support", "help", "pro", "asia", "mobi"),
        *("fun", "icu", "ltd", "group", "wang", "ren", "hk", "tw", "mo", "sg", "jp", "kr"),
        *("uk", "eu", "us", "de", "fr", "ru", "xin", "tel", "love", "games", "center"),
        *("services", "finance", "money", "cash", "pay", "bank", "crypto", "exchange"),
        *("wallet", "loan", "credit", "social", "chat", "news", "media", "digital", "agency"),
        *("systems", "network", "solutions", "space", "host", "press", "today", "buzz", "rest"),
        *("cyou", "sbs", "cfd", "bond", "quest", "monster", "lol", "ink", "win", "bid"),
        *("trade", "party", "date", "review", "download", "stream", "racing", "science"),
    }
)
"""Those that nobody takes for a word or a file, whatever stands around them."""
ENDINGS = COMMON_ENDINGS | frozenset(
    {
        *("example", "ac", "ad", "ae", "af", "ag", "ai", "al", "am", "ao", "ar", "at", "au"),
        *("az", "ba", "bd", "be", "bg", "bh", "bn", "bo", "br", "by", "bz", "ca", "ch", "ci"),
        *("cl", "cm", "cr", "cu", "cy", "cz", "dj", "dk", "dm", "do", "dz", "ec", "ee", "eg"),
        *("es", "et", "fi", "fj", "fm", "fo", "ga", "gd", "ge", "gg", "gh", "gi", "gl", "gm"),
        *("gp", "gr", "gs", "gt", "gy", "hm", "hn", "hr", "ht", "hu", "id", "ie", "il", "im"),
        *("in", "iq", "ir", "is", "it", "je", "jm", "jo", "ke", "kg", "kh", "ki", "kw", "ky"),
        *("kz", "la", "lb", "lc", "li", "lk", "lr", "ls", "lt", "lu", "lv", "ly", "ma", "md"),
        *("me", "mg", "mk", "ml", "mm", "mn", "ms", "mt", "mu", "mv", "mw", "mx", "my", "na"),
        *("ne", "nf", "ng", "ni", "nl", "no", "nr", "nu", "nz", "om", "pa", "pe", "pg", "ph"),
        *("pk", "pl", "pm", "pn", "ps", "pt", "pw", "py", "qa", "re", "ro", "rs", "rw", "sa"),
        *("sb", "sc", "sd", "se", "sh", "si", "sk", "sl", "sm", "sn", "so", "sr", "st", "su"),
        *("sv", "sx", "sy", "sz", "tc", "td", "tf", "tg", "th", "tj", "tk", "tl", "tm", "tn"),
        *("to", "tr", "tt", "tz", "ua", "ug", "uy", "uz", "va", "vc", "ve", "vg", "vi", "vn"),
        *("vu", "ws", "ye", "yt", "za", "zm", "zw", "gq", "cf", "zip", "mov"),
    }
)
SECOND_LEVELS = frozenset(
    {
        *("com", "co", "net", "org", "gov", "edu", "ac"),
    }
)
"""Labels that, before a country's ending, are part of the ending."""
