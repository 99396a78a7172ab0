"""Builds ``generated/wiro_client`` from ``spec/``: ``python -m codegen build | check | lint | diff OLD_REF``."""
