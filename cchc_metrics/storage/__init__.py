"""Where the numbers are kept: a journal and an archive, which are the truth, and a DuckDB derived from them."""

from cchc_metrics.storage.originals import original_removed, same_original
from cchc_metrics.storage.past import last_seq_on, published, undated
from cchc_metrics.storage.repair import VerifyReport, rebuild, verify
from cchc_metrics.storage.store import Store

__all__ = [
    "Store",
    "VerifyReport",
    "last_seq_on",
    "original_removed",
    "published",
    "rebuild",
    "same_original",
    "undated",
    "verify",
]
