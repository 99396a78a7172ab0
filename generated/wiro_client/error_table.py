"""What the error codes of the API mean."""

from __future__ import annotations

from attrs import frozen

__all__ = ["ERROR_TABLE", "ErrorRule"]


@frozen
class ErrorRule:
    """Meaning of one error code.

    Attributes:
        code: The number in ``errors[].code``.
        category: What kind of error it is.
        retryable: True if the same request may succeed later without a change by the caller.
        exception: Name of the exception class that stands for it.
        description: What it means.
        retry: When to send the request again.
        effect_of_request: What the service did with the request.
        messages: Documented messages; parts in braces vary.
    """

    code: int
    category: str
    retryable: bool
    exception: str
    description: str = ""
    retry: str = ""
    effect_of_request: str = ""
    messages: tuple[str, ...] = ()


ERROR_TABLE: dict[int, ErrorRule] = {
    rule.code: rule
    for rule in (
        ErrorRule(
            code=0,
            category="general",
            retryable=False,
            exception="InvalidRequestError",
            description="A missing or invalid parameter, a missing permission, a suspended account, a workspace mismatch or an unaccepted key. The service uses the same number for failures of its own, which only the HTTP status tells apart.",
            retry="not unless the HTTP status is 408, 429 or 5xx; then with exponential backoff",
            effect_of_request="refused",
            messages=(
                "Project authorization is not founded.",
                "Project requires signature authentication. x-signature and x-nonce headers are required.",
                "Project authorization is not valid.",
                "Requested ip {ip} is not allowed.",
                "Error parsing url.",
                "Request parameter [{name}] required",
                "Request parameter [{name}] must be integer or float",
                "Request parameter [{name}] must be between {min} and {max}",
                "Request files [{name}] required",
                "Request parameters are invalid.",
                "taskid or socketaccesstoken is required",
                "Your account has been suspended. Please contact support.",
                "Your model name should be contain (A-Z) (0-9) (-) (_) (.)",
                "This name is not allowed",
                "This model name is already in use",
                "You don't have any permission for this action.",
            ),
        ),
        ErrorRule(
            code=1,
            category="not_found",
            retryable=False,
            exception="NotFoundError",
            description="The model, task, agent or message does not exist, is not visible to this key, or is not in a state that allows the operation (a task that can no longer be cancelled or killed, or files of a task that still runs).",
            retry="not with the same identifiers",
            effect_of_request="refused",
            messages=(
                "tool-not-accessible",
                "slug-owner-project-not-exist",
                "There is no task yet.",
                "task-not-exist",
                "Task is not in a cancellable state.",
                "Task could not be killed: {reason}",
                "Task must be completed or cancelled before deleting files",
            ),
        ),
        ErrorRule(
            code=96,
            category="concurrency",
            retryable=True,
            exception="ConcurrencyLimitError",
            description="Too many tasks run at once for the balance: up to 250 USD one task per full 10 USD (at least one), no limit above. Later documentation uses the number on agent operations too, for an agent that the caller may not use; the message tells them apart.",
            retry="after a running task finishes",
            effect_of_request="refused",
            messages=(
                "You have reached your concurrent task limit. With your current balance of ${balance}, you can run up to {maxConcurrent} tasks at the same time.",
            ),
        ),
        ErrorRule(
            code=97,
            category="balance",
            retryable=False,
            exception="InsufficientBalanceError",
            description="The wallet holds less than the minimum to start: 0.50 USD for a run, 10 USD for training. Later documentation uses the number on agent operations too, for a caller who is not a team admin.",
            retry="after funds were added",
            effect_of_request="refused",
            messages=("Insufficient balance",),
        ),
        ErrorRule(
            code=98,
            category="authentication",
            retryable=False,
            exception="AuthenticationError",
            description="The model can be run by signed-in, registered accounts only.",
            retry="not with this key",
            effect_of_request="refused",
            messages=("sign in to run this model",),
        ),
        ErrorRule(
            code=99,
            category="authentication",
            retryable=False,
            exception="AuthenticationError",
            description="The bearer token is missing, invalid or expired (HTTP 401). Later documentation uses the number for a duplicate deployment of an agent too.",
            retry="not with this token",
            effect_of_request="refused",
            messages=(
                "Authorization bearer token is not founded in headers.",
                "Authorization bearer token is invalid.",
                "Authorization bearer token expired.",
            ),
        ),
        ErrorRule(
            code=100,
            category="skills_apply",
            retryable=False,
            exception="SkillsApplyError",
            description="The agent was deployed from a catalogue template; only custom builds may change their skills.",
            retry="never for an agent deployed from a template",
            effect_of_request="refused",
            messages=("skillsapply-template-only", "Skill changes are only available for custom-built agents."),
        ),
        ErrorRule(
            code=101,
            category="skills_apply",
            retryable=False,
            exception="SkillsApplyError",
            description="An enabled skill depends on one that is not enabled. The answer lists the missing ones in `deps`.",
            retry="after enabling the skills listed in `deps`",
            effect_of_request="refused",
            messages=("skillsapply-deps-violation",),
        ),
        ErrorRule(
            code=102,
            category="skills_apply",
            retryable=False,
            exception="SkillsApplyError",
            description="Two enabled skills exclude each other. The answer lists the pairs in `conflicts`.",
            retry="after disabling one of the skills listed in `conflicts`",
            effect_of_request="refused",
            messages=("skillsapply-conflict",),
        ),
        ErrorRule(
            code=103,
            category="skills_apply",
            retryable=False,
            exception="SkillsApplyError",
            description="The wallet cannot cover the prorated price difference.",
            retry="after funds were added",
            effect_of_request="refused",
            messages=("skillsapply-insufficient-wallet",),
        ),
        ErrorRule(
            code=104,
            category="skills_apply",
            retryable=True,
            exception="SkillsApplyError",
            description="Another skill change is running on the same agent.",
            retry="after the change that is already running on this agent",
            effect_of_request="refused",
            messages=("skillsapply-in-progress",),
        ),
        ErrorRule(
            code=105,
            category="skills_apply",
            retryable=False,
            exception="SkillsApplyError",
            description="The request would move the agent from the Pro tier to the Starter tier.",
            retry="never, a tier cannot be lowered",
            effect_of_request="refused",
            messages=("skillsapply-tier-downgrade",),
        ),
        ErrorRule(
            code=106,
            category="skills_apply",
            retryable=False,
            exception="SkillsApplyError",
            description="The agent's subscription is not active.",
            retry="after the subscription was renewed",
            effect_of_request="refused",
            messages=("skillsapply-subscription-inactive",),
        ),
        ErrorRule(
            code=108,
            category="skills_apply",
            retryable=True,
            exception="SkillsApplyError",
            description="The change failed while it was written and was undone. The old idempotency key would replay the failure.",
            retry="with a new idempotency key",
            effect_of_request="rolled back",
            messages=("skillsapply-db-tx-failed",),
        ),
        ErrorRule(
            code=404,
            category="not_found",
            retryable=False,
            exception="NotFoundError",
            description="The skill or credential registry has no such entry. The number is in the body; the HTTP status may be 200.",
            retry="not with the same key",
            effect_of_request="refused",
            messages=(
                "Skill not found: {name}",
                "Credential not found: {key}",
                "No credential associated with skill: {name}",
            ),
        ),
    )
}
