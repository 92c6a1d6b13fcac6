"""A question asked before -> its answer, without finding it anew; and a site that is looked through again after an edit."""

from __future__ import annotations

import time
from pathlib import Path

from broadside.checking import gather_site
from broadside.marks import FOLDER, read_clock
from broadside.recalling import KnownFiles, Recall, know_files
from sites import make_small_site

ARTICLE = "---\ntitle: Belts\nkind: rule\ntopics: [height]\n---\nRead [the other](hats.md).\n"
OTHER = "---\ntitle: Hats\nkind: rule\ntopics: [ppe]\n---\nWear one.\n"


def test_an_answer_is_found_once_until_what_it_depends_on_changes() -> None:
    recall, found = Recall(), list[int]()

    def answer() -> int:
        found.append(len(found))
        return found[-1]

    assert [recall.ask("a", 1, answer), recall.ask("a", 1, answer), recall.ask("b", 1, answer)] == [0, 0, 1]
    assert [recall.ask("a", 2, answer), recall.ask("a", 1, answer)] == [2, 3]
    recall.forget("b")
    recall.forget("never asked")
    assert recall.ask("b", 1, answer) == 4


def test_after_each_edit_a_site_is_what_it_is_to_who_sees_it_first(tmp_path: Path) -> None:
    config = make_small_site(tmp_path / "site", {"docs/knowledge/belts.md": ARTICLE, "docs/knowledge/hats.md": OTHER})
    root, known = config.parent, Recall()
    belts, hats = root / "docs/knowledge/belts.md", root / "docs/knowledge/hats.md"
    first = gather_site(config, known=known).catalog.entries
    edits = (
        lambda: hats.write_text(OTHER + "Every day.\n", "utf-8"),
        hats.unlink,  # the other's link leads nowhere now
        lambda: hats.write_text(OTHER.replace("ppe", "pep"), "utf-8"),
        lambda: hats.write_text(OTHER, "utf-8"),
        lambda: belts.write_text(ARTICLE + "\n<script>1</script>\n", "utf-8"),
        lambda: belts.write_text(ARTICLE, "utf-8"),
        lambda: (root / "docs/topics.yml").write_text(
            (root / "docs/topics.yml").read_text("utf-8").replace("ppe:", "hats:"), "utf-8"
        ),
    )
    told = []
    for edit in edits:
        edit()
        again, anew = gather_site(config, known=known), gather_site(config)
        assert (again.problems, again.sheets) == (anew.problems, anew.sheets)
        assert again.catalog.entries == anew.catalog.entries
        told.append([problem.rule for problem in again.problems])
    assert told[0] == []
    assert "link-missing" in told[1]
    assert "topic-unknown" in told[2]
    assert told[3] == []
    assert "html-forbidden" in told[4]
    assert told[5] == []
    assert "topic-unknown" in told[6]
    last = gather_site(config, known=known).catalog.entries
    assert last["slogans/look-first"] is first["slogans/look-first"]
    assert last["knowledge/hats"] is not first["knowledge/hats"]


def test_a_file_is_asked_about_once_while_its_mark_is_the_same(tmp_path: Path) -> None:
    file, known, asked = tmp_path / "plan.pdf", Recall(), list[str]()
    (tmp_path / FOLDER).mkdir()
    file.write_text("one", "utf-8")

    def answer() -> str:
        asked.append(file.read_text("utf-8"))
        return asked[-1]

    def read(given: str = "") -> None:
        assert know_files(tmp_path, known).ask("words", str(file), answer, given) == file.read_text("utf-8")

    while read_clock(tmp_path / FOLDER) <= file.stat().st_ctime_ns:
        time.sleep(0.01)
    for _ in range(3):
        read()
    assert len(asked) == 1
    read("another question")
    assert len(asked) == 2
    file.write_text("two", "utf-8")
    read("another question")
    assert len(asked) == 3


def test_what_was_written_at_this_tick_of_the_clock_is_asked_about_again(tmp_path: Path) -> None:
    file, known = tmp_path / "plan.pdf", Recall()
    file.write_text("one", "utf-8")
    asking = KnownFiles(known, file.stat().st_ctime_ns)
    answers = iter(("first", "second"))
    assert [asking.ask("words", str(file), lambda: next(answers)) for _ in range(2)] == ["first", "second"]
    later = KnownFiles(known, file.stat().st_ctime_ns + 1)
    assert [later.ask("words", str(file), lambda: "third") for _ in range(2)] == ["third", "third"]
    assert know_files(tmp_path, known).clock_ns == 0, "without a folder of its own nothing is believed"
