"""Models and their parameters: what there is, what each takes and costs, and what is wrong with a run of it.

Rows come from the Tool operations and are read leniently: a model whose schema looks odd can still be run.
"""

from __future__ import annotations

import re
import threading
import time
from contextlib import aclosing
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from wiro._parameter_checks import find_hints, find_violations, written
from wiro._parameters import Option, Parameter, list_of, parameters_of, text_of
from wiro._steps import carry_out, carry_out_async
from wiro.errors import InvalidArgumentError, InvalidParametersError, ModelNotFoundError, NotFoundError
from wiro.pagination import aiterate, iterate
from wiro_client.types import UNSET

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence

    from wiro._steps import Steps
    from wiro.pricing import Quote, Usage
    from wiro.transport import AsyncTransport, SyncTransport
    from wiro_client.api import Api, AsyncApi
    from wiro_client.models.tool import Tool
    from wiro_client.models.tool_explore_group import ToolExploreGroup

__all__ = [
    "AsyncModels",
    "Catalogue",
    "Model",
    "ModelGroup",
    "Models",
    "Option",
    "Parameter",
    "check_parameters",
    "model_from_rows",
    "model_not_found",
    "parse_model_name",
]

_SLUG: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
# A model's parameters change rarely, and a stale copy costs a refused run at worst, which is free.
_MODEL_LIFETIME_SECONDS: Final = 300.0


@frozen(slots=True, kw_only=True)
class Model:
    """A model of the catalogue.

    Attributes:
        owner: First half of its name.
        slug: Second half of its name.
        title: For people.
        description: One paragraph.
        categories: Such as `text-to-image`.
        parameters: In the order of the catalogue; empty if it does not say, as in lists.
        raw: The whole row.
    """

    owner: str
    slug: str
    title: str = ""
    description: str = ""
    categories: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = field(default=(), repr=False)
    raw: Mapping[str, Any] = field(factory=dict, repr=False)

    @property
    def name(self) -> str:
        """`owner/slug`, as `Wiro.run` takes it."""
        return f"{self.owner}/{self.slug}"

    def parameter(self, key: str) -> Parameter | None:
        """Return the parameter with this id, or None."""
        return next((parameter for parameter in self.parameters if parameter.id == key), None)

    def validate(self, params: Mapping[str, Any]) -> tuple[str, ...]:
        """Check the parameters of a run without sending anything; `Wiro.run` does it by itself.

        Args:
            params: Parameters of the run.

        Returns:
            Warnings: parameters that the catalogue does not know, with what may have been meant. They are allowed,
            because some models take more than their schema says.

        Raises:
            InvalidParametersError: Names every violation: required parameters that are missing or empty, choices that
                are no option, numbers out of range or between the steps, too many files, values that cannot be sent.
        """
        check_parameters(self, params)
        return tuple(find_hints(self.parameters, params))

    def quote(self, params: Mapping[str, Any] | None = None, *, usage: Usage | None = None) -> Quote:
        """Say what a run would cost, from the prices in the catalogue. Sends nothing.

        Args:
            params: Parameters of the run.
            usage: What the run is expected to use, where the price depends on it and the parameters do not tell.
        """
        from wiro.pricing import quote

        return quote(self, params or {}, usage)

    def written(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Return parameters as the service wants them: choices are strings, and numbers are numbers."""
        return written(self.parameters, params)


@frozen(slots=True, kw_only=True)
class ModelGroup:
    """Featured models of one theme.

    Attributes:
        id: Of the group.
        title: For people.
        models: Without parameters; `Models.get` has them.
    """

    id: str
    title: str
    models: tuple[Model, ...]


def parse_model_name(name: object) -> tuple[str, str]:
    """Split `owner/slug`.

    Raises:
        InvalidArgumentError: It is no model name.
    """
    parts = name.split("/") if isinstance(name, str) else []
    if len(parts) != 2 or not all(_SLUG.fullmatch(part) for part in parts):
        raise InvalidArgumentError(
            f"model is {name!r}; accepted: 'owner/model' as in the address of its page, each half of letters, digits, "
            "'.', '_' and '-', beginning with a letter or digit.",
            parameter="model",
        )
    return parts[0], parts[1]


def model_from_rows(name: str, rows: object) -> Model:
    """Read the answer of Tool/Detail.

    Args:
        name: What was asked for.
        rows: The `tool` list of the answer.

    Raises:
        ModelNotFoundError: The list is empty.
    """
    row = rows[0] if isinstance(rows, (list, tuple)) and rows else rows
    if not isinstance(row, dict) or not row:
        raise model_not_found(name)
    owner, slug = parse_model_name(name)
    return _model(row, _slug(row, "owner") or owner, _slug(row, "project") or slug)


def model_not_found(name: str, cause: NotFoundError | None = None) -> ModelNotFoundError:
    """Make the error for a model that does not exist, or that this key may not see."""
    error = ModelNotFoundError(
        operation=cause.operation if cause else "tools_detail",
        status_code=cause.status_code if cause else 200,
        code=cause.code if cause else None,
        message=f"there is no model {name!r}, or this key may not use it" + (f" [{cause.message}]" if cause else ""),
        errors=cause.errors if cause else (),
        body=cause.body if cause else {},
    )
    error.model = name
    return error


def check_parameters(model: Model, params: Mapping[str, Any]) -> None:
    """Check the parameters of a run against what the catalogue says about the model; see `Model.validate`.

    A required parameter with a default may be left out. Unknown parameters pass: the catalogue is not complete.

    Args:
        model: The model.
        params: Parameters of the run; a value may be a file or a list with files in it.

    Raises:
        InvalidParametersError: Names every violation.
    """
    violations = list(find_violations(model.parameters, params))
    if violations:
        raise InvalidParametersError(f"{model.name}: {'; '.join(violations)}.", violations)


class Catalogue:
    """Looks models up and remembers them for a short while. Threads and event loops may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, tuple[float, Model]] = {}

    def get_steps(self, name: str) -> Steps[Model]:
        """Look up one model; see `Models.get`."""
        owner, slug = parse_model_name(name)
        with self._lock:
            expires, model = self._known.get(name, (0.0, None))
        if model is not None and time.monotonic() < expires:
            return model
        from wiro_client.api.tools import detail

        try:
            answer = yield detail.build_call(slugowner=owner, slugproject=slug)
            model = model_from_rows(name, answer.to_dict().get("tool"))
        except NotFoundError as error:
            if isinstance(error, ModelNotFoundError):
                raise
            raise model_not_found(name, error) from error
        with self._lock:
            self._known[name] = (time.monotonic() + _MODEL_LIFETIME_SECONDS, model)
        return model

    def explore_steps(self) -> Steps[tuple[ModelGroup, ...]]:
        """Read the featured models; see `Models.explore`."""
        from wiro_client.api.tools import explore

        answer = yield explore.build_call()
        return tuple(_groups(answer.explore or ()))


class Models:
    """The catalogue of models: `wiro.models`."""

    def __init__(self, api: Api, transport: SyncTransport, catalogue: Catalogue) -> None:
        self._api = api
        self._transport = transport
        self._catalogue = catalogue

    def get(self, name: str) -> Model:
        """Look up one model and its parameters; the answer is remembered for five minutes.

        Args:
            name: `owner/model`.

        Raises:
            InvalidArgumentError: That is no model name; nothing was sent.
            ModelNotFoundError: There is no such model, or this key may not see it.
        """
        return carry_out(self._catalogue.get_steps(name), self._transport.send)

    def search(
        self,
        text: str = "",
        *,
        categories: Sequence[str] = (),
        owner: str | None = None,
        sort: str | None = None,
        workflows: bool = False,
    ) -> Iterator[Model]:
        """Search the catalogue; yields models as pages arrive, without their parameters, which `get` has.

        Args:
            text: What to look for.
            categories: Only models of all of these, such as `text-to-image`.
            owner: Only models of this owner.
            sort: `relevance`, `time`, `ratedusercount`, `commentcount` or `averagepoint`.
            workflows: Whether to include workflows.
        """
        rows = iterate(self._api.tools.list, **_search_arguments(text, categories, owner, sort, workflows))
        return (model for row in rows if (model := _model_from_list(row)) is not None)

    def recommend(self, job: str, *, count: int = 10) -> tuple[Model, ...]:
        """Return the models that fit a job best, by the relevance that the catalogue sees.

        Args:
            job: What is to be done, in words.
            count: So many models at most.
        """
        return tuple(islice(self.search(job, sort="relevance"), count))

    def explore(self) -> tuple[ModelGroup, ...]:
        """Return the featured models by theme."""
        return carry_out(self._catalogue.explore_steps(), self._transport.send)


class AsyncModels:
    """The catalogue of models: `wiro.models`."""

    def __init__(self, api: AsyncApi, transport: AsyncTransport, catalogue: Catalogue) -> None:
        self._api = api
        self._transport = transport
        self._catalogue = catalogue

    async def get(self, name: str) -> Model:
        """Look up one model and its parameters; like `Models.get`."""
        return await carry_out_async(self._catalogue.get_steps(name), self._transport.send)

    def search(
        self,
        text: str = "",
        *,
        categories: Sequence[str] = (),
        owner: str | None = None,
        sort: str | None = None,
        workflows: bool = False,
    ) -> AsyncGenerator[Model, None]:
        """Search the catalogue, for `async for`; like `Models.search`."""
        rows = aiterate(self._api.tools.list, **_search_arguments(text, categories, owner, sort, workflows))
        return (model async for row in rows if (model := _model_from_list(row)) is not None)

    async def recommend(self, job: str, *, count: int = 10) -> tuple[Model, ...]:
        """Return the models that fit a job best; like `Models.recommend`."""
        found: list[Model] = []
        async with aclosing(self.search(job, sort="relevance")) as models:
            while len(found) < count and (model := await anext(models, None)) is not None:
                found.append(model)
        return tuple(found)

    async def explore(self) -> tuple[ModelGroup, ...]:
        """Return the featured models by theme."""
        return await carry_out_async(self._catalogue.explore_steps(), self._transport.send)


def _model(row: Mapping[str, Any], owner: str, slug: str) -> Model:
    return Model(
        owner=owner,
        slug=slug,
        title=text_of(row.get("title")),
        description=text_of(row.get("description")),
        categories=tuple(text_of(category) for category in list_of(row.get("categories"))),
        parameters=tuple(parameters_of(row.get("parameters"))),
        raw=row,
    )


def _search_arguments(
    text: str, categories: Sequence[str], owner: str | None, sort: str | None, workflows: bool
) -> dict[str, Any]:
    if isinstance(categories, str):
        raise InvalidArgumentError(
            f"categories is the string {categories!r}; accepted: a list of strings.", parameter="categories"
        )
    return {
        "search": text or UNSET,
        "categories": list(categories) or UNSET,
        "slugowner": owner or UNSET,
        "sort": sort or UNSET,
        "hideworkflows": not workflows,
        "summary": True,
    }


def _model_from_list(tool: Tool) -> Model | None:
    """Read a row of a list; one without a name is no model."""
    row = tool.to_dict()
    owner, slug = _slug(row, "owner"), _slug(row, "project")
    return _model(row, owner, slug) if owner and slug else None


def _groups(groups: Sequence[ToolExploreGroup]) -> Iterator[ModelGroup]:
    for group in groups:
        found = map(_model_from_list, group.tools or ())
        models = tuple(model for model in found if model is not None)
        yield ModelGroup(id=text_of(group.id or None), title=text_of(group.title or None), models=models)


def _slug(row: Mapping[str, Any], half: str) -> str | None:
    for key in (f"cleanslug{half}", f"slug{half}"):
        value = row.get(key)
        if isinstance(value, str) and _SLUG.fullmatch(value):
            return value
    return None
