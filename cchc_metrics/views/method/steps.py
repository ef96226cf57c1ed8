"""Steps that a person may declare, as the form offers them."""

from collections.abc import Mapping

from cchc_metrics.labels import texts
from cchc_metrics.services.indices.declaring import Step, steps
from cchc_metrics.services.office.desk import Desk


def offered(desk: Desk, _filters: tuple[()] = ()) -> Mapping[str, Mapping[str, str]]:
    """Index -> step as text -> its words, in the order of the indices, newest first."""
    t, known = texts().steps, steps(desk)
    found: dict[str, dict[str, str]] = {index: {} for index in desk.catalogue.indices()}
    for row in known.to_dict("records"):
        step = Step(row["index_code"], row["node_code"], row["period_before"], row["period_after"])
        names = {node.code: node.label for node in desk.catalogue.nodes(step.index_code, step.after)}
        words = t.step_of.format(
            node=names.get(step.node_code, step.node_code),
            before=step.before,
            after=step.after,
            kind=t.kinds.get(row["break_kind"], row["break_kind"]),
        )
        found.setdefault(step.index_code, {})[step.text] = words
    return {index: own for index, own in found.items() if own}
