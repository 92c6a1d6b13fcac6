"""A WebM -> what its elements say (RFC 8794, RFC 9559), down to the kind and the codec of each track; no frame is unpacked."""

from __future__ import annotations

from collections.abc import Iterator

from broadside.intake.unfit import UnfitFileError

HEADER, DOC_TYPE, SEGMENT = 0x1A45DFA3, 0x4282, 0x18538067
TRACKS, ENTRY, TRACK_TYPE, CODEC = 0x1654AE6B, 0xAE, 0x83, 0x86
PARTS = {
    0x114D9B74: "SeekHead",
    0x1549A966: "Info",
    TRACKS: "Tracks",
    0x1F43B675: "Cluster",
    0x1C53BB6B: "Cues",
    0xEC: "Void",
    0xBF: "CRC-32",
    0x1254C367: "Tags",
    0x1043A770: "Chapters",
}
"""The elements of a segment that a film is made of (RFC 9559, 5.1); attachments (0x1941A469) are files within the file."""
CODECS = frozenset((b"V_VP8", b"V_VP9", b"V_AV1", b"A_VORBIS", b"A_OPUS"))
"""What WebM may hold (WebM Container Guidelines)."""
TYPES = frozenset((1, 2))
"""Video and audio (RFC 9559, 5.1.4.1.3); captions stand in a file of their own."""
TAGS = 0x1254C367
PLACE = b"LOCATION"
"""A tag of where it was recorded (RFC 9559's tag registry: RECORDING_LOCATION, and what telephones write)."""
ELEMENTS_MAX = 200_000


def check_webm(data: bytes) -> None:
    """Raise UnfitFileError for what is no WebM, is damaged, or holds what no browser plays or nobody should be told.

    An element of unknown size, as a live recording has it, is taken for damage: who wrote it should save it whole.
    """
    top = list(_read_elements(data, 0, len(data)))
    if [kind for kind, _, _ in top] != [HEADER, SEGMENT]:
        raise _refuse()
    (_, start, end), (_, first, last) = top
    types = [data[inner:outer].rstrip(b"\0") for kind, inner, outer in _read_elements(data, start, end) if kind == DOC_TYPE]
    if types != [b"webm"]:
        raise _refuse()
    codecs = 0
    for kind, inner, outer in _read_elements(data, first, last):
        if kind not in PARTS:
            raise UnfitFileError("film-part", what="Attachments" if kind == 0x1941A469 else f"{kind:X}")
        if kind == TAGS and PLACE in data[inner:outer].upper():
            raise UnfitFileError("film-part", what="GPS")
        if kind == TRACKS:
            codecs += _check_tracks(data, inner, outer)
    if not codecs:
        raise _refuse()


def _check_tracks(data: bytes, start: int, end: int) -> int:
    """Check each track's type and codec; returns how many there are."""
    count = 0
    for kind, inner, outer in _read_elements(data, start, end):
        if kind == ENTRY:
            said = {name: data[at:to] for name, at, to in _read_elements(data, inner, outer) if name in {TRACK_TYPE, CODEC}}
            codec, what = said.get(CODEC, b"").rstrip(b"\0"), int.from_bytes(said.get(TRACK_TYPE, b""), "big")
            if what not in TYPES or codec not in CODECS:
                raise UnfitFileError("film-part", what=codec.decode("ascii", "replace") or f"track type {what}")
            count += 1
    return count


def _read_elements(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield each element between two places: its id and where its content begins and ends; they fill the room."""
    count = 0
    while start < end:
        kind, start = _read_number(data, start, end, 4, keep_marker=True)
        size, start = _read_number(data, start, end, 8, keep_marker=False)
        count += 1
        if start + size > end or count > ELEMENTS_MAX:
            raise _refuse()
        yield kind, start, start + size
        start += size


def _read_number(data: bytes, start: int, end: int, longest: int, *, keep_marker: bool) -> tuple[int, int]:
    """Read a number of variable length (RFC 8794, 4): the bits before its first one say how many bytes follow."""
    first = data[start] if start < end else 0
    length = 9 - first.bit_length()
    if first == 0 or length > longest or start + length > end:
        raise _refuse()
    value = int.from_bytes(data[start : start + length], "big")
    if not keep_marker:
        value &= (1 << 7 * length) - 1
        if value == (1 << 7 * length) - 1:
            raise _refuse()
    return value, start + length


def _refuse() -> UnfitFileError:
    return UnfitFileError("file-content", form="WebM")
