import pytest
from hypothesis import given
from hypothesis import strategies as st

from wiro.sandbox.agents.answers import answer_to, progress


@given(st.text(max_size=60))
def test_answer_comes_from_the_message_and_grows(content: str) -> None:
    answer = answer_to(content)
    texts = [text for _, text, _ in answer.steps()]
    if answer.failure is None:
        assert texts[-1] == answer.text
    assert all(later.startswith(earlier) for earlier, later in zip(texts, texts[1:], strict=False))  # noqa: RUF007
    assert answer.seconds >= 0


@pytest.mark.parametrize(("content", "text", "seconds", "action"), [
    ("hello", "hello", 2, "message"),
    ("/wait 30 hello", "hello", 30, "message"),
    ("/create /wait 1.5 a post", "a post", 1.5, "create"),
    ("/Modify it", "it", 2, "modify"),
    ("/waiting room", "/waiting room", 2, "message"),
    ("/wait for me", "for me", 2, "message"),
])  # fmt: skip
def test_commands(content: str, text: str, seconds: float, action: str) -> None:
    answer = answer_to(content)
    assert answer.text == f"This is the answer of the sandbox to your message: {text}"
    assert (answer.seconds, answer.action, answer.failure) == (seconds, action, None)


def test_failures() -> None:
    assert answer_to("/fail out of memory").failure == "out of memory"
    assert answer_to("/fail").failure == "Could not resolve agent endpoint"
    assert answer_to("/degenerate").degenerate is True
    assert answer_to("a", attachments=1).text.endswith("It came with 1 file.")


def test_progress_as_documented() -> None:
    report = progress("Let me see.", "Here you are.", is_thinking=False, elapsed=2.0)
    assert report == {
        "type": "progressGenerate",
        "task": "Generate",
        "speed": "3.0",
        "speedType": "words/s",
        "elapsedTime": "2.0s",
        "tokenCount": 8,
        "wordCount": 6,
        "raw": "<think>Let me see.</think>Here you are.",
        "thinking": ["Let me see."],
        "answer": ["Here you are."],
        "isThinking": False,
    }
    open_thought = progress("Hm", "", is_thinking=True, elapsed=0)
    assert (open_thought["raw"], open_thought["answer"], open_thought["speed"]) == ("<think>Hm", [], "0.0")
