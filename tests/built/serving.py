"""A built site behind a server on this machine that compresses and guards it as README.md has nginx do."""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import io
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sites import read_headers

COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
"""The types of README.md's `gzip_types`, and those that nginx always compresses."""
HEADERS = read_headers()
LEVEL = 1
"""nginx's own `gzip_comp_level`."""


class Files(http.server.SimpleHTTPRequestHandler):
    """Answers for a folder."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name is the library's
        """Say nothing."""

    def end_headers(self) -> None:
        """Send the headers that README.md has nginx send, which no page of ours may break under."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer as the standard server does, with text in gzip and with the site's own page for what is not there."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        is_there = path.is_file()
        if not is_there and not path.is_dir():
            path = Path(self.directory) / "404.html"
        kind = self.guess_type(path)
        if path.is_dir() or not kind.startswith(COMPRESSED) or "gzip" not in self.headers.get("Accept-Encoding", ""):
            return super().send_head()
        data = gzip.compress(path.read_bytes(), LEVEL)
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return io.BytesIO(data)


class Server(http.server.ThreadingHTTPServer):
    """A server that a browser may leave at any time."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went to the next page before it had read all of this one."""


@contextlib.contextmanager
def serve_files(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; yields its address."""
    with Server(("127.0.0.1", 0), functools.partial(Files, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
