"""Fuzz what strangers' files come to first, guided by which lines an input reaches: ``make fuzz``, outside of ``make test``.

Each target runs in a process of its own for its share of the seconds. What it finds is written to ``.fuzz/`` and named at the end;
mended, it becomes a case of ``files.yml`` or of a test.
"""

from __future__ import annotations

import gc
import io
import re
import subprocess
import sys
import tempfile
import types
import zipfile
from collections.abc import Callable
from pathlib import Path

from broadside.catalog import read_catalog, read_settings
from broadside.checking import check_site
from broadside.frontmatter import decode, parse_document, parse_yaml
from broadside.intake import check_letters
from broadside.intake.contents import check_content
from broadside.intake.unfit import UnfitFileError
from broadside.problems import ContentMistakes, Problem, format_text
from broadside.tables import import_table, place_problems, read_table, write_delimited, write_workbook
from hostile.making import MAKERS, make_picture
from hostile.trying import list_case_files, read_cases
from sites import REPOSITORY, find_problems, make_small_site

FOLDER = REPOSITORY / ".fuzz"
ENDINGS = (".png", ".jpg", ".webp", ".pdf", ".docx", ".xlsx", ".odt", ".csv", ".txt")
DOCUMENTS = (
    "slogans/fuzz.md",
    "docs/fuzz.md",
    "docs/notices/fuzz.md",
    "docs/lessons/fuzz.md",
    "docs/knowledge/fuzz.md",
    "docs/campaigns/fuzz.md",
    "docs/activities/fuzz.md",
    "docs/drills/fuzz.md",
    "docs/responsibilities/fuzz.md",
    "docs/checklists/fuzz.md",
    "docs/blackboards/fuzz.md",
    "docs/quizzes/fuzz.md",
    "docs/scripts/fuzz.md",
    "docs/reports/fuzz.md",
    "docs/faq/fuzz.md",
    "docs/fuzz.zh.md",
    "docs/topics.yml",
    "docs/redirects.yml",
    "docs/synonyms.yml",
    "docs/addresses.yml",
    "docs/wording.yml",
)

RELATIONS = "xl/_rels/workbook.xml.rels"
PARTS = ("xl/sheet1.xml", "xl/workbook.xml", RELATIONS, "xl/strings.xml", "xl/styles.xml", "_rels/.rels")
TABLE = (
    ("English", "中文", "Name", "topics", "carriers", "photo: file", "seconds", "revised"),
    ("Check the strap", "先查吊带", "check-the-strap", "lifting", "poster-a3, banner", "", "15", "2027-03-01"),
    ("=1+1", "火", "", "ppe; fire", "screen", "photos/a.jpg", "x", "44000"),
)
"""Rows to begin from: a good one, and one with much in it that is not."""


def word(problems: list[Problem]) -> None:
    """Word every problem in both languages, as the command does."""
    for language in ("en", "zh"):
        format_text(problems, language).encode()


def try_front_matter(data: bytes) -> None:
    """Read bytes as a document and as a data file."""
    parsed, problems = parse_document("docs/a.md", data, required=False)
    text, _ = decode("docs/a.md", data)
    word([*problems, *check_letters("docs/a.md", text, parsed), *parse_yaml("docs/a.yml", text)[1]])


def try_contents(data: bytes) -> None:
    """Take bytes for a file of each kind in turn: the first says which."""
    if data:
        ending = ENDINGS[data[0] % len(ENDINGS)]
        try:
            word(list(check_content(f"docs/a{ending}", ending, data[1:])))
        except UnfitFileError:
            return


def make_catalog_target(root: Path) -> Callable[[bytes], None]:
    """Return what checks a whole small site with bytes as one of its documents: the first says which."""
    config = make_small_site(root, {})

    def try_catalog(data: bytes) -> None:
        if data:
            file = root / DOCUMENTS[data[0] % len(DOCUMENTS)]
            kept = file.read_bytes() if file.exists() else None
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data[1:])
            try:
                word(list(find_problems(config)))
            finally:
                file.unlink() if kept is None else file.write_bytes(kept)

    return try_catalog


def pack(data: bytes, part: str) -> bytes:
    """Return a workbook with ``data`` as one of its parts; its first sheet's strings stand in a part of their own."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_workbook({"a": TABLE})), "r") as whole, zipfile.ZipFile(file, "w") as packed:
        relations = whole.read(RELATIONS).replace(b"</", b'<Relationship Id="s" Type="/sharedStrings" Target="strings.xml"/></', 1)
        parts = {name: whole.read(name) for name in whole.namelist()} | {
            RELATIONS: relations,
            "xl/strings.xml": b"<sst/>",
            part: data,
        }
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def make_table_target(root: Path) -> Callable[[bytes], None]:
    """Return what imports bytes as a table: the first says whether as they are or as one part of a workbook."""
    config = make_small_site(root, {})
    catalog = read_catalog(read_settings(config))

    def try_table(data: bytes) -> None:
        if not data:
            return
        which, content = data[0] % (len(PARTS) + 1), data[1:]
        table = read_table("slogans.xlsx", pack(content, PARTS[which - 1]) if which else content)
        imported = import_table(catalog, table)
        word(list(imported.problems))
        if imported.files and not imported.problems:
            try:
                check_site(config, imported.files)
            except ContentMistakes as mistakes:
                word(list(place_problems(imported, table, mistakes.problems)))

    return try_table


def lay_seeds(target: str, folder: Path) -> None:
    """Begin from the repository's own files and the hostile ones."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = [*REPOSITORY.glob("docs/*/*.md"), *REPOSITORY.glob("slogans/*.md"), *REPOSITORY.glob("docs/*.yml")]
    texts = [path.read_bytes() for path in pages if "contributing" not in path.parts]
    if target == "contents":
        made = [*(MAKERS[name]() for name in MAKERS), *(make_picture(form) for form in ("PNG", "JPEG", "WEBP"))]
        seeds = [bytes([index]) + data for data in made if len(data) < 5_000 for index in range(len(ENDINGS))]
    elif target == "tables":
        workbook = write_workbook({"a": TABLE})
        with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
            parts = [bytes([index]) + archive.read(name) for index, name in enumerate(PARTS, 1) if name in archive.namelist()]
        seeds = [b"\0" + workbook, b"\0" + write_delimited(TABLE), b"\0" + write_delimited(TABLE).replace(b",", b";"), *parts]
    else:
        cases = [data for case in read_cases().values() for data in list_case_files(case).values()]
        texts += [data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass") for data in cases]
        seeds = [data for data in texts if len(data) < 5_000]
        if target == "catalog":
            # A run checks a whole site, and every seed is run before the clock starts: some tens of them are enough.
            seeds = [bytes([index % len(DOCUMENTS)]) + data for index, data in enumerate(seeds[:: len(seeds) // 40])]
    for index, seed in enumerate(seeds):
        (folder / f"seed-{index}").write_bytes(seed)


TARGETS = ("front-matter", "contents", "catalog", "tables")


def fuzz(target: str, arguments: list[str]) -> None:
    """Fuzz one target in this process; ends it."""
    import atheris  # noqa: PLC0415  installed for this alone

    with tempfile.TemporaryDirectory() as root:
        makers = {"catalog": make_catalog_target, "tables": make_table_target}
        if target in makers:
            run = makers[target](Path(root) / "site")
        else:
            run = {"front-matter": try_front_matter, "contents": try_contents}[target]
        # Only our own functions: to count the lines of the thousands that Python and pydantic have takes minutes.
        for each in gc.get_objects():
            if isinstance(each, types.FunctionType) and str(each.__module__).startswith(("broadside.", "yaml.")):
                atheris.instrument_func(each)
        atheris.Setup([sys.argv[0], *arguments], run)
        atheris.Fuzz()


def main(seconds: int) -> int:
    """Fuzz every target for its share of ``seconds``; print runs and findings, return how many were found."""
    found = 0
    for target in TARGETS:
        folder = FOLDER / target
        lay_seeds(target, folder / "inputs")
        arguments = [f"-max_total_time={seconds // len(TARGETS)}", "-max_len=6000", "-timeout=10", "-rss_limit_mb=1000"]
        arguments += [f"-artifact_prefix={folder}/", "-print_final_stats=1", str(folder / "inputs")]
        command = [sys.executable, "-m", "hostile.fuzzing", target, *arguments]
        with (folder / "log").open("w") as log:
            subprocess.run(command, stderr=log, stdout=log, check=False)
        said = (folder / "log").read_text("utf-8", "replace")
        runs = re.search(r"number_of_executed_units: *(\d+)", said)
        findings = [path.name for path in folder.iterdir() if path.name.startswith(("crash", "timeout", "oom", "slow"))]
        found += len(findings)
        print(f"{target}: {runs.group(1) if runs else 0} runs, {len(findings)} found {findings}", flush=True)  # noqa: T201
    return found


if __name__ == "__main__":
    if sys.argv[1] in TARGETS:
        fuzz(sys.argv[1], sys.argv[2:])
    else:
        sys.exit(1 if main(int(sys.argv[1])) else 0)
