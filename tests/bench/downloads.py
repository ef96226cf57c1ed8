"""100,000 filtered rows as Excel, CSV and Parquet: seconds of processor time, and what the file costs in memory."""

import resource
import time
from collections.abc import Callable, Iterator
from datetime import datetime

import numpy as np
import pandas as pd

from cchc_metrics import workbooks
from cchc_metrics.views.kit.table_file import columns_of

ROWS = 100_000
_TEXTS, _NUMBERS = 11, 4


def table() -> pd.DataFrame:
    """Rows as Tra cứu has them: texts that come again, numbers that do not."""
    texts = {f"t{at}": [f"nội dung {row % 500}" for row in range(ROWS)] for at in range(_TEXTS)}
    drawn = np.random.default_rng(1)
    return pd.DataFrame({**texts, **{f"n{at}": drawn.random(ROWS) * 10 for at in range(_NUMBERS)}})


def measure() -> Iterator[str]:
    """Excel first, for its memory is told by the highest so far."""
    frame = table()
    heads = [(name, name, "number" if name[0] == "n" else "text") for name in frame]
    columns = columns_of(heads)
    info = workbooks.ExportInfo("Bảng", datetime(2025, 7, 1))
    writers: dict[str, Callable[[], bytes]] = {
        "Excel": lambda: workbooks.export_table(frame, columns, info),
        "Parquet": lambda: workbooks.export_parquet(frame, columns),
        "CSV": lambda: workbooks.export_csv(frame, columns),
    }
    for name, write in writers.items():
        before, began = _most(), time.process_time()
        data = write()
        spent = time.process_time() - began
        yield f"{ROWS} rows as {name}: {spent:.2f} s, {len(data) // 1024} kB, {_most() - before} MB more at most"


def _most() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
