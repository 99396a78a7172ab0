from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, INTEGER, MISFIT, Field, Fields
from ..types import UNSET, Unset

__all__ = ["TokenUsage"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class TokenUsage(Model):
    """Tokens that a language model used; missing while it still writes. Which counters there are depends on its
    provider.

    Attributes:
        input_tokens: Tokens read.
        input_tokens_details: Object that splits `input_tokens`.
        output_tokens: Tokens written.
        output_tokens_details: Object that splits `output_tokens`.
        total_tokens: Tokens read and written.
        server_tool_use: Object that counts what the provider's own tools did, such as web searches.
    """

    input_tokens: int | Unset = UNSET
    input_tokens_details: Any | Unset = UNSET
    output_tokens: int | Unset = UNSET
    output_tokens_details: Any | Unset = UNSET
    total_tokens: int | Unset = UNSET
    server_tool_use: Any | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "input_tokens": Field("input_tokens", INTEGER),
        "input_tokens_details": Field("input_tokens_details", ANYTHING),
        "output_tokens": Field("output_tokens", INTEGER),
        "output_tokens_details": Field("output_tokens_details", ANYTHING),
        "total_tokens": Field("total_tokens", INTEGER),
        "server_tool_use": Field("server_tool_use", ANYTHING),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("input_tokens", absent)
            if type(value) is int or value is UNSET:
                self.input_tokens = value
            value = get("input_tokens_details", absent)
            if value is not MISFIT:
                self.input_tokens_details = value
            value = get("output_tokens", absent)
            if type(value) is int or value is UNSET:
                self.output_tokens = value
            value = get("output_tokens_details", absent)
            if value is not MISFIT:
                self.output_tokens_details = value
            value = get("total_tokens", absent)
            if type(value) is int or value is UNSET:
                self.total_tokens = value
            value = get("server_tool_use", absent)
            if value is not MISFIT:
                self.server_tool_use = value
