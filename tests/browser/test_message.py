"""The message to support: written in both languages, kept by nobody, free of secrets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from built import Built
from conftest import ROOT

from .conftest import Host, Watch
from .kinds import KINDS

EXAMPLES: dict[str, list[Any]] = yaml.safe_load(
    (ROOT / "tests/browser/secrets.yml").read_text("utf-8")
)
CHINESE = """\
您好！

我用的钱包：PayPal。遇到的问题：转错了人。

时间：2026 年 11 月 20 日 21:05
金额：200 CNY
屏幕上的提示：Payee frozen
我已经试过：联系过商户；联系过发卡银行

请帮我：取消这笔交易。

请告诉我受理编号、还需要我补充什么，以及大概什么时候能有答复。\
为了安全，我不会提供密码、验证码、完整卡号和助记词。

谢谢！"""
ENGLISH = """\
Hello,

I use PayPal and I have a problem: I sent money to the wrong person.

When: November 20, 2026 21:05
Amount: 200 CNY
What the screen said: Payee frozen
What I have tried: contacted the merchant; contacted my card issuer

Could you please cancel this transaction?

Please give me a case number, and tell me what else you need and when I can expect an answer. \
For security, I will not share passwords, verification codes, full card numbers or recovery phrases.

Thank you."""


@pytest.fixture
def page(browser: Browser, host: Host) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{host.url}en/{KINDS['message']}")
    yield page
    context.close()


def fill(page: Page) -> None:
    page.locator("#message-wallet").fill("PayPal")
    page.locator("#message-what").select_option("5")
    page.locator("#message-day").fill("2026-11-20")
    page.locator("#message-time").fill("21:05")
    page.locator("#message-amount").fill("200 CNY")
    page.locator("#message-error").fill("Payee frozen")
    page.locator("[data-tried]").nth(3).check()
    page.locator("[data-tried]").nth(4).check()
    page.locator("#message-wish").select_option("2")


def written(page: Page, lang: str) -> str:
    text: str = page.locator(f"[data-text][lang={lang}]").evaluate("one => one.textContent")
    return text


def test_the_message_is_written_in_both_languages_at_once(page: Page) -> None:
    fill(page)
    assert written(page, "zh-Hans") == CHINESE
    assert written(page, "en") == ENGLISH
    assert page.locator("[data-text][lang=zh-Hans] span[lang=en]").inner_text() == "Payee frozen"


def test_an_empty_form_shows_what_belongs_where(page: Page) -> None:
    assert "[Wallet or app]" in written(page, "en")
    assert "【钱包或应用】" in written(page, "zh-Hans")
    fill(page)
    page.locator("[data-again]").click()
    assert "[Wallet or app]" in written(page, "en")
    assert page.locator("#message-wallet").evaluate("one => one === document.activeElement")
    assert page.locator("[data-said]").inner_text() == "Everything was cleared"


def test_the_message_is_copied(browser: Browser, host: Host) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{host.url}en/{KINDS['message']}")
    fill(page)
    for place, text in ((0, ENGLISH), (1, CHINESE)):
        page.locator("[data-copy]").nth(place).click()
        page.wait_for_function("document.querySelector('[data-said]').textContent === 'Copied'")
        assert page.evaluate("navigator.clipboard.readText()") == text
    context.close()


def test_nothing_is_sent_or_kept(browser: Browser, host: Host) -> None:
    context = browser.new_context()
    watch = Watch(context, host.url)
    page = context.new_page()
    page.goto(f"{host.url}en/{KINDS['message']}", wait_until="networkidle")
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.url))
    fill(page)
    page.locator("#message-wallet").press("Enter")
    page.wait_for_timeout(200)
    assert [one for one in sent if "favicon" not in one] == []
    assert page.url == f"{host.url}en/{KINDS['message']}"
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    page.goto(host.url)
    page.go_back()
    assert page.locator("#message-wallet").input_value() == ""
    # Browsers break off the request for the icon when one leaves the page.
    assert [one for one in watch.faults if "favicon" not in one] == []
    context.close()


def test_a_secret_is_stopped_and_said(page: Page) -> None:
    field, stop = page.locator("#message-own"), page.locator("#message-own-stop")
    assert stop.get_attribute("role") == "alert"
    field.fill("my card is 4111 1111 1111 1111")
    assert stop.inner_text() == (
        "This looks like a full card number. Others could pay with it; support needs the last "
        "four digits at most. Please delete the rest. Left out of the message."
    )
    assert field.get_attribute("aria-invalid") == "true"
    assert "message-own-stop" in (field.get_attribute("aria-describedby") or "")
    for lang in ("en", "zh-Hans"):
        assert "4111" not in written(page, lang)
    field.fill("my card ends in 1111")
    assert stop.inner_text() == ""
    assert field.get_attribute("aria-invalid") is None
    assert "my card ends in 1111" in written(page, "zh-Hans")


def test_it_is_said_in_the_readers_language(page: Page, host: Host) -> None:
    page.goto(host.url + KINDS["message"])
    page.locator("#message-own").fill("验证码 123456")
    assert page.locator("#message-own-stop").inner_text() == (
        "这像是验证码或支付密码。别人有了它就能登录、付款，客服不需要。请把它删掉。 没有写进去。"
    )


def test_the_first_digits_of_an_order_number_are_no_code_yet(page: Page) -> None:
    field, stop = page.locator("#message-number"), page.locator("#message-number-stop")
    field.press_sequentially("829103")
    assert stop.inner_text() == ""
    field.press("Tab")
    assert "verification code" in stop.inner_text()
    assert "829103" not in written(page, "en")


def test_secrets_are_told_from_what_support_needs(page: Page) -> None:
    wanted, judged = {}, {}
    for kind, examples in EXAMPLES.items():
        for one in examples:
            field, text = (one["field"], one["text"]) if isinstance(one, dict) else ("own", one)
            wanted[f"{field}: {text}"] = "" if kind == "allowed" else kind
            call = "([text, field]) => helpcenterMessage.secret(text, field, true)"
            judged[f"{field}: {text}"] = page.evaluate(call, [text, field])
    assert len(wanted) >= 80
    assert judged == wanted


def test_it_works_from_a_folder_without_network(browser: Browser, built: Built) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto((built.folder / "en" / KINDS["message"] / "index.html").as_uri())
    fill(page)
    assert written(page, "zh-Hans") == CHINESE
    page.locator("#message-own").fill("my password is hunter2")
    assert "hunter2" not in written(page, "en")
    context.close()


def test_every_contact_section_leads_to_it(built: Built) -> None:
    found = 0
    for name in built.pages():
        html = built.html(name)
        if any("contacts" in tag.attributes.get("class", "").split() for tag in html.tags):
            links = [tag.attributes.get("href", "") for tag in html.all("a")]
            assert any(link.endswith("write-to-support/") for link in links), name
            found += 1
    assert found >= 4


def test_both_languages_offer_the_same_choices(page: Page) -> None:
    for key in ("what", "tried", "wish"):
        counts = page.locator("[data-text]").evaluate_all(
            f"all => all.map((one) => one.dataset.{key}.trim().split('\\n').length)"
        )
        assert len(set(counts)) == 1, key
