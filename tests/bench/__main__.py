"""``python -m tests.bench [part …]``: the ratios of docs/performance.md; without a part, all of them."""

import sys

from tests.bench import command_line, documents, downloads, dry_run, first_sight, hostile, intake, pages, viewers, views

PARTS = {
    "intake": intake.measure,
    "dry-run": dry_run.measure,
    "first-sight": first_sight.measure,
    "pages": pages.measure,
    "hostile": hostile.measure,
    "documents": documents.measure,
    "downloads": downloads.measure,
    "command-line": command_line.measure,
    "viewers": viewers.measure,
    "leak": viewers.leak,
    "views": views.measure,
}

for part in sys.argv[1:] or PARTS:
    for line in PARTS[part]():
        print(line, flush=True)
