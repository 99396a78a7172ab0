"""The public registries: agent templates, skills with their capabilities, credentials. Reading them needs no key."""

from wiro.sandbox.registry.operations import REGISTRY_OPERATIONS

__all__ = ["REGISTRY_OPERATIONS"]
