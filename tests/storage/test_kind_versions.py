"""What archived change sets may look like: the columns of every version of every kind, written down once and for all.

Tables are made again when a column changes; change sets are not, and the oldest is read in twenty years. Who changes
the columns of a kind raises its ``version``, writes them into ``fixtures/kind-versions.json`` (the test prints them),
and, where a column was dropped, renamed or retyped, a reader to ``storage.changes.READERS``.
"""

import json
from itertools import pairwise

import pytest

from cchc_metrics.config import PROJECT
from cchc_metrics.schema import KINDS
from cchc_metrics.storage.changes import READERS
from cchc_metrics.storage.statements import columns_of

_VERSIONS: dict[str, dict[str, dict[str, str]]] = json.loads(
    (PROJECT / "tests" / "fixtures" / "kind-versions.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", KINDS)
def test_columns_change_with_the_version_only(name: str) -> None:
    kind = KINDS[name]
    columns = {column: str(about.type) for column, about in columns_of(kind).items()}
    wanted = json.dumps({name: {str(kind.version): columns}}, ensure_ascii=False)
    assert _VERSIONS.get(name, {}).get(str(kind.version)) == columns, f"raise the version and write down {wanted}"


@pytest.mark.parametrize("name", _VERSIONS)
def test_every_older_version_has_its_way_to_the_next(name: str) -> None:
    versions = _VERSIONS[name]
    assert [int(number) for number in versions] == list(range(1, KINDS[name].version + 1))
    for older, newer in pairwise(versions):
        kept = versions[older].items() <= versions[newer].items()
        assert kept or (name, int(older)) in READERS
