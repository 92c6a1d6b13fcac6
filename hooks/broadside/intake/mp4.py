"""An MP4 -> what its boxes say (ISO/IEC 14496-12), down to the kind and the codec of each track; no frame is unpacked."""

from __future__ import annotations

from collections.abc import Iterator

from broadside.intake.unfit import UnfitFileError

TOP = frozenset((b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"moof", b"mfra", b"sidx", b"styp", b"meta"))
"""The boxes that may stand side by side in a file (6.2.3, table 1), and ``wide``, which recorders leave as padding."""
FOLDERS = frozenset((b"moov", b"trak", b"mdia", b"minf", b"dinf", b"stbl", b"udta"))
"""Boxes that hold nothing but boxes, of those that matter here."""
TRACKS = {b"vide": "", b"soun": ""}
"""The handlers (8.4.3) of what a browser shows and plays; a track of anything else is data that nobody sees."""
CODECS = frozenset((b"avc1", b"avc3", b"av01", b"vp08", b"vp09", b"mp4a", b"Opus", b".mp3"))
"""The entries of 8.5.2 that common browsers play: H.264, AV1, VP8, VP9; AAC, Opus, MP3. An encrypted one has another name."""
PLACES = (b"\xa9xyz", b"loci", b"ISO6709")
"""Where recorders write the place: QuickTime's user data, 3GPP TS 26.244 8.3, and Apple's keys."""
BOXES_MAX = 100_000
"""Our choice: a film of an hour in fragments of two seconds has under ten thousand."""
OTHER_FILE = "a file elsewhere"


def check_mp4(data: bytes) -> None:
    """Raise UnfitFileError for what is no MP4, is damaged, or holds what no browser plays or nobody should be told."""
    if data[4:8] != b"ftyp":
        raise UnfitFileError("file-content", form="MP4")
    kinds = []
    for kind, start, end in _read_boxes(data, 0, len(data)):
        if kind not in TOP:
            raise UnfitFileError("film-part", what=_show(kind))
        kinds.append(kind)
        if kind in {b"moov", b"meta"} and any(mark in data[start:end] for mark in PLACES):
            raise UnfitFileError("film-part", what="GPS")
        if kind == b"moov":
            _check_tracks(data, start, end)
    if not {b"moov", b"mdat"} <= set(kinds):
        raise UnfitFileError("file-content", form="MP4")


def _read_boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield each box between two places: its kind and where its content begins and ends; they fill the room (4.2)."""
    count = 0
    while start < end:
        size, head = int.from_bytes(data[start : start + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(data[start + 8 : start + 16], "big"), 16
        elif size == 0:
            size = end - start
        count += 1
        if size < head or start + size > end or count > BOXES_MAX:
            raise UnfitFileError("file-content", form="MP4")
        yield data[start + 4 : start + 8], start + head, start + size
        start += size


def _check_tracks(data: bytes, start: int, end: int) -> None:
    """Check the handler, the codecs and the references of every track below a box."""
    for kind, inner, last in _read_boxes(data, start, end):
        if kind in FOLDERS - {b"udta"}:
            _check_tracks(data, inner, last)
        elif kind == b"hdlr" and data[inner + 8 : inner + 12] not in TRACKS:
            raise UnfitFileError("film-part", what=_show(data[inner + 8 : inner + 12]))
        elif kind in {b"stsd", b"dref"}:
            for entry, place, _ in _read_boxes(data, inner + 8, last):  # after version, flags and the count (8.5.2.2, 8.7.2.2)
                if kind == b"stsd" and entry not in CODECS:
                    raise UnfitFileError("film-part", what=_show(entry))
                if kind == b"dref" and not data[place + 3] & 1:  # flag 1: the data are in this file (8.7.2.1)
                    raise UnfitFileError("film-part", what=OTHER_FILE)


def _show(kind: bytes) -> str:
    return "".join(chr(each) if 0x20 < each < 0x7F else "?" for each in kind)
