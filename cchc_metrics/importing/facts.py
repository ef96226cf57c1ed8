"""The records of a sheet as draft facts: one row per record, the kind's grain and value columns, and its place."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from cchc_metrics.importing.asked.marks import EXPLAINED, NO_FACT, NOT_AVAILABLE
from cchc_metrics.importing.cells import Field, Flags, Records, Words, distinct, no_words
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.limits import check_intervals, check_ranks, check_targets, with_ends
from cchc_metrics.importing.outlines import say_cut_codes
from cchc_metrics.importing.problems import Problems, Report, error
from cchc_metrics.importing.scores import publishers, read_scores
from cchc_metrics.importing.subjects import Subjects, read_index, read_periods, read_subjects
from cchc_metrics.importing.targets import settled, unworded, with_words
from cchc_metrics.importing.values import (
    read_choice,
    read_date,
    read_flag,
    read_integer,
    read_plain,
    read_rank,
    read_text,
)
from cchc_metrics.labels import named, texts
from cchc_metrics.model import CellKind, TargetKind
from cchc_metrics.schema import Role, TemplateColumn

Columns = dict[str, Any]
_SIMPLE: Mapping[Role, Callable[[Intake, TemplateColumn], Any]] = {
    Role.TEXT: read_text,
    Role.INDEX: read_index,
    Role.PERIOD: read_periods,
    Role.CHOICE: read_choice,
    Role.FLAG: read_flag,
    Role.DATE: read_date,
    Role.INTEGER: read_integer,
}


def read_facts(intake: Intake) -> pd.DataFrame:
    """Draft facts of one sheet; rows that an error touches are still among them.

    Columns: the kind's grain and values, sheet_no, row_no, col_no (1-based; the cell of the value, else of the
    last grain column). Missing texts, numbers and flags are the missing values of their types.
    """
    measured = intake.column(Role.STATE_NUMBER)
    value = measured.header if measured is not None else ""
    intake = replace(intake, records=_without_excel_errors(intake.records, intake.problems, value))
    kind, records = intake.kind, intake.records
    columns: Columns = {
        column.store: _SIMPLE[column.role](intake, column) for column in kind.template if column.role in _SIMPLE
    }
    dropped = explained = np.zeros(len(records), dtype=np.bool_)
    if intake.column(Role.ENTITY_NAME) is not None:
        subjects = read_subjects(intake, columns["index_code"], columns["period_id"])
        columns |= {"entity_id": subjects.entity, "node_code": subjects.node, "framework_id": subjects.framework}
        columns |= _read_measures(intake, columns, subjects)
        dropped = subjects.dropped
        if measured is not None:
            blank = ~dropped & _empty(intake, measured)
            whose = publishers(intake, columns["index_code"])
            explained = intake.marks.blanks(whose, blank, EXPLAINED)
            dropped = dropped | intake.marks.blanks(whose, blank, frozenset({NO_FACT}))
    else:
        columns |= _read_plain_numbers(intake)
    _say_empty(intake, ~dropped, explained)
    say_cut_codes(intake)
    facts = {name: _array(columns.get(name), len(records)) for name in (*kind.grain_names, *kind.value_names)}
    facts["sheet_no"] = np.full(len(records), records.sheet.number, dtype=np.int64)
    facts["row_no"] = records.rows
    facts["col_no"] = _places(intake)
    frame = pd.DataFrame(facts, copy=False)
    return frame[~dropped].reset_index(drop=True) if dropped.any() else frame


def _array(column: Any, length: int) -> Any:
    if column is None:
        return no_words(length).array()
    return column.array() if isinstance(column, Words) else column


def _without_excel_errors(records: Records, problems: Problems, value: str) -> Records:
    """Cells such as #DIV/0! (or «=…», a formula stored without its result) are reported and say nothing more.

    value: the header of scores; #N/A under it is a mark, for which there may be a meaning.
    """
    t = texts().findings
    fields = dict(records.fields)
    if value in fields:
        fields[value] = _not_available_as_text(fields[value])
    for header, field in tuple(fields.items()):
        broken = field.where(CellKind.ERROR)
        if broken.any():
            codes, words = field.texts.codes, field.texts.words
            formula = error("formula_without_result", t.formula_without_result)
            faults = [formula if word.startswith("=") else error("excel_error", t.excel_error) for word in words]
            Report(problems, records, field).words(faults, np.where(broken, codes, -1), words)
            numbers = np.where(broken, np.nan, field.numbers)
            fields[header] = replace(field, texts=Words(np.where(broken, -1, codes), words), numbers=numbers)
    return replace(records, fields=fields)


def _not_available_as_text(field: Field) -> Field:
    words = field.texts.words
    mark = field.texts.take(np.array([word == NOT_AVAILABLE for word in words], dtype=np.bool_), False)
    kinds = np.where(mark & field.where(CellKind.ERROR), np.uint8(CellKind.TEXT), field.kinds)
    return replace(field, kinds=kinds)


def _read_measures(intake: Intake, columns: Columns, subjects: Subjects) -> Columns:
    if intake.column(Role.STATE_NUMBER) is None:
        if "target_kind" in columns:
            return _read_targets(intake, columns["target_kind"], subjects)
        return _read_numbers_about(intake, subjects)
    measures = read_scores(intake, columns["score_kind"], columns["index_code"], subjects)
    if (column := intake.column(Role.RANK)) is not None:
        ranks, counts = read_rank(intake, column)
        measures |= {"published_rank": ranks, "rank_out_of": counts}
        if "rank_within_count" in intake.kind.checks:
            check_ranks(ranks, counts, subjects.peers, intake.report(column))
    return measures


def _number_column(intake: Intake) -> TemplateColumn:
    return next(column for column in intake.kind.template if column.role is Role.NUMBER)


def _read_targets(intake: Intake, declared: Words, subjects: Subjects) -> Columns:
    """Value, kind, and what the words of a target say beside them."""
    column = _number_column(intake)
    plain, wordings = with_words(intake, column, subjects)
    said = settled(intake, column, wordings, declared)
    words, codes = distinct(said.kinds)
    kinds = Words(codes, words)
    percent_ok = (kinds.where(TargetKind.VALUE) | kinds.where(TargetKind.CHANGE)) & (
        subjects.in_percent | (subjects.maximum == 100)
    )
    values = unworded(read_plain(plain, column, percent_ok), said.kinds)
    if "target_within_max" in intake.kind.checks:
        check_targets(values, kinds, subjects, intake.report(column))
    return {"target_kind": kinds, "value": values, **said.columns}


def _read_numbers_about(intake: Intake, subjects: Subjects) -> Columns:
    """Numbers of other kinds that name an entity, in the unit of its score; a level of confidence is a percentage."""
    intake = with_ends(intake)
    numbers = [column for column in intake.kind.template if column.role is Role.NUMBER]
    found = {}
    for column in numbers:
        percent_ok = np.ones(len(intake), dtype=np.bool_) if column.store == "level" else subjects.in_percent
        found[column.store] = read_plain(intake, column, percent_ok)
    if "interval_is_whole" in intake.kind.checks:
        check_intervals(found, intake)
    return found


def _read_plain_numbers(intake: Intake) -> Columns:
    """Numbers of kinds that name no entity; a percent is right in a row whose unit says %."""
    unit = intake.stored("unit")
    percent_ok = intake.words(unit).where("%") if unit else np.zeros(len(intake), dtype=np.bool_)
    numbers = [column for column in intake.kind.template if column.role is Role.NUMBER]
    return {column.store: read_plain(intake, column, percent_ok) for column in numbers}


def _say_empty(intake: Intake, asked: Flags, explained: Flags) -> None:
    """Reports required cells, and groups of which one is required, that hold nothing.

    explained: records whose empty score a person has said the meaning of.
    """
    t = texts().findings
    by_header = {column.header: column for column in intake.kind.template}
    for column in intake.kind.template:
        if column.required:
            value = column.role is Role.STATE_NUMBER
            message = t.value_empty if value else t.cell_empty.format(header=named(column.header))
            fault = error("value_empty" if value else "cell_empty", message)
            intake.report(column).mask(fault, asked & _empty(intake, column) & ~(explained & value))
    for group in intake.kind.one_of:
        columns = [by_header[header] for header in group]
        empty = np.logical_and.reduce([_empty(intake, column) for column in columns])
        there = next((column for column in columns if intake.field(column) is not None), None)
        fault = error("one_of_empty", t.one_of_empty.format(headers=" / ".join(group)))
        intake.report(there).mask(fault, asked & empty)


def _empty(intake: Intake, column: TemplateColumn) -> Flags:
    field = intake.field(column)
    return ~field.filled if field is not None else np.ones(len(intake), dtype=np.bool_)


def _places(intake: Intake) -> Any:
    """The column of the cell that a fact is pointed at by."""
    template = intake.kind.template
    pointed = [column for column in template if column.role is Role.STATE_NUMBER]
    numbers = [column for column in template if column.role is Role.NUMBER]
    pointed += [column for column in numbers if column.required or column.store == "value"]
    pointed += [column for column in template if column.store == intake.kind.grain_names[-1]]
    field = next((field for column in pointed if (field := intake.field(column)) is not None), None)
    return field.columns_at(np.arange(len(intake))) if field is not None else np.zeros(len(intake), dtype=np.int64)
