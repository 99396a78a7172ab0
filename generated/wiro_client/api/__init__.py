"""All operations, grouped: ``Api(sender).tasks.detail(...)``, or awaited on ``AsyncApi``."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..calls import AsyncSender, Sender

if TYPE_CHECKING:
    from .agents import AgentsApi, AsyncAgentsApi
    from .coupons import AsyncCouponsApi, CouponsApi
    from .credentials import AsyncCredentialsApi, CredentialsApi
    from .files import AsyncFilesApi, FilesApi
    from .organizations import AsyncOrganizationsApi, OrganizationsApi
    from .projects import AsyncProjectsApi, ProjectsApi
    from .runs import AsyncRunsApi, RunsApi
    from .skills import AsyncSkillsApi, SkillsApi
    from .tasks import AsyncTasksApi, TasksApi
    from .team_members import AsyncTeamMembersApi, TeamMembersApi
    from .teams import AsyncTeamsApi, TeamsApi
    from .tools import AsyncToolsApi, ToolsApi
    from .user_agent_messages import AsyncUserAgentMessagesApi, UserAgentMessagesApi
    from .user_agent_oauth import AsyncUserAgentOauthApi, UserAgentOauthApi
    from .user_agents import AsyncUserAgentsApi, UserAgentsApi
    from .users import AsyncUsersApi, UsersApi
    from .wallets import AsyncWalletsApi, WalletsApi

__all__ = ["Api", "AsyncApi"]


class Api:
    """Every operation, waiting for the answer.

    Args:
        sender: What sends the calls, such as ``wiro_client.Client``.
    """

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    @cached_property
    def tools(self) -> ToolsApi:
        """The catalogue of AI models, with their parameters and prices."""
        from .tools import ToolsApi

        return ToolsApi(self._sender)

    @cached_property
    def runs(self) -> RunsApi:
        """Starting a model. Every run is a task and is billed when it succeeds."""
        from .runs import RunsApi

        return RunsApi(self._sender)

    @cached_property
    def tasks(self) -> TasksApi:
        """Following, cancelling, killing and cleaning up the tasks that runs create."""
        from .tasks import TasksApi

        return TasksApi(self._sender)

    @cached_property
    def files(self) -> FilesApi:
        """Folders and uploads that model parameters can refer to by URL."""
        from .files import FilesApi

        return FilesApi(self._sender)

    @cached_property
    def projects(self) -> ProjectsApi:
        """API projects, which hold keys, billing settings and usage."""
        from .projects import ProjectsApi

        return ProjectsApi(self._sender)

    @cached_property
    def wallets(self) -> WalletsApi:
        """Prepaid balances in USD and the movements on them."""
        from .wallets import WalletsApi

        return WalletsApi(self._sender)

    @cached_property
    def coupons(self) -> CouponsApi:
        """Coupons of the signed-in account."""
        from .coupons import CouponsApi

        return CouponsApi(self._sender)

    @cached_property
    def users(self) -> UsersApi:
        """The account behind the API key."""
        from .users import UsersApi

        return UsersApi(self._sender)

    @cached_property
    def agents(self) -> AgentsApi:
        """The public catalogue of agent templates."""
        from .agents import AgentsApi

        return AgentsApi(self._sender)

    @cached_property
    def skills(self) -> SkillsApi:
        """The public registry of agent skills."""
        from .skills import SkillsApi

        return SkillsApi(self._sender)

    @cached_property
    def credentials(self) -> CredentialsApi:
        """The public registry of credentials that skills need."""
        from .credentials import CredentialsApi

        return CredentialsApi(self._sender)

    @cached_property
    def user_agents(self) -> UserAgentsApi:
        """Deployed agents, their settings, skills, billing, credits and logs."""
        from .user_agents import UserAgentsApi

        return UserAgentsApi(self._sender)

    @cached_property
    def user_agent_messages(self) -> UserAgentMessagesApi:
        """Conversations with a deployed agent."""
        from .user_agent_messages import UserAgentMessagesApi

        return UserAgentMessagesApi(self._sender)

    @cached_property
    def user_agent_oauth(self) -> UserAgentOauthApi:
        """Connecting a deployed agent to third-party accounts through OAuth."""
        from .user_agent_oauth import UserAgentOauthApi

        return UserAgentOauthApi(self._sender)

    @cached_property
    def organizations(self) -> OrganizationsApi:
        """Organizations, which own teams."""
        from .organizations import OrganizationsApi

        return OrganizationsApi(self._sender)

    @cached_property
    def teams(self) -> TeamsApi:
        """Teams with a wallet, spending limits and model access of their own."""
        from .teams import TeamsApi

        return TeamsApi(self._sender)

    @cached_property
    def team_members(self) -> TeamMembersApi:
        """The people of a team, their invitations and roles."""
        from .team_members import TeamMembersApi

        return TeamMembersApi(self._sender)


class AsyncApi:
    """Every operation, awaited.

    Args:
        sender: What sends the calls, such as ``wiro_client.AsyncClient``.
    """

    def __init__(self, sender: AsyncSender) -> None:
        self._sender = sender

    @cached_property
    def tools(self) -> AsyncToolsApi:
        """The catalogue of AI models, with their parameters and prices."""
        from .tools import AsyncToolsApi

        return AsyncToolsApi(self._sender)

    @cached_property
    def runs(self) -> AsyncRunsApi:
        """Starting a model. Every run is a task and is billed when it succeeds."""
        from .runs import AsyncRunsApi

        return AsyncRunsApi(self._sender)

    @cached_property
    def tasks(self) -> AsyncTasksApi:
        """Following, cancelling, killing and cleaning up the tasks that runs create."""
        from .tasks import AsyncTasksApi

        return AsyncTasksApi(self._sender)

    @cached_property
    def files(self) -> AsyncFilesApi:
        """Folders and uploads that model parameters can refer to by URL."""
        from .files import AsyncFilesApi

        return AsyncFilesApi(self._sender)

    @cached_property
    def projects(self) -> AsyncProjectsApi:
        """API projects, which hold keys, billing settings and usage."""
        from .projects import AsyncProjectsApi

        return AsyncProjectsApi(self._sender)

    @cached_property
    def wallets(self) -> AsyncWalletsApi:
        """Prepaid balances in USD and the movements on them."""
        from .wallets import AsyncWalletsApi

        return AsyncWalletsApi(self._sender)

    @cached_property
    def coupons(self) -> AsyncCouponsApi:
        """Coupons of the signed-in account."""
        from .coupons import AsyncCouponsApi

        return AsyncCouponsApi(self._sender)

    @cached_property
    def users(self) -> AsyncUsersApi:
        """The account behind the API key."""
        from .users import AsyncUsersApi

        return AsyncUsersApi(self._sender)

    @cached_property
    def agents(self) -> AsyncAgentsApi:
        """The public catalogue of agent templates."""
        from .agents import AsyncAgentsApi

        return AsyncAgentsApi(self._sender)

    @cached_property
    def skills(self) -> AsyncSkillsApi:
        """The public registry of agent skills."""
        from .skills import AsyncSkillsApi

        return AsyncSkillsApi(self._sender)

    @cached_property
    def credentials(self) -> AsyncCredentialsApi:
        """The public registry of credentials that skills need."""
        from .credentials import AsyncCredentialsApi

        return AsyncCredentialsApi(self._sender)

    @cached_property
    def user_agents(self) -> AsyncUserAgentsApi:
        """Deployed agents, their settings, skills, billing, credits and logs."""
        from .user_agents import AsyncUserAgentsApi

        return AsyncUserAgentsApi(self._sender)

    @cached_property
    def user_agent_messages(self) -> AsyncUserAgentMessagesApi:
        """Conversations with a deployed agent."""
        from .user_agent_messages import AsyncUserAgentMessagesApi

        return AsyncUserAgentMessagesApi(self._sender)

    @cached_property
    def user_agent_oauth(self) -> AsyncUserAgentOauthApi:
        """Connecting a deployed agent to third-party accounts through OAuth."""
        from .user_agent_oauth import AsyncUserAgentOauthApi

        return AsyncUserAgentOauthApi(self._sender)

    @cached_property
    def organizations(self) -> AsyncOrganizationsApi:
        """Organizations, which own teams."""
        from .organizations import AsyncOrganizationsApi

        return AsyncOrganizationsApi(self._sender)

    @cached_property
    def teams(self) -> AsyncTeamsApi:
        """Teams with a wallet, spending limits and model access of their own."""
        from .teams import AsyncTeamsApi

        return AsyncTeamsApi(self._sender)

    @cached_property
    def team_members(self) -> AsyncTeamMembersApi:
        """The people of a team, their invitations and roles."""
        from .team_members import AsyncTeamMembersApi

        return AsyncTeamMembersApi(self._sender)
