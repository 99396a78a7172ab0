"""A service that looks closely: errors, options, answers as they came. Checked by mypy --strict like the others."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type

from wiro import (
    AgentNotRunningError,
    AmbiguousRequestError,
    ApiError,
    AsyncWiro,
    AuthenticationError,
    CallbackError,
    ConcurrencyLimitError,
    Config,
    ConfigurationError,
    CostLimitError,
    DownloadError,
    InsufficientBalanceError,
    InsufficientCreditsError,
    InvalidArgumentError,
    InvalidRequestError,
    InvalidResponseError,
    MessageCancelledError,
    MessageFailedError,
    Model,
    ModelNotFoundError,
    NotFoundError,
    ParameterWarning,
    RateLimitError,
    RawResponse,
    RequestTimeoutError,
    Run,
    RunCancelledError,
    RunResult,
    SavedFile,
    ServerError,
    SkillsApplyError,
    Timeouts,
    TransportError,
    WaitTimeoutError,
    Wiro,
    __version__,
    record_responses,
)
from wiro.runs import Segment


def advice(error: Exception) -> object:
    """Tell what to do about an error."""
    match error:
        case AmbiguousRequestError():
            return (error.operation, error.status_code)
        case ConcurrencyLimitError():
            return error.max_concurrent
        case AgentNotRunningError():
            return error.agent_status
        case InsufficientCreditsError():
            return error.agent_balance
        case ModelNotFoundError():
            return error.model
        case AuthenticationError() | InsufficientBalanceError() | InvalidRequestError() | NotFoundError():
            return error.code
        case RateLimitError() | ServerError() | SkillsApplyError():
            return (error.retry_after, error.body)
        case ApiError():
            return (error.operation, error.status_code, error.code, error.message, error.errors, error.retryable)
        case CostLimitError():
            return (error.quote.basis, error.limit_usd, error.model)
        case RequestTimeoutError() | TransportError():
            return error.attempts
        case InvalidResponseError():
            return error.excerpt
        case DownloadError():
            return (error.url, error.status_code)
        case WaitTimeoutError() | RunCancelledError():
            return error.task_id
        case MessageFailedError() | MessageCancelledError():
            return error.result
        case InvalidArgumentError() | ConfigurationError() | CallbackError() | ParameterWarning():
            return str(error)
    return None


def traced(wiro: Wiro) -> str:
    """Send with other options and keep what came back."""
    careful = wiro.with_options(timeout=5, max_retries=0, headers={"X-Trace": "1"}, team_guid="1")
    assert_type(careful, Wiro)
    assert_type(careful.config, Config)
    assert_type(careful.config.timeouts, Timeouts)
    assert_type(Timeouts.from_seconds(5), Timeouts)
    careful.tasks.wait_for_slot(60)
    with record_responses() as responses:
        careful.models.recommend("a portrait", count=3)
    assert_type(responses, list[RawResponse])
    last = responses[-1]
    print(__version__, last.operation, last.method, last.url, last.status_code, last.attempt, last.elapsed_seconds)
    assert_type(last.headers.get("x-request-id"), str | None)
    assert_type(last.content, bytes)
    assert_type(last.json(), Any)
    return last.text


def fields(model: Model) -> list[str]:
    """Describe the parameters of a model."""
    shown = []
    for parameter in model.parameters:
        kind = "file" if parameter.is_file else "number" if parameter.is_number else "text" if parameter.is_text else ""
        shown.append(f"{'/'.join(parameter.keys)} {kind} {[option.value for option in parameter.options]}")
    assert_type(model.written({"seed": "1"}), dict[str, Any])
    return shown


async def slots(wiro: AsyncWiro, folder: Path) -> None:
    """Wait for a task slot, and for files."""
    await wiro.tasks.wait_for_slot(60)
    run = await wiro.run("google/nano-banana-pro", {"prompt": "x"}, slot_timeout=60)
    result = await run.wait()
    assert_type(await result.asave(folder, overwrite=True), tuple[SavedFile[Path], ...])
    assert_type(await result.outputs[0].asave("out"), SavedFile[Path])
    assert_type(await result.outputs[0].aread(), bytes)


def end(run: Run, folder: Path) -> RunResult:
    """End a run in every way and look at all of its result."""
    run.cancel()
    run.kill()
    run.stop()
    assert_type(run.refresh(), dict[str, Any])
    assert_type(run.token, str | None)
    result = run.wait()
    assert_type(result.segments, tuple[Segment, ...])
    assert_type(result.cost_usd, Decimal | None)
    assert_type((result.text, result.thinking, result.answer, result.stderr, result.model, result.status)[0], str)
    for saved in result.save(folder):
        assert_type((saved.path, saved.size, saved.sha256), tuple[Path, int, str])
    assert_type(result.outputs[0].read(), bytes)
    run.delete_files()
    return result
