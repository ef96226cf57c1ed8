"""The blank workbooks that people fill, with the names this office knows in their dropdowns."""

from collections.abc import Mapping, Sequence

from cchc_metrics import workbooks
from cchc_metrics.access import Deed, require
from cchc_metrics.model import Actor, EntityType, Snapshot
from cchc_metrics.schema import Kind
from cchc_metrics.services.office.illustrative import mark_of
from cchc_metrics.services.office.office import Office


def template(office: Office, actor: Actor, kind: Kind) -> bytes:
    """The template workbook of a kind, its dropdowns filled with the names this office knows."""
    require(actor, Deed.READ)
    return workbooks.template(kind, lists_of(office.store.snapshot()), mark=mark_of(office.settings))


def lists_of(snapshot: Snapshot) -> Mapping[str, Sequence[str]]:
    """Names offered by the templates' dropdowns."""
    provinces = snapshot.entities[snapshot.entities["entity_type"] == EntityType.PROVINCE]
    return {
        "index": sorted(snapshot.nodes["index_code"].unique()),
        "entity": list(provinces["display_name"]),
    }
