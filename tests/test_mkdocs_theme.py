"""The theme's files in a preview: listed once, and those of the site's own folder anew."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.structure.files import Files

from broadside.building import Recall
from mkdocs_theme import list_once

CONFIG = "site_name: Site\ntheme: {name: material, custom_dir: theme}\nplugins: []\n"


def test_the_theme_s_files_are_those_that_the_generator_finds(tmp_path: Path) -> None:
    for folder in ("docs", "theme/css"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    known = Recall()
    for name in ("one.css", "two.css"):  # the second is there when the theme's own files are listed no more
        (tmp_path / "theme/css" / name).write_text("", "utf-8")
        listed = []
        for is_kept in (True, False):
            config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
            if is_kept:
                list_once(config, known)
            files = Files([])
            files.add_files_from_theme(config.theme.get_env(), config)
            listed.append([file.src_uri for file in files])
        assert listed[0] == listed[1]
        assert f"css/{name}" in listed[0]
        assert any(uri.startswith("assets/javascripts/bundle") for uri in listed[0])
