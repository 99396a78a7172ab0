# Two words for a newcomer: `make demo` and `make test`. Needs Python 3.11 or newer with pip, and nothing else.
SHELL := /bin/sh
VENV ?= .venv
PROMPT ?= a lighthouse at dawn
KEEP ?=
PYTHON ?= $(shell for candidate in python3 python3.13 python3.12 python3.11 python; do \
	if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo "$$candidate"; break; fi; done)
export PROMPT

.PHONY: help demo test clean

help:
	@echo "make demo                      run an AI model from a real Airflow against a local Wiro, print the result"
	@echo "make demo PROMPT='a red fox'   the same with your prompt"
	@echo "make demo KEEP=1               leave Airflow and the local Wiro up until Ctrl-C"
	@echo "make test                      lint, types, spec and codegen checks, every test"
	@echo "make clean                     remove what these commands created"

$(VENV)/.python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found. Install one, or name it: make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "==> creating $(VENV) with $(PYTHON)"
	@"$(PYTHON)" -m venv "$(VENV)" || { echo "$(PYTHON) could not create $(VENV): does it have the venv module?" >&2; exit 1; }
	@"$(VENV)/bin/python" -m pip install --quiet --disable-pip-version-check uv
	@touch $@

$(VENV)/.demo: $(VENV)/.python pyproject.toml
	@echo "==> installing wiro[airflow,sandbox] and Airflow 3.3 into $(VENV)"
	@"$(VENV)/bin/uv" pip install --quiet --python "$(VENV)/bin/python" --editable ".[airflow,sandbox]" "apache-airflow==3.3.*"
	@touch $@

$(VENV)/.test: $(VENV)/.python
	@echo "==> installing tox into $(VENV)"
	@"$(VENV)/bin/uv" pip install --quiet --python "$(VENV)/bin/python" "tox>=4.30" "tox-uv>=1.25"
	@touch $@

demo: $(VENV)/.demo
	@exec "$(VENV)/bin/python" -m demo $(if $(filter-out 0,$(KEEP)),--keep)

test: $(VENV)/.test
	@echo "==> lint, types, spec and codegen checks, tests on Airflow 3.3 and 2.11, end to end"
	@"$(VENV)/bin/tox" run --colored no

clean:
	rm -rf "$(VENV)" .tox
