"""``skills_capabilities``: POST /Skills/Capabilities."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.skills_capabilities_response import SkillsCapabilitiesResponse
from ...operations import OPERATIONS

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["skills_capabilities"]

_PARAMETERS: tuple[Parameter, ...] = ()


@keywords
def build_call() -> Call[SkillsCapabilitiesResponse]:
    """Return the call of ``skills_capabilities``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {},
        SkillsCapabilitiesResponse._adopt,
        body="json",
    )
