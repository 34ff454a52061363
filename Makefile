# Two commands do all the set-up: `make run` (install, build the sample chronology, serve it) and `make test`.
PYTHON ?= python3
SAMPLE ?= south-atlantic-1982
PORT ?= 8050
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check format bench wheel clean
.DEFAULT_GOAL := run

run: $(VENV)/.runs
	$(BIN)/timeline serve --sample $(SAMPLE) --port $(PORT)

test: $(VENV)/.tests
	@.ci/browser $(BIN)/python
	$(MAKE) --no-print-directory check
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile

check: $(VENV)/.tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.tests
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

wheel: $(VENV)/.tests
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "timeline needs Python 3.11 or newer; $(PYTHON) is older. Name another: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "$(PYTHON) cannot make an environment; on Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.runs: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tests: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.runs

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
