"""``python -m tests.bench [intake] [pages] [browser] [hostile] [documents]``: the ratios of docs/performance.md."""

import sys

from tests.bench import browser, documents, hostile, intake, pages

PARTS = {
    "intake": intake.measure,
    "browser": browser.measure,
    "pages": pages.measure,
    "hostile": hostile.measure,
    "documents": documents.measure,
}

for part in sys.argv[1:] or PARTS:
    for line in PARTS[part]():
        print(line, flush=True)
