# A thin face over tasks.py, which Windows calls directly.
PYTHON ?= python3.11

.PHONY: run test lint bench soak lock
run test lint bench soak lock:
	@$(PYTHON) tasks.py $@
