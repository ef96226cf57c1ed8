"""What each person wants to be told and how often, and up to where he has looked. In the ledger: it is of people."""

import re
from dataclasses import dataclass
from enum import StrEnum

from cchc_metrics.access.audit import Audit
from cchc_metrics.access.audit_line import Kept
from cchc_metrics.access.ledger import Ledger
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor

_ADDRESS = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}")
_NAMES = ("sections", "how-often", "mail")


class Section(StrEnum):
    """What a digest tells."""

    FIGURES = "figures"
    CORRECTIONS = "corrections"
    SENT = "sent"
    LATE = "late"
    RETURNED = "returned"
    WAITING = "waiting"


class HowOften(StrEnum):
    """How often a digest goes out by mail."""

    NEVER = "never"
    WEEKLY = "weekly"
    DAILY = "daily"


@dataclass(frozen=True, slots=True)
class Wishes:
    """sections: what is told, on the screen too · mail: where to, empty for nowhere."""

    sections: frozenset[Section] = frozenset(Section)
    how_often: HowOften = HowOften.NEVER
    mail: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """Up to which entry of the journal somebody has looked, and on which day (ISO)."""

    seq: int
    day: str


class OfPeople:
    """The wishes of the people of an office."""

    def __init__(self, ledger: Ledger, audit: Audit) -> None:
        self._ledger, self._audit = ledger, audit

    def wishes(self, person: str) -> Wishes:
        """What somebody asked for; everything on the screen and nothing by mail until he says."""
        told = self._told(person)
        named = told.get("sections")
        sections = frozenset(Section) if named is None else frozenset(Section(one) for one in named.split() if one)
        return Wishes(sections, HowOften(told.get("how-often", HowOften.NEVER)), told.get("mail", ""))

    def wish(self, by: Actor, wishes: Wishes) -> None:
        """Keep one's own wishes. The log tells what was chosen, not the address. Raises CchcError for a bad address."""
        mail = wishes.mail.strip()
        if (mail and not _ADDRESS.fullmatch(mail)) or (wishes.how_often is not HowOften.NEVER and not mail):
            raise CchcError(texts().digest.bad_address)
        before = self.wishes(by.id)
        values = (" ".join(sorted(wishes.sections)), wishes.how_often.value, mail)
        sides = _in_the_log(before), _in_the_log(wishes)
        with self._audit.telling(Kept.SETTING, by, about="digest", before=sides[0], after=sides[1]) as now:
            now.executemany(
                "INSERT OR REPLACE INTO of_person (person, name, value) VALUES (?, ?, ?)",
                [(by.id, name, value) for name, value in zip(_NAMES, values, strict=True)],
            )

    def language(self, person: str) -> str:
        """The language that somebody chose; empty before the first choice."""
        return self._told(person).get("language", "")

    def speak(self, person: str, language: str) -> None:
        """Note the language that somebody chose."""
        if self.language(person) != language:
            self._keep(person, "language", language)

    def seen(self, person: str) -> Seen | None:
        """Up to where somebody has looked; None before the first time."""
        seq, _, day = self._told(person).get("seen", "").partition("|")
        return Seen(int(seq), day) if seq else None

    def saw(self, person: str, seen: Seen) -> None:
        """Note up to where somebody has looked; never back."""
        before = self.seen(person)
        if before is None or before.seq < seen.seq or before.day < seen.day:
            self._keep(person, "seen", f"{max(seen.seq, before.seq if before else 0)}|{seen.day}")

    def sent(self, person: str) -> str:
        """The period for which the last digest went out by mail, such as 2026-W48; empty before the first."""
        return self._told(person).get("sent", "")

    def note_sent(self, person: str, period: str) -> None:
        """Note that a digest went out."""
        self._keep(person, "sent", period)

    def _told(self, person: str) -> dict[str, str]:
        rows = self._ledger.rows("SELECT name, value FROM of_person WHERE person = ?", person)
        return {str(row["name"]): str(row["value"]) for row in rows}

    def _keep(self, person: str, name: str, value: str) -> None:
        with self._ledger.writing() as now:
            now.execute(
                "INSERT OR REPLACE INTO of_person (person, name, value) VALUES (?, ?, ?)", (person, name, value)
            )


def _in_the_log(wishes: Wishes) -> dict[str, str]:
    return {"sections": " ".join(sorted(wishes.sections)), "mail": wishes.how_often.value}
