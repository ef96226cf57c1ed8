"""What each person keeps at hand: provinces and parts pinned across charts, named views. In the ledger: of people."""

import json
from dataclasses import dataclass

from cchc_metrics.access.ledger import Ledger
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts

MOST_PINS, MOST_VIEWS = 6, 40
_LONGEST_NAME, _LONGEST_ADDRESS = 80, 1500
_PINS, _VIEWS = "pins", "views"


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view with a name. address: of a page of ours with its filters, such as ``xep-hang?chi-so=PAPI``."""

    name: str
    address: str


class Shelf:
    """The shelves of the people of an office; everybody reaches his own alone."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def pins(self, person: str) -> tuple[str, ...]:
        """Entity ids of provinces, and parts as ``index|code``, in the order in which they were pinned."""
        told = self._told(person, _PINS)
        # Before parts could be pinned there were words without spaces, with spaces between them.
        return tuple(json.loads(told) if told.startswith("[") else told.split())

    def pin(self, person: str, pins: tuple[str, ...]) -> None:
        """Keep these pinned and no others. Raises CchcError for more than six."""
        kept = tuple(dict.fromkeys(pins))
        if len(kept) > MOST_PINS:
            raise CchcError(texts().shelf.too_many_pins.format(most=MOST_PINS))
        self._keep(person, _PINS, json.dumps(kept, ensure_ascii=False))

    def views(self, person: str) -> tuple[SavedView, ...]:
        """The views, the newest last."""
        told = self._told(person, _VIEWS)
        return tuple(SavedView(name, address) for name, address in json.loads(told)) if told else ()

    def save(self, person: str, name: str, address: str) -> None:
        """Keep an address under a name; one that has the name gives way.

        Raises CchcError without a name, for one that is too long, for an address that is none of ours, and for more
        views than are kept.
        """
        t, named = texts().shelf, " ".join(name.split())
        if not named or len(named) > _LONGEST_NAME:
            raise CchcError(t.bad_name.format(most=_LONGEST_NAME))
        if len(address) > _LONGEST_ADDRESS or ":" in address.partition("?")[0] or address.startswith(("/", "\\")):
            raise CchcError(t.bad_address)
        others = [one for one in self.views(person) if one.name != named]
        if len(others) >= MOST_VIEWS:
            raise CchcError(t.too_many_views.format(most=MOST_VIEWS))
        self._shelve(person, (*others, SavedView(named, address)))

    def rename(self, person: str, name: str, new: str) -> None:
        """Give a view another name. Raises CchcError as ``save`` does, and for a name that is taken or not there."""
        held = {one.name: one for one in self.views(person)}
        named = " ".join(new.split())
        if not named or len(named) > _LONGEST_NAME:
            raise CchcError(texts().shelf.bad_name.format(most=_LONGEST_NAME))
        if name not in held or (named in held and named != name):
            raise CchcError(texts().shelf.name_taken.format(name=named))
        renamed = [SavedView(named, one.address) if one.name == name else one for one in held.values()]
        self._shelve(person, tuple(renamed))

    def drop(self, person: str, name: str) -> None:
        """Forget a view; nothing happens where there is none."""
        self._shelve(person, tuple(one for one in self.views(person) if one.name != name))

    def _shelve(self, person: str, views: tuple[SavedView, ...]) -> None:
        self._keep(person, _VIEWS, json.dumps([[one.name, one.address] for one in views], ensure_ascii=False))

    def _told(self, person: str, name: str) -> str:
        found = self._ledger.row("SELECT value FROM of_person WHERE person = ? AND name = ?", person, name)
        return str(found["value"]) if found else ""

    def _keep(self, person: str, name: str, value: str) -> None:
        with self._ledger.writing() as now:
            now.execute(
                "INSERT OR REPLACE INTO of_person (person, name, value) VALUES (?, ?, ?)", (person, name, value)
            )
