"""A service that uses the synchronous client: checked by mypy --strict, to prove that the public API is typed."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import assert_type

import wiro as library
from wiro import (
    UNSET,
    CostLimitError,
    File,
    InvalidParametersError,
    Model,
    ModelGroup,
    Output,
    Parameter,
    Quote,
    Run,
    RunFailedError,
    RunResult,
    SavedFile,
    Usage,
    WaitSettings,
    Wiro,
    WiroError,
)
from wiro.pagination import iterate
from wiro.protocol import TaskEvent
from wiro_client.models.task import Task
from wiro_client.models.user_agent_message import UserAgentMessage


def paint(prompt: str, folder: Path) -> Decimal | None:
    """Run a model and save what it made."""
    with Wiro("key", timeout=30, wait_settings=WaitSettings(safety_poll_seconds=30)) as wiro:
        run = wiro.run(
            "google/nano-banana-pro",
            {
                "prompt": prompt,
                "inputImage": [folder / "a.png", b"png", BytesIO(), File(b"png"), "https://example.com/a"],
            },
            max_cost_usd=Decimal("0.1"),
            allow_estimate=True,
            multipart=False,
            callback_url="https://example.com/hook",
            project_id="1",
        )
        assert_type(run, Run)
        for event in run.events(timeout=600):
            assert_type(event, TaskEvent)
        try:
            result = run.wait(timeout=600)
        except RunFailedError as error:
            assert_type(error.exit_code, int | None)
            assert_type(error.result, RunResult | None)
            raise
        assert_type(result, RunResult)
        assert_type(result.outputs, tuple[Output, ...])
        assert_type(result.save(folder), tuple[SavedFile[Path], ...])
        assert_type(result.outputs[0].save(folder, name="lake.png", overwrite=True), SavedFile[Path])
        assert_type(result.save("out"), tuple[SavedFile[Path], ...])
        return result.cost_usd


def look(wiro: Wiro, name: str) -> list[str]:
    """Read the catalogue."""
    names = [model.name for model in wiro.models.search("flux", categories=["image"], owner="openai", sort="time")]
    groups = wiro.models.explore()
    assert_type(groups, tuple[ModelGroup, ...])
    model = wiro.models.get(name)
    assert_type(model, Model)
    assert_type(model.parameter("prompt"), Parameter | None)
    quote = model.quote({"prompt": "x"}, usage=Usage(tokens=1000))
    assert_type(quote, Quote)
    assert_type(quote.usd, Decimal | None)
    try:
        return [*names, *model.validate({"prompt": "x"})]
    except InvalidParametersError as error:
        return error.violations
    except CostLimitError as error:
        return [str(error.limit_usd)]


def find(wiro: Wiro, guid: str) -> None:
    """Iterate over lists and take up runs."""
    for run in wiro.tasks.list("google/nano-banana-pro"):
        assert_type(run, Run)
        assert_type(run.status, str | None)
        wiro.attach(run.task_id).stop()
    for task in iterate(wiro.api.tasks.list, page_size=50):
        assert_type(task, Task)
    for message in iterate(wiro.api.user_agent_messages.history, useragentguid=guid):
        assert_type(message, UserAgentMessage)
    assert_type(wiro.result("1"), RunResult | None)
    assert_type(wiro.upload(Path("a.png")), str)
    detail = wiro.api.tasks.detail(taskid="1", request_options={"timeout": 3.0, "max_retries": 0})
    if detail.tasklist:
        status = detail.tasklist[0].status
        assert status is not UNSET


def everything_else() -> dict[str, object]:
    """Whatever the package exports can be had from it."""
    errors: type[WiroError] = library.CallbackError
    return {name: getattr(library, name) for name in library.__all__} | {"error": errors}
