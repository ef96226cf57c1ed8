"""Looking after the store: make the database again, check that everything agrees, remove an original for good."""

from dataclasses import dataclass

from cchc_metrics import storage
from cchc_metrics.access import Deed, require
from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor, Entry
from cchc_metrics.services.office.office import Office


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The checksum of all facts in force before and after the database was made again."""

    before: str
    after: str
    entries: int

    @property
    def equal(self) -> bool:
        return self.before == self.after


def rebuild(settings: Settings, actor: Actor) -> Rebuilt:
    """Make the database again from journal and archive. Raises StoreBusyError, StoreDamagedError, NotAllowedError."""
    require(actor, Deed.MAINTAIN)
    office = Office.open(settings)
    before = office.store.checksum()
    office.close()
    store = storage.rebuild(settings)
    try:
        return Rebuilt(before, store.checksum(), store.version)
    finally:
        store.close()


def remove_original(office: Office, actor: Actor, seq: int, reason: str) -> Entry:
    """Delete the file behind an entry for good, and with it that of every entry that came with the same bytes.

    Hash, size, counts and every number read from it stay. Raises CchcError without a reason, UnknownNameError for an
    entry without a file, ConflictError when it is removed already, NotAllowedError.
    """
    require(actor, Deed.MAINTAIN)
    if not reason.strip():
        raise CchcError(texts().errors.removal_needs_reason)
    return office.store.remove_original(seq, actor, reason.strip())


def verify(office: Office, actor: Actor) -> storage.VerifyReport:
    """Check the journal's chain, every archived file and a replay. Raises NotAllowedError."""
    require(actor, Deed.MAINTAIN)
    return storage.verify(office.store)
