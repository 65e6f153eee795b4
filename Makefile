# Two commands: `make play` opens the dojo, `make test` runs everything.
# They need Python 3.11 or newer and make, and nothing else.

PYTHON ?= $(shell command -v python3 || command -v python)
VENV := .venv
BIN := $(VENV)/bin
PARTS := pyproject.toml constraints.txt

.PHONY: play test lint clean
.DEFAULT_GOAL := play

play: $(VENV)/.installed
	@$(BIN)/salesdojo $(ARGS)

# What pytest makes of the test files is kept: without it each process makes it anew.
test: $(VENV)/.installed-dev
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) dist build

$(VENV)/.installed: $(PARTS) | $(VENV)/bin/python
	@echo "Installing salesdojo into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[pictures]' || { \
	  echo "Without the part that lays out SVG pictures, which cannot be installed here ..."; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .; }
	@touch $@

$(VENV)/.installed-dev: $(PARTS) | $(VENV)/bin/python
	@echo "Installing salesdojo and its test tools into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.installed

# A half-made environment is taken away again, so that the next run starts clean.
$(VENV)/bin/python:
	@if [ -z "$(PYTHON)" ]; then \
	  echo "salesdojo needs Python 3.11 or newer, and no python3 was found." >&2; \
	  echo "Install Python, or say where it is: make PYTHON=/path/to/python3" >&2; exit 2; fi
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "salesdojo needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1)." >&2; \
	  echo "Install a newer one, or say where it is: make PYTHON=/path/to/python3" >&2; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "$(PYTHON) cannot make a virtual environment: its venv module is missing." >&2; \
	  echo "On Debian and Ubuntu: apt install python3-venv" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 2; }
