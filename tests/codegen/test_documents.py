"""Looking things up in a merged document."""

from __future__ import annotations

from codegen.documents import Document
from tests.support.specifications import small_specification


def document() -> Document:
    return Document(small_specification().document)


def test_operations_come_in_document_order_and_know_whether_they_generate() -> None:
    found = [(one.id, one.tag, one.method, one.generates) for one in document().operations()]
    assert found == [
        ("things_detail", "things", "post", True),
        ("things_make", "things", "post", True),
        ("things_callback", "things", "get", False),
    ]


def test_an_operation_without_names_is_still_found() -> None:
    (operation,) = Document({"paths": {"/A": {"get": {}}}}).operations()
    assert (operation.id, operation.tag, operation.place) == ("", "", ("paths", "/A", "get"))


def test_properties_and_required_follow_all_of_and_references() -> None:
    reference = {"$ref": "#/components/schemas/ThingDetailResponse"}
    assert list(document().properties(reference)) == ["result", "errors", "thing"]
    assert document().required({"$ref": "#/components/schemas/ThingDetailRequest"}) == {"guid"}
    assert document().is_closed({"$ref": "#/components/schemas/ThingDetailRequest"})
    assert not document().is_closed(reference)


def test_references_that_lead_nowhere_or_in_a_circle_give_nothing() -> None:
    circle = Document({"components": {"schemas": {"A": {"$ref": "#/components/schemas/A"}}}})
    assert "type" not in circle.resolve({"$ref": "#/components/schemas/A"})
    assert document().resolve({"$ref": "#/components/schemas/Gone"}) == {}
    assert document().at("#/paths/~1Thing~1Detail/post/operationId") == "things_detail"


def test_parameters_include_those_of_the_path() -> None:
    data = {"paths": {"/A": {"parameters": [{"name": "p"}], "get": {"parameters": [{"name": "q"}]}}}}
    found = Document(data)
    (operation,) = found.operations()
    assert [parameter["name"] for parameter in found.parameters(operation)] == ["q", "p"]


def test_bodies_and_answers_are_named() -> None:
    by_id = {operation.id: operation for operation in document().operations()}
    assert list(document().body_names(by_id["things_make"])) == [
        "ThingMakeRequest",
        "ThingMakeMultipartRequest",
        "ThingDetailResponse",
    ]
    assert document().answer_name(by_id["things_callback"]) == ""


def test_bodies_without_a_description_are_described_by_their_operation() -> None:
    assert document().description_of("ThingDetailRequest") == "Body of ``things_detail``: Read a thing."
    assert document().description_of("Thing") == "A thing."


def test_references_are_described_by_what_they_refer_to() -> None:
    fields = document().properties_of("Thing")
    assert document().description(fields["kind"]) == "Kind of a thing."
    assert document().description(fields["owner"]) == "Who has a thing."
    assert document().description(fields["guid"]) == "Its guid."
    assert document().description({}) == ""
