"""A visit is known by a secret that only its browser bears, and ends when it is revoked."""

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.access.visits import Visits
from cchc_metrics.config import load_settings


def test_a_visit_is_found_by_its_secret_alone() -> None:
    visits = Visits()
    secret = visits.begin(LOCAL_OPERATOR)
    found = visits.of(secret)
    assert found is not None
    assert found.actor == LOCAL_OPERATOR
    assert visits.of(found.id) is None
    assert visits.of("") is None
    assert secret not in repr(vars(visits))


def test_a_revoked_visit_closes_its_windows_and_is_unknown() -> None:
    visits, closed = Visits(), []
    mine, other = visits.begin(LOCAL_OPERATOR), visits.begin(LOCAL_OPERATOR)
    visit = visits.of(mine)
    assert visit is not None
    with visits.window(visit, lambda: closed.append("first")), visits.window(visit, lambda: closed.append("second")):
        visits.revoke(visit.id)
    visits.revoke(visit.id)
    assert closed == ["first", "second"]
    assert visits.of(mine) is None
    assert visits.of(other) is not None


def test_beyond_the_limit_the_visit_unused_for_longest_goes_unless_a_window_is_open() -> None:
    visits = Visits(most=3)
    watched, idle, used = (visits.begin(LOCAL_OPERATOR) for _ in range(3))
    visit = visits.of(watched)
    assert visit is not None
    assert visits.of(used) is not None
    with visits.window(visit, lambda: None):
        visits.begin(LOCAL_OPERATOR)
        assert visits.of(idle) is None
        assert visits.of(watched) is not None
        assert visits.of(used) is not None


@pytest.mark.parametrize("listed", ["cchc.example.vn", "https://cchc.example.vn/path", "https://u@cchc.example.vn"])
def test_an_address_that_is_no_origin_is_refused(listed: str) -> None:
    with pytest.raises(ValueError, match="CCHC_ADDRESSES"):
        load_settings({"CCHC_ADDRESSES": listed})


def test_addresses_are_listed_as_origins() -> None:
    settings = load_settings({"CCHC_ADDRESSES": "https://CCHC.example.vn/, http://10.0.0.5:8501"})
    assert settings.addresses == {"https://cchc.example.vn", "http://10.0.0.5:8501"}
