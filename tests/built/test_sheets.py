"""Every sheet of the built site: its code can be read and leads to its page, its words can be read back."""

from __future__ import annotations

import concurrent.futures
import os
import re
import subprocess
import unicodedata
from pathlib import Path

from broadside.checking import check_site
from broadside.sheets import plan_kits, plan_samples
from sites import REPOSITORY

ORIGIN = "https://safety.beacon.example/"


def read_code(picture: Path) -> str:
    """Return what the QR code in ``picture`` says, as zbar reads it."""
    return subprocess.run(
        ["zbarimg", "-q", "--raw", "--nodbus", picture], capture_output=True, text=True, check=False
    ).stdout.strip()


def test_every_preview_s_code_opens_its_slogan_s_page(built_site: Path) -> None:
    catalog, sheets = check_site(REPOSITORY / "mkdocs.yml")
    kits = [sheet for kit in plan_kits(catalog, sheets).values() for sheet in kit]
    urls = {f"{sheet.slogan}-{sheet.name}-preview.webp": sheet.url for sheet in (*sheets, *kits, *plan_samples(catalog)[0])}
    # A slogan's address is the same on all its sheets; a design's code stands elsewhere on each shape.
    # Those on which a module has four pixels at least; test_independent.py reads the others at the resolution of a telephone.
    legible = re.compile(r"-(poster-a3|screen-landscape|screen-portrait)-[a-z-]+-preview\.webp$")
    previews = sorted(
        path
        for path in (built_site / "sheets").rglob("*-preview.webp")
        if legible.search(path.name) and ("poster-a3" in path.name or path.name.startswith("design-"))
    )
    assert len(previews) > 100
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        codes = dict(zip(previews, pool.map(read_code, previews), strict=True))
    assert [picture.name for picture, code in codes.items() if code != urls[picture.name]] == []
    for code in set(codes.values()):
        assert code.startswith(ORIGIN)
        assert (built_site / code.removeprefix(ORIGIN) / "index.html").is_file()


def test_every_slogan_s_words_can_be_read_back(built_site: Path) -> None:
    _, sheets = check_site(REPOSITORY / "mkdocs.yml")
    for sheet in sheets:
        is_in_lines = sheet.design.slots[sheet.carrier.shape].set == "lines"
        if sheet.language in {"en", "zh"} and is_in_lines and "office" in sheet.forms:
            file = built_site / "sheets" / sheet.slogan / f"{sheet.slogan}-{sheet.name}-office.pdf"
            text = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
            assert "".join(sheet.text.split()) in "".join(unicodedata.normalize("NFKC", text).split()), file
