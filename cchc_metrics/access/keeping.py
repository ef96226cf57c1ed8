"""What an office keeps of people, opened once in a process: ledger, accounts, sessions, audit log."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cchc_metrics.access.accounts import Accounts
from cchc_metrics.access.admitting import Admitting
from cchc_metrics.access.audit import Audit
from cchc_metrics.access.ledger import Ledger, ledger_at
from cchc_metrics.access.links import Links
from cchc_metrics.access.shelf import Shelf
from cchc_metrics.access.signing_in import SigningIn
from cchc_metrics.access.visits import Visit, Visits
from cchc_metrics.access.wishes import OfPeople
from cchc_metrics.config import Settings


@dataclass(frozen=True, slots=True)
class Access:
    """The ledger and what works on it."""

    ledger: Ledger
    accounts: Accounts
    audit: Audit
    signing_in: SigningIn
    links: Links
    admitting: Admitting
    people: OfPeople
    shelf: Shelf


def access_of(settings: Settings) -> Access:
    """The access of a data folder; the same one at every call. Raises NewerStoreError."""
    return _opened(settings.access, settings.audit)


def let_go(settings: Settings) -> None:
    """Close the access of a data folder that is about to be another one; the next call opens it anew."""
    access_of(settings).ledger.close()
    _opened.cache_clear()
    ledger_at.cache_clear()


@lru_cache(maxsize=8)
def _opened(ledger_file: Path, audit_file: Path) -> Access:
    ledger = ledger_at(ledger_file)
    audit = Audit(audit_file, ledger)
    accounts = Accounts(ledger, audit)
    admitting = Admitting(ledger, accounts, audit)
    signing_in = SigningIn(ledger, accounts, audit, admitting)
    return Access(
        ledger, accounts, audit, signing_in, Links(ledger, audit), admitting, OfPeople(ledger, audit), Shelf(ledger)
    )


class SessionVisits(Visits):
    """Visits that begin with a sign-in or a link, looked up in the ledger anew at every question."""

    def __init__(self, access: Access) -> None:
        super().__init__()
        self._access = access

    def of(self, secret: str) -> Visit | None:
        """The session whose browser bears this secret, as whom and with what it may ask now."""
        return (self._access.signing_in.visit(secret) or self._access.links.visit(secret)) if secret else None
