"""No secret on any surface: logs of every level, texts of objects, exceptions with their traces, saved files.

The key, the secret, its signatures and the tokens of tasks are looked for wherever a person or a log might see them,
while runs succeed, fail, are refused and meet a dead server, synchronously and not.
"""

from __future__ import annotations

import asyncio
import logging
import traceback
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.http_server import FaultyServer, Reply, refused_url
from wiro import AsyncWiro, Wiro
from wiro.auth import authenticator_for
from wiro.config import resolve_config
from wiro.errors import WiroError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.support.http_server import Seen
    from wiro.sandbox.server import Sandbox

_WRONG = ("canary-wrong-key", "canary-wrong-secret")
# The server's own log: on its side of the line, the tokens are not ours to keep.
_SERVER_LOGGERS = ("uvicorn",)


class Surfaces:
    """Collects what became visible, and what must not have."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.address = {"base_url": sandbox.base_url, "socket_url": sandbox.socket_url, "timeout": 10}
        self.credentials = (sandbox.api_key, sandbox.api_secret)
        self.secrets: set[str] = {*self.credentials, *_WRONG}
        self.texts: list[tuple[str, str]] = []

    def show(self, name: str, *objects: object) -> None:
        for shown in objects:
            self.texts += [(f"repr of {name}", repr(shown)), (f"str of {name}", str(shown))]

    def refused(self, name: str, call: Callable[[], object]) -> None:
        with pytest.raises(WiroError) as caught:
            call()
        error = caught.value
        # Without the source lines, which are those of this file.
        trace = traceback.TracebackException.from_exception(error, lookup_lines=False, capture_locals=False)
        self.texts.append((name, "".join(trace.format_exception_only())))
        self.texts.append((name, repr(error) + str(error.__cause__) + str(error.__context__) + str(error.__dict__)))

    def leaks(self) -> Iterator[str]:
        for name, text in self.texts:
            yield from (f"{secret} in {name}: {text[:300]}" for secret in self.secrets if secret in text)


class Recorder(logging.Handler):
    """Keeps every record. The one of pytest forgets them before a fixture ends."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def surfaces(wiro_sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> Iterator[Surfaces]:
    caplog.set_level(logging.DEBUG)
    recorder = Recorder()
    logging.getLogger().addHandler(recorder)
    try:
        seen = Surfaces(wiro_sandbox)
        yield seen
    finally:
        logging.getLogger().removeHandler(recorder)
    ours = [record for record in recorder.records if not record.name.startswith(_SERVER_LOGGERS)]
    assert {"httpcore.connection", "wiro.transport"} <= {record.name for record in ours}
    seen.texts += [(f"the log of {record.name}", f"{record.getMessage()} {record.__dict__}") for record in ours]
    assert list(seen.leaks()) == []


def test_runs_that_succeed(surfaces: Surfaces, tmp_path: Path) -> None:
    with Wiro(*surfaces.credentials, **surfaces.address) as wiro:
        run = wiro.run("sandbox/image", {"prompt": "a fox", "seconds": 1})
        surfaces.secrets.add(run.token)
        surfaces.show("an event", *run.events(timeout=30))
        result = run.wait(timeout=30)
        surfaces.show("a handle", wiro, run, result, *result.save(tmp_path))
        answer = wiro.api.tasks.detail(tasktoken=run.token)
        surfaces.show("an answer", answer, *(answer.tasklist or []))
    saved = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert saved
    surfaces.texts += [(path.name, path.read_bytes().decode("latin-1")) for path in saved]


def test_runs_in_a_coroutine(surfaces: Surfaces) -> None:
    async def everything() -> None:
        async with AsyncWiro(*surfaces.credentials, **surfaces.address) as wiro:
            run = await wiro.run("sandbox/language", {"prompt": "a fox", "seconds": 1})
            surfaces.secrets.add(run.token)
            surfaces.show("a handle", wiro, run, await run.wait(timeout=30))

    # asyncio's debug mode logs what it finds slow, with its arguments.
    asyncio.run(everything(), debug=True)


def test_runs_that_fail(surfaces: Surfaces) -> None:
    with Wiro(*surfaces.credentials, **surfaces.address) as wiro:
        run = wiro.run("sandbox/failing", {"prompt": "a fox", "seconds": 1})
        surfaces.secrets.add(run.token)
        surfaces.refused("the failure of a run", lambda: run.wait(timeout=30))


def test_refusals(surfaces: Surfaces) -> None:
    surfaces.secrets.add("canary-token")
    calls: list[Callable[[Wiro], Any]] = [
        lambda wiro: wiro.run("sandbox/image", {"prompt": "x"}),
        lambda wiro: wiro.api.tasks.detail(tasktoken="canary-token"),
        lambda wiro: wiro.api.tasks.kill(socketaccesstoken="canary-token"),
        lambda wiro: wiro.attach(token="canary-token").wait(timeout=20),
    ]
    with Wiro(*_WRONG, **surfaces.address) as stranger, Wiro(*surfaces.credentials, **surfaces.address) as known:
        for call in calls:
            surfaces.refused("a refusal of a stranger", lambda call=call: call(stranger))
        for call in calls[1:]:
            surfaces.refused("a refusal", lambda call=call: call(known))


@pytest.mark.parametrize("auth", ["key", "signature", "bearer"])
@pytest.mark.parametrize("shape", ["message", "text", "html", "body", "not-json"])
def test_servers_that_repeat_what_they_were_sent(surfaces: Surfaces, auth: str, shape: str) -> None:
    """Refusals quote the key that they do not know; it must not get into a log with them."""
    surfaces.secrets.add("canary-token")

    def echo(request: Seen) -> Reply:
        sent = {**request.headers, "sent": request.body.decode()}
        surfaces.secrets.update(sent[name] for name in ("x-signature", "x-nonce") if name in sent)
        told = f"There is no project {sent.get('x-api-key') or sent.get('authorization')}: {sent}"
        if shape == "html":
            return Reply(403, body=f"<h1>{told}</h1>".encode())
        if shape == "not-json":
            return Reply(200, body=told.encode())
        extra = {"request": sent, "errors": [{"code": 98, "message": told, "key": told}]}
        return Reply(
            401, body={"result": False, **{"message": {"message": told}, "text": {"errors": [told]}}.get(shape, extra)}
        )

    with FaultyServer(echo) as server:
        secrets = {"api_secret": _WRONG[1]} if auth == "signature" else {}
        options = {"base_url": server.url, "max_retries": 0, "auth": auth}
        with Wiro(_WRONG[0], **secrets, **options) as wiro:
            surfaces.refused("an echo", lambda: wiro.api.tasks.detail(tasktoken="canary-token"))
            surfaces.refused("an echo", lambda: wiro.run("a/b", {"prompt": "x"}, validate=False))
        assert len(server.requests) == 2


def test_a_dead_server(surfaces: Surfaces) -> None:
    url = refused_url()
    with Wiro(*surfaces.credentials, base_url=url, max_retries=0) as wiro:
        surfaces.refused("a dead server", lambda: wiro.run("sandbox/image", {"prompt": "x"}, validate=False))


@pytest.mark.parametrize("auth", ["key", "signature", "bearer"])
def test_credentials_at_rest(auth: str) -> None:
    config = resolve_config(*_WRONG, auth=auth, environment={})
    shown = repr(config) + str(config) + repr(authenticator_for(config))
    assert "canary" not in shown
