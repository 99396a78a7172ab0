"""A small specification that keeps every rule, and ways to spoil it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import yaml

from codegen.fragments import Specification, merge_fragments

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OPENAPI = """
openapi: 3.1.0
info: {title: Things API, version: 1.0.0}
servers: [{url: https://things.example/v1}]
tags:
- {name: things, description: Things that can be read and made.}
x-wiro-errors:
- {code: 1, category: not_found, retryable: false, exception: NotFoundError, description: Gone., messages: [none]}
- {code: 96, category: concurrency, retryable: true, exception: ConcurrencyLimitError}
components:
  parameters:
    TeamGuid:
      {name: teamGUID, in: header, required: false, description: Guid of the team., schema: {type: string}}
  responses:
    ClientError:
      description: Refused.
      content: {application/json: {schema: {$ref: '#/components/schemas/Envelope'}}}
    ServerError:
      description: Failed.
      content: {application/json: {schema: {$ref: '#/components/schemas/Envelope'}}}
  schemas:
    ErrorItem:
      type: object
      description: One error.
      properties:
        code: {type: [integer, string], description: Number of the error.}
        message: {type: string, description: What went wrong.}
    Envelope:
      type: object
      description: What every answer starts with.
      properties:
        result: {type: boolean, description: Whether it worked.}
        errors:
          type: array
          description: Why it did not.
          items:
            anyOf:
            - {$ref: '#/components/schemas/ErrorItem'}
            - {type: string}
"""

THINGS = """
paths:
  /Thing/Detail:
    post:
      tags: [things]
      operationId: things_detail
      summary: Read a thing.
      description: Answers one thing.
      x-wiro-effect: read
      x-wiro-auth: key
      x-wiro-status: current
      x-wiro-docs: things.md:1-10, 12
      x-wiro-documented-errors:
      - {code: 1, message: There is no thing., when: nothing has this guid}
      parameters:
      - {$ref: '#/components/parameters/TeamGuid'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ThingDetailRequest'}
      responses:
        '200':
          description: The thing.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ThingDetailResponse'}
              examples:
                Thing.Detail.response.1:
                  value: {result: true, errors: [], thing: {guid: g, size: 3, kind: small}}
        4XX: {$ref: '#/components/responses/ClientError'}
        5XX: {$ref: '#/components/responses/ServerError'}
  /Thing/{owner-slug}/Make:
    post:
      tags: [things]
      operationId: things_make
      summary: Make a thing.
      description: Makes one thing, with files if there are any.
      x-wiro-effect: charge
      x-wiro-auth: key
      x-wiro-status: current
      x-wiro-docs: things.md:20
      x-wiro-documented-errors: []
      parameters:
      - name: owner-slug
        in: path
        required: true
        description: Who makes it.
        schema: {type: string, pattern: '^[a-z]+$'}
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/ThingMakeRequest'}
          multipart/form-data:
            schema: {$ref: '#/components/schemas/ThingMakeMultipartRequest'}
      responses:
        '200':
          description: The thing.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/ThingDetailResponse'}
        4XX: {$ref: '#/components/responses/ClientError'}
        5XX: {$ref: '#/components/responses/ServerError'}
  /Thing/Callback:
    get:
      tags: [things]
      operationId: things_callback
      summary: Return from elsewhere.
      description: Called by browsers only.
      x-wiro-effect: read
      x-wiro-auth: none
      x-wiro-status: current
      x-wiro-docs: things.md:30
      x-wiro-documented-errors: []
      x-wiro-generate: false
      responses:
        '302': {description: Elsewhere.}
components:
  schemas:
    ThingDetailRequest:
      type: object
      additionalProperties: false
      required: [guid]
      properties:
        guid: {type: string, description: Guid of the thing., x-wiro-aliases: [thingGuid]}
        limit: {type: [string, integer], description: How many parts at most., x-wiro-send-as: string}
        tags: {type: array, description: Words to look for., items: {type: string}}
    ThingDetailResponse:
      allOf:
      - {$ref: '#/components/schemas/Envelope'}
      - type: object
        properties:
          thing: {$ref: '#/components/schemas/Thing'}
    ThingMakeRequest:
      type: object
      additionalProperties: false
      properties:
        title: {type: string, description: Its title.}
        parts: {type: array, description: Its parts., items: {$ref: '#/components/schemas/ThingPart'}}
    ThingMakeMultipartRequest:
      type: object
      additionalProperties: false
      properties:
        title: {type: string, description: Its title.}
        picture: {type: string, format: binary, description: Its picture.}
    ThingPart:
      type: object
      description: A part of a thing.
      additionalProperties: true
      required: [name]
      properties:
        name: {type: string, description: Its name.}
    Thing:
      type: object
      description: A thing.
      properties:
        guid: {type: string, description: Its guid.}
        size: {type: integer, description: 'Its size, in bytes.'}
        kind: {$ref: '#/components/schemas/ThingKind'}
        owner:
          anyOf:
          - {$ref: '#/components/schemas/ThingOwner'}
          - {type: 'null'}
    ThingOwner:
      type: object
      description: Who has a thing.
      properties:
        name: {type: [string, 'null'], description: Their name.}
    ThingKind:
      type: string
      description: Kind of a thing.
      enum: [small, large]
      x-enum-varnames: [SMALL, LARGE]
    ThingFrame:
      type: object
      description: A thing changed.
      required: [type]
      properties:
        type: {const: thing_changed}
        thing: {$ref: '#/components/schemas/Thing'}
"""

ASYNCAPI = """
asyncapi: 3.0.0
info: {title: Things socket, version: 1.0.0}
servers:
  production: {host: things.example, protocol: wss}
channels:
  socket:
    address: /
    servers: [{$ref: '#/servers/production'}]
    messages:
      thing: {$ref: '#/components/messages/thing'}
operations:
  receiveThings:
    action: receive
    channel: {$ref: '#/channels/socket'}
    messages: [{$ref: '#/channels/socket/messages/thing'}]
components:
  messages:
    thing:
      payload: {$ref: '#/components/schemas/ThingFrame'}
"""

TEXTS = {"openapi.yaml": OPENAPI, "things.yaml": THINGS, "asyncapi.yaml": ASYNCAPI}


def small_specification() -> Specification:
    """Return the small specification; it keeps every rule."""
    return merge_fragments(TEXTS)


def spoiled(change: Callable[[dict[str, Any]], None]) -> Specification:
    """Return the small specification with its merged document changed."""
    specification = small_specification()
    document = copy.deepcopy(specification.document)
    change(document)
    specification.document = document
    return specification


def write_specification(root: Path, **replaced: str) -> Path:
    """Write the small specification into ``root/spec``; keywords replace fragments (``things=...``)."""
    folder = root / "spec"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(replaced.get(name.removesuffix(".yaml"), text), encoding="utf-8")
    return folder


def things_with(change: Callable[[dict[str, Any]], None]) -> str:
    """Return the things fragment with a change, as text."""
    content = yaml.safe_load(THINGS)
    change(content)
    return yaml.safe_dump(content, sort_keys=False)
