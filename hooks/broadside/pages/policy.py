"""The theme's templates -> the policy that tells a browser which scripts of a page it may run (Content Security Policy 3).

Only what stands in a template is named: a hash of whatever stands in a page would bless what somebody put there.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

TEMPLATES = (
    "main.html",
    "notices.html",
    "partials/javascripts/base.html",
    "partials/javascripts/content.html",
    "partials/javascripts/palette.html",
)
"""The templates with a script of their own in them, of those that our pages are made of."""
SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
"""A script that runs where it stands: none that lies in a file, and no data."""
PLACE = re.compile(r"\{[{%]")
RULES = (
    ("default-src", "'none'"),
    ("script-src", "'self'{hashes}"),
    ("style-src", "'self' 'unsafe-inline'"),
    ("img-src", "'self' data:"),
    ("media-src", "'self'{media}"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("manifest-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)
"""Our choice: nothing but what the site itself has. Styles stand in pages (the campaign's colours, the words on a printed page's
edge), and the cleaned words of editors have none but the columns of tables; Material's icons are ``data:`` in its style sheets."""


def hash_script(script: str) -> str:
    """Return how a policy names one script (Content Security Policy 3, 2.3.1, ``hash-source``)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def write_policy(scripts: Iterable[str], media: Iterable[str] = ()) -> str:
    """Return the policy of pages in which ``scripts`` may run, and those in files of the site.

    ``media`` are the origins of films that lie on other hosts of the network; nothing else may be asked of them.
    """
    origins = "".join(f" {origin}" for origin in media)
    hashes = "".join(f" {name}" for name in sorted({hash_script(script) for script in scripts}))
    return "; ".join(f"{name} {rule.format(hashes=hashes, media=origins)}" for name, rule in RULES)


def find_scripts(markup: str) -> list[str]:
    """Return the scripts that run where they stand in a template.

    Raises :class:`ValueError` for one with a place to fill in: each page's would have another hash. What it needs belongs into an
    attribute of it.
    """
    scripts = SCRIPT.findall(markup)
    for script in scripts:
        if PLACE.search(script):
            raise ValueError(f"a script that differs from page to page: {script[:80]}")
    return scripts


def read_scripts(folders: Iterable[Path]) -> tuple[str, ...]:
    """Return the scripts in :data:`TEMPLATES`; of a template in several of the theme's folders the first one counts."""
    found: list[str] = []
    places = tuple(folders)
    for name in TEMPLATES:
        path = next(folder / name for folder in places if (folder / name).is_file())
        found += find_scripts(path.read_text("utf-8"))
    return tuple(found)


def write_header(scripts: Iterable[str], media: Iterable[str] = ()) -> str:
    """Return the policy that a server states for every page; who may show a page in a frame can only be said there (CSP 3, 3.3)."""
    return f"{write_policy(scripts, media)}; frame-ancestors 'self'"
