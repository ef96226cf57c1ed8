"""``python -m cchc_metrics``: the command line."""

import io
import sys

from cchc_metrics.cli import main

for stream in (sys.stdout, sys.stderr):
    # A pipe on Windows speaks the code page of old, which has no Vietnamese.
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")

sys.exit(main())
