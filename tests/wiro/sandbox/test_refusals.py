import importlib.util
import json
from pathlib import Path

import pytest

from wiro.sandbox.refusals import REFUSALS, refuse


def documented_messages() -> dict[int, list[str]]:
    spec = importlib.util.find_spec("wiro_client")
    assert spec is not None
    assert spec.origin is not None
    document = json.loads((Path(spec.origin).parent / "openapi.json").read_text(encoding="utf-8"))
    return {entry["code"]: entry["messages"] for entry in document["x-wiro-errors"]}


# Of the error table, what is said in other words or elsewhere.
ELSEWHERE = {
    "You don't have any permission for this action.": "told where teams are, in wiro.sandbox.teams",
    "Your model name should be contain (A-Z) (0-9) (-) (_) (.)": "no operation names a model",
    "This name is not allowed": "no operation names a model",
    "This model name is already in use": "no operation names a model",
    "task-not-exist": "the error reference gives There is no task yet. for the same cause",
}


@pytest.mark.parametrize("name", REFUSALS)
def test_text_stands_in_the_error_table_of_the_specification(name: str) -> None:
    code, text, _ = REFUSALS[name]
    # The example in the concurrency chapter has one sentence more than the table.
    text = text.removesuffix(" Add funds to increase your limit.")
    assert text in documented_messages()[code]


def test_every_general_message_of_the_table_is_there() -> None:
    ours = {text.removesuffix(" Add funds to increase your limit.") for _, text, _ in REFUSALS.values()}
    messages = documented_messages()
    general = {message for code in (0, 1, 96, 97, 98, 99) for message in messages[code]}
    assert general - ours == set(ELSEWHERE)


def test_messages_that_no_operation_gives_are_named_for_users() -> None:
    text = (Path(__file__).parents[3] / "docs" / "sandbox.md").read_text(encoding="utf-8")
    given = [message for message, reason in ELSEWHERE.items() if "wiro.sandbox.teams" in reason]
    assert [message for message in ELSEWHERE if f"`{message}`" not in text] == given


def test_values_replace_their_braces_and_only_theirs() -> None:
    refusal = refuse("out_of_range", name="{min}", min="1", max="2")
    assert refusal.to_dict() == {
        "result": False,
        "errors": [{"code": 0, "message": "Request parameter [{min}] must be between 1 and 2"}],
    }


def test_unknown_name_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        refuse("no_such_refusal")
