"""What happens once, when the server starts."""

import gc
import importlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from cchc_metrics.ui.lighter import lighten
from cchc_metrics.ui.logs import write_json_lines

_HEAVY = ("pandas", "plotly.graph_objects", "cchc_metrics.ui.session", "cchc_metrics.ui.components")


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Load the large libraries, then put them out of the collector's sight.

    Streamlit collects all garbage after every rerun; walking over pandas and plotly costs ten times the rerun itself.
    """
    write_json_lines()
    os.umask(0o077)  # what this process writes is its user's alone
    for name in _HEAVY:
        importlib.import_module(name)
    lighten()
    gc.collect()
    gc.freeze()
    yield
