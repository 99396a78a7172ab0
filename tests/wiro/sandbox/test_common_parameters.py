from wiro.sandbox.common_parameters import PROMPT, choice, file_input, number_input, run_time, text_input


def test_each_kind_has_what_its_type_needs() -> None:
    assert (PROMPT.id, PROMPT.required) == ("prompt", True)
    assert (run_time(20).id, run_time(20).default, run_time(20).minimum) == ("seconds", "20", 0)
    assert number_input("n", "N", "", 1, 0, 2, kind="float").type == "float"
    assert text_input("t", "T", "").type == "text"
    assert choice("c", "C", "first", "second").default == "first"
    assert file_input("f", "multifileinput", "F", required=False).required is False
