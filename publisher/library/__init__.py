"""YAML to the model, strictly: the built-in cards, and libraries laid over them."""

from __future__ import annotations

from publisher.library.overlays import built_in, read_folders, read_library

__all__ = ["built_in", "read_folders", "read_library"]
