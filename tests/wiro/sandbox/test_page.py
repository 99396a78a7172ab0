"""The page for people, in a headless Chromium. Run it with `tox -e page`; without a Chromium it is skipped loudly."""

from __future__ import annotations

import http.server
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import tests.support
from tests.support.browser import Page, start_chromium
from tests.support.http_server import FaultyServer, Reply
from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver import Chrome

pytestmark = pytest.mark.browser

_VIEWS = ("runs", "agents", "traffic", "wallet", "faults")
_ATTACK = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"
_SUPPORT = Path(next(iter(tests.support.__path__)))


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    browser = start_chromium(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.quit()


@pytest.fixture
def page(browser: Chrome, sandbox: Sandbox) -> Iterator[Page]:
    page = Page(browser, sandbox.base_url.removesuffix("/v1"))
    page.emulate()
    page.open()
    yield page
    # A refused request is the browser's business to report; anything else is a mistake in the page.
    mistakes = [entry for entry in browser.get_log("browser") if entry["source"] != "network"]
    assert mistakes == []
    elsewhere = page.run("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert [address for address in elsewhere if not address.startswith(page.origin)] == []


def run_model(page: Page, model: str, **fields: str) -> Any:
    """Start a run through the form and return the card of its task."""
    before = len(page.all(".task"))
    page.css(f"input[value='{model}']").click()
    for label, value in fields.items():
        page.fill(label.replace("_", " "), value)
    page.button("Run").click()
    page.wait(lambda: len(page.all(".task")) > before)
    return page.css(".task")


def test_a_run_shows_progress_and_then_its_picture(page: Page, sandbox: Sandbox) -> None:
    page.css("input[value='sandbox/image']").click()
    page.field("Prompt (required)").send_keys("A lake at dawn")
    page.fill("Run time", "60")
    page.button("Run").click()
    seen = page.wait(lambda: page.run("return document.querySelector('.task progress')?.getAttribute('value')"))
    assert 0 <= float(seen) <= 100
    assert page.css(".task .prompt").text == "A lake at dawn"
    page.wait(lambda: page.css(".task .badge").text == "Succeeded")
    page.wait(lambda: page.run("return document.querySelector('.task img')?.naturalWidth") == 512)
    assert "$0.03" in page.css(".task .facts").text
    assert "Succeeded" in page.run("return document.getElementById('announcer').textContent")
    assert page.css("#balance").text == "$299.97"
    (submission,) = sandbox.books.submissions
    assert (submission.model, submission.parameters["prompt"]) == ("sandbox/image", "A lake at dawn")
    # Looking at the picture is no download of a client.
    assert sandbox.books.counts["files_download"] == 0


def test_a_file_is_sent_with_the_run(page: Page, sandbox: Sandbox, tmp_path: Path) -> None:
    picture = tmp_path / "face.txt"
    picture.write_text("not really a face")
    page.css("input[value='sandbox/image-edit']").click()
    page.css("input[type='file']").send_keys(str(picture))
    run_model_fields = {"Prompt (required)": "younger", "Run time": "1"}
    for label, value in run_model_fields.items():
        page.fill(label, value)
    page.button("Run").click()
    page.wait(lambda: page.css(".task .badge").text == "Succeeded")
    assert sandbox.books.submissions[0].parameters["inputImage"].endswith("/face.txt")


def test_a_language_model_answers_as_text(page: Page) -> None:
    run_model(page, "sandbox/language", **{"Prompt_(required)": "Why?"})
    page.wait(lambda: "You asked: Why?" in page.css(".task .answer").text)
    page.css(".task .thinking summary").click()
    assert "The question has 1 words" in page.css(".task .thinking pre").text


def test_a_queued_run_is_cancelled(page: Page, sandbox: Sandbox) -> None:
    run_model(page, "sandbox/queued")
    page.wait(lambda: page.css(".task .badge").text == "Queued")
    page.button("Cancel").click()
    page.wait(lambda: page.css(".task .badge").text == "Cancelled")
    assert [stop.taskid for stop in sandbox.books.cancels] == [sandbox.books.submissions[0].taskid]
    assert not any(button.is_displayed() for button in page.all(".task .card-head button"))


def test_a_running_run_is_killed(page: Page, sandbox: Sandbox) -> None:
    run_model(page, "sandbox/image", **{"Prompt_(required)": "long", "Run_time": "3600"})
    page.wait(lambda: page.button("Kill")).click()
    page.wait(lambda: page.css(".task .badge").text == "Cancelled")
    assert len(sandbox.books.kills) == 1


def test_a_failed_run_tells_why(page: Page) -> None:
    run_model(page, "sandbox/failing", **{"Prompt_(required)": "x", "Exit_code": "7"})
    page.wait(lambda: page.css(".task .badge").text == "Failed, exit code 7")
    assert "RuntimeError" in page.css(".task .stderr").text


def test_the_wallet_is_topped_up(page: Page, sandbox: Sandbox) -> None:
    page.go("wallet")
    page.fill("Amount in USD", "12.50")
    page.button("Top up").click()
    page.wait(lambda: page.css(".big-number").text == "$312.50")
    page.button("+$50").click()
    page.wait(lambda: page.css("#balance").text == "$362.50")
    rows = [row.text for row in page.all("#view-wallet tbody tr")]
    assert ["+$50.00 $362.50" in rows[0], "Top-up" in rows[1], len(rows)] == [True, True, 2]


def test_a_fault_is_injected_met_and_removed(page: Page, sandbox: Sandbox) -> None:
    page.go("faults")
    page.choose("What goes wrong", "Answer with an error")
    page.choose("Operation", "runs_create")
    page.fill("How often", "2")
    page.button("Inject fault").click()
    page.wait(lambda: page.css("#view-faults .card").text.endswith("status 503 · 0 of 2 used"))
    assert (sandbox.faults.rules[0].operation, sandbox.faults.rules[0].times) == ("runs_create", 2)
    page.go("runs")
    page.css("input[value='sandbox/queued']").click()
    page.button("Run").click()
    page.wait(lambda: "HTTP 503" in page.css("#run-panel .problem").text)
    assert sandbox.books.submissions == []
    page.go("faults")
    page.wait(lambda: "1 of 2 used" in page.css("#view-faults .card").text)
    page.button("Remove all").click()
    page.wait(lambda: not page.all("#view-faults .card"))
    assert sandbox.faults.rules == ()


def test_the_clock_is_set(page: Page) -> None:
    assert page.run("return document.getElementById('clock').value") == "50"
    from selenium.webdriver.support.select import Select

    for speed in (200, 50):
        Select(page.css("#clock")).select_by_value(str(speed))
        page.wait(lambda: page.run("return fetch('/_sandbox').then((a) => a.json())")["time_scale"] == speed)  # noqa: B023


def test_sound_can_be_played_and_film_is_seen(page: Page) -> None:
    run_model(page, "sandbox/text-to-speech", **{"Prompt_(required)": "hello"})
    run_model(page, "sandbox/video", **{"Prompt_(required)": "waves"})
    page.wait(lambda: page.run("return document.querySelector('.task audio')?.duration > 0"))
    # The films of the sandbox are JPEG pictures in an MP4 file, of which browsers show the first at least.
    page.wait(lambda: page.run("return document.querySelector('.task img')?.naturalWidth > 0"))


def test_an_agent_is_deployed_made_ready_and_answers(page: Page, sandbox: Sandbox) -> None:
    page.go("agents")
    page.choose("Template", "Blog Content Editor")
    page.fill("Title", "Acme <b>blog</b>")
    page.button("Deploy").click()
    page.wait(lambda: page.css("#view-agents .card-head .badge").text == "Setup required")
    assert "WordPress" in page.css("#view-agents .callout").text
    page.button("Fill in sample credentials").click()
    page.wait(lambda: page.button("Start")).click()
    page.wait(lambda: page.css("#view-agents .card-head .badge").text == "Running")
    page.field("Message").send_keys(f"Plan next week. {_ATTACK}", "\n")
    page.wait(lambda: page.css(".bubble:not(.mine)").text.endswith(f"Plan next week. {_ATTACK}"))
    assert page.field("Message").get_attribute("value") == ""
    page.field("Message").send_keys("/wait 3600 And the week after?", "\n")
    page.wait(lambda: page.button("Cancel")).click()
    page.wait(lambda: page.all(".exchange")[-1].text.endswith("Cancelled"))
    assert page.all(".bubble.mine")[-1].text.endswith("/wait 3600 And the week after?")
    assert page.all("main img[src='x'], main b") == []
    page.button("New session").click()
    page.wait(lambda: not any(row.is_displayed() for row in page.all(".exchange")))
    page.button("Stop").click()
    page.wait(lambda: page.css("#view-agents .card-head .badge").text == "Stopped")
    page.field("Message").send_keys("Anybody there?", "\n")
    page.wait(lambda: "not running" in page.css("#view-agents form[aria-label='Message'] .problem").text.lower())
    page.go("wallet")
    assert "Agent deployment: Acme <b>blog</b>" in page.css("#view-wallet tbody tr").text


def test_requests_and_frames_are_shown_as_they_happen(page: Page) -> None:
    run_model(page, "sandbox/queued", Prompt="for the record")
    page.go("traffic")
    # A frame comes a moment after the answer that it belongs to.
    page.wait(lambda: len(page.all(".traffic details")) > 1)
    request, frame = page.all(".traffic details")[:2]
    assert "/v1/Run/sandbox/queued" in request.text
    assert "task_queue" in frame.text
    request.find_element("css selector", "summary").send_keys("\n")
    question, answer = page.wait(lambda: page.all(".traffic details[open] pre"))
    assert json.loads(question.text) == {"prompt": "for the record"}
    assert json.loads(answer.text)["socketaccesstoken"] == "•••"
    page.fill("Search", "no such thing")
    page.wait(lambda: not page.all(".traffic details"))


def test_what_people_and_models_write_never_becomes_markup(page: Page, sandbox: Sandbox) -> None:
    run_model(page, "sandbox/failing", **{"Prompt_(required)": _ATTACK, "Stderr": _ATTACK})
    page.wait(lambda: page.css(".task .stderr").text == _ATTACK)
    run_model(page, "sandbox/language", **{"Prompt_(required)": _ATTACK})
    page.wait(lambda: _ATTACK in page.css(".task .answer").text)
    for summary in filter(lambda summary: summary.is_displayed(), page.all(".task summary")):
        summary.click()
    page.go("traffic")
    page.wait(lambda: page.all(".traffic summary"))
    for summary in page.all(".traffic summary")[:5]:
        summary.click()
    assert page.all("main img[src='x'], main script") == []
    assert "hacked" not in page.browser.title


def test_another_web_page_cannot_control_the_sandbox(page: Page, sandbox: Sandbox) -> None:
    with FaultyServer(Reply(body=b"<p>Other", headers={"Content-Type": "text/html"})) as other:
        page.browser.get(other.url)
        page.run(
            "return fetch(arguments[0], {method: 'POST', mode: 'no-cors', body: arguments[1]}).then(() => true)",
            f"{page.origin}/_sandbox/wallet",
            '{"add_usd": "1000"}',
        )
    page.open()
    assert page.css("#balance").text == "$300.00"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_in_light_and_dark(page: Page, scheme: str) -> None:
    page.emulate(scheme=scheme)
    run_model(page, "sandbox/failing", **{"Prompt_(required)": "x"})
    page.wait(lambda: page.css(".task .badge").text.startswith("Failed"))
    run_model(page, "sandbox/queued")
    page.run("return fetch('/_sandbox/faults', {method: 'POST', body: '{\"kind\": \"lose_frame\"}'})")
    for view in _VIEWS:
        page.go(view)
        assert page.run((_SUPPORT / "contrast.js").read_text()) == [], view
    red, green, blue = page.run(
        "return getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number).slice(0, 3)"
    )
    assert (red + green + blue < 150) == (scheme == "dark")


@pytest.mark.parametrize("width", [360, 800, 1600])
def test_every_view_fits_the_window(page: Page, width: int) -> None:
    page.emulate(width=width)
    run_model(page, "sandbox/failing", **{"Prompt_(required)": "word" * 100})
    for view in _VIEWS:
        page.go(view)
        assert page.run("return document.documentElement.scrollWidth") <= width, view


def test_every_control_has_a_name_and_every_view_its_landmarks(page: Page) -> None:
    run_model(page, "sandbox/queued")
    for view in _VIEWS:
        page.go(view)
        unnamed = [control for control in page.accessible_controls() if not control[1].strip()]
        assert unnamed == [], view
    assert len(page.all("header, nav[aria-label], main, footer")) == 4
    assert page.run("return document.documentElement.lang") == "en"


def test_a_run_can_be_started_with_the_keyboard_alone(page: Page, sandbox: Sandbox) -> None:
    from selenium.webdriver import ActionChains, Keys

    def press(*keys: str) -> None:
        ActionChains(page.browser).send_keys(*keys).perform()

    press(Keys.TAB)
    assert page.run("return document.activeElement.className") == "skip"
    assert page.css(".skip").location["x"] >= 0
    press(Keys.ENTER, Keys.TAB)
    assert page.run("return document.activeElement.type") == "search"
    assert page.run("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    press(Keys.TAB, Keys.DOWN)
    assert page.css("#run-panel form h3").text == "Language"
    press(Keys.TAB)
    press("Typed")
    for _ in range(10):
        press(Keys.TAB)
        if page.run("return document.activeElement.textContent") == "Run":
            break
    press(Keys.ENTER)
    page.wait(lambda: page.all(".task"))
    assert sandbox.books.submissions[0].parameters["prompt"] == "Typed"


def test_a_lost_connection_is_told_and_a_new_start_shows_again(page: Page, browser: Chrome) -> None:
    with Sandbox(time_scale=50) as mortal:
        other = Page(browser, mortal.base_url.removesuffix("/v1"))
        other.open()
        port = int(mortal.base_url.rpartition(":")[2].removesuffix("/v1"))
    other.wait(lambda: other.css("#live").text.startswith("Connection lost"))
    # A refusal ends a stream for good, unlike a lost connection; here the port belongs to another program meanwhile.
    with http.server.HTTPServer(("127.0.0.1", port), http.server.BaseHTTPRequestHandler) as stranger:
        stranger.handle_request()
        other.wait(lambda: other.css("#live").text.startswith("Connection lost"))
    with Sandbox(time_scale=50, port=port, balance="77"):
        other.wait(lambda: other.css("#balance").text == "$77.00")
        assert other.css("#live").text == "Live"
    page.open()


def test_forgotten_tabs_do_not_starve_the_one_in_front(page: Page, browser: Chrome, sandbox: Sandbox) -> None:
    # Browsers open six connections to an address; a stream in each tab would use them up.
    first = browser.current_window_handle
    try:
        for _ in range(7):
            browser.switch_to.new_window("tab")
            page.open()
        browser.switch_to.window(first)
        sandbox.set_balance("42")
        page.wait(lambda: page.css("#balance").text == "$42.00")
    finally:
        for handle in set(browser.window_handles) - {first}:
            browser.switch_to.window(handle)
            browser.close()
        browser.switch_to.window(first)


def test_the_page_is_light_and_quick(page: Page) -> None:
    entries = page.run(
        "return performance.getEntriesByType('resource').filter((entry) => !entry.name.includes('/events'))"
        ".map((entry) => [entry.name, entry.decodedBodySize, entry.responseEnd])"
    )
    weight = sum(size for _name, size, _end in entries)
    assert weight < 120_000
    assert max(end for _name, _size, end in entries) < 3_000
