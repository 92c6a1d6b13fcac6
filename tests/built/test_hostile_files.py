"""What the real build publishes of hostile files: nothing from outside, nothing that is not looked at, nothing inside pictures."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

import mkdocs_events
from broadside.intake import read_picture
from broadside.pages.assets import Asset
from hostile.laying import CANARY, LAYERS, lay_outside
from hostile.making import GPS_EXIF
from hostile.trying import list_case_files, read_cases

from .building import build, copy_site

pytestmark = pytest.mark.xdist_group("site")

PICTURES = {".png", ".jpg", ".webp"}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with every harmless case of docs/ in it; returns its folder."""
    root = tmp_path_factory.mktemp("harmless") / "site-of-cases"
    root.mkdir()
    config = copy_site(root, ("hard-hat",))
    lay_outside(root)
    for case in read_cases().values():
        if case["expected"] == "harmless" and case["path"].startswith("docs/"):
            for name, data in list_case_files(case).items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    done = build(config, root / "built", BROADSIDE_PRESS="false")
    assert done.returncode == 0, done.stdout
    assert "place.jpg: published without GPS, EXIF" in done.stdout
    assert "warning: the photograph says where it was taken" in done.stdout
    return root


def test_nothing_from_outside_and_nothing_hidden_is_published(harmless: Path) -> None:
    files = [path for path in (harmless / "built").rglob("*") if path.is_file()]
    assert len(files) > 50
    for path in files:
        data = path.read_bytes()
        assert CANARY.encode() not in data, path
        assert b"CANARY-INSIDE" not in data, path
        assert b"root:x:0" not in data, path
    assert not [path for path in files if "evil" in path.name or path.suffix == ".yml"]


def test_pictures_are_published_without_what_does_not_draw_them(harmless: Path) -> None:
    cases = read_cases().values()
    wanted = {case["path"] for case in cases if case["expected"] == "harmless" and Path(case.get("path", "")).suffix in PICTURES}
    names = sorted(path for path in wanted if path.startswith("docs/"))
    assert len(names) > 7
    for name in names:
        picture = read_picture(harmless / "built", name.removeprefix("docs/"))
        assert picture is not None
        assert picture.removed in {(), ("EXIF",)}, name  # the turn of the picture is all that EXIF still says
        assert GPS_EXIF[20:] not in picture.data
        assert read_picture(harmless, name) != picture or not picture.removed  # the editor's own file is as it was


def test_a_link_to_a_folder_outside_stops_the_build_and_leaves_the_site(harmless: Path) -> None:
    before = sorted(path for path in (harmless / "built").rglob("*"))
    outside = harmless.parent / f"{harmless.name}-outside"
    LAYERS["link-folder"](harmless, outside)
    done = build(harmless / "mkdocs.yml", harmless / "built", BROADSIDE_PRESS="false")
    (harmless / "docs/etc").unlink()
    assert done.returncode == 1
    assert "docs/etc:1:1" in done.stdout
    assert "Traceback" not in done.stdout
    assert sorted(path for path in (harmless / "built").rglob("*")) == before


def test_behind_the_check_the_generator_publishes_only_what_was_looked_at(harmless: Path) -> None:
    """The second wall by itself: the generator walks through a link to a folder, and its find is taken out again."""
    outside = harmless.parent / f"{harmless.name}-outside"
    LAYERS["link-folder"](harmless, outside)
    (harmless / "docs/page.html").write_text("<script></script>")
    config = load_config(str(harmless / "mkdocs.yml"), site_dir=str(harmless / "other"))
    files = get_files(config)
    assert files.get_file_from_path("etc/passwd")
    assert files.get_file_from_path("page.html")
    kept = Asset(harmless / "docs/place.jpg", ("GPS",))
    site: Any = SimpleNamespace(pages=(), languages=("en", "zh"), assets={"place.jpg": kept})  # all that the event asks of it
    policy: Any = None
    config.extra["broadside"] = mkdocs_events.Build(site, policy)
    left = mkdocs_events.on_files(files, config)
    (harmless / "docs/etc").unlink()
    (harmless / "docs/page.html").unlink()
    assert {file.src_uri for file in left if file.src_dir == config.docs_dir} == {"place.jpg", "zh/place.jpg"}
