"""The body of the consolidated report: the outline's sections, the figures of their tasks, the units' own words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cchc_metrics.documents import Line, Noted
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.obligations import split
from cchc_metrics.schema import OUTLINE
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.consolidated import Consolidated, Figure
from cchc_metrics.services.reporting.documents.sources import bracketed, file_words
from cchc_metrics.services.reporting.documents.tally import Tally
from cchc_metrics.views.compile.words import amount
from cchc_metrics.views.kit.debts import lacking_words

RESULT = "ket-qua"
# So many sources are named one by one in a footnote; more are referred to by their numbers.
_NAMED_SOURCES = 4
_HIGHEST_LEVEL = 3
Paragraph = dict[str, Any]


def opening(found: Consolidated, counted: Tally) -> list[Line | str]:
    """What the report rests on: who reported, who did not, whose figures are provisional."""
    said, note = texts().documents, _computed(found)
    day = fmt.day(found.day)
    lines: list[Line | str] = [
        Line(
            (said.received.format(day=day, received=counted.received), Noted(f"/{counted.owed}", note), said.units_end)
        )
    ]
    named = (
        (said.not_received.format(day=day, units=_names(found, counted.missing)), counted.missing),
        (said.incomplete_units.format(units=_incomplete(found, counted)), counted.incomplete),
        (said.nil_units.format(units=_names(found, counted.nil)), counted.nil),
        (said.returned_units.format(units=_names(found, counted.returned)), counted.returned),
        (said.exempt_units.format(units=_names(found, counted.exempt)), counted.exempt),
        (said.unowned_tasks.format(tasks=", ".join(found.unowned)), found.unowned),
    )
    return [*lines, *(words for words, there in named if there)]


def sections(desk: Desk, found: Consolidated, counted: Tally) -> list[Paragraph]:
    """The outline in order, each section with its level, its heading and its paragraphs."""
    narratives = _narratives(found)
    made = []
    for row in desk.facts(OUTLINE).to_dict("records"):
        number = str(row["section_no"]).rpartition(".")[2]
        made.append(
            {
                "cap": min(int(row["level"]), _HIGHEST_LEVEL),
                "ten": f"{number}. {row['title']}",
                "doan": list(_paragraphs(found, counted, row, narratives)),
            }
        )
    return made


def _paragraphs(
    found: Consolidated, counted: Tally, row: Mapping[Any, Any], narratives: "Narratives"
) -> Iterator[Paragraph]:
    tasks, parts = split(row["tasks"]), split(row["parts"])
    if isinstance(row["text"], str) and row["text"].strip():
        yield _plain(row["text"])
    computed = {r["task_no"] for r in found.reporting.task_rows if r["computed"]}
    if computed & set(tasks):
        yield from map(_plain, followed(found, counted))
    figures = [one for one in found.figures if one.metric.task in tasks and one.units] if RESULT in parts else []
    yield from (_plain(figure_line(found, one)) for one in figures)
    told = list(_units_words(found, tasks, parts, narratives))
    yield from told
    if parts and not told and not figures:
        yield _plain(texts().documents.nothing_reported)


def figure_line(found: Consolidated, one: Figure) -> Line:
    """One metric as a line of the text: value, the other periods, the bound, over how many units."""
    said, metric = texts().documents, one.metric
    if one.value is None:
        return Line((said.figure_by_unit.format(name=metric.name, count=len(one.units), code=metric.code),))
    parts: list[str | Noted] = [
        said.figure_head.format(name=metric.name),
        Noted(amount(metric, one.value), note_of(found, found.window.period.id, one.sources)),
    ]
    for other in one.beside:
        if other.value is not None:
            parts.append(said.figure_beside.format(period=fmt.period(other.period_id)))
            parts.append(Noted(amount(metric, other.value), note_of(found, other.period_id, other.sources)))
            if other.units != len(one.units):
                parts.append(said.figure_beside_units.format(count=other.units))
    if one.met is False:
        parts.append(said.figure_unmet.format(bound=metric.bound))
    parts.append(said.figure_units.format(count=len(one.units), owing=len(one.owing)))
    return Line(tuple(parts))


def note_of(found: Consolidated, period_id: str, numbers: Sequence[int]) -> str:
    """The footnote of a figure: its units and their files, or where the list of sources names them."""
    said, period = texts().documents, fmt.period(period_id)
    if len(numbers) > _NAMED_SOURCES:
        units = len({found.sources[number].unit_id for number in numbers})
        return said.note_many.format(period=period, count=units, numbers=bracketed(numbers))
    named = (
        said.note_one.format(
            unit=found.name(found.sources[number].unit_id),
            file=file_words(found.sources[number]),
            number=bracketed([number]),
        )
        for number in numbers
    )
    return said.note_few.format(period=period, sources="; ".join(named))


def followed(found: Consolidated, counted: Tally) -> list[Line | str]:
    """Task 12 in words."""
    said = texts().documents
    overdue = len(counted.missing_late)
    numbers: dict[str, object] = {
        "of_missing": said.follow_up_missing.format(count=overdue) if overdue else "",
        "owed": counted.owed,
        "received": counted.received,
        "on_time": len(counted.on_time),
        "late": counted.all_late,
        "missing": len(counted.missing),
        "complete": len(counted.complete),
        "incomplete": len(counted.incomplete),
        "undated": len(counted.undated),
    }
    lines: list[Line | str] = [Line((Noted(said.follow_up.format(**numbers), _computed(found)), "."))]
    for words, late in ((said.late_units, counted.late), (said.missing_late_units, counted.missing_late)):
        named = [said.late_unit.format(unit=found.name(unit), days=days) for unit, days in late]
        lines += [words.format(units=listed(named))] if named else []
    if counted.undated:
        lines.append(said.undated_units.format(count=len(counted.undated)))
    return lines


def _computed(found: Consolidated) -> str:
    return texts().documents.note_computed.format(day=fmt.day(found.day))


def _names(found: Consolidated, units: Sequence[str]) -> str:
    return listed([found.name(unit) for unit in units])


def _incomplete(found: Consolidated, counted: Tally) -> str:
    said = texts().documents
    return listed(
        [said.incomplete_unit.format(unit=found.name(u), tasks=lacking_words(tasks)) for u, tasks in counted.incomplete]
    )


# unit -> (task, part) -> (the text, the number of its source)
Narratives = Mapping[str, Mapping[tuple[str, str], tuple[str, int]]]


def _narratives(found: Consolidated) -> dict[str, dict[tuple[str, str], tuple[str, int]]]:
    rows = found.items[(found.items["part"] == "text") & found.items["text"].notna()]
    period = found.window.period.id
    held: dict[str, dict[tuple[str, str], tuple[str, int]]] = {}
    columns = (rows[name].tolist() for name in ("unit_id", "code", "text", "upload_seq"))
    for unit, code, text, seq in zip(*columns, strict=True):
        task, _, part = str(code).partition(".")
        held.setdefault(unit, {})[task, part] = (str(text), found.source_of[period, unit, int(seq)])
    order = [*found.reporting.units, *sorted(set(held) - set(found.reporting.units))]
    return {unit: held[unit] for unit in order if unit in held}


def _units_words(
    found: Consolidated, tasks: Sequence[str], parts: Sequence[str], narratives: Narratives
) -> Iterator[Paragraph]:
    """Each unit's own words under its name, by task, then by part."""
    said = texts().documents
    names = texts().reporting.form_text_parts
    for unit, held in narratives.items():
        mine = [(task, part, *held[task, part]) for task in tasks for part in parts if (task, part) in held]
        if not mine:
            continue
        numbers = bracketed(number for *_, number in mine)
        yield {"don_vi": True, "chu": said.unit_words.format(unit=found.name(unit), numbers=numbers)}
        for task, part, text, _ in mine:
            label = [said.words_task.format(task=task)] if len(tasks) > 1 else []
            label += [names.get(part, part)] if len(parts) > 1 else []
            head = f"{' – '.join(label)}: " if label else ""
            first, *rest = [line.strip() for line in text.splitlines() if line.strip()] or [""]
            yield from (_plain(words) for words in (head + first, *rest) if words)


def _plain(words: object) -> Paragraph:
    return {"don_vi": False, "chu": words}
