from __future__ import annotations

import time
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro._callback_urls import signed_callback_url, verify_callback_url
from wiro.errors import CallbackError, InvalidArgumentError

SECRET = "canary-secret-of-32-characters.."
OTHER = b"another-secret-of-32-characters."
URL = "https://me.example/hooks/wiro?tenant=7"

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_an_address_proves_itself() -> None:
    url = signed_callback_url(URL, SECRET, parameters={"order": "17 & more=ü"}, expires_in=60)
    assert url.startswith("https://me.example/hooks/wiro?tenant=7&order=17%20%26%20more%3D")
    found = verify_callback_url(url, SECRET)
    assert found.parameters == {"tenant": "7", "order": "17 & more=ü"}
    assert time.time() + 58 < found.expires_at <= time.time() + 60
    assert len(found.id) >= 20
    assert SECRET not in url


def test_every_address_is_another() -> None:
    ids = {verify_callback_url(signed_callback_url(URL, SECRET), SECRET).id for _ in range(100)}
    assert len(ids) == 100


def test_path_and_query_are_enough_and_hosts_may_be_rewritten() -> None:
    parts = urlsplit(signed_callback_url(URL, SECRET))
    for address in (f"?{parts.query}", f"{parts.path}?{parts.query}", f"http://inside:8000/x?{parts.query}"):
        assert verify_callback_url(address, SECRET).parameters == {"tenant": "7"}


def test_queries_may_be_written_otherwise() -> None:
    pairs = parse_qsl(urlsplit(signed_callback_url(URL, SECRET, parameters={"a": "b c"})).query)
    assert verify_callback_url("?" + urlencode(pairs[::-1]), SECRET).parameters == {"tenant": "7", "a": "b c"}


@given(st.dictionaries(texts.filter(bool), texts, max_size=5))
def test_parameters_come_back(parameters: dict[str, str]) -> None:
    url = signed_callback_url("https://me.example/", SECRET, parameters=parameters)
    assert verify_callback_url(url, SECRET).parameters == parameters


@given(st.integers(0, 400), st.characters(codec="ascii"))
def test_no_character_can_be_changed(position: int, character: str) -> None:
    url = signed_callback_url(URL, SECRET, parameters={"order": "17"})
    begin = url.index("?") + 1
    position = begin + position % (len(url) - begin)
    changed = url[:position] + character + url[position + 1 :]
    if parse_qsl(urlsplit(changed).query, keep_blank_values=True) == parse_qsl(urlsplit(url).query):
        return
    if "#" in changed and changed.index("#") > len(url) - 2:
        return
    with pytest.raises(CallbackError):
        verify_callback_url(changed, SECRET)


@pytest.mark.parametrize("change", ["", "&admin=1", "&wiro-signature=x", "&tenant=8"])
def test_nothing_can_be_added(change: str) -> None:
    url = signed_callback_url(URL, SECRET) + change
    if not change:
        verify_callback_url(url, SECRET)
        return
    with pytest.raises(CallbackError, match="not signed"):
        verify_callback_url(url, SECRET)


@pytest.mark.parametrize(
    "url",
    ["", "?", URL, f"{URL}&wiro-id=1&wiro-expires=99999999999&wiro-signature=", "?a&b=%ff&" + "&".join("xy" * 200)],
)
def test_what_is_not_signed(url: str) -> None:
    with pytest.raises(CallbackError):
        verify_callback_url(url, SECRET)


def test_addresses_expire() -> None:
    url = signed_callback_url(URL, SECRET, expires_in=60)
    verify_callback_url(url, SECRET, now=time.time() + 58)
    with pytest.raises(CallbackError, match="expired"):
        verify_callback_url(url, SECRET, now=time.time() + 61)


def test_secrets_are_replaced_one_by_the_other() -> None:
    url = signed_callback_url(URL, OTHER)
    assert verify_callback_url(url, [SECRET, OTHER]).parameters
    assert verify_callback_url(url, OTHER.decode()).parameters
    with pytest.raises(CallbackError):
        verify_callback_url(url, SECRET)


@pytest.mark.parametrize("secret", ["", "canary", b"canary", 7, None])
def test_weak_secrets_are_refused_and_not_shown(secret: Any) -> None:
    for use in (signed_callback_url, verify_callback_url):
        with pytest.raises(InvalidArgumentError, match="secret") as caught:
            use(URL, [secret] if use is verify_callback_url else secret)
        assert "canary" not in str(caught.value)
    with pytest.raises(InvalidArgumentError, match="no secret"):
        verify_callback_url(URL, [])


@pytest.mark.parametrize(
    ("url", "arguments", "mention"),
    [
        ("ftp://x/", {}, "http"),
        ("https://x/#f", {}, "fragment"),
        (URL, {"expires_in": 0}, "expires_in"),
        (URL, {"expires_in": float("nan")}, "expires_in"),
        (URL, {"expires_in": float("inf")}, "expires_in"),
        (URL, {"parameters": {"wiro-id": "1"}}, "signed already"),
    ],
)
def test_bad_arguments(url: str, arguments: Any, mention: str) -> None:
    with pytest.raises(InvalidArgumentError, match=mention):
        signed_callback_url(url, SECRET, **arguments)
