"""Signing in: a password and where wanted a second factor against an account, with back-off; and the sessions.

What a browser bears is a secret; here only its hash is kept. A session ends when it was idle too long, when it is too
old, when its owner or the administrator ends it, and when its account is closed or its password reset.
"""

import secrets
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from cchc_metrics.access import passwords
from cchc_metrics.access.accounts import ENTRUSTED, Accounts
from cchc_metrics.access.admitting import Admitting
from cchc_metrics.access.audit import Audit
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.identity import Known
from cchc_metrics.access.ledger import Ledger, put
from cchc_metrics.access.people import Deed, may, require
from cchc_metrics.access.visits import Visit
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor

IDLE_MINUTES, MOST_HOURS = "session-idle-minutes", "session-most-hours"
_USUAL_IDLE, _USUAL_MOST = "60", "12"
# So many failures are free; each further one doubles the wait, up to a quarter of an hour.
_FREE_ACCOUNT, _FREE_ADDRESS, _LONGEST_WAIT = 5, 20, 900
_FORGOTTEN_AFTER = 24 * 3600
_SEEN_EVERY = 30
_LEAST_IDLE = 5
NOBODY = Actor("", "", "")
Elsewhere = Callable[[str, str], Known | None]


def _nowhere(_account: str, _password: str) -> None:
    """No other system is asked."""


class Outcome(StrEnum):
    """What became of an attempt to sign in."""

    IN = "in"
    MUST_CHANGE = "must-change"  # in, and nothing else before a new password is set


@dataclass(frozen=True, slots=True)
class Session:
    """One session that was begun. Times in seconds since 1970."""

    id: str
    account: str
    began_at: float
    seen_at: float
    address: str


class SigningIn:
    """Attempts and sessions of an office. clock: seconds since 1970."""

    def __init__(
        self,
        ledger: Ledger,
        accounts: Accounts,
        audit: Audit,
        admitting: Admitting,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._ledger, self._accounts, self._audit, self._clock = ledger, accounts, audit, clock
        self._admitting = admitting

    def attempt(
        self, account: str, password: str, factor: str, address: str, elsewhere: Elsewhere = _nowhere
    ) -> tuple[str, Outcome]:
        """(the secret for the browser, what it may do). Raises CchcError with one sentence that tells no account.

        password: the password, or the one-time code where one is open · elsewhere: asked about a person who has no
        password here.
        """
        t, account = texts().access, account.strip().lower()[:60]
        self._wait_for(f"account:{account}", _FREE_ACCOUNT)
        self._wait_for(f"address:{address}", _FREE_ADDRESS)
        row = self._ledger.row("SELECT * FROM account WHERE id = ?", account)
        by_password = passwords.fits(str(row["password"]) if row else "", password)
        known = elsewhere(account, password) if row is None or row["subject"] else None
        if known is not None and (row is None or row["subject"] in (ENTRUSTED, known.subject)):
            account, by_password = self._admitting.admit(known), True
            row = self._ledger.row("SELECT * FROM account WHERE id = ?", account)
        by_code = (
            row is not None
            and bool(row["code"])
            and passwords.same(str(row["code"]), passwords.code_digest(password))
            and self._clock() < float(row["code_until"])
        )
        step = None if row is None else self._factor_step(account, str(row["factor"]), factor)
        if row is None or row["disabled"] or not (by_password or by_code) or step is None:
            self._failed(account, address)
            raise CchcError(t.wrong)
        if by_password and known is None and passwords.is_outdated(str(row["password"])):
            kept = passwords.hashed(password)
            with self._ledger.writing() as now:
                _keep_password(now, account, kept, must_change=bool(row["must_change"]))
        how, actor = known.subject.split(":")[0] if known else "", self._accounts.actor(account)
        with self._audit.telling(Kept.SIGN_IN, actor, about=address, text=how) as now:
            now.execute("DELETE FROM failure WHERE who = ?", (f"account:{account}",))
            now.execute("UPDATE account SET factor_step = max(factor_step, ?) WHERE id = ?", (step, account))
            secret = self._begin(now, account, address)
        return secret, Outcome.MUST_CHANGE if by_code or row["must_change"] else Outcome.IN

    def vouched(self, known: Known, address: str) -> str:
        """Begin a session of somebody whom another system signed in; returns the secret. Raises CchcError."""
        try:
            account = self._admitting.admit(known)
        except CchcError:
            self._audit.record(Kept.REFUSED, NOBODY, about=known.account[:60], text=address)
            raise
        how = known.subject.split(":")[0]
        with self._audit.telling(Kept.SIGN_IN, self._accounts.actor(account), about=address, text=how) as now:
            return self._begin(now, account, address)

    def change_password(self, account: str, old: str, new: str, keep: str = "") -> None:
        """Set a password; the one-time code is used up and every other session ends. keep: the session that stays.

        Raises CchcError: the old one is wrong, the new one too short, too long, or the old one again.
        """
        t = texts().access
        row = self._ledger.row("SELECT * FROM account WHERE id = ?", account)
        self._wait_for(f"account:{account}", _FREE_ACCOUNT)
        by_code = row is not None and bool(row["code"]) and passwords.same(row["code"], passwords.code_digest(old))
        if row is None or not (by_code or passwords.fits(str(row["password"]), old)):
            self._failed(account, "")
            raise CchcError(t.old_wrong)
        if not passwords.SHORTEST <= len(new) <= passwords.LONGEST:
            raise CchcError(t.new_length.format(least=passwords.SHORTEST, most=passwords.LONGEST))
        if new == old or new.lower() == account or passwords.fits(str(row["password"]), new):
            raise CchcError(t.new_same)
        kept, actor = passwords.hashed(new), self._accounts.actor(account)
        with self._audit.telling(Kept.PASSWORD, actor, about=account, text="changed") as now:
            _keep_password(now, account, kept, must_change=False)
            now.execute(
                "UPDATE session SET ended = 'password' WHERE account = ? AND ended = '' AND id <> ?", (account, keep)
            )

    def set_factor(self, account: str, secret: str, code: str) -> None:
        """Ask for a second factor from now on; ``code`` shows that the app has the secret. Raises CchcError."""
        step = passwords.factor_step(secret, code, self._clock())
        if step is None:
            raise CchcError(texts().access.factor_wrong)
        actor = self._accounts.actor(account)
        with self._audit.telling(Kept.PASSWORD, actor, about=account, text="second factor set") as now:
            now.execute("UPDATE account SET factor = ?, factor_step = ? WHERE id = ?", (secret, step, account))

    def visit(self, secret: str) -> Visit | None:
        """The session whose browser bears this secret, with what its account holds now; None when it holds no more."""
        row = self._ledger.row(
            "SELECT session.*, account.must_change, account.disabled, account.subject FROM session JOIN account"
            " ON account.id = session.account WHERE digest = ? AND ended = ''",
            passwords.secret_digest(secret),
        )
        if row is None or row["disabled"] or self._is_over(float(row["began_at"]), float(row["seen_at"])):
            return None
        if self._clock() - float(row["seen_at"]) > _SEEN_EVERY:
            with self._ledger.writing() as now:
                now.execute("UPDATE session SET seen_at = ? WHERE id = ?", (self._clock(), row["id"]))
        actor = self._accounts.actor(str(row["account"]))
        shown = Actor(actor.id, actor.name, "") if row["must_change"] else actor
        return Visit(str(row["id"]), shown, str(row["subject"]))

    def must_change(self, account: str) -> bool:
        """Whether nothing but a new password is to be asked of this account."""
        return self._accounts.find(account).must_change

    def sessions(self, by: Actor) -> list[Session]:
        """The sessions that hold: all for the administrator, else one's own."""
        found = self._ledger.rows("SELECT * FROM session WHERE ended = '' ORDER BY seen_at DESC")
        return [
            Session(row["id"], row["account"], row["began_at"], row["seen_at"], row["address"])
            for row in found
            if not self._is_over(row["began_at"], row["seen_at"])
            and (row["account"] == by.id or may(by, Deed.ACCOUNTS))
        ]

    def end(self, by: Actor, session: str) -> None:
        """End a session: one's own, or anybody's by the administrator. Raises CchcError when there is none."""
        row = self._ledger.row("SELECT * FROM session WHERE id = ? AND ended = ''", session)
        if row is None:
            raise CchcError(texts().access.no_session)
        own = row["account"] == by.id
        if not own:
            require(by, Deed.ACCOUNTS)
        act = Kept.SIGN_OUT if own else Kept.SESSION
        with self._audit.telling(act, by, about=str(row["account"])) as now:
            now.execute("UPDATE session SET ended = ? WHERE id = ?", (by.id, session))

    def times(self) -> tuple[int, int]:
        """After how many minutes of rest, and after how many hours in all, a session ends."""
        held = (self._ledger.setting(*named) for named in ((IDLE_MINUTES, _USUAL_IDLE), (MOST_HOURS, _USUAL_MOST)))
        idle, most = map(int, held)
        return idle, most

    def set_times(self, by: Actor, idle_minutes: int, most_hours: int) -> None:
        """Set when sessions end, open ones too. Raises CchcError beyond a day's bounds, NotAllowedError."""
        require(by, Deed.ACCOUNTS)
        if not (_LEAST_IDLE <= idle_minutes <= 24 * 60 and 1 <= most_hours <= 24):
            raise CchcError(texts().access.times_out_of_bounds)
        names, asked = (IDLE_MINUTES, MOST_HOURS), (idle_minutes, most_hours)
        sides = [dict(zip(names, side, strict=True)) for side in (self.times(), asked)]
        with self._audit.telling(Kept.SETTING, by, about="sessions", before=sides[0], after=sides[1]) as now:
            for name, value in sides[1].items():
                put(now, name, str(value))

    def _begin(self, now: sqlite3.Connection, account: str, address: str) -> str:
        secret, moment = secrets.token_urlsafe(32), self._clock()
        now.execute("DELETE FROM session WHERE seen_at < ?", (moment - 30 * 86_400,))
        now.execute(
            "INSERT INTO session (digest, id, account, began_at, seen_at, address) VALUES (?, ?, ?, ?, ?, ?)",
            (passwords.secret_digest(secret), secrets.token_hex(8), account, moment, moment, address),
        )
        return secret

    def _is_over(self, began_at: float, seen_at: float) -> bool:
        moment, (idle, most) = self._clock(), self.times()
        return moment - seen_at > idle * 60 or moment - began_at > most * 3600

    def _factor_step(self, account: str, secret: str, code: str) -> int | None:
        if not secret:
            return 0
        step = passwords.factor_step(secret, code, self._clock())
        used = self._ledger.row("SELECT factor_step FROM account WHERE id = ?", account)
        return None if step is None or used is None or step <= int(used["factor_step"]) else step

    def _wait_for(self, who: str, free: int) -> None:
        row = self._ledger.row("SELECT * FROM failure WHERE who = ?", who)
        if row is None or int(row["times"]) < free:
            return
        wait = min(2 ** min(int(row["times"]) - free, 20), _LONGEST_WAIT) - (self._clock() - float(row["last_at"]))
        if wait > 0:
            raise CchcError(texts().access.wait.format(seconds=int(wait) + 1))

    def _failed(self, account: str, address: str) -> None:
        moment = self._clock()
        with self._audit.telling(Kept.REFUSED, NOBODY, about=account, text=address) as now:
            now.execute("DELETE FROM failure WHERE last_at < ?", (moment - _FORGOTTEN_AFTER,))
            for who in (f"account:{account}", f"address:{address}"):
                now.execute(
                    "INSERT INTO failure (who, times, last_at) VALUES (?, 1, ?) ON CONFLICT (who)"
                    " DO UPDATE SET times = times + 1, last_at = excluded.last_at",
                    (who, moment),
                )


def _keep_password(now: sqlite3.Connection, account: str, hashed: str, *, must_change: bool) -> None:
    now.execute(
        "UPDATE account SET password = ?, must_change = ?, code = '' WHERE id = ?", (hashed, int(must_change), account)
    )
