"""Tables that hostile and clumsy people build: odd structures, and lists that other facts lean on."""

from datetime import date

from cchc_metrics.schema import SCORES
from tests.workbooks.hostile.builders import Case, criterion, entity, listed, score, scores, sheets, table

ROOT = criterion("TOTAL", None)
LONG = SCORES.headers
FOOTER = ["Người lập biểu", *[None] * 7, "Thủ trưởng đơn vị"]
TITLED = [["SỐ LIỆU PAPI"], [], LONG, score(), [], score(name="Hà Giang")]
WIDE = ["TT", "Tỉnh/Thành phố", "D1", "D2"]
ACROSS = [1, "Quảng Trị", 7.1, 7.2]

STRUCTURE = [
    Case("a title above and an empty row between", lambda: sheets(("a", TITLED)), rows=(2, 2, 0, 0)),
    Case(
        "a section row and a signature",
        lambda: scores(["I. Đồng bằng"], score(), FOOTER),
        rows=(3, 1, 0, 2),
    ),
    Case(
        "a total row is left out",
        lambda: scores(score(), ["Tổng cộng", *[None] * 6, 15.1]),
        rows=(2, 1, 0, 1),
    ),
    Case("the header again on the next page", lambda: scores(score(), LONG, score(name="Hà Giang")), rows=(3, 2, 0, 1)),
    Case(
        "columns numbered below the header",
        lambda: scores([f"({n})" for n in range(1, 13)], score()),
        rows=(2, 1, 0, 1),
    ),
    Case("the same row twice", lambda: scores(score(), score()), rows=(2, 1, 0, 1)),
    Case("two rows that disagree", lambda: scores(score(), score("8")), {"rows_disagree": "H2"}, rows=(2, 0, 2, 0)),
    Case("a column twice", lambda: sheets(("a", [[*LONG, "Kết quả"], [*score(), "9"]])), {"header_repeated": "H1"}),
    Case("a required column missing", lambda: sheets(("a", [LONG[:7], score()[:7]])), {"columns_missing": ""}),
    Case(
        "a hundred columns beside the table",
        lambda: sheets(("a", [[*LONG, *range(100)], [*score(), *range(100)]])),
        {"numbers_unread": "M1"},
        kept=[{"value": 7.5}],
    ),
    Case(
        "a table on its side is no list of sources",
        lambda: sheets(("a", [[header, cell] for header, cell in zip(LONG, score(), strict=True)])),
        {"kind_not_recognised": ""},
    ),
    Case(
        "wide, one year a sheet, numbered and headed twice",
        lambda: sheets(("2023", [WIDE, [1, 2, 3, 4], ACROSS]), ("2024", [WIDE, ACROSS, WIDE])),
        file="PAPI.xlsx",
        kept=[{"value": 7.1}, {"value": 7.2}] * 2,
        rows=(3, 2, 0, 1),
    ),
    Case(
        "wide with a total row",
        lambda: sheets(("2024", [WIDE, ACROSS, [None, "Tổng cộng", 9, 9]])),
        file="PAPI.xlsx",
        rows=(2, 1, 0, 1),
    ),
    Case(
        "wide with numbered names",
        lambda: sheets(
            (
                "2024",
                [
                    [
                        "Tỉnh",
                        "1. Tham gia của người dân ở cấp cơ sở",
                        "2. Công khai, minh bạch trong việc ra quyết định",
                    ],
                    ACROSS[1:],
                ],
            )
        ),
        file="PAPI.xlsx",
        kept=[{"node_code": "D1"}, {"node_code": "D2"}],
    ),
]

ONLY_ALIASES = entity(**{"Tên khác": "Cựu Quảng Trị"})
LISTS = [
    Case(
        "entities: a new alias keeps the columns that the file lacks",
        lambda: table(ONLY_ALIASES),
        {},
        [{"aliases": "Cựu Quảng Trị", "era": "63", "code": "45", "successor_id": "P34-44"}],
        "entities",
    ),
    listed(
        "entities",
        "an era that would orphan scores",
        {"entity_identity_changed": "C2", "entity_name_taken": "A2"},
        {
            "Mã hệ thống": "P63-45",
            "Loại đơn vị": "Tỉnh, thành phố",
            "Hệ": 34,
            "Tên": "Quảng Trị",
            "Tên hiển thị": "Quảng Trị (cũ)",
        },
    ),
    listed(
        "entities",
        "a type that would orphan scores",
        {"entity_identity_changed": "B2"},
        entity(**{"Loại đơn vị": "Sở, ngành"}),
    ),
    listed(
        "entities",
        "dates that scores lie outside of",
        {"validity_changed": "E2"},
        entity(**{"Hiệu lực đến": "30/06/2010"}),
    ),
    listed("entities", "the code of another", {"entity_code_taken": "E2"}, entity(**{"Mã": "44"})),
    listed(
        "entities",
        "a code without its zero",
        {"spelling_differs": "E2"},
        entity(**{"Mã hệ thống": "P63-01", "Tên": "Hà Nội", "Tên hiển thị": "Hà Nội", "Mã": 1}),
    ),
    listed(
        "entities", "the name of another as an alias", {"entity_name_taken": "E2"}, entity(**{"Tên khác": "Cựu|Hà Nội"})
    ),
    listed("entities", "its own successor", {"successor_self": "E2"}, entity(**{"Đơn vị sau sắp xếp": "P63-45"})),
    listed(
        "entities",
        "an end before the beginning",
        {"dates_reversed": "F2", "validity_changed": "E2"},
        entity(**{"Hiệu lực từ": "01/01/2030", "Hiệu lực đến": "30/06/2025"}),
    ),
    listed("frameworks", "a circle", {"parents_in_circle": "E3"}, ROOT, criterion("1", "2"), criterion("2", "1")),
    listed("frameworks", "no root", {"root_missing": "D2", "parent_unknown": "E2"}, criterion("1")),
    listed("frameworks", "codes that differ in spelling", {"codes_alike": "D3"}, ROOT, criterion("a"), criterion("A")),
    listed("frameworks", "a code with and without .0", {"codes_alike": "D3"}, ROOT, criterion("3"), criterion("3.0")),
    listed("frameworks", "an index spelled otherwise", {"spelling_differs": "A2"}, {**ROOT, "Bộ chỉ số": "Par-Index"}),
    listed("frameworks", "a year of two digits", {"year_out_of_range": "C2"}, {**ROOT, "Áp dụng từ năm": 24}),
    listed(
        "frameworks",
        "years that differ within",
        {"framework_years_differ": "C2"},
        ROOT,
        criterion("1", **{"Áp dụng từ năm": 2025}),
    ),
    listed(
        "frameworks",
        "the first year of another",
        {"framework_same_start": "C2"},
        {**ROOT, "Bộ chỉ số": "PAPI", "Áp dụng từ năm": 2021},
    ),
    listed(
        "frameworks",
        "a set that takes the place of another",
        {"framework_replaces": "C2"},
        {**ROOT, "Bộ chỉ số": "PAPI", "Áp dụng từ năm": 2027},
    ),
    listed("frameworks", "groups that cannot be read", {"groups_unknown": "G2"}, {**ROOT, "Nhóm xếp loại": "A:cao"}),
    listed("frameworks", "a maximum below 0", {"number_negative": "G3"}, ROOT, criterion("1", **{"Điểm tối đa": -5})),
    *(
        listed(
            "breaks",
            name,
            told,
            {"Bộ chỉ số": "PAPI", "Mã tiêu chí": code, "Kỳ trước": 2022, "Kỳ sau": after, "Lý do": "thử"},
        )
        for name, told, code, after in (
            ("a later year first", {"break_order": "D2"}, "D1", 2021),
            ("a criterion that never was", {"break_node_unknown": "B2"}, "D99", 2023),
            ("a criterion in small letters", {"spelling_differs": "B2"}, "d1", 2023),
        )
    ),
    *(
        listed(
            "windows",
            f"{day!r} is no day",
            {"day_unknown": "C2"},
            {"Kỳ báo cáo": "Quý I", "Áp dụng từ năm": 2026, "Từ ngày": day, "Đến ngày": "14/3"},
        )
        for day in ("32/13", "30/2", "15-12", date(2025, 12, 15))
    ),
    listed(
        "policy-targets",
        "a relation in a sign of its own",
        {"comparison_unknown": "E2"},
        {"Phạm vi": "Quốc gia", "Chỉ tiêu": "x", "Thời hạn": 2030, "Văn bản": "y", "Quan hệ": "≥", "Giá trị": 90},
    ),
    *(
        listed(
            "targets",
            f"{goal!r} of {index}",
            told,
            {"Bộ chỉ số": index, "Kỳ": 2023, "Tên đơn vị": "Hà Nội", "Mã tiêu chí": node, "Mục tiêu": goal},
        )
        for goal, index, node, told in (
            ("-", "PAPI", "D1", {"mark_for_number": "E2"}),
            ("Top 10", "PAPI", "D1", {}),
            ("Top đầu", "PAPI", "D1", {"not_a_number": "E2"}),
            (1e300, "PAPI", "D1", {"number_too_large": "E2"}),
            (900, "SIPAS", "1.1", {"target_above_max": "E2"}),
        )
    ),
]

TABLES = [*STRUCTURE, *LISTS]
