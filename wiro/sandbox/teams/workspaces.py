"""All organizations and teams, and the workspace that a request is about."""

from collections.abc import Iterator

from attrs import define, field

from wiro.sandbox.agents.accounts import OWNER, Actor
from wiro.sandbox.teams.groups import Member, Organization, Team
from wiro.sandbox.teams.refusals import refuse_team
from wiro.sandbox.wallet import Wallet

__all__ = ["Workspaces"]


@define(eq=False)
class Workspaces:
    """Who shares what in the sandbox.

    Args:
        personal_wallet: The wallet of the personal workspace.
        project_team_guid: The team that the sandbox's only project is in, None for the personal workspace.
        avatar_url: The caller's picture, None before there is one.
    """

    personal_wallet: Wallet
    project_team_guid: str | None = None
    avatar_url: str | None = None
    _organizations: dict[str, Organization] = field(factory=dict, init=False)
    _teams: dict[str, Team] = field(factory=dict, init=False)

    @property
    def caller(self) -> Actor:
        """Who asks: the sandbox has one account."""
        return OWNER

    def resolve(self, team_guid: str | None) -> str | None:
        """Return the team that a request is about, None for the personal workspace.

        Args:
            team_guid: What its `teamGUID` header says. Without one, or with one of a team that does not exist, it is
                the workspace of the project: most operations do not look at the header.
        """
        return team_guid if team_guid is not None and self.is_team(team_guid) else self.project_team_guid

    def is_team(self, guid: str) -> bool:
        """Tell whether there is an active team, which the caller is then a member of."""
        team = self._teams.get(guid)
        return team is not None and team.is_active

    def wallet(self, team_guid: str | None) -> Wallet:
        """Return the wallet that pays in a workspace.

        Raises:
            RefusedError: If there was never such a team.
        """
        if team_guid is None:
            return self.personal_wallet
        team = self._teams.get(team_guid)
        if team is None:
            raise refuse_team("not_a_member")
        return team.wallet

    def team(self, guid: str) -> Team:
        """Return an active team.

        Raises:
            RefusedError: If there is none: the service does not tell strangers from strange guids.
        """
        team = self._teams.get(guid)
        if team is None or not team.is_active:
            raise refuse_team("no_permission")
        return team

    def organization(self, guid: str, *, removed: bool = False) -> Organization:
        """Return an organization of the caller.

        Args:
            guid: The organization.
            removed: Whether a removed one will do.

        Raises:
            RefusedError: If there is none.
        """
        organization = self._organizations.get(guid)
        if organization is None or not (organization.is_active or removed):
            raise refuse_team("no_permission")
        return organization

    def organizations(self) -> Iterator[Organization]:
        """Return the organizations that were not removed, oldest first."""
        return (organization for organization in self._organizations.values() if organization.is_active)

    def teams_of(self, organization: Organization) -> list[Team]:
        """Return all teams of an organization, oldest first."""
        return [team for team in self._teams.values() if team.organization_guid == organization.guid]

    def create_organization(self, name: str) -> Organization:
        """Create an organization that the caller owns."""
        organization = Organization(name=name)
        self._organizations[organization.guid] = organization
        return organization

    def create_team(self, organization: Organization, name: str) -> Team:
        """Create a team with an empty wallet and the caller as its admin."""
        team = Team(organization_guid=organization.guid, name=name)
        team.members.append(Member(team_guid=team.guid, role="admin", person=self.caller, status="active"))
        self._teams[team.guid] = team
        return team

    def invitation(self, token: str) -> Member | None:
        """Return the open invitation that a token belongs to."""
        return next(
            (
                member
                for team in self._teams.values()
                for member in team.members
                if member.token == token and member.status == "pending"
            ),
            None,
        )

    def invitations(self) -> list[Member]:
        """Return all open invitations, oldest first."""
        return [member for team in self._teams.values() for member in team.members if member.status == "pending"]

    def release(self, team: Team) -> None:
        """Remove a team; what was in it is in the personal workspace from then on."""
        team.is_active = False
        if self.project_team_guid == team.guid:
            self.project_team_guid = None

    def check_run(self, team_guid: str | None, model_id: str) -> None:
        """Refuse a run that the team's settings do not allow.

        Raises:
            RefusedError: If the model is not allowed, or the team or the caller has spent as much as it may.
        """
        if team_guid is None:
            return
        team = self.team(team_guid)
        if not team.allows_model(model_id):
            raise refuse_team("model_not_allowed")
        membership = team.member(self.caller.uuid)
        # Everything that a team spends here is the caller's: the sandbox has one key.
        spent = team.wallet.spent
        if team.spend_limit is not None and spent >= team.spend_limit:
            raise refuse_team("team_limit")
        if membership is not None and membership.spend_limit is not None and spent >= membership.spend_limit:
            raise refuse_team("member_limit")

    def clear(self) -> None:
        """Forget all of it."""
        self._organizations.clear()
        self._teams.clear()
        self.project_team_guid = self.avatar_url = None
