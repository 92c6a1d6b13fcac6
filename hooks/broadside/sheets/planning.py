"""Catalog -> the sheets to print: each slogan's words in each language, set on each of its carriers in its design."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import cast

from broadside.catalog import Brand, Carrier, Catalog, Entry, Form, Topic, choose
from broadside.fonts import Face, find_missing
from broadside.kinds import Campaign, Photo, Slogan
from broadside.problems import Problem, find_nearest, make_problem
from broadside.sheets.choosing import (
    HOUSE_PALETTE,
    Wish,
    campaign_of,
    list_carriers,
    list_fitting,
    make_url,
    name_design,
    write_days,
)
from broadside.sheets.counting import takes_several
from broadside.sheets.values import Mark, Sheet, Voice, drawn_scale
from broadside.sheets.wording import (
    Wording,
    check_carrier,
    check_text,
    find_not_upright,
    name_letters,
    set_together,
    set_words,
    word,
)
from broadside.typesetting import TooLong

Plan = tuple[list[Sheet], list[Problem]]


def plan_sheets(catalog: Catalog, wish: Wish | None = None) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Set the words of every sheet; returns the sheets, and where words cannot be set the problems."""
    sheets: list[Sheet] = []
    problems: list[Problem] = list(check_notes(catalog))
    for entry in catalog.of_kind("slogan"):
        made, found = plan_slogan(catalog, entry, wish or Wish())
        sheets.extend(made)
        problems.extend(found)
    return tuple(sheets), tuple(problems)


def plan_slogan(catalog: Catalog, entry: Entry, wish: Wish) -> Plan:
    """Set the words of one slogan's sheets: each language by itself, then those that stand together."""
    slogan = cast("Slogan", entry.fields)
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    wordings: dict[str, Wording] = {}
    checked: set[str] = set()
    for language, text in slogan.text.items():
        design_id = name_design(catalog, entry, language, wish)
        if design_id not in checked:
            problems.extend(_check_design(catalog, entry, design_id))
            checked.add(design_id)
        faults = list(check_text(catalog, entry, design_id, language, text))
        problems.extend(faults)
        if not faults:
            wordings[language] = word(catalog, catalog.designs[design_id], language, text)
            made, found = _plan_language(catalog, entry, design_id, wordings[language], wish)
            sheets.extend(made)
            problems.extend(found)
    # Who prints in a design of their own choice has seen whether it takes a photograph.
    if slogan.photo and checked and not wish.design and not any(catalog.designs[name].photo for name in checked):
        legal = [name for name, other in catalog.designs.items() if other.photo]
        facts = {"design": ", ".join(sorted(checked)), "legal": legal}
        problems.append(make_problem(entry.path, entry.parsed.find(("photo",)), "photo-design", **facts))
    if slogan.together and all(language in wordings for language in slogan.together):
        made, found = _plan_together(catalog, entry, wish)
        sheets.extend(made)
        problems.extend(found)
    return sheets, problems


def _plan_language(catalog: Catalog, entry: Entry, design_id: str, wording: Wording, wish: Wish) -> Plan:
    slogan, design = cast("Slogan", entry.fields), catalog.designs[design_id]
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    carriers = {name: catalog.carriers[name] for name in list_carriers(catalog, slogan, design, wish)}
    letter = find_not_upright(wording, design, carriers)
    if letter is not None:
        position = entry.parsed.find(("text", wording.language))
        facts = {"language": wording.language, "design": design_id, "letters": name_letters([letter])}
        return [], [make_problem(entry.path, position, "not-upright", **facts)]
    for carrier_id, carrier in carriers.items():
        faults = list(check_carrier(entry, wording, design, carrier_id, carrier))
        problems.extend(faults)
        made = set_words(wording, design, carrier)
        if isinstance(made, TooLong):
            problems.append(_say_too_long(catalog, entry, design_id, carrier_id, wording.language, made))
        elif not faults:
            sheets.append(_make_sheet(catalog, entry, design_id, carrier_id, (wording.speak(made),), wish))
    return sheets, problems


def _plan_together(catalog: Catalog, entry: Entry, wish: Wish) -> Plan:
    """Set the sheets on which several languages stand together, in the design of the first of them."""
    slogan = cast("Slogan", entry.fields)
    design_id = name_design(catalog, entry, slogan.together[0], wish)
    design = catalog.designs[design_id]
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    for language in slogan.together[1:]:
        problems.extend(check_text(catalog, entry, design_id, language, slogan.text[language]))
    if problems:
        return sheets, problems
    wordings = [word(catalog, design, language, slogan.text[language]) for language in slogan.together]
    for carrier_id in list_carriers(catalog, slogan, design, wish):
        carrier = catalog.carriers[carrier_id]
        if not takes_several(design, carrier):
            continue
        made = set_together(wordings, design, carrier)
        if isinstance(made, TooLong):
            problems.append(_say_too_long(catalog, entry, design_id, carrier_id, "-".join(slogan.together), made))
        else:
            voices = tuple(wording.speak(words) for wording, words in zip(wordings, made, strict=True))
            sheets.append(_make_sheet(catalog, entry, design_id, carrier_id, voices, wish))
    return sheets, problems


def _say_too_long(catalog: Catalog, entry: Entry, design_id: str, carrier_id: str, language: str, answer: TooLong) -> Problem:
    carrier = catalog.carriers[carrier_id]
    scale = drawn_scale(carrier)
    facts = {"reached": f"{answer.reached_mm * scale:.1f}", "needed": f"{answer.needed_mm * scale:.1f}"}
    facts |= {"carrier": carrier_id, "design": design_id, "distance": f"{carrier.distance_m:g}"}
    return make_problem(entry.path, entry.parsed.find(("text", language)), "words-too-long", language=language, **facts)


def _check_design(catalog: Catalog, entry: Entry, design_id: str) -> Iterator[Problem]:
    """Report carriers that a slogan asks for and its design does not fit."""
    slogan, design = cast("Slogan", entry.fields), catalog.designs[design_id]
    if "carriers" not in slogan.model_fields_set:
        return
    fitting = list_fitting(catalog, design)
    usual = {catalog.carriers[name].group for name in fitting if catalog.carriers[name].usual}
    legal = sorted({*fitting, *usual})
    for index, name in enumerate(slogan.carriers):
        if name not in legal:
            facts = {"value": name, "legal": legal, "nearest": find_nearest(name, sorted(fitting))}
            position = entry.parsed.find(("carriers", index))
            yield make_problem(entry.path, position, "carrier-design", design=design_id, **facts)


def check_notes(catalog: Catalog) -> Iterator[Problem]:
    """Report letters of campaign titles and unit names that a design's second fonts do not have."""
    notes = tuple(_list_notes(catalog))
    letters = " ".join(dict.fromkeys(text for _, _, _, text in notes))
    whole = functools.cache(lambda faces: not find_missing(letters, faces))
    for design_id in catalog.designs:
        faces = _note_faces(catalog, design_id)
        if whole(faces):  # all of a thousand units' names at once; one by one only where a letter is missing
            continue
        for path, position, field, text in notes:
            missing = find_missing(text, faces)
            if missing:
                yield make_problem(path, position, "glyph-missing", field=field, design=design_id, letters=name_letters(missing))


def _list_notes(catalog: Catalog) -> Iterator[tuple[str, tuple[int, int], str, str]]:
    """Yield the smaller texts of the sheets: the file, the place, the field and the text of each."""
    for entry in catalog.of_kind("campaign"):
        yield entry.path, entry.parsed.find(("title",)), "title", str(getattr(entry.fields, "title", ""))
        for translation in entry.translations.values():
            yield translation.path, (1, 1), "title", str(translation.fields.get("title") or "")
    for entry in catalog.of_kind("slogan"):
        figure = cast("Slogan", entry.fields).figure
        if figure:
            yield entry.path, entry.parsed.find(("figure",)), "figure", figure
    for unit, brand in catalog.brands.items():
        for language, name in brand.name.items():
            yield f"posters/brands/{unit}/brand.yml", (1, 1), f"name {language}", name


def _note_faces(catalog: Catalog, design_id: str) -> tuple[Face, ...]:
    return tuple(catalog.faces[name] for name in catalog.designs[design_id].notes.faces)


def list_marks(catalog: Catalog, unit: str, house: str) -> tuple[Mark, ...]:
    """Return the logos of a unit's sheets, the parent's first."""
    brand = catalog.brands[unit]
    units = [*([brand.parent] if brand.parent else []), unit]

    def make(name: str) -> Mark:
        its = catalog.brands[name]
        return Mark(f"{name}/{its.logo}", f"{name}/{its.logo_copier or its.logo}", choose(its.logo_alt, house, catalog.language))

    return tuple(make(name) for name in units)


def _make_sheet(catalog: Catalog, entry: Entry, design_id: str, carrier_id: str, voices: Sequence[Voice], wish: Wish) -> Sheet:
    slogan = cast("Slogan", entry.fields)
    carrier, design = catalog.carriers[carrier_id], catalog.designs[design_id]
    unit = wish.unit or slogan.unit or catalog.settings.unit
    brand: Brand = catalog.brands[unit]
    campaign = campaign_of(catalog, entry)
    month = cast("Campaign", campaign.fields)
    language = voices[0].language
    house = language if language in catalog.settings.languages else catalog.language
    topic: Topic = catalog.topics[slogan.topics[0]] if slogan.topics else list(catalog.topics.values())[-1]
    photo: Photo | None = slogan.photo if design.photo else None
    return Sheet(
        slogan=entry.name,
        carrier_id=carrier_id,
        design_id=design_id,
        unit=unit,
        voices=tuple(voices),
        carrier=carrier,
        design=design,
        notes_tongue=catalog.languages[house],
        note_faces=_note_faces(catalog, design_id),
        url=make_url(catalog, entry, house),
        brand_name=choose(brand.name, house, catalog.language),
        marks=list_marks(catalog, unit, house),
        clear_space=brand.clear_space,
        campaign_title=str(campaign.say("title", house)),
        campaign_days=write_days(month, house),
        campaign_starts=month.starts,
        palette=month.palette or HOUSE_PALETTE,
        picture=slogan.picture or topic.picture,
        topic_name=choose(topic.name, house, catalog.language),
        sign=slogan.sign or topic.sign,
        figure=slogan.figure or "",
        photo_file=photo.file if photo else None,
        photo_alt=choose(photo.alt, house, catalog.language) if photo else "",
        photo_focus=photo.focus if photo else (0.5, 0.5),
        is_unit_asked=wish.unit is not None,
        forms=_list_forms(carrier, wish.forms, is_chinese=voices[0].tongue.script in {"Hans", "Hant"}),
    )


def _list_forms(carrier: Carrier, asked: tuple[Form, ...], *, is_chinese: bool) -> tuple[Form, ...]:
    """Return the files of a sheet: those asked for that it can have, else its carrier's; one letter a sheet is for Chinese."""
    fitting = (form for form in asked or carrier.files if carrier.takes(form))
    return tuple(form for form in fitting if is_chinese or not form.startswith("letters"))
