"""Waiting for what a page says, without evaluating words in it: its own policy forbids that, even to who steers the browser."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

STEP_MS = 50
PATIENCE_SECONDS = 30.0
"""The browser driver's own."""


def wait_until(page: Page, expression: str, arg: Any = None, seconds: float = PATIENCE_SECONDS) -> None:
    """Return once ``expression`` holds in the page, in real time; raises the driver's timeout."""
    end = time.monotonic() + seconds
    while not page.evaluate(expression, arg):
        if time.monotonic() > end:
            raise PlaywrightTimeout(expression)
        page.wait_for_timeout(STEP_MS)
