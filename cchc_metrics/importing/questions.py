"""What only a person can say about a file, put as questions with their answers; and what becomes of the answers.

A name that could not be resolved, a number with two readings, a font from before Unicode. Nothing here takes a guess.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from cchc_metrics.importing.asked.blanks import BLANK_CELLS
from cchc_metrics.importing.asked.constants import CONSTANT, constant_questions, of_either_base
from cchc_metrics.importing.asked.leaving import LEFT_OUT, leaving, leaving_questions
from cchc_metrics.importing.asked.marks import BLANK, MARK, Marks, mark_form, mark_questions
from cchc_metrics.importing.asked.spoken import spoken
from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.legacy_fonts import FONTS, converted, detect, example
from cchc_metrics.importing.names import ENTITY, NOBODY, NODE, Unresolved
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import clean, key
from cchc_metrics.labels import texts
from cchc_metrics.model import FileMapping, Finding, NameAnswer, Question, Snapshot, Workbook
from cchc_metrics.schema import NAMES

DECIMAL, FONT = "decimal", "font"
# A cell of a unit's report that may mean several numbers: said of that file alone, never remembered.
REPORT_CELL = "report-cell"
MOST_QUESTIONS = 200
MOST_LIKELY = 3
_GRAIN = [column.name for column in NAMES.grain]
_COLUMNS = [*_GRAIN, *NAMES.value_names]
# The part of a text that has two readings: «1.234», of «-1.234/13» too.
_TWO_READINGS = re.compile(r"(?P<whole>\d{1,3})(?P<mark>[.,])(?P<rest>\d{3})(?!\d)")


def questions(
    workbook: Workbook,
    books: tuple[EntityBook, NodeBook, Marks],
    findings: Sequence[Finding],
    mapping: FileMapping,
) -> tuple[Question, ...]:
    """The questions of a file that was read: font, decimal mark, what is not read, entities, criteria; at most 200.

    books: those by which it was read, for they know what they could not resolve · findings: of that reading; a name
    without a finding is not asked. Names that a conversion of the font would change are not asked before it is decided.
    """
    font = "" if mapping.font else detect(workbook)
    asked: list[Question] = [*_of_font(workbook, font)]
    if not mapping.decimal:
        asked += _of_decimal(findings)
    entities, nodes, marks = books
    asked += constant_questions(workbook, nodes, findings)
    asked += [*leaving_questions(findings), *mark_questions(marks, findings)]
    by_sentence = _by_sentence(findings)
    grouped: dict[tuple[str, str, str], Question] = {}
    for one in (*entities.unresolved, *nodes.unresolved):
        # A name of which no letter or digit is left could not be remembered.
        if not key(one.written) or (font and converted(one.written, font) != one.written):
            continue
        told = by_sentence.get((one.fault.code, one.fault.message), {}).get(key(one.written), ())
        same = (one.subject, one.scope, key(one.written))
        for finding in (one for one in told if not of_either_base(one)):
            known = grouped.get(same)
            grouped[same] = replace(known, count=known.count + finding.count) if known else _of_name(one, finding)
    return (*asked, *grouped.values())[:MOST_QUESTIONS]


def _by_sentence(findings: Sequence[Finding]) -> Mapping[tuple[str, str], Mapping[str, Sequence[Finding]]]:
    """Findings by code and sentence, then by the matching key of what stands in the cell."""
    found: dict[tuple[str, str], dict[str, list[Finding]]] = {}
    for finding in findings:
        by_value = found.setdefault((finding.code, finding.message), {})
        by_value.setdefault(key(finding.value), []).append(finding)
    return found


def _of_name(one: Unresolved, finding: Finding) -> Question:
    t = texts().questions
    if one.subject == NODE:
        prompt = t.node.format(written=one.written, index=one.scope)
    else:
        prompt = (t.entity_in_era if one.scope else t.entity).format(written=one.written, era=one.scope)
    first = {choice: one.choices[choice] for choice in one.likely[:MOST_LIKELY] if choice in one.choices}
    nobody = texts().intake.no_node if one.subject == NODE else texts().intake.no_entity
    choices = first | {NOBODY: nobody} | dict(one.choices)
    return _placed(Question(one.subject, one.written, one.scope, prompt, choices), finding)


def _placed(question: Question, finding: Finding) -> Question:
    return replace(question, sheet=finding.sheet, cell=finding.cell, count=finding.count)


def _of_font(workbook: Workbook, font: str) -> Iterator[Question]:
    seen = example(workbook, font) if font else None
    if seen is None:
        return
    t = texts().questions
    names = {"tcvn3": t.font_tcvn3, "vni": t.font_vni}
    converting = t.font_convert.format(font=names[font], written=clean(seen.written), converted=clean(seen.converted))
    prompt = t.font.format(font=names[font])
    yield Question(FONT, "", "", prompt, {font: converting, "": t.font_keep}, seen.sheet, seen.cell, seen.count)


def _of_decimal(findings: Iterable[Finding]) -> Iterator[Question]:
    """One question for all numbers with two readings, by the first of them."""
    found = [(finding, match) for finding in findings if (match := _two_readings(finding)) is not None]
    if not found:
        return
    finding, match = found[0]
    t = texts().questions
    number = match[0]
    marks = {",": t.comma, ".": t.point}
    as_decimal = t.decimal_mark.format(
        number=number, words=spoken(int(match["whole"]), match["rest"]), mark=marks[match["mark"]]
    )
    as_thousands = t.thousands_mark.format(
        number=number, words=spoken(int(match["whole"] + match["rest"])), mark=marks[match["mark"]]
    )
    choices = {mark: as_decimal if mark == match["mark"] else as_thousands for mark in (",", ".")}
    count = sum(one.count for one, _ in found)
    yield replace(
        _placed(Question(DECIMAL, number, "", t.decimal.format(number=number), choices), finding), count=count
    )


def _two_readings(finding: Finding) -> re.Match[str] | None:
    return _TWO_READINGS.search(finding.value) if finding.code == "number_ambiguous" else None


def answer_of(question: Question, value: str) -> NameAnswer | None:
    """What choosing a value says about the name; None for other questions and for a value that is no choice."""
    if question.about not in (ENTITY, NODE, MARK, REPORT_CELL) or value not in question.choices:
        return None
    return NameAnswer(question.about, question.scope, question.written, value)


def answered(mapping: FileMapping, question: Question, value: str) -> FileMapping:
    """The mapping with one answer; an earlier answer about the same name gives way. A value that is no choice says
    nothing."""
    if value not in question.choices:
        return mapping
    if (said := _ANSWERED.get(question.about)) is not None:
        return said(mapping, question, value)
    answer = answer_of(question, value)
    if answer is None:
        return mapping
    kept = [one for one in mapping.answers if _grain_of(one) != _grain_of(answer)]
    return replace(mapping, answers=(*kept, answer))


_ANSWERED: Mapping[str, Callable[[FileMapping, Question, str], FileMapping]] = {
    DECIMAL: lambda mapping, _, value: replace(mapping, decimal=value),
    FONT: lambda mapping, _, value: replace(mapping, font=value if value in FONTS else ""),
    BLANK_CELLS: lambda mapping, one, value: replace(mapping, blanks={**mapping.blanks, one.written: value}),
    CONSTANT: lambda mapping, one, value: replace(mapping, constants={**mapping.constants, one.written: value}),
    LEFT_OUT: leaving,
}


def with_answers(snapshot: Snapshot, answers: Sequence[NameAnswer]) -> Snapshot:
    """The snapshot with answers beside what is remembered; of two about the same name the later holds."""
    if not answers:
        return snapshot
    known = snapshot.names if len(snapshot.names) else pd.DataFrame({name: [] for name in _COLUMNS}, dtype="str")
    new = names_as_facts(answers, "")
    names = pd.concat([known[_COLUMNS].astype("str"), new], ignore_index=True)
    return replace(snapshot, names=names.drop_duplicates(_GRAIN, keep="last", ignore_index=True))


def names_as_facts(answers: Sequence[NameAnswer], note: str) -> pd.DataFrame:
    """Answers as facts of the kind «names»: one row per subject, scope and normalised name, the last answer of each.

    Columns: subject, scope, written, target, written_as, note (str, missing where empty). A name of which nothing is
    left when normalised cannot be remembered and is left out.
    """
    of_names = [one for one in answers if one.subject in (ENTITY, NODE, MARK)]
    rows = {
        _grain_of(one): (*_grain_of(one), one.target, clean(one.written) or BLANK, note or None) for one in of_names
    }
    kept = [row for (_, _, written), row in rows.items() if written]
    return pd.DataFrame({name: pd.Series([row[at] for row in kept], dtype="str") for at, name in enumerate(_COLUMNS)})


def _grain_of(answer: NameAnswer) -> tuple[str, str, str]:
    written = mark_form(answer.written) if answer.subject == MARK else key(answer.written)
    return answer.subject, answer.scope, written
