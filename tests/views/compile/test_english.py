"""Documents in English: working translations that say so; what is signed, and what is stored, is Vietnamese."""

import io
import re
from collections.abc import Iterator

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from cchc_metrics.labels import speaking
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.documents import templates
from cchc_metrics.services.reporting.documents.section_texts import Place, write
from cchc_metrics.services.reporting.documents.templates import TemplateName
from cchc_metrics.views.compile.brief import as_word, brief
from cchc_metrics.views.compile.letters import letters
from cchc_metrics.views.compile.marks import Copy
from cchc_metrics.views.compile.report import compiled, report
from tests.reporting_office import FORM, LOOKED_AT, PERIOD, at

MARK = "Bản dịch làm việc / Working translation, not for signature"


@pytest.fixture
def desk(small: Office) -> Iterator[Desk]:
    """A desk in an English session; tests only read at it."""
    here = at(small)
    with speaking("en", here.catalogue.names_in("en")):
        yield here


def words(data: bytes) -> str:
    """Every word of a document's pages, tables too."""
    return "\n".join("".join(run.text or "" for run in p.iter(qn("w:t"))) for p in body(data))


def body(data: bytes) -> Iterator[BaseOxmlElement]:
    return Document(io.BytesIO(data)).element.body.iter(qn("w:p"))


def headed(data: bytes) -> str:
    """What stands at the head of every page."""
    sections = Document(io.BytesIO(data)).sections
    return " ".join(p.text for one in sections for h in (one.header, one.first_page_header) for p in h.paragraphs)


def test_letters_and_reports_are_working_translations_and_say_so(desk: Desk) -> None:
    made = letters(desk, LOOKED_AT, PERIOD).letters[0].data
    assert MARK in headed(made)
    assert "SOCIALIST REPUBLIC OF VIET NAM" in words(made)
    assert "CỘNG HÒA" not in words(made)
    made = report(desk, PERIOD, day=LOOKED_AT).data
    assert MARK in headed(made)
    assert "Results of administrative reform" in words(made)
    assert "LEADER'S BRIEF" in words(as_word(desk, brief(desk, LOOKED_AT)))


def test_the_copy_for_signature_is_vietnamese_in_any_session(desk: Desk) -> None:
    made = report(desk, PERIOD, day=LOOKED_AT, copy=Copy.CLEAN, reason="Đã thống nhất").data
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words(made)
    assert "translation" not in headed(made)
    assert not re.search(r"\b(the|of|and)\b", words(made))


def test_a_section_written_over_a_draft_stays_so_when_the_language_changes(own: Office) -> None:
    desk = at(own)
    with speaking("en", desk.catalogue.names_in("en")):
        drafted = {one.number: one for one in compiled(desk, PERIOD, FORM, LOOKED_AT).sections if one.is_written}
        number, one = next(iter(drafted.items()))
        entry = write(desk, Place(FORM, PERIOD, number), "Viết tay", "Lê Thị Viết", one.mark)
    assert entry is not None
    assert entry.note.startswith("Quý III/2026") or "Quý III/2026" in entry.note
    for language in ("vi", "en"):
        with speaking(language, desk.catalogue.names_in(language)):
            again = {one.number: one for one in compiled(at(desk.office), PERIOD, FORM, LOOKED_AT).sections}[number]
            assert again.own is not None
            assert not again.stale


def test_every_template_has_its_english_one_with_the_same_places(desk: Desk) -> None:
    for name in set(TemplateName) - {TemplateName.STORY}:  # slides have no words of their own
        own = (templates.SHIPPED / f"{name}.docx").read_bytes()
        assert places(templates.template(desk, name)) == places(own)


def places(data: bytes) -> set[str]:
    return set(re.findall(r"{[{%].*?[%}]}", words(data)))
