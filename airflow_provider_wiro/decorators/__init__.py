"""Decorators of the Wiro provider."""

from __future__ import annotations

__all__: list[str] = []
