"""The language of a visitor: kept in the session, spoken by the page, and no cached view of another's is shown."""

from cchc_metrics.services.office.office import Office
from tests.pages.conftest import OpenPage, shown


def test_each_session_reads_its_own_language(open_page: OpenPage, shipped_office: Office) -> None:
    def read(language: str) -> str:
        return shown(open_page(shipped_office, "xep-hang", language=language))

    assert "Cao nhất cả nước là" in read("vi")
    assert "Top of the country" in read("en")
    assert "Cao nhất cả nước là" in read("vi")
    assert "Cao nhất cả nước là" in read("no such language")
