"""A PNG -> its size and the chunks that draw it (PNG specification, third edition)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from broadside.intake.rebuilt import PROFILE_MAX, Rebuilt, find_damage

DRAWING = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD"))
MOVING = frozenset((b"acTL", b"fcTL", b"fdAT"))
DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits of a sample by type of colour: table 11.1."""


def parse_png(data: bytes) -> Rebuilt:
    """Take a PNG apart chunk by chunk, each with its check sum; raises UnfitFileError."""
    picture = Rebuilt(parts=[data[:8]])
    seen: set[bytes] = set()
    end = 8
    for at, kind, content in _read_chunks(data):
        end = at + 12 + len(content)
        if (kind == b"IHDR") != (at == 8) or (kind[:1].isupper() and kind not in DRAWING):
            raise find_damage(at)
        if kind == b"IHDR":
            picture.width_px, picture.height_px = _parse_header(content)
        elif kind == b"iCCP" and not _is_profile(content):
            raise find_damage(at)
        _sort_chunk(picture, kind, content, is_second=kind in seen)
        seen.add(kind)
    if b"IDAT" not in seen:
        raise find_damage(end)
    if end < len(data):
        picture.removed.append(f"{len(data) - end} B")
    return picture


def _read_chunks(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield each chunk up to the last: where it begins, its kind and its content; its check sum holds."""
    at, kind = 8, b""
    while kind != b"IEND":
        if len(data) < at + 12:
            raise find_damage(at)
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if (
            end > len(data)
            or not kind.isalpha()
            or zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big")
        ):
            raise find_damage(at)
        yield at, kind, data[at + 8 : end - 4]
        at = end


def _sort_chunk(picture: Rebuilt, kind: bytes, content: bytes, *, is_second: bool) -> None:
    """Keep a chunk that draws, once where it may stand once; note the others as left out."""
    if kind in DRAWING and (kind == b"IDAT" or not is_second):
        picture.parts.append(_make_chunk(kind, content))
    elif kind in MOVING:
        picture.is_moving = True
    elif kind == b"eXIf":
        if kept := picture.remove_exif(content):
            picture.parts.append(_make_chunk(b"eXIf", kept))
    else:
        picture.removed.append(kind.decode("ascii"))


def _parse_header(content: bytes) -> tuple[int, int]:
    if len(content) != 13:
        raise find_damage(8)
    width, height, depth, colour, packing, filtering, order = struct.unpack(">IIBBBBB", content)
    if not (width and height and depth in DEPTHS.get(colour, ()) and packing == filtering == 0 and order in {0, 1}):
        raise find_damage(16)
    return width, height


def _is_profile(content: bytes) -> bool:
    """Say whether a packed colour profile can be unpacked to a size in good faith."""
    _, _, packed = content.partition(b"\0")
    try:
        unpacker = zlib.decompressobj()
        profile = unpacker.decompress(packed[1:], PROFILE_MAX)
    except zlib.error:
        return False
    return unpacker.eof and bool(profile)


def _make_chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
