"""The frozen values of a checked site: its settings, documents, carriers, designs, brands, faces and topics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from broadside.fonts import Face
from broadside.frontmatter import Parsed
from broadside.kinds import ByLanguage, Document, Share, Sign, Text
from broadside.typesetting import Tongue

Shape = Literal["portrait", "landscape", "strip"]
Millimetres = Annotated[float, Field(ge=0)]
Length = Annotated[float, Field(gt=0)]


class Data(BaseModel):
    """A record of a data file under ``posters/`` or ``docs/topics.yml``."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Language(Data):
    """A language that words may be in; the engine's names for it, its script (ISO 15924) and direction."""

    name: Text
    lang: Text
    region: Text
    script: Literal["Latn", "Hans", "Hant", "Arab", "Thai", "Deva", "Tibt"]
    direction: Literal["ltr", "rtl"]

    @property
    def tongue(self) -> Tongue:
        """The language as the setting sees it."""
        return Tongue(self.lang, self.script, self.direction)


class Topic(Data):
    """One of the controlled list: its name, the illustration that stands for it, the category of its safety sign."""

    name: ByLanguage
    picture: Text
    sign: Sign


class Carrier(Data):
    """What a sheet is put on. Lengths in mm of the finished thing, distance in m; ``scale`` 10 is drawn at 1:10."""

    group: Literal["poster", "banner", "screen"]
    name: ByLanguage
    paper: Text
    shape: Shape
    width_mm: Length
    height_mm: Length
    bleed_mm: Millimetres = 0
    safe_mm: Millimetres
    distance_m: Length
    scan_m: Length
    scale: Annotated[int, Field(ge=1)] = 1
    width_px: Annotated[int, Field(gt=0)] | None = None
    height_px: Annotated[int, Field(gt=0)] | None = None
    looks_like: Text | None = None


class Slot(Data):
    """The box of the words: shares of the sheet's width and height; ``lines`` is the most lines it takes."""

    x: Share
    y: Share
    width: Share
    height: Share
    align: Literal["start", "centre"] = "start"
    anchor: Literal["top", "centre", "bottom"] = "centre"
    lines: Annotated[int, Field(ge=1, le=8)] = 8
    size_max: Share = 1.0


class Faces(Data):
    """Which faces set a text, the first that has a letter draws it; ``weight`` and ``stretch`` as the engine counts them.

    ``pitch`` is the distance of baselines in em, by script, where the design wants another than the script's usual one.
    """

    faces: Annotated[tuple[Text, ...], Field(min_length=1)]
    weight: Annotated[int, Field(ge=100, le=900)]
    stretch: Annotated[int, Field(ge=50, le=200)] = 100
    pitch: dict[Text, Length] = Field(default_factory=dict)


class Design(Data):
    """How a sheet looks: what it is for, where it fits, its faces and the slot of its words on each shape of sheet."""

    name: ByLanguage
    use: ByLanguage
    carriers: Annotated[tuple[Text, ...], Field(min_length=1)]
    words: Faces
    notes: Faces
    slots: Annotated[dict[Shape, Slot], Field(min_length=1)]
    photo: bool = False
    sample: ByLanguage


class Brand(Data):
    """A unit's name and logo."""

    name: ByLanguage
    logo: Text
    logo_alt: ByLanguage


class FaceRecord(Data):
    """One font file's entry in ``posters/fonts/fonts.yml``."""

    file: Text
    family: Text
    weight: int
    covers: Text
    origin: Text
    version: Text
    subset: bool
    sha256: Annotated[str, AfterValidator(str.lower)]


@dataclass(frozen=True)
class Settings:
    """What ``mkdocs.yml`` says of the campaign press. ``languages`` are the site's, the first one its default."""

    path: str
    root: Path
    site_url: str
    languages: tuple[str, ...]
    languages_position: tuple[int, int]
    campaign: str
    campaign_position: tuple[int, int]
    unit: str
    unit_position: tuple[int, int]


@dataclass(frozen=True)
class Translation:
    """A document in another language: its file, what its front matter says anew, and its body."""

    path: str
    fields: Mapping[str, Any]
    body: str
    body_line: int


@dataclass(frozen=True)
class Entry:
    """One document: where it is, what it says, and its translations by language.

    ``id`` is its file's path without the ending, under ``slogans/`` or under the folder ``docs/``.
    """

    id: str
    kind: str
    path: str
    fields: Document
    parsed: Parsed
    translations: Mapping[str, Translation]

    @property
    def name(self) -> str:
        """The last part of the id."""
        return self.id.rsplit("/", 1)[-1]

    def say(self, field: str, language: str) -> Any:
        """Return a field in ``language`` where a translation says it, else as the original has it."""
        translation = self.translations.get(language)
        if translation is not None and translation.fields.get(field) is not None:
            return translation.fields[field]
        return getattr(self.fields, field, None)

    def words(self, field: str, language: str, default: str) -> str:
        """Return a field that is a map by language: in ``language``, else in ``default``, else its first."""
        return choose(getattr(self.fields, field), language, default)


def choose(texts: Mapping[str, str], language: str, default: str) -> str:
    """Return the text in ``language``, else in ``default``, else the first there is."""
    return texts.get(language) or texts.get(default) or next(iter(texts.values()))


def make_address(identity: str) -> str:
    """Return the address an id is served at, relative to the site; a folder's index is the folder."""
    folder, _, name = identity.rpartition("/")
    address = folder if name == "index" else identity
    return f"{address}/" if address else ""


@dataclass(frozen=True)
class Catalog:
    """A whole site, read and checked. Every id in it leads somewhere."""

    settings: Settings
    entries: Mapping[str, Entry]
    languages: Mapping[str, Language]
    topics: Mapping[str, Topic]
    carriers: Mapping[str, Carrier]
    designs: Mapping[str, Design]
    brands: Mapping[str, Brand]
    faces: Mapping[str, Face]
    pictures: tuple[str, ...]

    @property
    def language(self) -> str:
        """The site's default language."""
        return self.settings.languages[0]

    @property
    def campaign(self) -> Entry:
        """The running campaign."""
        return self.entries[f"campaigns/{self.settings.campaign}"]

    def address(self, identity: str, language: str) -> str:
        """Return where ``identity`` is served in ``language``: the default language at the root, others in their folder."""
        return ("" if language == self.language else f"{language}/") + make_address(identity)

    def of_kind(self, kind: str) -> tuple[Entry, ...]:
        """Return the documents of one kind, by id."""
        return tuple(entry for entry in self.entries.values() if entry.kind == kind)
