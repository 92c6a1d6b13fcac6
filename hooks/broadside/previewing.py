"""A slogan's sheets -> a few of their pictures on one page that opens from the disk, for the editor who wrote it."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from broadside.catalog import Catalog, choose
from broadside.press.printed import Printed
from broadside.sheets import Sheet
from broadside.texts import read_texts

MOST = 4
"""Our choice: carriers shown of each language, one of a group; they fit on a screen, and are drawn in a second."""
LONG = frozenset({"wide", "strip"})
"""Shapes that take a line of their own: they come last."""
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --ground: #f4f2ec; --ink: #16171b; --quiet: #55575f; --edge: #0003 }}
@media (prefers-color-scheme: dark) {{ :root {{ --ground: #1b1c20; --ink: #f4f2ec; --quiet: #b3b3ae; --edge: #fff4 }} }}
body {{ margin: 0; padding: clamp(1rem, 4vw, 3rem); background: var(--ground); color: var(--ink); line-height: 1.5;
  font-family: system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif }}
h1 {{ font-size: 1.5rem; margin: 0; overflow-wrap: anywhere }}
h2 {{ font-size: 1.1rem; margin: 2.5rem 0 .75rem; white-space: pre-line }}
p {{ margin: .25rem 0 0; color: var(--quiet); max-width: 44rem }}
.sheets {{ display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-end }}
figure {{ margin: 0; max-width: 100% }}
img {{ display: block; max-width: 100%; max-height: 26rem; width: auto; height: auto; box-shadow: 0 0 0 1px var(--edge) }}
figcaption {{ color: var(--quiet); margin-top: .4rem; max-width: 26rem }}
figcaption b {{ color: var(--ink); display: block; font-weight: 600 }}
code {{ color: var(--ink); overflow-wrap: anywhere }}
</style>
</head>
<body>
<h1><code>{path}</code></h1>
<p>{about}</p>
{groups}</body>
</html>
"""


def choose_sheets(sheets: Iterable[Sheet]) -> tuple[Sheet, ...]:
    """Return the sheets to show: of each language the first of every group that has a picture of its own, for pictures alone."""
    shown: dict[str, dict[str, Sheet]] = {}
    for sheet in sheets:
        groups = shown.setdefault(sheet.language, {})
        if not sheet.carrier.looks_like and len(groups) < MOST:
            groups.setdefault(sheet.carrier.group, sheet)
    chosen = [sheet for groups in shown.values() for sheet in sorted(groups.values(), key=lambda each: each.carrier.shape in LONG)]
    return tuple(dataclasses.replace(sheet, forms=()) for sheet in chosen)


def write_preview(catalog: Catalog, path: str, printed: Sequence[Printed], sheets: Sequence[Sheet], language: str) -> str:
    """Return the page of the sheets that were printed, in the words of ``language``; ``sheets`` are all that there will be.

    The pictures are in the page itself, so that it can be handed on as one file.
    """
    texts = read_texts(language)["preview"]
    groups = "".join(_write_group(catalog, spoken, printed, sheets, language) for spoken in dict.fromkeys(_speak(printed)))
    about = texts["about"].format(count=len(sheets), name=Path(path).stem)
    return PAGE.format(
        language=language,
        policy=POLICY,
        title=escape(texts["title"].format(path=path)),
        path=escape(path),
        about=escape(about),
        groups=groups,
    )


def _speak(printed: Iterable[Printed]) -> list[str]:
    return [item.sheet.language for item in printed]


def _write_group(catalog: Catalog, spoken: str, printed: Sequence[Printed], sheets: Sequence[Sheet], language: str) -> str:
    """Write the sheets in one language, and on what else these words will stand."""
    texts = read_texts(language)["preview"]
    mine = [item for item in printed if item.sheet.language == spoken]
    first = mine[0].sheet
    seen = {item.sheet.carrier_id for item in mine}
    others = [
        _name_carrier(catalog, sheet, language) for sheet in sheets if sheet.language == spoken and sheet.carrier_id not in seen
    ]
    also = f"<p>{escape(texts['also'].format(carriers=texts['and'].join(others)))}</p>\n" if others else ""
    tongue = first.voices[0].tongue
    names = " · ".join(voice.tongue.name for voice in first.voices)
    heading = f'<h2>{escape(names)}: <span lang="{tongue.lang}" dir="{tongue.direction}">{escape(first.text)}</span></h2>\n'
    figures = "".join(_write_figure(catalog, item, language) for item in mine)
    return f'{heading}<div class="sheets">\n{figures}</div>\n{also}'


def _write_figure(catalog: Catalog, item: Printed, language: str) -> str:
    sheet, texts = item.sheet, read_texts(language)["preview"]
    data = base64.b64encode(item.files["preview"].read_bytes()).decode("ascii")
    carrier = _name_carrier(catalog, sheet, language)
    design = choose(sheet.design.name, language, catalog.language)
    size = texts["pixels" if sheet.carrier.width_px else "size"].format(
        width=sheet.carrier.width_px or round(sheet.carrier.width_mm),
        height=sheet.carrier.height_px or round(sheet.carrier.height_mm),
    )
    says = escape(texts["alt"].format(words=" ".join(sheet.text.split()), carrier=carrier, design=design))
    return (
        f'<figure><img src="data:image/webp;base64,{data}" alt="{says}">'
        f"<figcaption><b>{escape(carrier)}</b>{escape(size)} · {escape(design)}</figcaption></figure>\n"
    )


def _name_carrier(catalog: Catalog, sheet: Sheet, language: str) -> str:
    return choose(sheet.carrier.name, language, catalog.language)
