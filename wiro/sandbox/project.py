"""What the service thinks of the caller's project, for the refusals that have nothing to do with a request."""

from collections.abc import Mapping
from typing import Any

from attrs import asdict, define, field, fields, setters, validators

from wiro.sandbox.catalogue import SandboxModel
from wiro.sandbox.refusals import refuse

__all__ = ["Project"]

_Texts = validators.deep_iterable(validators.instance_of(str), validators.instance_of((list, tuple, set, frozenset)))


@define(on_setattr=setters.validate)
class Project:
    """The state of the only project; each attribute may be set at any time.

    Args:
        suspended: The account is suspended, so nothing can be run.
        registered: The account is a registered one, which every model here requires.
        bearer_expired: The key is no longer good as a bearer token.
        allowed_ips: Addresses that requests may come from, None for any.
        hidden_models: Models (`owner/slug`) that exist, but not for this project.
    """

    suspended: bool = field(default=False, validator=validators.instance_of(bool))
    registered: bool = field(default=True, validator=validators.instance_of(bool))
    bearer_expired: bool = field(default=False, validator=validators.instance_of(bool))
    allowed_ips: list[str] | None = field(default=None, validator=validators.optional(_Texts))
    hidden_models: list[str] = field(factory=list, validator=_Texts)

    def change(self, settings: Mapping[str, Any]) -> None:
        """Set some attributes, or none if any of them is wrong.

        Raises:
            ValueError: If a name is unknown or a value is of the wrong type.
        """
        unknown = set(settings) - {attribute.name for attribute in fields(Project)}
        if unknown:
            raise ValueError(f"Unknown settings of the project: {', '.join(sorted(unknown))}.")
        try:
            changed = Project(**{**self.to_dict(), **settings})
        except TypeError as error:
            raise ValueError(str(error.args[0])) from error
        for name in settings:
            setattr(self, name, getattr(changed, name))

    def to_dict(self) -> dict[str, Any]:
        """Return the state as JSON."""
        return asdict(self)

    def check_address(self, address: str) -> None:
        """Refuse requests from an IP address that is not on the list.

        Raises:
            RefusedError: HTTP 401.
        """
        if self.allowed_ips is not None and address not in self.allowed_ips:
            raise refuse("ip_not_allowed", ip=address)

    def may_see(self, model: SandboxModel) -> bool:
        """Whether the model exists for this project."""
        return model.name not in self.hidden_models

    def check_run(self) -> None:
        """Refuse to run anything for an account that may not.

        Raises:
            RefusedError: If the account is suspended or not registered.
        """
        if self.suspended:
            raise refuse("account_suspended")
        if not self.registered:
            raise refuse("sign_in_required")
