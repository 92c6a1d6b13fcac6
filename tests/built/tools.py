"""The tools of tests/tools, which ``make tools`` installs."""

from __future__ import annotations

from sites import REPOSITORY

FOLDER = REPOSITORY / "tests/tools/node_modules"
AXE = FOLDER / "axe-core/axe.min.js"
VNU = FOLDER / "vnu-jar/build/dist/vnu.jar"
