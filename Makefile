# make serve   the site with live preview            make test    everything CI checks
# make build   the site into site/                   make bench   timings, side by side
# make check   only read the content and report      make lock    renew the lock file
# make cms     the editors' form, on this computer          make form    the same for the forge, in .broadside/form
# make offline the site in offline/ and offline.zip: it opens from a stick (smaller: make offline WITHOUT=print-shop)
.DEFAULT_GOAL := serve
.PHONY: fuzz rebuilds serve build check generated cms form form-tools print offline test lint bench lock tools clean

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
MKDOCS := NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs

serve: $(STAMP)
	$(MKDOCS) serve

build: $(STAMP)
	$(MKDOCS) build --strict

check: $(STAMP)
	$(BIN)/broadside check

# What is made from hooks/broadside/kinds and texts/*/fields.yml and committed; a test fails when it is out of date.
generated: $(STAMP)
	$(BIN)/broadside generate

# The editors' form. `make cms` runs it on this computer against the working tree; `make form` writes it for the forge of
# extra.editing into .broadside/form, for a server with an origin of its own (docs/contributing/web.md).
FORM := hooks/form/node_modules
form: $(STAMP) form-tools
	$(BIN)/broadside form

cms: $(STAMP) form-tools
	$(BIN)/broadside form --local http://127.0.0.1:8081/api/v1 --to .broadside/cms
	@echo "The form: http://127.0.0.1:8091/ · 中文：http://127.0.0.1:8091/zh.html (Ctrl+C ends it)"
	@trap 'kill 0' EXIT; BIND_HOST=127.0.0.1 PORT=8081 ORIGIN=http://127.0.0.1:8091 node $(FORM)/decap-server/dist/index.js & \
	$(BIN)/python -m http.server 8091 --bind 127.0.0.1 --directory .broadside/cms >/dev/null 2>&1

# Decap CMS comes as it was packed, for its package asks for 700 others to build itself of; its hash is its lock.
form-tools: $(FORM)/.installed
$(FORM)/.installed: hooks/form/package-lock.json hooks/form/decap-cms.sha512
	@cd hooks/form && npm ci --silent --ignore-scripts
	@cd $(FORM) && npm pack --silent --ignore-scripts decap-cms@$$(sed 's/.*decap-cms-\(.*\)\.tgz/\1/' ../decap-cms.sha512) >/dev/null \
	  && sha512sum --check --quiet ../decap-cms.sha512 && mkdir -p decap-cms \
	  && tar -xzf decap-cms-*.tgz -C decap-cms --strip-components=1 --exclude='*.map' && rm decap-cms-*.tgz
	@touch $@

offline: build
	$(BIN)/broadside offline --zip $(addprefix --without ,$(WITHOUT))

print: $(STAMP)
	$(BIN)/broadside print --to printed

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# Three processes where there are two processors: a test that waits, for a page to come to rest or for npm, leaves its own to another.
test: $(STAMP)
	@$(MAKE) --no-print-directory -j2 tools lint
	$(BIN)/pytest -n 3 --dist loadfile --no-loadscope-reorder

# Rows by name: make bench ROWS="--markdown scale-build" (docs/contributing/performance.md).
bench: $(STAMP)
	PYTHONPATH=hooks:tests $(BIN)/python -m bench $(ROWS)

# The tests look at what was made with tools that did not make it: each command and the Debian package it comes from. What is
# missing is installed as root; else the line to run is said.
TOOLS := bwrap:bubblewrap chromium-headless-shell:chromium-headless-shell pdfinfo:poppler-utils qpdf:qpdf zbarimg:zbar-tools tesseract:tesseract-ocr npm:npm java:default-jre-headless
tools:
	@missing=""; \
	for pair in $(TOOLS); do command -v $${pair%%:*} >/dev/null || missing="$$missing $${pair##*:}"; done; \
	tesseract --list-langs 2>/dev/null | grep -q chi_sim || missing="$$missing tesseract-ocr-chi-sim"; \
	[ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || missing="$$missing fonts-dejavu-core"; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	  else echo "The tests need more tools. Run: sudo apt-get install$$missing"; exit 1; fi; \
	fi
	@$(MAKE) --no-print-directory tests/tools/node_modules/.installed form-tools

# axe and the validator of HTML, from npm; nothing of them becomes part of the site.
tests/tools/node_modules/.installed: tests/tools/package-lock.json
	cd tests/tools && npm ci --silent
	@touch $@

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Broadside needs Python 3.11 or newer."; exit 1; }
	$(PYTHON) -m venv .venv || { echo "On Debian run: sudo apt-get install python3-venv"; exit 1; }
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# Inputs that reach lines not reached before, for what strangers' files come to first. atheris is installed for this alone.
FUZZ_SECONDS ?= 600
fuzz: $(STAMP)
	$(BIN)/uv pip install --quiet --target .fuzz/library atheris==3.0.0
	PYTHONPATH=.fuzz/library:hooks:tests nice $(BIN)/python -m hostile.fuzzing $(FUZZ_SECONDS)

# Edits at random, two hundred sequences of them: what the live preview has at the end must be what a clean build makes.
REBUILDS ?= 200
rebuilds: $(STAMP)
	PYTHONPATH=hooks:tests BROADSIDE_TODAY=2027-06-10 nice $(BIN)/python -m built.rebuilding --sequences $(REBUILDS)

lock: $(STAMP)
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet --output-file requirements.lock

# The archives of editions in .broadside/editions stay: they are kept to be printed again.
clean:
	rm -rf .venv .broadside/store site printed offline offline.zip
