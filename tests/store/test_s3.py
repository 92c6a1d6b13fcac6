"""A store on S3: a real server that speaks its protocol, over HTTP, and what it is asked."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import fsspec
import pytest

from broadside.cli import main
from broadside.store import Store, make_key, open_store
from broadside.store.remote import open_remote
from sites import DRAWN, REPOSITORY, make_small_site

FILES: dict[str, str | bytes | None] = {
    "slogans/look-first.md": "---\ntext: {en: Look first, zh: 先看后干}\ncarriers: [poster-a4]\n---\n",
    "docs/knowledge/ladders.md": "---\ntitle: Ladders\nkind: skill\ntopics: [ppe]\n---\nLook.\n",
    **DRAWN,
}


@dataclass(frozen=True)
class Server:
    """A server and the file in which it notes each request."""

    endpoint: str
    log: Path

    def list_requests(self) -> list[str]:
        """Return method and path of each request so far."""
        return re.findall(r'"([A-Z]+ \S+) HTTP', self.log.read_text("utf-8"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start moto's server as a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = Server(f"http://127.0.0.1:{port}", tmp_path_factory.mktemp("s3") / "requests.log")
    with made.log.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)], stderr=log, stdout=log
        )
    try:
        while True:
            try:
                urllib.request.urlopen(f"{made.endpoint}/moto-api/", timeout=60).close()
                break
            except OSError:
                assert process.poll() is None, made.log.read_text("utf-8")
                time.sleep(0.1)
        yield made
    finally:
        process.kill()
        process.wait()


@pytest.fixture
def bucket(server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """Make an empty bucket; the environment says where the server is and who asks, as it would for any program."""
    for name, value in {
        "AWS_ENDPOINT_URL": server.endpoint,
        "AWS_ACCESS_KEY_ID": "somebody",
        "AWS_SECRET_ACCESS_KEY": "something",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "NO_PROXY": "127.0.0.1",
    }.items():
        monkeypatch.setenv(name, value)
    clear_opened()
    name = f"s{make_key(str(tmp_path))[:20]}"
    fsspec.filesystem("s3").mkdir(name)
    yield f"s3://{name}"
    clear_opened()


def clear_opened() -> None:
    open_remote.cache_clear()
    fsspec.get_filesystem_class("s3").clear_instance_cache()


def fail() -> bytes:
    raise AssertionError


def test_what_one_computer_made_another_one_takes(bucket: str, server: Server, tmp_path: Path) -> None:
    keys = [make_key(str(number)) for number in range(300)]
    one = open_store(tmp_path / "one", f"{bucket}/posters", "")
    for key in keys[:40]:
        one.put(key, ".pdf", key.encode())
    one.put(keys[0], ".ink", b"12.0")
    before = len(server.list_requests())
    two = open_store(tmp_path / "two", f"{bucket}/posters", "")
    two.fetch([(key, ".pdf") for key in keys])
    asked = server.list_requests()[before:]
    assert [two.has(key, ".pdf") for key in keys] == [True] * 40 + [False] * 260
    assert all(two.locate(key, ".pdf").read_text() == key for key in keys[:40])
    assert two.locate(keys[0], ".ink").read_bytes() == b"12.0"
    gets = [line for line in asked if re.match(r"GET /[^?]+\.(pdf|ink)", line)]
    assert len(gets) == 41, "what is there is fetched once, and nobody asks for a key that is not"
    assert len(asked) <= 41 + 1 + len({key[:2] for key in keys[:40]}), "beyond that only folders are listed that are there"
    before = len(server.list_requests())
    two.fetch([(key, ".pdf") for key in keys])
    assert len(server.list_requests()) == before, "the listing is believed for a while"


def test_a_torn_object_is_not_taken(bucket: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    open_store(tmp_path / "one", bucket, "").put(make_key("a"), ".pdf", b"data")
    system = fsspec.filesystem("s3")
    (name,) = system.find(bucket)
    system.pipe_file(name, b"dat")
    two = open_store(tmp_path / "two", bucket, "")
    assert two.get_or_make(make_key("a"), ".pdf", lambda: b"data").read_bytes() == b"data"
    assert "is not what its name says" in caplog.text
    assert system.cat_file(name) == b"data"


def test_a_bucket_that_is_not_there_is_told_once(bucket: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = open_store(tmp_path / "one", f"{bucket}-not", "")
    for name in "ab":
        store.get_or_make(make_key(name), ".pdf", lambda: b"data")
    assert len(caplog.records) == 1
    assert f"{bucket}-not cannot be written to" in caplog.text
    assert store.remote is not None
    assert len(store.remote.list_unsent()) == 2


def test_two_computers_print_a_share_each_and_a_third_one_nothing(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BROADSIDE_STORE", f"{bucket}/posters")
    monkeypatch.setenv("BROADSIDE_TODAY", "2027-06-10")
    one, two, three = (str(make_small_site(tmp_path / name, FILES)) for name in ("one", "two", "three"))
    assert main(["--config", one, "press", "--shard", "1/2"]) == 0
    assert main(["--config", two, "press", "--shard", "2/2"]) == 0
    kept = [{path.name for path in (tmp_path / name / ".broadside/store").glob("??/*")} for name in ("one", "two")]
    assert kept[0]
    assert kept[1]
    clear_opened()
    monkeypatch.setattr("broadside.press.engine.SheetEngine.compile", fail)
    assert main(["--config", three, "press", "--workers", "1"]) == 0
    fetched = {path.name for path in (tmp_path / "three/.broadside/store").glob("??/*")}
    assert {name for name in fetched if not name.endswith(".json")} == kept[0] | kept[1]
    capsys.readouterr()
    assert main(["--config", three, "--language", "en", "store"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"Shared at {bucket}/posters; files still to be sent there: 0"


def test_what_was_printed_before_is_sent_by_push(
    bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = make_small_site(tmp_path / "site", FILES)
    store = Store(config.parent / ".broadside/store")
    for name in "abc":
        store.put(make_key(name), ".pdf", name.encode())
    said = ["--config", str(config), "--language", "en", "store", "push"]
    monkeypatch.delenv("BROADSIDE_STORE", raising=False)
    assert main(said) == 2
    assert capsys.readouterr().err.startswith("There is no shared store.")
    monkeypatch.setenv("BROADSIDE_STORE", bucket)
    assert main(said) == 0
    assert main(said) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Sent to {bucket}: 3 files; there already: 0",
        f"Sent to {bucket}: 0 files; there already: 3",
    ]
    monkeypatch.setenv("BROADSIDE_STORE", f"{bucket}-not")
    assert main(said) == 2
    assert capsys.readouterr().err.endswith(
        "3 files could not be sent. They stay here; run the command again when the store can be reached.\n"
    )


def test_a_server_that_is_gone_lets_the_work_go_on(tmp_path: Path, bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")  # the port of discard (RFC 863), where nothing listens
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    clear_opened()
    store = open_store(tmp_path / "one", bucket, "")
    for name in "abc":
        assert store.get_or_make(make_key(name), ".pdf", lambda: b"data").read_bytes() == b"data"
    assert store.remote is not None
    assert len(store.remote.list_unsent()) == 3


def test_only_who_uses_it_loads_the_library() -> None:
    code = (
        "import sys; import broadside.printing, broadside.upkeep; sys.exit(any(name in sys.modules for name in ('fsspec', 's3fs')))"
    )
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(REPOSITORY / "hooks")}, check=False).returncode == 0
