"""How long it takes to decode an answer of 20 agents, about 30 KB, next to `json.loads` alone.

Models read a field when it is asked for. So several programs are measured: one that only receives the answer, one that
reads what a list page shows of each agent, one that makes models of a parsed answer of its own (which is copied), and
one that reads every documented field at every depth.
"""

from __future__ import annotations

import copy
import json
from importlib import resources
from typing import Any, Final

from tests.bench.comparing import medians
from wiro_client.api.user_agents.my_agents import build_call
from wiro_client.exchange import decode
from wiro_client.model import Model
from wiro_client.models import UserAgentMyAgentsResponse

LIMIT: Final = 2.0
_AGENTS: Final = 20
_BYTES: Final = 30_000


def answer() -> bytes:
    """Return the documented answer, repeated to 20 agents and filled up with fields that the specification lacks."""
    document = json.loads(resources.files("wiro_client").joinpath("openapi.json").read_text(encoding="utf-8"))
    operation = document["paths"]["/UserAgent/MyAgents"]["post"]
    examples = operation["responses"]["200"]["content"]["application/json"]["examples"]
    value: dict[str, Any] = copy.deepcopy(max((example["value"] for example in examples.values()), key=_size))
    rows = value["useragents"]
    value["useragents"] = [{**copy.deepcopy(rows[index % len(rows)]), "guid": f"g{index}"} for index in range(_AGENTS)]
    number = 0
    while _size(value) < _BYTES:
        value["useragents"][number % _AGENTS][f"newer{number}"] = {"enabled": True, "values": [number, str(number)]}
        number += 1
    return json.dumps(value).encode()


def _size(value: Any) -> int:
    return len(json.dumps(value))


def read_everything(value: Any) -> None:
    """Read every documented field at every depth."""
    if isinstance(value, Model):
        for name in value._fields:
            read_everything(getattr(value, name))
    elif isinstance(value, list):
        for item in value:
            read_everything(item)


def main() -> int:
    """Print the medians as JSON; fail over the limit, or if anything of the answer is lost."""
    content = answer()
    call = build_call()

    def received() -> Any:
        return decode(call, 200, {}, content)

    def listed() -> list[Any]:
        return [(agent.guid, agent.title, agent.status) for agent in received().useragents]

    lost = received().to_dict() != json.loads(content)
    microseconds = medians(
        {
            "json": lambda: json.loads(content),
            "received": received,
            "listed": listed,
            "from_dict": lambda: UserAgentMyAgentsResponse.from_dict(json.loads(content)),
            "everything": lambda: read_everything(received()),
        },
        rounds=30,
        calls=20,
    )
    ratios = {name: round(value / microseconds["json"], 3) for name, value in microseconds.items() if name != "json"}
    report = {"bytes": len(content), "microseconds": microseconds, "to_json": ratios, "limit": LIMIT, "lost": lost}
    print(json.dumps(report))
    return 1 if lost or max(ratios[name] for name in ("received", "listed", "from_dict")) > LIMIT else 0


if __name__ == "__main__":
    raise SystemExit(main())
