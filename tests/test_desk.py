"""The form as a folder: everything it needs is in it, and nothing is lost by writing it in the wrong place."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadside import desk
from broadside.cli import main
from broadside.desk import NoForm, write_form
from sites import REPOSITORY, make_site, printing_alone

EDITING = "  editing: {forge: forgejo, repository: safety/site, address: 'https://git.example', app_id: form}\n"


def make_config(root: Path, editing: str) -> Path:
    """Return the configuration of a small site that says ``editing``."""
    config = make_site(root, {})
    config.write_text(config.read_text("utf-8") + editing, "utf-8")
    return config


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packages with a stand-in for each script: what is tested here is where they go."""
    packages = tmp_path / "packages"
    for name in (f"{desk.DECAP}/decap-cms.js", f"{desk.DECAP}/decap-cms.js.map", desk.YAML):
        (packages / name).parent.mkdir(parents=True, exist_ok=True)
        (packages / name).write_text("// a script\n", "utf-8")
    monkeypatch.setattr(desk, "PACKAGES", packages)
    return packages


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the samples of the designs out, which a site of its own would have to print."""
    monkeypatch.setattr(desk, "_place_samples", lambda _catalog, _folder: None)


@pytest.mark.usefixtures("installed")
def test_everything_that_the_page_names_is_in_the_folder(tmp_path: Path) -> None:
    with printing_alone():
        folder = write_form(REPOSITORY / "mkdocs.yml", tmp_path / "form", local="http://127.0.0.1:8081/api/v1")
    page = (folder / "index.html").read_text("utf-8")
    named = [part.split('"')[0] for key in ('src="', 'href="') for part in page.split(key)[1:]]
    missing = [name for name in named if not name.startswith("data:") and not (folder / name).is_file()]
    assert missing == []
    assert sorted(path.stem for path in (folder / "samples").iterdir()) == sorted(
        path.parent.name for path in (REPOSITORY / "posters/designs").glob("*/design.yml")
    )
    assert not list(folder.rglob("*.map"))
    for line in (folder / "faces.css").read_text("utf-8").splitlines():
        assert (folder / line.split('url("')[1].split('"')[0]).is_file()


@pytest.mark.usefixtures("installed", "unprinted")
def test_it_is_written_for_the_site_s_forge(tmp_path: Path) -> None:
    folder = write_form(make_config(tmp_path / "site", EDITING), tmp_path / "form")
    settings = (folder / "settings.en.js").read_text("utf-8")
    assert '"name": "forgejo"' in settings
    assert '"editorial_workflow"' in settings
    assert "https://git.example" in (folder / "index.html").read_text("utf-8")


@pytest.mark.usefixtures("installed", "unprinted")
def test_what_was_written_before_goes_and_anything_else_stays(tmp_path: Path) -> None:
    config = make_config(tmp_path / "site", EDITING)
    folder = write_form(config, tmp_path / "form")
    (folder / "old.js").write_text("old", "utf-8")
    assert not (write_form(config, folder) / "old.js").exists()
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(NoForm) as caught:
        write_form(config, other)
    assert caught.value.reason == "not-a-form"
    assert (other / "letter.txt").read_text("utf-8") == "mine"


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("editing", ["", EDITING.replace("forgejo", "gitea")])
def test_without_a_forge_that_it_can_work_with_there_is_none(
    editing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = make_config(tmp_path / "site", editing)
    assert main(["--config", str(config), "--language", "en", "form", "--to", str(tmp_path / "form")]) == 2
    assert "extra.editing" in capsys.readouterr().err
    assert not (tmp_path / "form").exists()


def test_without_decap_cms_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(desk, "PACKAGES", tmp_path)
    config = make_config(tmp_path / "site", EDITING)
    assert main(["--config", str(config), "--language", "zh", "form", "--to", str(tmp_path / "form")]) == 2
    assert "make form-tools" in capsys.readouterr().err
