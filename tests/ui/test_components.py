"""The parts of pages as markup: escaped, labelled, readable."""

import re

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import PROJECT
from cchc_metrics.labels import speaking, texts
from cchc_metrics.model import Actor, Finding, Severity
from cchc_metrics.ui.components import tables
from cchc_metrics.ui.components.cards import badge_html, card_html
from cchc_metrics.ui.components.markup import kept, kept_names, tongue
from cchc_metrics.ui.components.picture import source_html
from cchc_metrics.ui.components.tables import table_html
from cchc_metrics.ui.components.terms import begin_page, glossed
from cchc_metrics.ui.navigation import ENTRIES, PAGES, PLACES, entries_for, entry, parts_of, question_of, title_of
from cchc_metrics.views.kit.shapes import Badge, BadgeKind, Column, ColumnKind, Row, SourceNote, StatCard, TableView

HOSTILE = '<script>alert("x")</script>'


def view(**more: object) -> TableView:
    columns = (Column("Tỉnh"), Column("Kết quả", ColumnKind.NUMBER, "điểm"))
    rows = (Row("P63-45", ("Quảng Trị (cũ)", "44,7473")), Row("P63-01", ("Hà Nội", "43,1000")))
    return TableView("PAPI 2024", columns, rows, **more)  # type: ignore[arg-type]


def test_a_table_has_a_caption_column_headers_and_row_headers():
    markup = table_html(view())
    assert "<caption>PAPI 2024</caption>" in markup
    assert markup.count('scope="col"') == 2
    assert markup.count('scope="row"') == 2


def test_a_table_without_rows_says_so_below_its_header():
    markup = table_html(TableView("PAPI 2030", view().columns, ()))
    assert f'<td colspan="2">{texts().common.no_rows}</td>' in markup


def test_a_table_that_a_phone_lists_keeps_its_roles_and_bears_the_words_of_its_columns():
    markup = table_html(view(main=1))
    for role, count in (("table", 1), ("rowgroup", 2), ("row", 3), ("columnheader", 2), ("rowheader", 2), ("cell", 2)):
        assert markup.count(f'role="{role}"') == count
    assert markup.count('data-label="Kết quả (điểm)"') == 2
    assert markup.count("cchc-main") == 2
    assert "role=" not in table_html(view()).replace('role="group"', "")
    assert "data-label" not in table_html(view())


def test_every_cell_of_what_was_found_in_a_file_is_seen(monkeypatch: pytest.MonkeyPatch):
    printed: list[str] = []
    monkeypatch.setattr(tables, "put", printed.append)
    tables.findings_table(
        [Finding("column_ordinal", Severity.INFO, "Cần xem lại.", sheet="Điểm", cell="C7", value="2023")]
    )
    style = (PROJECT / "cchc_metrics" / "ui" / "static" / "style.css").read_text("utf-8")
    hidden = set(re.findall(r"(?m)^\.([\w-]+) { display: none; }", style))
    used = set(" ".join(re.findall(r'class="([^"]*)"', printed[0])).split())
    assert hidden
    assert not used & hidden
    assert "Điểm C7" in printed[0]


def test_numbers_stand_to_the_right_under_their_header():
    assert len(re.findall(r'<t[hd] class="cchc-num"', table_html(view()))) == 3


def test_our_row_is_marked():
    marked = table_html(view(highlight=frozenset({"P63-45"})))
    assert re.search(r'<tr class="cchc-own-row"[^>]*><th[^>]*>Quảng Trị \(cũ\)', marked)
    assert "cchc-own-row" not in table_html(view())


def test_what_an_upload_brings_stays_text():
    table = TableView(HOSTILE, (Column(HOSTILE),), (Row("x", (HOSTILE,), {0: HOSTILE}),))
    card = StatCard("#6a489f", HOSTILE, HOSTILE, HOSTILE, HOSTILE, facts=(HOSTILE,), target=HOSTILE)
    note = SourceNote((HOSTILE,), HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    for markup in (table_html(table), card_html(card), source_html(note), badge_html(Badge(BadgeKind.NOTE, HOSTILE))):
        assert "<script" not in markup
        assert 'alert("x")' not in markup


def test_a_table_that_was_made_before_explains_its_terms_where_they_first_stand(monkeypatch: pytest.MonkeyPatch):
    printed: list[str] = []
    monkeypatch.setattr(tables, "put", printed.append)
    view = TableView("x", (Column("SIPAS"),), (Row("1", ("4",)),))
    for _ in range(2):
        begin_page()
        tables.table(view)
        assert "cchc-term" not in glossed("SIPAS")
    assert printed[0] == printed[1] == table_html_anew(view)
    begin_page()
    assert "cchc-term" in glossed("SIPAS")
    tables.table(view)
    assert "cchc-term" not in printed[2]


def table_html_anew(view: TableView) -> str:
    begin_page()
    return table_html(view)


def test_a_row_with_too_few_cells_is_refused():
    with pytest.raises(ValueError, match="zip"):
        table_html(TableView("x", (Column("a"), Column("b")), (Row("x", ("1",)),)))


@pytest.mark.parametrize("kind", [kind for kind in BadgeKind if kind is not BadgeKind.NOTE])
def test_every_mark_says_its_word(kind):
    assert re.search(r">\w[^<]+</span>", badge_html(Badge(kind)))


def test_a_card_without_a_result_says_so_and_shows_no_number():
    markup = card_html(StatCard("#6a489f", "PAPI 2025", "Quảng Trị", value="0", empty="Chưa có kết quả công bố."))
    assert "Chưa có kết quả công bố." in markup
    assert "cchc-number" not in markup


def test_the_source_line_leads_to_the_method():
    assert 'href="phuong-phap#papi"' in source_html(SourceNote(("papi.org.vn",), method_anchor="papi"))


def test_addresses_are_plain_ascii_and_unique():
    slugs = [item.slug for item in ENTRIES]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z-]*", slug) for slug in slugs)


def test_every_part_has_a_title_a_place_and_a_file_of_ours():
    for item in ENTRIES:
        assert title_of(item, texts())
        assert item.path.parent == PAGES
    assert [place.code for place in PLACES] == list(dict.fromkeys(item.place for item in ENTRIES))


def test_there_are_eight_places_each_with_a_question_and_its_parts():
    assert len(PLACES) == 8
    for place in PLACES:
        assert title_of(place, texts())
        assert question_of(place, texts())
        assert parts_of(place.code, entries_for(LOCAL_OPERATOR))


def test_a_person_without_a_role_sees_no_page():
    assert entries_for(Actor("x", "x", "nobody")) == ()
    assert entries_for(LOCAL_OPERATOR) == ENTRIES


def test_an_unknown_address_has_no_entry():
    with pytest.raises(KeyError):
        entry("khong-co")


def test_what_stays_vietnamese_on_an_english_page_is_said_to_be() -> None:
    assert tongue("Công văn 526/VP-HCTC") == ""
    with speaking("en"):
        assert tongue("Theo công văn 526, chưa rà soát") == "vi"
        assert tongue("Quảng Trị (former)") == "vi"
        assert tongue("Source: CECODES, RTA và UNDP") == ""
        assert tongue("") == tongue("44.75") == ""


WHOLE = '<span class="cchc-whole">{}</span>'


def test_no_line_of_a_heading_ends_inside_a_name_or_before_its_year() -> None:
    told = kept_names("Khoảng cách PAPI 2024: Quảng Trị (cũ) & Quảng Trị (từ 01/7/2025), hạng 26 → 14 năm 2023")
    pieces = ("PAPI 2024:", "Quảng Trị (cũ)", "Quảng Trị", "hạng 26 → 14", "năm 2023")
    assert [piece for piece in pieces if WHOLE.format(piece) in told] == list(pieces)
    assert "&amp;" in told and "(từ 01/7/2025)," in told
    assert kept_names(" ".join(["Phòng"] * 9)).count("cchc-whole") == 2


def test_no_line_ends_inside_a_span_of_numbers() -> None:
    assert kept("khoảng 5–38, <b>") == f"khoảng {WHOLE.format('5–38')}, &lt;b&gt;"
    assert kept("từ 43,80 – 44,75 điểm") == f"từ {WHOLE.format('43,80 – 44,75')} điểm"
    assert "cchc-whole" not in kept("lượt tỉnh – năm đã tăng")
