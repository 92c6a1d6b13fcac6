"""Old addresses -> small pages that lead on, in every language, so that a code printed last year still arrives."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape

from broadside.pages.policy import write_policy
from broadside.pages.values import Shelf, TextFile

SCRIPT = "location.replace(document.links[0].href + location.search + location.hash)"
"""Keeps what stands behind the address; without scripts the page's refresh leads on, and without that its link."""
PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<p>{words} <a href="{target}">{there}</a></p>
<script>{script}</script>
</body>
</html>
"""


def make_redirects(shelf: Shelf) -> Iterator[TextFile]:
    """Yield a page for each old address in each language; its file is the address itself where that ends in ``.html``.

    A unit without a page has its address all the same: it leads to the unit's line in the list, until there is more to show.
    """
    policy = write_policy([SCRIPT])
    moves = [(old, identity, "") for old, identity in shelf.catalog.moves.items()]
    paged = shelf.paged_units.keys() | {entry.removeprefix("units/") for entry in shelf.catalog.entries}
    moves += [(f"units/{unit}", "units/index", f"#{unit}") for unit in shelf.catalog.brands if unit not in paged]
    for language in shelf.languages:
        texts = shelf.texts(language)["redirects"]
        root = shelf.address("index", language)
        for old, identity, anchor in moves:
            file = f"{root}{old}" if old.endswith(".html") else f"{root}{old}/index.html"
            address = shelf.address(identity, language)
            canonical = shelf.catalog.settings.site_url + address
            yield TextFile(
                file,
                PAGE.format(
                    language=language,
                    policy=policy,
                    script=SCRIPT,
                    title=escape(texts["title"]),
                    canonical=escape(canonical),
                    target=escape(f"{posixpath.relpath(address or '.', posixpath.dirname(file))}/{anchor}"),
                    words=escape(texts["words"]),
                    there=escape(texts["there"]),
                ),
            )
