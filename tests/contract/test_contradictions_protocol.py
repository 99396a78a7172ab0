"""Contradictions about envelopes, errors, headers, names and who may call what (docs/contradictions.md)."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.contract import openapi_document
from tests.support.contradictions import GUID, answer, kept, refusal, schema, sent, sent_body
from wiro.config import resolve_config
from wiro.errors import NotFoundError, SkillsApplyError
from wiro.retry import Outcome, RetryPolicy, decide
from wiro_client import UNSET, models
from wiro_client.error_table import ERROR_TABLE
from wiro_client.operations import OPERATIONS


@pytest.mark.parametrize("status_code", [200, 401, 404, 429, 500, 520])
def test_002_refusals_come_with_any_status(status_code: int) -> None:
    error = refusal(status_code, {"result": False, "errors": [{"code": 0, "message": "no"}]})
    assert (error.status_code, error.code, error.message) == (status_code, 0, "no")


def test_002_a_status_alone_is_a_refusal() -> None:
    assert refusal(502, b"<html>bad gateway</html>").status_code == 502
    assert answer(200, b"").result is UNSET


@pytest.mark.parametrize(
    ("errors", "expected"),
    [
        (["no", "never"], [(None, "no"), (None, "never")]),
        ([{"code": 97, "message": "no"}], [(97, "no")]),
        ([{"code": "97", "message": "no"}], [(97, "no")]),
        ({"message": "no"}, [(None, "no")]),
        ("no", [(None, "no")]),
    ],
)
def test_003_errors_are_strings_or_objects(errors: Any, expected: list[tuple[int | None, str]]) -> None:
    error = refusal(200, {"result": False, "errors": errors, "agentstatus": 0})
    assert [(item.code, item.message) for item in error.errors] == expected
    assert error.body["agentstatus"] == 0


def test_004_all_documented_codes_are_known() -> None:
    assert sorted(ERROR_TABLE) == [0, 1, *range(96, 107), 108, 404]
    assert isinstance(refusal(200, {"result": False, "errors": [{"code": 404, "message": "?"}]}), NotFoundError)
    assert isinstance(refusal(200, {"result": False, "errors": [{"code": 104, "message": "?"}]}), SkillsApplyError)
    assert refusal(200, {"result": False, "errors": [{"code": 4711, "message": "?"}]}).code == 4711


def test_023_the_team_header_is_sent_only_when_given() -> None:
    assert sent("user_agent_messages.sessions", useragentguid=GUID).headers == {}
    call = sent("user_agent_messages.sessions", useragentguid=GUID, team_guid="team")
    assert call.headers == {"teamGUID": "team"}


def test_032_callbacks_are_spelled_differently() -> None:
    run = sent("runs.create", owner_slug="o", model_slug="m", body={"callbackUrl": "https://a.example"})
    assert run.json == {"callbackUrl": "https://a.example"}
    message = sent_body("user_agent_messages.send", useragentguid=GUID, message="Hi", callbackurl="https://a.example")
    assert message["callbackurl"] == "https://a.example"


def test_033_each_operation_has_its_name_for_the_agent() -> None:
    by_guid = {"detail", "update", "start", "stop", "cancel_subscription", "upgrade_tier", "renew_subscription"}
    for path, item in openapi_document()["paths"].items():
        if not path.startswith("/UserAgent/"):
            continue
        operation = item["post"]
        name = operation["operationId"].removeprefix("user_agents_")
        for content in operation["requestBody"]["content"].values():
            properties = schema(content["schema"]["$ref"].rsplit("/", 1)[1])["properties"]
            assert ("guid" in properties and "useragentguid" not in properties) == (
                name in {*by_guid, "upgrade_plan"}
            ), path
    call = sent("user_agents.create_extra_credit_checkout", useragentGuid=GUID, pack="small", useprepaid=True)
    assert call.json == {"useragentguid": GUID, "pack": "small", "useprepaid": True}


def test_047_code_0_alone_is_not_repeated() -> None:
    assert not ERROR_TABLE[0].retryable
    policy = RetryPolicy()
    refused = Outcome(kind="answered", status_code=200, refused=True)
    failed = Outcome(kind="answered", status_code=503)
    assert decide("read", refused, 0, policy).action == "stop"
    assert decide("read", failed, 0, policy).action == "resend"
    assert decide("charge", failed, 0, policy).action == "ambiguous"


def test_069_webhooks_are_acknowledged_with_200_and_checked_by_guid() -> None:
    webhook = openapi_document()["webhooks"]["agentMessage"]["post"]
    assert list(webhook["responses"]) == ["200"]
    body = kept(models.AgentWebhook, {"messageguid": "m", "status": "agent_end", "metadata": {}, "endedat": 1743350408})
    assert (body.messageguid, body.status) == ("m", "agent_end")


def test_070_there_are_three_ways_to_authenticate() -> None:
    schemes = [sorted(alternative) for alternative in openapi_document()["security"]]
    assert schemes == [["ApiKey"], ["ApiKey", "Nonce", "Signature"], ["BearerKey"]]
    assert resolve_config(api_key="k", environment={}).auth == "key"
    assert resolve_config(api_key="k", api_secret="s", environment={}).auth == "signature"
    assert resolve_config(api_key="k", auth="bearer", environment={}).auth == "bearer"


def test_071_only_the_agent_catalogues_are_public() -> None:
    public = {operation.tag for operation in OPERATIONS.values() if operation.auth == "none"}
    assert public == {"agents", "skills", "credentials"}
    assert all(operation.auth == "none" for operation in OPERATIONS.values() if operation.tag in public)


def test_072_operations_of_older_documents_are_marked() -> None:
    for path in (
        "/Organization/List",
        "/Organization/Remove",
        "/Team/Remove",
        "/Team/Member/List",
        "/Team/Member/Accept",
    ):
        (operation,) = [operation for operation in OPERATIONS.values() if operation.path == path]
        assert operation.status != "current", path
    assert sent_body("teams.spending_summary", teamguid="t") == {"teamguid": "t"}


def test_073_answers_may_lack_errors() -> None:
    assert answer(200, {"result": True}).errors is UNSET
    assert answer(200, {}).result is UNSET
    assert refusal(200, {"result": False}).errors == ()
