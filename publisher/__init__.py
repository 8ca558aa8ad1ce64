"""Surefoot: exercise cards and downhill-running guides, from YAML to tagged PDF."""

__version__ = "0.1.0"
