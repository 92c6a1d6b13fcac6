"""Documents and printed sheets -> ``catalog.json``, which other programs read, and the JSON Schema that describes it."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from broadside.catalog import Entry
from broadside.kinds import KINDS, Activity, Document, Slogan
from broadside.pages.days import find_day
from broadside.pages.feeds import name_unit
from broadside.pages.listing import find_spoken, say_title
from broadside.pages.paperfiles import name_paper_file
from broadside.pages.sheetfiles import name_file
from broadside.pages.values import Shelf, TextFile
from broadside.press.papers import PrintedPaper
from broadside.press.printed import Printed
from broadside.sheets import find_document

CATALOG_FILE, SCHEMA_FILE = "catalog.json", "catalog.schema.json"
VERSION: Literal[1] = 1
"""Raised when a field changes its meaning or goes; a new field changes nothing for those who read the others."""
TYPES = {".pdf": "application/pdf", ".png": "image/png", ".webp": "image/webp"}
"""The media types (IANA) of what the press makes."""


class Record(BaseModel):
    """A part of the catalog."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PageRecord(Record):
    """A document's page in one language."""

    address: str = Field(description="Where the page is, relative to `site.address`.")
    title: str
    summary: str | None = None
    translated: bool = Field(description="False where the page shows the original, because this language has no translation.")


class PaperRecord(Record):
    """A paper printed of a document: a letter, a talk card, a leaflet, a blackboard's plan."""

    name: str = Field(description="What it is: notice, talk-card, leaflet-a5, plan and others.")
    language: str = Field(description="The language of its words.")
    address: str = Field(description="Where the file is, relative to `site.address`.")
    type: str = Field(description="Its media type.")
    bytes: int = Field(ge=0)
    width_mm: float = Field(gt=0, description="Width of its pages.")
    height_mm: float = Field(gt=0, description="Height of its pages.")


class DocumentRecord(Record):
    """Any document: its kind, its pages in each language, its papers."""

    id: str = Field(description="The document's path without its ending: its name for good.")
    kind: str = Field(description="What it is.", json_schema_extra={"enum": list(KINDS)})
    unit: str = Field(description="Who issues it; a key of `units`.")
    campaign: str | None = Field(default=None, description="The id of its campaign, without `campaigns/`.")
    topics: tuple[str, ...] = Field(default=(), description="Keys of `topics`.")
    audience: tuple[str, ...] = ()
    season: str | None = None
    day: datetime.date | None = Field(default=None, description="Its own date: issued, reviewed, happened, started or revised.")
    expires: datetime.date | None = None
    starts: str | None = Field(default=None, description="When an activity starts: a day, or a day and its hour, without a zone.")
    ends: str | None = Field(default=None, description="When an activity's first session ends, written as its start is.")
    in_force: bool = Field(description="False for a notice that has expired or was superseded on the day of the build.")
    pages: dict[str, PageRecord] = Field(description="Its pages by language.")
    papers: tuple[PaperRecord, ...] = Field(default=(), description="What is printed of it.")


class FileRecord(Record):
    """One file of a sheet."""

    form: str = Field(description="What it is for: print-shop, office, copier, tiles-a4, screen, preview and others.")
    address: str = Field(description="Where the file is, relative to `site.address`.")
    type: str = Field(description="Its media type.")
    bytes: int = Field(ge=0)


class SheetRecord(Record):
    """One slogan in one language, or in several together, on one carrier."""

    slogan: str = Field(description="The id of its document.")
    languages: tuple[str, ...] = Field(min_length=1, description="The languages of its words, the largest first.")
    words: tuple[str, ...] = Field(min_length=1, description="Its words in each of `languages`.")
    carrier: str = Field(description="A key of `carriers`.")
    design: str
    unit: str = Field(description="Whose logo it carries; a key of `units`.")
    credit: str | None = Field(
        default=None, description="Photographer and licence of its photograph: state them where you show it."
    )
    files: tuple[FileRecord, ...] = Field(min_length=1)


class CarrierRecord(Record):
    """What sheets are put on."""

    group: str
    name: dict[str, str]
    width_mm: float = Field(gt=0, description="Finished width.")
    height_mm: float = Field(gt=0, description="Finished height.")


class UnitRecord(Record):
    """What a unit has on the site."""

    logo: str = Field(description="Where its logo is, relative to `site.address`.")
    under: str | None = Field(default=None, description="The unit that it is listed under; a key of `units`.")
    kit: tuple[str, ...] = Field(default=(), description="The carriers that its kit is printed on: keys of `carriers`, or groups.")
    pages: dict[str, str] = Field(description="Its pages by language, relative to `site.address`.")


class SiteRecord(Record):
    """Whose catalog it is."""

    address: str = Field(description="All other addresses are relative to this one.")
    name: dict[str, str]
    languages: tuple[str, ...] = Field(min_length=1, description="The default one first.")
    campaign: str = Field(description="The id of the running campaign, without `campaigns/`.")


class CatalogRecord(Record):
    """Every document and every sheet of a Broadside site."""

    schema_: str = Field(default=SCHEMA_FILE, alias="$schema")
    version: Literal[1] = VERSION
    site: SiteRecord
    units: dict[str, dict[str, str]] = Field(description="The units' names by language.")
    unit_records: dict[str, UnitRecord] = Field(
        default={}, description="What else is known of each of `units`; none where there is one."
    )
    topics: dict[str, dict[str, str]] = Field(description="The topics' names by language.")
    carriers: dict[str, CarrierRecord]
    documents: tuple[DocumentRecord, ...]
    sheets: tuple[SheetRecord, ...]


_DOCUMENTS = TypeAdapter(tuple[DocumentRecord, ...])
_SHEETS = TypeAdapter(tuple[SheetRecord, ...])


def make_inventory(shelf: Shelf) -> tuple[TextFile, TextFile]:
    """Return the catalog and its schema (JSON Schema 2020-12)."""
    catalog = describe_site(shelf).model_dump_json(by_alias=True, exclude_none=True)
    return TextFile(CATALOG_FILE, f"{catalog}\n"), TextFile(SCHEMA_FILE, write_schema())


@functools.cache
def write_schema() -> str:
    """Return the schema of the catalog, which is the same for all sites."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **CatalogRecord.model_json_schema(by_alias=True, mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def describe_site(shelf: Shelf) -> CatalogRecord:
    """Describe every document and every sheet of the site."""
    catalog = shelf.catalog
    used = {printed.sheet.carrier_id for sheets in shelf.printed.values() for printed in sheets}
    return CatalogRecord(
        site=SiteRecord(
            address=catalog.settings.site_url,
            name=dict(catalog.brands[catalog.settings.unit].name),
            languages=catalog.settings.languages,
            campaign=catalog.settings.campaign,
        ),
        units={name: dict(brand.name) for name, brand in catalog.brands.items()},
        unit_records={name: _describe_unit(shelf, name) for name in catalog.brands} if len(catalog.brands) > 1 else {},
        topics={name: dict(topic.name) for name, topic in catalog.topics.items()},
        carriers={
            name: CarrierRecord(
                group=carrier.group, name=dict(carrier.name), width_mm=carrier.width_mm, height_mm=carrier.height_mm
            )
            for name, carrier in catalog.carriers.items()
            if name in used
        },
        documents=_DOCUMENTS.validate_python([_describe_document(shelf, entry) for entry in catalog.entries.values()]),
        sheets=_SHEETS.validate_python(
            [_describe_sheet(shelf, printed) for sheets in (*shelf.printed.values(), *shelf.kits.values()) for printed in sheets]
        ),
    )


def _describe_document(shelf: Shelf, entry: Entry) -> Mapping[str, object]:
    """Return what a record of a document is made of: thousands of records are checked together, those of sheets likewise."""
    fields, default = entry.fields, shelf.catalog.language
    has = type(fields).model_fields  # to ask a model for a field that it has not is dear
    return {
        "id": entry.id,
        "kind": entry.kind,
        "unit": name_unit(shelf, entry),
        **{name: getattr(fields, name) for name in ("campaign", "topics", "audience", "season", "expires") if name in has},
        "day": find_day(shelf.catalog, entry),
        "starts": _write_moment(fields, "starts"),
        "ends": _write_moment(fields, "ends"),
        "in_force": not shelf.is_expired(entry),
        "pages": {
            language: {
                "address": shelf.address(entry.id, language),
                "title": say_title(shelf, entry, language),
                "summary": entry.say("summary", language),
                "translated": find_spoken(entry, language, default) == language,
            }
            for language in shelf.languages
        },
        "papers": tuple(_describe_paper(printed) for printed in shelf.papers.get(entry.id, ())),
    }


def _describe_unit(shelf: Shelf, unit: str) -> UnitRecord:
    brand = shelf.catalog.brands[unit]
    return UnitRecord(
        logo=shelf.locate_logo(unit).address,
        under=brand.above,
        kit=brand.kit,
        pages={language: shelf.address(f"units/{unit}", language) for language in shelf.languages},
    )


def _describe_paper(printed: PrintedPaper) -> Mapping[str, object]:
    paper, file = printed.paper, printed.files[".pdf"]
    return {
        "name": paper.name,
        "language": paper.language,
        "address": name_paper_file(printed, ".pdf"),
        "type": TYPES[".pdf"],
        "bytes": file.stat().st_size,
        "width_mm": paper.width_mm,
        "height_mm": paper.height_mm,
    }


def _write_moment(fields: Document, name: str) -> str | None:
    moment = getattr(fields, name) if isinstance(fields, Activity) else None
    return str(moment).replace(" ", "T") if moment else None


def _describe_sheet(shelf: Shelf, printed: Printed) -> Mapping[str, object]:
    sheet = printed.sheet
    entry = find_document(shelf.catalog, sheet.slogan)
    photo = entry.fields.photo if entry and isinstance(entry.fields, Slogan) else None
    return {
        "slogan": entry.id if entry else f"slogans/{sheet.slogan}",
        "languages": tuple(voice.language for voice in sheet.voices),
        "words": tuple(voice.text.strip() for voice in sheet.voices),
        "carrier": sheet.carrier_id,
        "design": sheet.design_id,
        "unit": sheet.unit,
        "credit": photo.credit if photo and sheet.photo_file else None,
        "files": tuple(
            {"form": form, "address": name_file(printed, form), "type": TYPES[file.suffix], "bytes": printed.sizes[form]}
            for form, file in printed.files.items()
        ),
    }
