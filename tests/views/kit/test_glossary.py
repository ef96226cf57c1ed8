"""Terms of the field: found in texts where they first stand, listed, and found by words without diacritics."""

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.labels import LANGUAGES, speaking, texts
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.ui.components.terms import begin_page, glossed
from cchc_metrics.views.kit.glossary import index_names, matching, meaning_of, terms_in
from cchc_metrics.views.method.glossary import glossary_table
from cchc_metrics.views.search import search

PARTS = (("phuong-phap", "Phương pháp & nguồn"),)
# Section 9 of the domain: code -> the term as screens write it.
DECLARED = {
    "index": "bộ chỉ số",
    "framework": "bộ tiêu chí",
    "domain": "lĩnh vực",
    "criterion": "tiêu chí",
    "subcriterion": "tiêu chí thành phần",
    "dimension": "trục nội dung",
    "subdimension": "nội dung thành phần",
    "max-score": "điểm tối đa",
    "self-score": "điểm tự chấm",
    "appraised-score": "điểm thẩm định",
    "survey-score": "điểm điều tra XHH",
    "published-score": "điểm công bố",
    "rank": "hạng",
    "target": "mục tiêu",
    "shortfall": "khoảng cách",
    "lost-points": "điểm mất",
    "peer-group": "nhóm so sánh",
    "reporting-period": "kỳ báo cáo",
    "due-date": "hạn nộp",
    "unit-report": "báo cáo đơn vị",
    "unit": "đơn vị",
    "responsible-unit": "đơn vị phụ trách",
    "upload": "lượt nạp",
    "finding": "vấn đề của ô dữ liệu",
    "supersede": "thay thế",
    "predecessor": "trước sắp xếp",
    "successor": "sau sắp xếp",
}


def test_every_declared_term_has_its_name_and_a_meaning_in_each_language() -> None:
    for language in LANGUAGES.values():
        said = language.glossary
        assert set(DECLARED) <= set(said.names)
        assert set(said.names) == set(said.meanings) >= set(said.also)
        assert len({name.lower() for name in (*said.names.values(), *said.also.values())}) == len(said.names) + len(
            said.also
        )
        ours = LANGUAGES["vi"].glossary.names
        alike = {code for code, name in said.names.items() if name == ours[code]}
        assert said is LANGUAGES["vi"].glossary or alike == {"par-index", "sipas", "papi"}
        assert all(meaning.endswith(".") for meaning in said.meanings.values())
    assert {code: texts().glossary.names[code] for code in DECLARED} == DECLARED


def test_the_longest_term_is_meant_and_each_only_where_it_first_stands() -> None:
    told = list(terms_in("Đơn vị phụ trách tiêu chí thành phần; tiêu chí khác, tiêu chí nữa"))
    assert [(piece, code) for piece, code in told if code] == [
        ("Đơn vị phụ trách", "responsible-unit"),
        ("tiêu chí thành phần", "subcriterion"),
        ("tiêu chí", "criterion"),
    ]
    assert "".join(piece for piece, _ in told) == "Đơn vị phụ trách tiêu chí thành phần; tiêu chí khác, tiêu chí nữa"


def test_no_term_is_meant_within_the_name_of_an_index(shipped: Desk) -> None:
    def told(text: str, names: tuple[str, ...] = ()) -> list[tuple[str, str]]:
        return [(piece, code) for piece, code in terms_in(text, (), names) if code]

    assert told("PAR INDEX 2023") == [("PAR INDEX", "par-index")]
    assert told("PAR\u00a0INDEX 2023") == [("PAR\u00a0INDEX", "par-index")]
    with speaking("en"):
        assert told("PAR INDEX 2023: rank 41/63") == [("PAR INDEX", "par-index"), ("rank", "rank")]
        assert told("Green Index 2025, an index", ("Green Index",)) == [("index", "index")]
    # Of a term that was told already no shorter one is left over.
    assert [code for _, code in terms_in("PAR INDEX, PAR INDEX") if code] == ["par-index"]
    assert {"PAR INDEX", "PAPI", shipped.catalogue.index_name("PAPI")} <= set(index_names(shipped))


def test_a_term_within_another_word_is_none() -> None:
    assert [code for _, code in terms_in("hạnghạng, xếphạng") if code] == []


def test_a_page_explains_a_term_once_and_the_next_page_again() -> None:
    begin_page()
    assert meaning_of("median") in glossed("Trung vị <b>cả nước</b>")
    assert "data-meaning" not in glossed("trung vị của vùng")
    begin_page()
    marked = glossed("Trung vị <b>cả nước</b>")
    assert 'tabindex="0"' in marked
    assert "&lt;b&gt;" in marked


def test_the_list_is_searched_without_diacritics_the_named_ones_first() -> None:
    found = [name for _, name, _ in matching("diem tham")]
    assert found[0] == "điểm thẩm định"
    assert "trung vị" not in found
    assert len(matching("")) == len(texts().glossary.names)
    table = glossary_table("khong co dau nhu vay")
    assert len(table.rows) == 1
    assert "khong co dau" in table.rows[0].cells[0]


def test_ctrl_k_leads_to_a_term_in_the_list(shipped: Desk) -> None:
    hits = [hit for hit in search(shipped, ("han nop", PARTS)) if hit.kind == texts().search.term]
    assert [(hit.text, hit.slug, dict(hit.query)) for hit in hits] == [
        ("Hạn nộp", "phuong-phap", {"thuat-ngu": "hạn nộp"})
    ]
    closed = search(Desk.at(shipped.office, LOCAL_OPERATOR), ("han nop", ()))
    assert not [hit for hit in closed if hit.kind == texts().search.term]
