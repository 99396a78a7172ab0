"""Deployed agents for tests of the sandbox."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.support.sandbox_client import SandboxClient

RUNNING = 4
_PATIENCE_SECONDS = 10.0
TERMINAL = ("agent_end", "agent_error", "agent_cancel")
GMAIL = {"account": "me@example.com", "apppassword": "xxxx xxxx"}


class AgentClient:
    """Deploys agents and talks to them, with a sandbox client."""

    def __init__(self, client: SandboxClient) -> None:
        self.client = client
        self.post = client.post
        self.error = client.error

    def deploy(self, **changes: Any) -> dict[str, Any]:
        """Deploy a custom build that needs no more setup, unless told otherwise; return its row."""
        body = {
            "custom": True,
            "title": "Inbox bot",
            "useprepaid": True,
            "tier": "pro",
            "skills": {"int-gmail-check": True},
            "credentials": {"gmail": GMAIL},
        } | changes
        answer = self.post("/UserAgent/Deploy", body)
        assert answer["result"] is True, answer
        (row,) = answer["useragents"]
        return dict(row)

    def detail(self, guid: str) -> dict[str, Any]:
        (row,) = self.post("/UserAgent/Detail", {"guid": guid})["useragents"]
        return dict(row)

    def running(self, **changes: Any) -> str:
        """Deploy and start an agent; return its guid once it runs."""
        guid = str(self.deploy(**changes)["guid"])
        assert self.post("/UserAgent/Start", {"guid": guid}) == {"result": True, "errors": []}
        self.wait_status(guid, RUNNING)
        return guid

    def wait_status(self, guid: str, *statuses: int) -> dict[str, Any]:
        """Return the row of an agent once it has one of the statuses."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while (row := self.detail(guid))["status"] not in statuses:
            assert time.monotonic() < deadline, row["status"]
            time.sleep(0.005)
        return row

    def send(self, guid: str, message: str, **more: Any) -> dict[str, Any]:
        """Send a message that is accepted; return the answer."""
        answer = self.post("/UserAgent/Message/Send", {"useragentguid": guid, "message": message, **more})
        assert answer["result"] is True, answer
        return answer

    def message(self, guid: str) -> dict[str, Any]:
        return dict(self.post("/UserAgent/Message/Detail", {"messageguid": guid})["data"])

    def wait_message(self, guid: str, *statuses: str) -> dict[str, Any]:
        """Return the row of a message once it has one of the statuses, or has ended."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while (row := self.message(guid))["status"] not in (statuses or TERMINAL):
            assert time.monotonic() < deadline, row["status"]
            time.sleep(0.005)
        return row

    def say(self, guid: str, message: str, **more: Any) -> dict[str, Any]:
        """Send a message and return its row once it has ended."""
        return self.wait_message(self.send(guid, message, **more)["messageguid"])
