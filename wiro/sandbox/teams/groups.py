"""An organization, a team and a membership: what each consists of, and the rows that show them."""

import secrets
import uuid
from decimal import Decimal
from typing import Any, Literal

from attrs import define, field

from wiro.sandbox.agents.accounts import OWNER, Actor
from wiro.sandbox.wallet import Wallet

__all__ = ["INVITATION_SECONDS", "Member", "ModelAccess", "Organization", "Role", "Team", "TeamWallet"]

#: How long an invitation is valid.
INVITATION_SECONDS = 7 * 86_400

ModelAccess = Literal["all", "allowlist", "blocklist"]
Role = Literal["admin", "member"]

_ACTIVE, _REMOVED = 1, 0
_BUDGET_ALERT_PERCENT = 80


def _guid() -> str:
    return str(uuid.uuid4())


@define
class TeamWallet(Wallet):
    """A wallet that knows what the team has spent; transfers are no spending.

    Args:
        spent: USD that the team paid with.
    """

    balance: Decimal = Decimal(0)
    spent: Decimal = field(default=Decimal(0), init=False)

    def charge(self, amount: Decimal, reason: str = "Charge") -> None:
        """Take an amount in USD from the balance."""
        super().charge(amount, reason)
        self.spent += amount


@define(kw_only=True, eq=False)
class Member:
    """A membership, or an invitation to one.

    Args:
        team_guid: The team.
        role: What the person may do.
        person: Who it is, None while an invitation is open.
        email: Address that was invited.
        spend_limit: Most USD that the person may spend in the team, None for no limit.
        status: `pending`, `active` or `removed`.
        token: What the invitation's e-mail carries.
        expires_at: Until when the invitation is valid, seconds since the epoch.
    """

    team_guid: str
    role: Role
    person: Actor | None = None
    email: str = ""
    spend_limit: Decimal | None = None
    status: Literal["pending", "active", "removed"] = "pending"
    guid: str = field(factory=_guid)
    token: str = field(factory=secrets.token_urlsafe, repr=False)
    expires_at: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """Return the row, with the names of older and newer documentation."""
        person = self.person
        row: dict[str, Any] = {
            "guid": self.guid,
            "teamguid": self.team_guid,
            "useruuid": None if person is None else person.uuid,
            "role": self.role,
            "status": self.status,
            "username": None if person is None else person.username,
            "email": self.email if person is None else person.email,
            "avatar": None,
            "spendlimit": _money(self.spend_limit),
        }
        if person is None:
            return row | {"inviteemail": self.email, "inviteexpiry": str(int(self.expires_at))}
        user = {
            "firstname": person.first_name,
            "lastname": person.last_name,
            "email": person.email,
            "avatar": None,
            "avatarinitials": person.first_name[:1] + person.last_name[:1],
        }
        return row | {"user": user}


@define(kw_only=True, eq=False)
class Team:
    """A team: a workspace with a wallet of its own.

    Args:
        organization_guid: The organization that it belongs to.
        spend_limit: Most USD that the team may spend, None for no limit.
        model_access: Which models may be run.
        allowed_models: Their ids, in the mode `allowlist`.
        blocked_models: The ids of those that may not be run, in the mode `blocklist`.
        members: Everybody who is or was a member, oldest first.
    """

    organization_guid: str
    name: str
    spend_limit: Decimal | None = None
    model_access: ModelAccess = "all"
    allowed_models: list[int | str] = field(factory=list)
    blocked_models: list[int | str] = field(factory=list)
    is_active: bool = True
    guid: str = field(factory=_guid)
    wallet: TeamWallet = field(factory=TeamWallet)
    members: list[Member] = field(factory=list)

    def member(self, useruuid: str) -> Member | None:
        """Return the active membership of a person."""
        return next(
            (
                member
                for member in self.members
                if member.status == "active" and member.person is not None and member.person.uuid == useruuid
            ),
            None,
        )

    def allows_model(self, model_id: str) -> bool:
        """Tell whether a model may be run."""
        if self.model_access == "allowlist":
            return model_id in map(str, self.allowed_models)
        return self.model_access == "all" or model_id not in map(str, self.blocked_models)

    def to_dict(self) -> dict[str, Any]:
        """Return the row of Team/Create."""
        return {
            "guid": self.guid,
            "organizationguid": self.organization_guid,
            "name": self.name,
            "description": None,
            "spendlimit": _money(self.spend_limit),
            "budgetalertpct": _BUDGET_ALERT_PERCENT,
            "modelaccess": self.model_access,
            "allowedmodelids": self.allowed_models or None,
            "blockedmodelids": self.blocked_models or None,
            "status": _ACTIVE if self.is_active else _REMOVED,
        }

    def to_summary(self) -> dict[str, Any]:
        """Return the row of Organization/List, with the names of older and newer documentation."""
        membership = self.member(OWNER.uuid)
        status = _ACTIVE if self.is_active else _REMOVED
        return {
            "guid": self.guid,
            "name": self.name,
            "status": status,
            "teamguid": self.guid,
            "teamname": self.name,
            "teamstatus": status,
            "role": "owner" if membership is None else membership.role,
            "memberguid": None if membership is None else membership.guid,
            "walletbalance": float(self.wallet.balance),
        }


@define(kw_only=True, eq=False)
class Organization:
    """An organization of the sandbox's account.

    Args:
        name: Its name.
        is_active: False after it was removed, until it is restored.
    """

    name: str
    is_active: bool = True
    guid: str = field(factory=_guid)

    def to_dict(self, teams: list[Team]) -> dict[str, Any]:
        """Return the row, with the names of older and newer documentation."""
        status = _ACTIVE if self.is_active else _REMOVED
        return {
            "guid": self.guid,
            "name": self.name,
            "status": status,
            "organizationguid": self.guid,
            "organizationname": self.name,
            "organizationstatus": status,
            "isowner": True,
            "owneruuid": OWNER.uuid,
            "avatar": None,
            "teams": [team.to_summary() for team in teams],
        }


def _money(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)
