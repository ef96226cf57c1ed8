"""Cells that hostile and clumsy people type: values, names, periods and criteria."""

from datetime import date, datetime

from tests.workbooks.hostile.builders import Case, formatted, meant, one, score, scores

PAR = {"index": "PAR INDEX", "year": 2023}
H2 = "H2"

VALUES = [
    *(
        one(f"{text!r} is 7.5", {}, 7.5, text)
        for text in ("7,5", "7.5", " 7,5\u00a0", "+7,5", "07,50", "７，５", "\u200b7,5", "7,5/10", 7.5, "7,5\n")
    ),
    one("'nan' is a mark that must be explained", {"unclear_mark": H2}, value="nan"),
    *(
        one(f"{text!r} is no number", {"not_a_number": H2}, value=text)
        for text in (
            "(7,5)",
            "7,",
            "7;5",
            "7 5",
            "7,5 điểm",
            "7,5‰",
            "½",
            "inf",
            "1_0",
            "0x7",
            "VII",
            "12/05/2024",
            "~7",
            "7²",
        )
    ),
    *(one(f"{text!r} is unclear", {"unclear_mark": H2}, value=text) for text in ("-", "–", "...", "x", "?", "∞")),
    *(one(f"{text!r} is too large", {"number_too_large": H2}, value=text) for text in (1e300, -1e300, "1e400", 1e9)),
    *(one(f"{v!r} is a date", {"date_for_number": H2}, value=v) for v in (date(2024, 5, 12), datetime(2024, 5, 12, 7))),
    one("a truth value is no score", {"truth_for_number": H2}, value=True),
    one("an Excel error is no score", {"excel_error": H2}, value="#DIV/0!"),
    one("a formula without its result", {"formula_without_result": H2}, value="=1+1"),
    one("a blank is not 0", {"value_empty": H2}, value="\u00a0"),
    one("0 on a scale that begins at 1", {"score_below_scale": H2}, 0.0, 0),
    one("0 of a criterion without a lowest score", {}, 0.0, "-0", **PAR, node="3"),
    one("a negative score", {"score_negative": H2}, value="−7,5"),
    one("85,25 typed without its comma", {"score_above_max": H2}, value=8525, **PAR, node="TOTAL"),
    one(
        "a percentage over 100 of unknown maximum",
        {"score_above_max": H2},
        value=850,
        index="SIPAS",
        year=2023,
        node="1.1",
    ),
    one("a part above its whole", {"score_above_max": H2}, value=5000, index="PAR INDEX", node="8"),
    one(
        "a fraction for a published percentage",
        {"fraction_for_percent": H2},
        0.8525,
        0.8525,
        **PAR,
        node="3",
        kind="Tỷ lệ công bố (%)",
    ),
    one("a percent sign on points", {"percent_for_points": H2}, value="75%"),
    Case(
        "a percent cell of an index in percent",
        lambda: formatted(0.8525, "0.00%", **PAR, node="TOTAL"),
        {},
        [{"value": 85.25}],
    ),
    Case("12.5 that Excel made a date", lambda: formatted(45424, "d.m"), {"date_for_number": H2}),
    one("a rank that Excel made a date", {"rank_became_date": "J2"}, rank=date(2063, 4, 1)),
    one("a rank as a fraction of numbers", {"rank_unknown": "J2"}, rank=4 / 63),
    one("a rank beyond the provinces", {"rank_above_peers": "J2"}, rank="63/64"),
    one("a maximum of 0 behind the slash", {"maximum_not_positive": H2}, value="1/0"),
    one("a maximum below 0", {"maximum_not_positive": "I2"}, most=-5),
    one("another maximum behind the slash", {"maximum_differs": H2}, 1.0, "1/2", note="D1"),
    one("a dash for a maximum", {"mark_for_number": "I2"}, most="-"),
]

NAMES = [
    *(
        meant(f"{name!r} is {entity_id}", "entity_id", entity_id, name=name)
        for name, entity_id in (
            ("TP. HCM", "P63-79"),
            ("Thừa Thiên-Huế", "P63-46"),
            ("BR-VT", "P63-77"),
            ("Đăk Lăk", "P63-66"),
            ("Bắc Cạn", "P63-06"),
            ("Ha\u0300 N\u00f4\u0323i", "P63-01"),
            ("Ðà Nẵng", "P63-48"),
            ("\u202eQuảng Trị\u202c", "P63-45"),
            ("Cả nước", "VN"),
        )
    ),
    *(one(f"{name!r} is nobody", {"entity_unknown": "D2"}, name=name) for name in ("Нà Nội", "Hà Tây", "Quảng Trj")),
    one("'Qu¶ng TrÞ' is nobody", {"entity_unknown": "D2", "legacy_font": "D2"}, name="Qu¶ng TrÞ"),
    one("code 44 before the merger", {"entity_code_changed": "C2"}, code=44, name=None),
    one("code 44 beside the name of its later owner", {"entity_disagrees": "D2"}, code=44, name="Quảng Trị"),
    one("an id of the later era", {"entity_not_in_period": "C2"}, code="P34-44", name=None),
    one("index year 2025 by name only", {"entity_ambiguous": "D2"}, year=2025, name="Quảng Trị"),
    one("an old province after the merger", {"entity_not_in_period": "D2"}, year="Quý III/2025", name="Quảng Bình"),
]

PERIODS = [
    *(
        meant(f"{text!r} is {period}", "period_id", period, year=text)
        for text, period in (
            (2024.0, "2024"),
            ("NĂM 2024", "2024"),
            ("QI/2024", "2024-Q1"),
            ("6 tháng đầu năm 2024", "2024-6M"),
            ("Báo cáo năm 2024", "2024-FY"),
        )
    ),
    *(
        one(f"{text!r} is no period", {"period_unknown": "B2"}, year=text)
        for text in (-2024, "-2024", "24", 24, 2024.5, "Quý I", "1/2024", date(2024, 1, 1), True, "2024-2025")
    ),
    *(
        one(f"{text!r} has no form", {"period_no_such_form": "B2"}, year=text)
        for text in ("Quý II/2024", "9 tháng 2024", "6 tháng cuối năm 2024")
    ),
    one("a year before any framework", {"framework_missing": "B2"}, year=2010),
    one("a year that has not begun", {"period_in_future": "B2"}, 7.5, year=2062),
    Case(
        "index years and report periods in one file",
        lambda: scores(score(), score(), score(year="Quý I/2024")),
        {"period_types_mixed": "B4"},
    ),
]

CRITERIA = [
    *(
        meant(f"{code!r} is criterion 3", "node_code", "3", node=code, **PAR)
        for code in (3, 3.0, "3.0", "3.", "\u200b3")
    ),
    one("2.10 is not 2.1", {"node_unknown": "E2"}, index="SIPAS", year=2023, node="2.10"),
    one("a criterion of a later framework", {"node_unknown": "E2"}, year=2015, node="D7"),
    one("a code that another name bears", {"node_disagrees": "F2"}, **PAR, node=3, node_name="Cải cách chế độ công vụ"),
    one("an index in Cyrillic", {"index_unknown": "A2"}, index="РАРІ"),
    Case(
        "names that are only numbered",
        lambda: scores(score(node=None, node_name="1. Tham gia của người dân ở cấp cơ sở")),
        {},
        [{"node_code": "D1"}],
    ),
]

CELLS = [*VALUES, *NAMES, *PERIODS, *CRITERIA]
