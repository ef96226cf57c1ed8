# A thin face over tasks.py, which Windows calls directly.
PYTHON ?= python3.11

.PHONY: run demo test walks ci lint bench bench-scale soak lake study attack audit coverage mutants lock docs pictures bundle
run demo test walks ci lint bench bench-scale soak lake study attack audit coverage mutants lock docs pictures bundle:
	@$(PYTHON) tasks.py $@
