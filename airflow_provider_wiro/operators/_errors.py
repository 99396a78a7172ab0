"""What an error of the `wiro` library means to Airflow: whether another try of the task can change anything."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from airflow.providers.common.compat.sdk import AirflowException, AirflowFailException

from wiro.errors import AmbiguousRequestError, InvalidResponseError, WiroError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MAYBE_ACCEPTED", "errors_of_set_up", "errors_of_submission"]

#: What a submission may end with when nobody knows whether Wiro accepted it; after every other error it did not.
MAYBE_ACCEPTED: Final = (AmbiguousRequestError, InvalidResponseError)


@contextmanager
def errors_of_submission() -> Iterator[None]:
    """Translate errors before there is a job: what another try cannot change fails the task at once."""
    try:
        yield
    except ValueError as error:
        raise AirflowFailException(f"Nothing was submitted: {error}") from error
    except WiroError as error:
        # An upload whose answer was lost has cost nothing and may be repeated; the submission does not come here.
        retried = error.retryable or isinstance(error, AmbiguousRequestError)
        kind = AirflowException if retried else AirflowFailException
        raise kind(f"Nothing was submitted: {error}") from error


@contextmanager
def errors_of_set_up() -> Iterator[None]:
    """Translate errors of idempotent steps after the submission: another try attaches and does them again.

    What another try cannot change fails the task at once; the job is recorded and paid for, and a task that is cleared
    attaches to it.
    """
    try:
        yield
    except WiroError as error:
        final = not error.retryable and not isinstance(error, MAYBE_ACCEPTED)
        kind = AirflowFailException if final else AirflowException
        raise kind(f"It was submitted, but could not be set up: {error}") from error
