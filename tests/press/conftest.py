"""What the tests of the press share: the repository's own content, checked once."""

from __future__ import annotations

import pytest

from broadside.catalog import Catalog
from broadside.checking import check_site
from sites import REPOSITORY


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The repository's own catalog."""
    return check_site(REPOSITORY / "mkdocs.yml")[0]
