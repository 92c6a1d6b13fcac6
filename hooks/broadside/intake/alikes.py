"""Letters that look like others -> the ones that people type and search for."""

from __future__ import annotations

import unicodedata

RADICALS_FROM = 0x2E80
RADICALS = (
    "〓厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵〓旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂"
    "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
"""What stands for each of U+2E80 to U+2EF3 (Unicode 14, EquivalentUnifiedIdeograph.txt; 〓 where there is none). PDF files copy
out as these. The Kangxi radicals, U+2F00 to U+2FD5, have their own compatibility mappings."""
CYRILLIC = ("аеорсухіјѕһѵԁԛԝАВЕЅІЈКМНОРСТХУЎҮѴԌԜ", "aeopcyxijshvdqwABESIJKMHOPCTXYYYVGW")
GREEK = ("οϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ", "ocjABEZHIKMNOPTYXCJ")
CHEROKEE = ("ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᎽᏀᏃᏚᏞᏟᏢᏦᏴ", "DRTiAJEWMHYGZSLCPKB")
"""Letters that fonts draw as the Latin one below: after Unicode UTS #39, confusables.txt; it gives capital I, as drawn, as l. Our
choice of Greek: its capitals and omicron; the small letters that formulas need (α, ρ, ν) stay. Lisu is not here: its people
write names with nothing but such letters; a word that mixes it with Latin is found as any other."""
LATIN_ALIKE = {letter: latin for script in (CYRILLIC, GREEK, CHEROKEE) for letter, latin in zip(script[0], script[1], strict=True)}
SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")
"""Scripts with letters that can pass for Latin ones; no word mixes them (UTS #39, 5.1). The first word of a character's name."""


def find_usual(letter: str) -> str:
    """Return the ordinary letter that ``letter`` stands for by its own mapping, or nothing."""
    code = ord(letter)
    if RADICALS_FROM <= code < RADICALS_FROM + len(RADICALS):
        return RADICALS[code - RADICALS_FROM].replace("〓", "")
    usual = unicodedata.normalize("NFKC", letter)
    return usual if usual != letter else ""


def name_script(letter: str) -> str:
    """Return which of ``SCRIPTS`` a letter is of, or nothing."""
    word = unicodedata.name(letter, "").split(" ")[0]
    return word if word in SCRIPTS else ""
