"""Filters and the address, run through Streamlit's own test harness."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest


def page() -> None:
    import streamlit as st

    from cchc_metrics.ui import state

    index = state.choose("Bộ chỉ số", ["PAPI", "SIPAS", "TCI"], "bo", format=str.lower)
    year = state.choose("Năm", ["2024", "2023"], "nam", "2023", look="buttons")
    provinces = state.choose_many("Tỉnh", ["45", "44", "01"], "tinh", ("45",), most=2)
    estimates = state.toggle("Ước tính", "uoc-tinh")
    st.session_state["said"] = (index, year, provinces, estimates)


@pytest.fixture
def opened() -> Callable[..., AppTest]:
    def run(**query: str | list[str]) -> AppTest:
        app = AppTest.from_function(page)
        for key, value in query.items():
            app.query_params[key.replace("_", "-")] = value
        return app.run()

    return run


def said(app: AppTest) -> tuple[str, str, tuple[str, ...], bool]:
    assert not app.exception
    return app.session_state["said"]


def test_without_an_address_everything_stands_at_its_default(opened):
    app = opened()
    assert said(app) == ("PAPI", "2023", ("45",), False)
    assert dict(app.query_params) == {}


def test_a_copied_link_opens_the_same_view(opened):
    app = opened(bo="SIPAS", nam="2024", tinh=["01", "44"], uoc_tinh="1")
    assert said(app) == ("SIPAS", "2024", ("01", "44"), True)


def test_an_invalid_value_falls_back_without_a_word(opened):
    app = opened(bo="XYZ", nam="1999", tinh=["99"], uoc_tinh="perhaps")
    assert said(app) == ("PAPI", "2023", ("45",), False)
    assert dict(app.query_params) == {}


def test_more_provinces_than_allowed_are_cut(opened):
    assert said(opened(tinh=["01", "44", "45"]))[2] == ("01", "44")


def test_a_choice_is_written_into_the_address(opened):
    app = opened()
    app.selectbox(key="bo").set_value("SIPAS").run()
    assert app.query_params["bo"] == "SIPAS"
    assert said(app)[0] == "SIPAS"


def test_going_back_to_the_default_clears_the_address(opened):
    app = opened(bo="SIPAS")
    app.selectbox(key="bo").set_value("PAPI").run()
    assert "bo" not in app.query_params
    assert said(app)[0] == "PAPI"


def test_an_address_changed_by_the_browser_wins_over_what_was_chosen(opened):
    app = opened()
    app.selectbox(key="bo").set_value("SIPAS").run()
    del app.query_params["bo"]
    app.run()
    assert said(app)[0] == "PAPI"


def test_an_emptied_multiple_choice_stays_empty(opened):
    app = opened()
    app.multiselect(key="tinh").set_value([]).run()
    assert said(app)[2] == ()
    assert said(opened(tinh=[""]))[2] == ()


def test_a_widget_moved_faster_than_its_address_reached_the_browser_does_not_jump_back(opened):
    app = opened()
    app.selectbox(key="bo").set_value("SIPAS").run()
    # The next move leaves the browser before it heard of the first one: it comes with the old, empty address.
    del app.query_params["bo"]
    app.selectbox(key="bo").set_value("TCI").run()
    assert said(app)[0] == "TCI"
    assert app.query_params["bo"] == "TCI"
