"""The room in real browsers: a presenter and two phones open, join, predict, reveal, compare; the server restarts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.choices import findings_of_axe
from tests.e2e.conftest import SIZES, Server, Watch
from tests.e2e.panel import number, open_panel, ready

COVERAGE = "mecg.coverage"
HOSTILE = '<img src=x onerror="window.hit=1">ກ'
HEAVIEST = 150_000
# What a finger cannot hit. The panel's own levers are its own affair: the name shares its row with the slider.
SMALL = """() => [...document.querySelectorAll("button, a, input, select")]
  .filter((n) => n.offsetParent !== null && !n.disabled && !n.matches(".sp-lp-name, .sp-lp-number"))
  .map((n) => [n.outerHTML.slice(0, 90), n.getBoundingClientRect()])
  .filter(([, b]) => b.width && b.height < 43.5).map(([name, b]) => `${name} ${b.height}`)"""


@contextmanager
def device(browser: Browser, size: str = "phone", clean: bool = True, **more: object) -> Iterator[Page]:
    """A device of its own; `clean`: it must log no error. None may speak to another host."""
    width, height = SIZES[size]
    context: BrowserContext = browser.new_context(viewport={"width": width, "height": height}, **more)  # type: ignore[arg-type]
    page = context.new_page()
    watch = Watch(page)
    yield page
    context.close()
    assert not watch.outside, f"requests left the machine: {watch.outside}"
    assert not (clean and watch.errors), f"console errors: {watch.errors}"


def come_in(desk: Page) -> None:
    desk.get_by_test_id("editor-code").fill("k7qm 2xhd")
    desk.get_by_test_id("editor-name").fill("ທ່ານ ສົມພອນ")
    desk.locator(".room-door .room-primary").click()


def open_room(desk: Page, mortal: Server, query: str = f"s=mecg_to_scale&v=1&{COVERAGE}=0.6") -> str:
    desk.goto(f"{mortal.address}/room-desk?lang=en&{query}")
    come_in(desk)
    desk.get_by_test_id("open").click()
    return desk.get_by_test_id("room-code").inner_text()


def join(phone: Page, mortal: Server, code: str, language: str = "en") -> None:
    phone.goto(f"{mortal.address}/room?c={code}&lang={language}")
    expect(phone.locator(f'body[data-joined="{code}"]')).to_be_attached()
    expect(phone.get_by_test_id("stage")).to_be_visible()


def ask(desk: Page) -> None:
    desk.get_by_test_id("tab-question").click()
    desk.get_by_test_id("ask").get_by_role("button").click()
    expect(desk.get_by_test_id("standing")).to_be_visible()


def answer(phone: Page, keys: int) -> str:
    """Answer with the keyboard alone; return what the phone says it kept."""
    slider = phone.get_by_test_id("answer")
    expect(slider).to_be_visible(timeout=15_000)
    slider.focus()
    for _ in range(abs(keys)):
        slider.press("ArrowRight" if keys > 0 else "ArrowLeft")
    phone.get_by_test_id("send-answer").press("Enter")
    expect(phone.get_by_test_id("answer-said")).to_contain_text("Your answer:")
    return phone.locator(".room-value").inner_text()


def send(phone: Page, name: str, coverage: str) -> None:
    phone.get_by_test_id("mode-explore").click()
    number(phone, COVERAGE).fill(coverage)
    number(phone, COVERAGE).press("Enter")
    phone.get_by_test_id("send-scenario").click()
    phone.get_by_test_id("name").fill(name)
    phone.get_by_role("button", name="Send under this name").click()
    expect(phone.get_by_test_id("scenario-said")).to_contain_text(f"Sent as “{name}”", timeout=15_000)


def test_open_join_predict_reveal_compare_close(mortal: Server, browser: Browser) -> None:
    with device(browser, "projector") as desk, device(browser) as first, device(browser) as second:
        code = open_room(desk, mortal)
        join(first, mortal, code)
        join(second, mortal, code)
        expect(desk.get_by_test_id("phones")).to_have_text("2", timeout=15_000)
        expect(first.locator(".room-moved")).to_contain_text("Coverage reached 60%")

        ask(desk)
        answer(first, -20)
        changed = answer(first, 5)
        answer(second, 10)
        expect(desk.get_by_test_id("answers")).to_have_text("2", timeout=15_000)
        expect(first.get_by_test_id("histogram")).to_be_hidden()
        expect(first.get_by_test_id("stage")).to_be_hidden()  # nor is the result in sight

        desk.get_by_test_id("next").click()
        for page in (desk, first, second):
            histogram = page.get_by_test_id("histogram")
            expect(histogram).to_be_visible(timeout=15_000)
            expect(histogram.locator(".room-bars em")).to_have_count(2)
            expect(histogram.locator(".room-model")).to_be_hidden()
        expect(first.get_by_test_id("histogram")).to_have_attribute("aria-label", re.compile(re.escape(changed)))
        desk.get_by_test_id("next").click()
        for page in (desk, first, second):
            expect(page.get_by_test_id("histogram").locator(".room-model b")).to_have_text(
                "Model: 0.041% of GDP", timeout=15_000
            )
        first.get_by_role("button", name="Go on to the levers").click()
        expect(first.get_by_test_id("stage")).to_be_visible()
        desk.get_by_test_id("next").click()
        expect(second.get_by_test_id("stage")).to_be_visible(timeout=15_000)

        send(first, HOSTILE, "90")
        send(second, "Savannakhet", "30")
        desk.get_by_test_id("tab-overlay").click()
        rows = desk.get_by_test_id("overlay-table").locator("tbody tr")
        expect(rows).to_have_count(4, timeout=15_000)
        expect(rows.nth(2)).to_contain_text(HOSTILE)
        assert desk.evaluate("window.hit") is None and desk.locator("[onerror]").count() == 0
        expect(desk.get_by_test_id("overlay").locator(".room-line-name")).to_have_count(4)
        cells = [float(text) for text in rows.nth(2).locator("td").all_inner_texts()[:-1]]
        lower = [float(text) for text in rows.nth(3).locator("td").all_inner_texts()[:-1]]
        assert max(cells) == pytest.approx(3 * max(lower), rel=0.05)  # 90 % against 30 %
        rows.nth(2).get_by_role("button", name="Take off").click()
        expect(rows).to_have_count(3)

        desk.get_by_test_id("close").click()
        desk.get_by_test_id("close").click()
        expect(first.get_by_test_id("closed")).to_be_visible(timeout=15_000)
        expect(desk.get_by_test_id("open")).to_be_visible()


def test_phones_follow_what_the_editor_commits_on_the_scenarios_page(mortal: Server, browser: Browser) -> None:
    with device(browser, "projector") as desk, device(browser) as phone:
        code = open_room(desk, mortal)
        join(phone, mortal, code)
        panel = desk.context.new_page()
        open_panel(panel, mortal.address)
        expect(panel.get_by_test_id("room-part")).to_contain_text(f"Room {code} is open", timeout=15_000)
        number(panel, COVERAGE).fill("75")
        number(panel, COVERAGE).press("Enter")
        expect(phone.locator(".room-moved")).to_contain_text("Coverage reached 75%", timeout=15_000)
        people = panel.get_by_test_id("tile-people").locator(".sp-lp-value").inner_text()
        expect(phone.get_by_test_id("tile-people").locator(".sp-lp-value")).to_have_text(people)
        phone.get_by_test_id("mode-explore").click()
        number(phone, COVERAGE).fill("20")
        number(phone, COVERAGE).press("Enter")
        number(panel, COVERAGE).fill("80")
        number(panel, COVERAGE).press("Enter")
        phone.wait_for_timeout(3000)
        expect(number(phone, COVERAGE)).to_have_value("20")  # who explores is left alone
        phone.reload()
        expect(number(phone, COVERAGE)).to_have_value("20", timeout=15_000)
        phone.get_by_test_id("mode-follow").click()
        expect(phone.locator(".room-moved")).to_contain_text("Coverage reached 80%")


def test_a_viewer_s_levers_are_not_followed(mortal: Server, browser: Browser) -> None:
    with device(browser, "projector") as desk, device(browser) as phone, device(browser, "laptop") as viewer:
        code = open_room(desk, mortal)
        join(phone, mortal, code)
        open_panel(viewer, mortal.address, query=f"s=mecg_to_scale&v=1&{COVERAGE}=0.1")
        expect(viewer.get_by_test_id("room-part")).to_contain_text("Only the editor")
        ready(viewer)
        phone.wait_for_timeout(2500)
        expect(phone.locator(".room-moved")).to_contain_text("Coverage reached 60%")


def test_a_server_killed_in_the_middle_loses_nothing(mortal: Server, browser: Browser) -> None:
    with (
        device(browser, "projector", clean=False) as desk,
        device(browser, clean=False) as first,
        device(browser, clean=False) as second,
    ):
        code = open_room(desk, mortal)
        join(first, mortal, code)
        join(second, mortal, code)
        send(first, "Vientiane", "90")
        first.get_by_test_id("mode-follow").click()
        ask(desk)
        answer(first, -20)
        expect(second.get_by_test_id("answer")).to_be_visible(timeout=15_000)
        mortal.kill()
        expect(first.get_by_test_id("reconnecting")).to_be_visible(timeout=30_000)
        second.get_by_test_id("answer").focus()
        second.get_by_test_id("answer").press("ArrowRight")
        second.get_by_test_id("send-answer").click()  # while nobody hears it
        expect(second.get_by_test_id("answer-said")).to_contain_text("Sending")
        mortal.start()
        expect(first.get_by_test_id("reconnecting")).to_be_hidden(timeout=30_000)
        expect(second.get_by_test_id("answer-said")).to_contain_text("Your answer:", timeout=30_000)
        come_in(desk)  # a server that was started anew asks for the code again
        expect(desk.get_by_test_id("room-code")).to_have_text(code, timeout=15_000)
        expect(desk.get_by_test_id("answers")).to_have_text("2", timeout=15_000)
        expect(desk.get_by_test_id("phones")).to_have_text("2", timeout=15_000)
        desk.get_by_test_id("tab-overlay").click()
        expect(desk.get_by_test_id("overlay-table")).to_contain_text("Vientiane")


@pytest.mark.parametrize("language", ["en", "lo"])
def test_a_phone_s_page_is_light_fits_and_is_easy_to_touch(mortal: Server, browser: Browser, language: str) -> None:
    with device(browser, "projector") as desk, device(browser, reduced_motion="reduce") as phone:
        code = open_room(desk, mortal, "s=high_road")  # the largest pack of the library
        join(phone, mortal, code, language)
        phone.wait_for_timeout(1500)
        entries = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        sizes = phone.evaluate(f"{entries}.map((e) => [e.name, e.transferSize])")
        assert sum(size for _, size in sizes) <= HEAVIEST, sizes
        assert not any("plotly" in name for name, _ in sizes)
        assert phone.evaluate("document.documentElement.lang") == language

        def looked_at() -> None:
            assert phone.evaluate("document.documentElement.scrollWidth") <= SIZES["phone"][0]
            assert not phone.evaluate(SMALL)
            assert not findings_of_axe(phone)

        looked_at()
        phone.get_by_test_id("mode-explore").click()
        looked_at()
        ask(desk)
        expect(phone.get_by_test_id("answer")).to_be_visible(timeout=15_000)
        looked_at()
        desk.get_by_test_id("next").click()
        expect(phone.get_by_test_id("histogram")).to_be_visible(timeout=15_000)
        desk.get_by_test_id("next").click()
        looked_at()
        assert not findings_of_axe(desk)
        desk.get_by_test_id("tab-overlay").click()
        assert not findings_of_axe(desk)
        duration = phone.locator(".room-bars i").first.evaluate("(n) => getComputedStyle(n).transitionDuration")
        assert duration == "0s"


def test_a_wrong_code_leads_back_to_the_door(mortal: Server, browser: Browser) -> None:
    with device(browser, "projector") as desk, device(browser) as phone:
        code = open_room(desk, mortal)
        wrong = "AAAA" if code != "AAAA" else "BBBB"
        phone.goto(f"{mortal.address}/room?c={wrong}&lang=en")
        expect(phone.get_by_role("alert")).to_have_text("No room with this code is open.")
        assert phone.evaluate("document.documentElement.scrollWidth") <= SIZES["phone"][0]
        assert not findings_of_axe(phone)
        phone.wait_for_timeout(5000)  # it does not ask on
        phone.get_by_test_id("code").fill(code.lower())
        phone.get_by_role("button", name="Join").click()
        expect(phone.get_by_test_id("stage")).to_be_visible()
        expect(desk.get_by_test_id("refused")).to_have_text("Refused requests: 1", timeout=15_000)
