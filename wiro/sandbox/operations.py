"""The operations: what each documented request does."""

import time
from collections import Counter
from collections.abc import Mapping
from typing import Any, TypeVar

from wiro.sandbox.books import Submission
from wiro.sandbox.catalogue import RunInput, SandboxModel
from wiro.sandbox.models import MODELS, find_model
from wiro.sandbox.parameters import accept_parameters
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation
from wiro.sandbox.tasks import Task, task_row
from wiro.sandbox.world import World

__all__ = ["OPERATIONS", "find_operation"]

_DEFAULT_PAGE = 20
_MAX_PAGE = 100

_Row = TypeVar("_Row")


async def _tools_list(world: World, request: ApiRequest) -> dict[str, Any]:
    body = request.body
    request.accept()
    search = str(body.get("search") or "").lower()
    wanted = {str(category) for category in body.get("categories") or ()}
    models = [
        model
        for model in MODELS.values()
        if search in f"{model.name} {model.title}".lower()
        and (not wanted or wanted & set(model.categories))
        and body.get("slugowner") in (None, "", model.owner)
        and not body.get("tags")
    ]
    if str(body.get("order", "")).upper() == "DESC":
        models.reverse()
    rows = [model.to_summary(_run_counts(world, model)) for model in _page(models, body)]
    return {"total": len(models), "tool": rows}


async def _tools_detail(world: World, request: ApiRequest) -> dict[str, Any]:
    model = _model(str(request.body.get("slugowner", "")), str(request.body.get("slugproject", "")))
    request.accept()
    return {"tool": [model.to_detail(_run_counts(world, model), summary=bool(request.body.get("summary")))]}


async def _runs_create(world: World, request: ApiRequest) -> dict[str, Any]:
    model = _model(request.path_values["owner-slug"], request.path_values["model-slug"])
    accepted = accept_parameters(model, request.body, world.files)
    request.accept()
    world.wallet.check_run(world.tasks.active)
    task_id = world.tasks.new_id()
    plan = model.plan(RunInput(task_id=task_id, parameters=accepted.parameters, files=accepted.files))
    task = Task(
        id=task_id,
        token=world.tasks.new_token(),
        model=model,
        plan=plan,
        record=Submission(
            taskid=task_id,
            model=model.name,
            parameters=accepted.parameters,
            fingerprint=accepted.fingerprint,
            identity=f"{request.body.get('projectid') or 'sandbox'} ({request.identity})",
            accepted_at=time.time(),
        ),
        callback_url=str(request.body.get("callbackUrl") or ""),
    )
    world.runner.start(task, {name: len(files) for name, files in accepted.files.items()})
    return {"taskid": task.id, "socketaccesstoken": task.token}


async def _tasks_detail(world: World, request: ApiRequest) -> dict[str, Any]:
    task = _task(world, request.body)
    request.accept()
    return {"total": "1", "tasklist": [task_row(task, world.options.dialect)]}


async def _tasks_list(world: World, request: ApiRequest) -> dict[str, Any]:
    body = request.body
    request.accept()
    wanted = str(body.get("modelName") or "").lower()
    tasks = world.tasks.newest_first(lambda task: wanted in task.model.name)
    if str(body.get("order", "DESC")).upper() == "ASC":
        tasks.reverse()
    rows = [task_row(task, world.options.dialect) for task in _page(tasks, body)]
    return {"total": str(len(tasks)), "tasklist": rows}


async def _tasks_cancel(world: World, request: ApiRequest) -> dict[str, Any]:
    task = _task(world, request.body)
    if "taskid" in request.body:
        request.accept()
    world.runner.cancel(task)
    return {"tasklist": []}


async def _tasks_kill(world: World, request: ApiRequest) -> dict[str, Any]:
    task = _task(world, request.body)
    request.accept()
    world.runner.kill(task)
    return {"tasklist": []}


async def _tasks_input_output_delete(world: World, request: ApiRequest) -> dict[str, Any]:
    task = _task(world, request.body)
    request.accept()
    if not task.is_terminal:
        raise refuse("not_completed")
    for value in [*task.record.parameters.values(), *(output.get("url") for output in task.outputs)]:
        for url in value if isinstance(value, list) else [value]:
            if isinstance(url, str):
                world.files.remove(url)
    task.outputs = []
    return {}


OPERATIONS: tuple[Operation, ...] = (
    Operation("tools_list", "/Tool/List", _tools_list),
    Operation("tools_detail", "/Tool/Detail", _tools_detail),
    Operation("runs_create", "/Run/{owner-slug}/{model-slug}", _runs_create),
    Operation("tasks_detail", "/Task/Detail", _tasks_detail, {"socketaccesstoken": "tasktoken"}),
    Operation("tasks_list", "/Task/List", _tasks_list),
    Operation("tasks_cancel", "/Task/Cancel", _tasks_cancel, {"socketaccesstoken": "tasktoken"}),
    Operation("tasks_kill", "/Task/Kill", _tasks_kill, {"tasktoken": "socketaccesstoken"}),
    Operation(
        "tasks_input_output_delete",
        "/Task/InputOutputDelete",
        _tasks_input_output_delete,
        {"socketaccesstoken": "tasktoken"},
    ),
)

_BY_PATH: Mapping[str, Operation] = {operation.path: operation for operation in OPERATIONS}
_RUN = _BY_PATH["/Run/{owner-slug}/{model-slug}"]


def find_operation(path: str) -> tuple[Operation, dict[str, str]] | None:
    """Return the operation at a path and what stands in its braces.

    Args:
        path: Decoded path below `/v1`, such as `/Task/Detail`.
    """
    operation = _BY_PATH.get(path)
    if operation is not None:
        return operation, {}
    match path.split("/"):
        case ["", "Run", owner, slug] if owner and slug:
            return _RUN, {"owner-slug": owner, "model-slug": slug}
    return None


def _model(owner: str, slug: str) -> SandboxModel:
    model = find_model(owner, slug)
    if model is None:
        raise refuse("model_not_found")
    return model


def _task(world: World, body: Mapping[str, Any]) -> Task:
    """Return the task that a body names by id or by either name of its token."""
    task_id, token = body.get("taskid"), body.get("tasktoken") or body.get("socketaccesstoken")
    if not task_id and not token:
        raise refuse("identifier_required")
    task = world.tasks.find(None if task_id is None else str(task_id), None if token is None else str(token))
    if task is None:
        raise refuse("task_not_found")
    return task


def _page(rows: list[_Row], body: Mapping[str, Any]) -> list[_Row]:
    start = _whole_number(body, "start", 0)
    limit = min(_whole_number(body, "limit", _DEFAULT_PAGE), _MAX_PAGE)
    return rows[start : start + limit]


def _whole_number(body: Mapping[str, Any], name: str, default: int) -> int:
    value = body.get(name)
    if value in (None, ""):
        return default
    text = str(value)
    if not (text.isascii() and text.isdigit()):
        raise refuse("not_numeric", name=name)
    return int(text)


def _run_counts(world: World, model: SandboxModel) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for task in world.tasks:
        if task.model is model:
            counts["runcount"] += 1
            counts["successcount"] += task.exit_code == 0
            counts["errorcount"] += task.exit_code not in (None, 0)
            counts["lastruntime"] = max(counts["lastruntime"], task.start_time or 0)
    return dict(counts)
