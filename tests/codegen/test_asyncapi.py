"""The socket's document is bundled with what it refers to, and its faults are found."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from codegen.asyncapi import bundle_asyncapi, references, validate_asyncapi
from codegen.fragments import SpecificationError
from tests.support.specifications import small_specification


def bundle() -> dict[str, Any]:
    return bundle_asyncapi(small_specification())


def test_the_bundle_holds_every_schema_it_needs_and_no_other() -> None:
    assert list(bundle()["components"]["schemas"]) == ["Thing", "ThingFrame", "ThingKind", "ThingOwner"]


def test_bundling_leaves_the_fragments_alone() -> None:
    specification = small_specification()
    before = copy.deepcopy((specification.asyncapi, specification.document))
    bundle_asyncapi(specification)
    assert (specification.asyncapi, specification.document) == before


def test_the_bundle_is_valid() -> None:
    validate_asyncapi(bundle())


def test_references_are_found_at_any_depth() -> None:
    assert list(references({"a": [{"$ref": "#/x"}], "b": {"c": {"$ref": "#/y"}}})) == ["#/x", "#/y"]


FAULTS = {
    "version": (lambda d: d.update(asyncapi="2.6.0"), "asyncapi must be 3.0.0"),
    "root key": (lambda d: d.update(paths={}), "document.paths is not part of AsyncAPI 3.0"),
    "no title": (lambda d: d["info"].pop("title"), "info.title is missing"),
    "no host": (lambda d: d["servers"]["production"].pop("host"), "servers.production.host is missing"),
    "server": (lambda d: d["servers"].update(other="x"), "servers.other must be an object"),
    "channel key": (lambda d: d["channels"]["socket"].update(publish={}), "channels.socket.publish is not part"),
    "no action": (lambda d: d["operations"]["receiveThings"].pop("action"), "operations.receiveThings.action is"),
    "action": (lambda d: d["operations"]["receiveThings"].update(action="publish"), "must be send or receive"),
    "channel": (
        lambda d: d["operations"]["receiveThings"].update(channel={"$ref": "#/components/messages/thing"}),
        "operations.receiveThings.channel must refer to #/channels/",
    ),
    "message of no channel": (
        lambda d: d["operations"]["receiveThings"].update(messages=[{"$ref": "#/components/messages/thing"}]),
        "operations.receiveThings.messages must refer to #/channels/socket/messages/",
    ),
    "message key": (lambda d: d["components"]["messages"]["thing"].update(body={}), "messages.thing.body is not part"),
    "dangling": (
        lambda d: d["components"]["messages"]["thing"].update(payload={"$ref": "#/components/schemas/Gone"}),
        "#/components/schemas/Gone leads nowhere",
    ),
    "inline payload": (
        lambda d: d["components"]["messages"]["thing"].update(payload={"type": "strin"}),
        "components.messages.thing.payload is not a JSON Schema",
    ),
    "schema": (
        lambda d: d["components"]["schemas"]["Thing"].update(properties=[]),
        "components.schemas.Thing is not a JSON Schema",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found(name: str) -> None:
    change, message = FAULTS[name]
    document = bundle()
    change(document)
    with pytest.raises(SpecificationError) as caught:
        validate_asyncapi(document, "socket.yaml")
    assert f"socket.yaml: {message}" in str(caught.value) or message in str(caught.value)


def test_every_fault_is_listed() -> None:
    document = bundle()
    document["info"] = {}
    with pytest.raises(SpecificationError) as caught:
        validate_asyncapi(document)
    assert len(str(caught.value).splitlines()) == 2


def test_extensions_are_allowed() -> None:
    document = bundle()
    document["components"]["messages"]["thing"]["x-wiro-layout"] = {}
    validate_asyncapi(document)
