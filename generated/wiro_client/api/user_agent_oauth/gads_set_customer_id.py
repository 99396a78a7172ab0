"""``user_agent_oauth_gads_set_customer_id``: POST /UserAgentOAuth/GAdsSetCustomerId."""

from __future__ import annotations

from ...arguments import Parameter, keywords, prepare
from ...calls import Call
from ...models.user_agent_oauth_gads_set_customer_id_response import UserAgentOauthGadsSetCustomerIdResponse
from ...operations import OPERATIONS
from ...shapes import TEXT
from ...types import UNSET, Unset

__all__ = ["OPERATION", "build_call"]

OPERATION = OPERATIONS["user_agent_oauth_gads_set_customer_id"]

_PARAMETERS: tuple[Parameter, ...] = (
    Parameter(
        "useragentguid",
        "useragentguid",
        "body",
        TEXT,
        required=True,
        aliases=("userAgentGuid",),
    ),
    Parameter(
        "customerid",
        "customerid",
        "body",
        TEXT,
        required=True,
        aliases=("customerId",),
    ),
    Parameter(
        "customerdescriptivename",
        "customerdescriptivename",
        "body",
        TEXT,
        aliases=("customerDescriptiveName",),
    ),
)


@keywords
def build_call(
    *,
    useragentguid: str,
    customerid: str,
    customerdescriptivename: str | Unset = UNSET,
    userAgentGuid: str | Unset = UNSET,
    customerId: str | Unset = UNSET,
    customerDescriptiveName: str | Unset = UNSET,
) -> Call[UserAgentOauthGadsSetCustomerIdResponse]:
    """Return the call of ``user_agent_oauth_gads_set_customer_id``; the method of the resource class says what it takes."""
    return prepare(
        OPERATION,
        _PARAMETERS,
        {
            "useragentguid": useragentguid,
            "customerid": customerid,
            "customerdescriptivename": customerdescriptivename,
            "userAgentGuid": userAgentGuid,
            "customerId": customerId,
            "customerDescriptiveName": customerDescriptiveName,
        },
        UserAgentOauthGadsSetCustomerIdResponse._adopt,
        body="json",
    )
