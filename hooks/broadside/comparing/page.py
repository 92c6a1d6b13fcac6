"""A comparison of two sites -> one HTML page that holds all it shows, without a script, for a reviewer."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from broadside.catalog import choose
from broadside.comparing.documents import DocumentChange, FileChange
from broadside.comparing.sheets import Pair
from broadside.comparing.states import Comparison, FileDifference, Shown
from broadside.comparing.style import STYLE
from broadside.comparing.words import Hunk
from broadside.press.comparing import STRIP, Compared
from broadside.revisions import Change
from broadside.sheets import Sheet
from broadside.texts import read_texts

LINES_MOST = 120
LETTERS_MOST = 20_000
"""Our choices: lines and letters shown of one file; a whole new article of five pages has fewer."""
TITLE_MOST = 200
"""Our choice: letters of a title; the longest of use has 60."""
LISTED_MOST = 300
"""Our choice: files named one by one; nobody reads on."""
NAMES_MOST = 12
"""Our choice: sheets named of those that are not shown."""
MARKED = {"kept": "{}", "out": "<del>{}</del>", "in": "<ins>{}</ins>"}
PLAIN = dict.fromkeys(MARKED, "{}")
PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p>{about}</p>
</header>
{contents}<main>
{sections}</main>
</body>
</html>
"""
Texts = Mapping[str, Any]


def write_page(comparison: Comparison, base: str, changes: Sequence[Change], language: str) -> str:
    """Return the page of ``comparison`` in the words of ``language``; ``base`` is what the site before is called.

    ``changes`` are those of a pull request, where there is one: what of it was left out, and what moved on meanwhile.
    """
    texts = read_texts(language)["difference"]
    left_out = [change for change in changes if not change.is_content]
    moved = [change for change in changes if change.is_content and change.is_moved_on]
    bodies = {
        "left_out": _write_changes(left_out, texts, "left_out"),
        "moved_on": _write_changes(moved, texts, "moved_on"),
        "mistakes": _write_mistakes(len(comparison.mistakes), base, texts),
        "documents": "".join(_write_document(each, texts, language) for each in comparison.documents),
        "sheets": _write_sheets(comparison, texts, language),
        "files": "".join(_write_file(each, texts) for each in comparison.files[:LISTED_MOST])
        + _count_rest(len(comparison.files), texts, "<p>{}</p>\n"),
    }
    counts = {
        "left_out": len(left_out),
        "documents": len(comparison.documents),
        "sheets": len(comparison.shown) + len(comparison.more),
        "files": len(comparison.files),
    }
    sections = "".join(
        f'<section id="{key}">\n<h2>{escape(texts["headings"][key])}</h2>\n{body}</section>\n'
        for key, body in bodies.items()
        if body
    )
    links = "".join(
        f'<li><a href="#{key}">{escape(count_of(texts["counts"][key], count))}</a></li>' for key, count in counts.items() if count
    )
    style_hash = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode("ascii")
    return PAGE.format(
        language=language,
        policy=f"default-src 'none'; img-src data:; style-src 'sha256-{style_hash}'; base-uri 'none'; form-action 'none'",
        title=escape(texts["title"].format(base=base)),
        style=STYLE,
        about=escape(texts["about"]),
        contents=f'<nav aria-label="{escape(texts["contents"])}"><ul>{links}</ul></nav>\n' if links else "",
        sections=sections or _paragraph(texts["nothing"]),
    )


def count_of(forms: Mapping[str, str], count: int, **facts: str) -> str:
    """Return a sentence with a number, in the form for one or for many."""
    return forms["one" if count == 1 else "many"].format(count=count, **facts)


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>\n"


def _write_changes(changes: Sequence[Change], texts: Texts, key: str) -> str:
    """Write what of a pull request needs an owner's eye; nothing where there is none."""
    if not changes:
        return ""
    rows = "".join(f"<li>{_chip(each.status, texts)} <code>{escape(each.path)}</code></li>\n" for each in changes[:LISTED_MOST])
    rows += _count_rest(len(changes), texts, "<li>{}</li>\n")
    return f"{_paragraph(texts[key])}<ul>\n{rows}</ul>\n"


def _write_mistakes(count: int, base: str, texts: Texts) -> str:
    return _paragraph(count_of(texts["mistakes"], count, base=base)) if count else ""


def _count_rest(count: int, texts: Texts, frame: str) -> str:
    """Say how many files of a list are not named."""
    return frame.format(escape(count_of(texts["rest"], count - LISTED_MOST))) if count > LISTED_MOST else ""


def _chip(status: str, texts: Texts) -> str:
    return f'<span class="chip {status}">{escape(texts["status"][status])}</span>'


def _write_document(change: DocumentChange, texts: Texts, language: str) -> str:
    kinds, names = read_texts(language)["site"]["finding"]["kinds"], read_texts(language)["site"]["language_names"]
    spoken = texts["and"].join(names.get(each, each) for each in change.languages)
    about = " · ".join([kinds[change.kind], texts["languages"].format(languages=spoken)])
    files = "".join(_write_words(each, texts) for each in change.files)
    title = escape(_shorten(change.title))
    return f'<article>\n<h3>{title}</h3>\n<p class="about">{_chip(change.status, texts)} {escape(about)}</p>\n{files}</article>\n'


def _shorten(title: str) -> str:
    return title if len(title) <= TITLE_MOST else f"{title[:TITLE_MOST]}…"


def _write_words(file: FileChange, texts: Texts) -> str:
    """Write how a file's words differ."""
    was = f' <span class="was">{escape(texts["was"].format(path=file.was))}</span>' if file.was else ""
    head = f'<p class="path"><code>{escape(file.path)}</code>{was}</p>\n'
    if file.hunks is None:
        return head + _paragraph(texts["unseen_words"])
    if not file.hunks:
        return head
    is_whole = file.status in {"added", "deleted"}  # all of it is new, or gone: that stands above it
    written = "".join(_write_hunks(file.hunks, file.rest, texts, PLAIN if is_whole else MARKED))
    return f'{head}<div class="words" lang="{escape(file.language)}">{written}</div>\n'


def _write_hunks(hunks: Sequence[Hunk], rest: int, texts: Texts, marks: Mapping[str, str]) -> Iterator[str]:
    """Yield the runs of a file, up to the limit of lines, and how many lines are left out where."""
    room, letters, cut = LINES_MOST, LETTERS_MOST, 0
    for hunk in hunks:
        if hunk.skipped and room > 0:
            yield _skip(count_of(texts["skipped"], hunk.skipped))
        for run in hunk.runs:
            lines = run.text.splitlines(keepends=True)
            text = "".join(lines[: max(0, room)])[: max(0, letters)]
            cut += len(lines) - len(text.splitlines()) + (0 < len(text) < len("".join(lines[: max(0, room)])))
            room, letters = room - run.text.count("\n"), letters - len(text)
            if text:
                yield marks[run.kind].format(escape(text))
    if cut:
        yield _skip(count_of(texts["cut"], cut))
    elif rest:
        yield _skip(count_of(texts["skipped"], rest))


def _skip(text: str) -> str:
    return f'<span class="skip">{escape(text)}</span>'


def _write_sheets(comparison: Comparison, texts: Texts, language: str) -> str:
    shown = "".join(_write_shown(comparison, each, texts, language) for each in comparison.shown)
    return shown + _write_more(comparison, texts, language)


def _write_more(comparison: Comparison, texts: Texts, language: str) -> str:
    """Name those that are not shown."""
    if not comparison.more:
        return ""
    names = texts["and"].join(name_sheet(comparison, pair.sheet, language) for pair in comparison.more[:NAMES_MOST])
    if len(comparison.more) > NAMES_MOST:
        names = texts["more_names"].format(names=names)
    return _paragraph(count_of(texts["more"], len(comparison.more), names=names))


def name_sheet(comparison: Comparison, sheet: Sheet, language: str) -> str:
    """Return what a sheet is called: its slogan, its carrier, its language."""
    carrier = choose(sheet.carrier.name, language, comparison.catalog.language)
    return f"{sheet.slogan} · {carrier} · {' + '.join(voice.tongue.name for voice in sheet.voices)}"


def _write_shown(comparison: Comparison, shown: Shown, texts: Texts, language: str) -> str:
    """Write a pair of sheets: its words, what it is, and its pictures."""
    sheet = shown.pair.sheet
    tongue = sheet.voices[0].tongue
    words = f'<h3 lang="{tongue.lang}" dir="{tongue.direction}">{escape(" ".join(sheet.text.split()))}</h3>\n'
    said = " ".join([name_sheet(comparison, sheet, language) + ".", *_say(shown.pair, shown.compared, texts)])
    note = _paragraph(texts["faint"]) if shown.is_faint else ""
    carrier = choose(sheet.carrier.name, language, comparison.catalog.language)
    said_of = {"words": " ".join(sheet.text.split()), "carrier": carrier}
    figures = _write_figures(shown.compared, texts, texts["alt"], said_of) if shown.compared else ""
    return f'<article class="sheet">\n{words}<p class="about">{escape(said)}</p>\n{note}{figures}</article>\n'


def _say(pair: Pair, compared: Compared | None, texts: Texts) -> Iterator[str]:
    """Yield how much of a sheet looks different."""
    if pair.before is None:
        yield texts["no_before"]
    elif pair.after is None:
        yield texts["no_after"]
    elif compared and compared.share is not None:
        key = "share_none" if compared.share == 0 else "share_small" if compared.share < 0.001 else "share"
        yield texts[key].format(share=f"{compared.share * 100:.1f}")


def _write_figures(compared: Compared, texts: Texts, alt: str, said: Mapping[str, str]) -> str:
    sides = {"before": compared.before, "after": compared.after, "difference": compared.difference}
    form = " strip" if compared.width_px > STRIP * compared.height_px else ""
    figures = "".join(
        f'<figure><img src="data:image/webp;base64,{base64.b64encode(data).decode("ascii")}" width="{compared.width_px}" '
        f'height="{compared.height_px}" alt="{escape(alt.format(side=texts[side], **said))}">'
        f"<figcaption>{escape(texts[side])}</figcaption></figure>\n"
        for side, data in sides.items()
        if data
    )
    return f'<div class="pictures{form}">\n{figures}</div>\n'


def _write_file(file: FileDifference, texts: Texts) -> str:
    path = escape(file.path)
    figures = _write_figures(file.compared, texts, texts["alt_file"], {"path": file.path}) if file.compared else ""
    return f'<div class="file">\n<p class="path">{_chip(file.status, texts)} <code>{path}</code></p>\n{figures}</div>\n'
