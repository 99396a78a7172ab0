"""The documented refusals: what the service says when it does not do what it was asked.

The texts are those of the error reference (`x-wiro-errors` of the specification); a test compares the two.
"""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

__all__ = ["REFUSALS", "RefusedError", "refuse"]

# name -> (code of the error category, text, HTTP status). Refusals have status 200 except for authentication, unknown
# addresses and oversized bodies; how the service words the last is not documented.
REFUSALS: Mapping[str, tuple[int, str, int]] = {
    "key_not_found": (0, "Project authorization is not founded.", HTTPStatus.UNAUTHORIZED),
    "signature_required": (
        0,
        "Project requires signature authentication. x-signature and x-nonce headers are required.",
        HTTPStatus.UNAUTHORIZED,
    ),
    "invalid_signature": (0, "Project authorization is not valid.", HTTPStatus.UNAUTHORIZED),
    "ip_not_allowed": (0, "Requested ip {ip} is not allowed.", HTTPStatus.UNAUTHORIZED),
    "bearer_missing": (99, "Authorization bearer token is not founded in headers.", HTTPStatus.UNAUTHORIZED),
    "bearer_expired": (99, "Authorization bearer token expired.", HTTPStatus.UNAUTHORIZED),
    "bearer_invalid": (99, "Authorization bearer token is invalid.", HTTPStatus.UNAUTHORIZED),
    "unknown_url": (0, "Error parsing url.", HTTPStatus.NOT_FOUND),
    "body_too_large": (0, "Request parameters are invalid.", HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    "invalid_parameters": (0, "Request parameters are invalid.", HTTPStatus.OK),
    "parameter_required": (0, "Request parameter [{name}] required", HTTPStatus.OK),
    "not_numeric": (0, "Request parameter [{name}] must be integer or float", HTTPStatus.OK),
    "out_of_range": (0, "Request parameter [{name}] must be between {min} and {max}", HTTPStatus.OK),
    "file_required": (0, "Request files [{name}] required", HTTPStatus.OK),
    "account_suspended": (0, "Your account has been suspended. Please contact support.", HTTPStatus.OK),
    "sign_in_required": (98, "sign in to run this model", HTTPStatus.OK),
    "model_not_accessible": (1, "tool-not-accessible", HTTPStatus.OK),
    "model_not_found": (1, "slug-owner-project-not-exist", HTTPStatus.OK),
    "identifier_required": (0, "taskid or socketaccesstoken is required", HTTPStatus.OK),
    "task_not_found": (1, "There is no task yet.", HTTPStatus.OK),
    "not_cancellable": (1, "Task is not in a cancellable state.", HTTPStatus.OK),
    "kill_failed": (1, "Task could not be killed: {reason}", HTTPStatus.OK),
    "not_completed": (1, "Task must be completed or cancelled before deleting files", HTTPStatus.OK),
    "concurrency_limit": (
        96,
        "You have reached your concurrent task limit. With your current balance of ${balance}, you can run up to "
        "{maxConcurrent} tasks at the same time. Add funds to increase your limit.",
        HTTPStatus.OK,
    ),
    "insufficient_balance": (97, "Insufficient balance", HTTPStatus.OK),
}

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class RefusedError(Exception):
    """A request that the service refuses; nothing was done.

    Args:
        code: Number of the error category.
        message: Text for the caller.
        status: HTTP status.
    """

    def __init__(self, code: int, message: str, status: int) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.status = status

    def to_dict(self) -> dict[str, Any]:
        """Return the body of the answer."""
        return {"result": False, "errors": [{"code": self.code, "message": self.message}]}


def refuse(name: str, /, **values: str) -> RefusedError:
    """Build a documented refusal, to be raised.

    Args:
        name: Key in `REFUSALS`.
        values: What stands in the braces of its text.
    """
    code, text, status = REFUSALS[name]
    # One pass: a value may itself contain braces.
    return RefusedError(code, _PLACEHOLDER.sub(lambda match: values[match[1]], text), int(status))
