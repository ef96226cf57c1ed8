"""What a person may read and write, row by row: the table of roles, and rows of others that never come."""

import pytest

from cchc_metrics.access import LOCAL_OPERATOR, Deed, may
from cchc_metrics.access.people import RULES, Role
from cchc_metrics.access.places import may_open
from cchc_metrics.access.rows import OF_UNITS, narrowed, reading, require_writing, units_of
from cchc_metrics.errors import NotAllowedError
from cchc_metrics.model import Actor
from cchc_metrics.schema import (
    ATTACHMENTS,
    DUE_DATE_CHANGES,
    KINDS,
    REPORT_EVENTS,
    SCENARIOS,
    SCORES,
    SIGNED_REPORTS,
    TARGETS,
    UNIT_REPORTS,
    UNITS,
)


def who(role: str) -> Actor:
    return Actor("lan", "Lan", role)


def test_a_unit_reads_its_own_rows_and_no_figures() -> None:
    unit = who("unit:TCD")
    for kind in (UNIT_REPORTS, REPORT_EVENTS, DUE_DATE_CHANGES):
        assert reading(unit, kind) == {"unit_id": ["TCD"]}
    assert reading(unit, SCORES) == {"score_kind": ()}
    assert reading(unit, TARGETS) == {TARGETS.grain_names[0]: ()}
    assert reading(unit, UNITS) == {}


def test_a_guest_reads_published_figures_and_nothing_of_the_office() -> None:
    guest = who("guest")
    assert reading(guest, SCORES) == {"score_kind": ("published", "published_pct")}
    for kind in (UNIT_REPORTS, REPORT_EVENTS, TARGETS, SCENARIOS, ATTACHMENTS, SIGNED_REPORTS):
        assert list(reading(guest, kind).values()) in ([()], [[]]), kind.name


def test_the_right_to_upload_is_not_the_right_to_see_all() -> None:
    limited = who("specialist:TCD")
    assert may(limited, Deed.IMPORT)
    assert reading(limited, SCORES) == {}
    assert reading(limited, UNIT_REPORTS) == {"unit_id": ["TCD"]}
    assert reading(who("specialist"), UNIT_REPORTS) == {}


def test_an_administrator_reads_no_data_by_that_alone_and_everybody_else_does() -> None:
    for kind in KINDS.values():
        own = reading(who("admin"), kind)
        assert all(not allowed for allowed in own.values()), kind.name
        assert reading(LOCAL_OPERATOR, kind) == {}
        with pytest.raises(NotAllowedError):
            reading(who(""), kind)
    for kind in (
        SCORES,
        TARGETS,
        SCENARIOS,
        UNIT_REPORTS,
        REPORT_EVENTS,
        DUE_DATE_CHANGES,
        ATTACHMENTS,
        SIGNED_REPORTS,
    ):
        assert reading(who("admin"), kind), kind.name
    assert reading(who("admin+guest"), SCORES) == {"score_kind": ("published", "published_pct")}


def test_a_filter_asked_for_never_widens_what_is_ones_own() -> None:
    own = {"unit_id": ["TCD"]}
    assert narrowed({"unit_id": ["HC-TC"], "period_id": ["2026-Q1"]}, own) == {"unit_id": [], "period_id": ["2026-Q1"]}
    assert narrowed({"unit_id": ["HC-TC", "TCD"]}, own) == {"unit_id": ["TCD"]}
    assert narrowed(None, own) == own


ACTS = {
    "submitted": {"unit", "head", "specialist"},
    "approved": {"head"},
    "accepted": {"approver"},
    "returned": {"approver"},
    "reopened": {"approver"},
    "chased": {"approver"},
    "frozen": {"approving-leader"},
}


def writes(role: str, row: dict[str, object], kind: str = REPORT_EVENTS.name) -> bool:
    bearer = who(f"{role}:TCD" if role in ("head", "unit") else role)
    try:
        require_writing(bearer, KINDS[kind], [row])
    except NotAllowedError:
        return False
    return True


@pytest.mark.parametrize("act", ACTS)
def test_each_act_on_a_report_is_for_its_roles_and_a_units_for_its_own_unit(act: str) -> None:
    own, other = ({"unit_id": unit, "act": act} for unit in ("TCD", "HC-TC"))
    assert {role.value for role in Role if writes(role, own)} == ACTS[act]
    assert {role.value for role in Role if writes(role, other)} == ACTS[act] - {"head", "unit"}


def test_every_kind_with_rows_of_units_is_known_as_one() -> None:
    registers = {"units", "task-owners", "responsible-units"}
    of_units = {kind.name for kind in KINDS.values() if "unit_id" in kind.grain_names}
    assert of_units - registers == OF_UNITS - registers


def test_a_file_kept_for_two_units_is_of_both() -> None:
    about = "unit-report:TCD:CCHC:2026-Q1:1.1 | unit-report:HC-TC:CCHC:2026-Q1:1.1"
    assert units_of(about) == {"TCD", "HC-TC"}
    assert units_of("mau:cong-van") == frozenset()


def test_one_row_of_another_unit_refuses_all() -> None:
    rows = [{"unit_id": "TCD"}, {"unit_id": "HC-TC"}]
    with pytest.raises(NotAllowedError):
        require_writing(who("unit:TCD"), UNIT_REPORTS, rows)
    require_writing(who("unit:TCD+unit:HC-TC"), UNIT_REPORTS, rows)


@pytest.mark.parametrize("role", ["", "nobody", "leader@past", "operatör", "unit", "head:", "unit:TCD+x"])
def test_an_unknown_role_or_one_without_its_unit_writes_nothing(role: str) -> None:
    with pytest.raises(NotAllowedError):
        require_writing(who(role), UNIT_REPORTS, [{"unit_id": "HC-TC"}])
    with pytest.raises(NotAllowedError):
        require_writing(who(role), TARGETS, [])


def test_each_role_does_what_the_table_says_and_nothing_else() -> None:
    for role in Role:
        bearer = who(f"{role}:TCD" if role in ("head", "unit") else role)
        assert {deed for deed in Deed if may(bearer, deed)} == RULES[role]
    assert not RULES[Role.ADMIN] & {Deed.READ, Deed.READ_ALL, Deed.READ_REPORTS, Deed.DOWNLOAD, Deed.EDIT}
    assert Deed.JUDGE not in RULES[Role.SPECIALIST]


def test_a_menu_holds_what_is_ones_own() -> None:
    assert may_open(who("guest"), "xep-hang")
    for slug in ("nap-du-lieu", "muc-tieu", "tien-do", "tinh-trang", "a page to come"):
        assert not may_open(who("guest"), slug)
    assert [slug for slug in ("", "nop-bao-cao", "tong-hop", "xep-hang") if may_open(who("unit:TCD"), slug)] == [
        "nop-bao-cao"
    ]
    assert may_open(who("admin"), "tinh-trang")
    assert not may_open(who("admin"), "")
