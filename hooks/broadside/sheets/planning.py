"""Catalog -> the sheets to print: each slogan's words in each language, set on each of its carriers in its design."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from broadside.catalog import Brand, Carrier, Catalog, Design, Entry, Topic, choose
from broadside.fonts import Face, find_missing, is_joined
from broadside.kinds import Campaign, Palette, Photo, Slogan
from broadside.problems import Problem, find_nearest, make_problem
from broadside.sheets.values import Sheet, drawn_scale
from broadside.texts import read_texts
from broadside.typesetting import MOST_LINES, Box, Fit, SetWords, TooLong, Words

LETTER_PER_DISTANCE = 1 / 150
"""Height of a letter to the distance it is read from: the design's rule for slogans and Chinese (section 5)."""

LETTERS_MAX = 120
"""Our choice: a slogan of more characters is an article, and no wall is large enough for it."""

HOUSE_PALETTE = Palette(primary="#c8102e", accent="#ffc72c")
"""Our choice for a campaign that names no colours: the red and yellow of Chinese mobilisation posters."""


def list_fitting(catalog: Catalog, design: Design) -> list[str]:
    """Return the carriers that a design fits, in the data's order."""
    return [name for name, carrier in catalog.carriers.items() if {name, carrier.group} & set(design.carriers)]


def list_carriers(catalog: Catalog, slogan: Slogan, design: Design) -> list[str]:
    """Return the carriers of a slogan: those it names, by group or one by one, that its design fits, in the data's order.

    A slogan that names none takes the usual ones; where its design fits none of these, all that the design fits.
    """
    fitting = list_fitting(catalog, design)
    wanted = [name for name in fitting if {name, catalog.carriers[name].group} & set(slogan.carriers)]
    return wanted or ([] if "carriers" in slogan.model_fields_set else fitting)


def plan_sheets(catalog: Catalog) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Set the words of every sheet; returns the sheets, and where words cannot be set the problems."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    problems.extend(_check_notes(catalog))
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
    if slogan.photo and not design.photo:
        legal = [name for name, other in catalog.designs.items() if other.photo]
        problems.append(make_problem(entry.path, entry.parsed.find(("photo",)), "photo-design", design=design_id, legal=legal))
    for language, text in slogan.text.items():
        faults = list(_check_text(catalog, entry, design_id, language))
        problems.extend(faults)
        if faults:
            continue
        words = Words(text, _faces(catalog.faces, design.words.faces), catalog.languages[language].tongue)
        settings: dict[tuple[object, ...], SetWords | TooLong] = {}
        for carrier_id in list_carriers(catalog, slogan, design):
            carrier = catalog.carriers[carrier_id]
            made = _set(words, design, carrier, catalog.languages[language].script, settings)
            if isinstance(made, TooLong):
                scale = drawn_scale(carrier)
                facts = {"reached": f"{made.reached_mm * scale:.1f}", "needed": f"{made.needed_mm * scale:.1f}"}
                facts |= {"carrier": carrier_id, "design": design_id, "distance": f"{carrier.distance_m:g}"}
                position = entry.parsed.find(("text", language))
                problems.append(make_problem(entry.path, position, "words-too-long", language=language, **facts))
            else:
                sheets.append(_make_sheet(catalog, entry, language, carrier_id, design_id, made))
    return sheets, problems


def _check_text(catalog: Catalog, entry: Entry, design_id: str, language: str) -> Iterator[Problem]:
    """Report words that no sheet can carry: too many of them, or letters that the design's fonts do not have."""
    text = cast("Slogan", entry.fields).text[language]
    position = entry.parsed.find(("text", language))
    if len(text) > LETTERS_MAX or len(text.splitlines()) > MOST_LINES:
        facts = {"count": len(text), "most": LETTERS_MAX, "lines": MOST_LINES}
        yield make_problem(entry.path, position, "text-too-long", language=language, **facts)
    missing = find_missing(text, _faces(catalog.faces, catalog.designs[design_id].words.faces))
    if all(letter.isspace() or is_joined(letter) for letter in text):
        yield make_problem(entry.path, position, "field-empty", field=f"text {language}")
    elif missing:
        letters = name_letters(missing)
        yield make_problem(entry.path, position, "glyph-missing", field=f"text {language}", design=design_id, letters=letters)


def _check_notes(catalog: Catalog) -> Iterator[Problem]:
    """Report letters of campaign titles and unit names that a design's second fonts do not have."""
    for design_id, design in catalog.designs.items():
        faces = _faces(catalog.faces, design.notes.faces)
        for path, position, field, text in _list_notes(catalog):
            missing = find_missing(text, faces)
            if missing:
                yield make_problem(path, position, "glyph-missing", field=field, design=design_id, letters=name_letters(missing))


def _list_notes(catalog: Catalog) -> Iterator[tuple[str, tuple[int, int], str, str]]:
    """Yield the smaller texts of the sheets: the file, the place, the field and the text of each."""
    for entry in catalog.of_kind("campaign"):
        yield entry.path, entry.parsed.find(("title",)), "title", str(getattr(entry.fields, "title", ""))
        for translation in entry.translations.values():
            yield translation.path, (1, 1), "title", str(translation.fields.get("title") or "")
    for unit, brand in catalog.brands.items():
        for language, name in brand.name.items():
            yield f"posters/brands/{unit}/brand.yml", (1, 1), f"name {language}", name


def name_letters(letters: Sequence[str]) -> str:
    """Write letters so that even one that cannot be seen is named: ``X (U+0058)``."""
    return " ".join(f"{letter} (U+{ord(letter):04X})" if letter.isprintable() else f"U+{ord(letter):04X}" for letter in letters)


def _check_fit(catalog: Catalog, entry: Entry, design_id: str) -> Iterator[Problem]:
    """Report carriers that a slogan asks for and its design does not fit."""
    design = catalog.designs[design_id]
    fitting = list_fitting(catalog, design)
    legal = sorted({*fitting, *(catalog.carriers[name].group for name in fitting)})
    for index, name in enumerate(cast("Slogan", entry.fields).carriers):
        if name not in legal:
            facts = {"value": name, "legal": legal, "nearest": find_nearest(name, sorted(fitting))}
            position = entry.parsed.find(("carriers", index))
            yield make_problem(entry.path, position, "carrier-design", design=design_id, **facts)


def _set(
    words: Words, design: Design, carrier: Carrier, script: str, settings: dict[tuple[object, ...], SetWords | TooLong]
) -> SetWords | TooLong:
    """Set the words on one carrier; ``settings`` holds what was set for sheets of the same proportions and is added to."""
    scale = drawn_scale(carrier)
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
    topic: Topic = catalog.topics[slogan.topics[0]] if slogan.topics else list(catalog.topics.values())[-1]
    scale = drawn_scale(carrier)
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
    """Return the whole address of a document's page in ``language``."""
    return catalog.settings.site_url + catalog.address(entry.id, language)
