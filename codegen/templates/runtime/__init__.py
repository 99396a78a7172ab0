"""Typed client of the Wiro API, generated from ``spec/``. Do not edit: run ``python -m codegen build``.

Names are imported when they are first used: a program pays for what it touches.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .api import Api, AsyncApi
    from .calls import AsyncSender, Call, FormPart, Operation, RequestOptions, Sender
    from .client import AsyncClient, Client
    from .errors import (
        ApiError,
        ConnectionFailedError,
        ErrorItem,
        InvalidArgumentError,
        InvalidResponseError,
        WiroError,
    )
    from .timestamps import parse_timestamp
    from .types import UNSET, File, Unset

__all__ = [
    "UNSET",
    "Api",
    "ApiError",
    "AsyncApi",
    "AsyncClient",
    "AsyncSender",
    "Call",
    "Client",
    "ConnectionFailedError",
    "ErrorItem",
    "File",
    "FormPart",
    "InvalidArgumentError",
    "InvalidResponseError",
    "Operation",
    "RequestOptions",
    "Sender",
    "Unset",
    "WiroError",
    "parse_timestamp",
]

_MODULES = {
    "UNSET": "types",
    "Api": "api",
    "ApiError": "errors",
    "AsyncApi": "api",
    "AsyncClient": "client",
    "AsyncSender": "calls",
    "Call": "calls",
    "Client": "client",
    "ConnectionFailedError": "errors",
    "ErrorItem": "errors",
    "File": "types",
    "FormPart": "calls",
    "InvalidArgumentError": "errors",
    "InvalidResponseError": "errors",
    "Operation": "calls",
    "RequestOptions": "calls",
    "Sender": "calls",
    "Unset": "types",
    "WiroError": "errors",
    "parse_timestamp": "timestamps",
}

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{module}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
