"""A sheet's RGB PDF -> the same sheet in a printer's inks: CMYK with spot inks for a print shop, black alone for a copier.

The engine's PDFs name their colour spaces in front of each colour (``/c0 cs 1 0 0 scn``), so colours are replaced in the content
streams where they stand; what is not of that form stops the press. Decision 0010 weighs this against other ways.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image, ImageCms

from broadside.catalog import Spot

COLOUR = re.compile(rb"/(\w+) (cs|CS)\s+([\d.\-]+(?:\s+[\d.\-]+)*)\s+(scn|SCN)\b")
SPACE_LEFT = re.compile(rb"(?<![\w/])(?:cs|CS|rg|RG)\b")
OTHER_SPACE = re.compile(rb"/(?:Spot (?:cs|CS)|Pattern (?:cs|CS)\b)")
REGISTRATION = re.compile(rb"(?<![\d.])1(?:\.0+)? 1(?:\.0+)? 1(?:\.0+)? 1(?:\.0+)? (k|K)\b")
"""All four inks in full: the marks, which every plate must carry (ISO 32000-1:2008, 8.6.6.4, the colorant All)."""

NEUTRAL = 0.012
"""Our choice: RGB values as close as this are a grey, which is printed in black alone, so that small type has no fringes."""
PHOTO_QUALITY = 92
"""Our choice: a photograph is decoded and encoded once more here, so at a higher quality than when it was prepared."""
CONDITION = "FOGRA39"
"""The printing condition of the profile: offset on coated paper, ISO 12647-2:2004 (the registry at color.org)."""

Numbers = tuple[float, ...]


class UnexpectedPdfError(Exception):
    """The engine wrote a PDF of another form than the pinned version does: a fault of the program, not of content."""


@dataclass(frozen=True)
class Inks:
    """The inks of a print shop: an ICC profile that turns RGB into CMYK."""

    profile: Path

    @functools.cached_property
    def _transform(self) -> ImageCms.ImageCmsTransform:
        source = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(
            source,
            ImageCms.getOpenProfile(str(self.profile)),
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )

    def convert(self, colour: Numbers) -> Numbers:
        """Return the CMYK of one colour, shares from 0 to 1; a grey becomes black alone."""
        if len(colour) == 1 or max(colour) - min(colour) < NEUTRAL:
            return 0.0, 0.0, 0.0, round(1 - sum(colour) / len(colour), 4)
        pixel = Image.new("RGB", (1, 1), tuple(round(255 * part) for part in colour))
        inks = self.convert_picture(pixel).getpixel((0, 0))
        if not isinstance(inks, tuple):
            raise TypeError(inks)
        return tuple(round(part / 255, 4) for part in inks)

    def convert_picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture in CMYK."""
        converted = ImageCms.applyTransform(picture, self._transform)
        if converted is None:
            raise TypeError("not converted")
        return converted


def separate(pdf: bytes, inks: Inks, bleed_points: float, spot: Spot | None) -> bytes:
    """Return ``pdf``, one RGB page, in CMYK, with its bleed box stated and the colour of ``spot`` in an ink of that name.

    The output intent names the printing condition (ISO 32000-1:2008, 14.11.5). Raises :class:`UnexpectedPdfError` for colours
    that the engine's pinned version does not write.
    """
    document = pikepdf.open(io.BytesIO(pdf))
    page = document.pages[0].obj
    convert = functools.cache(inks.convert)
    spot_colour = tuple(int(spot.colour[i : i + 2], 16) / 255 for i in (1, 3, 5)) if spot else ()

    def write(colour: Numbers, use: str) -> bytes:
        if spot and _are_same(colour, spot_colour):
            return {"fill": b" /Spot cs 1 scn", "stroke": b" /Spot CS 1 SCN"}[use]
        return _write(convert(colour), {"fill": b"k", "stroke": b"K"}[use])

    spaces = {"/All": _separation(document, "All", (1.0, 1.0, 1.0, 1.0))}
    if spot:
        spaces["/Spot"] = _separation(document, spot.name, convert(spot_colour))
    for stream in _list_drawn(document):
        _recolour(stream, write)
        data = stream.read_bytes()
        marked = REGISTRATION.sub(lambda match: b"/All cs 1 scn" if match[1] == b"k" else b"/All CS 1 SCN", data)
        if marked != data:
            stream.write(marked)
        resources = stream.Resources if "/Resources" in stream else page.Resources
        resources["/ColorSpace"] = pikepdf.Dictionary(spaces)
    for image in _list_images(document):
        _convert_image(image, inks)
    _convert_shadings(document, convert)
    trim = [float(edge) for edge in page.TrimBox]
    page.BleedBox = [trim[0] - bleed_points, trim[1] - bleed_points, trim[2] + bleed_points, trim[3] + bleed_points]
    intent = {"/Type": pikepdf.Name("/OutputIntent"), "/S": pikepdf.Name("/GTS_PDFX"), "/OutputConditionIdentifier": CONDITION}
    intent |= {"/RegistryName": "http://www.color.org", "/Info": "Coated FOGRA39 (ISO 12647-2:2004)"}
    document.Root.OutputIntents = pikepdf.Array([pikepdf.Dictionary(intent)])
    return _save(document)


def blacken(pdf: bytes) -> bytes:
    """Return ``pdf`` with every colour as black alone, by its luminance (ITU-R BT.709)."""
    document = pikepdf.open(io.BytesIO(pdf))

    def grey(colour: Numbers) -> Numbers:
        return (round(sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), colour, strict=True)), 4),) if colour[1:] else colour

    for stream in _list_drawn(document):
        _recolour(stream, lambda colour, use: _write(grey(colour), {"fill": b"g", "stroke": b"G"}[use]))
    for image in _list_images(document):
        _write_jpeg(image, _read_image(image).convert("L"), pikepdf.Name.DeviceGray)
    return _save(document)


def _write(colour: Numbers, operator: bytes) -> bytes:
    return b" " + b" ".join(b"%g" % part for part in colour) + b" " + operator


def _save(document: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    document.remove_unreferenced_resources()
    document.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


def _are_same(one: Numbers, other: Numbers) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 1 / 510 for a, b in zip(one, other, strict=True))


def _separation(document: pikepdf.Pdf, name: str, inks: Numbers) -> pikepdf.Object:
    """Return a Separation colour space (ISO 32000-1:2008, 8.6.6.4): full tint is ``inks``, none is paper."""
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[float(ink) for ink in inks], N=1)
    space = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/" + name.replace(" ", "#20")), pikepdf.Name.DeviceCMYK, tint])
    return document.make_indirect(space)


def _list_drawn(document: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield the streams that draw: the page's, those of forms and patterns; not the masks, whose grey is opacity."""
    masks = {
        state.SMask.G.objgen
        for state in document.objects
        if isinstance(state, pikepdf.Dictionary) and isinstance(state.get("/SMask"), pikepdf.Dictionary)
    }
    document.pages[0].contents_coalesce()
    yield document.pages[0].obj.Contents
    for item in document.objects:
        if isinstance(item, pikepdf.Stream) and item.objgen not in masks:
            is_form = item.get("/Subtype") == "/Form"
            if is_form or item.get("/PatternType") == 1:
                yield item
            if is_form and "/Group" in item and "/CS" in item.Group:
                del item.Group["/CS"]
    page = document.pages[0].obj
    if "/Group" in page and "/CS" in page.Group:
        del page.Group["/CS"]


def _recolour(stream: pikepdf.Object, write: Callable[[Numbers, str], bytes]) -> None:
    """Write every colour of a content stream anew."""
    data = stream.read_bytes()

    def replace(match: re.Match[bytes]) -> bytes:
        return write(tuple(map(float, match[3].split())), "fill" if match[2] == b"cs" else "stroke")

    changed = COLOUR.sub(replace, data)
    left = SPACE_LEFT.search(OTHER_SPACE.sub(b"", _without_text(changed)))
    if left:
        message = f"a colour in another form: {changed[max(0, left.start() - 40) : left.end() + 20]!r}"
        raise UnexpectedPdfError(message)
    if changed != data:
        stream.write(changed)


def _without_text(data: bytes) -> bytes:
    """Leave out strings, whose bytes may look like anything."""
    return re.sub(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>", b"", data, flags=re.DOTALL)


def _list_images(document: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """Yield the pictures in colour; a mask of opacity stays."""
    masks = {item.SMask.objgen for item in document.objects if isinstance(item, pikepdf.Stream) and "/SMask" in item}
    for item in document.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image" and item.objgen not in masks:
            yield item


def _read_image(image: pikepdf.Stream) -> Image.Image:
    return pikepdf.PdfImage(image).as_pil_image().convert("RGB")


def _convert_image(image: pikepdf.Stream, inks: Inks) -> None:
    _write_jpeg(image, inks.convert_picture(_read_image(image)), pikepdf.Name.DeviceCMYK)


def _write_jpeg(image: pikepdf.Stream, picture: Image.Image, space: pikepdf.Object) -> None:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=PHOTO_QUALITY)
    image.write(buffer.getvalue(), filter=pikepdf.Name.DCTDecode)
    image.ColorSpace = space
    image.BitsPerComponent = 8
    if space == pikepdf.Name.DeviceCMYK:
        image.Decode = [1, 0] * 4  # the JPEG library writes inks the other way round, as Adobe's programs do


def _convert_shadings(document: pikepdf.Pdf, convert: Callable[[Numbers], Numbers]) -> None:
    """Turn the colours at the stops of gradients; between them the inks are mixed as the colours were.

    A gradient of one component is opacity, or a grey that black ink prints: it needs no turning.
    """
    done: set[tuple[int, int]] = set()
    for item in list(document.objects):
        shading = item.get("/Shading") if isinstance(item, pikepdf.Dictionary) and item.get("/PatternType") == 2 else None
        if shading is None:
            continue
        stops = list(_list_stops(shading.Function))
        if len(stops[0].C0) == 1:
            shading.ColorSpace = pikepdf.Name.DeviceGray
            continue
        for stop in stops:
            if stop.objgen not in done or stop.objgen == (0, 0):
                stop.C0 = list(convert(tuple(map(float, stop.C0))))
                stop.C1 = list(convert(tuple(map(float, stop.C1))))
                done.add(stop.objgen)
        shading.ColorSpace = pikepdf.Name.DeviceCMYK


def _list_stops(function: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the exponential functions (type 2) that a stitching one (type 3) is made of: ISO 32000-1:2008, 7.10."""
    if function.FunctionType == 2:
        yield function
    elif function.FunctionType == 3:
        for part in function.Functions:
            yield from _list_stops(part)
    else:
        message = f"a gradient with a function of type {function.FunctionType}"
        raise UnexpectedPdfError(message)
