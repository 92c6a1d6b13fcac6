"""The form's files: a page a language, a policy that names the forge alone, settings that a script can read."""

from __future__ import annotations

import dataclasses
import html
import json
from types import MappingProxyType
from typing import Any

import pytest

from broadside.catalog import Catalog
from broadside.catalog.editing import Editing
from broadside.desk import SOURCES
from broadside.forms.backends import make_backend, make_local_backend
from broadside.forms.page import list_shipped, make_texts
from broadside.texts import LANGUAGES

PAGE = (SOURCES / "page.html").read_text("utf-8")


def write(catalog: Catalog, backend: dict[str, Any], *, local: bool = False) -> dict[str, str]:
    return dict(make_texts(catalog, backend, PAGE, local=local))


def read_settings(text: str) -> Any:
    return json.loads(text.partition("window.BROADSIDE_FORM = ")[2].rstrip().rstrip(";"))


def test_a_page_a_language_each_leading_to_the_other(catalog: Catalog) -> None:
    files = write(catalog, make_local_backend("main"), local=True)
    assert files.keys() == {"index.html", "zh.html", "settings.en.js", "settings.zh.js", "faces.css"}
    assert '<html lang="en">' in files["index.html"]
    assert '<a href="zh.html" lang="zh" hreflang="zh">中文</a>' in files["index.html"]
    assert '<a href="index.html" lang="en" hreflang="en">English</a>' in files["zh.html"]
    assert "make serve" in files["index.html"]
    assert "$" not in files["zh.html"]


@pytest.mark.parametrize(
    ("editing", "hosts"),
    [
        (Editing(forge="github", repository="a/b"), ["https://api.github.com", "https://avatars.githubusercontent.com"]),
        (Editing(forge="gitlab", repository="a/b"), ["https://gitlab.com"]),
        (Editing(forge="forgejo", repository="a/b", address="https://git.example/"), ["https://git.example"]),
    ],
)
def test_the_policy_names_the_forge_and_no_other(editing: Editing, hosts: list[str], catalog: Catalog) -> None:
    page = html.unescape(write(catalog, make_backend(editing))["index.html"])
    policy = page.partition('http-equiv="Content-Security-Policy" content="')[2].partition('">')[0]
    assert f"connect-src 'self' data: blob: {' '.join(hosts)};" in policy
    assert "script-src 'self' 'unsafe-eval';" in policy
    assert sorted({word for word in policy.replace(";", "").split() if "://" in word}) == sorted(hosts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_settings_can_be_read_and_stand_in_the_language(language: str, catalog: Catalog) -> None:
    settings = read_settings(write(catalog, make_local_backend("main"))[f"settings.{language}.js"])
    assert settings["config"]["locale"] == {"en": "en", "zh": "zh_Hans"}[language]
    assert settings["config"]["load_config_file"] is False
    assert settings["config"]["collections"][0]["label"] == {"en": "Slogans", "zh": "标语"}[language]
    assert settings["design"] in settings["designs"]
    assert {"text", "theme", "masthead"} == set(settings["by_language"])
    assert settings["languages"]["ar"]["direction"] == "rtl"
    assert settings["designs"].keys() == catalog.designs.keys()


def test_every_face_that_is_named_is_shipped_and_stands_in_the_style_sheet(catalog: Catalog) -> None:
    files = write(catalog, make_local_backend("main"))
    settings = read_settings(files["settings.en.js"])
    named = {face for design in settings["designs"].values() for face in design["faces"]}
    named |= {face for language in settings["languages"].values() for faces in language["faces"].values() for face in faces}
    assert named == set(list_shipped(catalog))
    for face in named:
        assert f'"faces/{face}.ttf"' in files["faces.css"]
        assert catalog.faces[face].path.is_file()


def test_a_hostile_name_stays_text(catalog: Catalog) -> None:
    unit = catalog.settings.unit
    brand = catalog.brands[unit].model_copy(update={"name": {"en": '</title><script>"$x'}})
    hostile = dataclasses.replace(catalog, brands=MappingProxyType({**catalog.brands, unit: brand}))
    assert "&lt;/title&gt;&lt;script&gt;&quot;$x" in write(hostile, make_local_backend("main"))["index.html"]
