"""The catalogue of texts: a language that lacks one is noticed."""

from dataclasses import replace

from cchc_metrics.labels import LANGUAGES, texts
from cchc_metrics.labels.texts import lacking


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
    for language in LANGUAGES.keys() - {"vi"}:
        assert lacking(texts(language), texts()) == (), language
