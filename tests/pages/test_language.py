"""The language of a visitor: kept in the session, spoken by the page, and no cached view of another's is shown."""

from dataclasses import replace

import pytest

from cchc_metrics import labels
from cchc_metrics.labels import texts
from cchc_metrics.services.office.office import Office
from cchc_metrics.ui import session
from tests.pages.conftest import OpenPage, shown


def test_each_session_reads_its_own_language(
    monkeypatch: pytest.MonkeyPatch, open_page: OpenPage, shipped_office: Office
) -> None:
    ours = texts()
    english = replace(ours, ranking=replace(ours.ranking, best="The best is {name} ({value}), {gap} ahead."))
    spoken = {"vi": ours, "en": english}
    monkeypatch.setattr(labels, "LANGUAGES", spoken)
    monkeypatch.setattr(session, "LANGUAGES", spoken)

    def read(language: str) -> str:
        return shown(open_page(shipped_office, "xep-hang", language=language))

    assert "Cao nhất cả nước là" in read("vi")
    assert "The best is" in read("en")
    assert "Cao nhất cả nước là" in read("vi")
    assert "Cao nhất cả nước là" in read("no such language")
