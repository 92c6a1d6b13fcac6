"""A WebP -> its size and the chunks that draw it (RFC 9649)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from broadside.intake.rebuilt import PROFILE_MAX, Rebuilt, find_damage

ANIMATION, METADATA = 0x02, 0x04 | 0x08
"""Flags of the extended header (2.7): it moves; it has XMP and EXIF."""
EXIF_FLAG = 0x08
LOSSY, LOSSLESS = b"VP8 ", b"VP8L"


def parse_webp(data: bytes) -> Rebuilt:
    """Take a WebP apart chunk by chunk; raises UnfitFileError."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if data[8:12] != b"WEBP" or end > len(data) or end % 2:
        raise find_damage(4)
    picture = Rebuilt()
    header, chunks, turn = b"", b"", b""
    for at, kind, content in _read_chunks(data, end):
        if kind == b"VP8X" and at == 12 and len(content) == 10:
            header = content
            picture.is_moving = bool(content[0] & ANIMATION)
        elif kind in {LOSSY, LOSSLESS} and not picture.width_px:
            picture.width_px, picture.height_px = _read_size(kind, content, at)
            chunks += _make_chunk(kind, content)
        elif kind in {b"ALPH", b"ICCP"} and header and len(content) <= {b"ICCP": PROFILE_MAX}.get(kind, end):
            chunks += _make_chunk(kind, content)
        elif kind != b"EXIF":
            picture.is_moving = picture.is_moving or kind in {b"ANIM", b"ANMF"}
            picture.removed.append(kind.decode("ascii").strip() if kind.strip().isalnum() else "?")
        else:
            turn = picture.remove_exif(content.removeprefix(b"Exif\0\0"))
    if end < len(data):
        picture.removed.append(f"{len(data) - end} B")
    return picture if picture.is_moving else _join(picture, header, chunks, turn)


def _join(picture: Rebuilt, header: bytes, chunks: bytes, turn: bytes) -> Rebuilt:
    """Put the chunks under their headers again; the extended one must state the size that the picture has."""
    canvas = tuple(1 + int.from_bytes(header[place : place + 3], "little") for place in (4, 7)) if header else ()
    size = picture.width_px, picture.height_px
    if not picture.width_px or canvas not in {(), size}:
        raise find_damage(12)
    if header:
        flags = header[0] & ~METADATA | (EXIF_FLAG if turn else 0)
        chunks = _make_chunk(b"VP8X", bytes([flags]) + header[1:]) + chunks + (_make_chunk(b"EXIF", turn) if turn else b"")
    body = b"WEBP" + chunks
    picture.parts = [b"RIFF", struct.pack("<I", len(body)), body]
    return picture


def _read_chunks(data: bytes, end: int) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield each chunk: where it begins, its kind and its content."""
    at = 12
    while at < end:
        kind, length = struct.unpack_from("<4sI", data, at) if at + 8 <= end else (b"", end)
        following = at + 8 + length + length % 2
        if following > end:
            raise find_damage(at)
        yield at, kind, data[at + 8 : at + 8 + length]
        at = following


def _read_size(kind: bytes, content: bytes, at: int) -> tuple[int, int]:
    """Return the size that the picture's own data states (RFC 6386, 9.1; RFC 9649, 3.4)."""
    if kind == LOSSY and len(content) >= 10 and content[3:6] == b"\x9d\x01\x2a" and not content[0] & 1:
        width, height = struct.unpack_from("<HH", content, 6)
        if width & 0x3FFF and height & 0x3FFF:
            return width & 0x3FFF, height & 0x3FFF
    if kind == LOSSLESS and len(content) >= 5 and content[0] == 0x2F:
        bits = int.from_bytes(content[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    raise find_damage(at)


def _make_chunk(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
