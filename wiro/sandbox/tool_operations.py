"""The catalogue of models, which the service calls tools."""

from collections import Counter
from typing import Any

from wiro.sandbox.catalogue import SandboxModel
from wiro.sandbox.models import MODELS, find_model
from wiro.sandbox.pages import page_of
from wiro.sandbox.refusals import refuse
from wiro.sandbox.requests import ApiRequest, Operation
from wiro.sandbox.world import World

__all__ = ["TOOL_OPERATIONS", "require_model"]


def require_model(world: World, owner: str, slug: str) -> SandboxModel:
    """Return the model with these slugs.

    Raises:
        RefusedError: If there is none, or not for this project.
    """
    model = find_model(owner, slug)
    if model is None:
        raise refuse("model_not_found")
    if not world.project.may_see(model):
        raise refuse("model_not_accessible")
    return model


async def _tools_list(world: World, request: ApiRequest) -> dict[str, Any]:
    body = request.body
    request.accept()
    search = str(body.get("search") or "").lower()
    wanted = {str(category) for category in body.get("categories") or ()}
    models = [
        model
        for model in MODELS.values()
        if world.project.may_see(model)
        and search in f"{model.name} {model.title}".lower()
        and (not wanted or wanted & set(model.categories))
        and body.get("slugowner") in (None, "", model.owner)
        and not body.get("tags")
    ]
    if str(body.get("order", "")).upper() == "DESC":
        models.reverse()
    rows = [model.to_summary(_run_counts(world, model)) for model in page_of(models, body)]
    return {"total": len(models), "tool": rows}


async def _tools_detail(world: World, request: ApiRequest) -> dict[str, Any]:
    model = require_model(world, str(request.body.get("slugowner", "")), str(request.body.get("slugproject", "")))
    request.accept()
    return {"tool": [model.to_detail(_run_counts(world, model), summary=bool(request.body.get("summary")))]}


async def _tools_explore(world: World, request: ApiRequest) -> dict[str, Any]:
    request.accept()
    groups: dict[str, list[SandboxModel]] = {}
    for model in MODELS.values():
        if world.project.may_see(model):
            groups.setdefault(model.categories[0], []).append(model)
    return {
        "explore": [
            {
                "id": category,
                "title": category.replace("-", " ").title(),
                "total": len(models),
                "tools": [model.to_card() for model in models],
            }
            for category, models in groups.items()
        ]
    }


TOOL_OPERATIONS: tuple[Operation, ...] = (
    Operation("tools_list", "/Tool/List", _tools_list),
    Operation("tools_detail", "/Tool/Detail", _tools_detail),
    Operation("tools_explore", "/Tool/Explore", _tools_explore),
)


def _run_counts(world: World, model: SandboxModel) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for task in world.tasks:
        if task.model is model:
            counts["runcount"] += 1
            counts["successcount"] += task.exit_code == 0
            counts["errorcount"] += task.exit_code not in (None, 0)
            counts["lastruntime"] = max(counts["lastruntime"], task.start_time or 0)
    return dict(counts)
