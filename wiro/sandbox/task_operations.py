"""Starting a model, and following, stopping and cleaning up the task that it becomes."""

import time
from collections.abc import Mapping
from typing import Any

from wiro.sandbox.books import Submission
from wiro.sandbox.catalogue import RunInput
from wiro.sandbox.pages import page_of
from wiro.sandbox.parameters import accept_parameters
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation
from wiro.sandbox.tasks import Task, task_row
from wiro.sandbox.tool_operations import require_model
from wiro.sandbox.world import World

__all__ = ["TASK_OPERATIONS"]


async def _runs_create(world: World, request: ApiRequest) -> dict[str, Any]:
    model = require_model(world, request.path_values["owner-slug"], request.path_values["model-slug"])
    world.project.check_run()
    accepted = accept_parameters(model, request.body, world.files)
    request.accept()
    team_guid = world.teams.resolve(request.team_guid)
    world.teams.check_run(team_guid, model.id)
    world.teams.wallet(team_guid).check_run(world.tasks.active_in(team_guid))
    task_id = world.tasks.new_id()
    run = RunInput(task_id=task_id, parameters=model.with_defaults(accepted.parameters), files=accepted.files)
    task = Task(
        id=task_id,
        token=world.tasks.new_token(),
        model=model,
        run=run,
        plan=model.plan(run),
        record=Submission(
            taskid=task_id,
            model=model.name,
            parameters=accepted.parameters,
            fingerprint=accepted.fingerprint,
            identity=f"{request.body.get('projectid') or 'sandbox'} ({request.identity})",
            accepted_at=time.time(),
        ),
        callback_url=str(request.body.get("callbackUrl") or ""),
        team_guid=team_guid,
    )
    world.runner.start(task)
    return {"taskid": task.id, "socketaccesstoken": task.token}


async def _tasks_detail(world: World, request: ApiRequest) -> dict[str, Any]:
    task = _task(world, "tasks_detail", request.body)
    request.accept()
    return {"total": "1", "tasklist": [task_row(task, world.options.dialect)]}


async def _tasks_list(world: World, request: ApiRequest) -> dict[str, Any]:
    body = request.body
    request.accept()
    wanted = str(body.get("modelName") or "").lower()
    team_guid = world.teams.resolve(request.team_guid)
    tasks = world.tasks.newest_first(lambda task: wanted in task.model.name and task.team_guid == team_guid)
    if str(body.get("order", "DESC")).upper() == "ASC":
        tasks.reverse()
    rows = [task_row(task, world.options.dialect) for task in page_of(tasks, body)]
    return {"total": str(len(tasks)), "tasklist": rows}


async def _tasks_cancel(world: World, request: ApiRequest) -> dict[str, Any]:
    task = _task(world, "tasks_cancel", request.body)
    # The bundle sends the id only; the token is what the documentation says, and may stand beside it.
    if not {"tasktoken", "socketaccesstoken"} & request.body.keys():
        request.accept()
    world.runner.cancel(task)
    return {"tasklist": []}


async def _tasks_kill(world: World, request: ApiRequest) -> dict[str, Any]:
    task = _task(world, "tasks_kill", request.body)
    request.accept()
    world.runner.kill(task)
    return {"tasklist": []}


async def _tasks_input_output_delete(world: World, request: ApiRequest) -> dict[str, Any]:
    task = _task(world, "tasks_input_output_delete", request.body)
    request.accept()
    if not task.is_terminal:
        raise refuse("not_completed")
    for value in [*task.record.parameters.values(), *(output.get("url") for output in task.outputs)]:
        for url in value if isinstance(value, list) else [value]:
            if isinstance(url, str):
                world.files.remove(url)
    task.outputs = []
    return {}


async def _tasks_stat(world: World, request: ApiRequest) -> dict[str, Any]:
    """Count tasks; the names of the counters are the sandbox's own, because none are documented."""
    team_guid = world.teams.resolve(request.team_guid)
    request.accept()
    exit_codes = [task.exit_code for task in world.tasks if task.team_guid == team_guid]
    return {
        "stat": {
            "total": len(exit_codes),
            "active": world.tasks.active_in(team_guid),
            "success": exit_codes.count(0),
            "error": sum(exit_code not in (None, 0) for exit_code in exit_codes),
        }
    }


TASK_OPERATIONS: tuple[Operation, ...] = (
    Operation("runs_create", "/Run/{owner-slug}/{model-slug}", _runs_create),
    Operation("tasks_detail", "/Task/Detail", _tasks_detail, {"socketaccesstoken": "tasktoken"}),
    Operation("tasks_list", "/Task/List", _tasks_list),
    Operation("tasks_stat", "/Task/Stat", _tasks_stat),
    Operation("tasks_cancel", "/Task/Cancel", _tasks_cancel, {"socketaccesstoken": "tasktoken"}),
    Operation("tasks_kill", "/Task/Kill", _tasks_kill, {"tasktoken": "socketaccesstoken"}),
    Operation(
        "tasks_input_output_delete",
        "/Task/InputOutputDelete",
        _tasks_input_output_delete,
        {"socketaccesstoken": "tasktoken"},
    ),
)


def _task(world: World, operation: str, body: Mapping[str, Any]) -> Task:
    """Return the task that a body names by id or by either name of its token, and note in the books who asked."""
    task_id, token = body.get("taskid"), body.get("tasktoken") or body.get("socketaccesstoken")
    if not task_id and not token:
        raise refuse("identifier_required")
    task = world.tasks.find(None if task_id is None else str(task_id), None if token is None else str(token))
    if task is None:
        raise refuse("task_not_found")
    task.record.requests[operation] += 1
    return task
