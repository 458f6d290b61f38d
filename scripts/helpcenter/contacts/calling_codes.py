"""The codes that countries are called by; an entry may be in any of these countries."""

from __future__ import annotations

CALLING_CODES = {
    "CN": "86",
    "HK": "852",
    "MO": "853",
    "TW": "886",
    "US": "1",
    "CA": "1",
    "GB": "44",
    "SG": "65",
    "MY": "60",
    "JP": "81",
    "KR": "82",
    "AU": "61",
    "NZ": "64",
    "DE": "49",
    "FR": "33",
    "IT": "39",
    "ES": "34",
    "NL": "31",
    "IN": "91",
    "TH": "66",
    "VN": "84",
    "ID": "62",
    "PH": "63",
    "RU": "7",
    "BR": "55",
    "MX": "52",
    "AE": "971",
    "ZA": "27",
}
