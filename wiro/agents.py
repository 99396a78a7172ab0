"""Agents: the catalogue, deployment, and the agents that were deployed. `wiro.agents`.

agent = wiro.agents.deploy("instagram-manager", title="Acme", credentials={...})
agent.start()
agent.wait_until_running(timeout=300)
reply = agent.send("Plan next week", session="user-42").wait()
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from wiro._agent_account import AsyncBilling, AsyncLogs, Billing, Logs
from wiro._agent_handle import Agent, AsyncAgent
from wiro._agent_setup import AsyncOAuth, AsyncSkills, OAuth, Skills
from wiro._attempts import accepted_without_id
from wiro._facades import Facade, blocking, iterating
from wiro.agent_credentials import check_credentials
from wiro.agent_lifecycle import AgentStatus
from wiro.errors import InvalidArgumentError, NotFoundError, WiroError
from wiro.pagination import aiterate
from wiro_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Sequence

    from wiro.config import Config
    from wiro_client.api import AsyncApi
    from wiro_client.calls import RequestOptions
    from wiro_client.models import Agent as AgentTemplate
    from wiro_client.models import UserAgentPricingPreviewResponse

__all__ = [
    "Agent",
    "AgentStatus",
    "Agents",
    "AsyncAgent",
    "AsyncAgents",
    "AsyncBilling",
    "AsyncLogs",
    "AsyncOAuth",
    "AsyncSkills",
    "Billing",
    "Logs",
    "OAuth",
    "Skills",
]

_GUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


class AsyncAgents:
    """The catalogue of agents and those that were deployed: `AsyncWiro.agents`.

    Args:
        api: Generated resources.
        config: Whose agents they are.
    """

    def __init__(self, api: AsyncApi, config: Config) -> None:
        self._api = api
        self._config = config

    def catalog(self, search: str | None = None, *, category: str | None = None) -> AsyncIterator[AgentTemplate]:
        """Iterate over the agents that can be deployed.

        Args:
            search: Words to look for.
            category: Only of this category.
        """
        return aiterate(
            self._api.agents.list,
            search=UNSET if search is None else search,
            category=UNSET if category is None else category,
        )

    async def template(self, name: str) -> AgentTemplate:
        """Return an agent of the catalogue, with its tiers, skills and credentials.

        Args:
            name: Its slug, such as ``"instagram-manager"``, or its guid.

        Raises:
            NotFoundError: There is none.
        """
        by_guid = _GUID.fullmatch(_checked_text(name, "name")) is not None
        answer = await (self._api.agents.detail(guid=name) if by_guid else self._api.agents.detail(slug=name))
        found = answer.agents or []
        if not found:
            raise NotFoundError(operation="agents_detail", status_code=200, message=f"there is no agent {name!r}")
        return found[0]

    async def pricing_preview(
        self, skills: Sequence[str], *, tier: str | None = None
    ) -> UserAgentPricingPreviewResponse:
        """Quote a custom build: price and credits of a period, in all and of each skill. Costs nothing.

        Args:
            skills: Names of registry skills; those that they depend on are added.
            tier: ``"starter"`` or ``"pro"`` for the totals; the answer has both.
        """
        return await self._api.user_agents.pricing_preview(
            draft=True, skills=skills, tier=UNSET if tier is None else tier
        )

    async def deploy(
        self,
        template: str | None = None,
        *,
        title: str,
        tier: str = "starter",
        skills: Sequence[str] | Mapping[str, bool] | None = None,
        credentials: Mapping[str, Mapping[str, Any]] | None = None,
        custom_skills: Sequence[Mapping[str, Any]] = (),
        description: str | None = None,
        cover: str | None = None,
        pinned: bool | None = None,
        team_guid: str | None = None,
    ) -> AsyncAgent:
        """Deploy an agent. Its first period is paid from the wallet; the request is sent once.

        Args:
            template: Slug or guid of an agent of the catalogue; None for a custom build, which needs `skills`.
            title: Name of the new agent.
            tier: ``"starter"`` or ``"pro"``.
            skills: Registry skills of a custom build; see `pricing_preview`.
            credentials: As in `AsyncAgent.configure`. Lists of objects are written after the deployment, in a second
                request.
            custom_skills: Strategies and schedules, such as ``{"key": "content-tone", "value": "..."}``.
            description: What it is for.
            cover: Address of a picture.
            pinned: Whether it is pinned.
            team_guid: Team to deploy it in; None for the client's own.

        Returns:
            The agent. It is stopped, or needs more setup: see ``missing_credentials``.

        Raises:
            InvalidArgumentError: Something that cannot be sent; nothing was.
            NotFoundError: There is no such template.
            ApiError: The wallet holds too little, or an argument was refused.
            AmbiguousRequestError: It may have been deployed and paid: look into `list` before trying again.
        """
        if (template is None) == (skills is None):
            raise InvalidArgumentError(
                "a deployment is of a template or a custom build of skills: give exactly one.", parameter="template"
            )
        flat, nested = _split(credentials or {})
        build: dict[str, Any] = {"custom": True, "skills": _switches(skills)} if skills is not None else {}
        if template is not None:
            found = template if _GUID.fullmatch(template) else (await self.template(template)).guid
            if not found:
                raise NotFoundError(operation="agents_detail", status_code=200, message=f"{template!r} has no guid")
            build["agentguid"] = found
        optional: dict[str, Any] = {"description": description, "cover": cover, "pinned": pinned}
        optional |= {"credentials": flat or None, "customskills": list(custom_skills) or None}
        answer = await self._api.user_agents.deploy(
            title=title,
            useprepaid=True,
            tier=tier,
            **build,
            **{name: value for name, value in optional.items() if value is not None},
            request_options=_team_options(team_guid),
        )
        rows = answer.to_dict().get("useragents")
        row = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], dict) else {}
        if not isinstance(row.get("guid"), str) or not row["guid"]:
            raise accepted_without_id("user_agents_deploy", "agents.list()")
        agent = AsyncAgent(self._api, self._config, row["guid"], team_guid=team_guid, row=row)
        if nested:
            try:
                await agent.configure(nested)
            except WiroError as error:
                error.add_note(f"Agent {agent.guid} was deployed and paid; only its credentials are incomplete.")
                raise
        return agent

    def get(self, guid: str, *, team_guid: str | None = None) -> AsyncAgent:
        """Take up an agent that was deployed before. Sends nothing; `AsyncAgent.refresh` reads it.

        Args:
            guid: Guid of the agent.
            team_guid: Team that it belongs to; None for the client's own.
        """
        return AsyncAgent(self._api, self._config, guid, team_guid=team_guid)

    async def list(
        self, *, category: str | None = None, team_guid: str | None = None, page_size: int = 100
    ) -> AsyncIterator[AsyncAgent]:
        """Iterate over the agents that were deployed.

        Args:
            category: Only of this category.
            team_guid: Team whose agents are listed; None for the client's own.
            page_size: Agents to ask for at once, at most 1000.

        Yields:
            Agents with their ``row``, which lacks credentials and skills here.
        """
        rows = aiterate(
            self._api.user_agents.my_agents,
            page_size=page_size,
            category=UNSET if category is None else category,
            request_options=_team_options(team_guid),
        )
        async for found in rows:
            row = found.to_dict()
            if isinstance(row.get("guid"), str) and row["guid"]:
                yield AsyncAgent(self._api, self._config, row["guid"], team_guid=team_guid, row=row)


class Agents(Facade[AsyncAgents]):
    """The catalogue of agents and those that were deployed: `Wiro.agents`; see `AsyncAgents`."""

    catalog = iterating(AsyncAgents.catalog)
    template = blocking(AsyncAgents.template)
    pricing_preview = blocking(AsyncAgents.pricing_preview)

    _deploy = blocking(AsyncAgents.deploy)
    _list = iterating(AsyncAgents.list)

    def deploy(
        self,
        template: str | None = None,
        *,
        title: str,
        tier: str = "starter",
        skills: Sequence[str] | Mapping[str, bool] | None = None,
        credentials: Mapping[str, Mapping[str, Any]] | None = None,
        custom_skills: Sequence[Mapping[str, Any]] = (),
        description: str | None = None,
        cover: str | None = None,
        pinned: bool | None = None,
        team_guid: str | None = None,
    ) -> Agent:
        """Deploy an agent; see `AsyncAgents.deploy`."""
        return Agent(
            self._deploy(
                template,
                title=title,
                tier=tier,
                skills=skills,
                credentials=credentials,
                custom_skills=custom_skills,
                description=description,
                cover=cover,
                pinned=pinned,
                team_guid=team_guid,
            )
        )

    def get(self, guid: str, *, team_guid: str | None = None) -> Agent:
        """Take up an agent that was deployed before; see `AsyncAgents.get`."""
        return Agent(self._asynchronous.get(guid, team_guid=team_guid))

    def list(
        self, *, category: str | None = None, team_guid: str | None = None, page_size: int = 100
    ) -> Iterator[Agent]:
        """Iterate over the agents that were deployed; see `AsyncAgents.list`."""
        return (Agent(found) for found in self._list(category=category, team_guid=team_guid, page_size=page_size))


def _team_options(team_guid: str | None) -> RequestOptions | None:
    return {"headers": {"teamGUID": team_guid}} if team_guid else None


def _switches(skills: Sequence[str] | Mapping[str, bool]) -> dict[str, bool]:
    if isinstance(skills, str) or not skills:
        raise InvalidArgumentError("skills must name at least one skill, in a list.", parameter="skills")
    return dict(skills) if isinstance(skills, Mapping) else dict.fromkeys(skills, True)


def _split(
    credentials: Mapping[str, Mapping[str, Any]],
) -> tuple[dict[str, dict[str, str | float]], dict[str, dict[str, Any]]]:
    """Return what a deployment can write itself, and what has to be written afterwards.

    Raises:
        InvalidArgumentError: The one or the other cannot be written.
    """
    if credentials:
        check_credentials(credentials)
    flat: dict[str, dict[str, str | float]] = {}
    nested: dict[str, dict[str, Any]] = {}
    for key, fields in credentials.items():
        for name, value in fields.items():
            plain = isinstance(value, str | int | float) and not isinstance(value, bool)
            target: dict[str, dict[str, Any]] = flat if plain else nested
            target.setdefault(key, {})[name] = value
    if nested:
        # Lists of empty objects are nothing to write, and that must not turn out when the agent is paid for.
        check_credentials(nested)
    return flat, nested


def _checked_text(value: object, name: str) -> str:
    if not isinstance(value, str) or not value:
        raise InvalidArgumentError(f"{name} is {value!r}; accepted: a non-empty string.", parameter=name)
    return value
