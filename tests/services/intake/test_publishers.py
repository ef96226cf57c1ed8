"""Seventy files in ten publishers' styles: each value is read where it stands, and nothing else is left in silence."""

from collections.abc import Callable, Iterator, Mapping

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.model import ImportPlan, Severity
from cchc_metrics.services.intake import intake, reference
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing
from tests.conftest import settings_at
from tests.services.intake.office_files import publishers
from tests.services.intake.office_files.builders import Key, OfficeFile, Read

FILES: Mapping[str, Callable[[], OfficeFile]] = dict(publishers.files())


@pytest.fixture(scope="module")
def names_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The shipped names and frameworks and no score."""
    office = Office.open(settings_at(tmp_path_factory.mktemp("publishers")))
    for kind, path in reference.missing_files(office):
        if kind.name in ("entities", "frameworks"):
            plan = intake.plan(office, LOCAL_OPERATOR, path.name, path.read_bytes(), kind.name)
            storing.commit(office, LOCAL_OPERATOR, plan, "lý do")
    yield office
    office.close()


def read(plan: ImportPlan) -> dict[Key, Read]:
    rows = plan.changes
    if rows.empty:
        return {}
    keys = zip(
        *(rows[name] for name in ("entity_id", "index_code", "node_code", "period_id", "score_kind")), strict=True
    )
    places = zip(rows["sheet_no"], rows["row_no"], rows["col_no"], strict=True)
    ranks = rows["published_rank"].astype("object").where(rows["published_rank"].notna(), None)
    return {
        key: Read((int(at[0]), int(at[1]), int(at[2])), value, rank)
        for key, at, value, rank in zip(keys, places, rows["value"], ranks, strict=True)
    }


def test_the_corpus_holds_seventy_files_of_ten_styles() -> None:
    assert len(FILES) == 70
    assert len({name.split(",")[0] for name in FILES}) == 10


@pytest.mark.parametrize("name", list(FILES))
def test_every_value_is_read_where_it_stands_or_the_file_is_asked_about(names_office: Office, name: str) -> None:
    file = FILES[name]()
    plan = intake.plan(names_office, LOCAL_OPERATOR, file.name, file.data)
    errors = {one.code for one in plan.findings if one.severity is Severity.ERROR}
    assert errors == file.errors
    if not file.errors:
        found = read(plan)
        assert found.keys() == file.facts.keys()
        assert {key: one.place for key, one in found.items()} == {key: one.place for key, one in file.facts.items()}
        assert all(found[key].value == pytest.approx(one.value, abs=1e-9) for key, one in file.facts.items())
        assert {key: one.rank for key, one in found.items()} == {key: one.rank for key, one in file.facts.items()}
    elif "mark_unsure" in file.errors:
        assert [one.about for one in plan.questions] == ["mark"]
    assert plan.rows.read == plan.rows.accepted + plan.rows.rejected + plan.rows.ignored
