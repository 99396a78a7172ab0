from __future__ import annotations

import asyncio
import inspect
import io
import pickle
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.http_server import Drop, FaultyServer, Reply, Seen
from wiro import catalog, portal
from wiro.client import AsyncWiro, Wiro
from wiro.errors import (
    AmbiguousRequestError,
    ConcurrencyLimitError,
    ConfigurationError,
    CostLimitError,
    DownloadError,
    InvalidArgumentError,
    InvalidParametersError,
    ModelNotFoundError,
    ParameterWarning,
    RequestTimeoutError,
)
from wiro_client.types import File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROW = {
    "slugowner": "o",
    "slugproject": "m",
    "title": "A model",
    "parameters": [{"title": "Input", "items": [{"id": "prompt", "type": "textarea", "required": True}]}],
}


class Api:
    """The three operations that a submission touches, with the answers a test wants."""

    def __init__(self) -> None:
        self.run_reply: Any = Reply(body={"result": True, "taskid": 7, "socketaccesstoken": "canary-token"})
        self.detail_reply = Reply(body={"result": True, "tool": [ROW]})

    def __call__(self, seen: Seen) -> Reply:
        return self.detail_reply if seen.path == "/v1/Tool/Detail" else self.run_reply


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def server(api: Api) -> Iterator[FaultyServer]:
    with FaultyServer(api) as running:
        yield running


def paths(server: FaultyServer) -> list[str]:
    return [seen.path.removeprefix("/v1") for seen in server.requests]


class SyncFace:
    def __init__(self, url: str) -> None:
        self.wiro = Wiro("key", base_url=url, timeout=5)

    def run(self, *args: Any, **kwargs: Any) -> Any:
        return self.wiro.run(*args, **kwargs)

    def get(self, name: str) -> Any:
        return self.wiro.models.get(name)

    def result(self, task_id: str) -> Any:
        return self.wiro.result(task_id)

    def close(self) -> None:
        self.wiro.close()


class AsyncFace:
    def __init__(self, url: str) -> None:
        self.wiro = AsyncWiro("key", base_url=url, timeout=5)
        self.runner = asyncio.Runner()

    def run(self, *args: Any, **kwargs: Any) -> Any:
        return self.runner.run(self.wiro.run(*args, **kwargs))

    def get(self, name: str) -> Any:
        return self.runner.run(self.wiro.models.get(name))

    def result(self, task_id: str) -> Any:
        return self.runner.run(self.wiro.result(task_id))

    def close(self) -> None:
        self.runner.run(self.wiro.aclose())
        self.runner.close()


@pytest.fixture(params=[SyncFace, AsyncFace])
def face(request: pytest.FixtureRequest, server: FaultyServer) -> Iterator[SyncFace | AsyncFace]:
    opened = request.param(server.url)
    yield opened
    opened.close()
    portal.close()


Face = SyncFace | AsyncFace


def test_a_run_is_checked_and_submitted_once(face: Face, server: FaultyServer) -> None:
    run = face.run("o/m", {"prompt": "a fox", "width": 512})
    assert paths(server) == ["/Tool/Detail", "/Run/o/m"]
    assert server.requests[0].json() == {"slugowner": "o", "slugproject": "m"}
    assert server.requests[1].json() == {"prompt": "a fox", "width": 512}
    assert (run.task_id, run.token, run.model) == ("7", "canary-token", "o/m")
    assert "canary" not in repr(run)


def test_models_are_remembered_for_a_while(face: Face, server: FaultyServer, monkeypatch: pytest.MonkeyPatch) -> None:
    first = face.get("o/m")
    assert face.get("o/m") is first
    face.run("o/m", {"prompt": "x"})
    assert paths(server) == ["/Tool/Detail", "/Run/o/m"]
    monkeypatch.setattr(catalog, "_MODEL_LIFETIME_SECONDS", -1.0)
    face.wiro._catalogue._known.clear()
    face.get("o/m")
    face.get("o/m")
    assert paths(server).count("/Tool/Detail") == 3


def test_without_validation_nothing_is_looked_up(face: Face, server: FaultyServer) -> None:
    face.run("o/m", validate=False)
    assert paths(server) == ["/Run/o/m"]
    assert server.requests[0].json() == {}


def test_a_name_that_resembles_another_is_warned_about(face: Face, server: FaultyServer) -> None:
    with pytest.warns(ParameterWarning, match=r"o/m: params\.promt .* did you mean 'prompt'") as caught:
        face.run("o/m", {"prompt": "x", "promt": "y", "undocumented": 1})
    assert len(caught) == 1
    # Shown where the user's code is.
    assert caught[0].filename in (__file__, asyncio.events.__file__)
    assert server.requests[1].json() == {"prompt": "x", "promt": "y", "undocumented": 1}


LIST_PRICE = {**ROW, "dynamicprice": '[{"inputs":{"resolution":"1K"},"price":0.05,"priceMethod":"cpr"}]'}
SIZED: list[Any] = [{"items": [{"id": "resolution", "type": "select", "options": ["1K", "2K"], "default": "1K"}]}]


def test_choices_and_numbers_are_written_for_the_service(face: Face, server: FaultyServer, api: Api) -> None:
    items = [{"id": "on", "type": "select", "options": ["true", "false"]}, {"id": "width", "type": "range"}]
    api.detail_reply = Reply(body={"tool": [{**ROW, "parameters": items}]})
    face.run("o/m", {"on": True, "width": "512"})
    assert server.requests[1].json() == {"on": "true", "width": 512}
    face.run("o/m", {"on": True, "width": "512"}, validate=False)
    assert server.requests[2].json() == {"on": True, "width": "512"}


@pytest.mark.parametrize("limit", [0.05, Decimal("0.05"), 1])
@pytest.mark.parametrize("validate", [True, False])
def test_a_cost_limit_that_is_kept(face: Face, server: FaultyServer, api: Api, limit: Any, validate: bool) -> None:
    api.detail_reply = Reply(body={"tool": [{**LIST_PRICE, "parameters": SIZED}]})
    face.run("o/m", {"prompt": "x"}, max_cost_usd=limit, validate=validate)
    # What was quoted is what is sent.
    assert server.requests[-1].json() == {"prompt": "x", "resolution": "1K"}


@pytest.mark.parametrize("empty", [None, "", " "])
def test_a_cost_limit_replaces_what_is_empty(face: Face, server: FaultyServer, api: Api, empty: Any) -> None:
    api.detail_reply = Reply(body={"tool": [{**LIST_PRICE, "parameters": SIZED}]})
    face.run("o/m", {"resolution": empty, "undocumented": empty}, max_cost_usd=0.05)
    assert server.requests[-1].json() == {"resolution": "1K", "undocumented": empty}
    face.run("o/m", {"resolution": empty})
    assert server.requests[-1].json() == {"resolution": empty}


@pytest.mark.parametrize(
    ("row", "params", "limit", "mention"),
    [
        (LIST_PRICE, {"resolution": "1K"}, 0.049, "max_cost_usd is 0.049 and it is quoted at 0.05 USD"),
        (LIST_PRICE, {"resolution": "2K"}, 100, "not bounded: no entry of the price list fits"),
        ({**ROW, "approximatelycost": "0.01"}, {}, 100, "0.01 USD is an estimate .* allow_estimate=True"),
        (ROW, {}, 100, "not bounded: billed by the second"),
    ],
)
def test_a_cost_limit_refuses_before_submitting(
    face: Face, server: FaultyServer, api: Api, row: Any, params: Any, limit: Any, mention: str
) -> None:
    api.detail_reply = Reply(body={"tool": [{**row, "parameters": []}]})
    with pytest.raises(CostLimitError, match=mention) as caught:
        face.run("o/m", params, max_cost_usd=limit)
    assert (caught.value.model, caught.value.limit_usd) == ("o/m", Decimal(str(limit)))
    assert not caught.value.retryable
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (str(copy), copy.quote, copy.limit_usd) == (str(caught.value), caught.value.quote, caught.value.limit_usd)
    assert paths(server) == ["/Tool/Detail"]


def test_an_estimate_may_be_good_enough(face: Face, server: FaultyServer, api: Api) -> None:
    api.detail_reply = Reply(body={"tool": [{**ROW, "approximatelycost": "0.01", "parameters": []}]})
    face.run("o/m", {}, max_cost_usd=0.01, allow_estimate=True)
    with pytest.raises(CostLimitError, match=r"quoted at 0\.01 USD"):
        face.run("o/m", {}, max_cost_usd=0.009, allow_estimate=True)
    assert paths(server).count("/Run/o/m") == 1


def test_callback_and_project(face: Face, server: FaultyServer) -> None:
    url = "https://example.com/hook?x=1"
    face.run("o/m", {"prompt": "x"}, callback_url=url, project_id="12")
    assert server.requests[1].json() == {"prompt": "x", "callbackUrl": url, "projectid": "12"}


def test_parameters_of_the_caller_are_left_alone(face: Face) -> None:
    params = {"prompt": "x"}
    face.run("o/m", params, callback_url="https://example.com/hook")
    assert params == {"prompt": "x"}


@pytest.mark.parametrize("kind", [bytes, io.BytesIO])
def test_files_make_a_form(face: Face, server: FaultyServer, kind: Any) -> None:
    file = File(kind(b"\x89PNG"), "a.png", "image/png")
    face.run("o/m", {"prompt": "x", "inputImage": file}, multipart=True)
    assert paths(server) == ["/Tool/Detail", "/Run/o/m"]
    submission = server.requests[1]
    assert submission.headers["content-type"].startswith("multipart/form-data")
    assert b'name="inputImage"; filename="a.png"' in submission.body
    assert b"\x89PNG" in submission.body


@pytest.mark.parametrize(
    ("arguments", "error", "mention"),
    [
        ({"model": "o"}, InvalidArgumentError, "owner/model"),
        ({"model": None}, InvalidArgumentError, "owner/model"),
        ({"params": "prompt"}, InvalidArgumentError, "params is a str"),
        ({"params": [("prompt", "x")]}, InvalidArgumentError, "params is a list"),
        ({"params": {}}, InvalidParametersError, "prompt is required"),
        ({"params": {"prompt": " "}}, InvalidParametersError, "must not be empty"),
        ({"params": {"prompt": {1}}}, InvalidParametersError, "is a set"),
        ({"callback_url": "ftp://hooks.example.com/x"}, InvalidArgumentError, "callback_url"),
        ({"callback_url": "https://user:canary@hooks.example.com/x"}, InvalidArgumentError, "password"),
        ({"callback_url": "https://hooks.example.com/x#frag"}, InvalidArgumentError, "fragment"),
        ({"callback_url": "https://hooks.example.com/a b"}, InvalidArgumentError, "white space"),
        ({"callback_url": "http://[::1"}, InvalidArgumentError, "no address"),
        ({"callback_url": ""}, InvalidArgumentError, "http://"),
        ({"callback_url": 7}, InvalidArgumentError, "http://"),
        ({"max_cost_usd": -1}, InvalidArgumentError, "max_cost_usd"),
        ({"max_cost_usd": True}, InvalidArgumentError, "max_cost_usd"),
        ({"max_cost_usd": float("nan")}, InvalidArgumentError, "max_cost_usd"),
        ({"project_id": ""}, InvalidArgumentError, "project_id"),
        ({"project_id": 7}, InvalidArgumentError, "project_id"),
    ],
)
def test_bad_input_is_refused_before_any_money_is_spent(
    face: Face, server: FaultyServer, arguments: dict[str, Any], error: type[Exception], mention: str
) -> None:
    with pytest.raises(error, match=mention) as caught:
        face.run(**{"model": "o/m", "params": {"prompt": "x"}, **arguments})
    assert "canary" not in str(caught.value)
    assert not [path for path in paths(server) if path.startswith("/Run")]


def test_what_is_no_json_is_refused_without_validation_too(face: Face, server: FaultyServer) -> None:
    with pytest.raises(InvalidArgumentError):
        face.run("o/m", {"prompt": {1}}, validate=False)
    assert not server.requests


REFUSAL = {"result": False, "errors": [{"code": 1, "message": "slug-owner-project-not-exist"}]}


@pytest.mark.parametrize("body", [REFUSAL, {"result": True, "tool": []}])
def test_an_unknown_model(face: Face, server: FaultyServer, api: Api, body: Any) -> None:
    api.detail_reply = Reply(body=body)
    with pytest.raises(ModelNotFoundError, match="'o/m'") as caught:
        face.run("o/m", {"prompt": "x"})
    assert caught.value.model == "o/m"
    assert paths(server) == ["/Tool/Detail"]


def test_an_unknown_model_without_validation(face: Face, api: Api) -> None:
    api.run_reply = Reply(body=REFUSAL)
    with pytest.raises(ModelNotFoundError) as caught:
        face.run("o/m", validate=False)
    assert (caught.value.model, caught.value.operation) == ("o/m", "runs_create")


def test_other_refusals_keep_their_class(face: Face, server: FaultyServer, api: Api) -> None:
    api.run_reply = Reply(body={"result": False, "errors": [{"code": 96, "message": "busy"}]})
    with pytest.raises(ConcurrencyLimitError):
        face.run("o/m", {"prompt": "x"})
    assert paths(server).count("/Run/o/m") == 1


@pytest.mark.parametrize(
    "reply", [Drop("after_body"), Reply(503), Reply(200, b"garbage"), Reply(body={"result": True})]
)
def test_a_submission_with_a_lost_answer_is_ambiguous_and_not_repeated(
    face: Face, server: FaultyServer, api: Api, reply: Any
) -> None:
    face.get("o/m")
    server.script(reply)
    with pytest.raises(AmbiguousRequestError, match="before you send it again") as caught:
        face.run("o/m", {"prompt": "x"})
    assert caught.value.operation == "runs_create"
    assert paths(server).count("/Run/o/m") == 1


@pytest.mark.parametrize(
    ("body", "reference"),
    [({"taskid": "7"}, ("7", None)), ({"socketaccesstoken": "t"}, ("", "t"))],
)
def test_half_a_reference_is_enough(face: Face, api: Api, body: dict[str, str], reference: tuple[str, Any]) -> None:
    api.run_reply = Reply(body=body)
    run = face.run("o/m", {"prompt": "x"})
    assert (run.task_id, run.token) == reference


def test_attaching_sends_nothing(face: Face, server: FaultyServer) -> None:
    run = face.wiro.attach("7", token="t")
    assert (run.task_id, run.token) == ("7", "t")
    assert face.wiro.attach(token="t").task_id == ""
    with pytest.raises(InvalidArgumentError):
        face.wiro.attach()
    assert not server.requests


@pytest.mark.parametrize(
    ("status", "kind"), [("task_start", None), ("task_postprocess_end", "failed"), ("task_cancel", "cancelled")]
)
def test_results_of_runs_that_have_ended(face: Face, server: FaultyServer, api: Api, status: str, kind: Any) -> None:
    api.run_reply = Reply(body={"tasklist": [{"id": "7", "status": status, "pexit": "3", "socketaccesstoken": "t"}]})
    result = face.result("7")
    assert paths(server) == ["/Task/Detail"]
    if kind is None:
        assert result is None
    else:
        assert (result.task_id, result.status, result.exit_code) == ("7", status, 3)


def test_the_generated_operations_are_at_hand(face: Face, server: FaultyServer) -> None:
    assert {"tasks", "runs", "tools"} <= set(dir(face.wiro.api))


def test_a_synchronous_handle_works_on_the_background_loop(server: FaultyServer, api: Api) -> None:
    row = {"id": "7", "socketaccesstoken": "t", "status": "task_start"}
    with Wiro("key", base_url=server.url, timeout=5) as wiro:
        api.run_reply = Reply(body={"result": True, "tasklist": [row]})
        assert wiro.attach("7").refresh()["status"] == "task_start"
    assert not wiro._background._transport.connected
    portal.close()


def test_context_managers_close(server: FaultyServer) -> None:
    with Wiro("key", base_url=server.url) as wiro:
        pass
    with pytest.raises(RuntimeError, match="closed"):
        wiro.models.get("o/m")


async def test_asynchronous_context_managers_close(server: FaultyServer) -> None:
    async with AsyncWiro("key", base_url=server.url) as wiro:
        assert (await wiro.models.get("o/m")).title == "A model"
    with pytest.raises(RuntimeError, match="closed"):
        await wiro.models.get("o/other")


def test_configuration_errors_come_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WIRO_API_KEY", raising=False)
    for kind in (Wiro, AsyncWiro):
        with pytest.raises(ConfigurationError, match="WIRO_API_KEY"):
            kind()
        with pytest.raises(ConfigurationError, match="timeout"):
            kind("key", timeout=0)


def test_representations_hide_secrets() -> None:
    for kind in (Wiro, AsyncWiro):
        shown = repr(kind("canary-key", "canary-secret", base_url="https://api.example/v1"))
        assert shown == f"{kind.__name__}(base_url='https://api.example/v1', auth='signature')"


def test_both_clients_take_the_same_arguments() -> None:
    def arguments(function: Callable[..., Any]) -> list[str]:
        return [str(parameter) for parameter in inspect.signature(function).parameters.values()]

    assert arguments(Wiro) == arguments(AsyncWiro)
    for name in ("run", "attach", "upload", "result"):
        assert arguments(getattr(Wiro, name)) == arguments(getattr(AsyncWiro, name))


@pytest.mark.parametrize("kind", [Wiro, AsyncWiro])
def test_another_environment_than_the_process_has(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("API_SECRET", "BASE_URL", "SOCKET_URL", "TEAM_GUID"):
        monkeypatch.setenv(f"WIRO_{name}", "of another caller")
    config = kind("key", environment={}).config
    assert (config.auth, config.team_guid) == ("key", None)
    assert (config.base_url, config.socket_url) == ("https://api.wiro.ai/v1", "wss://socket.wiro.ai/v1")
    assert kind("key", environment={"WIRO_TEAM_GUID": "t-1"}).config.team_guid == "t-1"


class TestOptions:
    """What `with_options` says holds for everything that is called through it, and for nothing else."""

    def test_headers(self, server: FaultyServer) -> None:
        with Wiro("key", base_url=server.url) as wiro:
            traced = wiro.with_options(headers={"X-Trace": "1", "x-b3": "1"}).with_options(headers={"X-B3": "2"})
            traced.run("o/m", {"prompt": "x"})
            traced.api.tasks.list(request_options={"headers": {"x-trace": "3"}})
            wiro.api.tasks.list()
        assert [seen.headers.get("x-trace") for seen in server.requests] == ["1", "1", "3", None]
        assert [seen.headers.get("x-b3") for seen in server.requests] == ["2", "2", "2", None]
        assert all(seen.headers["x-api-key"] == "key" for seen in server.requests)

    def test_handles_on_the_background_loop(self, server: FaultyServer, api: Api) -> None:
        with Wiro("key", base_url=server.url) as wiro:
            wiro.with_options(headers={"X-Trace": "1"}).attach("7").cancel()
        assert [seen.headers.get("x-trace") for seen in server.requests] == ["1"]

    async def test_coroutines(self, server: FaultyServer) -> None:
        async with AsyncWiro("key", base_url=server.url) as wiro:
            run = await wiro.with_options(headers={"X-Trace": "1"}).run("o/m", {"prompt": "x"})
            await run.cancel()
            await wiro.attach("7").cancel()
        assert [seen.headers.get("x-trace") for seen in server.requests] == ["1", "1", "1", None]

    @pytest.mark.parametrize("retries", [0, 1])
    def test_retries_and_timeout(self, server: FaultyServer, api: Api, retries: int) -> None:
        api.detail_reply = Reply(pause=5)
        with Wiro("key", base_url=server.url) as wiro, pytest.raises(RequestTimeoutError, match="tried"):
            wiro.with_options(max_retries=retries, timeout=0.6).models.get("o/m")
        assert len(server.requests) == retries + 1

    def test_downloads(self, server: FaultyServer, api: Api) -> None:
        api.run_reply = Reply(503)
        with Wiro("key", base_url=server.url) as wiro:
            quick = wiro.with_options(max_retries=0, headers={"X-Trace": "canary"})
            with pytest.raises(DownloadError), quick._transport.download(server.url + "/files/a"):
                pass
        assert len(server.requests) == 1
        assert "x-trace" not in server.requests[0].headers

    def test_team(self, server: FaultyServer) -> None:
        with Wiro("key", base_url=server.url, team_guid="mine") as wiro:
            wiro.models.get("o/m")
            other = wiro.with_options(team_guid="theirs")
            other.models.get("o/m")
            wiro.models.get("o/m")
        assert other.config.team_guid == "theirs"
        assert [seen.headers["teamguid"] for seen in server.requests] == ["mine", "theirs"]

    def test_connections_are_those_of_the_first(self, server: FaultyServer) -> None:
        with Wiro("key", base_url=server.url) as wiro:
            wiro.api.tasks.list()
            with wiro.with_options(max_retries=0) as other:
                other.api.tasks.list()
            wiro.api.tasks.list()
        assert server.connections == 1
        with pytest.raises(RuntimeError, match="closed"):
            wiro.with_options(max_retries=0).api.tasks.list()

    async def test_connections_of_coroutines(self, server: FaultyServer) -> None:
        async with AsyncWiro("key", base_url=server.url) as wiro:
            await wiro.api.tasks.list()
            async with wiro.with_options(max_retries=0) as other:
                await other.api.tasks.list()
            await wiro.api.tasks.list()
        assert server.connections == 1
        with pytest.raises(RuntimeError, match="closed"):
            await wiro.with_options(max_retries=0).api.tasks.list()

    @pytest.mark.parametrize(
        "options",
        [{"timeout": 0}, {"timeout": "5"}, {"max_retries": -1}, {"headers": {"a b": "c"}}, {"team_guid": "a b"}],
    )
    def test_what_is_not_acceptable(self, server: FaultyServer, options: Any) -> None:
        with Wiro("key", base_url=server.url) as wiro, pytest.raises((InvalidArgumentError, ConfigurationError)):
            wiro.with_options(**options)

    def test_nonces_go_on(self, server: FaultyServer) -> None:
        with Wiro("key", "secret", base_url=server.url) as wiro:
            for client in (wiro, wiro.with_options(timeout=3), wiro):
                client.api.tasks.list()
        nonces = [int(seen.headers["x-nonce"]) for seen in server.requests]
        assert nonces == sorted(set(nonces))
