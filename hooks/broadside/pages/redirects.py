"""Old addresses -> small pages that lead on, in every language, so that a code printed last year still arrives."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape

from broadside.pages.values import Shelf, TextFile

PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body>
<p>{words} <a href="{target}">{there}</a></p>
<script>location.replace(document.links[0].href + location.search + location.hash)</script>
</body>
</html>
"""
"""The script keeps what stands behind the address; without scripts the refresh leads on, and without that the link."""


def make_redirects(shelf: Shelf) -> Iterator[TextFile]:
    """Yield a page for each old address in each language; its file is the address itself where that ends in ``.html``."""
    for language in shelf.languages:
        texts = shelf.texts(language)["redirects"]
        root = shelf.address("index", language)
        for old, identity in shelf.catalog.moves.items():
            file = f"{root}{old}" if old.endswith(".html") else f"{root}{old}/index.html"
            address = shelf.address(identity, language)
            canonical = shelf.catalog.settings.site_url + address
            yield TextFile(
                file,
                PAGE.format(
                    language=language,
                    title=escape(texts["title"]),
                    canonical=escape(canonical),
                    target=escape(f"{posixpath.relpath(address or '.', posixpath.dirname(file))}/"),
                    words=escape(texts["words"]),
                    there=escape(texts["there"]),
                ),
            )
