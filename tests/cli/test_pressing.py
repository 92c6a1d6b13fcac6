"""``press``: all that a build prints, without the build; whole or a share of it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from broadside.press import cluster
from cli.commanding import Command
from sites import DRAWN, make_small_site


def list_store(store: Path) -> set[str]:
    """List what is printed; who prints a share does not record what was printed of a whole document."""
    return {path.relative_to(store).as_posix() for path in store.glob("??/*") if path.suffix != ".json"}


@pytest.fixture
def small(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return the command on a site with one design: two sheets, the samples of the design and the papers of an article."""
    monkeypatch.delenv("BROADSIDE_STORE", raising=False)
    article = "---\ntitle: Ladders\nkind: skill\ntopics: [ppe]\n---\n## First\n\nLook.\n"
    files = {
        "slogans/look-first.md": "---\ntext: {en: Look first, zh: 先看后干}\ncarriers: [poster-a4]\n---\n",
        "docs/knowledge/ladders.md": article,
        **DRAWN,
    }
    return Command(make_small_site(tmp_path / "site", files), capsys)


def test_shares_print_all_that_a_build_would_and_nothing_twice(small: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[set[str]] = []
    for number in (1, 2):
        monkeypatch.setenv("BROADSIDE_STORE", str(small.config.parent / f"store-{number}"))
        code, said, told = small("press", "--shard", f"{number}/2")
        assert (code, said) == (0, "")
        assert [line.split(":")[0] for line in told.splitlines() if line] == ["Sheets", "Papers"]
        made.append(list_store(small.config.parent / f"store-{number}"))
    monkeypatch.delenv("BROADSIDE_STORE")
    assert small("press", "--workers", "1")[0] == 0
    assert made[0] | made[1] == list_store(small.config.parent / ".broadside/store")
    assert not made[0] & made[1]
    assert "none had to be printed" in small("press")[2]


def test_a_cluster_without_dask_or_without_a_scheduler_is_told(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE_S", 0.5)
    code, _, said = run("press", "--dask", "tcp://127.0.0.1:9")
    assert (code, said.split(".")[0]) == (2, "No Dask scheduler answers at tcp://127")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    assert run("press", "--dask", "tcp://127.0.0.1:9")[2].startswith("Printing on a cluster needs Dask.")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--shard", "9/8"), "A share is written as its number and how many there are, such as --shard 3/8; 9/8 is none.\n"),
        (("--workers", "0"), "Somebody must print: --workers 0 is too few.\n"),
    ],
)
def test_what_cannot_be_done_is_told(run: Command, given: tuple[str, ...], said: str) -> None:
    assert run("press", *given) == (2, "", said)


def test_a_mistake_is_told_as_the_check_tells_it(run: Command) -> None:
    Path(run.config.parent, "slogans/look-first.md").write_text("---\ntext: {en: Look}\ndesign: singal\n---\n", "utf-8")
    code, said, _ = run("press")
    assert (code, 'unknown design "singal"' in said) == (1, True)


def test_what_could_not_be_sent_to_a_shared_store_is_a_refusal(
    small: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BROADSIDE_STORE", f"file://{tmp_path}/nowhere")
    code, _, told = small("press", "--workers", "1")
    assert code == 2
    assert told.endswith(" files could not be sent. They stay here; run the command again when the store can be reached.\n")


def test_one_unit_s_kit_is_printed_on_demand_and_nothing_else(small: Command, tmp_path: Path) -> None:
    look = small.config.parent / "slogans/look-first.md"
    look.write_text(look.read_text("utf-8").replace("---\n", "---\ncampaign: month\n", 1), "utf-8")
    code, said, told = small("press", "--unit", "works", "--to", str(tmp_path / "kit"), "--workers", "1")
    assert (code, told.count("\n") > 0) == (0, True)
    names = sorted(path.relative_to(tmp_path / "kit").as_posix() for path in (tmp_path / "kit").rglob("*.*"))
    assert sorted(said.split()) == [str(tmp_path / "kit" / name) for name in names]
    assert {name.rpartition("-")[0] for name in names if name.endswith("-office.pdf")} == {
        f"poster-a4/look-first-poster-a4-{language}-works" for language in ("en", "zh")
    }
    assert not [name for name in names if name.endswith(".webp")]
    assert "none had to be printed" in small("press", "--unit", "works")[2]


def test_what_no_unit_can_have_is_told(small: Command) -> None:
    assert small("press", "--unit", "works")[2].startswith("No slogan of the running campaign is printed on a carrier of the kit")
    code, said, _ = small("press", "--unit", "work")
    assert (code, said.split("\n")[0]) == (1, 'broadside press:1:1: --unit: unknown unit "work".')
    assert small("press", "--to", "kit")[2].startswith("A folder is for one unit's kit.")
    assert small("press", "--unit", "works", "--shard", "1/2")[2].startswith("One unit's kit is printed as a whole")
