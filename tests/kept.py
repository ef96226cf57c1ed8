"""What an office keeps, looked at from outside."""

import gc
from collections.abc import Iterable, Iterator
from types import FunctionType, MethodType, ModuleType
from typing import Any

from cchc_metrics.services.office.catalogue import Catalogue
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.storage import Store

# Who holds one of these can still read, and what is read later no answer knows of.
_READERS = (Desk, Office, Store, Catalogue)


def fresh(office: Office) -> Office:
    """The same office with nothing kept: every question is read anew."""
    return Office(office.settings, office.store, office.watch)


def readers_in(values: Iterable[Any], seen: set[int]) -> list[str]:
    """Kept values through which something could still be read, each by its type; seen: what was looked at before."""
    return [type(value).__name__ for value in values if any(isinstance(one, _READERS) for one in _reached(value, seen))]


def _reached(value: Any, seen: set[int]) -> Iterator[Any]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, ModuleType | type):
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, _READERS):
            continue
        if isinstance(one, FunctionType):
            waiting += [*(one.__closure__ or ()), *(one.__defaults__ or ())]
        elif isinstance(one, MethodType):
            waiting.append(one.__self__)
        else:
            waiting += gc.get_referents(one)
