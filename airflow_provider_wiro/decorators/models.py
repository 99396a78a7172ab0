"""`@task.wiro`: a function that returns the parameters of a model's run.

@task.wiro(model="google/nano-banana-pro", output_path="s3://bucket/pictures")
def paint(animal: str) -> dict[str, object]:
    return {"prompt": f"a {animal} in snow"}

paint.expand(animal=["fox", "owl"])
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, overload

from airflow.providers.common.compat.sdk import (
    SET_DURING_EXECUTION,
    AirflowFailException,
    DecoratedOperator,
    context_merge,
    determine_kwargs,
    task_decorator_factory,
)

from airflow_provider_wiro.arguments import checked_parameters
from airflow_provider_wiro.operators.models import WiroRunModelOperator

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from airflow.providers.common.compat.sdk import Context, TaskDecorator, XComArg

__all__ = ["wiro_task"]

_Arguments = ParamSpec("_Arguments")


class _WiroDecoratedOperator(DecoratedOperator, WiroRunModelOperator):
    """Calls a function for the parameters, then does what `WiroRunModelOperator` does.

    What the function returns is sent as it is: it may hold what users wrote, so it is no Jinja template.

    Args:
        python_callable: The function. It may be called again by a retry and then has to return the same parameters, or
            the run of the earlier try is stopped and paid for in vain.
        op_args: Its positional arguments, templated.
        op_kwargs: Its keyword arguments, templated.
        kwargs: Those of `WiroRunModelOperator`, without `parameters`.
    """

    template_fields: Sequence[str] = (*DecoratedOperator.template_fields, *WiroRunModelOperator.template_fields)
    template_fields_renderers = {  # noqa: RUF012 (Airflow declares it as an instance variable)
        **DecoratedOperator.template_fields_renderers,
        **WiroRunModelOperator.template_fields_renderers,
    }
    custom_operator_name = "@task.wiro"
    # The parameters are in the rendered template only after the function was called.
    overwrite_rtif_after_execution = True

    def __init__(
        self,
        *,
        python_callable: Callable[..., Any],
        op_args: Collection[Any] | None = None,
        op_kwargs: Mapping[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        if "parameters" in kwargs:
            raise ValueError("parameters is given to @task.wiro; accepted: nothing, because the function returns them.")
        if inspect.iscoroutinefunction(python_callable) or inspect.isgeneratorfunction(python_callable):
            raise ValueError(f"{python_callable.__name__} is no plain function; @task.wiro accepts only those.")
        super().__init__(python_callable=python_callable, op_args=op_args, op_kwargs=op_kwargs, **kwargs)
        self.parameters: Any = SET_DURING_EXECUTION

    def execute(self, context: Context) -> Any:
        """Call the function and run the model."""
        self._ask_for_parameters(context)
        return super().execute(context)

    def execute_with_slot(self, context: Context, event: dict[str, Any] | None = None) -> dict[str, Any]:
        """Submit again after a wait for a task slot, in a new process that has not called the function yet."""
        self._ask_for_parameters(context)
        return super().execute_with_slot(context, event)

    def execute_complete(self, context: Context, event: dict[str, Any] | None = None) -> dict[str, Any]:
        """Turn the trigger's event into the result. The function is not called: its parameters are with Wiro."""
        self.parameters = {}
        try:
            return super().execute_complete(context, event)
        finally:
            # Shown as the rendered template, where an empty dict would tell that nothing was asked for.
            self.parameters = SET_DURING_EXECUTION

    def _ask_for_parameters(self, context: Context) -> None:
        context_merge(context, self.op_kwargs)
        arguments = determine_kwargs(self.python_callable, self.op_args, context)
        # Not below `try`: an error of the function itself is its own, and may be gone with the next try.
        returned = self.python_callable(*self.op_args, **arguments)
        try:
            self.parameters = checked_parameters(returned)
        except ValueError as error:
            name = getattr(self.python_callable, "__name__", "the function")
            raise AirflowFailException(
                f"Nothing was submitted: {name} has to return the parameters: {error}"
            ) from error


class _WiroTask(Protocol[_Arguments]):
    """A decorated function: calling it makes a task."""

    def __call__(self, *args: _Arguments.args, **kwargs: _Arguments.kwargs) -> XComArg: ...

    def expand(self, **map_kwargs: Any) -> XComArg: ...

    def expand_kwargs(self, kwargs: Any, *, strict: bool = True) -> XComArg: ...

    def partial(self, **kwargs: Any) -> _WiroTask[...]: ...

    def override(self, **kwargs: Any) -> _WiroTask[_Arguments]: ...


@overload
def wiro_task(
    python_callable: None = None, *, model: str, multiple_outputs: bool | None = None, **kwargs: Any
) -> Callable[[Callable[_Arguments, Mapping[str, Any] | str]], _WiroTask[_Arguments]]: ...


@overload
def wiro_task(
    python_callable: Callable[_Arguments, Mapping[str, Any] | str],
    *,
    model: str,
    multiple_outputs: bool | None = None,
    **kwargs: Any,
) -> _WiroTask[_Arguments]: ...


def wiro_task(
    python_callable: Callable[..., Any] | None = None,
    *,
    model: str,
    multiple_outputs: bool | None = None,
    **kwargs: Any,
) -> TaskDecorator | Any:
    """Make a task that runs a model out of a function that returns the parameters; also known as `@task.wiro`.

    Args:
        python_callable: The function; None where the decorator has arguments.
        model: `owner/model`, templated.
        multiple_outputs: Whether each entry of the result is an XCom of its own. Not inferred from the function's
            annotation, which is that of the parameters.
        kwargs: Those of `WiroRunModelOperator` and of every operator, without `parameters`.

    Raises:
        ValueError: A static argument is wrong; raised at DAG parse.
    """
    return task_decorator_factory(
        python_callable=python_callable,
        multiple_outputs=bool(multiple_outputs),
        decorated_operator_class=_WiroDecoratedOperator,
        model=model,
        **kwargs,
    )
