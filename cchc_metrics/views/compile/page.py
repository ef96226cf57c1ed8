"""The page Tổng hợp & trình ký as data: who is to be chased, the draft report, what was signed and corrected since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_metrics.access import Deed, require
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.calendar import last_ended, open_on, windows_of
from cchc_metrics.metrics.reporting.obligations import State
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.consolidated import Consolidated
from cchc_metrics.services.reporting.debts import Debt
from cchc_metrics.services.reporting.documents.periods import form_of, forms_due
from cchc_metrics.services.reporting.documents.signing import Signed, corrections, signed
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.letters import UnitLetter, named_window
from cchc_metrics.views.compile.annexes import bound_cell, remarks
from cchc_metrics.views.compile.letters import LetterBatch, letters, standing_words
from cchc_metrics.views.compile.narratives import left_out
from cchc_metrics.views.compile.report import Compiled, compiled, report_gaps
from cchc_metrics.views.compile.section_views import SectionView, section_views
from cchc_metrics.views.compile.words import figure
from cchc_metrics.views.kit.debts import lacking_words
from cchc_metrics.views.kit.shapes import Column, ColumnKind, Row, TableView

_YEARS_BACK = 2


@dataclass(frozen=True, slots=True)
class CompileView:
    """The page for one period.

    refused: why no report can be made, "" when it can · notes: for the author, each a sentence · messages: unit id ->
    (name, short text) of those to be chased · undated: beside those who are chased, who cannot be called late ·
    undated_count: how many these are, also where nobody is chased · signed: in words, "" while there is only a draft ·
    tables may be None.
    """

    title: str
    finding: str
    form_code: str
    day: date
    refused: str
    notes: tuple[str, ...]
    chase: TableView | None
    chase_words: str
    undated: str
    undated_count: int
    messages: Mapping[str, tuple[str, str]]
    figures: TableView | None
    faults: TableView | None
    sections: tuple[SectionView, ...]
    signed: str
    signed_data: Signed | None
    corrections: TableView | None


def periods(desk: Desk, day: date) -> tuple[str, ...]:
    """Periods to choose from on a day, the one collected now first, then the others that have begun, newest first."""
    require(desk.actor, Deed.READ_ALL)
    reporting = Reporting(desk)
    collected = [window.period.id for window in last_ended(day, reporting.windows)]
    running = [window.period.id for window in open_on(day, reporting.windows)]
    years = range(day.year + 1, day.year - _YEARS_BACK - 1, -1)
    begun = [w for year in years for w in reversed(windows_of(year, reporting.windows)) if w.start <= day]
    known = [*collected, *running, *(window.period.id for window in begun)]
    return tuple(dict.fromkeys(known))


@dataclass(frozen=True, slots=True)
class CompileFilters:
    """A report period, the day on which it is looked at, and the form; empty: the first that is due."""

    period: str
    day: date
    form: str = ""


def forms(desk: Desk, period_id: str) -> Mapping[str, str]:
    """Code -> name of the forms that a period is compiled from; none where nothing is due."""
    require(desk.actor, Deed.READ_ALL)
    return forms_due(desk, named_window(Reporting(desk), period_id))


def page(desk: Desk, asked: CompileFilters) -> CompileView:
    """The view of a period on a day. Raises UnknownNameError for a period without a window."""
    require(desk.actor, Deed.READ_ALL)
    t, day, period_id = texts().documents, asked.day, asked.period
    window = named_window(Reporting(desk), period_id)
    try:
        form = form_of(desk, window, asked.form or None)
        batch, content, refused = letters(desk, day, period_id), compiled(desk, period_id, form, day), ""
    except CchcError as error:
        return _refused(period_id, day, str(error))
    held = signed(desk, period_id, form)
    state = t.state_draft
    if held is not None:
        state = t.state_signed.format(number=held.number, day=fmt.day(held.signed_on))
    return CompileView(
        title=t.title.format(period=fmt.period(period_id), state=state),
        finding=_finding(batch, content),
        form_code=form,
        day=day,
        refused=refused,
        notes=_notes(batch, content),
        chase=_chase_table(batch, period_id) if batch.letters else None,
        chase_words=_nobody(batch, content) if not batch.letters else "",
        undated=t.chase_undated.format(count=len(batch.chase.undated)) if batch.chase.undated and batch.letters else "",
        undated_count=len(batch.chase.undated),
        messages={one.about.unit.id: (one.about.unit.name, one.message) for one in batch.letters},
        figures=_figures_table(content),
        faults=_faults_table(content) if content.faults else None,
        sections=section_views(content.sections),
        signed=_signed_words(period_id, held),
        signed_data=held,
        corrections=_corrections_table(desk, period_id, form) if held else None,
    )


def _refused(period_id: str, day: date, reason: str) -> CompileView:
    t = texts().documents
    title = t.title.format(period=fmt.period(period_id), state=t.state_draft)
    return CompileView(title, "", "", day, reason, (), None, "", "", 0, {}, None, None, (), "", None, None)


def _finding(batch: LetterBatch, content: Compiled) -> str:
    counted, t = content.tally, texts().documents
    nothing_dated = bool(batch.chase.undated) and not batch.letters and not counted.all_late
    return (t.finding_undated if nothing_dated else t.finding).format(
        received=counted.received,
        owed=counted.owed,
        late=counted.all_late,
        incomplete=len(counted.incomplete),
        chase=len(batch.letters),
        undated=len(batch.chase.undated),
        faults=len(content.faults),
    )


def _notes(batch: LetterBatch, content: Compiled) -> tuple[str, ...]:
    """What the author must know before the drafts leave the office."""
    t, woven, found, counted = texts().documents, texts().weaving, content.found, content.tally
    gone = content.bases.left_out
    stale = [one.number for one in content.sections if one.stale]
    empty = [one.number for one in left_out(content.sections)]
    gaps = tuple(dict.fromkeys((*batch.gaps, *report_gaps(content))))
    missing = listed([found.name(unit) for unit in counted.missing])
    lines = (
        (t.not_received.format(day=fmt.day(found.day), units=missing), counted.missing),
        (t.not_accepted_note.format(units=listed(_waiting(found))), _waiting(found)),
        (t.unowned_tasks.format(tasks=", ".join(found.unowned)), found.unowned),
        (t.gaps_note.format(gaps="; ".join(gaps)), gaps),
        (t.unreviewed_note.format(bases=", ".join(content.bases.unreviewed)), content.bases.unreviewed),
        (woven.left_out.format(year=found.window.period.year, bases="; ".join(gone)), gone),
        (woven.stale.format(sections=listed(stale)), stale),
        (woven.tasks_untold.format(tasks=", ".join(content.untold)), content.untold),
        (woven.sections_empty.format(sections=listed(empty)), empty),
    )
    return tuple(words for words, there in lines if there)


def _waiting(found: Consolidated) -> list[str]:
    """Units whose report came in and was not accepted yet."""
    open_states = (State.ACCEPTED, State.EXEMPT, State.NOT_SENT)
    return [found.name(one.owed.unit_id) for one in found.standings if one.progress.state not in open_states]


def _chase_table(batch: LetterBatch, period_id: str) -> TableView:
    t = texts().documents
    caption = t.chase_caption.format(period=fmt.period(period_id), day=fmt.day(batch.chase.day))
    columns = tuple(Column(header, wide=at == 2, wraps=at in (0, 3)) for at, header in enumerate(t.chase_columns))
    rows = [_chase_row(one.about, item) for one in batch.letters for item in one.about.items]
    return TableView(caption, columns, tuple(rows), main=1)


def _nobody(batch: LetterBatch, content: Compiled) -> str:
    """Why nobody is chased: all is there, nothing is due yet, or nobody said by when."""
    t, period = texts().documents, fmt.period(content.found.window.period.id)
    missing = content.tally.missing
    waiting = t.chase_no_due if batch.chase.undated else t.chase_none_due
    return (waiting if missing else t.chase_nobody).format(period=period, count=len(missing))


def _chase_row(about: UnitLetter, item: Debt) -> Row:
    owed, late = item.standing.owed, about.earlier.late
    cells = (
        about.unit.name,
        fmt.day(owed.due) if owed.due else texts().reporting.no_due,
        standing_words(item),
        lacking_words(item.standing.progress.lacking) or fmt.MISSING,
        f"{len(late)}/{about.earlier.followed}" if about.earlier.followed else fmt.MISSING,
        ", ".join(fmt.day(day) for day in item.chased_on) or fmt.MISSING,
    )
    return Row("|".join(item.standing.key), cells)


def _figures_table(content: Compiled) -> TableView:
    t, found = texts().documents, content.found
    kinds = {0: ColumnKind.TEXT, 3: ColumnKind.NUMBER, 5: ColumnKind.NUMBER}
    columns = tuple(
        Column(header, kinds.get(at, ColumnKind.TEXT), wide=at in (1, 4, 6))
        for at, header in enumerate(t.figures_columns)
    )
    rows = tuple(
        Row(
            one.metric.code,
            (
                one.metric.code,
                one.metric.name,
                one.metric.measure,
                figure(one.metric, one.value),
                bound_cell(found, one),
                f"{len(one.units)}/{len(one.owing)}",
                remarks(found, one),
            ),
        )
        for one in found.figures
    )
    return TableView(t.figures_caption.format(period=fmt.period(found.window.period.id)), columns, rows)


def _faults_table(content: Compiled) -> TableView:
    t = texts().documents
    columns = tuple(Column(header, wide=at in (2, 3)) for at, header in enumerate(t.faults_columns))
    rows = tuple(
        Row(
            f"{at}",
            (
                content.found.name(one.unit_id),
                t.check_names.get(one.code, one.code),
                one.message,
                one.explained or (t.must_fix if one.hard else t.not_explained),
            ),
        )
        for at, one in enumerate(content.faults)
    )
    return TableView(t.faults_caption, columns, rows)


def _signed_words(period_id: str, held: Signed | None) -> str:
    if held is None:
        return ""
    words = {"number": held.number, "day": fmt.day(held.signed_on), "signer": held.signer}
    return texts().documents.signed_words.format(period=fmt.period(period_id), **words)


def _corrections_table(desk: Desk, period_id: str, form_code: str) -> TableView | None:
    t = texts().documents
    found: Sequence[Row] = [
        Row(
            f"{at}",
            (one.unit, one.code, one.old, one.new, one.who, fmt.moment(one.recorded_at), one.reason or fmt.MISSING),
        )
        for at, one in enumerate(corrections(desk, period_id, form_code))
    ]
    if not found:
        return None
    columns = tuple(Column(header, wide=at in (2, 3)) for at, header in enumerate(t.corrections_columns))
    return TableView(t.corrections_caption, columns, tuple(found))
