"""The account behind the key: its project, wallet, coupons and profile."""

from wiro.sandbox.account.operations import ACCOUNT_OPERATIONS

__all__ = ["ACCOUNT_OPERATIONS"]
