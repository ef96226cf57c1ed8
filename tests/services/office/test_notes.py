"""What the journal keeps for good holds no citizen's number."""

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.errors import CchcError
from cchc_metrics.services.office import maintenance
from cchc_metrics.services.office.notes import lasting
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.storing import storing


@pytest.mark.parametrize("note", ["Theo đề nghị của ông A, CCCD 045203001234", "045 203 001 234", "số 045.203.001.234"])
def test_a_note_with_a_citizen_s_number_is_refused_before_it_is_kept(note: str, stocked: Office) -> None:
    before = stocked.store.version
    with pytest.raises(CchcError, match="căn cước"):
        storing.undo(stocked, LOCAL_OPERATOR, before, note)
    with pytest.raises(CchcError, match="căn cước"):
        maintenance.remove_original(stocked, LOCAL_OPERATOR, 1, note)
    assert stocked.store.version == before


@pytest.mark.parametrize("note", ["theo công văn 581/BNV-CCHC", "lượt 12, tệp 2026-Q1", " 0,8837 điểm ", "1.234.567"])
def test_other_notes_are_kept_as_they_are(note: str) -> None:
    assert lasting(note) == note.strip()
