"""The mark for "not given", and files."""

from __future__ import annotations

import copy
import io
import pickle

import pytest

from wiro_client.types import UNSET, File, Unset


def test_unset_is_one_object_whatever_is_done_to_it() -> None:
    assert Unset() is UNSET
    assert copy.copy(UNSET) is UNSET
    assert copy.deepcopy({"a": [UNSET]})["a"][0] is UNSET
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(UNSET, protocol)) is UNSET


def test_unset_is_falsy_and_named() -> None:
    assert not UNSET
    assert repr(UNSET) == "UNSET"
    assert UNSET != None  # noqa: E711 - it must not equal null
    with pytest.raises(AttributeError):
        UNSET.anything = 1  # type: ignore[attr-defined]


def test_file_does_not_show_its_content() -> None:
    assert repr(File(b"secret bytes", "a.png")) == "File(file_name='a.png', mime_type=None)"
    assert File(io.BytesIO(b"x")).file_name is None
