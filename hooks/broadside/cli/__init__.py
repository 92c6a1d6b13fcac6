"""The ``broadside`` command: prints, exits, and decides nothing."""

from broadside.cli.running import main

__all__ = ["main"]
