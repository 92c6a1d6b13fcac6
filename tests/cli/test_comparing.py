"""``diff`` and ``proposal``, as they are typed in a repository."""

from __future__ import annotations

from pathlib import Path

from cli.commanding import SLOGAN, Command, list_names
from revisions.repositories import Repository


def commit_site(run: Command, files: dict[str, bytes]) -> Repository:
    """Make a repository around the site whose only commit has ``files``."""
    repository = Repository(run.config.parent / "repository")
    (repository.folder / ".git").rename(run.config.parent / ".git")
    repository.folder.rmdir()
    repository.folder = run.config.parent
    repository.git("update-ref", "refs/heads/main", repository.commit(files))
    return repository


def test_the_page_and_the_picture_are_written(run: Command, tmp_path: Path) -> None:
    commit_site(run, read_files(run.config.parent))
    slogan = run.config.parent / "slogans/look-first.md"
    slogan.write_text(SLOGAN.replace("Look first", "Look twice"), "utf-8")
    code, said, _ = run("diff", "main", "--to", str(tmp_path / "out"))
    assert (code, said) == (0, f"{tmp_path}/out/difference.html\n{tmp_path}/out/difference.webp\n")
    assert list_names(tmp_path / "out") == ["difference.html", "difference.webp"]
    page = (tmp_path / "out/difference.html").read_text("utf-8")
    assert "<del>first</del><ins>twice</ins>" in page
    assert page.count("<img ") == 3


def read_files(root: Path) -> dict[str, bytes]:
    """Return every file of a site whose posters are links into the repository."""
    found: dict[str, bytes] = {}
    waiting = [root]
    while waiting:
        for path in waiting.pop().iterdir():
            if path.is_dir() and path.name not in {".git", ".broadside"}:
                waiting.append(path)
            elif path.is_file():
                found[path.relative_to(root).as_posix()] = path.read_bytes()
    return found


def test_what_git_does_not_have_is_told(run: Command) -> None:
    code, said, log = run("diff", "main")
    assert (code, said) == (2, "")
    assert "Git cannot give main here." in log
    repository = commit_site(run, {"README.md": b"early"})
    assert run("diff", "main")[::2] == (2, "main has no mkdocs.yml: there was no site then to compare with.\n")
    assert run("diff", "none")[0] == 2
    assert run("proposal", "none", "--to", str(repository.folder / "out"))[0] == 2


def test_mistakes_of_the_content_come_first(run: Command, tmp_path: Path) -> None:
    commit_site(run, read_files(run.config.parent))
    (run.config.parent / "slogans/look-first.md").write_text("---\ntext: ''\n---\n", "utf-8")
    code, said, _ = run("diff", "main", "--to", str(tmp_path / "out"))
    assert (code, "slogans/look-first.md" in said) == (1, True)
    assert not (tmp_path / "out").exists()


def test_a_proposal_is_laid_out_and_named(run: Command, tmp_path: Path) -> None:
    repository = commit_site(run, files := read_files(run.config.parent))
    head = repository.commit(
        {"slogans/look-first.md": SLOGAN.replace("Look first", "Look twice").encode(), "mkdocs.yml": b"hooks: [evil.py]"}, "main"
    )
    to = tmp_path / "out"
    assert run("proposal", head, "--base", "main", "--to", str(to)) == (0, "mkdocs.yml\n", "")
    assert (to / "after/mkdocs.yml").read_bytes() == files["mkdocs.yml"]
    code, _, _ = Command(to / "after/mkdocs.yml", run.capture)(
        "diff", str(to / "before"), "--name", "the trunk", "--proposal", str(to / "proposal.json"), "--to", str(to / "shown")
    )
    assert code == 0
    page = (to / "shown/difference.html").read_text("utf-8")
    assert "What changes since the trunk" in page
    assert page.index("<code>mkdocs.yml</code>") < page.index("<ins>twice</ins>")
