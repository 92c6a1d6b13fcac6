"""This machine and the libraries on it -> what the head of a table of figures says of them."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
from collections.abc import Iterable
from pathlib import Path

LIBRARIES = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "typst")


def describe_machine(cpuinfo: str, meminfo: str) -> str:
    """Return a sentence on the processor, its cores, the memory and Python, from the texts of /proc/cpuinfo and /proc/meminfo."""
    model = re.search(r"^model name\s*: (.*)$", cpuinfo, re.MULTILINE)
    memory = re.search(r"^MemTotal: +(\d+) kB", meminfo, re.MULTILINE)
    cores = len(os.sched_getaffinity(0))
    size = f"{int(memory[1]) / 2**20:.0f} GB" if memory else "unknown"
    name = model[1] if model else platform.machine()
    return f"{cores} cores of {name}, memory {size}, {platform.system()}, Python {platform.python_version()}"


def read_machine() -> str:
    """Describe this machine."""
    return describe_machine(*(_read(Path(name)) for name in ("/proc/cpuinfo", "/proc/meminfo")))


def list_versions(libraries: Iterable[str] = LIBRARIES) -> str:
    """Return the versions of the libraries that our builds and stock ones share."""
    return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in libraries)


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""
