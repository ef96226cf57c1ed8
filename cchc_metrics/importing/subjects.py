"""What each record is about: index, period, entity and criterion, resolved once per distinct combination."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from cchc_metrics.importing.cells import Flags, Floats, Ints, Words, combine
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.known_entities import Entity
from cchc_metrics.importing.nodes import Node
from cchc_metrics.importing.periods import PeriodFault, looks_like, read_period
from cchc_metrics.importing.problems import Fault, Report, error, info
from cchc_metrics.labels import texts
from cchc_metrics.metrics.eras import era_of
from cchc_metrics.model import CellKind, EntityType, Period
from cchc_metrics.schema import Kind, Role, TemplateColumn

# A target is set for an index year, and a series breaks between two of them.
_INDEX_YEAR_ONLY = frozenset({"targets", "breaks"})


@dataclass(frozen=True, slots=True)
class Subjects:
    """Per record: entity, criterion and framework ids (code -1 where unresolved) and what the framework says.

    maximum, minimum, bonus, highest: of the criterion, NaN where unknown · in_percent: its unit is % · peers:
    entities of the same type in the period's era, NaN where unknown · dropped: empty cells across for a criterion
    that the year's framework lacks or an entity that the period lacks, which are no facts and no faults.
    """

    entity: Words
    node: Words
    framework: Words
    maximum: Floats
    minimum: Floats
    bonus: Floats
    highest: Floats
    in_percent: Flags
    peers: Floats
    dropped: Flags


def read_index(intake: Intake, column: TemplateColumn) -> Words:
    """The codes of known indexes; an unknown one is an error."""
    words = intake.words(column)
    found = [intake.nodes.find_index(word) for word in words.words]
    intake.report(column).words([fault for _, fault in found], words.codes, words.words)
    return words.mapped([code for code, _ in found])


def read_periods(intake: Intake, column: TemplateColumn) -> Words:
    """Period ids; what is no period, or of the wrong type for the kind, is an error."""
    words = intake.words(column)
    found = [read_period(word) for word in words.words]
    faults = [_period_fault(word, period, intake.kind) for word, period in zip(words.words, found, strict=True)]
    intake.report(column).words(faults, words.codes, words.words)
    ids = [
        period.id if isinstance(period, Period) and fault is None else None
        for period, fault in zip(found, faults, strict=True)
    ]
    return words.mapped(ids)


def _period_fault(word: str, period: Period | PeriodFault, kind: Kind) -> Fault | None:
    t = texts().findings
    if isinstance(period, Period):
        if not period.window or kind.name not in _INDEX_YEAR_ONLY:
            return None
        return error("period_not_index_year", t.period_not_index_year.format(value=word))
    sentences: Mapping[PeriodFault, str] = {
        PeriodFault.UNKNOWN: t.period_unknown,
        PeriodFault.NO_SUCH_FORM: t.period_no_such_form,
        PeriodFault.OUT_OF_RANGE: t.period_out_of_range,
    }
    message = sentences[period]
    if period is PeriodFault.UNKNOWN and (looks := looks_like(word)) is not None:
        message = getattr(t, looks.value)
    return error(period.value, message.format(value=word))


def read_subjects(intake: Intake, index: Words, periods: Words) -> Subjects:
    """Entities and criteria of the records of a kind that names them."""
    parsed = [Period.parse(period_id) for period_id in periods.words]
    entity_at, entities, gone = _resolve_entities(intake, periods, parsed)
    years = np.append(np.array([period.year for period in parsed], dtype=np.int64), -1)[periods.codes]
    node_at, nodes, dropped = _resolve_nodes(intake, index, years)
    peers = [_peers(found, intake.entities) for found in entities]
    return Subjects(
        entity_at.mapped([found[0].id if found else None for found in entities]),
        node_at.mapped([node.code if node else None for node in nodes]),
        node_at.mapped([node.framework_id if node else None for node in nodes]),
        _numbers(node_at, [node.max_score if node else np.nan for node in nodes]),
        _numbers(node_at, [node.min_score if node else np.nan for node in nodes]),
        _numbers(node_at, [node.bonus if node else np.nan for node in nodes]),
        _numbers(node_at, [node.highest if node else np.nan for node in nodes]),
        node_at.take(np.array([node is not None and node.unit.strip() == "%" for node in nodes], np.bool_), False),
        _numbers(entity_at, peers),
        dropped | gone,
    )


def _numbers(at: Words, numbers: Sequence[float]) -> Floats:
    return at.take(np.array(numbers, dtype=np.float64), np.nan)


def _peers(found: tuple[Entity, Period] | None, entities: EntityBook) -> float:
    if found is None:
        return np.nan
    entity, period = found
    return entities.count(entity.type, entity.era or era_of(period)) or np.nan


def _resolve_entities(
    intake: Intake, periods: Words, parsed: Sequence[Period]
) -> tuple[Words, list[tuple[Entity, Period] | None], Flags]:
    """For each record its combination of code, name and period (as a word without text), and what each means.

    And the empty cells across of an entity in a period in which it did not exist.
    """
    codes, names, report = _code_and_name(intake, Role.ENTITY_CODE, Role.ENTITY_NAME)
    inverse, first = combine(codes.codes, names.codes, periods.codes)
    found: list[tuple[Entity, Period] | None] = []
    faults: list[Fault | None] = []
    for at in first:
        code, name, period = _at(codes, at), _at(names, at), int(periods.codes[at])
        known = period >= 0 and bool(code or name)
        entity, fault = intake.entities.find(code, name, parsed[period]) if known else (None, None)
        found.append((entity, parsed[period]) if entity is not None else None)
        faults.append(fault)
    _settle_by_list(
        intake, [(_at(codes, at), _at(names, at), int(periods.codes[at])) for at in first], parsed, found, faults
    )
    shown = [_at(names, at) or _at(codes, at) for at in first]
    apart = np.array([fault is not None and fault.code == "entity_not_in_period" for fault in faults], dtype=np.bool_)
    gone = _blank_in_wide(intake) & apart[inverse]
    report.words(faults, np.where(gone, -1, inverse), shown)
    return Words(inverse, tuple(shown)), found, gone


def _settle_by_list(
    intake: Intake,
    asked: Sequence[tuple[str, str, int]],
    parsed: Sequence[Period],
    found: list[tuple[Entity, Period] | None],
    faults: list[Fault | None],
) -> None:
    """Index year 2025 may come on either base: a table that names most provinces of one of them says which.

    Else it is for a person to say: one province alone decides for nobody.
    """
    unclear = [at for at, fault in enumerate(faults) if fault is not None and fault.code == "entity_ambiguous"]
    book = intake.entities
    named = [at for at, one in enumerate(found) if one is not None and one[0].type == EntityType.PROVINCE]
    for period in dict.fromkeys(asked[at][2] for at in (*unclear, *named) if not era_of(parsed[asked[at][2]])):
        meant = {
            at: book.meant(code, name, parsed[period]) for at, (code, name, of) in enumerate(asked) if of == period
        }
        era = book.base_of(entity for entities in meant.values() for entity in entities)
        for at in (at for at in unclear if asked[at][2] == period):
            entities = [one for one in meant[at] if one.era == era]
            if era and len(entities) == 1:
                found[at], faults[at] = (entities[0], parsed[period]), None
        for at in (at for at in named if asked[at][2] == period):
            one, (code, name, _) = found[at], asked[at]
            if one is not None and not (era or book.base or book.is_explicit(one[0], code, name)):
                message = texts().intake.base_open.format(name=one[0].display_name, period=parsed[period].id)
                found[at], faults[at] = None, error("base_open", message)
        if era and any(asked[at][2] == period for at in unclear):
            count = int(intake.entities.count(EntityType.PROVINCE, era))
            message = texts().findings.base_by_list.format(period=parsed[period].id, count=count, era=era)
            intake.problems.of_sheet(info("base_by_list", message), intake.records.sheet)


def _resolve_nodes(intake: Intake, index: Words, years: Ints) -> tuple[Words, list[Node | None], Flags]:
    codes, names, report = _code_and_name(intake, Role.NODE_CODE, Role.NODE_NAME)
    numeric = _numeric_codes(intake)
    inverse, first = combine(index.codes, years, codes.codes, names.codes, numeric.astype(np.int64))
    found: list[Node | None] = []
    faults: list[Fault | None] = []
    for at in first:
        code, name, index_code, year = _at(codes, at), _at(names, at), _at(index, at), int(years[at])
        known = bool(index_code) and year >= 0 and bool(code or name)
        cut = _cut_code(intake, index_code, year, code) if known and numeric[at] and not name else None
        node, fault = intake.nodes.find(index_code, year, code, name) if known and cut is None else (None, cut)
        found.append(node)
        faults.append(fault)
    shown = [_at(codes, at) or _at(names, at) for at in first]
    failed = np.array([node is None for node in found], dtype=np.bool_)
    dropped = _blank_in_wide(intake) & failed[inverse]
    of_period = [fault is not None and fault.code.startswith("framework_") for fault in faults]
    at_node = [None if other else fault for fault, other in zip(faults, of_period, strict=True)]
    at_period = [fault if other else None for fault, other in zip(faults, of_period, strict=True)]
    report.words(at_node, np.where(dropped, -1, inverse), shown)
    _say_of_period(intake, at_period, np.where(dropped, -1, inverse), first)
    return Words(inverse, tuple(shown)), found, dropped


def _say_of_period(intake: Intake, faults: Sequence[Fault | None], codes: Ints, first: Ints) -> None:
    """Faults of the year – no framework, or several – at the cell that names the period."""
    column = intake.column(Role.PERIOD)
    if column is not None and (field := intake.field(column)) is not None and any(faults):
        intake.report(column).words(faults, codes, [field.shown(int(at)) for at in first])


def _numeric_codes(intake: Intake) -> Flags:
    """The records whose criterion code is a number, which cannot keep a zero at its end."""
    field = intake.field(intake.column(Role.NODE_CODE))
    return field.where(CellKind.NUMBER) if field is not None else np.zeros(len(intake), dtype=np.bool_)


def _cut_code(intake: Intake, index_code: str, year: int, code: str) -> Fault | None:
    framework = intake.nodes.framework(index_code, year)
    codes = framework.cut_codes(code) if framework is not None else ()
    message = texts().findings.node_code_cut.format(value=code, codes=", ".join(codes))
    return error("node_code_cut", message) if codes else None


def _blank_in_wide(intake: Intake) -> Flags:
    field = intake.field(intake.column(Role.STATE_NUMBER))
    if not intake.records.wide or field is None:
        return np.zeros(len(intake), dtype=np.bool_)
    return ~field.filled


def _code_and_name(intake: Intake, code: Role, name: Role) -> tuple[Words, Words, Report]:
    """The words under the code and under the name column; findings point at the name, or at the code without one."""
    columns = [column for role in (code, name) if (column := intake.column(role)) is not None]
    codes, names = (intake.words(column) for column in columns)
    there = [column for column in columns if intake.field(column) is not None]
    report = intake.report(there[-1] if there else None)
    if len(there) == 2 and report.field is not None:
        everywhere = np.arange(len(intake))
        places = [intake.report(column).columns_at(everywhere) for column in columns]
        field = replace(report.field, column=np.where(names.codes < 0, places[0], places[1]))
        report = replace(report, field=field)
    return codes, names, report


def _at(words: Words, record: int) -> str:
    code = int(words.codes[record])
    return words.words[code] if code >= 0 else ""
