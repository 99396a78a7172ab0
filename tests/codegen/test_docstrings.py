"""Docstrings are wrapped, and nothing in a text can end them early."""

from __future__ import annotations

import ast

import pytest

from codegen.docstrings import class_docstring, text_docstring
from codegen.views import FieldView, ModelView


@pytest.mark.parametrize(
    "text",
    ['Ends with "', 'Three """ quotes', "Back\\slash", "Ends with \\", "", "word " * 100, "a" * 300, "tab\tand\nline"],
)
@pytest.mark.parametrize("indent", [0, 4, 8])
def test_a_docstring_says_what_the_text_says(text: str, indent: int) -> None:
    literal = text_docstring(text, indent)
    assert ast.literal_eval(literal).split() == text.split()
    assert all(len(line) <= 116 or " " not in line.strip() for line in literal.splitlines())


def test_a_class_lists_its_described_fields() -> None:
    fields = [
        FieldView("guid", "guid", "str", "TEXT", "type(value) is str", False, "UNSET", (), "Its guid."),
        FieldView("kind", "kind", "str", "TEXT", "type(value) is str", False, "UNSET", (), ""),
    ]
    model = ModelView("Thing", "thing", "A thing.", fields, False, "", "", [], [])
    assert class_docstring(model) == '"""A thing.\n\n    Attributes:\n        guid: Its guid.\n    """'


def test_a_class_without_a_description_has_its_name() -> None:
    model = ModelView("Thing", "thing", "", [], False, "", "", [], [])
    assert class_docstring(model) == '"""Thing."""'
