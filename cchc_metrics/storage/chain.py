"""A chain of journal lines in memory: what every journal knows of them, wherever they are kept."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import overload

from cchc_metrics.model import Action, Entry
from cchc_metrics.storage import lines
from cchc_metrics.storage.seal import Authenticity, Seal


class Entries(Sequence[Entry]):
    """The entries of a journal, decoded when somebody looks at them; entry ``n`` stands at place ``n − 1``."""

    def __init__(self, raw: list[bytes]) -> None:
        self._raw = raw
        self._seen: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._raw)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> list[Entry]: ...
    def __getitem__(self, place: int | slice) -> Entry | list[Entry]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        known = range(len(self))[place]
        if known not in self._seen:
            self._seen[known] = lines.decode(self._raw[known])
        return self._seen[known]


class Chain:
    """The lines of a journal, each chained to the one before by its hash."""

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self.lines: list[bytes] = []
        self.entries = Entries(self.lines)
        self.unknown = False  # whether nobody knows if a failed append stands
        self._head = ""

    @property
    def last_seq(self) -> int:
        return len(self.lines)

    @property
    def head(self) -> str:
        """The hash of the last entry; empty while there is none."""
        return self._head

    def hash_of(self, seq: int) -> str:
        """The hash of an entry; empty for the one before the first."""
        return self.entries[seq - 1].hash if seq else ""

    def of_plan(self, plan_id: str) -> Entry | None:
        """The entry that stored this plan."""
        word = f'"plan_id":{json.dumps(plan_id, ensure_ascii=False)}'.encode()
        found = (self.entries[place] for place, line in enumerate(self.lines) if word in line)
        return next((entry for entry in found if entry.plan_id == plan_id), None)

    def next(self, draft: Entry) -> Entry:
        """The draft with the number and the previous hash that it would have as the next line."""
        number = lines.OF_REDACTIONS if draft.action is Action.REDACT else lines.FORMAT
        return replace(draft, seq=self.last_seq + 1, previous_hash=self.head, hash="", format=number)

    @contextmanager
    def turn(self, *, wait: bool = True) -> Iterator[None]:
        """The writer's turn among all processes. A journal of one process has it always."""
        yield

    def pull(self) -> None:
        """Read what other processes have written. To a journal of one process nobody else writes."""

    def authenticity(self) -> Authenticity:
        """What the seal of the last line says."""
        return self._seal.authenticity(self.head, lines.seal_of(self.lines[-1])) if self.lines else Authenticity.NONE

    @property
    def is_sealed(self) -> bool:
        """Whether new lines are sealed."""
        return self._seal.in_use


def with_hash(entry: Entry) -> Entry:
    """The entry with the hash that chains it to the one before."""
    return replace(entry, hash=lines.chained(lines.payload_of(entry)))


def unsealed(raw: Iterable[bytes]) -> list[int]:
    """Numbers of lines that bear no seal although an earlier one does."""
    found, sealed = [], False
    for number, line in enumerate(raw, start=1):
        if b'"seal":' in line:
            sealed = True
        elif sealed:
            found.append(number)
    return found
