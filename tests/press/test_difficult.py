"""Two hundred texts that break setting machines: each gives a correct sheet or a message, never a wrong sheet."""

from __future__ import annotations

import itertools
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ImageChops

from broadside.catalog import Catalog
from broadside.checking import plan_words
from broadside.fonts import is_joined
from broadside.press.running import Press
from broadside.problems import ContentMistakes
from broadside.sheets import Sheet, Wish
from broadside.store import Store
from sites import REPOSITORY

HAN = (
    "人人讲安全个个会应急畅通生命通道落实责任筑牢防线排查隐患遵守规程作业之前先想一想"
    "身边风险时时警惕回家平安最重要大家都要记在心里做在手上"
)
COMPOUNDS = [
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "Arbeitsschutzausschusssitzungsprotokoll",
    "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung",
    "Kraftfahrzeug-Haftpflichtversicherung",
    "Sicherheits\u00adbeauftragten\u00adversammlung",
    "Lebensgefahr! Hochspannungsleitungsmast nicht besteigen",
    "Pneumonoultramicroscopicsilicovolcanoconiosis",
    "antidisestablishmentarianism",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "https://safety.beacon.example/slogans/a-very-long-address-that-nobody-types",
    "A/B/C/D/E/F/G/H/I/J/K/L/M/N/O/P/Q/R/S/T/U/V/W/X/Y/Z",
    "x" * 119,
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
]
EMOJI = [
    "👷",
    "⚠️ Stop",
    "👷‍♀️",
    "🇨🇳",
    "❤️",
    "1️⃣",
    "🔥🔥🔥",
    "安全👍",
    "☢",
    "⛑",
    "™ © ®",
    "✓ Done",
    "→ Exit",
    "🧯 Know it",
    "👨‍👩‍👧‍👦 Home",
]
MARKS = [
    "Cafe\u0301",
    "Café",
    "n\u0303o",
    "Z\u0351\u0343a\u0310\u0346l\u034ag\u0363o\u0313",
    "a" + "\u0301" * 40,
    "\u0301",
    "An toàn là trên hết",
    "An toa\u0300n la\u0300 tre\u0302n he\u0302\u0301t",
    "ẫ ẩ ỹ ợ",
    "Å Ångström Å",
    "ﬁre and ﬂood",
    "S\u0323\u0307",
    "ปลอดภัยไว้ก่อน",
    "น้ำ ที่ นี้",
    "सुरक्षा पहले",
    "क्ष्म्य",
    "निरापत्ता",
    "নিরাপত্তা প্রথম",
    "பாதுகாப்பு முதலில்",
    "བདེ་འཇགས།",
    "ལྷག་མཐོང་",
    "မီး",
    "សុវត្ថិភាព",
    "ຄວາມປອດໄພ",
    "各\u0301",
]
RIGHT_TO_LEFT = [
    "السلامة أولا",
    "السلامة أولا 100%",
    "اتصل بالرقم 119 الآن",
    "السرعة 20 km/h فقط",
    "لا تدخين (ممنوع)",
    "PPE السلامة PPE",
    "3.14 السلامة 2027-06-16",
    "بىخەتەرلىك بىرىنچى",
    "בטיחות",
    "בטיחות קודמת לכל 24/7",
    "מהירות 20 km/h",
    "Stop קוף Go",
    "الله",
    "ـــــ",
    "السّلامةُ أوّلًا",
    "٢٠٢٧ السلامة",
    "a\u202eb",
    "\u200fالسلامة\u200f",
    "السلامة\nأولا",
    "119: النار؟ اتصل!",
]
RARE = [
    "\U00020000",
    "\U0002a6d6安全",
    "𠮷野",
    "㐀",
    "龘龘",
    "囧",
    "㊙",
    "㎡ 3㎡",
    "Ａ１安全",
    "﨑",
    "髙",
    "圕",
    "〇",
    "〆切",
    "々",
]
UNSEEN = [
    "a\u200bb",
    "a\u200cb",
    "a\u200db",
    "\u200b",
    "\u200b\u200b\u200b",
    "\ufeffStop",
    "Stop\u2060now",
    "a\x00b",
    "a\x07b",
    "a\x1b[31mb",
    "a\x7fb",
    "a\u0085b",
    "a\u2028b",
    "a\u2029b",
    "\u00ad",
    "a\u00ad",
    "\u061cStop",
    "a\ud83dstop".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "a\ufffcb",
    "a\ue000b",
    "a\U000e0041b",
    "a\u034fb",
]
SINGLES = [
    "A",
    "i",
    ".",
    "安",
    "！",
    "1",
    "ا",
    "ก",
    "क",
    "བ",
    "ß",
    "ſ",
    "İ",
    "ı",
    "Ω",
    "Я",
    "あ",
    "ー",
    "ッ",
    "한",
    "&",
    "<",
    "%",
    '"',
    "\\",
]
POINTS = [
    "...",
    "！！！",
    "，",
    "。。。",
    "—",
    "——",
    "…",
    "?!",
    "()",
    "「」",
    "《》",
    "***",
    "###",
    "$$$",
    "'",
    '""',
    "/",
    "\\\\",
    "{}",
    "[]",
]
SPACES = [
    "",
    " ",
    "\n",
    "\t",
    "\u3000",
    "\u00a0",
    "a\n\n\nb",
    "a\tb",
    "  a  b  ",
    "a\u00a0b\u00a0c",
    "1\n2\n3\n4\n5\n6\n7\n8\n9",
    "A\r\nB",
]
CODE = [
    '#panic("x")',
    "$ 1 + 1 $",
    "*bold* _it_",
    "@label <x>",
    "{{ 7*7 }}",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "%s %d",
    "\\n",
    "= Heading",
]
CHINESE = [HAN[:length] for length in (1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 15, 17, 20, 24, 30, 36, 40, 48, 60)]
MIXED = [
    "PPE安全帽",
    "2027年6月1日至30日",
    "O₂ ≥ 19.5 %",
    "H₂S 10 ppm",
    "安全 first 安全",
    "≤ 50 V",
    "5S",
    "±0.5 mm",
    "½ load",
    "x²",
    "人人讲安全，",
    "，人人讲安全",
]
TEXTS = list(
    dict.fromkeys(
        itertools.chain(COMPOUNDS, EMOJI, MARKS, RIGHT_TO_LEFT, RARE, UNSEEN, SINGLES, POINTS, SPACES, CODE, CHINESE, MIXED)
    )
)
CARRIERS = ("poster-a3", "banner-6m")
ARRANGED = {"Arab", "Hebr", "Thai", "Laoo", "Khmr", "Mymr", "Deva", "Beng", "Taml", "Tibt"}
"""Scripts whose letters a PDF holds in the order they are drawn: their letters are counted, their order is not compared."""


def test_there_are_two_hundred() -> None:
    assert len(TEXTS) >= 200


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Press]:
    """A press with a store of its own."""
    with Press(REPOSITORY / "posters", REPOSITORY / "slogans", Store(tmp_path_factory.mktemp("store")), 1) as opened:
        yield opened


def say(text: str) -> str:
    """Name a text so that even what cannot be seen is named."""
    return text.encode("unicode_escape").decode()[:40] or "nothing"


@pytest.mark.parametrize("text", TEXTS, ids=say)
def test_a_difficult_text_gives_a_correct_sheet_or_a_message(text: str, catalog: Catalog, press: Press) -> None:
    for carrier in CARRIERS:
        try:
            sheets = plan_words(catalog, text, None, Wish(design="signal", carriers=(carrier,), forms=("office",)))
        except ContentMistakes as mistakes:
            for problem in mistakes.problems:
                for language in ("en", "zh"):
                    assert problem.what(language)
                    assert problem.mend(language)
            continue
        for sheet in sheets:
            check_setting(sheet)
            if any(letter.isalnum() for letter in sheet.text):
                check_printed(sheet, press.print_form(sheet, "office"))
            else:  # a reader of files leaves out a mark whose foot is below the sheet, though its ink is not: look at the ink
                drawn, bare = press.draw_pair(sheet)
                assert ImageChops.difference(drawn, bare).getbbox() is not None


def check_setting(sheet: Sheet) -> None:
    """The words stand in the live area, in letters that can be read from where they are read."""
    words, scale = sheet.words, sheet.width_mm / sheet.carrier.width_mm
    assert words.letter_height_mm >= sheet.carrier.distance_m * 1000 / 150 * scale * 0.999
    for line in words.lines:
        if any(letter.isalnum() for letter in line.text):  # marks alone have more room around them than ink
            assert line.x_mm + line.advance_mm <= sheet.live.width_mm * 1.02
            assert 0 < line.baseline_mm <= sheet.live.height_mm


def spell(text: str) -> str:
    """Leave out what is never drawn and write ligatures and widths one way."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if not letter.isspace() and unicodedata.category(letter) not in {"Cf", "Cc"})


def check_printed(sheet: Sheet, file: Path) -> None:
    """The words can be read back from the file: none is missing and none is there twice."""
    command = ["pdftotext", "-raw", str(file), "-"]
    found = spell(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    wanted = spell("".join(line.text for line in sheet.words.lines))
    assert set(spell(sheet.text)) <= set(wanted) | set("，。-‐"), "a letter was left out in setting"
    if sheet.voices[0].tongue.script in ARRANGED or any(is_joined(letter) for letter in unicodedata.normalize("NFD", wanted)):
        bases = Counter(letter for letter in unicodedata.normalize("NFD", wanted) if letter.isalpha() and letter.isascii())
        assert bases <= Counter(unicodedata.normalize("NFD", found))
    else:
        assert wanted in found
