"""Search as readers use it: the dialog, the home page's box, from a server and from a folder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from built import Built
from helpcenter.content.center import Center
from helpcenter.content.words import read_words
from helpcenter.search.engine import Engine
from helpcenter.search.queries import read_queries

from .conftest import Host, Watch

INPUT = "dialog[open] input"
HITS = "dialog[open] .search-hit > a"
ASK = """async (queries) => {
  const found = [];
  for (const [locale, query] of queries) {
    const answer = await helpcenterSearch.answer(locale, query, 10, () => false);
    found.push([query, answer.hits.map((hit) => hit.address), answer.suggestion]);
  }
  return found;
}"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    # A service worker would answer before a route of ours is asked.
    context = browser.new_context(viewport={"width": 1000, "height": 800}, service_workers="block")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def ask(page: Page, query: str) -> None:
    """Open the dialog and type."""
    page.locator("[data-search-open]").click()
    page.fill(INPUT, query)


def ranking(page: Page, address: str, queries: list[tuple[str, str]]) -> Any:
    """What the page at `address` answers."""
    page.goto(address)
    ask(page, "退款")
    page.locator(HITS).first.wait_for()
    return page.evaluate(ASK, queries)


def test_server_folder_and_terminal_rank_alike(
    page: Page, host: Host, built: Built, center: Center
) -> None:
    queries, _ = read_queries(center.settings)
    asked = [(query.locale, query.text) for query in queries]
    served = ranking(page, host.url, asked)
    opened = ranking(page, (built.folder / "index.html").as_uri(), asked)
    assert opened == served
    engine = Engine(center, read_words(center.settings)[0])
    answers = [engine.answer(text, locale) for locale, text in asked]
    assert served == [
        [one.query, [hit.address for hit in one.hits], one.suggestion] for one in answers
    ]


def test_a_folder_answers_without_any_network(browser: Browser, built: Built) -> None:
    context = browser.new_context()
    page = context.new_page()
    requests: list[str] = []
    faults: list[str] = []
    page.on("request", lambda one: requests.append(one.url))
    page.on("console", lambda one: faults.append(one.text))
    page.on("pageerror", lambda one: faults.append(str(one)))
    page.goto((built.folder / "payments/refund/index.html").as_uri())
    ask(page, "密码忘了")
    assert page.locator(HITS).first.inner_text().startswith("忘了密码怎么办？")
    assert faults == []
    assert all(url.startswith("file:///") for url in requests)
    context.close()


def test_nothing_of_the_engine_is_loaded_before_it_is_used(
    watched: tuple[BrowserContext, Watch], host: Host
) -> None:
    context, watch = watched
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda one: requests.append(one.url))
    page.goto(f"{host.url}payments/refund/", wait_until="networkidle")
    loaded = [url.rpartition("/")[2] for url in requests if "search" in url]
    assert sorted(loaded) == ["search-box.js", "search-dialog.js", "search.css"]
    ask(page, "退款")
    page.locator(HITS).first.wait_for()
    assert watch.faults == []


def test_a_result_shows_question_answer_topic_and_marks(page: Page, host: Host) -> None:
    page.goto(f"{host.url}payments/refund/")
    ask(page, "密码忘了")
    hit = page.locator("dialog .search-hit").first
    assert hit.locator(".search-question").inner_text() == "忘了密码怎么办？"
    assert "忘了密码" in hit.locator("mark").all_inner_texts()[0]
    assert hit.locator(".search-topic").inner_text() == "账户"
    hit.locator("a").first.click()
    page.wait_for_url(f"{host.url}account/forgot-password/")


def test_the_step_that_fits_is_shown_and_opened(page: Page, host: Host) -> None:
    page.goto(f"{host.url}en/")
    ask(page, "top up bank charge")
    page.locator(HITS, has_text="My top-up has not arrived").click()
    page.wait_for_url(f"{host.url}en/balance/topup-not-arrived/#check-bank-charge")


def test_letters_being_composed_are_searched_already(page: Page, host: Host) -> None:
    page.goto(host.url)
    page.locator("[data-search-open]").click()
    session = page.context.new_cdp_session(page)
    for text in ("wang", "wang ji", "wang ji mi ma"):
        session.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
    page.locator(HITS, has_text="忘了密码").first.wait_for()
    assert page.locator(INPUT).evaluate("one => one === document.activeElement")
    session.send("Input.insertText", {"text": "忘记密码"})
    assert page.locator(HITS).first.inner_text().startswith("忘了密码怎么办？")


def test_pasted_and_dictated_text_is_searched(page: Page, host: Host) -> None:
    page.goto(host.url)
    page.keyboard.press("Control+k")
    page.keyboard.insert_text("我的钱没到怎么办。")
    page.locator(HITS, has_text="充值没到账").first.wait_for()


@pytest.mark.parametrize("key", ["Control+k", "Meta+k", "/"])
def test_a_key_opens_the_dialog(page: Page, host: Host, key: str) -> None:
    page.goto(f"{host.url}payments/refund/")
    page.keyboard.press(key)
    assert page.locator(INPUT).evaluate("one => one === document.activeElement")
    page.keyboard.type("a/b")
    assert page.input_value(INPUT) == "a/b"


def test_a_link_with_a_query_shows_its_results(page: Page, host: Host) -> None:
    page.goto(f"{host.url}?q=退款")
    page.locator(".search-inline .search-hit").first.wait_for()
    assert page.input_value("[data-search-form] input") == "退款"
    page.goto(f"{host.url}en/payments/refund/?q=charged twice")
    assert "twice" in page.locator(HITS).first.inner_text()


def test_the_home_pages_query_can_be_shared_and_survives_going_back(page: Page, host: Host) -> None:
    page.goto(host.url)
    page.fill("[data-search-form] input", "退款")
    page.locator(".search-inline .search-hit > a").first.click()
    page.wait_for_url("**/payments/refund/")
    page.go_back()
    page.locator(".search-inline .search-hit").first.wait_for()
    assert page.url.endswith("?q=%E9%80%80%E6%AC%BE")


def test_did_you_mean_is_one_tap(page: Page, host: Host) -> None:
    page.goto(host.url)
    ask(page, "忘记秘码")
    page.locator("dialog .search-suggestion button", has_text="忘记密码").click()
    assert page.input_value(INPUT) == "忘记密码"
    page.locator(HITS).first.wait_for()
    assert not page.locator("dialog .search-suggestion").is_visible()


def test_no_result_leads_to_help(page: Page, host: Host) -> None:
    page.goto(host.url)
    ask(page, "qqqqqq")
    page.locator("dialog .search-status", has_text="没找到“qqqqqq”").wait_for()
    assert page.locator("dialog .search-urgent a").count() >= 3
    assert page.locator("dialog .search-topics a[href*=support]").is_visible()


def test_an_english_question_on_the_chinese_site_offers_the_english_page(
    page: Page, host: Host
) -> None:
    page.goto(host.url)
    ask(page, "forgot password")
    other = page.locator("dialog .search-hit").first.locator(".search-other")
    assert other.get_attribute("lang") == "en"
    assert other.inner_text().startswith("English: ")
    other.click()
    page.wait_for_url(f"{host.url}en/account/forgot-password/")


def test_a_page_without_translation_says_its_language(page: Page, odd: Host) -> None:
    page.goto(f"{odd.url}en/")
    ask(page, "退款迟迟不到")
    hit = page.locator("dialog .search-hit").first
    assert hit.locator("a").first.get_attribute("lang") == "zh-Hans"
    assert "中文" in hit.locator(".search-topic").inner_text()


@pytest.mark.parametrize(
    "query",
    ["<img src=x onerror=alert(1)>", "退款<script>alert(1)</script>", "\"'><b>退款", "&lt;"],
)
def test_markup_is_only_text(page: Page, host: Host, query: str) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda one: dialogs.append(one.message) or one.dismiss())
    page.goto(host.url)
    ask(page, query)
    page.wait_for_timeout(800)
    inside = page.locator("dialog .search-panel").evaluate(
        "one => [...one.querySelectorAll('img, script, b')].length"
    )
    assert (inside, dialogs) == (0, [])


def test_markup_in_the_index_is_only_text(page: Page, host: Host) -> None:
    evil = "<img src=x onerror=alert(1)>退款"

    def answer(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=text.replace("怎样申请退款？", json.dumps(evil)[1:-1]))

    page.route("**/assets/search/zh-p*.js", answer)
    page.goto(host.url)
    ask(page, "退款")
    assert page.locator("dialog .search-question").first.inner_text() == evil
    assert page.locator("dialog img").count() == 0


def test_results_are_not_said_to_be_on_their_way(page: Page, host: Host) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/assets/search/zh-p*.js", hold)
    page.goto(host.url)
    ask(page, "退款")
    page.locator("dialog .search-status", has_text="正在打开搜索").wait_for()
    # Sooner than a count is said to people who type on.
    page.evaluate(
        """() => {
          const [list, status] = ["hits", "status"]
            .map((part) => document.querySelector(`dialog .search-${part}`));
          window.said = new Promise((tell) => new MutationObserver(
            () => setTimeout(() => tell(status.textContent), 50),
          ).observe(list, { childList: true }));
        }"""
    )
    for route in held:
        route.continue_()
    assert "个结果" in page.evaluate("window.said")


@pytest.mark.parametrize("file", ["zh.js", "tables-*.js", "zh-t*.js", "zh-p*.js"])
@pytest.mark.parametrize("body", [None, "", "}{", 'helpcenterSearch.add("zh","zh-t0","x")'])
def test_a_missing_or_broken_file_says_so_and_offers_the_topics(
    page: Page, host: Host, file: str, body: str | None
) -> None:
    page.route(
        f"**/assets/search/{file}",
        lambda route: route.abort() if body is None else route.fulfill(body=body),
    )
    page.goto(host.url)
    ask(page, "退款")
    page.locator("dialog .search-status", has_text="搜索没能打开").wait_for()
    assert page.locator("dialog .search-topics a").first.is_visible()
    page.unroute(f"**/assets/search/{file}")
    page.fill(INPUT, "退款怎么")
    page.locator(HITS).first.wait_for()


def test_values_that_mean_nothing_say_so_too(page: Page, host: Host) -> None:
    def answer(route: Route) -> None:
        name = Path(route.request.url).stem
        route.fulfill(body=f'helpcenterSearch.add("zh","{name}",5);')

    page.route("**/assets/search/zh-p*.js", answer)
    page.goto(host.url)
    ask(page, "退款")
    page.locator("dialog .search-status", has_text="搜索没能打开").wait_for()


def test_without_scripts_the_home_page_leads_to_every_topic(
    browser: Browser, host: Host, center: Center
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host.url)
    assert not page.locator("[data-search-open]").is_visible()
    for topic in center.topics("zh"):
        assert page.locator(f"main a[href='{topic.path}/']").first.is_visible(), topic.path
    context.close()


def test_the_error_page_searches_too(page: Page, host: Host) -> None:
    page.goto(f"{host.url}no/such/page/")
    ask(page, "退款")
    assert page.locator(HITS).first.get_attribute("href") == f"{host.url}payments/refund/"
