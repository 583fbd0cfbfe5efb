# Everything a newcomer types. The environment is .venv, made from pinned and hashed requirements.
PYTHON ?= python3
OUT ?= public
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
PYTEST := $(BIN)/python -m pytest

.PHONY: demo test test-browser check soak bench readings docs messages requirements clean

demo: .venv/run
	@$(BIN)/writwatch demo --out $(OUT)

# One more than two processors: a worker waits for a browser, a server or a child about a third of its time.
test: .venv/dev
	@.ci/browser
	$(PYTEST) -n 3 --dist loadgroup -m "not soak and not thorough"

test-browser: .venv/dev
	@.ci/browser
	$(PYTEST) -n 2 --dist loadgroup -m browser

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/basedpyright
	$(PYTEST) -n 2 --dist loadgroup -q -m "not slow and not browser and not soak and not thorough"

# Kills, fuzzing: for closing notes, not for every change.
soak: .venv/dev
	WRITWATCH_KILLS=50 HYPOTHESIS_PROFILE=soak $(PYTEST) -n 2 --dist loadgroup -m "(slow or soak or hypothesis) and not browser" \
	  tests/fetch tests/procedure tests/render tests/test_security.py tests/test_update_workflow.py \
	  tests/test_many_hands.py tests/test_thirty_days.py tests/test_nobody_named.py tests/test_tutorial.py

bench: .venv/dev
	$(BIN)/python tests/bench.py
	$(BIN)/python tests/bench.py --only scale
	$(BIN)/python tests/bench.py --only bulk
	$(BIN)/python tests/bench.py --only site
	$(BIN)/python tests/simulate.py --rows 1,2,3
	$(BIN)/python tests/simulate.py --rows 4 --days 5 --cold ''

readings: .venv/dev
	$(BIN)/python tests/readings.py

# README, docs/ and the rest as pages; every link in them is looked up.
docs: .venv/run
	$(BIN)/python docs/build.py build/docs

# What is to be translated, and what each catalogue of site/locales still lacks.
messages: .venv/dev
	$(BIN)/python tests/messages.py

# New pins, from what pyproject.toml allows: what users install is of the versions that are tested. No registry is named.
PINS = $(BIN)/uv pip compile -q --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml requirements/build.in
requirements: .venv/dev
	$(PINS) --upgrade --extra dev --extra postgres --extra arrow --extra scale --extra search --extra notify -o requirements/dev.txt
	$(PINS) --upgrade -c requirements/dev.txt -o requirements/run.txt

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run: .venv/bin/python requirements/run.txt pyproject.toml
	$(PIP) --require-hashes -r requirements/run.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	$(PIP) --require-hashes -r requirements/dev.txt
	@touch $@

clean:
	rm -rf .venv build dist *.egg-info public
