"""Names and codes: normalising, entities by era, criteria by framework."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.importing.entities import EntityBook
from cchc_metrics.importing.nodes import NodeBook
from cchc_metrics.importing.normalise import canonical, clean, compact, has_foreign_letters, key
from cchc_metrics.metrics.eras import era_of
from cchc_metrics.model import Period, Severity
from cchc_metrics.schema import NAMES
from tests.builders import NODES, PROVINCES, frame, node, province, snapshot

ENTITIES = EntityBook(snapshot().entities)
BOOK = NodeBook(snapshot().nodes)


def entity_id(code: str, name: str, period: str) -> str | None:
    entity, _ = ENTITIES.find(code, name, Period.parse(period))
    return entity.id if entity else None


def entity_fault(code: str, name: str, period: str) -> tuple[str, Severity] | None:
    _, fault = ENTITIES.find(code, name, Period.parse(period))
    return (fault.code, fault.severity) if fault else None


def test_invisible_characters_and_double_spaces_go() -> None:
    assert clean("\ufeffQuảng\u00a0 Trị\u200b ") == "Quảng Trị"


def test_direction_marks_soft_hyphens_and_control_characters_go() -> None:
    assert clean("\u202eQuảng\u00ad Trị\u202c\x00") == "Quảng Trị"
    assert clean("Quảng\u3000Trị\u202f") == "Quảng Trị"


def test_full_width_forms_become_plain() -> None:
    assert clean("８５，２５％") == "85,25%"


@given(st.text(max_size=20))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert canonical(canonical(text)) == canonical(text)
    assert key(key(text)) == key(text)


def test_dashes_and_quotes_of_every_kind_compare_alike() -> None:
    assert canonical("Bà Rịa – Vũng Tàu") == canonical("Bà Rịa - Vũng Tàu") == canonical("Bà Rịa − Vũng Tàu")
    assert canonical("“Một cửa”") == canonical('"Một cửa"') == canonical("«Một cửa»")


def test_cyrillic_and_greek_letters_compare_as_the_latin_ones_they_look_like() -> None:
    assert canonical("Нà Nội") == canonical("Hà Nội")
    assert key("РАРІ") == "papi"
    assert has_foreign_letters("Нà Nội")
    assert not has_foreign_letters("Hà Nội, Ðắk Lắk, Ƀuôn Đôn")
    assert key("Ƀuôn Đôn") == "buon don"


def test_the_icelandic_letter_becomes_the_vietnamese_one() -> None:
    assert clean("Ðắk Lắk") == "Đắk Lắk"


def test_decomposed_text_is_composed() -> None:
    assert clean(unicodedata.normalize("NFD", "Thừa Thiên Huế")) == "Thừa Thiên Huế"


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("Khánh Hoà", "Khánh Hòa"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
        ("Thuý", "Thúy"),
        ("KHOẺ", "KHỎE"),
        ("XÃ HOÀ", "XÃ HÒA"),
        ("Hoà Bình", "Hòa Bình"),
    ],
)
def test_both_tone_placements_are_one_name(new: str, old: str) -> None:
    assert canonical(new) == canonical(old)


def test_a_tone_that_has_one_place_only_stays() -> None:
    assert canonical("Quý hoàn ngoài quỳ ngoặc") == "quý hoàn ngoài quỳ ngoặc"


def test_the_matching_key_has_no_accents_and_no_punctuation() -> None:
    assert key("Thừa Thiên-Huế") == "thua thien hue"
    assert key("Đắk Lắk.") == "dak lak"
    assert compact("BR – VT") == "brvt"


@pytest.mark.parametrize(
    ("period", "era"),
    [
        ("2024", "63"),
        ("2026", "34"),
        ("2025", ""),
        ("2025-Q1", "63"),
        ("2025-6M", "63"),
        ("2025-Q3", "34"),
        ("2025-FY", "34"),
    ],
)
def test_the_era_follows_from_the_period(period: str, era: str) -> None:
    assert era_of(Period.parse(period)) == era


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Quảng Trị", "P63-45"),
        ("QUẢNG TRỊ", "P63-45"),
        ("Tỉnh Quảng Trị", "P63-45"),
        ("Quảng Trị (cũ)", "P63-45"),
        ("TP. HCM", "P63-79"),
        ("Thành phố Hồ Chí Minh", "P63-79"),
        ("Tp Hồ Chí Minh", "P63-79"),
        ("Thừa Thiên-Huế", "P63-46"),
        ("BR-VT", "P63-77"),
        ("Đăk Lăk", "P63-66"),
        ("Khánh Hoà", "P63-56"),
        ("Ha Noi", "P63-01"),
        ("Thủ đô Hà Nội", "P63-01"),
        ("Toàn quốc", "VN"),
        ("Bà Rịa VT", "P63-77"),
        ("BR Vũng Tàu", "P63-77"),
        ("BRVT", "P63-77"),
        ("TT Huế", "P63-46"),
        ("Thừa Thiên – Huế", "P63-46"),
        ("Sai Gon", "P63-79"),
        ("TP Hồ Chí Minh (TPHCM)", "P63-79"),
        ("Quảng Trị (Quảng Bình)", None),
        ("Quảng Trị (mới)", None),
        ("Hà Tây", None),
        ("Нà Nội", None),
        ("P63-45", None),
    ],
)
def test_a_province_is_found_by_any_of_its_names(name: str, expected: str | None) -> None:
    assert entity_id("", name, "2023") == expected


@pytest.mark.parametrize(
    ("code", "period", "expected"),
    [
        ("P63-45", "2023", "P63-45"),
        ("p34-44", "2026", "P34-44"),
        ("45", "2023", "P63-45"),
        ("1", "2023", "P63-01"),
        ("1.0", "2023", "P63-01"),
    ],
)
def test_a_province_is_found_by_its_code(code: str, period: str, expected: str) -> None:
    assert entity_id(code, "", period) == expected


def test_one_name_is_another_province_in_another_era() -> None:
    assert entity_id("", "Quảng Trị", "2023") == "P63-45"
    assert entity_id("", "Quảng Trị", "2026") == "P34-44"
    assert entity_id("", "Quảng Trị", "2025-6M") == "P63-45"
    assert entity_id("", "Quảng Trị", "2025-Q3") == "P34-44"


def test_a_code_that_changed_meaning_is_taken_by_era_with_a_warning() -> None:
    assert entity_id("44", "", "2023") == "P63-44"
    assert entity_id("44", "", "2026") == "P34-44"
    assert entity_fault("44", "", "2023") == ("entity_code_changed", Severity.WARNING)
    assert entity_fault("44", "Quảng Bình", "2023") is None
    assert entity_fault("46", "", "2023") is None
    assert entity_fault("P63-44", "", "2023") is None


def test_index_year_2025_takes_only_what_is_unmistakable() -> None:
    assert entity_id("", "Quảng Bình", "2025") == "P63-44"
    assert entity_id("P34-44", "", "2025") == "P34-44"
    assert entity_id("P63-45", "Quảng Trị", "2025") == "P63-45"
    assert entity_id("", "Quảng Trị (từ 01/7/2025)", "2025") == "P34-44"
    assert entity_fault("", "Quảng Trị", "2025") == ("entity_ambiguous", Severity.ERROR)
    assert entity_id("44", "Quảng Trị", "2025") == "P34-44"
    assert entity_fault("01", "Hà Nội", "2025") == ("entity_ambiguous", Severity.ERROR)


def test_code_and_name_that_disagree_are_an_error_naming_both() -> None:
    _, fault = ENTITIES.find("44", "Quảng Trị", Period(2023))
    assert fault is not None
    assert fault.code == "entity_disagrees"
    assert "Quảng Bình (cũ)" in fault.message
    assert "Quảng Trị (cũ)" in fault.message
    assert entity_fault("45", "Xứ sở lạ", "2023") == ("entity_disagrees", Severity.ERROR)


def test_a_misspelt_name_beside_a_valid_code_is_a_warning() -> None:
    assert entity_id("45", "Quảng Trịi", "2023") == "P63-45"
    assert entity_fault("45", "Quảng Trịi", "2023") == ("entity_name_by_code", Severity.WARNING)


@pytest.mark.parametrize(
    ("code", "name", "period"),
    [("", "Quảng Bình", "2026"), ("P34-44", "", "2024"), ("P63-45", "", "2025-Q3"), ("45", "", "2026")],
)
def test_an_entity_that_did_not_exist_in_the_period_is_an_error(code: str, name: str, period: str) -> None:
    assert entity_fault(code, name, period) == ("entity_not_in_period", Severity.ERROR)


def test_dates_bound_the_existence_of_an_entity_too() -> None:
    import datetime

    late = province("63", "67", "Đắk Nông", valid_from=datetime.date(2004, 1, 1))
    book = EntityBook(snapshot(entities=[late]).entities)
    assert book.find("", "Đắk Nông", Period(2003))[0] is None
    assert book.find("", "Đắk Nông", Period(2004))[0] is not None


def test_an_unknown_name_comes_with_suggestions() -> None:
    _, fault = ENTITIES.find("", "Quảng Trj", Period(2023))
    assert fault is not None
    assert fault.code == "entity_unknown"
    assert "Quảng Trị (cũ)" in fault.message
    assert entity_fault("99", "", "2023") == ("entity_code_unknown", Severity.ERROR)


def test_a_department_takes_no_part_in_scores() -> None:
    assert entity_fault("", "Sở Nội vụ", "2023") == ("entity_not_scored", Severity.ERROR)
    assert entity_fault("D-SNV", "", "2023") == ("entity_not_scored", Severity.ERROR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PAPI", "PAPI"),
        ("papi", "PAPI"),
        ("PAR-INDEX", "PAR INDEX"),
        ("Par Index", "PAR INDEX"),
        ("ParIndex", "PAR INDEX"),
    ],
)
def test_an_index_is_found_in_any_writing(text: str, expected: str) -> None:
    assert BOOK.find_index(text) == (expected, None)
    assert BOOK.find_index("Chỉ số cải cách hành chính") == ("PAR INDEX", None)


def test_an_unknown_index_names_those_there_are() -> None:
    found, fault = BOOK.find_index("PCI")
    assert found is None
    assert fault is not None
    assert "PAPI; PAR INDEX; SIPAS" in fault.message


@pytest.mark.parametrize(
    ("code", "name", "expected"),
    [
        ("D5", "", "D5"),
        ("d5", "", "D5"),
        ("", "Thủ tục hành chính công", "D5"),
        ("", "thủ tục hành chính  công.", "D5"),
        ("", "D5. Thủ tục hành chính công", "D5"),
        ("", "D5 - Thủ tục hành chính công", "D5"),
        ("", "D5", "D5"),
        ("TOTAL", "", "TOTAL"),
        ("", "Tổng điểm", "TOTAL"),
        ("Tổng", "", "TOTAL"),
        ("", "Chỉ số", "TOTAL"),
        ("", "PAPI", "TOTAL"),
        ("", "Tổng điểm PAPI", "TOTAL"),
    ],
)
def test_a_criterion_is_found_by_code_or_name(code: str, name: str, expected: str) -> None:
    found, fault = BOOK.find("PAPI", 2023, code, name)
    assert fault is None
    assert found is not None
    assert found.code == expected
    assert found.framework_id == "PAPI 2018"


@pytest.mark.parametrize("code", ["3", "3.0", "3.", "3,0"])
def test_a_code_stored_as_a_number_is_found(code: str) -> None:
    found, _ = BOOK.find("PAR INDEX", 2023, code, "")
    assert found is not None
    assert found.code == "3"


def test_one_point_one_is_not_eleven() -> None:
    rows = [node("X", "X", code, f"Mục {code}", year_from=2020) for code in ("TOTAL", "1.1", "11")]
    found, _ = NodeBook(snapshot(nodes=rows).nodes).find("X", 2023, "1.1", "")
    assert found is not None
    assert found.code == "1.1"


def node_fault(index: str, year: int, code: str, name: str) -> tuple[str, Severity] | None:
    _, fault = BOOK.find(index, year, code, name)
    return (fault.code, fault.severity) if fault else None


def test_code_and_name_of_a_criterion_must_agree() -> None:
    assert node_fault("PAPI", 2023, "D1", "Thủ tục hành chính công") == ("node_disagrees", Severity.ERROR)
    assert node_fault("PAPI", 2023, "D1", "Hoàn toàn khác") == ("node_disagrees", Severity.ERROR)
    assert node_fault("PAPI", 2023, "D5", "Thủ tục hành chánh công") == ("node_name_by_code", Severity.WARNING)


def test_a_name_that_belongs_to_another_criterion_disagrees_however_alike_the_two_are() -> None:
    rows = [node("X", "X", code, f"Chất lượng văn bản loại {code}", year_from=2020) for code in ("1", "2")]
    _, fault = NodeBook(snapshot(nodes=rows).nodes).find("X", 2023, "1", "Chất lượng văn bản loại 2")
    assert fault is not None
    assert fault.code == "node_disagrees"


def test_an_unknown_criterion_comes_with_suggestions() -> None:
    _, fault = BOOK.find("PAPI", 2023, "", "Thủ tục hành chính")
    assert fault is not None
    assert fault.code == "node_unknown"
    assert "D5 (Thủ tục hành chính công)" in fault.message


def test_a_year_without_a_framework_is_an_error_that_says_which_years_have_one() -> None:
    _, fault = BOOK.find("PAR INDEX", 2024, "3", "")
    assert fault is not None
    assert fault.code == "framework_missing"
    assert "2022–2023" in fault.message


def test_of_overlapping_frameworks_the_later_one_applies() -> None:
    newer = [
        node("PAR INDEX", "Mới (2023)", code, name, year_from=2023) for code, name in (("TOTAL", "Tổng"), ("9", "Chín"))
    ]
    book = NodeBook(snapshot(nodes=[*NODES, *newer]).nodes)
    assert book.find("PAR INDEX", 2023, "9", "")[0] is not None
    assert book.find("PAR INDEX", 2022, "3", "")[0] is not None
    assert book.find("PAR INDEX", 2023, "3", "")[0] is None


def test_a_framework_of_unknown_beginning_applies_up_to_its_end() -> None:
    rows = [node("SIPAS", "1383", "TOTAL", "Tổng", year_to=2016)]
    book = NodeBook(snapshot(nodes=rows).nodes)
    assert book.find("SIPAS", 2012, "TOTAL", "")[0] is not None
    _, fault = book.find("SIPAS", 2017, "TOTAL", "")
    assert fault is not None
    assert "–2016" in fault.message


def test_a_criterion_that_came_later_does_not_make_its_framework_the_later_one() -> None:
    old = [node("X", "Cũ", "TOTAL", "Tổng", year_from=2011), node("X", "Cũ", "D7", "Bảy", year_from=2018)]
    new = [node("X", "Mới", "TOTAL", "Tổng", year_from=2016)]
    found, _ = NodeBook(snapshot(nodes=[*old, *new]).nodes).find("X", 2019, "TOTAL", "")
    assert found is not None
    assert found.framework_id == "Mới"


def test_two_frameworks_that_begin_together_are_an_error() -> None:
    twin = [node("PAPI", "Khác", "TOTAL", "Tổng", year_from=2018)]
    _, fault = NodeBook(snapshot(nodes=[*NODES, *twin]).nodes).find("PAPI", 2023, "D1", "")
    assert fault is not None
    assert fault.code == "framework_ambiguous"


def test_a_name_that_two_criteria_share_asks_for_the_code() -> None:
    rows = [node("S", "S", code, "Thủ tục hành chính", year_from=2020) for code in ("2", "2.2")]
    _, fault = NodeBook(snapshot(nodes=rows).nodes).find("S", 2023, "", "Thủ tục hành chính")
    assert fault is not None
    assert (fault.code, "2; 2.2" in fault.message) == ("node_ambiguous", True)


def test_suggestions_are_at_most_three_and_the_likeliest_comes_first() -> None:
    book = EntityBook(snapshot().entities)
    assert book.find("", "Quảng Tri.j", Period(2023))[0] is None
    (unknown,) = book.unresolved
    assert unknown.likely[0] == "P63-45"
    assert len(unknown.likely) <= 3
    assert "P34-44" not in unknown.likely


def test_a_misspelling_of_an_alias_is_suggested_too() -> None:
    book = EntityBook(snapshot().entities)
    book.find("", "Thừa Thiên Hếu", Period(2023))
    assert book.unresolved[0].likely[0] == "P63-46"


def test_a_province_that_went_into_another_before_the_records_is_explained_and_not_asked() -> None:
    book = EntityBook(snapshot().entities)
    for name in ("Hà Tây", "Tỉnh Hà Tây", "HA TAY"):
        _, fault = book.find("", name, Period(2011))
        assert fault is not None
        assert fault.code == "entity_unknown"
        assert "01/8/2008" in fault.message
    assert book.unresolved == ()


def test_a_name_in_letters_of_another_alphabet_is_suggested_never_taken() -> None:
    book = EntityBook(snapshot().entities)
    _, fault = book.find("", "Нà Nội", Period(2023))
    assert fault is not None
    assert "Kirin" in fault.message
    assert book.unresolved[0].likely == ("P63-01",)
    assert BOOK.find_index("РАРІ")[0] is None
    assert BOOK.find("PAPI", 2023, "", "Тhủ tục hành chính công")[0] is None


def remembered(*rows: tuple[str, str, str, str]) -> object:
    names = ("subject", "scope", "written", "target")
    return frame(NAMES, [dict(zip(names, row, strict=True)) for row in rows])


def test_a_remembered_answer_holds_for_its_era_only() -> None:
    names = remembered(("entity", "63", "mien que huong", "P63-45"))
    book = EntityBook(snapshot().entities, names)
    entity, fault = book.find("", "Miền Quê-Hương", Period(2023))
    assert (entity.id if entity else None, fault) == ("P63-45", None)
    assert book.find("", "Miền Quê Hương", Period(2026))[0] is None
    assert book.knows("Miền Quê Hương")
    assert not book.knows("Miền khác")


def test_an_exact_name_goes_before_what_was_remembered() -> None:
    book = EntityBook(snapshot().entities, remembered(("entity", "63", "ha noi", "P63-45")))
    entity, _ = book.find("", "Hà Nội", Period(2023))
    assert entity is not None
    assert entity.id == "P63-01"


def test_a_remembered_answer_settles_a_name_of_both_eras() -> None:
    names = remembered(("entity", "", "quang tri", "P34-44"), ("entity", "", "01", "P63-01"))
    book = EntityBook(snapshot().entities, names)
    assert [book.find(code, name, Period(2025))[0].id for code, name in (("", "Quảng Trị"), ("01", ""))] == [
        "P34-44",
        "P63-01",
    ]


def test_a_remembered_answer_does_not_overrule_a_code_beside_it() -> None:
    book = EntityBook(snapshot().entities, remembered(("entity", "63", "mien que huong", "P63-45")))
    _, fault = book.find("44", "Miền Quê Hương", Period(2023))
    assert fault is not None
    assert fault.code == "entity_disagrees"


def test_a_remembered_entity_that_did_not_exist_is_an_error() -> None:
    book = EntityBook(snapshot().entities, remembered(("entity", "63", "mien que huong", "P34-44")))
    _, fault = book.find("", "Miền Quê Hương", Period(2023))
    assert fault is not None
    assert fault.code == "entity_not_in_period"


def test_a_remembered_criterion_is_taken_for_its_index_where_the_framework_has_it() -> None:
    names = remembered(("node", "PAPI", "tthc cong", "D5"), ("node", "PAPI", "cu", "D99"))
    book = NodeBook(snapshot().nodes, names)
    found, fault = book.find("PAPI", 2023, "", "TTHC công")
    assert (found.code if found else None, fault) == ("D5", None)
    assert book.find("PAPI", 2023, "", "Cũ")[0] is None
    assert book.find("PAR INDEX", 2023, "", "TTHC công")[0] is None
    assert book.any_year("PAPI").named("TTHC công")[0].code == "D5"


def test_a_remembered_criterion_settles_a_name_that_two_share() -> None:
    rows = [node("S", "S", code, "Thủ tục hành chính", year_from=2020) for code in ("2", "2.2")]
    book = NodeBook(snapshot(nodes=rows).nodes, remembered(("node", "S", "thu tuc hanh chinh", "2.2")))
    found, _ = book.find("S", 2023, "", "Thủ tục hành chính")
    assert found is not None
    assert found.code == "2.2"


def test_what_could_not_be_resolved_is_gathered_once_with_all_choices() -> None:
    book = NodeBook(snapshot().nodes)
    for _ in range(3):
        book.find("PAPI", 2023, "", "Thủ tục hành chính")
    book.find("PAPI", 2023, "D1", "Hoàn toàn khác")
    (unknown,) = book.unresolved
    assert (unknown.scope, unknown.written, unknown.likely[0]) == ("PAPI", "Thủ tục hành chính", "D5")
    assert list(unknown.choices) == ["TOTAL", "D1", "D5"]


def test_a_commune_is_known_by_its_system_id_and_by_nothing_else() -> None:
    commune = {"entity_id": "X34-00019", "entity_type": "commune", "era": "34", "code": "01", "name": "Hà Nội"}
    book = EntityBook(snapshot(entities=[*PROVINCES, {**commune, "display_name": "Xã Hà Nội"}]).entities)

    def found(code: str, name: str, period: str = "2026") -> tuple[str, str]:
        entity, fault = book.find(code, name, Period.parse(period))
        return entity.id if entity else "", fault.code if fault else ""

    assert found("x34-00019", "") == found("X34-00019", "Xã Hà Nội") == ("X34-00019", "")
    assert found("", "Hà Nội") == found("01", "") == ("P34-01", "")
    assert found("", "Xã Hà Nội") == ("", "entity_not_scored")
    assert found("X34-00019", "", "2020") == ("", "entity_not_in_period")
    assert found("X34-00019", "Huế") == ("", "entity_disagrees")
