"""Looking after the store: make the database again, check that everything agrees, take an original or a text out."""

from collections.abc import Callable
from dataclasses import dataclass

from cchc_metrics import storage
from cchc_metrics.access import Deed, require
from cchc_metrics.access.keeping import access_of
from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor, Entry
from cchc_metrics.services.office.notes import lasting
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.old_copies import copies_since
from cchc_metrics.storage.spelling import wanted

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The checksum of all facts in force before and after the database was made again.

    before: None when the old database did not read, and there was nothing to compare with.
    """

    before: str | None
    after: str
    entries: int

    @property
    def equal(self) -> bool:
        return self.before in (None, self.after)


def rebuild(settings: Settings, actor: Actor, progress: Progress | None = None) -> Rebuilt:
    """Make the database again from journal and archive. Raises StoreBusyError, StoreDamagedError, NotAllowedError."""
    require(actor, Deed.MAINTAIN)
    store = storage.rebuild(settings, progress)
    try:
        return Rebuilt(store.checksum_before, store.checksum(), store.version)
    finally:
        store.close()


def repair(settings: Settings, actor: Actor, trust: str = "") -> storage.RepairReport:
    """Write lost or damaged journal lines again from the database and the archive; the office is closed meanwhile.

    trust: "journal" or "database", where both hold another sound line of one number. Raises StoreBusyError,
    StoreDamagedError when nothing can be written again, NotAllowedError.
    """
    require(actor, Deed.MAINTAIN)
    return storage.repair(settings, storage.Witness(trust) if trust else None)


def remove_original(office: Office, actor: Actor, seq: int, reason: str) -> Entry:
    """Delete the file behind an entry for good, and with it that of every entry that came with the same bytes.

    Hash, size, counts and every number read from it stay. Raises CchcError without a reason, UnknownNameError for an
    entry without a file, ConflictError when it is removed already, NotAllowedError.
    """
    require(actor, Deed.MAINTAIN)
    if not reason.strip():
        raise CchcError(texts().errors.removal_needs_reason)
    return office.store.remove_original(seq, actor, lasting(reason))


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a value stands.

    found: in the data folder, from where it can go · backups: names of copies that hold it then · audit: numbers of
    lines of the audit log, which stay.
    """

    found: storage.Found
    backups: tuple[str, ...]
    audit: tuple[int, ...]


def find_text(office: Office, actor: Actor, text: str) -> Stands:
    """Where a value stands, however it is spelled. Raises CchcError when it is too short, NotAllowedError."""
    require(actor, Deed.MAINTAIN)
    found, value = office.store.found_text(text), wanted(text)
    lines = access_of(office.settings).audit.lines()
    audit = tuple(one.number for one in lines if value.is_in(f"{one.about}\n{one.text}\n{one.before}\n{one.after}"))
    first = min((*found.entries, *found.originals), default=None)
    return Stands(found, () if first is None else copies_since(office.settings, first), audit)


def redact(office: Office, actor: Actor, text: str, reason: str) -> Entry:
    """Take a value out of all history for good; the entry says who, why and where, and not what.

    Raises CchcError without a reason, when the value is not there or is part of a code; NotAllowedError.
    """
    require(actor, Deed.MAINTAIN)
    if not reason.strip():
        raise CchcError(texts().redaction.needs_reason)
    office.watch.wait()  # it compares files that are about to be exchanged
    return office.store.redact(text, actor, lasting(reason))


def verify(office: Office, actor: Actor) -> storage.VerifyReport:
    """Check the journal's chain, every archived file and a replay. Raises NotAllowedError."""
    require(actor, Deed.MAINTAIN)
    return storage.verify(office.store)
