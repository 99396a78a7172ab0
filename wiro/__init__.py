"""Run AI models and agents on Wiro.

    from wiro import Wiro

    with Wiro() as wiro:  # WIRO_API_KEY, WIRO_API_SECRET
        run = wiro.run("google/nano-banana-pro", {"prompt": "a lake at dawn"})
        run.wait(timeout=600).save("out/")

Everything is imported when it is first used: `import wiro` loads neither the HTTP client nor the generated models.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from wiro.agents import Agent as Agent
    from wiro.agents import AgentStatus as AgentStatus
    from wiro.agents import AsyncAgent as AsyncAgent
    from wiro.catalog import Model as Model
    from wiro.catalog import ModelGroup as ModelGroup
    from wiro.catalog import Parameter as Parameter
    from wiro.client import AsyncWiro as AsyncWiro
    from wiro.client import Wiro as Wiro
    from wiro.config import Config as Config
    from wiro.config import Timeouts as Timeouts
    from wiro.config import WaitSettings as WaitSettings
    from wiro.errors import AgentNotRunningError as AgentNotRunningError
    from wiro.errors import AmbiguousRequestError as AmbiguousRequestError
    from wiro.errors import ApiError as ApiError
    from wiro.errors import AuthenticationError as AuthenticationError
    from wiro.errors import CallbackError as CallbackError
    from wiro.errors import ConcurrencyLimitError as ConcurrencyLimitError
    from wiro.errors import ConfigurationError as ConfigurationError
    from wiro.errors import CostLimitError as CostLimitError
    from wiro.errors import DownloadError as DownloadError
    from wiro.errors import InsufficientBalanceError as InsufficientBalanceError
    from wiro.errors import InsufficientCreditsError as InsufficientCreditsError
    from wiro.errors import InvalidArgumentError as InvalidArgumentError
    from wiro.errors import InvalidParametersError as InvalidParametersError
    from wiro.errors import InvalidRequestError as InvalidRequestError
    from wiro.errors import InvalidResponseError as InvalidResponseError
    from wiro.errors import MessageCancelledError as MessageCancelledError
    from wiro.errors import MessageFailedError as MessageFailedError
    from wiro.errors import ModelNotFoundError as ModelNotFoundError
    from wiro.errors import NotFoundError as NotFoundError
    from wiro.errors import ParameterWarning as ParameterWarning
    from wiro.errors import RateLimitError as RateLimitError
    from wiro.errors import RequestTimeoutError as RequestTimeoutError
    from wiro.errors import RunCancelledError as RunCancelledError
    from wiro.errors import RunFailedError as RunFailedError
    from wiro.errors import ServerError as ServerError
    from wiro.errors import SkillsApplyError as SkillsApplyError
    from wiro.errors import TransportError as TransportError
    from wiro.errors import WaitTimeoutError as WaitTimeoutError
    from wiro.errors import WiroError as WiroError
    from wiro.messages import AsyncMessage as AsyncMessage
    from wiro.messages import Message as Message
    from wiro.messages import MessageResult as MessageResult
    from wiro.pricing import Quote as Quote
    from wiro.pricing import Usage as Usage
    from wiro.responses import RawResponse as RawResponse
    from wiro.responses import record_responses as record_responses
    from wiro.runs import AsyncRun as AsyncRun
    from wiro.runs import Delta as Delta
    from wiro.runs import Output as Output
    from wiro.runs import Run as Run
    from wiro.runs import RunResult as RunResult
    from wiro.runs import SavedFile as SavedFile
    from wiro_client.types import UNSET as UNSET
    from wiro_client.types import File as File

_MODULES: Final = {
    "wiro.agents": (
        "Agent",
        "AgentStatus",
        "AsyncAgent",
    ),
    "wiro.catalog": (
        "Model",
        "ModelGroup",
        "Parameter",
    ),
    "wiro.client": (
        "AsyncWiro",
        "Wiro",
    ),
    "wiro.config": (
        "Config",
        "Timeouts",
        "WaitSettings",
    ),
    "wiro.errors": (
        "AgentNotRunningError",
        "AmbiguousRequestError",
        "ApiError",
        "AuthenticationError",
        "CallbackError",
        "ConcurrencyLimitError",
        "ConfigurationError",
        "CostLimitError",
        "DownloadError",
        "InsufficientBalanceError",
        "InsufficientCreditsError",
        "InvalidArgumentError",
        "InvalidParametersError",
        "InvalidRequestError",
        "InvalidResponseError",
        "MessageCancelledError",
        "MessageFailedError",
        "ModelNotFoundError",
        "NotFoundError",
        "ParameterWarning",
        "RateLimitError",
        "RequestTimeoutError",
        "RunCancelledError",
        "RunFailedError",
        "ServerError",
        "SkillsApplyError",
        "TransportError",
        "WaitTimeoutError",
        "WiroError",
    ),
    "wiro.messages": (
        "AsyncMessage",
        "Message",
        "MessageResult",
    ),
    "wiro.pricing": (
        "Quote",
        "Usage",
    ),
    "wiro.responses": (
        "RawResponse",
        "record_responses",
    ),
    "wiro.runs": (
        "AsyncRun",
        "Delta",
        "Output",
        "Run",
        "RunResult",
        "SavedFile",
    ),
    "wiro_client.types": (
        "File",
        "UNSET",
    ),
}
_HOME: Final = {name: module for module, names in _MODULES.items() for name in names}

__version__ = "0.1.0"
__all__ = [
    "UNSET",
    "Agent",
    "AgentNotRunningError",
    "AgentStatus",
    "AmbiguousRequestError",
    "ApiError",
    "AsyncAgent",
    "AsyncMessage",
    "AsyncRun",
    "AsyncWiro",
    "AuthenticationError",
    "CallbackError",
    "ConcurrencyLimitError",
    "Config",
    "ConfigurationError",
    "CostLimitError",
    "Delta",
    "DownloadError",
    "File",
    "InsufficientBalanceError",
    "InsufficientCreditsError",
    "InvalidArgumentError",
    "InvalidParametersError",
    "InvalidRequestError",
    "InvalidResponseError",
    "Message",
    "MessageCancelledError",
    "MessageFailedError",
    "MessageResult",
    "Model",
    "ModelGroup",
    "ModelNotFoundError",
    "NotFoundError",
    "Output",
    "Parameter",
    "ParameterWarning",
    "Quote",
    "RateLimitError",
    "RawResponse",
    "RequestTimeoutError",
    "Run",
    "RunCancelledError",
    "RunFailedError",
    "RunResult",
    "SavedFile",
    "ServerError",
    "SkillsApplyError",
    "Timeouts",
    "TransportError",
    "Usage",
    "WaitSettings",
    "WaitTimeoutError",
    "Wiro",
    "WiroError",
    "__version__",
    "record_responses",
]


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        module = _HOME.get(name)
        if module is None:
            raise AttributeError(f"module 'wiro' has no attribute {name!r}")
        value = getattr(import_module(module), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
