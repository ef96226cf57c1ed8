"""The page Tình trạng hệ thống as data: the store and its repairs, the limits in force, libraries, a full check."""

import platform
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from zoneinfo import ZoneInfo

from cchc_metrics import RELEASED, __version__, workbooks
from cchc_metrics.access import Deed, may, require
from cchc_metrics.access.keeping import access_of
from cchc_metrics.access.rows import require_any
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import named, texts
from cchc_metrics.labels.format import listed
from cchc_metrics.model import Entry
from cchc_metrics.services.office import maintenance
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.places import may_know_places, without_places
from cchc_metrics.storage import schema_code
from cchc_metrics.views.health.backups import backup_lines, backup_warnings
from cchc_metrics.views.health.redaction import old_copies
from cchc_metrics.views.kit.shapes import Column, Row, TableView
from cchc_metrics.views.kit.sizes import size_in_words

# Limit -> the environment variable that sets it; the others are fixed.
SETTINGS: Mapping[str, str] = {
    "file_mb": "CCHC_MAX_FILE_MB",
    "unpacked_mb": "CCHC_MAX_UNPACKED_MB",
    "sheets": "CCHC_MAX_SHEETS",
    "rows": "CCHC_MAX_ROWS",
    "parquet_rows": "CCHC_MAX_PARQUET_ROWS",
    "columns": "CCHC_MAX_COLUMNS",
    "seconds": "CCHC_READ_SECONDS",
    "cpu_seconds": "CCHC_READ_SECONDS",
    "memory_mb": "CCHC_READ_MEMORY_MB",
}


@dataclass(frozen=True, slots=True)
class LimitsView:
    """limits: one row per limit · sentence: whether all are in force."""

    sentence: str
    limits: TableView


@dataclass(frozen=True, slots=True)
class HealthView:
    """The page but for its limits.

    warnings: what a reader must know first · set_aside: files that were put aside, None when there are none ·
    may_verify: the asker may run a check.
    """

    finding: str
    warnings: tuple[str, ...]
    store: TableView
    set_aside: TableView | None
    libraries: TableView
    may_verify: bool


@dataclass(frozen=True, slots=True)
class VerifiedView:
    """What a full check found. version: the data it looked at · problems: None when there is none."""

    sentence: str
    good: bool
    version: int
    problems: TableView | None = None


def limits_view(desk: Desk, _filters: object = None) -> LimitsView:
    """The limits on reading a file on this machine; a child process is asked."""
    require_any(desk.actor, (Deed.READ_ALL, Deed.MAINTAIN))
    t = texts().health
    states = workbooks.limits_in_force(desk.office.settings.reader)
    off = [t.limit_names[state.name].lower() for state in states if not state.on]
    sentence = t.some_off.format(names=listed(off)) if off else t.all_on
    caption = t.limits_caption.format(on=len(states) - len(off), count=len(states))
    columns = (Column(t.limit, wraps=True), Column(t.level), Column(t.state, wraps=True), Column(t.setting))
    return LimitsView(sentence, TableView(caption, columns, tuple(map(_limit_row, states))))


def _limit_row(state: workbooks.LimitState) -> Row:
    t = texts().health
    value = fmt.MISSING
    if state.value is not None:
        value = t.limit_values[state.name].format(value=fmt.integer(state.value))
    words, reason = (t.on if state.on else t.off), t.reasons[state.reason]
    shown = f"{words}: {reason}" if reason else words
    return Row(state.name, (t.limit_names[state.name], value, shown, SETTINGS.get(state.name, t.fixed)))


def page(desk: Desk, limits: LimitsView) -> HealthView:
    """The page as it is at this moment; not to be kept, for sizes and the store's state change without a new entry."""
    require_any(desk.actor, (Deed.READ_ALL, Deed.MAINTAIN))
    t, store = texts().health, desk.office.store
    newest, knows = store.newest(), may_know_places(desk.office.settings, desk.actor)
    warnings = [*(desk.office.watch.found or ()), *([store.clock_note] if store.clock_note else [])]
    if store.read_only_reason is not None:
        warnings.append(t.read_only.format(reason=store.read_only_reason))
    warnings += [*backup_warnings(desk), *(old_copies(desk) if knows else [])]
    if store.repairs:
        warnings.append(t.repaired.format(sentences=" ".join(store.repairs)))
    return HealthView(
        finding=_finding(newest, limits.sentence),
        warnings=tuple(without_places(desk.office.settings, desk.actor, one) for one in warnings),
        store=_store_table(desk, newest),
        set_aside=_set_aside(desk) if knows else None,
        libraries=_libraries(whole=knows),
        may_verify=may(desk.actor, Deed.MAINTAIN),
    )


def _finding(newest: Entry | None, limits: str) -> str:
    t = texts().health
    if newest is None:
        return t.finding_empty.format(limits=limits)
    moment = fmt.moment(newest.recorded_at)
    return t.finding.format(version=fmt.integer(newest.seq), who=named(newest.actor.name), moment=moment, limits=limits)


def _store_table(desk: Desk, newest: Entry | None) -> TableView:
    """How the store stands; what the machine looks like only for whoever keeps it."""
    t, store, settings = texts().health, desk.office.store, desk.office.settings
    lines = [
        (t.version, t.version_value.format(version=fmt.integer(store.version))),
        (t.last_entry, t.nothing_yet if newest is None else _entry_in_words(newest)),
        (t.can_store, store.read_only_reason or t.can_store_yes),
        (t.at_start, " ".join(store.repairs) or t.at_start_fine),
        (t.looked_over, _looked_over(desk)),
        *(_machine(desk) if may_know_places(settings, desk.actor) else []),
        *backup_lines(desk),
    ]
    return TableView(
        t.store_caption.format(moment=fmt.moment(_now(desk))),
        (Column(t.item, wraps=True), Column(t.value, wide=True)),
        tuple(Row(item, (item, without_places(settings, desk.actor, value))) for item, value in lines),
    )


def _machine(desk: Desk) -> list[tuple[str, str]]:
    """Sizes, sessions and folders: item and value."""
    t, settings = texts().health, desk.office.settings
    sizes = desk.office.store.sizes()
    archived = (
        (fmt.MISSING, fmt.MISSING) if sizes is None else (size_in_words(sizes.archived), fmt.integer(sizes.files))
    )
    folders = [one for one in (settings.data_dir, settings.lake_dir, settings.lake_bucket) if one]
    return [
        (t.journal_shared if settings.lake else t.journal, size_in_words(desk.office.store.journal_size)),
        (t.archive, t.archive_value.format(size=archived[0], count=archived[1])),
        (t.database, fmt.MISSING if sizes is None else size_in_words(sizes.tables)),
        (t.schema, t.schema_value.format(code=schema_code()[:8])),
        (t.sessions, _sessions(desk)),
        (t.free, size_in_words(shutil.disk_usage(settings.data_dir).free)),
        (t.folder, ", ".join(map(str, folders))),
    ]


def _sessions(desk: Desk) -> str:
    """How many people are signed in, for those who may know it."""
    t, settings = texts().health, desk.office.settings
    if settings.login == "local":
        return t.sessions_local
    if not may(desk.actor, Deed.ACCOUNTS):
        return fmt.MISSING
    return fmt.integer(len(access_of(settings).signing_in.sessions(desk.actor)))


def _looked_over(desk: Desk) -> str:
    t, found = texts().health, desk.office.watch.found
    if found is None:
        return t.looked_over_not_yet
    return " ".join(found) or t.looked_over_fine


def _set_aside(desk: Desk) -> TableView | None:
    """Every file that was put aside, with the reason in words."""
    t, zone = texts().health, ZoneInfo(desk.office.settings.timezone)
    kept = desk.office.store.set_aside()
    if not kept:
        return None
    rows = tuple(
        Row(
            one.path.name,
            (
                fmt.moment(one.moment.astimezone(zone)),
                one.name,
                t.aside_reasons[one.reason],
                size_in_words(one.size),
            ),
        )
        for one in kept
    )
    columns = (
        Column(t.aside_moment),
        Column(t.aside_name, wraps=True),
        Column(t.aside_reason, wide=True),
        Column(t.aside_size),
    )
    return TableView(t.aside_caption.format(count=fmt.integer(len(rows))), columns, rows)


def _entry_in_words(entry: Entry) -> str:
    t = texts().health
    moment = fmt.moment(entry.recorded_at)
    return t.last_entry_value.format(moment=moment, who=named(entry.actor.name), what=entry.file_name or t.typed)


def _libraries(*, whole: bool) -> TableView:
    """What runs here. whole: with every library and its version."""
    t = texts().health
    ours = t.released.format(day=fmt.day(date.fromisoformat(RELEASED)))
    rows = (
        Row(t.product, (t.product, __version__, ours)),
        *(Row(name, (name, _version_of(name), use)) for name, use in t.uses.items() if whole),
    )
    columns = (Column(t.library), Column(t.library_version), Column(t.used_for, wide=True))
    return TableView(t.libraries_caption, columns, rows)


def _version_of(library: str) -> str:
    if library == "Python":
        return platform.python_version()
    try:
        return version(library)
    except PackageNotFoundError:  # a checkout that is run without being installed
        return fmt.MISSING


def verified(desk: Desk) -> VerifiedView:
    """Check everything now. Raises NotAllowedError; a store that cannot be checked is a sentence."""
    t, seen = texts().health, desk.office.version
    require(desk.actor, Deed.MAINTAIN)
    try:
        report = maintenance.verify(desk.office, desk.actor)
    except CchcError as error:
        return VerifiedView(t.verify_failed.format(reason=error), good=False, version=seen)
    moment, notes = fmt.moment(_now(desk)), " ".join(report.notes)
    if report.ok:
        facts = fmt.integer(sum(report.facts.values()))
        sentence = t.verified.format(moment=moment, entries=fmt.integer(report.entries), facts=facts)
        whole = f"{sentence} {notes}".rstrip()
        return VerifiedView(whole, good=not notes, version=report.entries)
    rows = tuple(Row(str(number), (problem,)) for number, problem in enumerate(report.problems, 1))
    table = TableView(t.problems_caption, (Column(t.problem, wide=True),), rows)
    sentence = t.verify_found.format(moment=moment, count=fmt.integer(len(rows)))
    return VerifiedView(sentence, good=False, version=report.entries, problems=table)


def older(desk: Desk, view: VerifiedView) -> str:
    """A sentence when something was stored after the check; else nothing."""
    if view.version == desk.office.version:
        return ""
    return texts().health.verify_older.format(version=fmt.integer(view.version))


def _now(desk: Desk) -> datetime:
    return datetime.now(ZoneInfo(desk.office.settings.timezone))
