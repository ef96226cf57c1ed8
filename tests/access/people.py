"""An access of a test's own: two administrators' worth of people, on a clock that the test moves."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cchc_metrics.access import LOCAL_OPERATOR, Role
from cchc_metrics.access.accounts import Accounts
from cchc_metrics.access.admitting import Admitting
from cchc_metrics.access.audit import Audit
from cchc_metrics.access.ledger import Ledger
from cchc_metrics.access.signing_in import SigningIn

GOOD = "mot cau de nho 2026"


@dataclass
class Clock:
    """Seconds since 1970, and the day."""

    now: float = 1_800_000_000.0
    day: date = date(2026, 11, 30)


@dataclass
class People:
    """What stands in one folder."""

    ledger: Ledger
    audit: Audit
    accounts: Accounts
    signing_in: SigningIn
    clock: Clock

    def person(self, account: str, role: Role | None = None, unit: str = "") -> None:
        """An account that has set its password."""
        code = self.accounts.add(LOCAL_OPERATOR, account, account.title())
        if role is not None:
            self.accounts.give(LOCAL_OPERATOR, account, role, unit)
        self.signing_in.change_password(account, code, GOOD)

    def sign_in(self, account: str, password: str = GOOD, factor: str = "", address: str = "10.0.0.7") -> str:
        return self.signing_in.attempt(account, password, factor, address)[0]


def people_at(folder: Path) -> People:
    clock = Clock()
    ledger = Ledger(folder / "access.sqlite")
    audit = Audit(folder / "audit.jsonl", ledger)
    accounts = Accounts(ledger, audit, lambda: clock.day, lambda: clock.now)
    admitting = Admitting(ledger, accounts, audit, lambda: clock.now)
    return People(ledger, audit, accounts, SigningIn(ledger, accounts, audit, admitting, lambda: clock.now), clock)
