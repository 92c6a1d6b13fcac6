"""A catalog -> the two pages that only a copy has: the one to open first, and the one that says what was left out."""

from __future__ import annotations

import datetime
from html import escape
from typing import cast

from broadside.catalog import Catalog, choose
from broadside.kinds import Campaign
from broadside.pages.look import make_look
from broadside.pages.policy import write_policy
from broadside.texts import read_texts

COVER = "Open me 打开我.html"
"""In both languages, as nobody knows whose hands the stick comes into."""
HEAD = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<link rel="icon" href="{icon}">
<style>
:root {{ color-scheme: light dark; --ground: {paper}; --ink: #16171b; --quiet: #55575f }}
@media (prefers-color-scheme: dark) {{ :root {{ --ground: {night}; --ink: #f4f2ec; --quiet: #b3b3ae }} }}
body {{ margin: 0; background: var(--ground); color: var(--ink); line-height: 1.5;
  font-family: system-ui, "Segoe UI", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif }}
header, main {{ padding: clamp(1.5rem, 5vw, 3.5rem) clamp(1.5rem, 8vw, 7rem) }}
header {{ background: {primary}; color: {on_primary} }}
header img {{ height: 3.5rem; background: #fff; padding: .5rem; border-radius: .5rem }}
h1 {{ font-size: clamp(2rem, 6vw, 3.5rem); line-height: 1.15; margin: 1rem 0 0; text-wrap: balance }}
header p {{ font-size: 1.25rem; margin: .5rem 0 0 }}
h2 {{ font-size: 1.25rem; margin: 1.5rem 0 0 }}
h2:first-child {{ margin-top: 0 }}
ul {{ list-style: none; padding: 0; margin: 0 0 2rem; display: flex; flex-wrap: wrap; gap: 1rem }}
li a {{ display: block; padding: .9rem 1.6rem; border-radius: .5rem; background: {primary}; color: {on_primary};
  font-size: 1.5rem; font-weight: 700; text-decoration: none }}
li a:hover {{ text-decoration: underline; text-underline-offset: .2em }}
a:focus-visible {{ outline: 3px solid var(--ink); outline-offset: 3px }}
main p {{ color: var(--quiet); margin: .5rem 0 0; max-width: 38rem }}
code {{ overflow-wrap: anywhere; color: var(--ink); font-size: 1.1em }}
</style>
</head>
<body>
<header>
<img src="{icon}" alt="">
<h1>{heading}</h1>
{themes}</header>
<main>
"""
SCRIPT = 'document.getElementById("where").textContent += decodeURIComponent(location.hash.slice(1))'
FOOT = "</main>\n</body>\n</html>\n"


def write_cover(catalog: Catalog, day: datetime.date, inside: str) -> str:
    """Return the page that is opened first: the site's name, a way into each language, and of which day the copy is."""
    rows, notes = [], []
    for language in catalog.settings.languages:
        texts = read_texts(language)["site"]
        address = f"{inside}/{catalog.address('index', language)}index.html"
        rows.append(f'<li><a href="{address}" lang="{language}">{escape(texts["copy"]["open"])}</a></li>\n')
        notes.append(f'<p lang="{language}">{escape(str(texts["copy"]["note"]).format(day=_say_day(texts, day)))}</p>\n')
    return _begin(catalog, f"{inside}/") + f"<ul>\n{''.join(rows)}</ul>\n{''.join(notes)}" + FOOT


def write_left_out(catalog: Catalog) -> str:
    """Return the page that a link to a file leads to that this copy does not have; it names the file by the address's end."""
    parts = []
    for language in catalog.settings.languages:
        texts = read_texts(language)["site"]["copy"]
        parts.append(f'<h2 lang="{language}">{escape(texts["left_out"])}</h2>\n')
        parts.append(f'<p lang="{language}">{escape(texts["left_out_help"])}</p>\n')
    where = f'<p><code id="where">{escape(catalog.settings.site_url)}</code></p>\n'
    return _begin(catalog, "") + f"{''.join(parts)}{where}<script>{SCRIPT}</script>\n" + FOOT


def _begin(catalog: Catalog, inside: str) -> str:
    """Return the page's head and its band: the unit's mark and name, and the campaign's theme, in the campaign's colours."""
    brand, campaign = catalog.brands[catalog.settings.unit], cast("Campaign", catalog.campaign.fields)
    look = make_look(campaign.palette)
    names = [(language, catalog.say_name(language)) for language in catalog.settings.languages]
    themes = [(language, choose(campaign.theme, language, catalog.language)) for language in catalog.settings.languages]
    return HEAD.format(
        language=catalog.language,
        policy=write_policy([SCRIPT]),
        title=escape(" · ".join(name for _, name in names)),
        icon=f"{inside}brand/logo.{brand.logo.rpartition('.')[2]}",
        heading=" ".join(f'<span lang="{language}">{escape(name)}</span>' for language, name in names),
        themes="".join(f'<p lang="{language}">{escape(theme)}</p>\n' for language, theme in themes),
        primary=look["primary"],
        on_primary=look["on-primary"],
        paper=look["paper"],
        night=look["night"],
    )


def _say_day(texts: dict[str, object], day: datetime.date) -> str:
    months = texts["months"]
    month = months[day.month - 1] if isinstance(months, list) else day.month
    return str(texts["day_format"]).format(day=day.day, month=month, year=day.year)
