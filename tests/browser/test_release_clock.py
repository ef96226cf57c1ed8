"""«Như đã công bố ngày»: on a day between two releases one index has its new year and the other not yet."""

import pytest

from tests.browser.conftest import NewVisit

pytestmark = [pytest.mark.browser, pytest.mark.walk]


def test_a_day_between_two_releases_shows_the_one_and_not_the_other(shipped_address: str, new_visit: NewVisit) -> None:
    """PAPI 2022 came out on 12/4/2023, SIPAS 2022 on 19/4/2023."""
    visit = new_visit()
    visit.open(f"{shipped_address}/xep-hang?chi-so=PAPI&dong-ho=cong-bo&ngay=2023-04-15")
    assert "PAPI 2022" in visit.heading
    assert "Số liệu như đã công bố ngày 15/4/2023" in visit.text or "ngày 15/04/2023" in visit.text
    # Of our province SIPAS 2022 is the newest; the day before it is out, its newest result is that of 2019.
    for day, year in {"2023-04-15": "2019", "2023-04-18": "2019", "2023-04-19": "2022"}.items():
        visit.open(f"{shipped_address}/xep-hang?chi-so=SIPAS&dong-ho=cong-bo&ngay={day}")
        assert f"SIPAS {year}" in visit.heading
    assert "chưa rõ ngày công bố nên không đưa vào" in visit.text
