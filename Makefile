# What a newcomer needs: make start, make test. Everything else is for authors and developers.
PYTHON ?= python3
FOLDER ?= my-course
VENV   ?= .venv
COUNT  ?= 100000
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help start update quick test spoiled hostile slow check notebooks lint lint-page benchmark fuzz benchmark-hub clean

help:  ## list these commands
	@echo "Communiqué: how to read a diplomatic news story"
	@echo
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*##[[:space:]]*(.*)/  make \1\t\2/' | expand -t 22
	@echo
	@echo "  FOLDER=my-course chooses the student's folder."

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. Install Python 3.11 or newer from python.org, then call make again."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$$($(PYTHON) --version) is too old: Python 3.11 or newer is needed. If you have a newer one: make start PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt-get install python3-venv, then call make again."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml $(VENV)/bin/python
	@echo "Installing; this takes a minute or two the first time."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.ready-test: pyproject.toml $(VENV)/bin/python
	@echo "Installing what the tests need; this takes a minute or two the first time."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $(VENV)/.ready $@

start: $(VENV)/.ready  ## install, copy the course to FOLDER, open the first lesson
	@$(BIN)/communique start "$(FOLDER)"

update: $(VENV)/.ready  ## bring new lessons into FOLDER, beside those you changed
	@$(BIN)/communique start "$(FOLDER)" --update --no-open

$(VENV)/.ready-nbgrader: $(VENV)/.ready-test tests/nbgrader_env.py
	@echo "Installing nbgrader in an environment of its own."
	$(BIN)/python -m tests.nbgrader_env
	@touch $@

# The tests start hundreds of processes, and each is to find compiled modules.
quick test spoiled hostile slow fuzz: export PYTHONDONTWRITEBYTECODE :=

# A file of tests stays in one process; the long files come first (tests/conftest.py says which).
PARALLEL := -n logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder

quick: $(VENV)/.ready-test  ## run all tests but those with a browser, a hub or nbgrader
	@COMMUNIQUE_SAMPLES=0.2 $(BIN)/python -m pytest $(PARALLEL) -m "not browser and not hub and not nbgrader"

test: $(VENV)/.ready-nbgrader  ## run all tests (with a real Chromium, where there is one); print coverage, and where the time goes
	@$(BIN)/python -m pytest $(PARALLEL) --cov --durations=10

spoiled: $(VENV)/.ready-test  ## read 10,000 spoiled students' files through the class report
	@COMMUNIQUE_SAMPLES=50 $(BIN)/python -m pytest tests/teacher/test_spoiled.py

hostile: $(VENV)/.ready-test  ## read 10,000 hostile pages, mails, texts and articles' folders
	@COMMUNIQUE_SAMPLES=45 $(BIN)/python -m pytest tests/drafting/test_hostile_files.py

slow: $(VENV)/.ready-test  ## play every lesson three times with a processor eight times slower
	@COMMUNIQUE_SLOW=3 $(BIN)/python -m pytest tests/browser/test_slow_computer.py

check: $(VENV)/.ready  ## find every fault in the coding of the articles
	@for folder in lessons/articles/*/; do $(BIN)/communique check "$$folder" || exit 1; done

notebooks: $(VENV)/.ready-test  ## build notebooks/ from lessons/
	@$(BIN)/communique build

lint: $(VENV)/.ready-test lint-page  ## style, floors, types, and the page's JavaScript
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports && $(BIN)/mypy

helpers/node_modules/.ready: helpers/package.json
	@npm --prefix helpers install --silent && touch $@

# The page's own tools come from npm. Without Node.js they are left out, unless COMMUNIQUE_REQUIRE_JS is set.
lint-page:
	@if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; then \
		$(MAKE) --silent helpers/node_modules/.ready && npm --prefix helpers run --silent check; \
	else \
		echo "Node.js 20 or newer is missing, so the page's JavaScript is not checked."; test -z "$$COMMUNIQUE_REQUIRE_JS"; \
	fi

benchmark: $(VENV)/.ready-test  ## print the figures of helpers/README.md, measured now
	@$(BIN)/python -m tests.benchmarks

HUB := $(VENV)/hub

benchmark-hub: $(VENV)/.ready-test  ## thirty students at a real JupyterHub on this machine, compared with thirty with one chart
	@PYTHON=$(BIN)/python bash helpers/jupyterhub/install.sh $(HUB)
	@$(BIN)/python -m tests.benchmarks.hub --environments $(HUB) --students $(or $(STUDENTS),30) --both

fuzz: $(VENV)/.ready-test  ## feed COUNT=100000 broken inputs to the reader and the coder
	@$(BIN)/python -m tests.fuzz $(COUNT)

clean:  ## remove the virtual environment (never a student's folder)
	rm -rf $(VENV)
