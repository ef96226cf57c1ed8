"""Whatever the sequence of change sets over two kinds: undo takes back, rebuild agrees, history only grows."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc_metrics.schema import KINDS, SCORES, TARGETS, Kind
from cchc_metrics.storage import Store, rebuild
from tests.storage.builders import ACTOR, prints, put, score, settings_in

pytestmark = pytest.mark.usefixtures("few_kinds")

CELLS = ("A", "B", "C")
# For each cell: leave it, remove it, or give it a value (a repeated value is a new version all the same).
WISHES = st.fixed_dictionaries(
    {cell: st.sampled_from(["leave", "remove", 0.0, 1.25, 44.747312345, None]) for cell in CELLS}
)
STEPS = st.lists(st.tuples(st.sampled_from([SCORES.name, TARGETS.name]), WISHES), min_size=1, max_size=3)


def _row(kind: Kind, cell: str, op: str, value: object) -> dict[str, object]:
    row = {**score(cell, None, op), "value": value, "state": None}
    return row if kind is SCORES else {**row, "target_kind": "value"}


def _wished(store: Store, kind: Kind, wishes: Mapping[str, object]) -> list[dict[str, object]]:
    held = set(store.facts(kind)["entity_id"])
    rows = []
    for cell, wish in wishes.items():
        if wish == "remove" and cell in held:
            rows.append(_row(kind, cell, "remove", None))
        elif wish not in ("leave", "remove"):
            rows.append(_row(kind, cell, "change" if cell in held else "add", wish))
    return rows


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS)
def test_apply_then_undo_is_identity_and_rebuild_agrees(steps: list[tuple[str, dict[str, object]]]) -> None:
    with TemporaryDirectory() as folder:
        place = settings_in(Path(folder))
        with closing(Store.open(place)) as store:
            expected = _there_and_back(store, steps)
        with closing(rebuild(place)) as again:
            assert prints(again) == expected


def _there_and_back(store: Store, steps: list[tuple[str, dict[str, object]]]) -> tuple[str, str]:
    before = []
    for name, wishes in steps:
        before.append(store.checksum())
        put(store, *_wished(store, KINDS[name], wishes), kind=KINDS[name])
    known = [store.facts(SCORES, as_known_at=seq) for seq in range(len(steps) + 1)]
    for seq in range(len(steps), 0, -1):
        store.undo(seq, ACTOR, "")
        assert store.checksum() == before[seq - 1]
    assert all(store.facts(SCORES, as_known_at=seq).equals(frame) for seq, frame in enumerate(known))
    return prints(store)
