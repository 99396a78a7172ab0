"""A headless Chromium for tests of pages."""

from __future__ import annotations

import importlib.util
import shutil
import warnings
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from selenium.webdriver import Chrome

_BINARIES = ("chromium", "chromium-browser", "google-chrome")
_DRIVER = "chromedriver"
_PATIENCE_SECONDS = 10
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The sandbox is on this machine; a proxy of the environment has no part in it.
    "--no-proxy-server",
)


def start_chromium(profile: Path) -> Chrome:
    """Start a browser with an empty profile, or skip loudly where there is none."""
    binary = next(filter(None, map(shutil.which, _BINARIES)), None)
    driver = shutil.which(_DRIVER)
    missing = [
        name
        for name, found in (
            ("Chromium", binary),
            (_DRIVER, driver),
            ("selenium (tox -e page installs it)", importlib.util.find_spec("selenium")),
        )
        if not found
    ]
    if missing:
        reason = f"NOT TESTED in a browser: this machine has no {' and no '.join(missing)}."
        warnings.warn(reason, stacklevel=2)
        pytest.skip(reason)
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = str(binary)
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return Chrome(options=options, service=Service(driver))


class Page:
    """One page in a browser, used the way people use it: by visible text, labels and keys."""

    def __init__(self, browser: Chrome, origin: str) -> None:
        self.browser = browser
        self.origin = origin

    def open(self, path: str = "/") -> None:
        """Load an address of the sandbox anew, and wait until it shows the state."""
        self.browser.get("about:blank")
        self.browser.get(self.origin + path)
        self.wait(lambda: self.css("#live").text == "Live" and self.css("#balance").text.startswith("$"))

    def go(self, view: str) -> None:
        """Follow the link of a view."""
        self.css(f".tabs a[href='#{view}']").click()
        self.wait(lambda: self.css(f"#view-{view}").is_displayed())

    def css(self, selector: str) -> Any:
        """Return the first element of a selector."""
        return self.browser.find_element("css selector", selector)

    def all(self, selector: str) -> list[Any]:
        """Return the elements of a selector."""
        return self.browser.find_elements("css selector", selector)

    def button(self, text: str, inside: str = "main > :not([hidden])") -> Any:
        """Return a visible button by its text."""
        return next(button for button in self.all(f"{inside} button") if button.text == text and button.is_displayed())

    def field(self, label: str) -> Any:
        """Return the visible control that a label belongs to."""
        for element in self.all("label"):
            if element.is_displayed() and element.text == label:
                return self.css(f"#{element.get_attribute('for')}")
        raise AssertionError(f"No field is labelled {label!r}.")

    def fill(self, label: str, value: str) -> None:
        """Replace the value of a text or number field."""
        control = self.field(label)
        control.clear()
        control.send_keys(value)

    def choose(self, label: str, text: str) -> None:
        """Choose an option of a select by its text."""
        from selenium.webdriver.support.select import Select

        Select(self.field(label)).select_by_visible_text(text)

    def run(self, script: str, *arguments: Any) -> Any:
        """Evaluate the body of a function in the page."""
        return self.browser.execute_script(script, *arguments)

    def wait(self, condition: Callable[[], Any]) -> Any:
        """Wait until something is so, and return it; elements may come and go meanwhile."""
        from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
        from selenium.webdriver.support.wait import WebDriverWait

        ignored = (NoSuchElementException, StaleElementReferenceException, StopIteration)
        return WebDriverWait(self.browser, _PATIENCE_SECONDS, 0.05, ignored).until(lambda _browser: condition())

    def emulate(self, *, width: int = 1280, height: int = 900, scheme: str = "light") -> None:
        """Set the size of the window and the colour scheme that people prefer."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})

    def accessible_controls(self) -> list[tuple[str, str]]:
        """Return role and name of everything that can be operated, as screen readers are told."""
        roles = {"button", "textbox", "searchbox", "combobox", "spinbutton", "slider", "checkbox", "radio", "link"}
        tree = self.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in tree
            if not node.get("ignored") and node.get("role", {}).get("value") in roles
        ]
