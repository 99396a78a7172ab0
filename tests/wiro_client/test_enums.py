"""Enums that take values they do not know."""

from __future__ import annotations

import copy
import pickle

import pytest

from wiro_client.enums import OpenIntEnum, OpenStrEnum


class Word(OpenStrEnum):
    """Some words."""

    SMALL = "small"
    LARGE = "large"


class Number(OpenIntEnum):
    """Some numbers."""

    ZERO = 0
    FOUR = 4


def test_documented_values_are_the_members() -> None:
    assert Word("small") is Word.SMALL
    assert Word.SMALL.is_known
    assert Word.SMALL == "small"
    assert Number(4) is Number.FOUR
    assert Number.FOUR.is_known


@pytest.mark.parametrize(("enum", "value"), [(Word, "huge"), (Word, ""), (Word, "SMALL"), (Number, 7), (Number, -1)])
def test_other_values_become_members_that_say_so(enum: type, value: object) -> None:
    member = enum(value)
    assert isinstance(member, enum)
    assert not member.is_known
    assert member == value
    assert member.value == value
    assert hash(member) == hash(value)
    assert f"{member}" == f"{value}"
    assert member in {value}
    assert pickle.loads(pickle.dumps(member)) == member
    assert copy.deepcopy(member) == member
    assert repr(value) in repr(member)


def test_unknown_values_do_not_join_the_enum() -> None:
    Word("huge")
    assert list(Word) == [Word.SMALL, Word.LARGE]
    assert "huge" not in Word.__members__


@pytest.mark.parametrize(("enum", "value"), [(Word, 1), (Word, None), (Number, "4"), (Number, 1.5), (Number, None)])
def test_values_of_another_type_are_refused(enum: type, value: object) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        enum(value)
