"""The catalogue of texts: a language that lacks one is noticed."""

from contextvars import copy_context
from dataclasses import replace

import pytest

from cchc_metrics import labels
from cchc_metrics.labels import LANGUAGES, language, speak, texts
from cchc_metrics.labels.texts import Texts, lacking


def test_a_text_that_another_language_lacks_is_named() -> None:
    ours = texts()
    assert "ranking.nation" in lacking(replace(ours), ours)
    other = replace(ours, ranking=replace(ours.ranking, nation="Whole country"))
    assert "ranking.nation" not in lacking(other, ours)


def test_a_text_that_fills_other_placeholders_is_named() -> None:
    ours = texts()
    other = replace(ours, ranking=replace(ours.ranking, eyebrow="Ranking · {indices}"))
    assert "ranking.eyebrow" in lacking(other, ours)


def test_every_language_says_everything() -> None:
    for name in LANGUAGES.keys() - {"vi"}:
        assert lacking(LANGUAGES[name], texts()) == (), name


def test_a_run_speaks_its_own_language_and_no_other_does(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = texts()
    english = replace(ours, ranking=replace(ours.ranking, nation="Whole country"))
    monkeypatch.setattr(labels, "LANGUAGES", {"vi": ours, "en": english})

    def run() -> tuple[str, str]:
        speak("en")
        return language(), texts().ranking.nation

    assert copy_context().run(run) == ("en", "Whole country")
    assert (language(), texts().ranking.nation) == ("vi", "Cả nước")


def test_a_language_that_has_no_catalogue_is_refused() -> None:
    with pytest.raises(KeyError):
        speak("xx")


def test_only_the_pages_that_are_asked_for_are_loaded() -> None:
    fresh = Texts()
    assert not vars(fresh)
    assert fresh.cli.description == texts().cli.description
    assert set(vars(fresh)) == {"cli"}


def test_a_page_there_is_none_of_is_refused() -> None:
    with pytest.raises(TypeError, match="nowhere"):
        Texts(nowhere=texts().cli)
    with pytest.raises(AttributeError):
        _ = Texts().nowhere  # type: ignore[attr-defined]
