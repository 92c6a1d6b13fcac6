"""One A3 sheet with a photograph as PDF by our press, by WeasyPrint and by headless Chromium, in turn and all warm."""

from __future__ import annotations

import dataclasses
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import weasyprint  # type: ignore[import-not-found]  # installed for the bench alone
from playwright.sync_api import sync_playwright

from bench.rows import ROOT, say
from broadside.checking import check_site, plan_wish
from broadside.press.codes import draw_code
from broadside.press.running import Press
from broadside.sheets import Sheet, Wish
from broadside.store import Store
from built.conftest import CHROMIUM, FLAGS

ROUNDS = 9


def write_page(sheet: Sheet, photo: Path, words: str) -> str:
    """Return the same sheet as an HTML page: the photograph over the page, the words where they are set, brand, notes, code.

    Both rivals tag their file, as ours is (ISO 14289-1).
    """
    size = sheet.words.size_mm
    lines = "".join(
        f'<div style="position:absolute;left:{line.x_mm}mm;top:{line.baseline_mm - size}mm;font-size:{size}mm">{text}</div>'
        for line, text in zip(sheet.words.lines, words.split("|"), strict=True)
    )
    face = sheet.voices[0].faces[0].path.as_uri()
    logo = (ROOT / "posters/brands" / sheet.marks[-1].logo).as_uri()
    return (
        f"<html lang={sheet.language}><title>{sheet.slogan}</title>"
        f"<style>@font-face{{font-family:F;src:url({face})}}@page{{size:{sheet.width_mm}mm {sheet.height_mm}mm;margin:0}}"
        "body{margin:0;font-family:F;color:white;line-height:1}</style>"
        f'<img src="{photo.as_uri()}" style="position:absolute;width:100%;height:100%;object-fit:cover">{lines}'
        f'<img src="{logo}" style="position:absolute;left:10mm;bottom:10mm;height:20mm">'
        f'<div style="position:absolute;left:60mm;bottom:10mm;font-size:5mm">{sheet.campaign_title}<br>{sheet.campaign_days}</div>'
        f'<div style="position:absolute;right:10mm;bottom:10mm;width:{sheet.qr_mm}mm">{draw_code(sheet.url)}</div>'
    )


def main() -> None:
    """Measure all three in turn."""
    catalog, _ = check_site(ROOT / "mkdocs.yml")
    slogan = next(entry for entry in catalog.of_kind("slogan") if getattr(entry.fields, "photo", None))
    sheets = plan_wish(catalog, [slogan.name], Wish(design="witness", carriers=("poster-a3",), forms=("office",)))
    sheet = next(sheet for sheet in sheets if sheet.language == "en")
    photo = ROOT / "slogans" / str(sheet.photo_file)
    words = "|".join(line.text for line in sheet.words.lines)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        press = Press(ROOT / "posters", ROOT / "slogans", Store(Path(folder) / "store"), 1)

        def change(number: int) -> Sheet:
            lines = tuple(dataclasses.replace(line, x_mm=line.x_mm + number * 1e-3) for line in sheet.words.lines)
            voice = dataclasses.replace(sheet.voices[0], words=dataclasses.replace(sheet.words, lines=lines))
            return dataclasses.replace(sheet, voices=(voice,))

        def ours(number: int) -> None:
            press.print_form(change(number), "office")

        def pictures(number: int) -> None:
            press.print_sheet(dataclasses.replace(change(number), forms=("preview", "thumbnail")))

        def weasy(number: int) -> None:
            weasyprint.HTML(string=write_page(change(number), photo, words), base_url=folder).write_pdf(pdf_variant="pdf/ua-1")

        def chromium(number: int) -> None:
            file = Path(folder) / f"{number}.html"
            file.write_text(write_page(change(number), photo, words), "utf-8")
            page.goto(file.as_uri())
            page.pdf(width=f"{sheet.width_mm}mm", height=f"{sheet.height_mm}mm", print_background=True, tagged=True)

        rivals: dict[str, Callable[[int], None]] = {"ours": ours, "pictures": pictures, "WeasyPrint": weasy, "Chromium": chromium}
        times: dict[str, list[float]] = {name: [] for name in rivals}
        with press:
            for number in range(ROUNDS + 1):
                for name, act in rivals.items():
                    start = time.perf_counter()
                    act(number)
                    times[name].append(time.perf_counter() - start)
        browser.close()
    median = {name: statistics.median(taken[1:]) for name, taken in times.items()}
    for name, goal in (("WeasyPrint", "at least 3"), ("Chromium", "at least 15")):
        figure = f"{median[name] / median['ours']:.1f} ({median[name] * 1e3:.0f}/{median['ours'] * 1e3:.0f} ms)"
        say(f"warm A3 PDF with a photograph: {name} / ours", figure, goal)
    figure = f"{median['pictures'] / median['ours']:.1f} ({median['pictures'] * 1e3:.0f}/{median['ours'] * 1e3:.0f} ms)"
    say("its preview and thumbnail / its PDF", figure, "at most 2")


if __name__ == "__main__":
    main()
