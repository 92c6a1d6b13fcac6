"""What is published of the files beside documents."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from broadside.intake import read_intake
from broadside.pages.assets import list_assets
from broadside.store import Store
from hostile.making import MAKERS, make_pdf, make_picture


def lay(root: Path, name: str, data: bytes) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_bytes(data)


def test_files_are_published_as_they_are_and_pictures_without_what_the_camera_wrote(tmp_path: Path) -> None:
    lay(tmp_path, "docs/notices/plan.pdf", make_pdf())
    lay(tmp_path, "docs/plain.png", make_picture("PNG"))
    lay(tmp_path, "docs/place.jpg", MAKERS["place-in-jpeg"]())
    lay(tmp_path, "slogans/photos/hat.jpg", make_picture("JPEG"))
    assets = list_assets(tmp_path, read_intake(tmp_path).files, Store(tmp_path / "store"))
    assert assets.keys() == {"notices/plan.pdf", "plain.png", "place.jpg"}
    assert assets["plain.png"].file == tmp_path / "docs/plain.png"
    assert assets["notices/plan.pdf"].file == tmp_path / "docs/notices/plan.pdf"
    assert assets["place.jpg"].removed == ("GPS", "EXIF")
    data = assets["place.jpg"].file.read_bytes()
    assert assets["place.jpg"].file.is_relative_to(tmp_path / "store")
    assert b"CANARY" not in data
    with Image.open(io.BytesIO(data)) as opened:
        assert opened.size == (40, 30)


def test_data_documents_links_and_hidden_files_are_not_published(tmp_path: Path) -> None:
    for name in ("docs/topics.yml", "docs/a.md", "docs/.htaccess", "docs/_draft.txt", "docs/page.html", "secret.txt"):
        lay(tmp_path, name, b"x")
    (tmp_path / "docs/link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "docs/etc").symlink_to("/etc")
    assert list_assets(tmp_path, read_intake(tmp_path).files, Store(tmp_path / "store")) == {}
