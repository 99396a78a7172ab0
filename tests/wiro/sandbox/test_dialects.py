from wiro.sandbox.dialects import newer_outputs, newer_text

TEXT = {"raw": "r", "thinking": ["t1", "t2 t2"], "answer": ["a1"], "isThinking": True}


def test_segments_are_in_the_order_of_writing() -> None:
    assert newer_text(TEXT, "p p")["segments"] == [
        {"type": "thinking", "text": "t1"},
        {"type": "answer", "text": "a1"},
        {"type": "thinking", "text": "t2 t2"},
    ]


def test_everything_else_stays_and_usage_is_counted() -> None:
    text = newer_text(TEXT, "p p")
    assert text["usage"] == {"input_tokens": 2, "output_tokens": 4, "total_tokens": 6}
    assert (text["raw"], text["isThinking"], text["finishreason"]) == ("r", True, "stop")
    assert not {"thinking", "answer"} & set(text)


def test_only_outputs_with_content_change() -> None:
    file = {"name": "0.png", "contenttype": "image/png", "size": "1", "url": "u"}
    raw = {"contenttype": "raw", "content": TEXT}
    changed_file, changed_raw = newer_outputs([file, raw], "p")
    assert changed_file == file
    assert "segments" in changed_raw["content"]
    assert "thinking" in raw["content"]
