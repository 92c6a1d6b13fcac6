"""The policy names the theme's own scripts and no other, and README.md's server states the same."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import material
import pytest

from broadside.pages import redirects
from broadside.pages.policy import TEMPLATES, find_scripts, read_scripts, write_header, write_policy
from sites import REPOSITORY, read_headers

THEME = (REPOSITORY / "hooks/theme", Path(material.__file__).parent / "templates")


def test_a_script_is_named_by_its_hash() -> None:
    digest = base64.b64encode(hashlib.sha256(b"go()").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in write_policy(["go()"])
    assert "script-src 'self';" in write_policy([])


def test_nothing_may_run_by_itself() -> None:
    rules = dict(rule.split(" ", 1) for rule in write_policy([]).split("; "))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in rules["script-src"]
    assert rules["base-uri"] == "'none'"
    assert not {"*", "http:", "https:", "blob:"} & {word for rule in rules.values() for word in rule.split()}


def test_only_scripts_that_run_in_place_are_found() -> None:
    markup = '<script src="a.js">x</script><script type="application/json">{}</script><script data-base="{{ b }}">go()</script>'
    assert find_scripts(markup) == ["go()"]


@pytest.mark.parametrize("script", ["go({{ base }})", "{% if a %}go(){% endif %}"])
def test_a_script_that_differs_from_page_to_page_has_no_hash(script: str) -> None:
    with pytest.raises(ValueError, match="differs"):
        find_scripts(f"<script>{script}</script>")


def test_every_template_has_a_script() -> None:
    for name in TEMPLATES:
        path = next(folder / name for folder in THEME if (folder / name).is_file())
        assert find_scripts(path.read_text("utf-8")), name


def test_every_script_in_our_templates_is_named() -> None:
    own = [path for path in THEME[0].rglob("*.html") if find_scripts(path.read_text("utf-8"))]
    assert {path.relative_to(THEME[0]).as_posix() for path in own} <= set(TEMPLATES)


def test_the_servers_policy_is_that_of_the_pages() -> None:
    headers = read_headers()
    assert headers["Content-Security-Policy"] == write_header([*read_scripts(THEME), redirects.SCRIPT])
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert {"Referrer-Policy", "Permissions-Policy"} <= headers.keys()
