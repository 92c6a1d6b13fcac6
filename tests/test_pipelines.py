"""The pipelines of the three forges: what they may not do stands in none, and their steps do what they say."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from revisions.repositories import QUIET, Repository
from sites import REPOSITORY

GITHUB, FORGEJO = REPOSITORY / ".github/workflows", REPOSITORY / ".forgejo/workflows"
WORKFLOWS = sorted([*GITHUB.glob("*.yml"), *FORGEJO.glob("*.yml")])
FILLED_IN = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")


def read(path: Path) -> dict[str, Any]:
    """Return a workflow; YAML 1.1 reads its key ``on`` as true."""
    values: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return {("on" if key is True else key): value for key, value in values.items()}


def list_steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def list_events(workflow: dict[str, Any]) -> set[str]:
    on = workflow["on"]
    return {on} if isinstance(on, str) else set(on)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: "/".join(path.parts[-3:]))
def test_no_workflow_gives_a_stranger_what_it_has(path: Path) -> None:
    workflow = read(path)
    assert list_events(workflow) <= {"push", "pull_request_target"}
    assert "secrets" not in path.read_text("utf-8").replace("there are no secrets", "")
    if path.is_relative_to(GITHUB):
        for job in workflow["jobs"].values():
            allowed = {**workflow["permissions"], **job.get("permissions", {})}
            assert allowed in ({"contents": "read"}, {"pull-requests": "write"})
            # Who may write has nothing of the pull request on the machine: no checkout, no artefact, no action at all.
            assert allowed == {"contents": "read"} or not any("uses" in step for step in job["steps"])
    for step in list_steps(workflow):
        # What a stranger can name, a branch or a title, never becomes part of a script.
        assert not FILLED_IN.search(step.get("run", "")), step
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: "/".join(path.parts[-3:]))
def test_of_a_pull_request_nothing_is_checked_out(path: Path) -> None:
    workflow = read(path)
    if "pull_request_target" in list_events(workflow):
        refs = [step["with"]["ref"] for step in list_steps(workflow) if "actions/checkout" in step.get("uses", "")]
        assert refs == (["${{ github.event.pull_request.base.sha }}"] if path.is_relative_to(GITHUB) else [])
        runs = " ".join(step.get("run", "") for step in list_steps(workflow))
        assert ".ci/preview" in runs
        assert ".ci/run" not in runs
        assert not any(step.get("uses", "").startswith("actions/cache@") for step in list_steps(workflow))
    else:
        assert workflow["on"]["push"] == {"branches": ["main", "try/**"]}


def test_everything_of_a_merge_request_is_the_preview() -> None:
    jobs = yaml.safe_load((REPOSITORY / ".gitlab-ci.yml").read_text("utf-8"))
    for name in ("preview", "test", "site"):
        conditions = " ".join(rule["if"] for rule in jobs[name]["rules"])
        assert ("merge_request_event" in conditions) == (name == "preview")
    assert jobs["preview"]["variables"] == {"GIT_DEPTH": 0, "GIT_CHECKOUT": "false", "GIT_SUBMODULE_STRATEGY": "none"}
    assert "cache" not in jobs["preview"]


def test_templates_are_the_same_on_every_forge() -> None:
    template = (REPOSITORY / ".github/pull_request_template.md").read_text("utf-8")  # Forgejo reads this one too
    assert (REPOSITORY / ".gitlab/merge_request_templates/Default.md").read_text("utf-8") == template
    form = yaml.safe_load((REPOSITORY / ".github/ISSUE_TEMPLATE/slogan.yml").read_text("utf-8"))
    issue = (REPOSITORY / ".gitlab/issue_templates/slogan.md").read_text("utf-8")
    for field in form["body"]:
        english, chinese = field["attributes"]["label"].split(" · ")
        assert english in issue
        assert chinese in issue


PLACES = {
    "slogans/hard-hat.md": "editors",
    "docs/knowledge/ladders.md": "editors",
    "docs/redirects.yml": "editors",
    "docs/topics.yml": "code-owners",
    "docs/contributing/decisions/0001-a.md": "code-owners",
    "mkdocs.yml": "code-owners",
    "hooks/mkdocs_events.py": "code-owners",
    "posters/designs/signal/design.typ": "code-owners",
    ".github/workflows/check.yml": "code-owners",
    ".ci/preview": "code-owners",
    "Makefile": "code-owners",
}


def fits(pattern: str, path: str) -> bool:
    """Say whether a pattern of CODEOWNERS fits, of those kinds that ours has: ``*``, a folder, a name in one folder."""
    folder = pattern.removeprefix("/")
    return (
        pattern == "*"
        or (pattern.endswith("/") and path.startswith(folder))
        or bool(re.fullmatch(folder.replace("*", "[^/]*"), path))
    )


@pytest.mark.parametrize("file", [".github/CODEOWNERS", ".gitlab/CODEOWNERS"])
def test_owners_of_the_code_are_asked_for_all_but_content(file: str) -> None:
    lines = [line.split() for line in (REPOSITORY / file).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    for path, owner in PLACES.items():
        assert [name for pattern, name in lines if fits(pattern, path)][-1] == f"@SET-ME/{owner}", path


def test_owners_of_the_code_are_asked_on_forgejo() -> None:
    text = (REPOSITORY / ".forgejo/CODEOWNERS").read_text("utf-8").replace("\\\\", "\\")
    lines = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    for path, owner in PLACES.items():
        asked = {name for rule, name in lines if bool(re.fullmatch(rule.removeprefix("!"), path)) != rule.startswith("!")}
        assert f"@SET-ME/{owner}" in asked, path
        if owner == "editors" and not path.endswith(".yml"):
            assert asked == {"@SET-ME/editors"}, path


@pytest.fixture
def forge(tmp_path: Path) -> tuple[Repository, str, str]:
    """Return a forge's repository with a base whose script says what it was given, and a pull request whose files would run."""
    repository = Repository(tmp_path / "forge")
    base = repository.commit(
        {
            ".ci/preview": b'mkdir -p "$2"; to=$(cd "$2" && pwd); cd "$(dirname "$0")/.."\n'
            b'echo "base: $1 ${3:-} $PREVIEW_NAME" >"$to/said"; git merge-base HEAD "$1" >>"$to/said"\n',
            "Makefile": b".venv/.installed:\n\t@echo installed\n",
        }
    )
    evil = f"touch {tmp_path / 'ran'}\n".encode()
    head = repository.commit({".ci/preview": evil, "Makefile": b".venv/.installed:\n\t" + evil, "docs/a.md": b"# A\n"}, base)
    for name, commit in (("heads/main", base), ("pull/7/head", head), ("merge-requests/7/head", head)):
        repository.git("update-ref", f"refs/{name}", commit)
    return repository, base, head


def run(script: str, folder: Path, **environment: str) -> None:
    """Run a script as a pipeline does, on a machine where nothing needs to be installed."""
    tools = folder.parent / "tools"
    tools.mkdir(exist_ok=True)
    for name in ("apt-get", "sudo"):
        (tools / name).write_text("#!/bin/sh\n", "utf-8")
        (tools / name).chmod(0o755)
    given = {**os.environ, **QUIET, "PATH": f"{tools}:{os.environ['PATH']}", **environment}
    ran = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], cwd=folder, env=given, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("path", [GITHUB / "preview.yml", FORGEJO / "preview.yml"], ids=["github", "forgejo"])
def test_the_steps_run_the_base_and_only_it(path: Path, forge: tuple[Repository, str, str], tmp_path: Path) -> None:
    repository, base, head = forge
    work = tmp_path / "work"
    work.mkdir()
    values = {
        "github.token": "t",
        "github.server_url": f"file://{repository.folder.parent}",
        "github.repository": "forge",
        "github.event.pull_request.number": "7",
        "github.event.pull_request.base.ref": "main",
        "github.event.pull_request.base.sha": base,
        "github.event.pull_request.head.sha": head,
    }
    (tmp_path / "forge.git").symlink_to(repository.folder)
    for step in read(path)["jobs"]["preview"]["steps"]:
        if "actions/checkout" in step.get("uses", ""):
            run(f"git clone -q '{repository.folder}' . && git checkout -q --detach {base}", work)
        if "run" in step:
            filled = {name: FILLED_IN.sub(lambda found: values[found.group(1)], text) for name, text in step.get("env", {}).items()}
            run(step["run"], work, **filled)
    assert (work / "preview/said").read_text("utf-8").split() == [
        "base:",
        head,
        *(["github"] if path.parent == GITHUB else []),
        "main",
        base,
    ]
    assert not (work / "docs").exists()
    assert not (tmp_path / "ran").exists()
    assert "basic" not in (work / ".git/config").read_text("utf-8")


def test_the_script_for_gitlab_runs_the_base_and_only_it(forge: tuple[Repository, str, str], tmp_path: Path) -> None:
    repository, base, head = forge
    work = tmp_path / "work"
    work.mkdir()
    run(f"git init -q . && git remote add origin '{repository.folder}' && git fetch -q origin refs/merge-requests/7/head", work)
    jobs = yaml.safe_load((REPOSITORY / ".gitlab-ci.yml").read_text("utf-8"))
    script = "\n".join([*jobs["default"]["before_script"], *jobs["preview"]["script"]])
    for _ in range(2):  # a runner keeps its folder for the next pipeline
        run(script, work, CI_PROJECT_DIR=str(work), CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main", CI_COMMIT_SHA=head)
    assert (work / "preview/said").read_text("utf-8").split() == ["base:", head, "gitlab", "main", base]
    assert not (work / "docs").exists()
    assert not (tmp_path / "ran").exists()


def test_the_comment_is_written_once_and_then_anew(tmp_path: Path) -> None:
    """The step that may write is run with a stand-in for ``gh`` that keeps what it is asked."""
    work, asked = tmp_path / "work", tmp_path / "asked"
    work.mkdir()
    (tmp_path / "tools").mkdir()
    gh = tmp_path / "tools/gh"
    gh.write_text(
        f'#!/bin/bash\nprintf \'%s\\n\' "$*" >>\'{asked}\'\ncase "$*" in *--paginate*) echo "$EARLIER" ;; esac\n',
        "utf-8",
    )
    gh.chmod(0o755)
    (step,) = read(GITHUB / "preview.yml")["jobs"]["comment"]["steps"]
    facts = {"REPOSITORY": "a/b", "RUN": "https://forge.example/run/1", "NUMBER": "7", "GH_TOKEN": "t"}
    assert {*facts, "RESULT"} == {*step["env"]}
    run(step["run"], work, **facts, RESULT="success", EARLIER="")
    assert "--method POST repos/a/b/issues/7/comments" in asked.read_text("utf-8")
    asked.unlink()
    run(step["run"], work, **facts, RESULT="failure", EARLIER="99")
    assert "--method PATCH repos/a/b/issues/comments/99" in asked.read_text("utf-8")
    assert "could not be made" in asked.read_text("utf-8")
    asked.unlink()
    run(step["run"], work, **facts, RESULT="cancelled", EARLIER="")
    assert not asked.exists()
    assert not list(work.iterdir())
