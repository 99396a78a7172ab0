"""The operator that deploys an agent, sets it up and brings it to run."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, ClassVar, Final

from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException
from attrs import evolve, field, frozen

from airflow_provider_wiro.agent_arguments import checked_skills, checked_text, is_rendered_throughout
from airflow_provider_wiro.agent_lookups import agents_like
from airflow_provider_wiro.agent_setup import AgentSetup, connect_links, keep_subscribed
from airflow_provider_wiro.agents import agent_summary, status_name, wait_for
from airflow_provider_wiro.arguments import checked_choice, checked_flag, checked_seconds, checked_usd, is_rendered
from airflow_provider_wiro.links import AGENTS_PAGE, WiroAgentLink, push_link
from airflow_provider_wiro.operators._agents import started
from airflow_provider_wiro.operators._jobs import JobState, PaidRequest
from airflow_provider_wiro.operators._paid import PaidJobOperator
from airflow_provider_wiro.secret_arguments import SecretArgumentsMixin
from airflow_provider_wiro.submissions import fingerprint_of
from airflow_provider_wiro.triggers.agents import WiroAgentStatusTrigger
from wiro.agent_lifecycle import AgentStatus
from wiro.errors import WiroError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from airflow.providers.common.compat.sdk import Context

    from wiro import Wiro
    from wiro.agents import Agent

__all__ = ["WiroDeployAgentOperator"]

_LINK: Final = WiroAgentLink()
_IF_EXISTS: Final = ("reuse", "fail", "new")
_TIERS: Final = ("starter", "pro")
_MOST_TURNS: Final = 6


@frozen(kw_only=True)
class _DeployRequest(PaidRequest):
    """The templated arguments, rendered and checked; and what `_prepare` found."""

    title: str
    template: str | None
    skills: tuple[str, ...]
    tier: str
    description: str | None
    redirect_url: str | None
    setup: AgentSetup
    template_guid: str | None = None
    existing: Agent | None = field(default=None, eq=False)

    @property
    def subject(self) -> str:
        return f"agent {self.title!r}"

    @property
    def fingerprint(self) -> str:
        # What is paid for; the rest is set up again by every try.
        return fingerprint_of(self.subject, {"template": self.template, "skills": self.skills, "tier": self.tier})


class WiroDeployAgentOperator(SecretArgumentsMixin, PaidJobOperator[_DeployRequest, "Agent", "Agent"]):
    """Deploys an agent, which pays its first period; sets it up; starts it, and waits until it takes messages.

    One piece of work never pays for two agents: what was deployed is recorded outside the worker, and a deployment
    whose answer was lost is looked for among one's agents. All later steps may be repeated, so a retry goes on where
    the last try ended. A kill leaves the agent alone; `WiroAgentTeardownOperator` gives it up.

    XCom has `agent_guid` as soon as the agent exists, and `connect_links` while somebody is awaited. The result is what
    `airflow_provider_wiro.agents.agent_summary` returns, with `reused`, `connect_links`, `finished_at`, `resumed_at`,
    `quoted_usd` and `quote_certainty`.

    Args:
        title: Name of the agent, templated. With the template it says which agent is meant when there is one already.
        template: Slug or guid of an agent of the catalogue, templated; or leave it out for a custom build of `skills`.
        skills: Registry skills of a custom build, templated: a list of names.
        tier: "starter" or "pro", templated.
        description: What the agent is for, templated.
        credentials: As in `WiroConfigureAgentOperator`; in no rendered template, log or XCom.
        strategies: As in `WiroConfigureAgentOperator`.
        schedules: As in `WiroConfigureAgentOperator`.
        if_exists: What to do when there is an agent with this title from this template: "reuse" sets that one up (a
            subscription that was to end goes on; one that has ended is bought again), "fail" fails, "new" deploys
            another one.
        start: Whether to start the agent and wait until it runs.
        redirect_url: Where the browser of somebody who connects an account comes back to, templated. With it, XCom has
            `connect_links`: the addresses of the consent pages of all accounts that are missing, by credential key.
            They are valid for 15 minutes.
        wait_for_setup: Whether to wait until nothing is missing that the agent needs, such as these accounts; set
            `timeout` accordingly. Otherwise the task succeeds with what there is, and does not start the agent.
        max_cost_usd: Most that the first period may cost, templated; also what skills may add to a reused agent.
        kwargs: See `airflow_provider_wiro.operators._paid.PaidJobOperator`: `wiro_conn_id`, `deferrable`,
            `inline_wait`, `timeout`, `on_ambiguous`.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """

    template_fields: Sequence[str] = (
        *PaidJobOperator.template_fields,
        "title",
        "template",
        "skills",
        "tier",
        "description",
        "credentials",
        "strategies",
        "schedules",
        "redirect_url",
    )
    template_fields_renderers = {  # noqa: RUF012 (Airflow declares it as an instance variable)
        "skills": "json",
        "credentials": "json",
        "strategies": "json",
        "schedules": "json",
    }
    operator_extra_links = (_LINK,)
    _kind = "agent"
    _stops_remote: ClassVar[bool] = False

    def __init__(
        self,
        *,
        title: str,
        template: str | None = None,
        skills: Sequence[str] | str | None = None,
        tier: str = "starter",
        description: str | None = None,
        credentials: Mapping[str, Mapping[str, Any]] | str | None = None,
        strategies: Mapping[str, Any] | str | None = None,
        schedules: Mapping[str, Any] | str | None = None,
        if_exists: str = "reuse",
        start: bool = True,
        redirect_url: str | None = None,
        wait_for_setup: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.title = title
        self.template = template
        self.skills = skills
        self.tier = tier
        self.description = description
        self.credentials = self._secret(credentials)
        self.strategies = strategies
        self.schedules = schedules
        self.if_exists = checked_choice("if_exists", if_exists, _IF_EXISTS)
        self.start = checked_flag("start", start)
        self.redirect_url = redirect_url
        self.wait_for_setup = checked_flag("wait_for_setup", wait_for_setup)
        self._context: Context | None = None
        self._resumed = self._reused = False
        self._links: dict[str, str] = {}
        self._wanted: str | None = None
        if (template is None) == (skills is None):
            raise ValueError("template and skills are both given or both missing; accepted: exactly one of them.")
        for name, value, accepted in (
            ("output_path", self.output_path, None),
            ("resubmit_on_failure", self.resubmit_on_failure, False),
        ):
            if value != accepted:
                raise ValueError(f"{name} is {value!r}; accepted: {accepted}, for a deployment has nothing like it.")
        settings = {"credentials": credentials, "strategies": strategies, "schedules": schedules}
        AgentSetup.of(**{name: value for name, value in settings.items() if is_rendered_throughout(value)})
        self._check_static_arguments()

    def execute_complete(self, context: Context, event: dict[str, Any] | None = None) -> dict[str, Any]:
        """Go on after a wait: start the agent once it is set up, and return the result once it runs."""
        known = self._known(event)
        if known["status"] != "success":
            raise AirflowException(known["message"])
        self._resumed = True
        instance: Any = context["ti"]
        pulled = {"task_ids": self.task_id, "map_indexes": instance.map_index}
        self._links = instance.xcom_pull(key="connect_links", **pulled) or {}
        self._reused = bool(instance.xcom_pull(key="reused", **pulled))
        return self._worked(context, self._checked_request(), deadline=known["result"]["deadline"], patience=0.0)

    def _check_static_arguments(self) -> None:
        super()._check_static_arguments()
        for name in ("title", "template", "redirect_url", "description"):
            value = getattr(self, name)
            if is_rendered(value) and (value is not None or name == "title"):
                checked_text(name, value)
        if is_rendered(self.tier):
            checked_choice("tier", self.tier, _TIERS)
        if is_rendered_throughout(self.skills):
            _checked_build(self.skills)

    def _request(self) -> _DeployRequest:
        skills = _checked_build(self.skills)
        cost = checked_usd("max_cost_usd", self.max_cost_usd)
        return _DeployRequest(
            title=checked_text("title", self.title),
            template=_checked_optional("template", self.template),
            description=_checked_optional("description", self.description),
            redirect_url=_checked_optional("redirect_url", self.redirect_url),
            skills=skills,
            tier=checked_choice("tier", self.tier, _TIERS),
            setup=AgentSetup.of(
                credentials=None if self.credentials is None else self.credentials.reveal(),
                skills=list(skills) or None,
                strategies=self.strategies,
                schedules=self.schedules,
                cost=cost,
            ),
            timeout=checked_seconds("timeout", self.timeout),
            max_cost_usd=cost,
        )

    def _announce(self, context: Context, request: _DeployRequest) -> None:  # noqa: ARG002
        push_link(context, _LINK, AGENTS_PAGE)

    def _worked(self, context: Context, request: _DeployRequest, *, deadline: float, patience: float) -> dict[str, Any]:
        self._context = context
        return super()._worked(context, request, deadline=deadline, patience=patience)

    def _prepare(self, client: Wiro, request: _DeployRequest) -> _DeployRequest:
        """Find an agent to reuse, or ask for the price: all that may fail while it costs nothing."""
        names = _names_of(client, request)
        found = [] if self.if_exists == "new" else agents_like(client, request.title, names)
        if found and (self.if_exists == "fail" or len(found) > 1):
            guids = ", ".join(agent.guid for agent in found)
            raise ValueError(f"title is {request.title!r}, and that is what these agents are called: {guids}.")
        price: Any = _price(client, request)
        if found:
            found[0].refresh()
            subscription = found[0].row.get("subscription")
            is_paid = isinstance(subscription, dict) and subscription.get("status") == "active"
            price = 0 if is_paid else found[0].row.get("monthlypriceusd")
        known = isinstance(price, int | float)
        if request.max_cost_usd is not None and not (known and price <= request.max_cost_usd):
            cost = f"{price:g} USD" if known else "nobody knows how much"
            raise ValueError(f"max_cost_usd is {request.max_cost_usd}, but {request.subject} costs {cost}.")
        return evolve(
            request,
            template_guid=next(iter(names), None) if names else None,
            existing=found[0] if found else None,
            quote={"usd": price, "certainty": "exact"} if known else {"usd": None, "certainty": "unknown"},
        )

    def _submit(self, client: Wiro, request: _DeployRequest) -> Agent:
        if request.existing is not None:
            self.log.info("Reusing Wiro agent %s.", request.existing.guid)
            self._reused = True
            return request.existing
        return client.agents.deploy(
            request.template_guid or request.template,
            title=request.title,
            tier=request.tier,
            skills=list(request.skills) or None,
            description=request.description,
        )

    def _set_up(self, client: Wiro, job: Agent, request: _DeployRequest) -> None:  # noqa: ARG002
        if not self._resumed:
            self._push("agent_guid", job.guid)
            self._push("reused", self._reused)
            job.refresh()
            keep_subscribed(job, request.tier, self.log)
            self._apply(request.setup, job)
        job.refresh()
        if request.redirect_url is not None and job.missing_credentials and not self._resumed:
            self._links = connect_links(job, request.redirect_url, self.log)
            self._push("connect_links", self._links)
        self._wanted = self._next(job)
        self._waits = self._wanted is not None  # type: ignore[misc]

    def _look_up(self, client: Wiro, request: _DeployRequest, since: float) -> Sequence[str]:
        return [agent.guid for agent in agents_like(client, request.title, _names_of(client, request), since)]

    def _remote_id(self, job: Agent) -> str:
        return job.guid

    def _attach(self, client: Wiro, remote_id: str) -> Agent:
        return client.agents.get(remote_id)

    def _look(self, job: Agent) -> JobState:
        # Whatever state it is in, it is there and paid for.
        job.refresh()
        return JobState.ACTIVE

    def _wait(self, job: Agent, timeout: float) -> Agent:
        ends_at = time.monotonic() + timeout
        for _ in range(_MOST_TURNS):
            if self._wanted is None:
                return job
            remaining = max(ends_at - time.monotonic(), 0.01)
            wait_for(job, self._wanted)(remaining, on_status=self._tell)
            job.refresh()
            self._wanted = self._next(job)
        raise AirflowException(f"Wiro agent {job.guid} changes its status again and again: see its log.")

    def _trigger(self, remote_id: str, request: _DeployRequest, deadline: float) -> WiroAgentStatusTrigger:  # noqa: ARG002
        return WiroAgentStatusTrigger(remote_id, self._wanted or "running", deadline, self.wiro_conn_id)

    def _summary(
        self,
        result: Agent,
        request: _DeployRequest,  # noqa: ARG002
        *,
        finished_at: float,
        resumed_at: float | None,
    ) -> dict[str, Any]:
        times = {"finished_at": finished_at, "resumed_at": resumed_at}
        return {**agent_summary(result), "reused": self._reused, "connect_links": self._links, **times}

    def _stop_remote(self, job: Agent) -> None:
        """Leave the agent alone: it is no bill that runs up while nobody waits."""

    def _replaced(self, job: Agent) -> None:
        self.log.warning("Wiro agent %s stays, and is paid for, until its subscription is cancelled.", job.guid)

    def _next(self, agent: Agent) -> str | None:
        """Take the agent one step on; return what to wait for, None when it is where it shall be."""
        if agent.status is AgentStatus.SETUP_REQUIRED:
            if not self.wait_for_setup:
                return None
            self.log.info("Wiro agent %s needs %s.", agent.guid, ", ".join(agent.missing_credentials) or "more setup")
            return "set_up"
        return started(agent) if self.start else None

    def _apply(self, setup: AgentSetup, agent: Agent) -> None:
        try:
            setup.apply(agent, self.log, "deploy")
        except WiroError:
            raise
        except ValueError as error:
            raise AirflowFailException(f"Wiro agent {agent.guid} is there, but was not set up: {error}") from error

    def _push(self, key: str, value: Any) -> None:
        if self._context is not None:
            self._context["ti"].xcom_push(key=key, value=value)

    def _tell(self, status: AgentStatus) -> None:
        self.log.info("The agent is %s.", status_name(status).replace("_", " "))


def _checked_optional(name: str, value: Any) -> str | None:
    return None if value is None else checked_text(name, value)


def _checked_build(skills: Any) -> tuple[str, ...]:
    """Return the names of the skills of a custom build, sorted; none if it is none."""
    if skills is None:
        return ()
    names = tuple(sorted(name for name, enabled in checked_skills(skills).items() if enabled))
    if not names:
        raise ValueError(f"skills is {skills!r}; accepted: a list of at least one skill name.")
    return names


def _names_of(client: Wiro, request: _DeployRequest) -> Collection[str] | None:
    """Return guid and slug of the template, the guid first; None for a custom build."""
    if request.template is None:
        return None
    template = client.agents.template(request.template)
    return [str(name) for name in (template.guid, template.slug) if name]


def _price(client: Wiro, request: _DeployRequest) -> Any:
    """Return what a period costs in USD; something that is no number if the service does not say.

    Raises:
        ValueError: A custom build names a skill that there is not. The service would deploy, and bill, it without.
    """
    if request.template is None:
        preview = client.agents.pricing_preview(request.skills, tier=request.tier)
        lists = [names for names in (preview.enabled_skills, preview.direct_skills) if isinstance(names, list)]
        unknown = [name for name in request.skills if lists and not any(name in names for names in lists)]
        if unknown:
            raise ValueError(f"skills names {', '.join(map(repr, unknown))}, which Wiro does not have.")
        return preview.total_price_usd
    tiers = client.agents.template(request.template).to_dict().get("tiers")
    tier = tiers.get(request.tier) if isinstance(tiers, dict) else None
    # Newer samples call it `price`.
    return (tier.get("priceUsd") or tier.get("price")) if isinstance(tier, dict) else None
