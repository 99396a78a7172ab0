"""schemathesis against a running sandbox: every operation, with what the bundle allows and with what it forbids.

`tox -e fuzz` runs it. The twelve OAuth callbacks, which browsers call and no client, are left out.
"""

from __future__ import annotations

import importlib.util
import json
import time
import zlib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.config import (
    CoveragePhaseConfig,
    FuzzingPhaseConfig,
    GenerationConfig,
    PhasesConfig,
    ProjectConfig,
    ProjectsConfig,
    SchemathesisConfig,
)
from schemathesis.core import NOT_SET
from schemathesis.core.parameters import ParameterLocation

from tests.support.deployed_agents import deploy_connectable
from tests.support.sandbox_agents import AgentClient
from tests.support.sandbox_client import SandboxClient
from wiro.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEED = 4
_EXAMPLES_PER_OPERATION = 30
_CLIENT_OPERATIONS = 127
_ENDLESS = {"prompt": "a slow fox", "seconds": 86_400}
_MODELS = ("image", "image-edit", "video", "music", "language", "failing", "queued", "unstartable", "realtime-tts")
# These report or skip the rows that they cannot take, as documented, and carry out the others.
_ROW_BY_ROW = ("user_agents_credential_upsert", "user_agent_messages_delete")
# The service answers most refusals with status 200, and an undocumented method as an unknown address.
_CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "ignored_auth",
)


def _read_bundle() -> dict[str, Any]:
    spec = importlib.util.find_spec("wiro_client")
    assert spec is not None
    assert spec.origin is not None
    bundle: dict[str, Any] = json.loads((Path(spec.origin).parent / "openapi.json").read_text(encoding="utf-8"))
    return bundle


def _config() -> SchemathesisConfig:
    generation = GenerationConfig(max_examples=_EXAMPLES_PER_OPERATION, database="none", with_security_parameters=False)
    phases = PhasesConfig(
        coverage=CoveragePhaseConfig(unexpected_methods=set()), fuzzing=FuzzingPhaseConfig(generation=generation)
    )
    default = ProjectConfig(generation=generation, phases=phases)
    return SchemathesisConfig(seed=_SEED, projects=ProjectsConfig(default=default))


load_all_checks()
SCHEMA = schemathesis.openapi.from_dict(_read_bundle(), config=_config()).include(method="POST")
CHECKS = list(schemathesis.checks.CHECKS.get_by_names(_CHECKS))


class Target:
    """A sandbox that is furnished anew for each operation, and what was asked of it."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox = sandbox
        self.client = SandboxClient(sandbox)
        self.cases: Counter[str] = Counter()
        self.accepted: Counter[str] = Counter()
        self.known: dict[str, list[str]] = {}
        self._operation = ""

    def furnish(self, operation_id: str) -> None:
        """Let there be tasks, agents, a conversation and a team, if the operation is not the last one's."""
        if operation_id == self._operation:
            return
        self._operation = operation_id
        print(operation_id, end=" ", flush=True)
        self.sandbox.reset()
        client, agents = self.client, AgentClient(self.client)
        done = client.run("sandbox/image", prompt="a red fox", seconds=1)
        client.wait(done["taskid"])
        tasks = [done, client.run("sandbox/queued", prompt="patience"), client.run("sandbox/image", **_ENDLESS)]
        tokens = [task["socketaccesstoken"] for task in tasks]
        agent = agents.running()
        message = agents.say(agent, "Hello", sessionkey="user-alice")
        waiting = agents.send(agent, "/wait 86400 Hello", sessionkey="user-alice")
        organization = client.post("/Organization/Create", {"name": "Foxes"})["organization"]["guid"]
        team = client.post("/Team/Create", {"organizationguid": organization, "name": "Red"})["team"]["guid"]
        (template,) = client.post("/Agent/Detail", {"slug": "social-manager"})["agents"]
        self.known = {
            "agentguid": [template["guid"]],
            "guid": [template["guid"]] if operation_id == "agents_detail" else [agent],
            "key": ["gmail"],
            "messageguid": [message["guid"], waiting["messageguid"]],
            "name": ["int-gmail-check"] if operation_id.startswith("skills_") else ["Vixen"],
            "organizationguid": [organization],
            "projectapikey": [self.sandbox.api_key],
            "sessionkey": ["user-alice"],
            "slug": ["social-manager"],
            "slugowner": ["sandbox"],
            "slugproject": list(_MODELS),
            "socketaccesstoken": tokens,
            "targetteamguid": [team],
            "taskid": [task["taskid"] for task in tasks],
            "tasktoken": tokens,
            "teamguid": [team],
            "uuid": [agents.detail(agent)["uuid"]],
            "useragentguid": [agent, deploy_connectable(client)],
        }

    def prepare(self, case: schemathesis.Case) -> None:
        """Let most of the names in a case be of something that exists, by a choice that depends on the case only.

        Addresses that the sandbox would call are replaced always: it must not speak to strangers.
        """
        body = repr((case.path_parameters, case.body))
        if _choice(body, 3):
            case.headers.pop("teamGUID", None)
        if case.operation.path.startswith("/Run/") and _choice(body, 8):
            case.path_parameters = {"owner-slug": "sandbox", "model-slug": _MODELS[_choice(body, len(_MODELS))]}
        if not isinstance(case.body, dict):
            return
        # An empty name may be what is wrong with a wrong case.
        is_right = case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE
        for name, value in case.body.items():
            if not isinstance(value, str) or not (value or is_right):
                continue
            if name.lower() == "callbackurl":
                case.body[name] = f"{self.sandbox.base_url}/Tool/List"
            elif name in self.known and _choice(name + body, 8):
                case.body[name] = self.known[name][_choice(body + name, len(self.known[name]))]

    def violations(self, *directions: str) -> list[str]:
        """Return what violated the bundle in some directions."""
        return [str(violation) for violation in self.sandbox.books.violations if violation.direction in directions]


def _choice(text: str, count: int) -> int:
    return zlib.crc32(text.encode("utf-8", "backslashreplace")) // 7 % count


@pytest.fixture(scope="module")
def target() -> Iterator[Target]:
    started = time.monotonic()
    with Sandbox(time_scale=1000, balance=1_000_000) as sandbox:
        target = Target(sandbox)
        yield target
    print(
        f"\n{target.cases.total()} cases, {target.accepted.total()} accepted; {len(target.cases)} operations, "
        f"{len(target.accepted)} of them accepted something; {time.monotonic() - started:.0f} s"
    )
    print("accepted nothing:", *sorted(target.cases.keys() - target.accepted.keys()))


def test_every_operation_is_fuzzed() -> None:
    assert len(list(SCHEMA.get_all_operations())) == _CLIENT_OPERATIONS


@SCHEMA.parametrize()
def test_operation(case: schemathesis.Case, target: Target) -> None:
    operation_id = str(case.operation.definition.raw["operationId"])
    target.furnish(operation_id)
    target.prepare(case)
    target.cases[operation_id] += 1
    refused_before = len(target.violations("request"))
    response = case.call_and_validate(
        base_url=target.sandbox.base_url, headers={"x-api-key": target.sandbox.api_key}, checks=CHECKS, timeout=10
    )
    accepted = response.status_code == 200 and response.json()["result"] is True
    if accepted:
        target.accepted[operation_id] += 1
    assert target.violations("response", "frame") == []
    is_forbidden = len(target.violations("request")) > refused_before
    if accepted and operation_id not in _ROW_BY_ROW:
        assert not is_forbidden, target.violations("request")[-1]
    assert case.meta is not None
    if case.meta.generation.mode is GenerationMode.POSITIVE:
        assert not is_forbidden, target.violations("request")[-1]
    elif case.media_type == "application/json" and case.body is not NOT_SET and operation_id not in _ROW_BY_ROW:
        # Everything in a form is a text, and no body at all is an empty object.
        is_body_wrong = case.meta.components[ParameterLocation.BODY].mode is GenerationMode.NEGATIVE
        assert not (accepted and is_body_wrong), f"The bundle forbids this body: {case.body!r}"
