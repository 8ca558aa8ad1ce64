# `make` sets everything up and publishes; `make help` lists the rest.

MAKEFLAGS += --no-builtin-rules
.DEFAULT_GOAL := publish
.DELETE_ON_ERROR:

VENV := .venv
BIN := $(VENV)/bin
OUT := out

# The first Python that is new enough, or `make PYTHON=/path/to/python3`.
PYTHON := $(shell for python in python3.11 python3.12 python3.13 python3.14 python3; do \
    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --require-virtualenv
LOCKED := $(PIP) --require-hashes --no-deps
TESTS := tests
SOURCES := .

.PHONY: publish
publish: $(VENV)/run.stamp  ## publish the default set into out/ (this is what plain `make` does)
	@$(BIN)/surefoot build

.PHONY: test
test: $(VENV)/dev.stamp  ## run all tests, or some: make test TESTS=tests/press
	@$(BIN)/python -m pytest -n 2 --dist worksteal $(TESTS)

.PHONY: lint
lint: $(VENV)/dev.stamp  ## check style, types, spelling and who imports whom
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check --quiet $(SOURCES)
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/codespell .

.PHONY: format
format: $(VENV)/dev.stamp  ## put the code into its form
	@$(BIN)/ruff check --fix $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)

.PHONY: browser
browser:  ## see to it that there is a Chromium, which the tests of the offline page drive
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
	    if command -v apt-get >/dev/null && [ "`id -u`" = 0 ]; then \
	        apt-get update -qq && apt-get install --yes --no-install-recommends chromium >/dev/null; \
	    else \
	        echo "There is no Chromium, so the tests of the offline page in a browser are skipped." >&2; \
	        echo "   On Debian: sudo apt install chromium. Elsewhere, install Chromium or Google Chrome." >&2; \
	    fi; }

.PHONY: screenshots
screenshots: $(VENV)/dev.stamp  ## take the pictures of the offline page in docs/pictures again
	@$(BIN)/python tests/house/screenshots.py

.PHONY: gallery
gallery: $(VENV)/dev.stamp  ## draw every card and publication for a browser: out/gallery/index.html
	@$(BIN)/surefoot gallery pages

.PHONY: golden
golden: $(VENV)/dev.stamp  ## renew the golden pages after a change that is meant
	@SUREFOOT_GOLDEN=renew $(BIN)/python -m pytest tests/golden

.PHONY: docs
docs: $(VENV)/dev.stamp  ## write the tables of docs/authoring.md again
	@$(BIN)/python tests/house/field_guide.py

.PHONY: pictures
pictures: $(VENV)/dev.stamp  ## draw the pictures of README and docs again
	@$(BIN)/python tests/house/pictures.py

.PHONY: figures
figures: $(VENV)/dev.stamp  ## draw the figures of the built-in library again, on all cores
	@$(BIN)/python tests/house/drawings.py

.PHONY: films
films: $(VENV)/dev.stamp  ## draw the films of the cards that move again, where they are stale (a quarter of an hour for all)
	@$(BIN)/python tests/house/films.py

.PHONY: bench
bench: $(VENV)/bench.stamp  ## measure the program beside its peers
	@$(BIN)/python -m bench

.PHONY: lock
lock: $(VENV)/bin/python  ## choose the newest versions of everything and lock them with their hashes
	@$(PYTHON) -m venv build/lock && build/lock/bin/python -m pip --quiet install pip-tools
	@cd requirements && for sources in "run.txt ../pyproject.toml run.in" "dev.txt dev.in" "bench.txt bench.in"; do \
	    set -- $$sources && target=$$1 && shift && \
	    ../build/lock/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header \
	        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options \
	        --annotation-style=line --output-file $$target "$$@" || exit 1; \
	done

.PHONY: clean
clean:  ## remove what was made, the environment too
	@rm -rf $(VENV) $(OUT) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.PHONY: help
help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- Set-up: once, and again when a lock file changes ---

$(BIN)/python:
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    has=`$(or $(PYTHON),python3) --version 2>/dev/null || echo none`; \
	    echo "Surefoot needs Python 3.11 or later; what is here: $$has." >&2; \
	    echo "   Install it from python.org, or name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
	    echo "Python could not make an environment in $(VENV)." >&2; \
	    echo "   On Debian or Ubuntu: sudo apt install python3-venv, then make again." >&2; \
	    rm -rf $(VENV); exit 1; }

$(VENV)/run.stamp: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Setting up (once; about half a minute) ..."
	@$(LOCKED) --requirement requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	@echo "Setting up the tests (once) ..."
	@$(LOCKED) --requirement requirements/dev.txt
	@touch $@

$(VENV)/bench.stamp: requirements/bench.txt $(VENV)/dev.stamp
	@$(LOCKED) --requirement requirements/bench.txt
	@touch $@
