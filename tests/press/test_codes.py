"""A code is read again by a reader that is not ours."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
import typst

from broadside.press.codes import QUIET_ZONE, draw_code


@pytest.mark.parametrize(
    "url",
    [
        "https://safety.beacon.example/slogans/hard-hat/",
        "https://safety.beacon.example/zh/slogans/" + "a-long-name-" * 8 + "/",
        "https://安全.example/标语/",
    ],
)
def test_it_leads_where_it_should(tmp_path: Path, url: str) -> None:
    (tmp_path / "code.svg").write_text(draw_code(url), "utf-8")
    main = tmp_path / "code.typ"
    main.write_text('#set page(width: 60mm, height: 60mm, margin: 0mm)\n#image("/code.svg", width: 60mm)')
    (tmp_path / "code.png").write_bytes(typst.compile(str(main), root=str(tmp_path), format="png", ppi=200.0))
    read = subprocess.run(["zbarimg", "--quiet", "--raw", "code.png"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert read.stdout == f"{url}\n"


def test_it_has_its_quiet_zone_and_no_size_of_its_own() -> None:
    svg = draw_code("https://safety.example/")
    box = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    assert box is not None
    assert box.group(1) == box.group(2)
    assert (int(box.group(1)) - 2 * QUIET_ZONE - 17) % 4 == 0  # 17 + 4 x version modules: ISO/IEC 18004:2024, 5.1
    assert not re.search(r'<svg[^>]* (width|height)="', svg)
    assert 'fill="#fff"' in svg
    assert svg == draw_code("https://safety.example/")
