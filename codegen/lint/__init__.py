"""Checks a specification against the rules that keep the generated client right.

Each rule prevents something that openapi-python-client does silently, or that users of the client would stumble over:

 1. An envelope is ``allOf`` of exactly two items, a reference and an object; nothing beside it.
 2. A nullable reference is ``anyOf`` with ``{type: 'null'}``; a nullable primitive a list of types, without ``enum``.
 3. String-or-number is a list of types; no timestamp has a date format.
 4. What has no known shape is ``{}``; a component is an object or an enum.
 5. Nothing stands beside ``$ref``; arrays and unions do not contain themselves.
 6. In a union of objects every variant has a required constant ``type``, the last one is open.
 7. Tags and operation ids are snake_case and unique, schemas PascalCase without inner acronyms.
 8. Objects are named under ``components/schemas``.
 9. No property hides a method of the models or another property.
10. Every enum names its members.
11. Request bodies are required and have no defaults.
12. Request schemas say whether they are open, response schemas stay open.
13. ``teamGUID`` is the one shared header parameter.
14. Files are binary strings; booleans in forms are strings.
15. The current spelling is sent, older ones are aliases.
16. Every operation says what it is, does and where it is documented; its examples fit.
17. Errors are described once and refer to ``components/responses``.
18. Everything has a description.
19. Sources are named by file and line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from codegen.documents import Document
from codegen.lint import composition, meaning, naming, requests
from codegen.lint.problems import Problem

if TYPE_CHECKING:
    from codegen.fragments import Specification

__all__ = ["Problem", "lint"]

_RULES = (*composition.RULES, *naming.RULES, *requests.RULES, *meaning.RULES)


def lint(specification: Specification) -> list[Problem]:
    """Return every breach of a rule, in the order of rules and places."""
    document = Document(specification.document)
    found = [
        Problem(number, specification.file_of(place), ".".join(place), message)
        for number, rule in _RULES
        for place, message in rule(document)
    ]
    return sorted(found, key=lambda problem: (problem.rule, problem.file, problem.place))
