"""``python -m tests.bench [intake] [pages] [browser]``: print the ratios of docs/performance.md."""

import sys

from tests.bench import browser, intake, pages

PARTS = {"intake": intake.measure, "browser": browser.measure, "pages": pages.measure}

for part in sys.argv[1:] or PARTS:
    for line in PARTS[part]():
        print(line, flush=True)
