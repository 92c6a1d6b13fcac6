"""The benchmark's material is the same for the same seed, of the size that was asked for, and without a mistake."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bench.material import main, make_material
from bench.vocabulary import SLOT, read_vocabulary
from bench.writing import CARRIERS, DESIGNS
from broadside.checking import gather_site, plan_words
from broadside.sheets import Wish

SIZE = 60
Files = dict[str, bytes]


def read_documents(folder: Path) -> Files:
    """Return the folder's Markdown files and redirects by their paths, but for the program's own."""
    paths = [*folder.glob("docs/**/*"), *folder.glob("slogans/**/*")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths) if path.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_material(tmp_path_factory.mktemp("made"), SIZE, seed=3).folder


def test_the_same_seed_writes_the_same_bytes_and_another_one_others(made: Path, tmp_path: Path) -> None:
    again, other = (make_material(tmp_path / str(seed), SIZE, seed=seed).folder for seed in (3, 4))
    assert read_documents(again) == read_documents(made)
    assert read_documents(other) != read_documents(made)


def test_what_is_made_has_neither_mistake_nor_warning_and_every_kind(made: Path) -> None:
    gathered = gather_site(made / "mkdocs.yml")
    assert gathered.problems == ()
    kinds = Counter(entry.kind for entry in gathered.catalog.entries.values())
    assert set(kinds) == {"knowledge", "notice", "lesson", "faq", "slogan", "drill", "checklist", "campaign"}
    assert kinds.most_common(1)[0][0] == "knowledge"


def test_the_size_counts_files_and_half_of_them_are_translations(made: Path) -> None:
    files = [path for path in read_documents(made) if path.endswith(".md")]
    assert len(files) == SIZE
    assert sum(path.endswith(".zh.md") for path in files) == SIZE / 2


def test_pages_differ_and_have_the_length_of_pages(made: Path) -> None:
    articles = [path.read_text("utf-8").split("---\n", 2)[2] for path in made.glob("docs/knowledge/*.md")]
    english = [text for text in articles if not re.search("[一-龥]", text)]
    assert len(set(english)) == len(english) > 10
    assert 200 < sum(len(text.split()) for text in english) / len(english) < 300


def test_slogans_stand_beside_the_documents_and_name_their_carriers(tmp_path: Path) -> None:
    made = make_material(tmp_path, 40, slogans=12, carriers=6, translated=0.5)
    files = [path for path in read_documents(tmp_path) if path.endswith(".md")]
    slogans = [path for path in files if path.startswith("slogans/")]
    assert (len(files), len(slogans), made.slogans) == (52, 12, 12)
    assert (made.originals, made.translations) == (27, 13)
    sheets = gather_site(made.config).sheets
    assert len(sheets) == 12 * 6 * 2, "in both languages"


def test_the_longest_slogans_fit_on_the_carriers_that_they_name(made: Path) -> None:
    firsts, lasts = read_vocabulary().slogans
    catalog = gather_site(made / "mkdocs.yml").catalog
    for side, language, between in ((0, "en", ". "), (1, "zh", " ")):
        words = between.join(max((pair[side] for pair in half), key=len) for half in (firsts, lasts))
        for design in filter(None, DESIGNS):
            assert len(plan_words(catalog, words, language, Wish(design=design, carriers=CARRIERS[:6]))) == 6, design


def test_a_size_that_cannot_be_made_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--documents", "6", "--to", str(tmp_path / "small")])
    assert "too few" in capsys.readouterr().err
    (tmp_path / "full").mkdir()
    (tmp_path / "full/file").touch()
    with pytest.raises(ValueError, match="not empty"):
        make_material(tmp_path / "full", SIZE)


def test_both_languages_fill_the_same_slots_of_a_sentence() -> None:
    words = read_vocabulary()
    sentences = [pair for name in ("sentences", "steps", "checks", "questions") for pair in words.lists[name]]
    for english, chinese in [*sentences, *(pair for pairs in words.titles.values() for pair in pairs)]:
        slots = [{slot.replace("acts", "act") for slot in SLOT.findall(side)} for side in (english, chinese)]
        assert slots[0] == slots[1], english
