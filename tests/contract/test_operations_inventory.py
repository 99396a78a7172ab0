"""The specification has every documented operation that a client can call, with every parameter of it."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest

from tests.support.contract import (
    body_schemas,
    field_schemas,
    generated_operations,
    openapi_document,
    resolved,
    shared_api,
)

TOTAL = 127

_TEMPLATE = "stands for the twelve providers, whose operations are listed one by one"
_DRIVE = "the older Google Drive consent is superseded by a service account and GoogleDriveListFolders"
EXCLUDED = {
    ("POST", "/Agent/CustomSkillRename"): "for administrators of the service only (001_e96aa5bc1228153b.txt:3337)",
    ("POST", "/UserAgent/SkillToggle"): "documented as no part of the public API (001_e96aa5bc1228153b.txt:3518)",
    ("POST", "/UserAgentOAuth/{Provider}Connect"): _TEMPLATE,
    ("POST", "/UserAgentOAuth/{Provider}Status"): _TEMPLATE,
    ("POST", "/UserAgentOAuth/{Provider}Disconnect"): _TEMPLATE,
    ("GET", "/UserAgentOAuth/{Provider}Callback"): _TEMPLATE,
    ("POST", "/UserAgentOAuth/GoogleDriveConnect"): _DRIVE,
    ("POST", "/UserAgentOAuth/GoogleDriveStatus"): _DRIVE,
    ("POST", "/UserAgentOAuth/GoogleDriveDisconnect"): _DRIVE,
    ("GET", "/UserAgentOAuth/GoogleDriveCallback"): _DRIVE,
    ("POST", "/UserAgentOAuth/GoogleDriveListFolder"): _DRIVE,
    ("POST", "/UserAgentOAuth/GoogleDriveSetFolder"): _DRIVE,
}

_CALLBACK_PREFIXES = ("X", "TikTok", "IG", "FB", "LI", "GAds", "YT", "GA4", "MC", "MetaAds", "HubSpot", "Mailchimp")
# Browsers come here, clients never do: described, but nothing is generated.
DESCRIBED_ONLY = {("GET", f"/UserAgentOAuth/{prefix}Callback") for prefix in _CALLBACK_PREFIXES}

# Documented parameters that are not in the specification under their name, by operation and parameter.
PARAMETERS_LEFT_OUT: dict[tuple[str, str], str] = {
    ("/Run/{owner-slug}/{model-slug}", "<model parameters>"): "stands for the free parameters of each model",
    ("/Task/Cancel", "tasktoken"): "every client of the vendor sends taskid, and so do newer documents",
}

# Parameters that are required in one place and not in the other, with the value of the documentation.
REQUIRED_DIFFERENTLY: dict[tuple[str, str, bool | str], str] = {
    ("/Task/Cancel", "taskid", "conditional"): "the only parameter that the vendor's clients and newer documents send",
    ("/Task/Kill", "tasktoken", True): "the vendor's clients send socketaccesstoken or taskid, one of which is needed",
    (
        "/UserAgent/Message/Send",
        "message",
        "conditional",
    ): "may be empty with files, but a message is never left out unseen",
}

# Objects of answers whose fields depend on the model or the credential: the documentation's samples show some of them.
FREE_OBJECTS = ("tool.inspire.", "tasklist.parameters.", "useragents.credentials.")

_STATUS = {"current": "current", "mentioned-only": "mentioned", "legacy": "legacy"}


@cache
def _documented() -> dict[tuple[str, str], dict[str, Any]]:
    entries = json.loads((shared_api() / "operations.json").read_text(encoding="utf-8"))
    return {(entry["method"], entry["path"]): entry for entry in entries}


def _included() -> dict[tuple[str, str], dict[str, Any]]:
    return {key: entry for key, entry in _documented().items() if key not in EXCLUDED and key not in DESCRIBED_ONLY}


def _outside_body(operation: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the parameters of the path and the headers."""
    return [resolved(parameter) for parameter in operation.get("parameters", ())]


def _parameters(operation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the parameters of an operation and the fields of its body, by wire name and by older name."""
    found = {parameter["name"]: resolved(parameter["schema"]) for parameter in _outside_body(operation)}
    for schema in body_schemas(operation).values():
        for name, field in field_schemas(schema).items():
            for alias in (name, *field.get("x-wiro-aliases", ())):
                found[alias] = {**resolved(field), **field}
    return found


def _required(operation: dict[str, Any]) -> set[str]:
    """Return the names of the parameters and fields that an operation cannot do without, in any content type."""
    required = {parameter["name"] for parameter in _outside_body(operation) if parameter.get("required")}
    bodies = [set(schema.get("required", ())) for schema in body_schemas(operation).values()]
    return required | set.intersection(*bodies) if bodies else required


def test_the_specification_has_127_operations_to_call() -> None:
    assert len(generated_operations()) == TOTAL


def test_every_operation_has_an_id_of_its_own() -> None:
    ids = [operation["operationId"] for item in openapi_document()["paths"].values() for operation in item.values()]
    assert len(set(ids)) == len(ids)


def test_callbacks_are_described_but_not_generated() -> None:
    every = {(method.upper(), path) for path, item in openapi_document()["paths"].items() for method in item}
    described = every - set(generated_operations())
    assert described == DESCRIBED_ONLY


def test_the_client_offers_exactly_these_operations() -> None:
    from wiro_client.operations import OPERATIONS

    offered = {name: (operation.method, operation.path) for name, operation in OPERATIONS.items()}
    specified = {operation["operationId"]: key for key, operation in generated_operations().items()}
    assert offered == specified


def test_every_documented_operation_is_in_or_excluded_for_a_reason() -> None:
    documented = set(_documented())
    specified = set(generated_operations()) | DESCRIBED_ONLY
    assert documented - specified == set(EXCLUDED)
    assert specified - documented == set()


def test_status_and_authentication_are_as_documented() -> None:
    specified = generated_operations()
    for key, entry in _included().items():
        operation = specified[key]
        assert operation["x-wiro-status"] == _STATUS[entry["status"]], key
        expected = "runtime" if entry.get("runtime_only") else entry["auth"]
        assert operation["x-wiro-auth"] == expected, key


def test_the_team_header_is_offered_where_it_is_documented() -> None:
    specified = generated_operations()
    documented = {key for key, entry in _included().items() if entry["team_header"] != "none"}
    offered = {key for key in specified if "teamGUID" in _parameters(specified[key])}
    assert documented - offered == set()


def test_every_documented_parameter_is_there() -> None:
    specified = generated_operations()
    missing = []
    for key, entry in _included().items():
        parameters = _parameters(specified[key])
        for documented in entry["request"]:
            name = documented["name"].removesuffix("[]")
            known = name in parameters or documented["name"] in parameters
            if not known and (key[1], documented["name"]) not in PARAMETERS_LEFT_OUT:
                missing.append((key[1], documented["name"]))
            nested = {entry["name"] for entry in documented.get("nested", ())}
            if nested:
                missing += [(key[1], f"{name}.{field}") for field in nested - set(field_schemas(parameters[name]))]
    assert missing == []


def test_what_the_documentation_requires_is_required_and_nothing_else() -> None:
    specified = generated_operations()
    differences = []
    for key, entry in _included().items():
        parameters, required = _parameters(specified[key]), _required(specified[key])
        for documented in entry["request"]:
            name = documented["name"]
            if name in parameters and (documented["required"] is True) != (name in required):
                differences.append((key[1], name, documented["required"]))
    assert sorted(set(differences) - set(REQUIRED_DIFFERENTLY)) == []


def test_the_left_out_parameters_are_documented_ones() -> None:
    documented = {(key[1], parameter["name"]) for key, entry in _included().items() for parameter in entry["request"]}
    assert set(PARAMETERS_LEFT_OUT) - documented == set()


def test_documented_choices_are_accepted() -> None:
    specified = generated_operations()
    refused = []
    for key, entry in _included().items():
        parameters = _parameters(specified[key])
        for documented in entry["request"]:
            accepted = parameters.get(documented["name"], {}).get("enum")
            if accepted is not None and not set(documented.get("enum", ())) <= set(accepted):
                refused.append((key[1], documented["name"], sorted(set(documented["enum"]) - set(accepted))))
    assert refused == []


def test_every_documented_error_is_there() -> None:
    table = [message for rule in openapi_document()["x-wiro-errors"] for message in rule["messages"]]
    specified = generated_operations()
    missing = []
    for key, entry in _included().items():
        own = [error["message"] for error in specified[key]["x-wiro-documented-errors"]]
        known = [_words(message) for message in (*own, *table)]
        for documented in entry["errors"]:
            for message in re.findall(r'"([^"]+)"', documented) or [documented]:
                # The collection abbreviates some, and notes beside others what comes with them.
                words = _words(message)
                if not any(words in one or one in words for one in known):
                    missing.append((key[1], message))
    assert missing == [("/UserAgentOAuth/MetaAdsConnect", "<Provider> credentials not configured")]
    assert "Meta Ads credentials not configured" in str(specified["POST", "/UserAgentOAuth/MetaAdsConnect"])


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("content_type", ["application/json", "multipart/form-data"])
def test_documented_content_types_are_offered(content_type: str) -> None:
    specified = generated_operations()
    documented = {key for key, entry in _included().items() if content_type in entry["content_types"]}
    offered = {key for key, operation in specified.items() if content_type in body_schemas(operation)}
    assert documented - offered == set()


def test_every_documented_field_of_an_answer_is_there() -> None:
    missing = []
    for key, entry in _included().items():
        operation = generated_operations()[key]
        content = operation["responses"]["200"]["content"]["application/json"]
        paths = _missing_fields(entry["response"], field_schemas(content["schema"]))
        missing += [(key[1], path) for path in paths if not path.startswith(FREE_OBJECTS)]
    assert missing == []


def _missing_fields(documented: list[dict[str, Any]], fields: dict[str, Any], prefix: str = "") -> list[str]:
    missing = []
    for entry in documented:
        name = entry["name"]
        if name not in fields:
            missing.append(prefix + name)
        elif entry.get("nested"):
            missing += _missing_fields(entry["nested"], field_schemas(fields[name]), f"{prefix}{name}.")
    return missing
