"""``python -m cchc_metrics``: the command line."""

import io
import os
import sys

from cchc_metrics.cli import main
from cchc_metrics.cli.printing import HarmlessStream

for stream in (sys.stdout, sys.stderr):
    # A pipe on Windows speaks the code page of old, which has no Vietnamese.
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
sys.stdout, sys.stderr = HarmlessStream(sys.stdout), HarmlessStream(sys.stderr)

os.umask(0o077)  # what this process writes is its user's alone
sys.exit(main())
