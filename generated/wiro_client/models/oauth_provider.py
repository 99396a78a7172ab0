from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from attrs import define

from ..model import Model
from ..shapes import ANYTHING, MISFIT, NULL, TEXT, Field, Fields, OneOf
from ..types import UNSET, Unset

__all__ = ["OauthProvider"]


@define(kw_only=True, eq=False, repr=False, getstate_setstate=False, weakref_slot=False)
class OauthProvider(Model):
    """Which operations connect the credential and which query parameters the redirect back carries.

    Attributes:
        auth_method_value: The `authmethod` for the shared app, `wiro`.
        connect_endpoint: Path of the operation that starts the flow.
        disconnect_endpoint: Path of the operation that forgets the account.
        status_endpoint: Path of the operation that tells whether an account is connected.
        connect_button_label: Caption of the connect button.
        connect_button_icon: Picture of the connect button.
        connect_button_brand_color: CSS colour of the connect button.
        connect_button_text_color: CSS colour of the connect button's caption.
        connect_button_logo_filter: CSS filter for the picture.
        username_field: Credential field that holds the name of the connected account.
        return_query_param: Query parameter of the redirect that is `true` on success, such as `ig_connected`.
        return_error_param: Query parameter of the redirect that names a failure, such as `ig_error`.
        return_error_detail_param: Query parameter of the redirect with more about a failure.
        direct_probe: How to connect with a token instead of a consent; newer servers.
        account_picker: How to choose among several accounts; null where there is nothing to choose.
        extra_step: A further step after the flow; null where there is none.
    """

    auth_method_value: str | Unset = UNSET
    connect_endpoint: str | Unset = UNSET
    disconnect_endpoint: str | Unset = UNSET
    status_endpoint: str | Unset = UNSET
    connect_button_label: str | Unset = UNSET
    connect_button_icon: str | None | Unset = UNSET
    connect_button_brand_color: str | None | Unset = UNSET
    connect_button_text_color: str | None | Unset = UNSET
    connect_button_logo_filter: str | None | Unset = UNSET
    username_field: str | None | Unset = UNSET
    return_query_param: str | Unset = UNSET
    return_error_param: str | Unset = UNSET
    return_error_detail_param: str | None | Unset = UNSET
    direct_probe: Any | Unset = UNSET
    account_picker: Any | Unset = UNSET
    extra_step: Any | Unset = UNSET

    _fields: ClassVar[Fields] = {
        "auth_method_value": Field("auth_method_value", TEXT),
        "connect_endpoint": Field("connect_endpoint", TEXT),
        "disconnect_endpoint": Field("disconnect_endpoint", TEXT),
        "status_endpoint": Field("status_endpoint", TEXT),
        "connect_button_label": Field("connect_button_label", TEXT),
        "connect_button_icon": Field("connect_button_icon", OneOf(TEXT, NULL)),
        "connect_button_brand_color": Field("connect_button_brand_color", OneOf(TEXT, NULL)),
        "connect_button_text_color": Field("connect_button_text_color", OneOf(TEXT, NULL)),
        "connect_button_logo_filter": Field("connect_button_logo_filter", OneOf(TEXT, NULL)),
        "username_field": Field("username_field", OneOf(TEXT, NULL)),
        "return_query_param": Field("return_query_param", TEXT),
        "return_error_param": Field("return_error_param", TEXT),
        "return_error_detail_param": Field("return_error_detail_param", OneOf(TEXT, NULL)),
        "direct_probe": Field("direct_probe", ANYTHING),
        "account_picker": Field("account_picker", ANYTHING),
        "extra_step": Field("extra_step", ANYTHING),
    }

    if not TYPE_CHECKING:  # Type checkers would hold the values to be what the conditions say.

        def _fill(self, get, absent):
            value = get("auth_method_value", absent)
            if type(value) is str or value is UNSET:
                self.auth_method_value = value
            value = get("connect_endpoint", absent)
            if type(value) is str or value is UNSET:
                self.connect_endpoint = value
            value = get("disconnect_endpoint", absent)
            if type(value) is str or value is UNSET:
                self.disconnect_endpoint = value
            value = get("status_endpoint", absent)
            if type(value) is str or value is UNSET:
                self.status_endpoint = value
            value = get("connect_button_label", absent)
            if type(value) is str or value is UNSET:
                self.connect_button_label = value
            value = get("connect_button_icon", absent)
            if value is None or type(value) is str or value is UNSET:
                self.connect_button_icon = value
            value = get("connect_button_brand_color", absent)
            if value is None or type(value) is str or value is UNSET:
                self.connect_button_brand_color = value
            value = get("connect_button_text_color", absent)
            if value is None or type(value) is str or value is UNSET:
                self.connect_button_text_color = value
            value = get("connect_button_logo_filter", absent)
            if value is None or type(value) is str or value is UNSET:
                self.connect_button_logo_filter = value
            value = get("username_field", absent)
            if value is None or type(value) is str or value is UNSET:
                self.username_field = value
            value = get("return_query_param", absent)
            if type(value) is str or value is UNSET:
                self.return_query_param = value
            value = get("return_error_param", absent)
            if type(value) is str or value is UNSET:
                self.return_error_param = value
            value = get("return_error_detail_param", absent)
            if value is None or type(value) is str or value is UNSET:
                self.return_error_detail_param = value
            value = get("direct_probe", absent)
            if value is not MISFIT:
                self.direct_probe = value
            value = get("account_picker", absent)
            if value is not MISFIT:
                self.account_picker = value
            value = get("extra_step", absent)
            if value is not MISFIT:
                self.extra_step = value
