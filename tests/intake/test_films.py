"""Films made byte by byte: whole ones are taken; what is damaged, hidden, encrypted or tells a place is not."""

from __future__ import annotations

import pytest

from broadside.intake.contents import check_content
from broadside.intake.unfit import UnfitFileError


def box(kind: bytes, *inside: bytes) -> bytes:
    content = b"".join(inside)
    return (8 + len(content)).to_bytes(4, "big") + kind + content


def track(handler: bytes = b"vide", codec: bytes = b"avc1", flags: int = 1) -> bytes:
    table = bytes(4) + (1).to_bytes(4, "big")
    described = box(b"stsd", table, box(codec, bytes(70)))
    reference = box(b"dinf", box(b"dref", table, box(b"url ", flags.to_bytes(4, "big"))))
    return box(b"trak", box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(13)), box(b"minf", reference, box(b"stbl", described))))


def mp4(*tracks: bytes, after: bytes = b"") -> bytes:
    return box(b"ftyp", b"isom", bytes(4)) + box(b"moov", *tracks) + after + box(b"mdat", b"frames")


def element(kind: int, *inside: bytes) -> bytes:
    content = b"".join(inside)
    name = kind.to_bytes((kind.bit_length() + 7) // 8, "big")
    return name + ((1 << 56) | len(content)).to_bytes(8, "big") + content


def webm(*parts: bytes, kind: bytes = b"webm", codec: bytes = b"V_VP9", track_type: int = 1) -> bytes:
    tracks = element(0x1654AE6B, element(0xAE, element(0x83, bytes([track_type])), element(0x86, codec)))
    return element(0x1A45DFA3, element(0x4282, kind)) + element(0x18538067, tracks, *parts, element(0x1F43B675, b""))


WHOLE = {
    ".mp4": mp4(track(), track(b"soun", b"mp4a"), after=box(b"free", bytes(9))),
    ".webm": webm(element(0xEC, bytes(4))),
    ".vtt": b"WEBVTT - a film\n\n00:00.000 --> 00:02.000\n<v Fitter>Below!\n",
}
BROKEN = {
    "a page": (".mp4", b"<html><script>alert(1)</script>", "file-content"),
    "half a film": (".mp4", mp4(track())[:-3], "file-content"),
    "no frames": (".mp4", box(b"ftyp", b"isom") + box(b"moov", track()), "file-content"),
    "a page behind it": (".mp4", mp4(track()) + b"<html>", "file-content"),
    "an archive behind it": (".mp4", mp4(track(), after=box(b"PK\3\4", b"zip")), "film-part"),
    "a file elsewhere": (".mp4", mp4(track(flags=0)), "film-part"),
    "encrypted": (".mp4", mp4(track(codec=b"encv")), "film-part"),
    "a hidden track": (".mp4", mp4(track(b"meta", b"mett")), "film-part"),
    "where it was taken": (".mp4", mp4(track(), box(b"udta", box(b"\xa9xyz", b"+31.2+121.5/"))), "film-part"),
    "another Matroska": (".webm", webm(kind=b"matroska"), "file-content"),
    "a file inside": (".webm", webm(element(0x1941A469, b"MZ")), "film-part"),
    "no codec of browsers": (".webm", webm(codec=b"V_MPEGH/ISO/HEVC"), "film-part"),
    "a place in its tags": (".webm", webm(element(0x1254C367, b"RECORDING_LOCATION")), "film-part"),
    "half a WebM": (".webm", webm()[:-4], "file-content"),
    "a live recording": (".webm", element(0x1A45DFA3, element(0x4282, b"webm")) + b"\x18\x53\x80\x67\xff", "file-content"),
    "no captions": (".vtt", b"1\n00:00:00,000 --> 00:00:02,000\nBelow!\n", "file-content"),
    "captions with a style": (".vtt", b"WEBVTT\n\nSTYLE\n::cue { background: url(https://elsewhere.example) }\n", "file-active"),
}


@pytest.mark.parametrize("ending", WHOLE)
def test_a_whole_one_is_taken(ending: str) -> None:
    assert list(check_content(f"docs/lessons/fall{ending}", ending, WHOLE[ending])) == []


@pytest.mark.parametrize("name", BROKEN)
def test_another_is_not(name: str) -> None:
    ending, data, rule = BROKEN[name]
    with pytest.raises(UnfitFileError) as caught:
        list(check_content(f"docs/lessons/fall{ending}", ending, data))
    assert caught.value.rule == rule


@pytest.mark.parametrize("ending", [".mp4", ".webm"])
def test_cut_anywhere_it_is_refused_and_never_crashes(ending: str) -> None:
    whole = WHOLE[ending]
    for end in range(len(whole)):
        with pytest.raises(UnfitFileError):
            list(check_content(f"a{ending}", ending, whole[:end]))
