"""Every rule explains itself in both languages, and its examples are proven: the wrong one breaks it alone, the right one none."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from broadside.catalog import read_catalog, read_settings
from broadside.problems import Problem
from broadside.rules import address_rule, explain, find_group, list_rules, read_rule, show
from broadside.tables import import_table, read_table
from broadside.texts import LANGUAGES, read_examples, read_rules, read_texts
from sites import TESTS, find_problems, make_small_site, read_files
from test_invalid import COVERED_ELSEWHERE, FOLDERS

EXAMPLES = read_examples()["rules"]
FRAMES = read_examples()["frames"]
SMALL = read_files(TESTS / "small")
PLAIN = (SMALL["posters/designs/plain/design.yml"] or b"").decode()
TOLD_FOLDERS = {"file-encoding": "saved-as-gbk"}
"""The folders of tests/invalid that break a rule which is told in words, where they go by another name."""


def article(title: str) -> str:
    return f"---\ntitle: {title}\nsummary: {title} for the work.\nkind: skill\ntopics: [ppe]\n---\nPut them on.\n"


def picture(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "#205387").save(file, kind)
    return file.getvalue()


BESIDE: Mapping[str, str | bytes] = {
    "docs/knowledge/helmets.md": article("Helmets"),
    "docs/knowledge/gloves.md": article("Gloves"),
    "docs/knowledge/gloves.zh.md": "---\ntitle: 手套\n---\n戴好手套。\n",
    "docs/knowledge/boots.md": article("Boots"),
    "docs/notices/drill-2026.md": "---\ntitle: Fire drill\ndate: 2026-06-16\nunit: works\n---\nAll take part.\n",
    "docs/notices/gate-plan.txt": "Out by the east gate.\n",
    "docs/lessons/fall.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nThe ladder slides.\n",
    "docs/gate-plan.png": picture("PNG"),
    "docs/works/gate-plan.png": picture("PNG"),
    "slogans/hat.jpg": picture("JPEG"),
    "slogans/hard-hat.md": "---\ntext: {en: Hat on, zh: 戴好帽}\n---\n",
    "posters/brands/works/logo.ai": "%!PS-Adobe-3.0\n",
    "docs/wording.yml": "avoid: {en: {pay attention to safety: mind}, zh: {安全线束: 安全带}}\nblame: {en: [careless]}\n",
    "posters/designs/wall/design.yml": PLAIN.replace("[poster, banner, screen]", "[poster]"),
    "posters/designs/scroll/design.yml": PLAIN + "scripts: [Hans, Hant]\n",
    "posters/designs/upright/design.yml": PLAIN.replace("height: 0.4}", "height: 0.4, set: upright}").replace(
        "height: 0.5}", "height: 0.5, set: upright}"
    ),
    "posters/designs/bare/design.yml": PLAIN.replace("photo: true\n", ""),
    "posters/carriers.yml": (SMALL["posters/carriers.yml"] or b"").decode()
    + "banner-road:\n  group: banner\n  name: {en: Banner over a road, zh: 跨路横幅}\n  paper: 8 × 1 m\n  width_mm: 8000\n"
    "  height_mm: 1000\n  safe_mm: 100\n  distance_m: 25\n  scan_m: 4\n  words_max: 12\n",
}
"""The files that examples name as standing beside them."""


def lay(name: str, side: str) -> dict[str, str | bytes | None]:
    """Return the files of an example as they lie in a site, whole and with those beside it."""
    example = EXAMPLES[name]
    files: dict[str, str | bytes | None] = {path: BESIDE[path] for path in example.get("beside", ())}
    files |= {path.replace("design.yml", "design.typ"): "// Drawn by no test.\n" for path in files if path.endswith("design.yml")}
    frame = FRAMES.get(example.get("in"))
    for sample in getattr(read_rule(name), side):
        text = f"{sample.text}\n" if sample.text else ""
        if frame:
            text = frame["text"].replace("@", sample.text)
        if sample.path == "posters/carriers.yml":
            text = (SMALL[sample.path] or b"").decode() + text
        files[sample.path] = text
        if sample.path == "posters/designs/two/design.yml":
            files["posters/designs/two/design.typ"] = "// Drawn by no test.\n"
    return files


def check(folder: Path, name: str, side: str) -> tuple[Problem, ...]:
    files = lay(name, side)
    table = files.pop("slogans.csv", None)
    config = make_small_site(folder, files)
    if table is None:
        return find_problems(config)
    return import_table(read_catalog(read_settings(config)), read_table("slogans.csv", str(table).encode())).problems


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_wrong_example_breaks_its_rule_alone_and_the_right_one_none(name: str, tmp_path: Path) -> None:
    assert {problem.rule for problem in check(tmp_path / "wrong", name, "wrong")} == {name}
    assert check(tmp_path / "right", name, "right") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_explains_itself(language: str) -> None:
    rules, texts = read_texts(language)["problems"]["rules"], read_rules(language)
    assert texts["why"].keys() == rules.keys() == set(list_rules())
    assert EXAMPLES.keys() | texts["told"].keys() == rules.keys()
    assert not EXAMPLES.keys() & texts["told"].keys()
    for name in rules:
        rule = read_rule(name, language)
        assert rule.wrong != rule.right
        assert rule.why[-1] in ".。", name
        assert not re.search(r"\{\w*\}", rule.says + rule.mend), name


def test_every_language_tells_the_same_rules() -> None:
    first, *others = (read_rules(language) for language in LANGUAGES)
    for other in others:
        assert other.keys() == first.keys()
        for part in ("why", "told", "groups"):
            assert other[part].keys() == first[part].keys()
            assert not set(map(str, other[part].values())) & set(map(str, first[part].values()))


def test_what_is_told_in_words_is_broken_by_a_file_elsewhere() -> None:
    for name in read_rules("en")["told"]:
        assert name in COVERED_ELSEWHERE or TOLD_FOLDERS.get(name, name) in FOLDERS, name


def test_groups_of_rules() -> None:
    groups = read_rules("en")["groups"].keys()
    assert groups == read_examples()["groups"].keys() == {find_group(name) for name in list_rules()}
    assert [find_group(name) for name in ("id-duplicate", "yaml-tab", "front-matter-open", "topic-unknown", "not-upright")] == [
        "address",
        "yaml",
        "yaml",
        "content",
        "posters",
    ]


def test_a_rule_in_a_terminal() -> None:
    assert explain("carrier-unknown").split("\n\n") == [
        'carrier-unknown: …: unknown carrier "…".\n  Mend: use one of ….',
        f"Why\n  {read_rule('carrier-unknown').why}",
        "Wrong · In slogans/hard-hat.md\n  carriers: [poster, banenr]",
        "Right · In slogans/hard-hat.md\n  carriers: [poster, banner]",
    ]
    assert "  （空）\n" in explain("file-empty", "zh")
    assert "用了全角冒号" in explain("yaml-full-width-colon", "zh")
    assert "Wrong\n  A PDF that asks for a password." in explain("file-closed")
    with pytest.raises(KeyError):
        explain("carrier")


def test_what_nobody_can_see_is_shown_by_its_code_point() -> None:
    assert show("a\u200bb\tc\nd") == "a<U+200B>b<U+0009>c\nd"
    for name in ("letter-unseen", "letter-direction", "yaml-tab", "yaml-control"):
        assert "<U+" in explain(name), name


def test_an_address_is_its_name() -> None:
    assert address_rule("carrier-unknown") == "contributing/rules/carrier-unknown"
