"""The entities of a snapshot as rows refer to them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from cchc_metrics.metrics.eras import era_of
from cchc_metrics.model import Period


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity as far as rows refer to it."""

    id: str
    type: str
    era: str
    code: str
    name: str
    display_name: str
    names: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None

    def exists_in(self, period: Period) -> bool:
        """Whether the entity is of the period's era and lived in its year."""
        era = era_of(period)
        if self.era and era and self.era != era:
            return False
        begun = self.valid_from is None or self.valid_from <= date(period.year, 12, 31)
        return begun and (self.valid_to is None or self.valid_to >= date(period.year, 1, 1))


def listed(frame: pd.DataFrame) -> Iterable[Entity]:
    """The entities of a frame of the kind «entities», dates missing as None."""
    columns = ["entity_id", "entity_type", "era", "code", "name", "display_name", "full_name", "name_en", "aliases"]
    parts = [frame[column].astype("object").where(frame[column].notna(), "").map(str) for column in columns]
    days = [pd.to_datetime(frame[column]).tolist() for column in ("valid_from", "valid_to")]
    for row in zip(*parts, *days, strict=True):
        identity, kind, era, code, name, display, full, english, aliases, begun, ended = row
        names = tuple(n for n in (name, display, full, english, *aliases.split("|")) if n.strip())
        yield Entity(identity, kind, era, code, name, display or name, names, _day(begun), _day(ended))


def _day(moment: pd.Timestamp) -> date | None:
    return None if pd.isna(moment) else moment.date()
