"""``skills_credential_schema``: POST /Skills/CredentialSchema."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.skills_credential_schema_response import SkillsCredentialSchemaResponse
from ...operations import OPERATIONS
from ...shapes import TEXT

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["skills_credential_schema"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "name",
        "name",
        "body",
        TEXT,
        required=True,
    ),
)


@keywords
def build_call(
    *,
    name: str,
) -> Call[SkillsCredentialSchemaResponse]:
    """Return the call of ``skills_credential_schema``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "name": name,
        },
        SkillsCredentialSchemaResponse._adopt,
        body="json",
    )
