"""The account that owns the sandbox's agents, as rows and histories name it."""

from typing import Any

from attrs import frozen

__all__ = ["OWNER", "Actor", "actor_dict", "actor_uuid"]


@frozen
class Actor:
    """Somebody who does something: an account, as far as other people see it."""

    uuid: str
    first_name: str
    last_name: str
    email: str
    username: str


#: The account behind the sandbox's key.
OWNER = Actor("sandbox-user", "Ada", "Lovelace", "ada@example.com", "ada")


def actor_uuid(actor: Actor | None) -> str:
    """Return what stands for an account in a row; the service itself is `system`."""
    return "system" if actor is None else actor.uuid


def actor_dict(actor: Actor | None) -> dict[str, Any] | None:
    """Return an account as the API writes it, None for the service itself."""
    if actor is None:
        return None
    return {
        "uuid": actor.uuid,
        "firstname": actor.first_name,
        "lastname": actor.last_name,
        "email": actor.email,
        "username": actor.username,
        "avatar": None,
        "avatarinitials": actor.first_name[:1] + actor.last_name[:1],
    }
