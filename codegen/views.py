"""What the templates print: models, enums and operations, taken from the generator's parser and the raw document.

The parser of openapi-python-client gives names, types and classes. It does not keep extensions (``x-wiro-*``), so those
are looked up in the raw document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen
from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.union import UnionProperty

if TYPE_CHECKING:
    from openapi_python_client.parser import GeneratorData

    from codegen.documents import Document

__all__ = ["EnumView", "FieldView", "ModelView", "Types", "class_modules", "enum_views", "model_views"]


@frozen
class FieldView:
    """One field of a model class.

    Attributes:
        name: Attribute.
        wire_name: Name in JSON.
        annotation: Python type, without ``| Unset``.
        shape: Expression that makes its shape.
        as_it_stands: Condition under which a ``value`` of an answer needs no reading.
        required: True if it has no default.
        default: Expression of its default, "" without one.
        aliases: Other names in answers.
        description: Text for the docstring.
    """

    name: str
    wire_name: str
    annotation: str
    shape: str
    as_it_stands: str
    required: bool
    default: str
    aliases: tuple[str, ...]
    description: str


@frozen
class ModelView:
    """One model class; ``extra_annotation`` and ``extra_shape`` are "" unless unknown fields have a documented type."""

    class_name: str
    module: str
    description: str
    fields: list[FieldView]
    closed: bool
    extra_annotation: str
    extra_shape: str
    imports: list[tuple[str, str]]
    shapes: list[str]


@frozen
class EnumView:
    """One enum class with its documented members in the order of the specification."""

    class_name: str
    module: str
    description: str
    is_text: bool
    members: list[tuple[str, str]]


class Types:
    """Turns the parser's properties into Python types and shapes, noting what has to be imported."""

    def __init__(self, modules: dict[str, str]) -> None:
        """Take the module of every model and enum class."""
        self._modules = modules
        self.classes: set[str] = set()
        self.shapes: set[str] = set()
        self.plain: set[str] = set()

    def imports(self, *, besides: str = "") -> list[tuple[str, str]]:
        """Return module and class of every class used so far, sorted."""
        return sorted((self._modules[name], name) for name in self.classes if name != besides)

    def annotation(self, prop: Any, *, argument: bool = False) -> str:
        """Return the type of a property: of a field that is read, or of an argument that is accepted."""
        if isinstance(prop, UnionProperty):
            options = [self.annotation(inner, argument=argument) for inner in prop.inner_properties]
            return " | ".join(dict.fromkeys(options))
        if isinstance(prop, ListProperty):
            inner = self.annotation(prop.inner_property, argument=argument)
            if argument:
                self.plain.add("Sequence")
            return f"Sequence[{inner}]" if argument else f"list[{inner}]"
        if isinstance(prop, EnumProperty):
            self.classes.add(prop.class_info.name)
            plain = "int" if prop.value_type is int else "str"
            return f"{prop.class_info.name} | {plain}" if argument else str(prop.class_info.name)
        if isinstance(prop, ModelProperty):
            self.classes.add(prop.class_info.name)
            if argument:
                self.plain |= {"Mapping", "Any"}
                return f"{prop.class_info.name} | Mapping[str, Any]"
            return str(prop.class_info.name)
        if isinstance(prop, ConstProperty):
            self.plain.add("Literal")
            return f"Literal[{prop.value.python_code.as_unembedded_code()}]"
        name, needed = _PLAIN_TYPES.get(type(prop), ("str", ""))
        if needed:
            self.plain.add(needed)
        return name

    def shape(self, prop: Any) -> str:
        """Return the expression of a property's shape."""
        if isinstance(prop, UnionProperty):
            options = list(dict.fromkeys(self.shape(inner) for inner in prop.inner_properties))
            return self._call("OneOf", ", ".join(options)) if len(options) > 1 else options[0]
        if isinstance(prop, ListProperty):
            return self._call("ListOf", self.shape(prop.inner_property))
        if isinstance(prop, EnumProperty):
            base = "int" if prop.value_type is int else "str"
            return self._call("EnumOf", f'"{prop.class_info.name}", {base}')
        if isinstance(prop, ModelProperty):
            return self._call("Nested", f'"{prop.class_info.name}"{self._kind(prop)}')
        if isinstance(prop, ConstProperty):
            return self._call("Const", prop.value.python_code.as_unembedded_code())
        name = _PLAIN_SHAPES.get(type(prop), "TEXT")
        self.shapes.add(name)
        return name

    def as_it_stands(self, prop: Any) -> str:
        """Return the condition under which a value of an answer needs no reading: what the shape calls ``exact``."""
        options = prop.inner_properties if isinstance(prop, UnionProperty) else [prop]
        shapes = {self.shape(option) for option in options}
        if "ANYTHING" in shapes:
            return "value is not MISFIT"
        types = sorted({name for shape in shapes for name in _EXACT_TYPES.get(shape, ())})
        conditions = ["value is None"] if "NULL" in shapes else []
        if types:
            conditions.append(
                f"type(value) is {types[0]}" if len(types) == 1 else f"type(value) in ({', '.join(types)})"
            )
        return " or ".join([*conditions, "value is UNSET"])

    def _call(self, name: str, arguments: str) -> str:
        self.shapes.add(name)
        return f"{name}({arguments})"

    @staticmethod
    def _kind(prop: ModelProperty) -> str:
        for field in prop.required_properties or ():
            if isinstance(field, ConstProperty) and isinstance(field.value.raw_value, str):
                return f", ({field.name.get_untrusted_value()!r}, {field.value.raw_value!r})"
        return ""


_PLAIN_TYPES: dict[type, tuple[str, str]] = {
    AnyProperty: ("Any", "Any"),
    BooleanProperty: ("bool", ""),
    FileProperty: ("File", "File"),
    FloatProperty: ("float", ""),
    IntProperty: ("int", ""),
    NoneProperty: ("None", ""),
}

_PLAIN_SHAPES: dict[type, str] = {
    AnyProperty: "ANYTHING",
    BooleanProperty: "BOOLEAN",
    FileProperty: "BINARY",
    FloatProperty: "NUMBER",
    IntProperty: "INTEGER",
    NoneProperty: "NULL",
}

_EXACT_TYPES: dict[str, tuple[str, ...]] = {
    "BOOLEAN": ("bool",),
    "INTEGER": ("int",),
    "NUMBER": ("float", "int"),
    "TEXT": ("str",),
}


def class_modules(parsed: GeneratorData) -> dict[str, str]:
    """Return the module of every class that is generated."""
    return {item.class_info.name: item.class_info.module_name for item in [*parsed.models, *parsed.enums]}


def model_views(parsed: GeneratorData, document: Document) -> list[ModelView]:
    """Return the model classes, sorted by name."""
    modules = class_modules(parsed)
    return [
        _model_view(model, document, Types(modules))
        for model in sorted(parsed.models, key=lambda model: str(model.class_info.name))
    ]


def _model_view(model: ModelProperty, document: Document, types: Types) -> ModelView:
    class_name = str(model.class_info.name)
    raw_fields = document.properties_of(class_name)
    fields = [
        _field_view(prop, raw_fields.get(prop.name.get_untrusted_value(), {}), document, types)
        for prop in [*(model.required_properties or ()), *(model.optional_properties or ())]
    ]
    extra = model.additional_properties
    typed_extra = extra is not None and not isinstance(extra, AnyProperty)
    return ModelView(
        class_name=class_name,
        module=str(model.class_info.module_name),
        description=document.description_of(class_name),
        fields=fields,
        closed=extra is None,
        extra_annotation=types.annotation(extra) if typed_extra else "",
        extra_shape=types.shape(extra) if typed_extra else "",
        imports=types.imports(besides=class_name),
        shapes=sorted(types.shapes),
    )


def _field_view(prop: Any, raw: dict[str, Any], document: Document, types: Types) -> FieldView:
    is_const = isinstance(prop, ConstProperty)
    default = prop.value.python_code.as_unembedded_code() if is_const and prop.required else ""
    return FieldView(
        name=str(prop.python_name),
        wire_name=prop.name.get_untrusted_value(),
        annotation=types.annotation(prop),
        shape=types.shape(prop),
        as_it_stands=types.as_it_stands(prop),
        required=prop.required and not is_const,
        default=default or ("" if prop.required else "UNSET"),
        aliases=tuple(raw.get("x-wiro-aliases", ())),
        description=document.description(raw),
    )


def enum_views(parsed: GeneratorData, document: Document) -> list[EnumView]:
    """Return the enum classes, sorted by name."""
    return [
        EnumView(
            class_name=str(enum.class_info.name),
            module=str(enum.class_info.module_name),
            description=document.description_of(str(enum.class_info.name)),
            is_text=enum.value_type is str,
            members=[(str(name), repr(value)) for name, value in enum.values.items()],
        )
        for enum in sorted(
            (enum for enum in parsed.enums if isinstance(enum, EnumProperty)),
            key=lambda enum: str(enum.class_info.name),
        )
    ]
