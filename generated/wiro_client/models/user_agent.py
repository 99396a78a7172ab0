from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..model import Model
from ..shapes import BOOLEAN, INTEGER, NULL, NUMBER, TEXT, EnumOf, Field, Fields, ListOf, Nested, OneOf
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from .agent_action_costs import AgentActionCosts
    from .user_agent_credential_map import UserAgentCredentialMap
    from .user_agent_custom_skill import UserAgentCustomSkill
    from .user_agent_skill import UserAgentSkill
    from .user_agent_skill_meta import UserAgentSkillMeta
    from .user_agent_skill_meta_map import UserAgentSkillMetaMap
    from .user_agent_skill_switches import UserAgentSkillSwitches
    from .user_agent_status import UserAgentStatus
    from .user_agent_subscription import UserAgentSubscription
    from .user_agent_team_session_mode import UserAgentTeamSessionMode
    from .user_agent_template import UserAgentTemplate
    from .user_agent_tier import UserAgentTier

__all__ = ["UserAgent"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class UserAgent(Model):
    """A deployed agent. Which fields are there depends on the operation: Detail and Deploy compose all of them,
    MyAgents and PinnedAgents give the scalars with subscription and template, Update and Cover the scalars and
    the template only.

    Attributes:
        guid: Identifies the instance in every other operation.
        uuid: Account that owns the instance.
        agentguid: Catalogue template it was deployed from; null for a custom build.
        agentid: Number of the template. In the field table only; the documented answers carry `agentguid`.
        teamguid: Team it belongs to; null for a personal instance.
        title: Display name.
        description: Free text, null when none was given.
        cover: URL of the cover image.
        categories: Category names.
        tier: Price and credit level.
        tiermultiplier: Factor of the Pro tier over Starter, fixed at deployment (default 3). Prices are quoted,
            never computed from it.
        status: What the instance is doing; 4 is ready for messages.
        restartafter: True while the instance stops in order to start again with new settings. Described, but in
            no sample answer.
        pinned: Whether it is in the pinned list.
        setuprequired: True while a credential that is not optional is incomplete; the agent cannot start.
            MyAgents derives it from the status alone.
        teamsessionmode: Whether team members share conversations; empty for a personal instance.
        credentials: Its credentials by key, with their values where those may be read.
        customskills: Preset strategies and other skills that do not run on a schedule. Older answers list the
            scheduled ones here too.
        scheduledskills: Skills that run on a cron schedule.
        skills: Enabled registry skills, in one of three documented forms; a list of objects, a list of names,
            or a map of name to switch.
        skillsmeta: Descriptions of the enabled skills, keyed by skill name; a list in the catalogue's form.
        monthlycredits: Credits a billing period, fixed at deployment or renewal.
        monthlypriceusd: Price of a billing period in USD, fixed at deployment or renewal.
        extracredits: Unexpired credits from extra packs.
        usedcredits: Credits used in this period, as reported by the agent runtime.
        remainingcredits: max(0, monthlycredits + extracredits - usedcredits). Start and Message/Send are
            refused at 0.
        creditperiod: Billing period as YYYY-MM.
        creditsyncat: When the runtime last reported usage, Unix seconds; null before its first report.
        peractioncosts: Credits that each kind of action costs.
        subscription: The subscription that pays for it, null without one. Only Detail, MyAgents and
            PinnedAgents have it.
        agent: The template it was deployed from, shortened.
        extracreditsexpiry: When the oldest extra pack expires, Unix seconds.
        createdat: Unix seconds.
        updatedat: Unix seconds.
        queuedat: When it was last queued, Unix seconds.
        startedat: When a worker last accepted it, Unix seconds.
        runningat: When it last became ready for messages, Unix seconds; null while it is not running.
        stoppingat: When it last began to stop, Unix seconds.
        stopdat: When it last stopped, Unix seconds (spelled like this).
        errordat: When it last failed, Unix seconds (spelled like this).
    """

    guid: str | Unset = UNSET
    uuid: str | Unset = UNSET
    agentguid: str | None | Unset = UNSET
    agentid: int | None | Unset = UNSET
    teamguid: str | None | Unset = UNSET
    title: str | Unset = UNSET
    description: str | None | Unset = UNSET
    cover: str | None | Unset = UNSET
    categories: list[str] | Unset = UNSET
    tier: UserAgentTier | Unset = UNSET
    tiermultiplier: float | Unset = UNSET
    status: UserAgentStatus | Unset = UNSET
    restartafter: bool | Unset = UNSET
    pinned: bool | Unset = UNSET
    setuprequired: bool | Unset = UNSET
    teamsessionmode: UserAgentTeamSessionMode | Unset = UNSET
    credentials: UserAgentCredentialMap | Unset = UNSET
    customskills: list[UserAgentCustomSkill] | Unset = UNSET
    scheduledskills: list[UserAgentCustomSkill] | Unset = UNSET
    skills: list[UserAgentSkill | str] | UserAgentSkillSwitches | Unset = UNSET
    skillsmeta: UserAgentSkillMetaMap | list[UserAgentSkillMeta] | Unset = UNSET
    monthlycredits: float | Unset = UNSET
    monthlypriceusd: float | Unset = UNSET
    extracredits: float | Unset = UNSET
    usedcredits: float | Unset = UNSET
    remainingcredits: float | Unset = UNSET
    creditperiod: str | None | Unset = UNSET
    creditsyncat: int | str | None | Unset = UNSET
    peractioncosts: AgentActionCosts | Unset = UNSET
    subscription: UserAgentSubscription | None | Unset = UNSET
    agent: UserAgentTemplate | Unset = UNSET
    extracreditsexpiry: int | str | None | Unset = UNSET
    createdat: int | str | None | Unset = UNSET
    updatedat: int | str | None | Unset = UNSET
    queuedat: int | str | None | Unset = UNSET
    startedat: int | str | None | Unset = UNSET
    runningat: int | str | None | Unset = UNSET
    stoppingat: int | str | None | Unset = UNSET
    stopdat: int | str | None | Unset = UNSET
    errordat: int | str | None | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "guid": Field("guid", TEXT),
        "uuid": Field("uuid", TEXT),
        "agentguid": Field("agentguid", OneOf(TEXT, NULL)),
        "agentid": Field("agentid", OneOf(INTEGER, NULL)),
        "teamguid": Field("teamguid", OneOf(TEXT, NULL)),
        "title": Field("title", TEXT),
        "description": Field("description", OneOf(TEXT, NULL)),
        "cover": Field("cover", OneOf(TEXT, NULL)),
        "categories": Field("categories", ListOf(TEXT)),
        "tier": Field("tier", EnumOf("UserAgentTier", str)),
        "tiermultiplier": Field("tiermultiplier", NUMBER),
        "status": Field("status", EnumOf("UserAgentStatus", int)),
        "restartafter": Field("restartafter", BOOLEAN),
        "pinned": Field("pinned", BOOLEAN),
        "setuprequired": Field("setuprequired", BOOLEAN),
        "teamsessionmode": Field("teamsessionmode", EnumOf("UserAgentTeamSessionMode", str)),
        "credentials": Field("credentials", Nested("UserAgentCredentialMap")),
        "customskills": Field("customskills", ListOf(Nested("UserAgentCustomSkill"))),
        "scheduledskills": Field("scheduledskills", ListOf(Nested("UserAgentCustomSkill"))),
        "skills": Field(
            "skills", OneOf(ListOf(OneOf(Nested("UserAgentSkill"), TEXT)), Nested("UserAgentSkillSwitches"))
        ),
        "skillsmeta": Field("skillsmeta", OneOf(Nested("UserAgentSkillMetaMap"), ListOf(Nested("UserAgentSkillMeta")))),
        "monthlycredits": Field("monthlycredits", NUMBER),
        "monthlypriceusd": Field("monthlypriceusd", NUMBER),
        "extracredits": Field("extracredits", NUMBER),
        "usedcredits": Field("usedcredits", NUMBER),
        "remainingcredits": Field("remainingcredits", NUMBER),
        "creditperiod": Field("creditperiod", OneOf(TEXT, NULL)),
        "creditsyncat": Field("creditsyncat", OneOf(INTEGER, TEXT, NULL)),
        "peractioncosts": Field("peractioncosts", Nested("AgentActionCosts")),
        "subscription": Field("subscription", OneOf(Nested("UserAgentSubscription"), NULL)),
        "agent": Field("agent", Nested("UserAgentTemplate")),
        "extracreditsexpiry": Field("extracreditsexpiry", OneOf(INTEGER, TEXT, NULL)),
        "createdat": Field("createdat", OneOf(INTEGER, TEXT, NULL)),
        "updatedat": Field("updatedat", OneOf(INTEGER, TEXT, NULL)),
        "queuedat": Field("queuedat", OneOf(INTEGER, TEXT, NULL)),
        "startedat": Field("startedat", OneOf(INTEGER, TEXT, NULL)),
        "runningat": Field("runningat", OneOf(INTEGER, TEXT, NULL)),
        "stoppingat": Field("stoppingat", OneOf(INTEGER, TEXT, NULL)),
        "stopdat": Field("stopdat", OneOf(INTEGER, TEXT, NULL)),
        "errordat": Field("errordat", OneOf(INTEGER, TEXT, NULL)),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("guid", absent)
            if type(value) is str or value is UNSET:
                self.guid = value
            value = get("uuid", absent)
            if type(value) is str or value is UNSET:
                self.uuid = value
            value = get("agentguid", absent)
            if value is None or type(value) is str or value is UNSET:
                self.agentguid = value
            value = get("agentid", absent)
            if value is None or type(value) is int or value is UNSET:
                self.agentid = value
            value = get("teamguid", absent)
            if value is None or type(value) is str or value is UNSET:
                self.teamguid = value
            value = get("title", absent)
            if type(value) is str or value is UNSET:
                self.title = value
            value = get("description", absent)
            if value is None or type(value) is str or value is UNSET:
                self.description = value
            value = get("cover", absent)
            if value is None or type(value) is str or value is UNSET:
                self.cover = value
            value = get("categories", absent)
            if value is UNSET:
                self.categories = value
            value = get("tier", absent)
            if value is UNSET:
                self.tier = value
            value = get("tiermultiplier", absent)
            if type(value) in (float, int) or value is UNSET:
                self.tiermultiplier = value
            value = get("status", absent)
            if value is UNSET:
                self.status = value
            value = get("restartafter", absent)
            if type(value) is bool or value is UNSET:
                self.restartafter = value
            value = get("pinned", absent)
            if type(value) is bool or value is UNSET:
                self.pinned = value
            value = get("setuprequired", absent)
            if type(value) is bool or value is UNSET:
                self.setuprequired = value
            value = get("teamsessionmode", absent)
            if value is UNSET:
                self.teamsessionmode = value
            value = get("credentials", absent)
            if value is UNSET:
                self.credentials = value
            value = get("customskills", absent)
            if value is UNSET:
                self.customskills = value
            value = get("scheduledskills", absent)
            if value is UNSET:
                self.scheduledskills = value
            value = get("skills", absent)
            if value is UNSET:
                self.skills = value
            value = get("skillsmeta", absent)
            if value is UNSET:
                self.skillsmeta = value
            value = get("monthlycredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.monthlycredits = value
            value = get("monthlypriceusd", absent)
            if type(value) in (float, int) or value is UNSET:
                self.monthlypriceusd = value
            value = get("extracredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.extracredits = value
            value = get("usedcredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.usedcredits = value
            value = get("remainingcredits", absent)
            if type(value) in (float, int) or value is UNSET:
                self.remainingcredits = value
            value = get("creditperiod", absent)
            if value is None or type(value) is str or value is UNSET:
                self.creditperiod = value
            value = get("creditsyncat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.creditsyncat = value
            value = get("peractioncosts", absent)
            if value is UNSET:
                self.peractioncosts = value
            value = get("subscription", absent)
            if value is None or value is UNSET:
                self.subscription = value
            value = get("agent", absent)
            if value is UNSET:
                self.agent = value
            value = get("extracreditsexpiry", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.extracreditsexpiry = value
            value = get("createdat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.createdat = value
            value = get("updatedat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.updatedat = value
            value = get("queuedat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.queuedat = value
            value = get("startedat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.startedat = value
            value = get("runningat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.runningat = value
            value = get("stoppingat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.stoppingat = value
            value = get("stopdat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.stopdat = value
            value = get("errordat", absent)
            if value is None or type(value) in (int, str) or value is UNSET:
                self.errordat = value
