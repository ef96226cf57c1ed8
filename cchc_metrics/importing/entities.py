"""Who a row is about: system id, two-digit code or name -> an entity that existed in the row's period.

On 2025-07-01 the 63 provinces became 34 and seven codes changed meaning, so a code or a name means something only
together with the period. Index year 2025 may be announced on either base: there only what is unmistakable is taken.
"""

import re
from collections.abc import Iterable, Mapping

import pandas as pd
from rapidfuzz import fuzz

from cchc_metrics.importing.known_entities import Entity, listed
from cchc_metrics.importing.names import (
    ENTITY,
    Answers,
    Neighbours,
    Unasked,
    Unresolved,
    merged_before,
    name_keys,
    short_forms,
)
from cchc_metrics.importing.normalise import LONGEST_LABEL, canonical, compact, has_foreign_letters, key
from cchc_metrics.importing.problems import Fault, error, warning
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import period as period_label
from cchc_metrics.labels.format import sort_key
from cchc_metrics.metrics.eras import era_of
from cchc_metrics.model import EntityType, Period

SCORED_TYPES = (EntityType.PROVINCE, EntityType.REGION, EntityType.COUNTRY)
BASES = ("63", "34")
# What a person can settle by saying whom a name means.
_ASKED = frozenset({"entity_unknown", "entity_code_unknown", "entity_ambiguous"})
_IN_BRACKETS = re.compile(r"(?P<name>[^()]+)\((?P<other>[^()]+)\)")
_WHOLE_NUMBER = re.compile(r"(?P<code>\d{1,2})[.,]0+")
ALIKE = 85.0  # rapidfuzz ratio from which a name beside a valid code counts as a misspelling of it


class EntityBook:
    """The entities of a snapshot, found by any of their names or by what a person said of a name before.

    names: the frame of the kind «names» · base: of which base, 63 or 34, a person said that the provinces of an index
    year are that may come on either. What ``find`` could not resolve and a person could is in ``unresolved``.
    """

    def __init__(self, entities: pd.DataFrame, names: pd.DataFrame | None = None, *, base: str = "") -> None:
        self.base = base if base in BASES else ""
        scored = entities["entity_type"].isin(SCORED_TYPES)
        self._others = entities[~scored]
        self._other_names: frozenset[str] | None = None
        self._communes: Mapping[str, Entity] | None = None
        self._by_id: dict[str, Entity] = {}
        self._by_code: dict[str, list[Entity]] = {}
        self._by_name: dict[str, list[Entity]] = {}
        self._answers = Answers(names, ENTITY)
        self._unasked = Unasked()
        self._neighbours: dict[Period, Neighbours] = {}
        self._choices: dict[str, Mapping[str, str]] = {}
        for entity in listed(entities[scored]):
            self._add(entity)
        self._add_short_forms()

    def _add(self, entity: Entity) -> None:
        self._by_id[entity.id.casefold()] = entity
        if entity.code:
            self._by_code.setdefault(entity.code.zfill(2), []).append(entity)
        forms = (form for name in entity.names for form in (canonical(name), *name_keys(name)))
        for form in dict.fromkeys(forms):
            self._by_name.setdefault(form, []).append(entity)

    def _add_short_forms(self) -> None:
        """«Bà Rịa VT», «BR Vũng Tàu», «TT Huế», where the form means one province only."""
        found: dict[str, list[Entity]] = {}
        for entity in self.all:
            for form in {form for name in entity.names for form in short_forms(name)} - self._by_name.keys():
                found.setdefault(form, []).append(entity)
        for form, entities in found.items():
            if len({compact(entity.name) for entity in entities}) == 1:
                self._by_name[form] = entities

    @property
    def all(self) -> tuple[Entity, ...]:
        return tuple(self._by_id.values())

    @property
    def unresolved(self) -> tuple[Unresolved, ...]:
        """The names that ``find`` could not resolve so far and that a person can explain; scope: the era."""
        return self._unasked.all

    def get(self, entity_id: str) -> Entity | None:
        return self._by_id.get(entity_id.casefold())

    def knows(self, name: str) -> bool:
        """Whether any entity of any era bears this id, code or name, or a person has said whom it means."""
        return bool(self._coded(name) or self._named(name)) or self._answers.knows(name)

    def refuses(self, name: str) -> bool:
        """Whether a person said that a name is no entity's, and it is none's."""
        return self._answers.refuses(name) and not (self._coded(name) or self._named(name))

    def meant(self, code: str, name: str, period: Period) -> list[Entity]:
        """Every entity that a code and a name may mean in a period."""
        found = self._coded(code) if code else self._named(name)
        return self._living([one for one in found if not (code and name) or one in self._named(name)], period)

    def base_of(self, entities: Iterable[Entity]) -> str:
        """The era that the names of a table settle; empty: none.

        All of 63 bear the names of the 34 too: the old base is that of which most of the names that went with it are
        there, the new one that of which all are and none of those.
        """
        named = {entity.id for entity in entities}
        old, new = ({one.id for one in self.all if one.type == EntityType.PROVINCE and one.era == era} for era in BASES)
        gone = {one for one in old if not new & {same.id for same in self._named(self._by_id[one.casefold()].name)}}
        if old and (old <= named or 2 * len(gone & named) > len(gone)):
            return BASES[0]
        return BASES[1] if new and new <= named and not gone & named else ""

    def is_explicit(self, entity: Entity, code: str, name: str) -> bool:
        """Whether a code or a name says of itself which base it is of: a system id, «Quảng Trị (cũ)»."""
        own = canonical(name) == canonical(entity.display_name) and entity.display_name != entity.name
        return code.casefold() == entity.id.casefold() or own

    def count(self, entity_type: str, era: str) -> int:
        """How many entities of a type an era has."""
        return sum(entity.type == entity_type and entity.era == era for entity in self.all)

    def choices(self, era: str) -> Mapping[str, str]:
        """Every entity of an era (all when empty) as id -> shown name, provinces first, in Vietnamese order."""
        if era not in self._choices:
            mine = [entity for entity in self.all if not era or entity.era in ("", era)]
            mine.sort(key=lambda entity: (SCORED_TYPES.index(entity.type), sort_key(entity.display_name)))
            self._choices[era] = {entity.id: entity.display_name for entity in mine}
        return self._choices[era]

    def find(self, code: str, name: str, period: Period) -> tuple[Entity | None, Fault | None]:
        """The entity that a code, a name or both mean in a period; or why none can be taken.

        A warning comes with an entity: a code that changed meaning, a misspelt name beside a valid code. What a
        person said of a name is used where the name itself leaves it open, never against a name or a code.
        """
        code, name = code[:LONGEST_LABEL], name[:LONGEST_LABEL]
        entity, fault = self._find(code, name, period)
        lone = not (code and name) or (fault is not None and fault.code == "entity_ambiguous")
        if entity is None and fault is not None and fault.code in _ASKED and lone and not merged_before(name):
            self._note(name or code, fault, period)
        return entity, fault

    def _find(self, code: str, name: str, period: Period) -> tuple[Entity | None, Fault | None]:
        told, commune = self._told(name or code, period), self._commune(code) if code else None
        if commune is not None and (not name or canonical(name) in map(canonical, commune.names)):
            return _only(self._living([commune], period), [commune], period)
        coded, named = self._coded(code) or (told if code and not name else []), self._named(name)
        named = named or (told if name else [])
        if (code and not coded) or (name and not named and not coded):
            return None, self._unknown(code if code and not coded else name, bool(code and not coded), period)
        if not name or not named:
            return self._by_the_code(code, name, coded, told, period)
        both = [entity for entity in named if entity in coded] if code else named
        living = self._living(both, period)
        if code and not living and (not both or self._living(coded, period)):
            of_code, of_name = (self._one(found, period).display_name for found in (coded, named))
            message = texts().findings.entity_disagrees.format(code=code, of_code=of_code, name=name, of_name=of_name)
            return None, error("entity_disagrees", message)
        return _only([entity for entity in living if entity in told] or living, both, period)

    def _by_the_code(
        self, code: str, name: str, coded: list[Entity], told: list[Entity], period: Period
    ) -> tuple[Entity | None, Fault | None]:
        t = texts().findings
        living = self._living(coded, period)
        entity, fault = _only([one for one in living if one in told] or living, coded, period)
        if entity is None:
            return None, fault
        if name and max(fuzz.ratio(key(name), key(other)) for other in entity.names) < ALIKE:
            message = t.entity_disagrees.format(code=code, of_code=entity.display_name, name=name, of_name=t.nobody)
            return None, error("entity_disagrees", message)
        if name:
            message = t.entity_name_by_code.format(name=name, code=code, taken=entity.display_name)
            return entity, warning("entity_name_by_code", message)
        if len({compact(other.name) for other in coded}) > 1:
            message = t.entity_code_changed.format(code=code, taken=entity.display_name)
            return entity, warning("entity_code_changed", message)
        return entity, None

    def _commune(self, code: str) -> Entity | None:
        """The commune of a system id. Nothing else is sure: thousands share their names and codes."""
        if self._communes is None:
            rows = self._others[self._others["entity_type"] == EntityType.COMMUNE]
            self._communes = {entity.id.casefold(): entity for entity in listed(rows)}
        return self._communes.get(code.casefold())

    def _told(self, written: str, period: Period) -> list[Entity]:
        """Whom a person said that a name means in the era of a period."""
        target = self._answers.target(era_of(period), written)
        entity = self.get(target) if target else None
        return [entity] if entity is not None else []

    def _coded(self, code: str) -> list[Entity]:
        if not code:
            return []
        entity = self.get(code) or self._commune(code)
        if entity is not None:
            return [entity]
        whole = _WHOLE_NUMBER.fullmatch(code)
        return self._by_code.get((whole["code"] if whole else code).zfill(2), [])

    def _named(self, name: str) -> list[Entity]:
        """The entities that bear a name; one in letters of another alphabet is nobody's, however alike it looks."""
        if not name or len(name) > LONGEST_LABEL or has_foreign_letters(name):
            return []
        if found := next(
            (found for form in (canonical(name), *name_keys(name)) if (found := self._by_name.get(form))), []
        ):
            return found
        # «TP Hồ Chí Minh (TPHCM)»: both parts must mean the same.
        parted = _IN_BRACKETS.fullmatch(name.strip())
        if parted is None:
            return []
        others = self._named(parted["other"])
        return [entity for entity in self._named(parted["name"]) if entity in others]

    def _unknown(self, text: str, is_code: bool, period: Period) -> Fault:
        t = texts().findings
        if self._is_other(text):
            return error("entity_not_scored", t.entity_not_scored.format(value=text))
        if is_code:
            return error("entity_code_unknown", t.entity_code_unknown.format(value=text))
        if merged := merged_before(text):
            return error("entity_unknown", t.entity_merged_before.format(old=merged[0], new=merged[1]))
        near = "; ".join(self._by_id[one.casefold()].display_name for one in self._near(text, period))
        hint = t.suggestion.format(names=near) if near else t.no_suggestion_entity
        if has_foreign_letters(text):
            hint = f"{t.name_foreign_letters} {hint}"
        return error("entity_unknown", t.entity_unknown.format(value=text, hint=hint))

    def _note(self, written: str, fault: Fault, period: Period) -> None:
        era = era_of(period)
        likely = self._near(written, period)
        if fault.code == "entity_ambiguous":
            likely = tuple(one.id for one in self._living(self._named(written) or self._coded(written), period))
        self._unasked.note(Unresolved(ENTITY, era, written, fault, likely, self.choices(era)))

    def _near(self, text: str, period: Period) -> tuple[str, ...]:
        if period not in self._neighbours:
            living = self._living(list(self.all), period)
            self._neighbours[period] = Neighbours((entity.id, name) for entity in living for name in entity.names)
        return self._neighbours[period].near(text)

    def _living(self, entities: list[Entity], period: Period) -> list[Entity]:
        """Those that were there in a period, of the base that a person said where the year leaves it open."""
        living = [entity for entity in entities if entity.exists_in(period)]
        if not self.base or era_of(period):
            return living
        return [entity for entity in living if entity.type != EntityType.PROVINCE or entity.era in ("", self.base)]

    def _one(self, entities: list[Entity], period: Period) -> Entity:
        return (self._living(entities, period) or entities)[0]

    def _is_other(self, text: str) -> bool:
        """Whether a department or a commune is meant: they are listed only when a name is unknown."""
        if self._other_names is None:
            columns = ("entity_id", "name", "display_name", "full_name")
            names = {str(name) for column in columns for name in self._others[column].dropna().unique()}
            self._other_names = frozenset(map(canonical, names))
        return canonical(text) in self._other_names


def _only(pool: list[Entity], candidates: list[Entity], period: Period) -> tuple[Entity | None, Fault | None]:
    """The one living candidate, or why there is not exactly one."""
    t = texts().findings
    label = period_label(period.id)
    if not pool:
        name = candidates[0].display_name
        return None, error("entity_not_in_period", t.entity_not_in_period.format(name=name, period=label))
    if len(pool) > 1:
        ids = "; ".join(f"{entity.id} ({entity.display_name})" for entity in pool)
        return None, error("entity_ambiguous", t.entity_ambiguous.format(period=label, names=ids))
    return pool[0], None
