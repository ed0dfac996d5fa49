# The README's commands. Each step of the checks has a target of its own.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null || echo .cache/uv/bin/uv)
INSTALL = VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --compile-bytecode
export PATH := $(CURDIR)/$(BIN):$(PATH)

.DEFAULT_GOAL := help
.PHONY: help words setup setup-dev course test lint types js wheel widgets widgets-check door door-check python \
        notebooks quizzes browser postgresql bench binder-bench poses stride site site-docs site-check python-next site-bench site-pictures docs hub-setup hub-demo hub-capacity screenshots \
        goldens lock clean

help:  ## Say what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

# ---- Set-up ----------------------------------------------------------------

# An older Python would fail halfway, in a resolver's words, and leave a broken .venv behind.
define PYTHON_FITS
@command -v $(PYTHON) >/dev/null || \
  { echo "There is no $(PYTHON) here. Install Python 3.11 or newer." >&2; exit 1; }
@$(PYTHON) -c "import sys; sys.exit(None if sys.version_info >= (3, 11) else 'Running Muscles \
needs Python 3.11 or newer, and $(PYTHON) is %d.%d. Install a newer one, or name the one to use: \
make setup PYTHON=python3.12' % sys.version_info[:2])"
endef

.cache/uv/bin/uv:
	$(PYTHON_FITS)
	$(PYTHON) -m venv .cache/uv
	.cache/uv/bin/python -m pip install --quiet "uv>=0.8"

$(VENV)/bin/python: | $(filter .cache/%,$(UV))
	$(PYTHON_FITS)
	$(UV) venv --quiet --python $(PYTHON) $(VENV)

# Jupyter finds extensions in the environment alone: what was built anew is installed anew.
DOOR := $(wildcard widgets/running_muscles/labextensions/running-muscles-door/package.json)

$(VENV)/.course: requirements.lock pyproject.toml $(DOOR) | $(VENV)/bin/python
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.course
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

widgets/js/node_modules/.installed: widgets/js/package-lock.json $(VENV)/.dev
	cd widgets/js && npm ci --silent --no-audit --no-fund
	@touch $@

# JupyterLab's builder: only who changes the door, or compares it, needs it.
widgets/door/node_modules/.installed: widgets/door/package-lock.json $(VENV)/.dev
	cd widgets/door && npm ci --silent --no-audit --no-fund
	@touch $@

setup: $(VENV)/.course  ## Make the environment that the course and its classes run in
setup-dev: $(VENV)/.dev widgets/js/node_modules/.installed  ## The same, and what the tests need

course: setup  ## Open the course in JupyterLab (ARGS=--no-browser only serves)
	running-muscles open $(ARGS)

# ---- Checks ----------------------------------------------------------------

test: lint types js quizzes python notebooks  ## Every check there is

lint: setup-dev  ## Style of the Python code
	ruff check .
	ruff format --check .

types: setup-dev  ## Types of the Python and the JavaScript code
	mypy
	cd widgets/js && npx tsc --project jsconfig.json && npx tsc --project ../door/jsconfig.json

js: setup-dev widgets-check door-check  ## Front-end modules by themselves
	cd widgets/js && node --test "test/**/*.test.js"
	cd widgets/door && node --test "test/*.test.js"

widgets-check: setup-dev  ## Built scripts are what their source builds
	cd widgets/js && node build.mjs --check

door-check: setup-dev widgets/door/node_modules/.installed  ## The built course door is what its source and the lessons build
	cd widgets/door && node build.mjs --check

quizzes: setup-dev  ## Banks are sound; built quizzes are what the banks build
	running-muscles quiz check
	running-muscles quiz build --check

python: setup-dev browser postgresql  ## Python, widgets in Chromium, nbgrader, JupyterLab
	pytest -n 2 --dist loadfile --no-loadscope-reorder --durations 40 --ignore tests/serverless

notebooks: setup-dev  ## Every lesson under "Run all"
	RUNNING_MUSCLES_HOME=$$(mktemp -d) pytest -n 2 --dist loadfile --nbval-lax course

# The shell alone draws pages faster; without it the browser draws them too.
browser:  ## Chromium for the browser tests; on Debian root installs it and its headless shell when missing
	@command -v chromium-headless-shell >/dev/null && command -v chromium >/dev/null \
	  || { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] && apt-get update -qq \
	       && { apt-get install -y -qq chromium chromium-headless-shell || apt-get install -y -qq chromium; } >/dev/null; } \
	  || true
	@for name in "$$CHROMIUM" chromium chromium-browser google-chrome; do \
	   [ -n "$$name" ] && command -v "$$name" >/dev/null && exit 0; done; \
	 echo "The browser tests need Chromium: install chromium (Debian: apt-get install chromium) or Chrome, or set CHROMIUM to its path." >&2; exit 1

# Tests start a server of their own: the installation shall make none, nor let one run.
NO_SERVER := /etc/postgresql-common/createcluster.d/none.conf

postgresql:  ## PostgreSQL for the tests of several graders; on Debian root installs it when missing
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null \
	  || { command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ] \
	       && mkdir -p $(dir $(NO_SERVER)) && echo "create_main_cluster = false" > $(NO_SERVER) \
	       && apt-get update -qq \
	       && apt-get install -y -qq --no-install-recommends postgresql >/dev/null \
	       && rm -f $(NO_SERVER); } \
	  || echo "PostgreSQL is not installed, so the tests that need it are skipped (Debian: apt-get install postgresql)."

# ---- Making things ---------------------------------------------------------

wheel: setup  ## Build what learners install, into dist/
	python -m hatchling build -d dist

widgets: setup-dev  ## Build the widget scripts from widgets/js
	cd widgets/js && node build.mjs

door: setup-dev widgets/door/node_modules/.installed  ## Build the course door (the JupyterLab extension) from widgets/door and the lessons
	cd widgets/door && node build.mjs

poses: setup-dev  ## Solve the poses of the moving person, and draw the still pictures
	PYTHONPATH=data python data/make/movements.py
	cd widgets/js && node stills.mjs

words: setup-dev  ## Gather every sentence for the translators, and compile what they translated
	PYTHONPATH=data python -m make.words

minutes: setup-dev  ## Measure how long each lesson takes, and say so in its first line
	PYTHONPATH=data python data/make/minutes.py $(if $(SINCE),--since $(SINCE))

bench: setup-dev browser postgresql  ## Measure timing claims side by side; prints, never judges
	python -m bench.start
	python -m bench.grading
	python -m bench.graders
	python -m bench.hold
	python -m bench.report

binder-bench: setup-dev browser  ## Measure Binder's image and its start beside an earlier commit (SINCE=commit)
	python -m bench.binder $(SINCE)

.cache/stride/.installed: pyproject.toml | $(filter .cache/uv/%,$(UV))
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .cache/stride
	VIRTUAL_ENV=.cache/stride $(UV) pip install --quiet --group stride
	@touch $@

stride: .cache/stride/.installed  ## Calculate the running leg's bones and muscle lengths again
	.cache/stride/bin/python data/make/stride

# The hub's own environment. Learners' accounts run it: name a Python that all accounts may run.
HUB_PYTHON ?= /usr/bin/python3
HUB := .cache/hub/venv

$(HUB)/.installed: deploy/hub/requirements.lock pyproject.toml | $(filter .cache/uv/%,$(UV))
	$(UV) venv --quiet --allow-existing --python $(HUB_PYTHON) $(HUB)
	VIRTUAL_ENV=$(HUB) $(UV) pip install --quiet --compile-bytecode --require-hashes \
	  -r deploy/hub/requirements.lock
	@touch $@

deploy/hub/node_modules/.installed: deploy/hub/package-lock.json
	cd deploy/hub && npm ci --silent --no-audit --no-fund --omit=optional
	@touch $@

hub-setup: setup-dev $(HUB)/.installed deploy/hub/node_modules/.installed  ## Install JupyterHub for the rehearsal, into .cache/hub
	VIRTUAL_ENV=$(HUB) $(UV) pip install --quiet --compile-bytecode --no-deps --no-build-isolation \
	  --reinstall-package running-muscles .

REHEARSE = PYTHONPATH=deploy/hub:deploy/hub/single-machine:tests python -m

hub-demo: hub-setup browser  ## Rehearse a class on a hub: three learners, a teacher, one quiz (root: ACCOUNTS=yes)
	$(REHEARSE) rehearsal --accounts $(or $(ACCOUNTS),no) $(ARGS)

hub-capacity: hub-setup browser  ## Measure what 1, 3 and 5 learners cost (root: ACCOUNTS=yes)
	$(REHEARSE) rehearsal.capacity --accounts $(or $(ACCOUNTS),no)

site-bench: site browser  ## Measure how long a learner waits on the site, beside JupyterLab
	python -m bench.site

site-pictures: site browser  ## Renew the film strip of a first minute on the site
	python -m docs.first_minute_site

screenshots: setup-dev browser  ## Renew the pictures under docs/
	python -m docs.screenshots
	python -m docs.gallery
	python -m docs.running_leg
	python -m docs.movements
	python -m docs.first_minute
	python -m docs.walks

SITE := .cache/site/env

$(SITE)/.installed: deploy/site/requirements.lock | $(filter .cache/uv/%,$(UV))
	$(UV) venv --quiet --allow-existing --python $(PYTHON) $(SITE)
	VIRTUAL_ENV=$(SITE) $(UV) pip install --quiet --require-hashes -r deploy/site/requirements.lock
	@touch $@

deploy/site/node_modules/.installed: deploy/site/package-lock.json $(VENV)/.dev
	cd deploy/site && npm ci --silent --no-audit --no-fund --ignore-scripts
	@touch $@

site: setup-dev $(SITE)/.installed deploy/site/node_modules/.installed  ## Build the course as a site without a server, into dist/site
	$(SITE)/bin/python deploy/site/build.py dist/site
	python deploy/site/lean.py dist/site
	python deploy/site/front.py dist/site
	python deploy/site/reading.py dist/site
	python deploy/site/early.py dist/site
	python deploy/site/offline.py dist/site

docs: setup-dev  ## Build the documentation (guides, API, lesson pages) into dist/docs
	python -m docs.site dist/docs

site-docs: site docs  ## Lay the documentation beside the site, as both are published
	rm -rf dist/site/docs
	cp -R dist/docs dist/site/docs
	python deploy/site/front.py dist/site
	python deploy/site/offline.py dist/site

site-check: site-docs browser  ## Try the built site and its documentation in Chromium
	pytest tests/serverless

# What of the tests' packages is compiled for the site's Python: the one of the lock that has such a wheel.
NEXT := .cache/python-next

$(NEXT)/.installed: requirements-dev.lock $(SITE)/.installed
	rm -rf $(NEXT)
	mkdir -p $(NEXT)
	awk '/^hypothesis==/,/# via/' requirements-dev.lock > $(NEXT)/requirements.txt
	$(SITE)/bin/python -m pip install --quiet --no-deps --require-hashes --only-binary :all: \
	  --python-version 3.14 --implementation cp --abi cp314 --platform pyemscripten_2026_0_wasm32 \
	  --target $(NEXT)/packages -r $(NEXT)/requirements.txt
	@touch $@

python-next: setup-dev $(NEXT)/.installed deploy/site/node_modules/.installed  ## Run the tests of pure rooms with the site's Python, 3.14 (minutes)
	node --stack-size=3900 deploy/site/pure-tests.mjs $(NEXT)/packages \
	  "$$(python -c "import sysconfig; print(sysconfig.get_path('purelib'))")" $(ARGS)

goldens: setup-dev  ## Print the ten plans anew, to be read by eye
	PYTHONPATH=tests python -m plan.golden

COMPILE = $(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11

lock: $(VENV)/bin/python  ## Renew the lock files: teaching, learning (Binder), development
	$(COMPILE) --extra teach --group build pyproject.toml -o requirements.lock
	$(COMPILE) --group build --group binder -c requirements.lock pyproject.toml \
	  -o .binder/requirements.txt
	$(COMPILE) --extra teach --extra postgres --group build --group binder --group docs --group test -c requirements.lock \
	  pyproject.toml -o requirements-dev.lock
	$(COMPILE) --group site -o deploy/site/requirements.lock
	UV_PYTHON_DOWNLOADS=never $(UV) pip compile --quiet --generate-hashes --no-header \
	  --python-version 3.14 --python-platform wasm32-pyodide2024 deploy/site/wheels.in \
	  -o deploy/site/wheels.lock
	$(COMPILE) --extra teach --group build --group hub -c requirements.lock pyproject.toml \
	  -o deploy/hub/requirements.lock

clean:  ## Remove what set-up made
	rm -rf $(VENV) .cache widgets/js/node_modules widgets/door/node_modules \
	  deploy/site/node_modules deploy/hub/node_modules
