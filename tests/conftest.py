"""What all tests share: the ``--rewrite`` option, the order of their files and a small valid site."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from ordering import rank
from sites import TESTS, make_site

settings.register_profile("broadside", deadline=None, derandomize=True, database=None, max_examples=60)
settings.load_profile("broadside")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--rewrite``: write the messages of tests/invalid anew instead of comparing them. Read the diff before you keep it."""
    parser.addoption("--rewrite", action="store_true", help="write the expected messages of tests/invalid anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that others would wait for."""
    items.sort(key=lambda item: rank(item.path.relative_to(TESTS).as_posix()))


@pytest.fixture
def valid_site(tmp_path: Path) -> Path:
    """Return the configuration of a small valid site."""
    return make_site(tmp_path, {})
