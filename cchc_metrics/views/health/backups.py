"""How the backups stand, and one made now, in words."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from cchc_metrics.access import Deed, may, require
from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.services.office import backups
from cchc_metrics.services.office.backups import Drill, drill_moment
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.places import may_know_places
from cchc_metrics.views.kit.sizes import size_in_words


@dataclass(frozen=True, slots=True)
class MadeView:
    """What came of a backup. good: it was made, and restored for trial."""

    sentence: str
    good: bool


def backup_lines(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Last backup, last drill, and for whoever keeps the machine where they are: item and value."""
    t, settings = texts().backup, desk.office.settings
    stands, zone = backups.state(settings), ZoneInfo(settings.timezone)
    last = t.none
    if stands.newest is not None:
        newest = stands.newest
        moment, size = fmt.moment(newest.moment.astimezone(zone)), size_in_words(newest.size)
        last = t.last_value.format(moment=moment, entries=fmt.integer(newest.entries), size=size)
    return (
        (t.last, last),
        (t.last_drill, _drill(stands.drill, zone)),
        *(_folders(settings) if may_know_places(settings, desk.actor) else ()),
    )


def _folders(settings: Settings) -> tuple[tuple[str, str], ...]:
    t = texts().backup
    return (t.folder, str(settings.backups)), (t.second, str(settings.backup_second or t.second_none))


def _drill(drill: Drill | None, zone: ZoneInfo) -> str:
    t = texts().backup
    if drill is None:
        return t.drill_none
    moment = fmt.moment(drill_moment(drill).astimezone(zone))
    if drill.problems:
        return t.drill_failed.format(moment=moment, name=drill.name, problems=" ".join(drill.problems))
    return t.drill_fine.format(moment=moment, name=drill.name, seconds=fmt.number(drill.seconds, 1))


def backup_warnings(desk: Desk) -> list[str]:
    """What a reader must know first about the backups."""
    t, stands = texts().backup, backups.state(desk.office.settings)
    return [
        *([t.failing.format(reason=stands.failed)] if stands.failed else []),
        *([t.too_old] if stands.is_old else []),
        *([t.drill_bad] if stands.drill is not None and stands.drill.problems else []),
    ]


def to_mend(desk: Desk, _filters: object = None) -> tuple[str, ...]:
    """The same for whoever keeps the backups, on the first page; nothing for anybody else."""
    return tuple(backup_warnings(desk)) if may(desk.actor, Deed.MAINTAIN) else ()


def backed_up(desk: Desk) -> MadeView:
    """Make a backup and restore it for trial, now. Raises NotAllowedError; a failure is a sentence."""
    t = texts().backup
    require(desk.actor, Deed.MAINTAIN)
    try:
        kept = backups.back_up(desk.office, desk.actor)
    except CchcError as error:
        return MadeView(str(error), good=False)
    problems = kept.drill.problems if kept.drill else ()
    sentence = " ".join((t.drill_bad, *problems)) if problems else t.done.format(name=kept.backup.path.name)
    return MadeView(sentence, good=not problems)
