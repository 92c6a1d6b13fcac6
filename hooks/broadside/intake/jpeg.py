"""A JPEG -> its size and the segments that draw it (ITU-T T.81, JFIF 1.02)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from broadside.intake.rebuilt import PROFILE_MAX, Rebuilt, find_damage
from broadside.intake.unfit import UnfitFileError

FRAMES = frozenset((0xC0, 0xC1, 0xC2))
"""Baseline, extended and progressive: all that browsers show."""
SCAN, END, FIRST_APP, LAST_APP, COMMENT = 0xDA, 0xD9, 0xE0, 0xEF, 0xFE
DRAWING = FRAMES | {0xDB, 0xC4, 0xDD, SCAN}
"""With the tables of quantisation and of codes, and the interval of restarts."""
MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the data of a scan: a marker that is neither a stuffed byte nor a restart (B.1.1.2, B.1.1.5)."""
SCANS_MAX = 24
"""Our choice: a progressive photograph has about ten; each scan costs a pass over all its pixels, however few bytes it has."""
JFIF, ADOBE, PROFILE, EXIF, XMP = b"JFIF\0", b"Adobe", b"ICC_PROFILE\0", b"Exif\0\0", b"http://ns.adobe.com/"


def parse_jpeg(data: bytes) -> Rebuilt:
    """Take a JPEG apart segment by segment; raises UnfitFileError."""
    picture = Rebuilt(parts=[data[:2]])
    end, scans, profile = 2, 0, 0
    for at, marker, content, scan in _read_segments(data):
        end = at + 2 + len(content) + len(scan)
        if marker in FRAMES:
            _read_frame(picture, content, at)
        elif marker == SCAN and not picture.width_px:
            raise find_damage(at)
        scans += marker == SCAN
        profile += len(content) if content.startswith(PROFILE) else 0
        picture.parts.append(_choose(picture, marker, content, at) + scan)
    if not scans or profile > PROFILE_MAX:
        raise find_damage(end)
    if scans > SCANS_MAX:
        raise UnfitFileError("picture-scans", count=scans, most=SCANS_MAX)
    picture.parts.append(b"\xff\xd9")
    end, _ = _find_marker(data, end)
    if end < len(data):
        picture.removed.append(f"{len(data) - end} B")
    return picture


def _read_segments(data: bytes) -> Iterator[tuple[int, int, bytes, bytes]]:
    """Yield each segment up to the end: where its length stands, its marker, its content, and the data of a scan after it."""
    at, marker = _find_marker(data, 2)
    while marker != END:
        length = int.from_bytes(data[at : at + 2], "big")
        end = at + length
        if length < 2 or end > len(data):
            raise find_damage(at)
        scan = b""
        if marker == SCAN:
            following = MARKER.search(data, end)
            if following is None:
                raise find_damage(end)
            scan = data[end : following.start()]
        yield at, marker, data[at + 2 : end], scan
        at, marker = _find_marker(data, end + len(scan))


def _find_marker(data: bytes, at: int) -> tuple[int, int]:
    """Return the place after the marker at ``at``, which any number of FF may precede (B.1.1.2), and the marker."""
    start = at
    while data[at : at + 1] == b"\xff":
        at += 1
    if at == start or at >= len(data):
        raise find_damage(start)
    return at + 1, data[at]


def _read_frame(picture: Rebuilt, content: bytes, at: int) -> None:
    """Take the picture's size from its one frame (B.2.2)."""
    if picture.width_px or len(content) < 6 or content[5] not in {1, 3, 4}:
        raise find_damage(at)
    picture.height_px, picture.width_px = int.from_bytes(content[1:3], "big"), int.from_bytes(content[3:5], "big")
    picture.inks = max(3, content[5])
    if not (picture.width_px and picture.height_px):
        raise find_damage(at)


def _choose(picture: Rebuilt, marker: int, content: bytes, at: int) -> bytes:
    """Return what is kept of a segment: nothing of one that an application added for itself."""
    kept = b""
    if marker in DRAWING:
        kept = content
    elif not (FIRST_APP <= marker <= LAST_APP or marker == COMMENT):
        raise find_damage(at)
    elif marker == 0xE0 and content.startswith(JFIF) and len(content) >= 14:
        kept = content[:12] + b"\0\0"  # without its small picture
    elif marker == 0xEE and content.startswith(ADOBE) and len(content) >= 12:
        kept = content[:12]  # how the colours are coded
    elif marker == 0xE2 and content.startswith(PROFILE):
        kept = content
    elif marker == 0xE1 and content.startswith(EXIF):
        turned = picture.remove_exif(content[len(EXIF) :])
        kept = EXIF + turned if turned else b""
    else:
        name = "COM" if marker == COMMENT else f"APP{marker & 15}"
        picture.removed.append("XMP" if content.startswith(XMP) else name)
    return _make_segment(marker, kept) if kept else b""


def _make_segment(marker: int, content: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + (len(content) + 2).to_bytes(2, "big") + content
