"""The catalog of the repository's own site, for the tests of forms."""

from __future__ import annotations

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from sites import REPOSITORY


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The repository's own site, read."""
    return read_catalog(read_settings(REPOSITORY / "mkdocs.yml"))
