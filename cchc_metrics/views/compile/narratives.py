"""The body of the consolidated report: its opening, and the outline's sections woven by task and by topic.

Each section is drafted by rules from the figures and from what the units wrote, each line once; what the compiler wrote
instead stands in its place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cchc_metrics.documents import Noted
from cchc_metrics.labels import OFFICIAL, language, named, speaking, texts
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.obligations import split
from cchc_metrics.schema import OUTLINE, ROW_STATES
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.consolidated import Consolidated
from cchc_metrics.services.reporting.documents.changes import Change, changes
from cchc_metrics.services.reporting.documents.section_texts import Own, mark_of, own_texts
from cchc_metrics.services.reporting.documents.sources import bracketed
from cchc_metrics.services.reporting.documents.tally import Tally
from cchc_metrics.services.reporting.documents.woven import Saying, Sayings, sayings, told
from cchc_metrics.services.reporting.levels import lowered
from cchc_metrics.services.reporting.lists import ListRow
from cchc_metrics.views.compile.marks import Aside, Copy, Ref, Said
from cchc_metrics.views.compile.prose import figures_said, name_in_prose
from cchc_metrics.views.kit.debts import lacking_words

RESULT, LIMITS, CAUSES, REQUESTS = "ket-qua", "ton-tai", "nguyen-nhan", "kien-nghi"
# Where it matters who says it: what is wrong, why, and what is asked for.
_NAMED_PARTS = frozenset({LIMITS, CAUSES, REQUESTS})
_HIGHEST_LEVEL = 3
_TOPIC = re.compile(r"^[a-zđ]\)\s+\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the outline. draft: as the rules make it · own: what a person wrote instead, None where nobody did ·
    sources: numbers of the sources of its texts and figures · mark: of the draft, the same in every language.
    """

    number: str
    level: int
    title: str
    draft: tuple[Said, ...]
    own: Own | None
    sources: tuple[int, ...]
    mark: str = ""

    @property
    def is_written(self) -> bool:
        """Whether the outline puts anything below its heading."""
        return bool(self.draft)

    @property
    def stale(self) -> bool:
        """Whether the draft is another than the one that a person wrote over."""
        return self.own is not None and self.own.drafted_from != self.mark

    @property
    def lines(self) -> tuple[str, ...]:
        """The draft as lines that a person can edit."""
        return tuple(one.plain() for one in self.draft if one.is_in(Copy.CLEAN))

    @property
    def is_empty(self) -> bool:
        """Whether units were asked for it and nothing of it can be signed: the copy for signature is without it."""
        made = self.paragraphs()
        return bool(made) and not any(one.is_in(Copy.CLEAN) for one in made)

    def paragraphs(self) -> tuple[Said, ...]:
        """What stands in the report."""
        if self.own is None:
            return self.draft
        lines = [line.strip() for line in self.own.text.splitlines() if line.strip()]
        made = [Said.of(line, topic=bool(_TOPIC.match(line))) for line in lines]
        if made and self.sources:
            made[-1] = Said((*made[-1].parts, Ref(bracketed(self.sources))), made[-1].topic)
        return tuple(made)


def opening(found: Consolidated, counted: Tally, carried_out: str) -> list[Said]:
    """What the report executes, who reported and who did not; for the compiler whose figures are provisional."""
    t, day = texts().documents, fmt.day(found.day)
    received = t.received.format(day=day, received=counted.received)
    lines = [
        Said.of(carried_out),
        Said.of(received, Noted(f"/{counted.owed}", computed_note(found)), t.units_end),
        *(Said.of(_change(found, one)) for one in changes(found.reporting, found.window)),
    ]
    if counted.missing:
        lines.append(Said.of(t.not_received.format(day=day, units=_names(found, counted.missing))))
    asides = (
        (t.incomplete_units.format(units=_incomplete(found, counted)), counted.incomplete),
        (t.nil_units.format(units=_names(found, counted.nil)), counted.nil),
        (t.returned_units.format(units=_names(found, counted.returned)), counted.returned),
        (t.exempt_units.format(units=_names(found, counted.exempt)), counted.exempt),
        (t.unowned_tasks.format(tasks=", ".join(found.unowned)), found.unowned),
    )
    return [*lines, *(Said.of(Aside(words)) for words, there in asides if there)]


def _change(found: Consolidated, one: Change) -> str:
    """A merger or a split in a line."""
    t = texts().weaving
    words = t.merged if one.heirs else t.dissolved
    return words.format(day=fmt.day(one.day), closed=_names(found, one.closed), heirs=_names(found, one.heirs))


def sections(desk: Desk, found: Consolidated, counted: Tally) -> tuple[Section, ...]:
    """The outline in order, each section as the rules draft it and as a person wrote it."""
    made = own = _drafted(desk, found, counted)
    if language() != OFFICIAL:
        with speaking(OFFICIAL):
            own = _drafted(desk, found, counted)
    return tuple(replace(one, mark=mark_of(its.lines)) for one, its in zip(made, own, strict=True))


def _drafted(desk: Desk, found: Consolidated, counted: Tally) -> tuple[Section, ...]:
    held = sayings(found)
    own = own_texts(desk, found.form_code, found.window.period.id)
    made = []
    for row in desk.facts(OUTLINE).to_dict("records"):
        number = str(row["section_no"])
        tasks, parts = split(row["tasks"]), split(row["parts"])
        draft = tuple(_draft(found, counted, row, held))
        made.append(
            Section(
                number=number,
                level=min(int(row["level"]), _HIGHEST_LEVEL),
                title=f"{number.rpartition('.')[2]}. {named(str(row['title']))}",
                draft=draft,
                own=own.get(number),
                sources=_sources(found, held, tasks, parts),
            )
        )
    return tuple(made)


def _sources(found: Consolidated, held: Sayings, tasks: Sequence[str], parts: Sequence[str]) -> tuple[int, ...]:
    numbers = {number for part in parts for one in told(held, tasks, part) for number in one.sources}
    if RESULT in parts:
        numbers |= {number for one in found.figures if one.metric.task in tasks for number in one.sources}
    return tuple(sorted(numbers))


def _draft(found: Consolidated, counted: Tally, row: Mapping[Any, Any], held: Sayings) -> Iterator[Said]:
    tasks, parts = split(row["tasks"]), split(row["parts"])
    if isinstance(row["text"], str) and row["text"].strip():
        yield Said.of(row["text"])
    computed = {r["task_no"] for r in found.reporting.task_rows if r["computed"]}
    if computed & set(tasks):
        yield from followed(found, counted)
    lines = list(_topics(found, counted, tasks, parts, held))
    yield from lines
    if parts and not lines:
        yield Said.of(Aside(texts().documents.nothing_reported))


def _topics(
    found: Consolidated, counted: Tally, tasks: Sequence[str], parts: Sequence[str], held: Sayings
) -> Iterator[Said]:
    """By task where a section tells results, by part where it tells several of the rest; a topic heads its lines."""
    t = texts().weaving
    names = {row["task_no"]: named(row["short_name"]) for row in found.reporting.task_rows}
    topics: list[tuple[str, list[Said]]] = []
    if RESULT in parts:
        topics += [(names.get(task, task), list(_results(found, task, held))) for task in tasks]
    for part in (part for part in parts if part != RESULT):
        topics.append((t.parts.get(part, part), list(_of_part(found, counted, tasks, part, held))))
    there = [(name, lines) for name, lines in topics if lines]
    for place, (name, lines) in enumerate(there):
        if len(topics) > 1:
            yield Said.of(t.topic.format(letter=t.letters[place % len(t.letters)], name=name), topic=True)
        yield from lines


def _results(found: Consolidated, task: str, held: Sayings) -> Iterator[Said]:
    yield from figures_said(found, [one for one in found.figures if one.metric.task == task])
    yield from (_line(found, one, named=False) for one in told(held, [task], RESULT))
    yield from (Said.of(_listed_row(one)) for one in found.listed if one.task == task)


def _listed_row(one: ListRow) -> str:
    """A solution or an initiative with what it carries out and where it stands."""
    t = texts().lists
    states = {code: named(word).lower() for word, code in ROW_STATES.items()}
    tied = t.tied.format(basis=one.tied_to) if one.tied_to else ""
    return f"{t.told.format(title=one.title.rstrip('.'), tied=tied, state=states.get(one.state, one.state))}."


def _of_part(found: Consolidated, counted: Tally, tasks: Sequence[str], part: str, held: Sayings) -> Iterator[Said]:
    t = texts().weaving
    if part == LIMITS:
        failed = [one for one in found.figures if one.met is False and one.metric.task in tasks]
        if failed:
            names = "; ".join(lowered(name_in_prose(one)) for one in failed)
            yield Said.of(t.missed_list.format(count=len(failed), names=names))
        late = [unit for unit, _ in (*counted.late, *counted.missing_late)]
        if late:
            yield Said.of(t.late_list.format(count=len(late), units=_names(found, late)))
    yield from (_line(found, one, named=part in _NAMED_PARTS) for one in told(held, tasks, part))


def _line(found: Consolidated, one: Saying, *, named: bool) -> Said:
    """A line that units wrote, with their names where it matters who says it."""
    t, sentence = texts().weaving, one.text
    if named:
        many = len(one.units) > t.named_most
        short = [
            found.reporting.units[unit].short_name if unit in found.reporting.units else unit for unit in one.units
        ]
        units = t.so_many.format(count=len(one.units)) if many else listed(short)
        sentence = f"{sentence.removesuffix('.')}{t.said_by.format(units=units)}."
    return Said.of(sentence, Ref(bracketed(one.sources)))


def followed(found: Consolidated, counted: Tally) -> list[Said]:
    """Task 12 in words."""
    t = texts().documents
    overdue = len(counted.missing_late)
    numbers: dict[str, object] = {
        "of_missing": t.follow_up_missing.format(count=overdue) if overdue else "",
        "owed": counted.owed,
        "received": counted.received,
        "on_time": len(counted.on_time),
        "late": counted.all_late,
        "missing": len(counted.missing),
        "complete": len(counted.complete),
        "incomplete": len(counted.incomplete),
    }
    lines = [Said.of(Noted(t.follow_up.format(**numbers), computed_note(found)))]
    for words, late in ((t.late_units, counted.late), (t.missing_late_units, counted.missing_late)):
        named = [t.late_unit.format(unit=found.name(unit), days=days) for unit, days in late]
        lines += [Said.of(words.format(units=listed(named)))] if named else []
    if counted.undated:
        lines.append(Said.of(t.undated_units.format(count=len(counted.undated))))
    return lines


def computed_note(found: Consolidated) -> str:
    """The footnote of what the system works out itself."""
    return texts().documents.note_computed.format(day=fmt.day(found.day))


def _names(found: Consolidated, units: Sequence[str]) -> str:
    return listed([found.name(unit) for unit in units])


def _incomplete(found: Consolidated, counted: Tally) -> str:
    t = texts().documents
    return listed(
        [t.incomplete_unit.format(unit=found.name(u), tasks=lacking_words(tasks)) for u, tasks in counted.incomplete]
    )


def left_out(made: Sequence[Section]) -> tuple[Section, ...]:
    """The sections that the copy for signature is without: empty ones, and headings of nothing but such."""
    empty = {one.number for one in made if one.is_empty}
    for one in reversed(made):
        below = [other.number for other in made if other.number.startswith(f"{one.number}.")]
        if below and not one.paragraphs() and empty.issuperset(below):
            empty.add(one.number)
    return tuple(one for one in made if one.number in empty)


def shown(made: Sequence[Section], copy: Copy) -> list[dict[str, Any]]:
    """Sections as the template takes them; where one is left out, those behind it move up to its number."""
    gone = {one.number for one in left_out(made)} if copy is Copy.CLEAN else set()
    kept = [one for one in made if one.number not in gone]
    free: dict[str, list[str]] = {}
    for one in made:
        parent, _, last = one.number.rpartition(".")
        free.setdefault(parent, []).append(last)
    return [
        {
            "cap": one.level,
            "ten": _heading(one, free[one.number.rpartition(".")[0]].pop(0)),
            "doan": [{"don_vi": said.topic, "chu": said.shown(copy)} for said in one.paragraphs() if said.is_in(copy)],
        }
        for one in kept
    ]


def _heading(one: Section, number: str) -> str:
    """Number and title; of the first level in capitals, as the decree has it (Phụ lục I, mục V)."""
    title = f"{number}. {one.title.partition('. ')[2]}"
    return title.upper() if one.level == 1 else title
