# The project's commands. Each sets up what it needs first: packaging/setup.sh says how.
.PHONY: run test conformance fault-matrix screenshots bench intake-report clean setup

run: setup
	@packaging/run.sh

test: setup
	@packaging/test.sh

screenshots: setup
	@packaging/offscreen.sh .venv/bin/python tools/screenshots.py

bench: setup
	@packaging/offscreen.sh .venv/bin/python tools/bench.py

intake-report: setup
	@.venv/bin/python tools/intake_report.py

conformance: setup
	@packaging/conformance.sh

fault-matrix: setup
	@.venv/bin/python tools/fault_matrix.py

setup:
	@packaging/setup.sh

clean:
	rm -rf .venv build src/*.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
