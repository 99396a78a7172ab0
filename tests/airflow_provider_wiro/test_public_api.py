"""The provider's names and signatures are pinned as those of the library are, on each version of Airflow."""

from __future__ import annotations

from tests.support import public_api


def test_the_public_api_is_pinned() -> None:
    changed = public_api.difference("airflow_provider_wiro")
    assert not changed, f"The public API changed. If that is meant: `{public_api.COMMAND}`.\n{changed}"
