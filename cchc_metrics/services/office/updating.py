"""The first start of another version of the program in a folder."""

from cchc_metrics import __version__
from cchc_metrics.access.ledger import ledger_at
from cchc_metrics.services.office.office import Office

_PROGRAM = "program-version"


def before_update(office: Office) -> None:
    """Before this program writes into a folder that another version wrote last: a backup of it as it is.

    Nothing for a folder that is new or this version's own. Raises CchcError when no backup can be made: then nothing
    is changed, and the older program goes on with the folder.
    """
    ledger = ledger_at(office.settings.access)
    if ledger.setting(_PROGRAM) == __version__:
        return
    from cchc_metrics.services.office.backups import back_up_older  # noqa: PLC0415 of a hundred starts one needs it

    back_up_older(office)
    ledger.set(_PROGRAM, __version__)
