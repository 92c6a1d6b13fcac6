"""The editors' form in Chromium: a Chinese slogan is written, saved, lies on a branch, and is checked and printed there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from broadside.building import print_site
from broadside.checking import check_site, plan_wish
from broadside.desk import PACKAGES, write_form
from broadside.sheets import Wish
from sites import REPOSITORY, make_site, printing_alone

from .tools import AXE

WORDS = {"en": "Wet floor, slow feet", "zh": "地湿路滑，慢一步更稳当"}
BRANCH = "cms/slogan/wet-floor-slow-feet"
SECONDS = 60
"""How long a server on a loaded machine may take to begin; our choice."""


@dataclass(frozen=True)
class Desk:
    """The form behind a server, the decap-server behind it, and the repository that both work on."""

    address: str
    server: str
    repository: Path

    def git(self, *arguments: str) -> str:
        """Run git in the repository and return what it prints."""
        done = subprocess.run(["git", *arguments], cwd=self.repository, capture_output=True, text=True, check=True)
        return done.stdout


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A repository of a small site, its form, and what serves them."""
    root = tmp_path_factory.mktemp("desk")
    repository, port = root / "repository", find_port()
    make_site(repository, {".gitignore": ".broadside/\n"})
    made = Desk("", f"http://127.0.0.1:{port}", repository)
    made.git("init", "--quiet", "--initial-branch", "main")
    for name, value in (("user.name", "Editor"), ("user.email", "editor@example.org"), ("core.quotepath", "false")):
        made.git("config", name, value)
    made.git("add", ".")
    made.git("commit", "--quiet", "--message", "Begin")
    with printing_alone():
        form = write_form(REPOSITORY / "mkdocs.yml", root / "form", local=f"{made.server}/api/v1", workflow=True)
    environment = {
        **os.environ,
        "PORT": str(port),
        "BIND_HOST": "127.0.0.1",
        "MODE": "git",
        "GIT_REPO_DIRECTORY": str(repository),
        "LOG_LEVEL": "error",
    }
    # As `make cms` serves it: an origin of its own, without the headers of the readers' site.
    other = find_port()
    files = [sys.executable, "-m", "http.server", str(other), "--bind", "127.0.0.1", "--directory", str(form)]
    servers = [
        subprocess.Popen(["node", str(PACKAGES / "decap-server/dist/index.js")], env=environment, cwd=root),
        subprocess.Popen(files, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL),
    ]
    try:
        wait_for(port)
        wait_for(other)
        yield Desk(f"http://127.0.0.1:{other}", made.server, repository)
    finally:
        for server in servers:
            server.terminate()
            server.wait()


def find_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    """Wait until a server listens at ``port``."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(port)


@pytest.fixture(scope="module")
def form(chromium: Browser, desk: Desk) -> Iterator[Page]:
    """The form in Chinese, signed in; any fault of its scripts and any request to elsewhere fails the test."""
    context = chromium.new_context(viewport={"width": 1366, "height": 900}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(SECONDS * 1000)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    legal = (desk.address, desk.server, "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(legal) else faults.append(request.url))
    page.goto(f"{desk.address}/zh.html")
    page.get_by_role("button", name="登录").click()
    expect(page.get_by_role("heading", name="标语", exact=True)).to_be_visible()
    yield page
    context.close()
    assert faults == []


@pytest.fixture(scope="module")
def rehearsal(form: Page) -> Frame:
    """A new slogan with its words written: the frame that shows how they break."""
    form.goto(form.url.split("#")[0] + "#/collections/slogan/new")
    form.get_by_role("textbox", name="English").first.fill(WORDS["en"])
    form.get_by_role("textbox", name="中文").first.fill(WORDS["zh"])
    expect(form.locator("input.address")).to_have_value("wet-floor-slow-feet")
    handle = form.locator("iframe").element_handle()
    assert handle
    frame = handle.content_frame()
    assert frame
    expect(frame.locator(".rehearsal__sample")).to_be_visible()
    return frame


def find(page: Page | Frame, selector: str) -> list[str]:
    """Return what axe finds within ``selector``, with every rule."""
    page.evaluate(AXE.read_text("utf-8"))
    result = page.evaluate("within => axe.run(within)", selector)
    return [f"{finding['id']}: {node['target']}" for finding in result["violations"] for node in finding["nodes"]]


def test_axe_finds_nothing_on_what_is_ours(form: Page, rehearsal: Frame) -> None:
    assert find(form, ".desk") == []
    assert find(form, ".address") == []
    assert find(rehearsal, ".rehearsal") == []


def test_a_chinese_slogan_becomes_a_branch_that_is_checked_and_printed(
    form: Page, rehearsal: Frame, desk: Desk, tmp_path: Path
) -> None:
    expect(rehearsal.locator('[lang="zh"] span')).to_have_text(["地湿路滑，", "慢一步更稳当"])
    form.get_by_role("button", name="保存").click()
    expect(form.locator(".address--fixed")).to_contain_text("slogans/wet-floor-slow-feet.md")
    assert BRANCH in desk.git("branch", "--format=%(refname:short)").split()
    assert desk.git("diff", "--name-only", f"main...{BRANCH}").split() == ["slogans/wet-floor-slow-feet.md"]
    written = desk.git("show", f"{BRANCH}:slogans/wet-floor-slow-feet.md")
    assert written == f"---\ntext:\n  en: {WORDS['en']}\n  zh: {WORDS['zh']}\n---\n"

    draft = tmp_path / "draft"
    desk.git("worktree", "add", "--quiet", "--detach", str(draft), BRANCH)
    checked = subprocess.run(
        [sys.executable, "-m", "broadside.cli", "--config", str(draft / "mkdocs.yml"), "--language", "zh", "check"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY / "hooks")},
    )
    assert (checked.returncode, checked.stdout) == (0, "没有发现错误。\n")
    catalog, _ = check_site(draft / "mkdocs.yml")
    sheets = plan_wish(catalog, ["wet-floor-slow-feet"], Wish(carriers=("poster-a3",), forms=("preview",)))
    printed = print_site(catalog, sheets)
    assert [item.sheet.language for item in printed if item.files["preview"].stat().st_size] == ["en", "zh"]


def test_what_was_there_is_written_back_as_it_was(form: Page) -> None:
    changed = []
    for path in sorted((REPOSITORY / "slogans").glob("*.md")) + sorted((REPOSITORY / "docs").rglob("*.md")):
        text = path.read_text("utf-8")
        back, again = form.evaluate(
            "text => { const one = BROADSIDE_FILES.read(text); const out = BROADSIDE_FILES.write(one, Object.keys(one));"
            " return [JSON.stringify(one), JSON.stringify(BROADSIDE_FILES.read(out))]; }",
            text,
        )
        if back != again:
            changed.append(path.name)
    assert changed == []
