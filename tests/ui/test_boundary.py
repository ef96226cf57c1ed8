"""Errors on screen: a sentence and a next step, never a traceback."""

import logging

from streamlit.testing.v1 import AppTest

from cchc_metrics.labels import texts


def kind_page() -> None:
    from cchc_metrics.errors import UnknownNameError
    from cchc_metrics.ui.boundary import show_script_error

    assert show_script_error(UnknownNameError("Không có tỉnh này. Hãy chọn lại."))


def broken_page() -> None:
    import streamlit as st

    from cchc_metrics.ui.boundary import show_script_error

    assert show_script_error(RuntimeError("secret <b>detail</b>"))
    st.html("<p>phần sau vẫn hiện</p>")


def shown(page) -> str:
    app = AppTest.from_function(page).run()
    assert not app.exception
    return " ".join(str(element.proto.body) for element in app.get("html"))


def test_an_error_of_ours_is_its_own_sentence():
    assert "Không có tỉnh này. Hãy chọn lại." in shown(kind_page)


def test_an_unexpected_error_shows_a_reference_and_the_log_has_the_traceback(caplog):
    with caplog.at_level(logging.ERROR, logger="cchc_metrics.ui"):
        said = shown(broken_page)
    assert "secret" not in said
    assert texts().shell.error_unexpected in said
    reference = caplog.records[0].args[0]
    assert texts().shell.error_reference.format(reference=reference) in said
    assert "secret" in caplog.text


def test_the_rest_of_the_page_still_shows():
    assert "phần sau vẫn hiện" in shown(broken_page)
