"""What the templates are given."""

from __future__ import annotations

from pathlib import Path

import pytest
from openapi_python_client.parser import GeneratorData

from codegen.documents import Document
from codegen.operation_views import tag_views
from codegen.rendering import _config
from codegen.views import Types, class_modules, enum_views, model_views
from tests.support.specifications import spoiled


@pytest.fixture(scope="module")
def parsed() -> tuple[GeneratorData, Document]:
    def change(document: dict) -> None:
        document["paths"].pop("/Thing/Callback")
        schemas = document["components"]["schemas"]
        schemas["ThingMap"] = {
            "type": "object",
            "description": "Things by guid.",
            "additionalProperties": {"$ref": "#/components/schemas/Thing"},
        }
        schemas["Thing"]["properties"]["guid"]["x-wiro-aliases"] = ["id"]

    document = spoiled(change).document
    data = GeneratorData.from_dict(document, config=_config(Path("unused")))
    assert isinstance(data, GeneratorData)
    return data, Document(document)


def test_models_are_sorted_and_know_their_fields(parsed: tuple[GeneratorData, Document]) -> None:
    views = {view.class_name: view for view in model_views(*parsed)}
    assert list(views) == sorted(views)
    thing = views["Thing"]
    assert [(field.name, field.annotation, field.shape) for field in thing.fields] == [
        ("guid", "str", "TEXT"),
        ("size", "int", "INTEGER"),
        ("kind", "ThingKind", 'EnumOf("ThingKind", str)'),
        ("owner", "ThingOwner | None", 'OneOf(Nested("ThingOwner"), NULL)'),
    ]
    assert thing.fields[0].aliases == ("id",)
    assert thing.imports == [("thing_kind", "ThingKind"), ("thing_owner", "ThingOwner")]
    assert not thing.closed
    assert views["ThingDetailRequest"].closed
    assert [field.required for field in views["ThingDetailRequest"].fields] == [True, False, False]


def test_maps_have_typed_entries(parsed: tuple[GeneratorData, Document]) -> None:
    (view,) = [view for view in model_views(*parsed) if view.class_name == "ThingMap"]
    assert (view.extra_annotation, view.extra_shape) == ("Thing", 'Nested("Thing")')


def test_constants_are_defaults(parsed: tuple[GeneratorData, Document]) -> None:
    (view,) = [view for view in model_views(*parsed) if view.class_name == "ThingFrame"]
    (kind,) = [field for field in view.fields if field.wire_name == "type"]
    assert (kind.name, kind.annotation, kind.required) == ("type_", "Literal['thing_changed']", False)
    assert kind.default == "'thing_changed'"


def test_enums_keep_the_order_of_the_specification(parsed: tuple[GeneratorData, Document]) -> None:
    (view,) = enum_views(*parsed)
    assert view.members == [("SMALL", "'small'"), ("LARGE", "'large'")]
    assert view.is_text


def test_arguments_accept_more_than_fields_hold(parsed: tuple[GeneratorData, Document]) -> None:
    types = Types(class_modules(parsed[0]))
    models = {str(model.class_info.name): model for model in parsed[0].models}
    (parts,) = [
        prop for prop in models["ThingMakeRequest"].optional_properties or () if str(prop.python_name) == "parts"
    ]
    assert types.annotation(parts) == "list[ThingPart]"
    assert types.annotation(parts, argument=True) == "Sequence[ThingPart | Mapping[str, Any]]"


def test_operations_put_required_arguments_first(parsed: tuple[GeneratorData, Document]) -> None:
    (tag,) = tag_views(*parsed)
    detail, make = tag.operations
    assert (tag.name, tag.class_name) == ("things", "Things")
    assert [(one.name, one.location, one.required) for one in detail.arguments] == [
        ("guid", "body", True),
        ("team_guid", "header", False),
        ("limit", "body", False),
        ("tags", "body", False),
    ]
    assert detail.aliases == [("thingGuid", "guid", "str")]
    assert (detail.body, detail.either, detail.result) == ("json", False, "ThingDetailResponse")
    assert (make.body, make.either) == ("either", True)
    assert [one.name for one in make.arguments] == ["owner_slug", "title", "parts", "picture"]
    assert make.arguments[0].pattern == "^[a-z]+$"
