"""Accounts: who has one, what each is given and until when, passwords and one-time codes. Every deed is recorded."""

import re
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cchc_metrics.access import passwords
from cchc_metrics.access.audit import Audit
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.ledger import Ledger
from cchc_metrics.access.people import MAY_HAVE_UNIT, NEEDS_UNIT, Deed, Held, Role, require, role_text
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor

_CODE_SECONDS = 72 * 3600
ACCOUNT_ID = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
# The subject of an account that waits for the person whom another system vouches for under its name.
ENTRUSTED = "*"
Today = Callable[[], date]


@dataclass(frozen=True, slots=True)
class Account:
    """One account. name: as screens and the journal say it · has_factor: signs in with a second factor too.

    is_outside: another system of the office checks who it is; there is no password here.
    """

    id: str
    name: str
    must_change: bool
    has_factor: bool
    disabled: bool
    is_outside: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """One role that was given. Days are inclusive, None: without an end. deputises: in whose stead, an account.

    source: empty for what the administrator gave, else that another system tells it.
    """

    id: int
    account: str
    role: Role
    unit: str
    from_day: date | None
    to_day: date | None
    deputises: str
    source: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the role is held on a day."""
        return (self.from_day is None or self.from_day <= day) and (self.to_day is None or day <= self.to_day)


class Accounts:
    """The accounts of an office. Everything that changes one asks for the right ``ACCOUNTS`` and is recorded."""

    def __init__(
        self, ledger: Ledger, audit: Audit, today: Today = date.today, clock: Callable[[], float] = time.time
    ) -> None:
        self._ledger, self._audit, self._today, self._clock = ledger, audit, today, clock

    def all(self) -> list[Account]:
        """Every account, by name."""
        return [_account(row) for row in self._ledger.rows("SELECT * FROM account ORDER BY id")]

    def find(self, account: str) -> Account:
        """The account. Raises CchcError when there is none."""
        row = self._ledger.row("SELECT * FROM account WHERE id = ?", account)
        if row is None:
            raise CchcError(texts().access.no_account.format(account=account))
        return _account(row)

    def given(self, account: str = "") -> list[Given]:
        """What was given, to one account or to all, past and to come."""
        query = "SELECT * FROM given WHERE ? IN ('', account) ORDER BY account, id"
        return [_given(row) for row in self._ledger.rows(query, account)]

    def actor(self, account: str) -> Actor:
        """The account as who asks today, with all that it holds today; nothing when it is disabled.

        A deputy's role ends with that of the person in whose stead it is held.
        """
        found, today = self.find(account), self._today()
        held = [] if found.disabled else [one for one in self.given(account) if one.holds_on(today)]
        standing = {one: self.held(one) for one in {given.deputises for given in held} if one}
        kept = [one for one in held if not one.deputises or Held(one.role, one.unit) in standing[one.deputises]]
        return Actor(found.id, found.name, role_text(Held(one.role, one.unit) for one in kept))

    def held(self, account: str) -> frozenset[Held]:
        """What an account holds today in its own right."""
        if self.find(account).disabled:
            return frozenset()
        own = (one for one in self.given(account) if not one.deputises and one.holds_on(self._today()))
        return frozenset(Held(one.role, one.unit) for one in own)

    def add(self, by: Actor, account: str, name: str) -> str:
        """Make an account; returns the one-time code with which its owner sets the first password."""
        require(by, Deed.ACCOUNTS)
        t = texts().access
        if not ACCOUNT_ID.fullmatch(account):
            raise CchcError(t.bad_account)
        if not name.strip():
            raise CchcError(t.name_missing)
        try:
            with self._audit.telling(Kept.ACCOUNT, by, about=account, after={"name": name.strip()}) as now:
                now.execute(
                    "INSERT INTO account (id, name, made_at) VALUES (?, ?, ?)", (account, name.strip(), self._clock())
                )
        except sqlite3.IntegrityError as error:
            raise CchcError(t.account_exists.format(account=account)) from error
        return self.reset(by, account)

    def reset(self, by: Actor, account: str) -> str:
        """Make the password void and every session end; returns a one-time code, good for three days."""
        require(by, Deed.ACCOUNTS)
        if self.find(account).is_outside:
            raise CchcError(texts().access.outside_keeps_it)
        code = passwords.one_time_code()
        with self._audit.telling(Kept.PASSWORD, by, about=account, text="reset") as now:
            now.execute(
                "UPDATE account SET password = '', must_change = 1, code = ?, code_until = ? WHERE id = ?",
                (passwords.code_digest(code), self._clock() + _CODE_SECONDS, account),
            )
            now.execute("UPDATE session SET ended = 'reset' WHERE account = ? AND ended = ''", (account,))
        return code

    def entrust(self, by: Actor, account: str) -> None:
        """Leave it to the office's own system who this is: the password is void, the next sign-in there binds it."""
        require(by, Deed.ACCOUNTS)
        self.find(account)
        with self._audit.telling(Kept.ACCOUNT, by, about=account, text="entrusted") as now:
            now.execute(
                "UPDATE account SET subject = ?, password = '', code = '', must_change = 0 WHERE id = ?",
                (ENTRUSTED, account),
            )
            now.execute("UPDATE session SET ended = 'entrusted' WHERE account = ? AND ended = ''", (account,))

    def drop_factor(self, by: Actor, account: str) -> None:
        """Take the second factor off an account whose owner lost it."""
        require(by, Deed.ACCOUNTS)
        self.find(account)
        with self._audit.telling(Kept.PASSWORD, by, about=account, text="second factor dropped") as now:
            now.execute("UPDATE account SET factor = '', factor_step = 0 WHERE id = ?", (account,))

    def disable(self, by: Actor, account: str, *, disabled: bool = True) -> None:
        """Close an account, or open it again. Its sessions end; what it did stays told."""
        require(by, Deed.ACCOUNTS)
        before = self.find(account)
        if disabled:
            self._keep_an_administrator(account)
        sides: list[dict[str, object]] = [{"disabled": before.disabled}, {"disabled": disabled}]
        with self._audit.telling(Kept.ACCOUNT, by, about=account, before=sides[0], after=sides[1]) as now:
            now.execute("UPDATE account SET disabled = ? WHERE id = ?", (int(disabled), account))
            if disabled:
                now.execute("UPDATE session SET ended = 'disabled' WHERE account = ? AND ended = ''", (account,))

    def give(
        self,
        by: Actor,
        account: str,
        role: Role,
        unit: str = "",
        *,
        days: tuple[date | None, date | None] = (None, None),
        deputises: str = "",
    ) -> int:
        """Give a role, for a unit where it is one of units, from a day to a day; returns its number.

        deputises: an account that holds this role itself; then both days are needed.
        """
        require(by, Deed.ACCOUNTS)
        t, (first, last) = texts().access, days
        self.find(account)
        if role in NEEDS_UNIT and not unit:
            raise CchcError(t.role_needs_unit.format(role=t.roles[role]))
        if unit and role not in MAY_HAVE_UNIT:
            raise CchcError(t.role_has_no_unit.format(role=t.roles[role]))
        if first and last and last < first:
            raise CchcError(t.days_reversed)
        try:
            role_text([Held(role, unit)])
        except ValueError as error:
            raise CchcError(t.bad_unit.format(unit=unit)) from error
        if deputises:
            if account == deputises or Held(role, unit) not in self.held(deputises):
                raise CchcError(t.deputy_needs_holder.format(account=deputises, role=t.roles[role]))
            if first is None or last is None:
                raise CchcError(t.deputy_needs_days)
        values = (account, role.value, unit, *(day.isoformat() if day else "" for day in days), deputises, by.id)
        names = ("account", "role", "unit", "from", "to", "deputises")
        told = dict(zip(names, values, strict=False))
        with self._audit.telling(Kept.ROLE, by, about=account, after=told) as now:
            number = now.execute(
                "INSERT INTO given (account, role, unit, from_day, to_day, deputises, given_by, given_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, self._clock()),
            ).lastrowid
        return int(number or 0)

    def take(self, by: Actor, number: int) -> None:
        """Take back what was given under a number."""
        require(by, Deed.ACCOUNTS)
        row = self._ledger.row("SELECT * FROM given WHERE id = ?", number)
        if row is None:
            raise CchcError(texts().access.no_given.format(number=number))
        if row["role"] == Role.ADMIN:
            self._keep_an_administrator(str(row["account"]), without=number)
        before = {name: row[name] for name in ("role", "unit", "from_day", "to_day", "deputises")}
        with self._audit.telling(Kept.ROLE, by, about=str(row["account"]), before=before) as now:
            now.execute("DELETE FROM given WHERE id = ?", (number,))

    def _keep_an_administrator(self, account: str, without: int = 0) -> None:
        """Raises CchcError when nobody would be left who can give rights."""
        gone = [one for one in self.given() if one.role is Role.ADMIN and one.holds_on(self._today())]
        left = [one for one in gone if one.id != without and (without or one.account != account)]
        open_accounts = {one.id for one in self.all() if not one.disabled}
        if gone and not any(one.account in open_accounts for one in left):
            raise CchcError(texts().access.last_administrator)


def given_words(one: Given) -> str:
    """One role that was given, in words."""
    t = texts().access
    days = t.given_from.format(day=fmt.day(one.from_day)) if one.from_day else ""
    days += t.given_to.format(day=fmt.day(one.to_day)) if one.to_day else ""
    deputy = t.given_for.format(account=one.deputises) if one.deputises else ""
    told = t.given_outside if one.source else ""
    return f"{t.roles[one.role]}{f' {one.unit}' if one.unit else ''}{days}{deputy}{told}"


def _account(row: sqlite3.Row) -> Account:
    return Account(
        row["id"],
        row["name"],
        bool(row["must_change"]),
        bool(row["factor"]),
        bool(row["disabled"]),
        bool(row["subject"]),
    )


def _given(row: sqlite3.Row) -> Given:
    first, last = (date.fromisoformat(row[name]) if row[name] else None for name in ("from_day", "to_day"))
    return Given(
        row["id"], row["account"], Role(row["role"]), row["unit"], first, last, row["deputises"], row["source"]
    )
