"""Taking in whom one of the office's own systems vouches for: an account bound to the person, roles as told there."""

import time
from collections.abc import Callable

from cchc_metrics.access.accounts import ACCOUNT_ID, ENTRUSTED, Accounts
from cchc_metrics.access.audit import Audit
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.identity import Known
from cchc_metrics.access.ledger import Ledger
from cchc_metrics.access.people import Held
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor

# On whose behalf roles are given that a system outside tells.
_TELLS = Actor("identity", "", "")
OUTSIDE = "outside"


class Admitting:
    """Accounts of people who are known elsewhere."""

    def __init__(
        self, ledger: Ledger, accounts: Accounts, audit: Audit, clock: Callable[[], float] = time.time
    ) -> None:
        self._ledger, self._accounts, self._audit, self._clock = ledger, accounts, audit, clock

    def admit(self, known: Known) -> str:
        """The person's account, made at the first time; its roles are those that are told now.

        It is found by the lasting name that the other system has for the person, so that nobody gets at an account by
        taking its name there. Raises CchcError: no usable name, a name that somebody else has here, a closed account.
        """
        t = texts().access
        row = self._ledger.row("SELECT * FROM account WHERE subject = ?", known.subject)
        if row is None:
            self._bind(known)
        elif row["disabled"]:
            raise CchcError(t.wrong)
        account = known.account if row is None else str(row["id"])
        if row is not None and row["name"] != known.name:
            sides = {"name": row["name"]}, {"name": known.name}
            with self._audit.telling(Kept.ACCOUNT, _TELLS, about=account, before=sides[0], after=sides[1]) as now:
                now.execute("UPDATE account SET name = ? WHERE id = ?", (known.name, account))
        self._give(account, known.held)
        return account

    def _bind(self, known: Known) -> None:
        t = texts().access
        if not ACCOUNT_ID.fullmatch(known.account):
            raise CchcError(t.outside_no_name)
        taken = self._ledger.row("SELECT * FROM account WHERE id = ?", known.account)
        if taken is not None and (taken["subject"] != ENTRUSTED or taken["disabled"]):
            raise CchcError(t.outside_taken.format(account=known.account))
        how, name = known.subject.split(":")[0], {"name": known.name}
        with self._audit.telling(Kept.ACCOUNT, _TELLS, about=known.account, text=how, after=name) as now:
            now.execute(
                "INSERT INTO account (id, name, subject, must_change, made_at) VALUES (?, ?, ?, 0, ?)"
                " ON CONFLICT (id) DO UPDATE SET subject = excluded.subject, name = excluded.name",
                (known.account, known.name, known.subject, self._clock()),
            )

    def _give(self, account: str, held: frozenset[Held]) -> None:
        before = frozenset(Held(one.role, one.unit) for one in self._accounts.given(account) if one.source == OUTSIDE)
        if before == held:
            return
        told = [{"roles": sorted(map(" ".join, map(_order, one)))} for one in (before, held)]
        with self._audit.telling(Kept.ROLE, _TELLS, about=account, before=told[0], after=told[1]) as now:
            now.execute("DELETE FROM given WHERE account = ? AND source = ?", (account, OUTSIDE))
            now.executemany(
                "INSERT INTO given (account, role, unit, given_by, given_at, source) VALUES (?, ?, ?, ?, ?, ?)",
                [(account, one.role, one.unit, _TELLS.id, self._clock(), OUTSIDE) for one in sorted(held, key=_order)],
            )


def _order(one: Held) -> tuple[str, str]:
    return one.role, one.unit
