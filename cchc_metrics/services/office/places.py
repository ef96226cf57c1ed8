"""Where things lie on the machine is for whoever keeps it, and for nobody else."""

from cchc_metrics.access import Deed, may
from cchc_metrics.config import PROJECT, Settings
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor


def may_know_places(settings: Settings, actor: Actor | None) -> bool:
    """Whether an asker may be told folders: who sits at the machine, and who keeps it."""
    return settings.login == "local" or (actor is not None and may(actor, Deed.MAINTAIN))


def without_places(settings: Settings, actor: Actor | None, sentence: str) -> str:
    """A sentence as an asker may read it: without the folders that stand in it, unless the asker may know them."""
    if may_know_places(settings, actor):
        return sentence
    shared = (settings.lake_dir, settings.lake_bucket or None)
    known = (settings.data_dir, *shared, settings.backups, settings.backup_second, settings.key_file, PROJECT)
    for place in sorted({str(one) for one in known if one is not None}, key=len, reverse=True):
        sentence = sentence.replace(place, texts().errors.on_the_server)
    return sentence
