# Everything a person does with this project. `make` alone lists it.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?=
ROUNDS ?= 2000
PORT ?= 8000
JOT := evals/cases/emily-push-in.txt

# The machine's own pip settings (index, certificates) stay; what would send packages elsewhere does not.
export PIP_USER := 0
export PIP_DISABLE_PIP_VERSION_CHECK := 1
unexport PIP_TARGET PIP_PREFIX PIP_ROOT PIP_REQUIRE_HASHES PIP_DRY_RUN PYTHONHOME PYTHONPATH

INSTALL = $(BIN)/python -m pip install -qq
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--annotation-style line --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test fix sample bench learn defects endure eval figures golden vectors lock clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.run ## make .venv with what otassist needs to run

run: $(VENV)/.run ## open the workspace in the browser
	@echo "Without a browser:  $(BIN)/otassist draft note $(JOT)"
	@$(BIN)/otassist serve --open --port $(PORT)

test: $(VENV)/.dev ## style, types, import contracts, tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(BIN)/python tests/local_model.py
	@requirements/services
	$(BIN)/pytest -n 2 -q

fix: $(VENV)/.dev ## let ruff mend what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

sample: $(VENV)/.dev ## renew the example and the pictures in README.md
	$(BIN)/python tests/test_readme.py
	$(BIN)/python tests/pictures.py

bench: $(VENV)/.dev ## measure speed and print a report
	$(BIN)/python tests/bench/bench.py
	$(BIN)/python tests/bench/model.py
	$(BIN)/python tests/bench/evals.py
	$(BIN)/python tests/bench/web.py
	$(BIN)/python tests/bench/page.py

learn: $(VENV)/.dev ## learn the second reader of goals from all labels
	@$(BIN)/python -c 'import pycrfsuite' 2>/dev/null || \
		{ echo "learning needs python-crfsuite: $(BIN)/python -m pip install 'python-crfsuite>=0.9.11,<0.10'"; exit 1; }
	$(BIN)/python tests/bench/learn.py
	$(BIN)/python tests/bench/learn_relevance.py

defects: $(VENV)/.dev ## seed defects into the notes of all cases and print what the checks catch
	cd tests && ../$(BIN)/python -m checks.seeding

endure: $(VENV)/.dev ## feed it faults, ROUNDS times over
	$(BIN)/python tests/endure/endure.py --rounds $(ROUNDS)

eval: $(VENV)/.run ## run all cases and compare with the baseline
	@rm -rf build/eval
	$(BIN)/otassist eval run --out build/eval
	$(BIN)/otassist eval compare evals/baseline build/eval

figures: $(VENV)/.dev ## renew the composer's figures in README.md from evals/baseline
	cd tests && ../$(BIN)/python -m evaluation.figures

golden: $(VENV)/.dev ## renew the golden notes in tests/golden
	cd tests && ../$(BIN)/python -m drafting.test_emily

vectors: $(VENV)/.dev ## renew corpus/vectors.npz after a change in corpus/
	cd tests && ../$(BIN)/python -m embedding.vectors

lock: $(VENV)/.made ## pin every dependency anew
	$(INSTALL) 'uv>=0.8,<1'
	$(LOCK) pyproject.toml --upgrade --group build --output-file requirements/run.lock
	$(LOCK) pyproject.toml --upgrade --group dev --constraints requirements/run.lock --output-file requirements/dev.lock
	$(LOCK) requirements/local.in --upgrade --no-deps --output-file requirements/local.lock

clean: ## remove .venv, caches and builds
	rm -rf $(VENV) .venv-local .venv-local.lock build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/.made:
	@python=$$(PYTHON="$(PYTHON)" requirements/find-python) && $$python -m venv --clear $(VENV)
	@touch $@

$(VENV)/.run: requirements/run.lock pyproject.toml | $(VENV)/.made
	@echo "Setting up $(VENV) to run otassist"
	@$(INSTALL) --require-hashes -r $<
	@$(INSTALL) --no-build-isolation --no-deps -e .
	@touch $@

# The development pins contain the run pins, so this makes both.
$(VENV)/.dev: requirements/dev.lock requirements/run.lock pyproject.toml | $(VENV)/.made
	@echo "Setting up $(VENV) to develop otassist"
	@$(INSTALL) --require-hashes -r $<
	@$(INSTALL) --no-build-isolation --no-deps -e .
	@touch $(VENV)/.run $@
