"""After signing: what was signed is kept, the period freezes, later changes are corrections; the office's templates."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from cchc_metrics import documents
from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError, UnreadableFileError
from cchc_metrics.schema import ATTACHMENTS, REPORT_EVENTS, SIGNED_REPORTS, UNIT_REPORTS
from cchc_metrics.services.office import maintenance
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.reporting.documents import templates
from cchc_metrics.services.reporting.documents.signing import SignForm, corrections, sign, signed, signed_file
from cchc_metrics.services.reporting.documents.templates import SAMPLES, TemplateName
from cchc_metrics.services.storing import storing
from cchc_metrics.views.compile.brief import as_word, brief
from cchc_metrics.views.compile.letters import letters
from cchc_metrics.views.compile.report import report
from tests.files import pdf_of
from tests.reporting_office import LOOKED_AT, PERIOD, at, keep, typed, values

_WHY = "Hai đơn vị xin gửi bổ sung sau"
FORM = SignForm(PERIOD, "CCHC", "123/BC-VP", date(2026, 9, 25), "Lê Văn Ký", "ban-ky.pdf", pdf_of(), _WHY)


def test_number_day_signer_and_file_are_kept(own: Office) -> None:
    seq = own.version
    sign(at(own), FORM)
    held = signed(at(own), PERIOD, "CCHC")
    assert held is not None
    assert (held.number, held.signed_on, held.signer, held.data_seq) == ("123/BC-VP", FORM.signed_on, "Lê Văn Ký", seq)
    assert signed_file(at(own), held) == ("ban-ky.pdf", FORM.data)
    assert maintenance.verify(own, LOCAL_OPERATOR).ok


def test_signing_freezes_every_report_of_the_period(own: Office) -> None:
    sign(at(own), FORM)
    frozen = own.store.facts(REPORT_EVENTS, {"act": ["frozen"]})
    assert set(frozen["unit_id"]) == {"HC-TC", "NOI-CHINH", "TCD", "PV-HCC", "TIN-HOC", "KT", "TT-HN"}
    assert set(frozen["document"]) == {"123/BC-VP"}
    assert dict(zip(frozen["unit_id"], frozen["event_no"], strict=True))["TIN-HOC"] == 3


def test_what_changes_afterwards_is_a_correction_with_old_beside_new(own: Office) -> None:
    sign(at(own), FORM)
    assert corrections(at(own), PERIOD, "CCHC") == ()
    storing.edit(own, LOCAL_OPERATOR, UNIT_REPORTS, typed(UNIT_REPORTS, values("KT", PERIOD, {"4.2": 121})), "đếm sót")
    keep(own, UNIT_REPORTS, values("NOI-CHINH", PERIOD, {"5.1": 6}))
    found = {(one.unit, one.code): one for one in corrections(at(own), PERIOD, "CCHC")}
    assert set(found) == {("Phòng Kinh tế", "4.2"), ("Phòng Nội chính", "5.1")}
    changed = found["Phòng Kinh tế", "4.2"]
    assert (changed.old, changed.new, changed.reason) == ("120", "121", "đếm sót")
    assert (found["Phòng Nội chính", "5.1"].old, found["Phòng Nội chính", "5.1"].new) == ("–", "6")


def test_a_change_taken_back_is_no_correction(own: Office) -> None:
    sign(at(own), FORM)
    keep(own, UNIT_REPORTS, values("KT", PERIOD, {"4.2": 121}))
    storing.undo(own, LOCAL_OPERATOR, own.version, "nhầm")
    assert corrections(at(own), PERIOD, "CCHC") == ()


def test_entering_it_again_corrects_the_details_and_keeps_the_data_it_was_made_from(own: Office) -> None:
    sign(at(own), FORM)
    before = signed(at(own), PERIOD, "CCHC")
    again = SignForm(PERIOD, "CCHC", "124/BC-VP", FORM.signed_on, FORM.signer)
    with pytest.raises(CchcError, match="123/BC-VP"):
        sign(at(own), again)
    sign(at(own), replace(again, reason="Vào sổ nhầm số"))
    after = signed(at(own), PERIOD, "CCHC")
    assert before is not None
    assert after is not None
    assert (after.number, after.data_seq, after.file) == ("124/BC-VP", before.data_seq, before.file)
    assert len(own.store.facts(REPORT_EVENTS, {"act": ["frozen"]})) == 7


def test_a_report_that_was_not_accepted_is_signed_with_a_reason_or_not_at_all(own: Office) -> None:
    version = own.version
    with pytest.raises(CchcError, match="chưa được tiếp nhận") as told:
        sign(at(own), replace(FORM, reason=" "))
    assert "Trung tâm Tin học tỉnh (trả lại)" in str(told.value)
    assert own.version == version
    sign(at(own), FORM)
    assert own.store.facts(SIGNED_REPORTS)["note"].tolist() == [FORM.reason]


def test_entering_the_same_again_changes_nothing_and_asks_nothing(own: Office) -> None:
    sign(at(own), FORM)
    assert sign(at(own), replace(FORM, data=b"", file_name="")) is None


@pytest.mark.parametrize(("number", "signer"), [("", "A"), ("1", " ")])
def test_signing_needs_a_number_and_a_signer(small: Office, number: str, signer: str) -> None:
    with pytest.raises(CchcError, match="Ghi đủ"):
        sign(at(small), SignForm(PERIOD, "CCHC", number, FORM.signed_on, signer))
    assert small.store.count(SIGNED_REPORTS) == 0


def test_the_signed_file_must_be_a_pdf(small: Office) -> None:
    version = small.version
    with pytest.raises(UnreadableFileError, match="PDF"):
        sign(at(small), SignForm(PERIOD, "CCHC", "1", FORM.signed_on, "A", "x.pdf", b"MZ", _WHY))
    assert small.version == version


def test_a_draft_made_after_signing_says_that_it_is_no_issued_document(own: Office) -> None:
    sign(at(own), FORM)
    document = Document(io.BytesIO(report(at(own), PERIOD, day=LOOKED_AT).data))
    head = "".join(p.text for p in document.sections[0].first_page_header.paragraphs)
    assert head == "BẢN DỰNG LẠI ĐỂ ĐỐI CHIẾU (đã ký số 123/BC-VP ngày 25/9/2026)"


def edited(desk: Desk, name: TemplateName, old: str, new: str) -> bytes:
    """The template in use as the office would save it after changing some words."""
    document = Document(io.BytesIO(templates.template(desk, name)))
    for paragraph in document.paragraphs:
        if old in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace(old, new)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_the_office_edits_a_template_and_takes_the_shipped_one_back(own: Office) -> None:
    data = edited(at(own), TemplateName.LETTER, "Trân trọng./.", "Xin cảm ơn./.")
    templates.replace(at(own), TemplateName.LETTER, "mau-moi.docx", data)
    assert templates.is_own(at(own), TemplateName.LETTER)
    written = Document(io.BytesIO(letters(at(own), LOOKED_AT).letters[0].data))
    assert "Xin cảm ơn./." in [p.text for p in written.paragraphs]
    assert templates.restore(at(own), TemplateName.LETTER) == 1
    assert (
        templates.template(at(own), TemplateName.LETTER) == (templates.SHIPPED / "cong-van-don-doc.docx").read_bytes()
    )


def test_a_template_that_asks_for_an_unknown_value_is_refused_and_not_kept(small: Office) -> None:
    data = edited(at(small), TemplateName.LETTER, "Trân trọng./.", "{{ khong_co }}")
    with pytest.raises(UnreadableFileError, match="khong_co"):
        templates.replace(at(small), TemplateName.LETTER, "mau.docx", data)
    assert small.store.count(ATTACHMENTS) == 0


def test_the_values_by_which_templates_are_tried_are_those_that_documents_have(
    small: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[str]] = []
    monkeypatch.setattr(documents, "fill", lambda _template, values, _as_of: seen.append(set(values)) or b"")
    monkeypatch.setattr(
        documents, "fill_all", lambda made, all_values, day: [documents.fill(made, v, day) for v in all_values]
    )
    letters(at(small), LOOKED_AT, PERIOD)
    report(at(small), PERIOD, day=LOOKED_AT)
    as_word(at(small), brief(at(small), LOOKED_AT))
    assert seen[0] == set(SAMPLES[TemplateName.LETTER])
    assert seen[-2] == set(SAMPLES[TemplateName.REPORT])
    assert seen[-1] == set(SAMPLES[TemplateName.BRIEF])
