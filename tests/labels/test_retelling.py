"""Sentences that the journal keeps are Vietnamese, and told in the language of who reads them."""

import re

import pytest

from cchc_metrics.labels import LANGUAGES, Names, speaking
from cchc_metrics.labels.retelling import journal_sentences, retold


# The last begins with the name of an act, which nobody writes.
@pytest.mark.parametrize("number", range(len(journal_sentences(LANGUAGES["vi"])) - 1))
def test_each_is_told_again_with_what_people_wrote_into_it(number: int) -> None:
    ours, theirs = (journal_sentences(LANGUAGES[code])[number] for code in ("vi", "en"))
    written = {hole: f"{{x}} {hole}" for hole in re.findall(r"{(\w+)}", ours)}
    with speaking("en"):
        assert retold(ours.format(**written)) == theirs.format(**written)
    assert retold(ours.format(**written)) == ours.format(**written)


def test_acts_and_periods_in_it_are_told_too_and_what_people_write_is_not() -> None:
    said = LANGUAGES["en"]
    with speaking("en"):
        told = retold(f"{LANGUAGES['vi'].reporting.acts['submitted']}: MH-H, 2026-Q1")
        assert told == said.reporting.act_note.format(
            act=said.reporting.acts["submitted"], unit="MH-H", period="Q1 2026"
        )
        assert retold("Gửi báo cáo: KT, Quý III/2025") == said.unit.default_note.format(unit="KT", period="Q3 2025")
        assert retold("Đã gọi điện: chị Lan, chiều nay") == "Đã gọi điện: chị Lan, chiều nay"


def test_names_that_are_known_stay_while_the_language_does() -> None:
    with speaking("en", Names({"hồ sơ": "dossiers"})):
        with speaking("en"):
            assert retold("hồ sơ") == "dossiers"
        with speaking("vi"):
            assert retold("hồ sơ") == "hồ sơ"
        assert retold("hồ sơ") == "dossiers"
