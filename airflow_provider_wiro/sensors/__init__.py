"""Sensors of the Wiro provider, one module for each kind of thing that is watched."""

from __future__ import annotations

__all__: list[str] = []
