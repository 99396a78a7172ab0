"""What a kill of the worker means, asked from inside a signal handler."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Any, Final, TypeVar

from airflow_provider_wiro.task_states import ENDED_STATES, TaskInstanceId, state_text

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Kill", "answer_within"]

_logger = logging.getLogger(__name__)

_Answer = TypeVar("_Answer")

#: How long Airflow may take to tell a state. Airflow 3 kills a worker 5 s after it asked it to end.
_STATE_SECONDS: Final = 2.0


def answer_within(seconds: float, question: Callable[[], _Answer], otherwise: _Answer) -> _Answer:
    """Return what a function returns, or something else if it takes too long or raises.

    A signal handler interrupts its thread anywhere, also inside a lock that the function needs: so it runs in a thread
    of its own, and is never waited for for ever.
    """
    answers: list[_Answer] = []

    def ask() -> None:
        try:
            answers.append(question())
        except Exception as error:
            _logger.debug("No answer: %s", error)

    thread = threading.Thread(target=ask, name="wiro-kill", daemon=True)
    thread.start()
    thread.join(seconds)
    return answers[0] if answers else otherwise


class Kill:
    """Tells what a kill of one try means.

    Args:
        instance: The task instance that runs.
    """

    def __init__(self, instance: Any) -> None:
        self._id = TaskInstanceId.of(instance)
        # Airflow's own rule for whether a try that ends badly is followed by another.
        self._retried = bool(instance.max_tries) and instance.try_number <= instance.max_tries
        # `dag.test()` of Airflow 2 leaves the instance that it runs as it was scheduled, in the database as here.
        self._running = {"running", state_text(getattr(instance, "state", None))} - {None}

    def spares_the_job(self) -> bool:
        """Tell whether the remote job must go on, because another try of the task will attach to it.

        So it is after a clear, and when a worker is shut down whose task will be retried. An Airflow that does not
        answer is taken for one that is down, which kills its workers too: nobody can have marked the task.
        """
        return answer_within(_STATE_SECONDS, self._goes_on, otherwise=self._retried)

    def _goes_on(self) -> bool:
        state = self._id.state()
        return self._retried if state in self._running else state not in ENDED_STATES
