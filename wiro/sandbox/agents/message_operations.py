"""Operations on conversations: sending, reading, cancelling, deleting, and messages that the runtime inserts."""

import uuid
from typing import TYPE_CHECKING, Any

from wiro.agent_lifecycle import AgentStatus
from wiro.sandbox.agents.access import agent_of, guarded_agent, message_of, required, runtime_agent
from wiro.sandbox.agents.dialects import message_row
from wiro.sandbox.agents.messages import DELETED_BOTH, DELETED_SIDES, Message
from wiro.sandbox.agents.pricing import number
from wiro.sandbox.agents.refusals import refuse_agent
from wiro.sandbox.pages import page_of
from wiro.sandbox.parameters import Upload
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation

if TYPE_CHECKING:
    from wiro.sandbox.world import World

__all__ = ["MESSAGE_OPERATIONS"]

_DEFAULT_SESSION = "default"
_LATEST_SESSION = "auto"
_DEFAULT_PAGE = 50
_MAX_PAGE = 200
_DENIED = "agent_access_denied"


async def _send(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    agent = guarded_agent(world, request, refusal=_DENIED)
    files = _files(body)
    content = str(body.get("message") or "")
    if not content and not files:
        raise refuse("parameter_required", name="message")
    if agent.status is not AgentStatus.RUNNING:
        status = int(agent.status)
        raise refuse_agent("not_running", {"agentstatus": status}, n=status)
    if agent.credits.remaining <= 0:
        raise refuse_agent("out_of_credits", {"agentbalance": number(agent.credits.remaining)})
    request.accept()
    message = Message(
        guid=str(uuid.uuid4()),
        agent_guid=agent.guid,
        session=str(body.get("sessionkey") or _DEFAULT_SESSION),
        content=content,
        created_at=world.agents.calendar.now(),
        callback_url=str(body.get("callbackurl") or ""),
        attachments=[_attachment(world, file) for file in files],
    )
    if not world.agents.messages.of_agent(agent.guid, message.session):
        agent.activity.write(
            message.created_at, "session", "session_start", session=message.session, actor=message.sender
        )
    world.agents.conversations.start(agent, message)
    return {"messageguid": message.guid, "agenttoken": message.token, "status": message.status}


async def _detail(world: "World", request: ApiRequest) -> dict[str, Any]:
    message = message_of(world, request)
    request.accept()
    return {"data": message_row(world.agents.dialect, message)}


async def _history(world: "World", request: ApiRequest) -> dict[str, Any]:
    body = request.body
    agent = guarded_agent(world, request, refusal=_DENIED)
    request.accept()
    session = str(body.get("sessionkey") or _DEFAULT_SESSION)
    rows = world.agents.messages.of_agent(agent.guid, session)
    before = body.get("before")
    if before:
        position = next((index for index, message in enumerate(rows) if message.guid == before), len(rows))
        rows = rows[position + 1 :]
    visible = [message for message in rows if message.deleted != DELETED_BOTH]
    page = page_of(visible, {"limit": body.get("limit", _DEFAULT_PAGE)}, largest=_MAX_PAGE)
    return {
        "data": {
            "messages": [message_row(world.agents.dialect, message) for message in page],
            "count": len(page),
            "hasmore": len(visible) > len(page),
        }
    }


async def _sessions(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = guarded_agent(world, request, refusal=_DENIED)
    request.accept()
    sessions: dict[str, list[Message]] = {}
    for message in world.agents.messages.of_agent(agent.guid):
        if message.deleted != DELETED_BOTH:
            sessions.setdefault(message.session, []).append(message)
    rows = [
        {
            "sessionkey": session,
            "messagecount": str(len(messages)),
            "updatedat": str(messages[0].ended_at or messages[0].created_at),
            "lastmessage": next((message.content for message in messages if message.content), ""),
        }
        for session, messages in sessions.items()
    ]
    return {"data": {"sessions": rows}}


async def _delete_session(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = agent_of(world, request, refusal=_DENIED)
    session = required(request, "sessionkey")
    request.accept()
    for message in world.agents.messages.of_agent(agent.guid, session):
        world.agents.conversations.forget(message)
    return {}


async def _delete(world: "World", request: ApiRequest) -> dict[str, Any]:
    """Hide sides of messages; a row that names no message of the agent, or no side, is skipped."""
    agent = guarded_agent(world, request, refusal=_DENIED)
    items = request.body.get("items")
    if not isinstance(items, list) or not items:
        raise refuse("parameter_required", name="items")
    for item in items:
        if not isinstance(item, dict):
            continue
        message = world.agents.messages.find(str(item.get("messageguid") or ""), None)
        if message is not None and message.agent_guid == agent.guid:
            message.deleted |= DELETED_SIDES.get(str(item.get("side")), 0)
    return {}


async def _cancel(world: "World", request: ApiRequest) -> dict[str, Any]:
    message = message_of(world, request)
    if not message.is_cancellable:
        raise refuse_agent("not_cancellable", status=message.status)
    request.accept()
    world.agents.conversations.cancel(world.agents.instances.find(message.agent_guid), message)
    return {}


async def _system_insert(world: "World", request: ApiRequest) -> dict[str, Any]:
    agent = runtime_agent(world, request.body)
    content = required(request, "content")
    request.accept()
    session = str(request.body.get("sessionkey") or _LATEST_SESSION)
    if session == _LATEST_SESSION:
        latest = world.agents.messages.of_agent(agent.guid)
        session = latest[0].session if latest else _DEFAULT_SESSION
    now = world.agents.calendar.now()
    message = Message(
        guid=str(uuid.uuid4()),
        agent_guid=agent.guid,
        session=session,
        content="",
        created_at=now,
        sender=None,
        status="agent_end",
        output=content,
        response=content,
        metadata={"type": "system"},
        started_at=now,
        ended_at=now,
    )
    world.agents.messages.add(message)
    return {"messageguid": message.guid, "sessionkey": session}


MESSAGE_OPERATIONS: tuple[Operation, ...] = (
    Operation("user_agent_messages_send", "/UserAgent/Message/Send", _send),
    Operation("user_agent_messages_detail", "/UserAgent/Message/Detail", _detail),
    Operation("user_agent_messages_history", "/UserAgent/Message/History", _history),
    Operation("user_agent_messages_sessions", "/UserAgent/Message/Sessions", _sessions),
    Operation("user_agent_messages_delete_session", "/UserAgent/Message/DeleteSession", _delete_session),
    Operation("user_agent_messages_delete", "/UserAgent/Message/Delete", _delete),
    Operation("user_agent_messages_cancel", "/UserAgent/Message/Cancel", _cancel),
    # The agent and its owner prove who reports; there is no key in a container.
    Operation("user_agent_messages_system_insert", "/UserAgent/Message/SystemInsert", _system_insert, public=True),
)


def _files(body: dict[str, Any]) -> list[Upload]:
    found: list[Upload] = []
    for name in ("attachment", "attachments", "attachments[]"):
        value = body.get(name)
        found.extend(file for file in (value if isinstance(value, list) else [value]) if isinstance(file, Upload))
    return found


def _attachment(world: "World", file: Upload) -> dict[str, Any]:
    stored = world.files.add(file.name, file.content_type, file.content)
    return {
        "url": world.files.url(stored),
        "name": file.name,
        "type": file.content_type,
        "size": len(file.content),
    }
