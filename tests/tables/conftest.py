"""The catalog of a small site, and of the repository's own, for the tests of tables."""

from __future__ import annotations

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from sites import REPOSITORY, make_site


@pytest.fixture(scope="session")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A small valid site, read."""
    return read_catalog(read_settings(make_site(tmp_path_factory.mktemp("tables") / "site", {})))


@pytest.fixture(scope="session")
def house() -> Catalog:
    """The repository's own site, read."""
    return read_catalog(read_settings(REPOSITORY / "mkdocs.yml"))
