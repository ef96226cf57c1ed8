"""Who finds what where in the menu."""

from cchc_metrics.access import Role
from cchc_metrics.ui.navigation import PLACES, places_for
from tests.access.test_access_table import bearer


def test_a_leaders_menu_begins_with_today_where_we_stand_and_who_is_late() -> None:
    for role in (Role.LEADER, Role.APPROVING_LEADER):
        places = places_for(bearer(role))
        assert [place.code for place in places[:3]] == ["today", "standing", "reports"]
        assert sorted(place.code for place in places) == sorted(place.code for place in PLACES)
    assert places_for(bearer(Role.SPECIALIST)) == PLACES
