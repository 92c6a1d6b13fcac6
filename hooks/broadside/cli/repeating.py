"""``new campaign --from``: last year's campaign begun again, and in a person's words what of it is still last year's."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from broadside.checking import check_site
from broadside.cli.answers import NAME, Refusal
from broadside.texts import read_texts

if TYPE_CHECKING:
    from broadside.catalog import Catalog, Entry
    from broadside.drafts import Repeated

LISTED_MAX = 5
"""Our choice: so many of a sort are named; more are counted, and the coverage page has them all."""


def begin_again(options: argparse.Namespace, language: str) -> None:
    """Write the files of the campaign begun again, name them, and say what is left to look at. The site must have no mistake."""
    from broadside.drafts import FileIsThereError, NoCampaignError, find_source, find_start, lay_files, repeat_campaign  # noqa: PLC0415

    if options.kind != "campaign":
        raise Refusal("from-campaign", kind=options.kind)
    if options.name and not NAME.match(options.name):
        raise Refusal("file-name", name=options.name)
    catalog, _ = check_site(options.config)
    try:
        source = find_source(catalog, options.source)
        begins = options.starts or find_start(catalog, source)
        made = repeat_campaign(catalog, source, begins, options.name, with_activities=options.activities)
        files = lay_files(catalog.settings.root, {path: text.encode() for path, text in made.files.items()})
    except NoCampaignError as answer:
        raise Refusal("from-which", name=answer.name, legal=", ".join(answer.legal)) from answer
    except FileIsThereError as answer:
        raise Refusal("file-is-there", file=answer) from answer
    for file in files:
        print(file)
    print("\n".join(_tell(catalog, source, made, read_texts(language)["cli"]["repeat"], language)))
    check_site(options.config)


def _tell(catalog: Catalog, source: Entry, made: Repeated, texts: Any, language: str) -> Iterator[str]:
    """Yield what was done, and what somebody still has to look at."""
    title = str(source.say("title", language))
    yield ""
    yield texts["begun"].format(name=made.name, starts=made.move.begins, ends=made.ends, title=title)
    yield texts["days"]
    yield ""
    yield texts["look"]
    yield f"- {texts['theme'].format(theme=made.theme)}"
    yield f"- {texts['words'].format(title=title)}"
    if made.undone:
        yield f"- {texts['undone'].format(count=made.undone)}"
    if made.had_vote:
        yield f"- {texts['vote']}"
    if made.weekends:
        days = texts["and"].join(texts["on_weekend"].format(title=name, day=day) for name, day in made.weekends)
        yield f"- {texts['weekends'].format(days=days)}"
    lists = (
        ("years", [f"{path}: {line}" for path, line in made.years]),
        ("notices", list(made.notices)),
        ("reviews", list(made.reviews)),
        ("activities", list(made.activities)),
    )
    for key, rows in lists:
        if rows:
            yield f"- {texts[key].format(ends=made.ends)}"
            yield from (f"    {row}" for row in rows[:LISTED_MAX])
            if len(rows) > LISTED_MAX:
                yield f"    {texts['more_due' if key == 'reviews' else 'more'].format(count=len(rows) - LISTED_MAX)}"
    if made.slogans:
        yield f"- {texts['slogans'].format(count=made.slogans)}"
    yield ""
    yield texts["switch"].format(name=made.name, now=catalog.settings.campaign)
