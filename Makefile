# Every recipe is a line or two that a person could type. They run in .venv, which is made here.
PYTHON ?= python3
RUN := .venv/bin/python
CATALOGUES := $(wildcard templates/locale/*/LC_MESSAGES/verbatim.po)
PIP_INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes

.PHONY: site serve check test bench docs messages pictures

## site: build the site into site/
site: .venv/site.stamp
	$(RUN) build.py

## serve: preview it on this machine, with live reload
serve: .venv/site.stamp
	$(RUN) build.py serve

## check: everything but the tests and the writing
check: .venv/dev.stamp
	$(RUN) -m ruff format --check . && $(RUN) -m ruff check .
	$(RUN) -m mypy
	.venv/bin/lint-imports --no-logo
	.venv/bin/codespell
	$(RUN) build.py check

## test: bring the validators and run every test
test: .venv/dev.stamp
	tests/tools/install.sh
	$(RUN) -m pytest -n 2 --dist loadfile

## bench: compare with other generators on the same made-up events; installs them into a cache folder
bench: .venv/dev.stamp
	$(RUN) -m benchmarks
	$(RUN) -m benchmarks --tools verbatim-minimal hugo-minimal eleventy-minimal --events 1000
	$(RUN) -m benchmarks --own 1000 10000 100000
	$(RUN) -m benchmarks --latency --tools verbatim hugo eleventy --events 1000
	$(RUN) -m benchmarks.preview_latency

## docs: write the reference pages from the schema and the list of problems
docs: .venv/site.stamp
	$(RUN) -m generator.cli.reference

## messages: collect what the interface says, and bring the catalogues up to date
messages: .venv/dev.stamp
	.venv/bin/pybabel extract -F babel.cfg -o .venv/verbatim.pot --no-location --sort-output --no-wrap --omit-header .
	$(if $(CATALOGUES),.venv/bin/pybabel update -i .venv/verbatim.pot -d templates/locale -D verbatim --no-wrap --ignore-pot-creation-date)

## pictures: make the README's pictures anew, of the site as it is now
pictures: .venv/dev.stamp
	$(RUN) -m tests.tools.pictures

.venv/site.stamp: requirements/site.txt
	$(PYTHON) -m venv .venv
	$(PIP_INSTALL) -r $< && touch $@

.venv/dev.stamp: requirements/dev.txt
	$(PYTHON) -m venv .venv
	$(PIP_INSTALL) -r $< && touch $@
