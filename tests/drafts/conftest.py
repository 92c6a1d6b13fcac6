"""The catalog of a small site, for the tests of drafts."""

from __future__ import annotations

import pytest

from broadside.catalog import Catalog, read_catalog, read_settings
from sites import make_site


@pytest.fixture(scope="session")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """A small valid site, read."""
    return read_catalog(read_settings(make_site(tmp_path_factory.mktemp("drafts") / "site", {})))
