"""Models of the catalogue for tests: one with every kind of parameter, and those of the vendor's typed requests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from wiro.catalog import Model, Parameter, model_from_rows

_FILE = Path(__file__).parents[1] / "contract" / "data" / "typed_models.json"

GROUPS = [
    {
        "title": "Input",
        "items": [
            {
                "id": "prompt",
                "type": "textarea",
                "label": "Prompt",
                "required": True,
                "placeholder": "Describe what you want...",
                "note": "Text description of the desired output",
            },
            {"id": "inputImage", "type": "fileinput", "label": "Input Image", "required": "true"},
        ],
    },
    {
        "title": "Settings",
        "items": [
            {"id": "width", "type": "Range", "min": "64", "max": 2048, "step": 16, "default": "512", "required": 1},
            {
                "id": "style",
                "type": "SELECT",
                "options": [{"value": True, "label": "Yes"}, {"value": 2}, "plain", None],
                "advanced": "1",
            },
            {"id": "steps", "type": "integer", "required": "false", "min": None, "max": "many"},
            {"id": "mystery", "type": "hologram"},
        ],
    },
]


def model(groups: Any = GROUPS) -> Model:
    return model_from_rows("o/m", [{"title": "T", "slugowner": "o", "slugproject": "m", "parameters": groups}])


def parameters(groups: Any = GROUPS) -> dict[str, Parameter]:
    return {parameter.id: parameter for parameter in model(groups).parameters}


def typed_models() -> dict[str, Model]:
    """Return the models whose parameters the vendor's own clients type, as Tool/Detail would describe them."""
    return {entry["model"]: model_from_rows(entry["model"], [_row(entry)]) for entry in json.loads(_FILE.read_text())}


def _row(entry: dict[str, Any]) -> dict[str, Any]:
    owner, slug = entry["model"].split("/")
    return {"slugowner": owner, "slugproject": slug, "parameters": list(map(_item, entry["parameters"]))}


def _item(parameter: dict[str, Any]) -> dict[str, Any]:
    item = {key: parameter[key] for key in ("id", "required", "min", "max", "default") if key in parameter}
    # A key that must be sent though it may be empty: the catalogue calls it optional.
    item["required"] = parameter["required"] and parameter.get("default") != ""
    wire_type = parameter["wire_type"]
    if wire_type.startswith("array"):
        item["type"] = "combinefileinput"
        item.update({"min": parameter.get("minItems"), "max": parameter.get("maxItems")})
    elif "enum" in parameter:
        item["type"] = "select"
        item["options"] = [{"value": value, "label": value.upper()} for value in parameter["enum"]]
    else:
        item["type"] = "number" if wire_type in ("number", "string(int)") else "textarea"
    return item
