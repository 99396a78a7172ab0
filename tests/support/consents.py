"""Walking through a consent as a browser does: by reading the page, pressing a button and following the redirect."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    import httpx


class ConsentPage(HTMLParser):
    """The form of a consent page: its address, hidden fields, and the buttons by their label."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.action = ""
        self.hidden: dict[str, str] = {}
        self.buttons: dict[str, tuple[str, str]] = {}
        self._button: tuple[str, str] | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the form, its hidden fields and the beginning of a button."""
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            assert values["method"] == "get"
            self.action = values["action"]
        elif tag == "input":
            self.hidden[values["name"]] = values["value"]
        elif tag == "button":
            self._button = (values["name"], values["value"])

    def handle_data(self, data: str) -> None:
        """Note the label of a button."""
        if self._button is not None:
            self.buttons[data] = self._button
            self._button = None


def press(http: httpx.Client, authorize_url: str, button: str = "Allow") -> tuple[str, dict[str, str]]:
    """Open a consent page and press a button.

    Returns:
        Where the browser was sent, without its query, and the parameters of the query.
    """
    page = ConsentPage(http.get(authorize_url).text)
    name, value = page.buttons[button]
    response = http.get(page.action, params={**page.hidden, name: value})
    assert response.status_code == 302, response.text
    parts = urlsplit(response.headers["location"])
    return f"{parts.scheme}://{parts.netloc}{parts.path}", dict(parse_qsl(parts.query, keep_blank_values=True))
