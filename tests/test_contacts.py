"""The contact registry, its rules against many hostile and harmless texts, its command and JSON."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest
import yaml

from contact_shapes import (
    BLOCKS,
    DATA,
    EVERYWHERE,
    PLAIN,
    TODAY,
    Shape,
    found_in,
    found_in_html,
    renderer,
    texts,
    trust,
)
from helpcenter.commands.contacts import add_arguments, run
from helpcenter.contacts.cards import cards
from helpcenter.contacts.differences import changes
from helpcenter.contacts.doors import LOOKS, look
from helpcenter.contacts.names import NAMES
from helpcenter.contacts.reading import parse_contacts
from helpcenter.contacts.registry import Contacts, State
from helpcenter.contacts.trust import trust_of
from helpcenter.contacts.verified import SCHEMA, contacts_json
from helpcenter.contacts.wording import WRONG, wording
from helpcenter.content.center import Center, read_center
from helpcenter.content.words import Words, read_words
from helpcenter.rules import RULES
from helpcenter.speech import Speech
from small_site import article, write_site

HOSTILE = yaml.safe_load((DATA / "hostile.yml").read_text("utf-8"))
HARMLESS = yaml.safe_load((DATA / "harmless.yml").read_text("utf-8"))
REGISTRY = (DATA / "registry.yml").read_text("utf-8")
MARKDOWN = renderer()
TRUST = trust()
FILE = "overrides/contacts.yml"


def parse(text: str) -> Contacts:
    contacts, faults = parse_contacts(text, FILE, ("zh", "en"))
    assert not faults, faults
    return contacts


def said(text: str) -> list[tuple[int, str, str]]:
    """Line, English and Chinese of every fault of a registry."""
    _, faults = parse_contacts(text, FILE, ("zh", "en"))
    return [(fault.line, *wording(fault.detail)) for fault in faults]


# Many texts


@pytest.mark.parametrize("shape", EVERYWHERE, ids=lambda shape: shape.name)
def test_every_hostile_text_is_found_on_its_line(shape: Shape) -> None:
    missed = []
    groups = ("texts", "markup") if shape in BLOCKS else ("texts",)
    for rule, _, text in (one for group in groups for one in texts(HOSTILE[group])):
        if shape.holds(text):
            page, line = shape.fill(text)
            found = found_in(page, MARKDOWN, TRUST)
            if not any(one.rule == rule and one.line == line for one in found):
                missed.append((rule, text, [(one.rule, one.line - line) for one in found]))
    assert missed == []


def test_every_hostile_page_is_found_on_its_line() -> None:
    missed = []
    for page in HOSTILE["pages"]:
        line = page["line"] + PLAIN.count("\n")
        found = found_in(PLAIN + page["body"], MARKDOWN, TRUST)
        if not any(one.rule == page["rule"] and one.line == line for one in found):
            missed.append((page, [(one.rule, one.line - PLAIN.count("\n")) for one in found]))
    assert missed == []


def test_every_hostile_text_is_found_in_built_html() -> None:
    missed = []
    for rule, _, text in texts(HOSTILE["texts"]):
        found, line = found_in_html(text, TRUST)
        if not any(one.rule == rule and one.line == line for one in found):
            missed.append((rule, text))
    assert missed == []


@pytest.mark.parametrize("shape", EVERYWHERE, ids=lambda shape: shape.name)
def test_no_harmless_text_is_reported(shape: Shape) -> None:
    groups = ("texts", "markup") if shape in BLOCKS else ("texts",)
    alarms = [
        (text, one.say("en"))
        for group in groups
        for _, _, text in texts(HARMLESS[group])
        if shape.holds(text)
        for one in found_in(shape.fill(text)[0], MARKDOWN, TRUST)
    ]
    assert alarms == []


def test_no_harmless_page_is_reported() -> None:
    alarms = [
        (page, one.say("en"))
        for page in HARMLESS["pages"]
        for one in found_in(PLAIN + page, MARKDOWN, TRUST)
    ]
    assert alarms == []


def test_no_harmless_text_is_reported_in_built_html() -> None:
    alarms = [
        (text, one.say("en"))
        for _, _, text in texts(HARMLESS["texts"])
        for one in found_in_html(text, TRUST)[0]
    ]
    assert alarms == []


def test_there_are_enough_texts_in_both_languages_for_every_rule() -> None:
    hostile = [one for group in ("texts", "markup") for one in texts(HOSTILE[group])]
    harmless = [one for group in ("texts", "markup") for one in texts(HARMLESS[group])]
    assert len(hostile) + len(HOSTILE["pages"]) >= 200
    assert len(harmless) >= 200
    for some in (hostile, harmless):
        assert min(Counter(language for _, language, _ in some).values()) >= 80
        assert len({text for _, _, text in some}) >= len(some) - 12
    judged = {rule for rule, _, _ in hostile}
    assert judged == set(NAMES) - {
        *("broken-contact", "missing-contact-words", "changed-contact", "unknown-contact"),
        *("expired-contact", "planted-contact"),
    }


def test_our_own_articles_give_no_finding(center: Center) -> None:
    assert [
        one.say("en") for page in center.pages for one in look(page.carried, center.trust)
    ] == []


def test_the_rules_about_contacts_are_registered() -> None:
    assert set(NAMES) <= {rule.name for rule in RULES}
    looks = tuple(module.__name__.rpartition(".")[2].replace("_", "-") for module in LOOKS)
    assert NAMES[5:-1] == looks


def test_the_rules_about_contacts_take_less_than_a_second(center: Center) -> None:
    start = time.process_time()
    for rule in RULES:
        if rule.name in NAMES:
            assert list(rule(center)) is not None
    assert time.process_time() - start < 30


# The registry


def test_the_own_registry_is_sound_and_upgrades_nothing(center: Center) -> None:
    assert [one for one in center.faults if one.name == "broken-contact"] == []
    assert len(center.contacts.entries) == 21
    for one in center.contacts.entries:
        if one.state(center.today) is State.VERIFIED:
            assert one.source_kind == "owner"
            assert one.verified_by


def test_only_an_owners_contact_that_was_verified_and_not_expired_is_verified() -> None:
    one = parse(REGISTRY).by_id["egret-phone"]
    assert one.state(dt.date(2026, 11, 22)) is State.VERIFIED
    assert one.state(dt.date(2027, 10, 31)) is State.VERIFIED
    assert one.state(dt.date(2027, 11, 1)) is State.CHECK
    assert one.state(dt.date(2026, 10, 31)) is State.CHECK
    contacts = parse(REGISTRY.replace("    verified_on: 2026-11-01\n    verified_by: Lin\n", ""))
    assert contacts.by_id["egret-phone"].state(TODAY) is State.CHECK
    assert contacts.by_id["fraud-line"].state(TODAY) is State.CHECK
    assert contacts.by_id["heron-rumour"].state(TODAY) is State.HIDDEN


@pytest.mark.parametrize(
    "digits",
    ["+864000001234", "4000001234", "864000001234", "00864000001234", "04000001234"],
)
def test_a_number_is_known_however_it_is_dialled(digits: str) -> None:
    assert [one.id for one in parse(REGISTRY).phones(digits)] == ["egret-phone"]


def test_the_page_a_verified_contact_is_from_may_be_linked() -> None:
    text = change("https://www.egretpay.example/contact", "https://care.egretpay.example/contact")
    contacts = parse(text)
    assert trust_of(contacts, TODAY, "", "").knows("care.egretpay.example")
    assert not trust_of(contacts, dt.date(2028, 1, 1), "", "").knows("care.egretpay.example")
    assert not TRUST.knows("care.egretpay.example")


def test_numbers_are_grouped_for_readers() -> None:
    contacts = parse(REGISTRY)
    assert contacts.by_id["egret-phone"].shown == "400-000-1234"
    assert contacts.by_id["heron-phone"].shown == "800-555-0142"
    assert contacts.by_id["egret-phone"].target == "tel:+864000001234"
    assert contacts.by_id["heron-help"].shown == "help.heronwallet.example/wallet"


def change(old: str, new: str) -> str:
    assert old in REGISTRY
    return REGISTRY.replace(old, new, 1)


FAULTS = {
    '    value: "+864000001234"\n -> \n': (
        "“egret-phone” lacks `value`. Add the line `value: …`.",
        "“egret-phone”缺 `value`。加上一行 `value: …`。",
    ),
    '"+864000001234" -> 4000001234': (
        "`value` of “egret-phone” is no text (“4000001234”). Put it in quotation marks.",
        "“egret-phone”的 `value` 不是文字（“4000001234”）。用引号括起来。",
    ),
    '"+864000001234" -> "400-000-1234"': (
        "`value` of “egret-phone” is no telephone number (“400-000-1234”). "
        'Write `"+864008000000"`, or a short number of 3 to 6 digits.',
        "“egret-phone”的 `value` 不是电话号码（“400-000-1234”）。"
        '写成 `"+864008000000"`，或 3 到 6 位的短号码。',
    ),
    '"+864000001234" -> "+14000001234"': (
        "`value` of “egret-phone” does not begin with its country's code (“+14000001234”). "
        "Compare `value` and `country`.",
        "“egret-phone”的 `value` 开头不是这个国家的区号（“+14000001234”）。"
        "核对 `value` 和 `country`。",
    ),
    "    country: CN\n -> \n": (
        "`value` of “egret-phone” lacks its country (“+864000001234”). Add `country: CN`.",
        "“egret-phone”的 `value` 没有写国家（“+864000001234”）。加上 `country: CN`。",
    ),
    "brand: egret-pay -> brand: egretpay": (
        "`brand` of “egret-phone” is no brand of this file (“egretpay”). "
        "Add it under `brands` first.",
        "“egret-phone”的 `brand` 不是本文件登记的品牌（“egretpay”）。先写进 `brands`。",
    ),
    "region: CN -> region: XX": (
        "`region` of “egret-phone” is no region of this file (“XX”). Add it under `regions` first.",
        "“egret-phone”的 `region` 不是本文件登记的地区（“XX”）。先写进 `regions`。",
    ),
    "audience: consumer -> audience: everyone": (
        "`audience` of “egret-phone” is none of the words it may be (“everyone”). "
        "Write one of `consumer`, `merchant`, `public`.",
        "“egret-phone”的 `audience` 不是允许的词（“everyone”）。"
        "写其中一个：`consumer`、`merchant`、`public`。",
    ),
    "purpose: {zh: 客服, en: Support} -> purpose: {fr: Aide}": (
        "`purpose` of “egret-phone” has no words for `zh`. Add `zh: …`.",
        "“egret-phone”的 `purpose` 没有 `zh` 的文字。加上 `zh: …`。",
    ),
    "brand: egret-pay -> brand: [egret-pay]": (
        "`brand` of “egret-phone” is no brand of this file (“['egret-pay']”). "
        "Add it under `brands` first.",
        "“egret-phone”的 `brand` 不是本文件登记的品牌（“['egret-pay']”）。先写进 `brands`。",
    ),
    "source_kind: owner -> source_kind: second-hand": (
        "`verified_on` of “egret-phone” is only for entries with `source_kind: owner` "
        "(“2026-11-01”). Take it out: nobody has read the owner's page.",
        "“egret-phone”的 `verified_on` 只能用在 `source_kind: owner` 的条目（“2026-11-01”）。"
        "删掉它：还没有人读过所有者的网页。",
    ),
    "https://www.egretpay.example/contact -> https://egretpay-fans.example/contact": (
        "`source_url` of “egret-phone” says `owner`, but its source is not on the owner's own site "
        "(“https://egretpay-fans.example/contact”). Give the owner's page as `source_url`, or "
        "write `source_kind: second-hand`.",
        "“egret-phone”的 `source_url` 写着 `owner`，来源却不在所有者自己的网站"
        "（“https://egretpay-fans.example/contact”）。在 `source_url` 写所有者的网页，"
        "或改成 `source_kind: second-hand`。",
    ),
    "    verified_by: Lin\n -> \n": (
        "`verified_on` of “egret-phone” does not say who verified it (“2026-11-01”). "
        "Add `verified_by`.",
        "“egret-phone”的 `verified_on` 没有写谁核实的（“2026-11-01”）。加上 `verified_by`。",
    ),
    "expires_on: 2027-10-31 -> expires_on: 2029-10-31": (
        "`expires_on` of “egret-phone” is more than a year after it was seen (“2029-10-31”). "
        "Write a day within twelve months.",
        "“egret-phone”的 `expires_on` 离看到来源超过一年（“2029-10-31”）。写十二个月以内的一天。",
    ),
    "source_seen: 2026-11-01 -> source_seen: soon": (
        "`source_seen` of “egret-phone” is no date (“soon”). Write it as `2026-11-22`.",
        "“egret-phone”的 `source_seen` 不是日期（“soon”）。写成 `2026-11-22`。",
    ),
    "    timezone: Asia/Shanghai\n -> \n": (
        "`hours` of “egret-phone” stands without a time zone "
        "(“{'zh': '每天 9:00 到 21:00', 'en': 'Daily 9 to 21'}”). Add `timezone: Asia/Shanghai`.",
        "“egret-phone”的 `hours` 没有配时区"
        "（“{'zh': '每天 9:00 到 21:00', 'en': 'Daily 9 to 21'}”）。加上 `timezone: "
        "Asia/Shanghai`。",
    ),
    "verified_by: Lin -> verifyed_by: Lin": (
        "Nobody knows the key `verifyed_by` of “egret-phone”. Did you mean `verified_by`?",
        "“egret-phone”的 `verifyed_by` 这个键没有用处。是不是 `verified_by`？",
    ),
}


@pytest.mark.parametrize("edit", FAULTS)
def test_a_fault_of_the_registry_is_told_in_plain_words(edit: str) -> None:
    old, new = edit.split(" -> ")
    text = change(old, new.lstrip("\n"))
    assert FAULTS[edit] in [one[1:] for one in said(text)]
    contacts, _ = parse_contacts(text, FILE, ("zh", "en"))
    assert "egret-phone" not in contacts.by_id


def test_a_fault_is_told_on_its_line() -> None:
    text = change('"+864000001234"', '"400"x')
    line = text[: text.index('"400"x')].count("\n") + 1
    assert said(text)[0][0] == line
    text = change("audience: consumer", "audience: all")
    assert said(text)[0][0] == text[: text.index("audience: all")].count("\n") + 1


def test_what_is_not_yaml_leaves_no_contact() -> None:
    contacts, faults = parse_contacts("contacts: &a [*a]", FILE, ("zh",))
    assert contacts.entries == ()
    assert wording(faults[0].detail)[0].startswith("The registry holds an alias (*a).")
    assert parse_contacts("", FILE, ("zh",)) == (Contacts(FILE), [])
    assert len(parse_contacts("- a", FILE, ("zh",))[1]) == 1
    assert len(parse_contacts("contacts: {a: b}", FILE, ("zh",))[1]) == 1


def test_every_fault_has_words() -> None:
    for wrong in WRONG:
        en, zh = wording({"wrong": wrong, "value": "v", "entry": "e", "key": "k"})
        assert en.count(". ") >= 1
        assert zh.endswith("。")


# Cards


def words(locale: str) -> Words:
    root = Path(__file__).parent.parent
    return read_words(read_center(root).settings)[0][locale]


def test_a_verified_contact_is_shown_in_full() -> None:
    contacts = parse(REGISTRY)
    zh = next(cards(["egret-phone"], contacts, words("zh"), "zh", TODAY))
    en = next(cards(["egret-phone"], contacts, words("en"), "en", TODAY))
    assert (zh.value, zh.url, zh.verified) == ("400-000-1234", "tel:+864000001234", True)
    assert zh.proof == "已核实：2026 年 11 月 1 日，来自 www.egretpay.example"
    assert en.proof == "Verified on November 1, 2026 from www.egretpay.example"
    assert (zh.brand, en.brand) == ("白鹭支付", "Egret Pay")
    assert (zh.hours, en.hours) == ("每天 9:00 到 21:00", "Daily 9 to 21")


def test_the_value_of_an_unverified_contact_never_reaches_a_template() -> None:
    contacts = parse(REGISTRY)
    late = dt.date(2028, 1, 1)
    for id, today in (("fraud-line", TODAY), ("egret-phone", late)):
        card = next(cards([id], contacts, words("zh"), "zh", today))
        value = contacts.by_id[id]
        assert not card.verified
        assert value.value not in str(card)
        assert value.shown not in str(card)
    expired = next(cards(["egret-phone"], contacts, words("en"), "en", late))
    assert expired.proof == (
        "Why it is not shown: it was last verified on November 1, 2026, too long ago."
    )


def test_a_card_says_how_far_it_can_be_trusted() -> None:
    contacts = parse(REGISTRY)
    late = dt.date(2028, 1, 1)
    for locale, expected in (
        ("zh", ["已核实", "先核对", "先在应用里核对"]),
        ("en", ["Verified", "Check first", "Check in the app first"]),
    ):
        today = list(cards(["egret-phone", "fraud-line"], contacts, words(locale), locale, TODAY))
        later = list(cards(["egret-phone"], contacts, words(locale), locale, late))
        assert [card.status for card in (*today, *later)] == expected


def test_an_unverified_contact_has_no_card() -> None:
    assert list(cards(["heron-rumour", "nobody"], parse(REGISTRY), words("en"), "en", TODAY)) == []


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2026-10-31", False),  # not verified yet
        ("2026-11-01", True),
        ("2027-10-31", True),  # the last day
        ("2027-11-01", False),
        ("2028-02-29", False),
    ],
)
def test_a_number_is_shown_from_the_day_it_was_verified_to_its_last_day(
    project: Path, day: str, shown: bool
) -> None:
    today = dt.date.fromisoformat(day)
    center = read_center(project, today)
    one = center.contacts.by_id["egret-phone"]
    for locale in ("zh", "en"):
        card = next(cards(["egret-phone"], center.contacts, words(locale), locale, today))
        assert card.verified == shown
        assert (one.shown in str(card)) == shown
    data = contacts_json(center, center.contacts, today)
    assert data["as_of"] == day
    assert (one.value in json.dumps(data)) == shown
    assert (one.id in [entry["id"] for entry in data["contacts"]]) == shown


def test_an_entry_is_due_and_a_finding_from_the_day_after_its_last(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = next(rule for rule in RULES if rule.name == "expired-contact")
    for day, epoch, late in (("2027-10-31", "1824940800", 0), ("2027-11-01", "1825027200", 12)):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        assert len(list(rule(read_center(project, dt.date.fromisoformat(day))))) == late
        assert command(project, "--due", "0") == 1
        out = capsys.readouterr().out
        assert out.count("expired on 2027-10-31") == late
        assert len(out.splitlines()) == 12


# Changes


def test_a_changed_number_without_a_newer_source_is_not_proven() -> None:
    after = parse(change('"+864000001234"', '"+864000005678"'))
    (found,) = changes(parse(REGISTRY), after)
    assert not found.proven
    assert found.en == "“egret-phone” was changed: value +864000001234 → +864000005678."
    assert found.zh == "“egret-phone”改了：内容 +864000001234 → +864000005678。"


def newer(text: str) -> str:
    for key in ("source_seen", "verified_on"):
        text = text.replace(f"{key}: 2026-11-01", f"{key}: 2026-11-15", 1)
    return text


def test_a_changed_number_with_a_newer_source_is_proven() -> None:
    after = parse(newer(change('"+864000001234"', '"+864000005678"')))
    (found,) = changes(parse(REGISTRY), after)
    assert found.proven
    assert "value +864000001234 → +864000005678; day the source was seen" in found.en


def test_a_new_name_is_no_way_around_a_newer_source() -> None:
    text = change("  egret-phone:", "  egret-hotline:")
    after = parse(text.replace('"+864000001234"', '"+864000005678"', 1))
    found = list(changes(parse(REGISTRY), after))
    assert [one.id for one in found] == ["egret-hotline"]
    assert not found[0].proven


def test_a_second_number_of_a_brand_needs_a_newer_source() -> None:
    begin, end = REGISTRY.index("  egret-phone:"), REGISTRY.index("  egret-short:")
    entry = REGISTRY[begin:end].replace("egret-phone", "egret-line").replace("1234", "5678")
    more = f"{REGISTRY.rstrip()}\n\n{entry}"
    (found,) = changes(parse(REGISTRY), parse(more))
    assert (found.id, found.proven) == ("egret-line", False)
    (found,) = changes(parse(REGISTRY), parse(f"{REGISTRY.rstrip()}\n\n{newer(entry)}"))
    assert (found.id, found.proven) == ("egret-line", True)


def test_words_about_a_source_may_be_put_right_without_a_newer_one() -> None:
    text = change(
        "    source_kind: owner\n", "    source_kind: owner\n    source_note: {zh: 好, en: ok}\n"
    )
    (found,) = changes(parse(REGISTRY), parse(text))
    assert found.proven


def test_the_words_of_an_entry_are_free_as_long_as_nobody_vouches_for_it() -> None:
    proven = {}
    for brand in ("egret-pay", "fraud-office"):
        begin = REGISTRY.index(f"    brand: {brand}\n")
        cut = REGISTRY.index("check: {zh: 打开应用里的帮助。", begin)
        text = REGISTRY[:cut] + REGISTRY[cut:].replace("打开应用里的帮助", "看应用里的帮助", 1)
        (found,) = changes(parse(REGISTRY), parse(text))
        proven[brand] = found.proven
    assert proven == {"egret-pay": False, "fraud-office": True}


def test_nothing_changed_gives_nothing() -> None:
    assert list(changes(parse(REGISTRY), parse("# a comment\n" + REGISTRY))) == []


# The command


def command(root: Path, *words: str, lang: str = "en") -> int:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    options = parser.parse_args(words)
    options.root = root
    return run(options, Speech(lang))


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 2026-11-22
    return write_site(tmp_path)


def test_the_command_lists_every_contact(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(project) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 12
    assert out.splitlines()[0].endswith("egret-phone: verified on 2026-11-01, 343 days left")
    assert err == "12 contacts, 10 verified.\n"
    assert command(project, lang="zh") == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[0].endswith("egret-phone: 2026-11-01 核实，还有 343 天到期")
    assert err == "12 个联系方式，10 个已核实。\n"


def test_the_command_tells_what_is_due(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(project, "--due", "30") == 0
    assert capsys.readouterr().err == "0 of 12 contacts are due within 30 days.\n"
    assert command(project, "--due", "343", "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert len(found) == 12
    assert found[0]["days_left"] == 343


def test_the_command_shows_what_changed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def git(*words: str) -> None:
        identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run(
            ["git", "-C", str(project), *identity, *words], check=True, capture_output=True
        )

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "a")
    assert command(project, "--changed", "HEAD") == 0
    assert capsys.readouterr() == ("", "0 changed.\n")
    path = project / "overrides/contacts.yml"
    path.write_text(change('"+864000001234"', '"+864000005678"'), "utf-8")
    assert command(project, "--changed", "HEAD") == 1
    assert capsys.readouterr().out == (
        "overrides/contacts.yml:25: “egret-phone” was changed: value +864000001234 → "
        "+864000005678. NO NEWER SOURCE.\n"
    )
    assert command(project, "--changed", "HEAD", lang="zh") == 1
    assert capsys.readouterr().out == (
        "overrides/contacts.yml:25: “egret-phone”改了：内容 +864000001234 → +864000005678。"
        " 来源没有更新！\n"
    )
    assert command(project, "--changed", "nowhere") == 2
    assert capsys.readouterr().err == (
        "Git knows no revision “nowhere” here. Give one, such as `main` or `HEAD~1`.\n"
    )


def test_a_revision_that_looks_like_an_option_is_refused(project: Path) -> None:
    assert command(project, "--changed=--output=x") == 2
    assert not (project / "x").exists()


def test_the_command_needs_a_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(tmp_path) == 2
    assert capsys.readouterr().err.startswith("There is no mkdocs.yml in ")


# JSON


def test_the_json_holds_verified_contacts_only(project: Path) -> None:
    center = read_center(project)
    data = contacts_json(center, center.contacts, TODAY)
    ids = [one["id"] for one in data["contacts"]]
    assert "egret-phone" in ids
    assert "fraud-line" not in ids
    assert "heron-rumour" not in ids
    assert data["as_of"] == "2026-11-22"
    assert contacts_json(center, center.contacts, dt.date(2028, 1, 1))["contacts"] == []
    assert json.loads(json.dumps(data)) == data


def test_the_json_is_what_its_schema_says(project: Path) -> None:
    center = read_center(project)
    data = contacts_json(center, center.contacts, TODAY)
    assert set(data) == set(SCHEMA["required"]) == set(SCHEMA["properties"])
    fields = SCHEMA["properties"]["contacts"]["items"]
    assert set(fields["required"]) == set(fields["properties"])
    for one in data["contacts"]:
        assert list(one) == fields["required"]
        assert one["kind"] in fields["properties"]["kind"]["enum"]


# Pages


def test_a_page_names_its_contacts_in_its_front_matter(tmp_path: Path) -> None:
    page = article("怎样退款？", "先问商户。\n", kind="guide", more="contacts: [egret-phone]\n")
    center = read_center(write_site(tmp_path, {"docs/zh/payments/refund.md": page}), TODAY)
    found = center.page("zh", "payments/refund")
    assert found is not None
    assert found.meta.contacts == ("egret-phone",)
