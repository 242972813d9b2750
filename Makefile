# make run    set up what is missing, then open the window
# make test   set up what is missing, then check and test everything

.DEFAULT_GOAL := help
.PHONY: help run test format pictures bench wheel clean

VENV   := .venv
PYTHON ?= python3
BIN    := $(VENV)/bin
FILES  ?=

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile
	@echo "make format    put the code in its form"
	@echo "make pictures  drive the window through its states and save PNGs into build/pictures"
	@echo "make bench     measure start, memory, smoothness and the command line"
	@echo "make wheel     build the wheel and the source archive into dist/"
	@echo "make clean     remove all that can be made again"

$(VENV)/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Clippings needs Python 3.11 or newer; name one with: make PYTHON=python3.12 run")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

run: $(VENV)/ready
	@.ci/system-libraries window
	$(BIN)/clippings $(FILES)

test: $(VENV)/ready
	@.ci/system-libraries offscreen
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/coverage run -m pytest
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

format: $(VENV)/ready
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

pictures: $(VENV)/ready
	@.ci/system-libraries offscreen
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.pictures.take build/pictures

bench: $(VENV)/ready
	@.ci/system-libraries offscreen
	$(BIN)/python -m tests.benchmarks.window
	$(BIN)/python -m tests.benchmarks.command_line

wheel: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check build
	$(BIN)/python -m build

clean:
	rm -rf $(VENV) build dist .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
