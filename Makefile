# The one door: every habit of the house is a target here. `make` alone lists them.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# Measurements and soaks run alone; the tests take three processes, since one with a browser mostly waits.
SIDE_BY_SIDE ?= --numprocesses 3 --dist worksteal
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --no-deps --require-hashes --only-binary :all:

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) --requirement requirements.lock
	$(BIN)/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	$(PIP) --requirement requirements-dev.lock
	@touch $@

run: $(VENV)/.run  ## install, migrate, fill an empty workbench from seeds/, open the desk on http://localhost:8501
	$(BIN)/workbench seed
	$(BIN)/workbench serve

test: $(VENV)/.dev  ## install what the tests need, the browser included, and run all of them
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m pytest -m "not soak and not bench" $(SIDE_BY_SIDE) --cov --cov-report=term

check: $(VENV)/.dev  ## lint, formatting, types, and the contracts between the floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev  ## put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev  ## measure: extraction against bare spaCy (NEWS=file.jsonl.gz for real stories), judging, the queue at a million claims
	$(BIN)/python -m pytest -m bench -s tests/bench $(if $(NEWS),--news=$(NEWS))

soak: $(VENV)/.dev  ## hold the laws at full size (NEWS=file.jsonl.gz for real stories); under 45 minutes
	$(BIN)/python -m tests.browser.chromium
	timeout 2700 $(BIN)/python -m pytest -m soak -s tests $(if $(NEWS),--news=$(NEWS))

learn: $(VENV)/.dev  ## learn the weights of checkworthiness anew (ROWS=marked.jsonl.gz, CHECK="other.jsonl.gz …" to measure)
	$(BIN)/python -m workbench.extraction.learning $(ROWS) $(CHECK)

lock: $(VENV)/.run  ## write both locks anew from pyproject.toml
	$(BIN)/python -m pip --quiet install uv
	$(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --constraint requirements.lock --output-file requirements-dev.lock

.PHONY: help run test check format bench soak learn lock
