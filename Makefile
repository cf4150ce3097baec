# What this project can do on a fresh machine with Python 3.11, pip, make and git. `make` alone lists it.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
VENV ?= .venv
STORE ?= kg-store
OUT ?= out
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
COMPILE := $(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --annotation-style line \
	--no-emit-index-url --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check lint format frontend lock bench bench-page peers calibrate coreference implied recogniser chromium clean distclean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "error: Python 3.11 or later is needed (make PYTHON=/path/to/python3.11)" >&2; exit 2; }
	@# Some systems ship venv without pip in it; the pip beside that Python can then fill the environment.
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { $(PYTHON) -m venv --clear --without-pip $(VENV) \
		&& $(PYTHON) -m pip --quiet --python $(BIN)/python install pip; }

# The package itself is installed in place, so that a change to it needs no new installation.
$(VENV)/.installed: requirements.lock pyproject.toml kg/__init__.py | $(BIN)/python
	@echo "Installing the locked dependencies into $(VENV) (some minutes the first time) …"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock | $(VENV)/.installed
	@echo "Installing what the tests and checks need …"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/.installed ## build, validate, export and draw the graph of data/digests
	@echo "== kg build data/digests"
	@$(BIN)/kg build data/digests --store $(STORE)
	@echo "== kg validate"
	@$(BIN)/kg validate --store $(STORE)
	@mkdir -p $(OUT)
	@echo "== kg export $(OUT)/graph.ttl"
	@$(BIN)/kg export $(OUT)/graph.ttl --store $(STORE)
	@echo "== kg network $(OUT)/network.html"
	@$(BIN)/kg network $(OUT)/network.html --store $(STORE)
	@echo
	@echo "The graph is in $(STORE)/, as Turtle in $(OUT)/graph.ttl, to look at in $(OUT)/network.html (open it in a browser)."
	@echo "Try next, after '. $(BIN)/activate':"
	@echo "  kg questions                  the questions that are ready to ask"
	@echo "  kg show 清华大学              all that is known of it, and who says so (any name, any script)"
	@echo "  kg build my-texts/ --store my-store   a graph of your own texts"

test: $(VENV)/.installed $(VENV)/.installed-dev chromium ## the whole test suite, with what it needs
	@$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.installed $(VENV)/.installed-dev ## static checks: style, types, layers, the front-end and its bundle
	@status=0; \
	for tool in "ruff check --quiet ." "ruff format --quiet --check ." "mypy" "lint-imports --no-logo" \
		"python -m tools.frontend --check"; do \
		PYTHONPATH=. $(BIN)/$$tool || { echo "failed: $$tool" >&2; status=1; }; \
	done; exit $$status

check: lint test ## static checks and the test suite

format: $(VENV)/.installed-dev ## bring the code into the project's style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

frontend: $(VENV)/.installed-dev ## build the network page's bundle out of its front-end
	@$(BIN)/python -m tools.frontend $(ARGS)

# A real browser opens the network page in the tests. Debian's package is taken where there is none and this may be done.
chromium:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
		command -v apt-get >/dev/null || { echo "note: no Chromium and no apt-get: install Chromium to run the browser tests"; exit 0; }; \
		if [ "$$(id -u)" = 0 ]; then as=; elif sudo -n true 2>/dev/null; then as="sudo -n"; \
		else echo "note: no Chromium and no right to install it: apt-get install chromium"; exit 0; fi; \
		echo "Installing Chromium from the system's packages …"; \
		export DEBIAN_FRONTEND=noninteractive; \
		{ $$as apt-get -qq install -y --no-install-recommends chromium >/dev/null 2>&1 \
			|| { $$as apt-get -qq update && $$as apt-get -qq install -y --no-install-recommends chromium >/dev/null; }; } \
			|| echo "note: Chromium could not be installed; the browser tests say so"; }

lock: $(VENV)/.installed-dev ## compile requirements*.lock anew (ARGS=--upgrade takes newer versions)
	@$(COMPILE) pyproject.toml --group build --output-file requirements.lock $(ARGS)
	@$(COMPILE) pyproject.toml --group build --group dev --constraints requirements.lock \
		--output-file requirements-dev.lock $(ARGS)
	@$(COMPILE) benchmarks/peers.in --excludes benchmarks/peers.without --constraints requirements.lock \
		--output-file benchmarks/peers.lock $(ARGS)

bench: $(VENV)/.installed-dev ## cost of the whole build beside the bare model, and of linking many documents
	@$(BIN)/python -m benchmarks $(ARGS)

bench-page: $(VENV)/.installed-dev chromium ## the network page in a real browser beside plain pyvis, and the layout
	@$(BIN)/python -m benchmarks.page $(ARGS)

peers: $(VENV)/.installed-dev ## other extractors on the same annotated texts: scores and time, beside ours
	@$(BIN)/python -m benchmarks.peers $(ARGS)

calibrate: $(VENV)/.installed-dev ## learn anew from the annotated texts how sure a fact is, and print how reliable that is
	@$(BIN)/python -m tools.calibrate $(ARGS)

coreference: $(VENV)/.installed-dev ## learn anew from the annotated texts which events of a text are one
	@$(BIN)/python -m tools.coreference $(ARGS)

implied: $(VENV)/.installed-dev ## learn anew from the annotated texts what a text implies that no rule reads (minutes)
	@$(BIN)/python -m tools.implied $(ARGS)

recogniser: $(VENV)/.installed-dev ## train the English entity recogniser anew on the annotated texts (minutes)
	@$(BIN)/python -m tools.recogniser $(ARGS)

clean: ## remove what was built, keep the environment
	@rm -rf $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .benchmarks
	@find kg tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## remove the environment and the store too
	@rm -rf $(VENV) $(STORE) kg/views/network/frontend/node_modules
