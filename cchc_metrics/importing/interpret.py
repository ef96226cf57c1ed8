"""A workbook as facts and findings: the one path from cells to what may be stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np
import pandas as pd

from cchc_metrics.importing.areas import area_text, without
from cchc_metrics.importing.asked.constants import BASE
from cchc_metrics.importing.asked.marks import Marks
from cchc_metrics.importing.cells import Flags, Ints, groups
from cchc_metrics.importing.checks import Draft, run_checks, say_future
from cchc_metrics.importing.duplicates import drop_duplicates
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.facts import read_facts
from cchc_metrics.importing.intake import Intake
from cchc_metrics.importing.legacy_fonts import convert
from cchc_metrics.importing.matching import keys_of, value_columns
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import key
from cchc_metrics.importing.outlines import with_parents
from cchc_metrics.importing.problems import Problems, error, info, warning
from cchc_metrics.importing.questions import FONT, questions, with_answers
from cchc_metrics.importing.sheets import SheetRows, read_sheets
from cchc_metrics.importing.tables.constants import with_constants
from cchc_metrics.importing.tables.doubts import refuse_misfits
from cchc_metrics.importing.tables.layout import understand_with
from cchc_metrics.importing.tables.outlined import with_outline
from cchc_metrics.labels import named, texts
from cchc_metrics.model import FileMapping, Finding, Question, RowCounts, Severity, Snapshot, Workbook
from cchc_metrics.schema import SCORES, Kind, SqlType, StoreColumn

_DTYPES = {
    SqlType.TEXT: "str",
    SqlType.SCORE: "float64",
    SqlType.AMOUNT: "float64",
    SqlType.INTEGER: "Int64",
    SqlType.FLAG: "boolean",
}
# The table that a draft fact was read from.
_TABLE = "table_no"
_ILLUSTRATIVE = "so lieu minh hoa"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What a workbook says.

    facts: one row per fact – the kind's grain and value columns, sheet_no, row_no, col_no (1-based; the cell of the
    value) – of accepted rows only · rows: the non-empty rows below the headers, read = accepted + rejected + ignored;
    rejected: an error touches them; ignored: they hold no data or repeat another row · findings: folded, errors first ·
    mapping: how the file was read · questions: what only a person can say; none are put where no error stands ·
    present: store column -> for which facts the file has a column of it.
    """

    kind: Kind
    facts: pd.DataFrame
    rows: RowCounts
    findings: tuple[Finding, ...]
    mapping: FileMapping
    questions: tuple[Question, ...] = ()
    present: Mapping[str, Flags] = field(default_factory=dict)


def interpret(
    workbook: Workbook,
    kind: Kind,
    snapshot: Snapshot,
    *,
    mapping: FileMapping | None = None,
    illustrative: bool = False,
    today: date | None = None,
) -> Interpretation:
    """Reads every table of a kind in a workbook, resolving names against a snapshot of the store.

    mapping: how a person says that the file is to be read; without it, or where it has no tables, the file is
    understood from its own headers.

    All problems are findings; nothing is raised for bad data. Unless ``illustrative``, a file that calls itself
    «SỐ LIỆU MINH HỌA» in a sheet's name or in its sources and notes is an error: it never mixes with real figures.
    today: scores of a later year are told; nobody is told without it.
    """
    problems = Problems()
    given = mapping or FileMapping(kind.name, ())
    original, workbook = workbook, convert(workbook, given.font) if given.font else workbook
    workbook = _without_left_out(workbook, given, problems)
    names = with_answers(snapshot, given.answers).names
    base = given.constants.get(BASE, "")
    books = (EntityBook(snapshot.entities, names=names, base=base), NodeBook(snapshot.nodes, names=names), Marks(names))
    entities, nodes, marks = books
    _check_stamp(workbook, kind, problems)
    by_person = bool(given.tables)
    tables = given.tables or understand_with(workbook, kind, entities, nodes, given).tables
    mapping = replace(given, tables=tuple(with_constants(table, given.constants, kind) for table in tables))
    sheets = read_sheets(workbook, kind, mapping, entities, nodes, problems=problems, by_person=by_person)
    intakes = [
        with_outline(
            Intake(records, kind, entities, nodes, problems, mapping.decimal, marks, workbook.stamp is not None)
        )
        for sheet in sheets
        for records in sheet.records
    ]
    facts = _joined(kind, [read_facts(intake).assign(**{_TABLE: at}) for at, intake in enumerate(intakes)])
    grids = {sheet.sheet.number: sheet.sheet for sheet in sheets}
    facts = with_parents(kind, _keep_columns(kind, facts, intakes, snapshot, problems), intakes, problems)
    draft = Draft(kind, facts, grids, entities, snapshot, problems, _places(kind, intakes))
    if not illustrative:
        _refuse_illustrative(draft)
    draft = _checked(draft)
    if today is not None and kind.name == SCORES.name:
        say_future(draft, today)
    repeated = drop_duplicates(draft)
    if not by_person and workbook.stamp is None:
        refuse_misfits(intakes, problems)
    facts = _sound(replace(draft, facts=draft.facts[~repeated])).facts.reset_index(drop=True)
    present = _present(kind, facts.pop(_TABLE).to_numpy(dtype=np.int64), intakes)
    rows = _count(sheets, facts, problems)
    if sheets and not rows.read:
        problems.of_file(error("no_rows", texts().findings.no_rows))
    findings = problems.findings()
    at_fault = any(finding.severity is Severity.ERROR for finding in findings)
    asked = questions(original, books, problems.every_finding(), mapping) if at_fault else ()
    findings = (*(_of_font(question) for question in asked if question.about == FONT), *findings)
    return Interpretation(kind, facts, rows, findings, mapping, asked, present)


def _checked(draft: Draft) -> Draft:
    """The draft without its rows at fault, after the checks of the whole file."""
    if "framework_is_a_tree" in draft.kind.checks:
        # Over rejected rows too: a row with a fault of its own is still the parent of others.
        run_checks(draft)
        return _sound(draft)
    draft = _sound(draft)
    run_checks(draft)
    return draft


def _without_left_out(workbook: Workbook, given: FileMapping, problems: Problems) -> Workbook:
    """The workbook without what a person leaves out, which is told."""
    for sheet in workbook.sheets:
        for area in given.left_out:
            if area.sheet == sheet.name:
                shown = area_text(area)
                problems.of_sheet(info("left_out", texts().intake.left_out.format(area=shown)), sheet, shown)
    return without(workbook, given.left_out)


def _of_font(question: Question) -> Finding:
    """The question about a font as a finding: without its answer the other findings say little."""
    choices = " ".join(question.choices.values())
    message = f"{question.prompt} {choices}"
    return Finding("legacy_font", Severity.ERROR, message, question.sheet, question.cell, count=question.count)


def _present(kind: Kind, tables: Ints, intakes: Sequence[Intake]) -> Mapping[str, Flags]:
    """Store column -> for which facts, each of a table, the file has a column of it."""
    found = {}
    for column in kind.template:
        has = np.array([intake.field(column) is not None for intake in intakes], dtype=np.bool_)
        if has.any():
            found[column.store] = has[tables]
    return found


def _places(kind: Kind, intakes: Sequence[Intake]) -> dict[int, dict[str, int]]:
    """Per sheet the column of the cells of each store column, where all tables of the sheet have the same.

    In a table with columns across, some stand in no column.
    """
    found: dict[int, list[dict[str, int]]] = {}
    for intake in intakes:
        places = {
            column.store: field.column
            for column in kind.template
            if (field := intake.field(column)) is not None and isinstance(field.column, int) and field.column
        }
        found.setdefault(intake.records.sheet.number, []).append(places)
    return {
        number: {store: at for store, at in tables[0].items() if all(table.get(store) == at for table in tables)}
        for number, tables in found.items()
    }


def _keep_columns(
    kind: Kind, facts: pd.DataFrame, intakes: Sequence[Intake], snapshot: Snapshot, problems: Problems
) -> pd.DataFrame:
    """In a list that others lean on, a column that the file lacks keeps what is stored; a score is replaced whole.

    Else a file of ids and new aliases would take era and code from every entity that it names.
    """
    stored = {"entities": snapshot.entities, "frameworks": snapshot.nodes, "breaks": snapshot.breaks}.get(kind.name)
    told = {column.store for intake in intakes for column in kind.template if intake.field(column) is not None}
    absent = [column for column in kind.template if column.store in kind.value_names and column.store not in told]
    if stored is None or not absent or not len(facts) or not len(stored):
        return facts
    new, old = keys_of(kind, facts, stored)
    partner = pd.Series(np.arange(len(old)), index=old).groupby(level=0).first().reindex(new).to_numpy()
    known = np.flatnonzero(~np.isnan(partner))
    if not len(known):
        return facts
    rows = stored.iloc[partner[known].astype(np.int64)]
    kept = facts.copy()
    for column in absent:
        values = facts[column.store].astype("object").to_numpy(dtype=object, copy=True)
        values[known] = rows[column.store].astype("object").to_numpy(dtype=object)
        kept[column.store] = pd.Series(values, index=facts.index).astype(facts[column.store].dtype)
    headers = "; ".join(f"«{named(column.header)}»" for column in absent)
    problems.of_file(info("columns_kept", texts().findings.columns_kept.format(headers=headers)))
    return kept


def _check_stamp(workbook: Workbook, kind: Kind, problems: Problems) -> None:
    stamp, t = workbook.stamp, texts().findings
    if stamp is None:
        return
    if stamp.kind != kind.name:
        problems.of_file(warning("template_of_other_kind", t.template_of_other_kind.format(kind=named(kind.title))))
    elif stamp.version != kind.version:
        message = t.template_version.format(version=stamp.version, current=kind.version)
        problems.of_file(warning("template_version", message))


def _joined(kind: Kind, drafts: list[pd.DataFrame]) -> pd.DataFrame:
    if len(drafts) == 1:
        return drafts[0]
    return pd.concat(drafts, ignore_index=True) if drafts else empty_facts(kind).assign(**{_TABLE: 0})


def empty_facts(kind: Kind) -> pd.DataFrame:
    """No facts, in the columns and types of a kind."""
    columns: tuple[StoreColumn, ...] = (*kind.grain, *value_columns(kind))
    facts = {c.name: pd.Series([], dtype=_DTYPES.get(c.type, "object")) for c in columns}
    places = {name: pd.Series([], dtype="int64") for name in ("sheet_no", "row_no", "col_no")}
    return pd.DataFrame(facts | places)


def _sound(draft: Draft) -> Draft:
    """The draft without the rows that an error touches."""
    lost = _rejected(draft)
    return replace(draft, facts=draft.facts[~lost]) if lost.any() else draft


def _rejected(draft: Draft) -> Flags:
    numbers = draft.facts["sheet_no"].to_numpy(dtype=np.int64)
    rows = draft.facts["row_no"].to_numpy(dtype=np.int64)
    lost = np.zeros(len(rows), dtype=np.bool_)
    for number in draft.sheets:
        rejected = draft.problems.rejected(number)
        if len(rejected):
            lost |= (numbers == number) & np.isin(rows, rejected)
    return lost


def _refuse_illustrative(draft: Draft) -> None:
    fault = error("illustrative", texts().findings.illustrative)
    for number, sheet in draft.sheets.items():
        if _ILLUSTRATIVE in key(sheet.name):
            draft.say(fault, np.flatnonzero(draft.facts["sheet_no"] == number), sheet.name)
    for name in ("source", "note", "legal_basis"):
        if name in draft.facts:
            codes, words = pd.factorize(draft.facts[name])
            marked = np.array([_ILLUSTRATIVE in key(str(word)) for word in words], dtype=np.bool_)
            for code, at in groups(codes.astype(np.int64), marked):
                draft.say(fault, at, str(words[code]))


def _count(sheets: tuple[SheetRows, ...], facts: pd.DataFrame, problems: Problems) -> RowCounts:
    read = accepted = rejected = 0
    for sheet in sheets:
        lost = problems.rejected(sheet.sheet.number)
        read += len(sheet.read)
        rejected += int(np.isin(sheet.read, lost).sum())
        accepted += facts.loc[facts["sheet_no"] == sheet.sheet.number, "row_no"].nunique()
    return RowCounts(read=read, accepted=accepted, rejected=rejected, ignored=read - accepted - rejected)
