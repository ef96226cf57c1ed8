"""``python -m cchc_metrics``: the command line."""

import ctypes
import io
import os
import sys

from cchc_metrics.cli import main
from cchc_metrics.cli.printing import HarmlessStream

if sys.platform == "linux":
    # One heap for all threads, and Arrow in it: a command lives for seconds, and a heap a thread costs megabytes.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    ctypes.CDLL(None).mallopt(-8, 1)  # M_ARENA_MAX

for stream in (sys.stdout, sys.stderr):
    # A pipe on Windows speaks the code page of old, which has no Vietnamese.
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")
sys.stdout, sys.stderr = HarmlessStream(sys.stdout), HarmlessStream(sys.stderr)

os.umask(0o077)  # what this process writes is its user's alone
sys.exit(main())
