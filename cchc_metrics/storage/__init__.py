"""Where the numbers are kept: a journal and an archive, which are the truth, and a DuckDB derived from them."""

from cchc_metrics.storage.aside import PutAside
from cchc_metrics.storage.backup_folder import Backup, Drill
from cchc_metrics.storage.history import came_after, published, undated
from cchc_metrics.storage.lake.moving import Moved, move_in, move_out
from cchc_metrics.storage.originals import original_removed, same_original, why_it_stays
from cchc_metrics.storage.reads import as_frame
from cchc_metrics.storage.redaction import Found
from cchc_metrics.storage.repair import RepairReport, Witness, rebuild, repair
from cchc_metrics.storage.restore import Restored, restore
from cchc_metrics.storage.statements import Reading
from cchc_metrics.storage.statements import storage_order as order_of
from cchc_metrics.storage.store import Store
from cchc_metrics.storage.tables import fingerprint as schema_code
from cchc_metrics.storage.verifying import VerifyReport, Watch, look_over, verify

__all__ = [
    "Backup",
    "Drill",
    "Found",
    "Moved",
    "PutAside",
    "Reading",
    "RepairReport",
    "Restored",
    "Store",
    "VerifyReport",
    "Watch",
    "Witness",
    "as_frame",
    "came_after",
    "look_over",
    "move_in",
    "move_out",
    "order_of",
    "original_removed",
    "published",
    "rebuild",
    "repair",
    "restore",
    "same_original",
    "schema_code",
    "undated",
    "verify",
    "why_it_stays",
]
