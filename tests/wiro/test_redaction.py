from __future__ import annotations

import io
import logging

import pytest

from wiro.redaction import (
    MASK,
    RedactingFilter,
    is_secret_name,
    log_event,
    redact,
    redact_headers,
    redact_text,
    redact_values,
    secrets_in,
)


@pytest.mark.parametrize(
    "name",
    [
        "x-api-key",
        "X-API-KEY",
        "apiKey",
        "api_secret",
        "x-signature",
        "X-Nonce",
        "Authorization",
        "Proxy-Authorization",
        "Set-Cookie",
        "socketaccesstoken",
        "tasktoken",
        "agenttoken",
        "refreshToken",
        "clientsecret",
        "appsecret",
        "apppassword",
        "bottoken",
        "fieldvalue",
        "token",
        "sig",
        "X-Amz-Signature",
        "X-Amz-Security-Token",
        "X-Goog-Signature",
    ],
)
def test_secret_names(name: str) -> None:
    assert is_secret_name(name)
    assert redact_headers({name: "canary"}) == {name: MASK}


@pytest.mark.parametrize("name", ["taskid", "prompt", "status", "max_tokens", "tokenCount", "authmethod", "keyid"])
def test_other_names_stay_readable(name: str) -> None:
    assert not is_secret_name(name)
    assert redact({name: "value"}) == {name: "value"}


def test_structures_are_masked_however_deep() -> None:
    value = {
        "tasklist": [{"id": "1", "socketaccesstoken": "canary", "size": 3}],
        "credentials": {"twitter": {"clientsecret": "canary", "clientid": "public"}},
        "log": 'sent {"tasktoken": "canary"}',
        "nothing": None,
        "token": "",
        "raw": b"bytes",
        1: ("a", 2.5),
    }
    assert redact(value) == {
        "tasklist": [{"id": "1", "socketaccesstoken": MASK, "size": 3}],
        "credentials": {"twitter": {"clientsecret": MASK, "clientid": "public"}},
        "log": f'sent {{"tasktoken": "{MASK}"}}',
        "nothing": None,
        "token": "",
        "raw": b"bytes",
        1: ["a", 2.5],
    }


@pytest.mark.parametrize(
    "text",
    [
        "x-api-key: canary",
        "x-api-key: canary, accept: json",
        "https://host/path?token=canary&x=1",
        '{"socketaccesstoken":"canary"}',
        "{'x-signature': 'canary'}",
        "(b'x-nonce', b'canary')",
        "('Authorization', 'Bearer canary')",
        "Authorization: Bearer canary",
        "Authorization: Basic canary==",
        'password="with \\" canary"',
        "api_secret=canary",
    ],
)
def test_texts_are_masked(text: str) -> None:
    masked = redact_text(text)
    assert "canary" not in masked
    assert MASK in masked


def test_ordinary_texts_are_left_alone() -> None:
    text = "tasks_detail answered HTTP 503, trying again in 0.5 s: status=503, path=/Task/Detail (taskid: 12)"
    assert redact_text(text) == text


def logger_into(stream: io.StringIO) -> logging.Logger:
    logger = logging.Logger("test", logging.INFO)
    handler = logging.StreamHandler(stream)
    handler.addFilter(RedactingFilter())
    logger.addHandler(handler)
    return logger


def test_the_filter_masks_messages_with_arguments() -> None:
    stream = io.StringIO()
    logger = logger_into(stream)
    logger.info("headers: %r, tries: %d", {"x-api-key": "canary"}, 3)
    logger.info("nothing %s here", "secret-free")
    assert "canary" not in stream.getvalue()
    assert "tries: 3" in stream.getvalue()
    assert "nothing secret-free here" in stream.getvalue()


def test_events_are_text_and_structure(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("wiro.test")
    with caplog.at_level(logging.INFO, logger="wiro.test"):
        log_event(
            logger, logging.INFO, "wiro request", operation="tasks_detail", status=200, error=None, token="canary"
        )
    (record,) = caplog.records
    assert record.getMessage() == f"wiro request operation=tasks_detail status=200 token={MASK}"
    assert record.__dict__["wiro"] == {
        "event": "wiro request",
        "operation": "tasks_detail",
        "status": 200,
        "token": MASK,
    }


def test_events_below_the_level_cost_nothing(caplog: pytest.LogCaptureFixture) -> None:
    class Explosive:
        def __str__(self) -> str:
            raise AssertionError("formatted though nobody listens")

    logger = logging.getLogger("wiro.test")
    with caplog.at_level(logging.WARNING, logger="wiro.test"):
        log_event(logger, logging.DEBUG, "wiro request", payload=Explosive())
    assert not caplog.records


def test_known_values_are_masked_wherever_they_stand() -> None:
    value = {"message": "no project sk-1234", "deep": [{"sk-1234": ("sk-12345", 3, None, b"sk-1234")}]}
    assert redact_values(value, ["sk-1234", "sk-12345", "no", ""]) == {
        "message": f"no project {MASK}",
        "deep": [{MASK: [MASK, 3, None, b"sk-1234"]}],
    }
    assert redact_values("no project", ["no"]) == "no project"


def test_secrets_are_found_by_their_names() -> None:
    body = {
        "taskid": "7",
        "tasktoken": "a",
        "fields": [{"fieldkey": "k", "fieldvalue": "b"}],
        "token": 3,
        "cookie": None,
    }
    assert list(secrets_in(body)) == ["a", "b"]
    assert list(secrets_in("tasktoken=a")) == []
