"""A warm rerun of each page against a blank Streamlit page, in one process with the collector frozen as served."""

import gc
import os
import tempfile
from pathlib import Path

from streamlit.testing.v1 import AppTest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT
from cchc_metrics.ui import session
from cchc_metrics.ui.navigation import ENTRIES
from tests.bench.timing import in_turn, medians

BLANK = "import streamlit as st\nst.write('x')\n"


def measure(rounds: int = 15) -> list[str]:
    """Lines to print: milliseconds above the blank page."""
    lines = []
    with tempfile.TemporaryDirectory() as name:
        os.environ["CCHC_DATA_DIR"] = name
        session.visitor = lambda: LOCAL_OPERATOR  # the gate lets nobody in here
        blank = Path(name) / "blank.py"
        blank.write_text(BLANK, encoding="utf-8")
        empty = AppTest.from_file(str(blank), default_timeout=120)
        for entry in ENTRIES:
            page = AppTest.from_file(str(PROJECT / "cchc_metrics" / "ui" / "main.py"), default_timeout=120)
            page.run()
            if entry.slug:
                page.switch_page(str(entry.path))
                page.run()
            gc.freeze()
            seconds = medians(in_turn({"page": page.run, "blank": empty.run}, rounds, 3))
            above = (seconds["page"] - seconds["blank"]) * 1000
            lines.append(
                f"warm rerun of /{entry.slug}: {above:.0f} ms above a blank page "
                f"({seconds['page'] * 1000:.0f} against {seconds['blank'] * 1000:.0f} ms)"
            )
    return lines
