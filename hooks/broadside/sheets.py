"""Catalog -> the sheets to print: each slogan's words in each language, set on each of its carriers in its design.

A sheet is a pure value: everything that its printing depends on is in it, or named by it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from broadside.catalog import Brand, Carrier, Catalog, Design, Entry, Language, Topic, choose
from broadside.fonts import Face, find_missing
from broadside.kinds import Campaign, Palette, Photo, Slogan
from broadside.problems import Problem, find_nearest, make_problem
from broadside.texts import read_texts
from broadside.typesetting import Box, Fit, SetWords, TooLong, Words
from broadside.units import to_mm

LETTER_PER_DISTANCE = 1 / 150
"""Height of a letter to the distance it is read from: the design's rule for slogans and Chinese (section 5)."""

QR_PER_DISTANCE = 1 / 10
"""Width of a QR code to the distance it is scanned from: the rule of thumb of ISO/IEC 18004's makers, Denso Wave."""

HOUSE_PALETTE = Palette(primary="#c8102e", accent="#ffc72c")
"""Our choice for a campaign that names no colours: the red and yellow of Chinese mobilisation posters."""


@dataclass(frozen=True)
class Sheet:
    """One slogan in one language on one carrier in one design for one unit. Lengths are as drawn, in mm."""

    slogan: str
    language: str
    carrier_id: str
    design_id: str
    unit: str
    text: str
    words: SetWords
    carrier: Carrier
    design: Design
    tongue: Language
    notes_tongue: Language
    word_faces: tuple[Face, ...]
    note_faces: tuple[Face, ...]
    width_mm: float
    height_mm: float
    url: str
    brand_name: str
    brand_logo: str
    logo_alt: str
    campaign_title: str
    campaign_days: str
    palette: Palette
    picture: str
    topic_name: str
    sign: str
    photo_file: str | None
    photo_alt: str
    photo_focus: tuple[float, float]

    @property
    def name(self) -> str:
        """The sheet's file name without an ending: carrier, language and design."""
        return f"{self.carrier_id}-{self.language}"

    @property
    def bleed_mm(self) -> float:
        """The bleed as drawn."""
        return self.carrier.bleed_mm / self.carrier.scale

    @property
    def qr_mm(self) -> float:
        """The least width of the QR code as drawn, quiet zone included."""
        return self.carrier.scan_m * 1000 * QR_PER_DISTANCE / _drawn_scale(self.carrier)


def _drawn_scale(carrier: Carrier) -> float:
    """Return how many mm of the finished thing one drawn mm stands for; a screen's pixel is drawn as a point."""
    return carrier.width_mm / to_mm(carrier.width_px) if carrier.width_px else float(carrier.scale)


def list_carriers(catalog: Catalog, slogan: Slogan, design: Design) -> list[str]:
    """Return the carriers of a slogan: those it names, by group or one by one, that its design fits, in the data's order."""
    return [
        name
        for name, carrier in catalog.carriers.items()
        if {name, carrier.group} & set(slogan.carriers) and {name, carrier.group} & set(design.carriers)
    ]


def plan_sheets(catalog: Catalog) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Set the words of every sheet; returns the sheets, and where words cannot be set the problems."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for entry in catalog.of_kind("slogan"):
        made, found = _plan_slogan(catalog, entry)
        sheets.extend(made)
        problems.extend(found)
    return tuple(sheets), tuple(problems)


def name_design(catalog: Catalog, entry: Entry) -> str:
    """Return the id of a slogan's design: its own, else its campaign's, else the first there is."""
    slogan = cast("Slogan", entry.fields)
    campaign = cast("Campaign", campaign_of(catalog, entry).fields)
    return slogan.design or campaign.design or next(iter(catalog.designs))


def campaign_of(catalog: Catalog, entry: Entry) -> Entry:
    """Return the campaign a document belongs to, or the running one."""
    name = getattr(entry.fields, "campaign", None)
    return catalog.entries[f"campaigns/{name}"] if name else catalog.campaign


def _plan_slogan(catalog: Catalog, entry: Entry) -> tuple[list[Sheet], list[Problem]]:
    slogan = cast("Slogan", entry.fields)
    design_id = name_design(catalog, entry)
    design = catalog.designs[design_id]
    sheets: list[Sheet] = []
    problems = list(_check_fit(catalog, entry, design_id)) if "carriers" in slogan.model_fields_set else []
    carriers = list_carriers(catalog, slogan, design)
    for language, text in slogan.text.items():
        position = entry.parsed.find(("text", language))
        missing = find_missing(text, [catalog.faces[name] for name in design.words.faces])
        if missing:
            letters = " ".join(f"{letter} (U+{ord(letter):04X})" for letter in missing)
            problems.append(
                make_problem(entry.path, position, "glyph-missing", language=language, design=design_id, letters=letters)
            )
            continue
        words = Words(text, _faces(catalog.faces, design.words.faces), catalog.languages[language].tongue)
        settings: dict[tuple[object, ...], SetWords | TooLong] = {}
        for carrier_id in carriers:
            carrier = catalog.carriers[carrier_id]
            made = _set(words, design, carrier, catalog.languages[language].script, settings)
            if isinstance(made, TooLong):
                scale = _drawn_scale(carrier)
                facts = {"reached": f"{made.reached_mm * scale:.0f}", "needed": f"{made.needed_mm * scale:.0f}"}
                facts |= {"carrier": carrier_id, "design": design_id, "distance": f"{carrier.distance_m:g}"}
                problems.append(make_problem(entry.path, position, "words-too-long", language=language, **facts))
            else:
                sheets.append(_make_sheet(catalog, entry, language, carrier_id, design_id, made))
    return sheets, problems


def _check_fit(catalog: Catalog, entry: Entry, design_id: str) -> Iterator[Problem]:
    """Report carriers that a slogan asks for and its design does not fit."""
    design = catalog.designs[design_id]
    fitting = {name for name, carrier in catalog.carriers.items() if {name, carrier.group} & set(design.carriers)}
    groups = {catalog.carriers[name].group for name in fitting}
    for index, name in enumerate(cast("Slogan", entry.fields).carriers):
        if name not in fitting | groups:
            facts = {"value": name, "legal": sorted(fitting | groups), "nearest": find_nearest(name, sorted(fitting))}
            position = entry.parsed.find(("carriers", index))
            yield make_problem(entry.path, position, "carrier-design", design=design_id, **facts)


def _set(
    words: Words, design: Design, carrier: Carrier, script: str, settings: dict[tuple[object, ...], SetWords | TooLong]
) -> SetWords | TooLong:
    """Set the words on one carrier; ``settings`` holds what was set for sheets of the same proportions and is added to."""
    scale = _drawn_scale(carrier)
    width, height = carrier.width_mm / scale, carrier.height_mm / scale
    slot = design.slots[carrier.shape]
    letter_min = carrier.distance_m * 1000 * LETTER_PER_DISTANCE / scale
    # The same words in a box of the same shape are set once and scaled: the A sizes share one setting.
    key = (carrier.shape, round(width / height, 3), round(letter_min / height, 3))
    if key not in settings:
        box = Box(slot.x, slot.y * height / width, slot.width, slot.height * height / width)
        pitch = design.words.pitch.get(script)
        fit = Fit(slot.align, slot.anchor, letter_min / width, slot.size_max * height / width, slot.lines, pitch)
        try:
            settings[key] = words.set_in(box, fit)
        except TooLong as answer:
            settings[key] = answer
    made = settings[key]
    if isinstance(made, TooLong):
        return TooLong(made.reached_mm * width, made.needed_mm * width)
    return made.scaled(width)


def _make_sheet(catalog: Catalog, entry: Entry, language: str, carrier_id: str, design_id: str, words: SetWords) -> Sheet:
    slogan = cast("Slogan", entry.fields)
    carrier, design = catalog.carriers[carrier_id], catalog.designs[design_id]
    unit = slogan.unit or catalog.settings.unit
    brand: Brand = catalog.brands[unit]
    campaign = campaign_of(catalog, entry)
    month = cast("Campaign", campaign.fields)
    house = language if language in catalog.settings.languages else catalog.language
    topic: Topic = catalog.topics[slogan.topics[0]] if slogan.topics else next(iter(catalog.topics.values()))
    scale = _drawn_scale(carrier)
    photo: Photo | None = slogan.photo if design.photo else None
    return Sheet(
        slogan=entry.name,
        language=language,
        carrier_id=carrier_id,
        design_id=design_id,
        unit=unit,
        text=slogan.text[language],
        words=words,
        carrier=carrier,
        design=design,
        tongue=catalog.languages[language],
        notes_tongue=catalog.languages[house],
        word_faces=_faces(catalog.faces, design.words.faces),
        note_faces=_faces(catalog.faces, design.notes.faces),
        width_mm=carrier.width_mm / scale,
        height_mm=carrier.height_mm / scale,
        url=make_url(catalog, entry, house),
        brand_name=choose(brand.name, house, catalog.language),
        brand_logo=f"{unit}/{brand.logo}",
        logo_alt=choose(brand.logo_alt, house, catalog.language),
        campaign_title=str(campaign.say("title", house)),
        campaign_days=write_days(month, house),
        palette=month.palette or HOUSE_PALETTE,
        picture=slogan.picture or topic.picture,
        topic_name=choose(topic.name, house, catalog.language),
        sign=slogan.sign or topic.sign,
        photo_file=photo.file if photo else None,
        photo_alt=choose(photo.alt, house, catalog.language) if photo else "",
        photo_focus=photo.focus if photo else (0.5, 0.5),
    )


def _faces(faces: Mapping[str, Face], names: Sequence[str]) -> tuple[Face, ...]:
    return tuple(faces[name] for name in names)


def write_days(campaign: Campaign, language: str) -> str:
    """Write a campaign's days as people of ``language`` do: ``1–30 June 2027``, ``2027年6月1日至30日``."""
    texts = read_texts(language)["press"]
    start, end = campaign.starts, campaign.ends
    same = (start.year, start.month) == (end.year, end.month)
    pattern: str = texts["days_of_one_month" if same else "days"]
    return pattern.format(start=start, end=end, first=texts["months"][start.month - 1], last=texts["months"][end.month - 1])


def make_url(catalog: Catalog, entry: Entry, language: str) -> str:
    """Return the address of a document's page in ``language``: the default language at the root, others in their folder."""
    folder = "" if language == catalog.language else f"{language}/"
    return f"{catalog.settings.site_url}{folder}{entry.id}/"
