"""The catalogue of texts: a language that lacks one is noticed."""

import ast
import re
from collections.abc import Iterator, Mapping
from contextvars import copy_context
from dataclasses import fields, replace

import pytest

from cchc_metrics import labels
from cchc_metrics.config import PROJECT
from cchc_metrics.labels import LANGUAGES, language, speak, texts
from cchc_metrics.labels.english import ENGLISH
from cchc_metrics.labels.texts import Texts, lacking
from cchc_metrics.labels.texts.chapter import Chapter


def test_a_text_that_another_language_lacks_is_named() -> None:
    ours = texts()
    assert "ranking.nation" in lacking(replace(ours), ours)
    other = replace(ours, ranking=replace(ours.ranking, nation="Whole country"))
    assert "ranking.nation" not in lacking(other, ours)


def test_a_text_that_fills_other_placeholders_is_named() -> None:
    ours = texts()
    other = replace(ours, ranking=replace(ours.ranking, eyebrow="Ranking · {indices}"))
    assert "ranking.eyebrow" in lacking(other, ours)


# Names, units and codes that are the same in every language; words that are read in documents of the country; pairs
# whose first is a code.
SAME = {
    *("charts.svg_name", "shell.brand_line", "health.product", "board.version_no"),
    *("health.kilobytes", "health.megabytes", "health.gigabytes", "health.limit_values", "weaving.numerals"),
    *("findings.secrecy_marks", "findings.secrecy_level", "findings.secrecy_document", "findings.entities_merged"),
    *("published.translating", "published.foreign", "shell.hidden", "demo.settings", "demo.plan_items"),
    *("trajectory.heading_standing", "trajectory.methods", "scenario.aims", "glossary.names"),
}
VIETNAMESE = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
# What an English sentence may have of Vietnamese: names of places and of documents, and words that somebody is to type,
# or to look for in a Vietnamese file, which stand in quotes.
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’")
ITS_OWN = re.compile(
    r"Quảng (Trị|Bình)|quảng trị|Hoàng Sa|Trường Sa|Đà Nẵng|Khánh Hòa|\d+/QĐ-TTg|\(hoà, hòa\)|Bản dịch làm việc"
)


def test_every_language_says_everything() -> None:
    for name in LANGUAGES.keys() - {"vi"}:
        assert set(lacking(LANGUAGES[name], texts())) <= SAME, name


def said(value: object) -> Iterator[str]:
    """Every sentence of a text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from (words for each in value.values() for words in said(each))
    elif isinstance(value, tuple):
        yield from (words for each in value for words in said(each))
    elif isinstance(value, Chapter):
        yield from said((value.title, value.paragraphs))


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


def test_no_vietnamese_word_is_left_in_english() -> None:
    left = {
        f"{page.name}.{text.name}": words
        for page in fields(Texts)
        for text in fields(getattr(ENGLISH, page.name))
        for words in said(getattr(getattr(ENGLISH, page.name), text.name))
        if VIETNAMESE.search(ITS_OWN.sub("", QUOTED.sub("", words)))
    }
    assert left.keys() <= {"findings.secrecy_marks", "findings.secrecy_level", "findings.secrecy_document"} | {
        "findings.entities_merged"
    }


def test_every_text_is_said_somewhere() -> None:
    """By its name, or by one made of two words that the code has («is_pdf»)."""
    code = [*(PROJECT / "cchc_metrics").rglob("*.py"), *(PROJECT / "pages").glob("*.py")]
    nodes = [
        node
        for f in code
        if f.parent.name not in {"texts", "english"}
        for node in ast.walk(ast.parse(f.read_text("utf-8")))
    ]
    said = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    words = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    made = {word for word in words if word.endswith("_")} | {"over_"}
    own = {
        f"{chapter.name}.{one.name}" for chapter in fields(texts()) for one in fields(getattr(texts(), chapter.name))
    }
    silent = {name for name in own if name.partition(".")[2] not in said | words}
    assert not {name for name in silent if not name.partition(".")[2].startswith(tuple(made))}
