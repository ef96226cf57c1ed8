# A thin face over tasks.py, which Windows calls directly.
PYTHON ?= python3.11

.PHONY: run test lint bench soak lock docs pictures
run test lint bench soak lock docs pictures:
	@$(PYTHON) tasks.py $@
