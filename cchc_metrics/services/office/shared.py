"""A store that several servers share: an office moved into it and out of it, and its files compacted."""

from datetime import timedelta
from pathlib import Path

from cchc_metrics.access import Deed, require
from cchc_metrics.config import Settings
from cchc_metrics.errors import CchcError
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor
from cchc_metrics.services.office.office import Office
from cchc_metrics.storage import Moved, move_in, move_out


def migrate(settings: Settings, actor: Actor, folder: Path, *, inward: bool) -> Moved:
    """Move an office from a folder into the empty shared store of the settings, or from it into an empty folder.

    Nothing goes from where it was. Raises CchcError without a shared store or when the target is not empty,
    StoreDamagedError when both places differ afterwards, NotAllowedError.
    """
    require(actor, Deed.MAINTAIN)
    if not settings.lake:
        raise CchcError(texts().lake.needs_lake)
    try:
        return move_in(folder, settings) if inward else move_out(settings, folder)
    except OSError as error:
        raise CchcError(texts().errors.folder_unusable.format(folder=folder)) from error


def compact(office: Office, actor: Actor, kept: timedelta | None = None) -> tuple[int, int, int]:
    """Parquet files before and after, and archived files that no entry named, which are gone.

    kept: how old must be what goes; a day unless told. Raises CchcError for a store in a folder, NotAllowedError.
    """
    require(actor, Deed.MAINTAIN)
    if not office.settings.lake:
        raise CchcError(texts().lake.only_shared)
    from cchc_metrics.storage.lake import compacting  # noqa: PLC0415 only shared stores have its packages

    done = compacting.compact(office.store, compacting.KEPT if kept is None else kept)
    return done.before, done.after, done.cleared
