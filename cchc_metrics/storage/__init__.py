"""Where the numbers are kept: a journal and an archive, which are the truth, and a DuckDB derived from them."""

from cchc_metrics.storage.repair import VerifyReport, rebuild, verify
from cchc_metrics.storage.store import Store

__all__ = ["Store", "VerifyReport", "rebuild", "verify"]
