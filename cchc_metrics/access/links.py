"""One-purpose links: a unit without accounts opens one form of one period until a day, and nothing else.

Whoever holds the link is let in by it; it is revocable, and each opening is a line of the audit log.
"""

import secrets
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cchc_metrics.access.audit import Audit
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.ledger import Ledger
from cchc_metrics.access.passwords import secret_digest
from cchc_metrics.access.people import LINK, Deed, Held, require, role_text
from cchc_metrics.access.visits import Visit
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor, Period


@dataclass(frozen=True, slots=True)
class Link:
    """One link. until: the last day on which it opens · uses: how often it was opened."""

    id: str
    unit: str
    form: str
    period: str
    until: date
    made_by: str
    uses: int
    revoked: bool


class Links:
    """The links of an office. today: the day by which they end."""

    def __init__(self, ledger: Ledger, audit: Audit, today: Callable[[], date] = date.today) -> None:
        self._ledger, self._audit, self._today = ledger, audit, today

    def make(self, by: Actor, held: Held, until: date) -> str:
        """Make a link for a unit, form and period; returns the secret of its address, which is told this once.

        Raises CchcError for a day that is over or a purpose that is not whole, NotAllowedError for who does not judge.
        """
        require(by, Deed.JUDGE)
        t = texts().access
        try:
            role_text([held])
            reports = Period.parse(held.period).window != ""
        except ValueError as error:
            raise CchcError(t.link_incomplete) from error
        if held.role != LINK or not (held.unit and held.form and reports):
            raise CchcError(t.link_incomplete)
        if until < self._today():
            raise CchcError(t.link_over)
        secret, number = secrets.token_urlsafe(24), secrets.token_hex(6)
        purpose = {"unit": held.unit, "form": held.form, "period": held.period, "until": until.isoformat()}
        with self._audit.telling(Kept.LINK, by, about=number, text="made", after=purpose) as now:
            now.execute(
                "INSERT INTO link (digest, id, unit, form, period, until, made_by, made_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(secret_digest(secret), number, held.unit, held.form, held.period),
                    *(until.isoformat(), by.id, time.time()),
                ),
            )
        return secret

    def all(self, by: Actor) -> list[Link]:
        """Every link, the newest first. Raises NotAllowedError."""
        require(by, Deed.JUDGE)
        return [_link(row) for row in self._ledger.rows("SELECT * FROM link ORDER BY made_at DESC")]

    def revoke(self, by: Actor, link: str) -> None:
        """Let a link open nothing any more, windows that are open included. Raises CchcError, NotAllowedError."""
        require(by, Deed.JUDGE)
        with self._audit.telling(Kept.LINK, by, about=link, text="revoked") as now:
            done = now.execute("UPDATE link SET revoked = 1 WHERE id = ? AND revoked = 0", (link,)).rowcount
            if not done:
                raise CchcError(texts().access.no_link)

    def open(self, secret: str, address: str) -> Link | None:
        """The link that was opened, noted; None when it opens nothing."""
        found, visit = self._of(secret), self.visit(secret)
        if found is None or visit is None:
            return None
        with self._audit.telling(Kept.LINK, visit.actor, about=found.id, text=f"opened {address}") as now:
            now.execute("UPDATE link SET uses = uses + 1 WHERE id = ?", (found.id,))
        return found

    def visit(self, secret: str) -> Visit | None:
        """Whose browser bears this secret; None when the link is over or revoked."""
        found = self._of(secret)
        if found is None or found.revoked or found.until < self._today():
            return None
        name = texts().access.link_name.format(unit=found.unit)
        role = role_text([Held(LINK, found.unit, found.form, found.period)])
        return Visit(f"link:{found.id}", Actor(f"link:{found.id}", name, role))

    def _of(self, secret: str) -> Link | None:
        row = self._ledger.row("SELECT * FROM link WHERE digest = ?", secret_digest(secret))
        return None if row is None else _link(row)


def _link(row: sqlite3.Row) -> Link:
    until = date.fromisoformat(row["until"])
    place = (row["id"], row["unit"], row["form"], row["period"])
    return Link(*place, until, row["made_by"], row["uses"], bool(row["revoked"]))
