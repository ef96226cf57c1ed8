"""What an open store is made of, and how its database is made again."""

from contextlib import ExitStack
from dataclasses import dataclass, field

from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.storage import facts
from cchc_metrics.storage.archive import Archive
from cchc_metrics.storage.aside import Reason
from cchc_metrics.storage.database import made_beside, put_in_place
from cchc_metrics.storage.gateway import database_files
from cchc_metrics.storage.seams import Gateway, Journal


@dataclass(frozen=True, slots=True)
class Sizes:
    """files, archived: of originals and change sets, and their bytes · tables: bytes of the derived tables."""

    files: int
    archived: int
    tables: int


@dataclass(slots=True)
class Parts:
    """What a store is made of.

    place: where the database lies, the data folder unless that is read-only · repairs: sentences on what had to be put
    right · limit: why nothing can be stored in this folder as it is, or None · before: the fingerprint of the facts in
    the database that was made again, None when it did not read.
    """

    settings: Settings
    place: Settings
    journal: Journal
    archive: Archive
    gateway: Gateway
    held: ExitStack
    repairs: list[str] = field(default_factory=list)
    limit: str | None = None
    before: str | None = None

    def close(self) -> None:
        self.gateway.close()
        self.held.close()

    def arrived(self, version: int) -> int:
        """The entry up to which the database has come, given what was known. Nobody else brings a folder further."""
        return version

    def sizes(self) -> Sizes:
        """What the store takes. Raises OSError."""
        archived = [file.stat().st_size for file in self.settings.archive.rglob("*") if file.is_file()]
        held = [file.stat().st_size for file in database_files(self.settings) if file.is_file()]
        return Sizes(len(archived), sum(archived), sum(held))

    def remake(self, upto: int, reason: Reason) -> None:
        """Make the database again from journal and archive while reads go on, and put the old one aside.

        Raises StoreDamagedError when a change set is absent or changed, CchcError, OSError.
        """
        made = made_beside(self.place, self.archive, self.journal, upto)
        self.gateway.reopen(meanwhile=lambda: put_in_place(self.place, made, reason))


def refuse_on_lake(settings: Settings) -> None:
    """Raises CchcError on a store that several servers share: what follows exchanges whole folders."""
    if settings.lake:
        raise CchcError(texts().lake.not_here)


def fingerprint_of(gateway: Gateway) -> str | None:
    """The fingerprint of the facts in a database; None when it does not read."""
    try:
        with gateway.transaction() as cursor:
            return facts.fingerprint(cursor)
    except CchcError:
        return None
