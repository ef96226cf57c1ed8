"""The language of a visitor: kept in the session, spoken by the page, and no cached view of another's is shown."""

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from cchc_metrics import labels
from cchc_metrics.labels import texts
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui import session
from tests.pages.conftest import MAIN, shown


def test_each_session_reads_its_own_language(monkeypatch: pytest.MonkeyPatch, shipped_office: Office) -> None:
    ours = texts()
    english = replace(ours, ranking=replace(ours.ranking, best="The best is {name} ({value}), {gap} ahead."))
    spoken = {"vi": ours, "en": english}
    monkeypatch.setattr(labels, "LANGUAGES", spoken)
    monkeypatch.setattr(session, "LANGUAGES", spoken)
    monkeypatch.setattr(session, "office", lambda: shipped_office)

    def read(language: str) -> str:
        page = AppTest.from_file(str(MAIN), default_timeout=60)
        page.session_state[session.LANGUAGE] = language
        page._page_hash = calc_hash("xep-hang")
        page.run()
        assert not page.exception
        return shown(page)

    assert "Cao nhất là" in read("vi")
    assert "The best is" in read("en")
    assert "Cao nhất là" in read("vi")
    assert "Cao nhất là" in read("no such language")
