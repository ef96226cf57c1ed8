"""Several indices side by side on the shipped facts."""

import pandas as pd

from cchc_metrics.services.indices.across import stretch, themes
from cchc_metrics.services.indices.across_pairs import LEAST_PAIRS, divergences, node_at, pairing
from cchc_metrics.services.indices.across_places import places
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.views.across.page import AcrossFilters, page
from cchc_metrics.views.across.pair import (
    divergence_views,
    divergence_years,
    pair_view,
    pair_years,
    usual_divergence_year,
    usual_year,
)
from cchc_metrics.views.kit.table_file import workbook_of

OLD, TWIN = "P63-45", "P63-44"
OVERALL, PROCEDURES = "Kết quả chung", "Thủ tục hành chính"


def test_every_theme_names_criteria_that_exist_and_says_why(shipped: Desk) -> None:
    held = themes(shipped)
    assert next(iter(held)) == OVERALL
    known = shipped.catalogue.frameworks[["index_code", "node_code"]]
    pairs = set(known.itertuples(index=False, name=None))
    for nodes in held.values():
        assert len({node.index_code for node in nodes}) > 1
        for node in nodes:
            assert (node.index_code, node.node_code) in pairs
            assert node.reason


def test_a_printed_percentage_stays_as_printed(shipped: Desk) -> None:
    node = next(node for node in themes(shipped)[PROCEDURES] if node.index_code == "PAR INDEX")
    row = stretch(shipped, node, OLD).points.set_index("period_id").loc["2023"]
    assert (row["share"], row["rank"], row["n_ranked"]) == (95.76, 27, 63)
    twin = stretch(shipped, node, TWIN).points.set_index("period_id").loc["2019"]
    assert (twin["share"], twin["rank"], pd.isna(twin["value"])) == (96.05, 8, True)


def test_a_share_is_the_score_over_the_maximum_of_its_year(shipped: Desk) -> None:
    total = next(node for node in themes(shipped)[OVERALL] if node.index_code == "PAPI")
    shares = stretch(shipped, total, OLD).points.set_index("period_id")
    assert shares.loc["2017", "share"] == shares.loc["2017", "value"] / 60 * 100
    assert shares.loc["2024", "share"] == shares.loc["2024", "value"] / 80 * 100


def test_our_place_on_each_ranking_is_its_newest_rank_on_one_scale(shipped: Desk) -> None:
    found = [stretch(shipped, node, OLD) for node in themes(shipped)[OVERALL]]
    held = places(shipped, found, OLD)
    assert [(node.index_code, period) for node, period in held.stops] == [
        ("PAR INDEX", "2023"),
        ("SIPAS", "2023"),
        ("PAPI", "2024"),
    ]
    own = held.rows[held.rows["entity_id"] == OLD].set_index("stop")
    assert own.loc[2, ["rank", "n_ranked"]].tolist() == [14, 61]
    assert own.loc[2, "place"] == 100 * (61 - 14) / 60
    assert held.rows["place"].between(0, 100).all()
    assert not held.rows.duplicated(["stop", "entity_id"]).any()


def test_what_is_missing_is_said_and_not_drawn(shipped: Desk) -> None:
    view = page(shipped, AcrossFilters(PROCEDURES, OLD))
    assert "Chưa có số liệu SIPAS, 2.2.2. Thủ tục hành chính của Quảng Trị (cũ)." in view.slopes.missing
    assert view.slopes.figure is not None
    assert not any("SIPAS" in name for name in view.slopes.figure.layout.xaxis.ticktext)
    assert "SIPAS: chưa có số liệu" in view.finding


def test_the_table_can_be_saved(shipped: Desk) -> None:
    file = page(shipped, AcrossFilters(OVERALL, OLD)).file
    assert file is not None
    assert workbook_of(shipped, file)[:2] == b"PK"


def test_apart_means_upper_half_by_the_authorities_and_lower_half_by_citizens(shipped: Desk) -> None:
    found = [one for one in divergences(shipped, themes(shipped)[OVERALL], "2023") if one.asked.index_code == "PAPI"]
    rows = found[0].rows.set_index("name")
    assert bool(rows.loc["Hải Phòng", "apart"])
    assert not bool(rows.loc["Hà Nội", "apart"])
    assert rows["gap"].is_monotonic_decreasing
    assert found[0].ranked == (35, 61)


def test_a_divergence_says_how_many_provinces_it_knows(shipped: Desk) -> None:
    assert usual_divergence_year(shipped, OVERALL) == "2023"
    view = next(one for one in divergence_views(shipped, (OVERALL, "2023")) if "PAPI" in one.heading)
    assert "35/63" in view.missing
    assert "61/63" in view.missing
    assert "điểm công bố" in view.missing
    assert view.table is not None and view.table.caption == "PAR INDEX và PAPI, 2023: vị trí của từng tỉnh"


def test_a_theme_without_a_common_year_has_no_list(shipped: Desk) -> None:
    assert divergence_years(shipped, "Kiểm soát tham nhũng") == ()
    assert usual_divergence_year(shipped, "Kiểm soát tham nhũng") == ""


def test_fewer_than_ten_pairs_are_not_told(shipped: Desk) -> None:
    found = pairing(shipped, node_at(shipped, "SIPAS|TOTAL"), node_at(shipped, "PAPI|TOTAL"), "2024")
    assert found.found.n < LEAST_PAIRS
    view = pair_view(shipped, ("SIPAS|TOTAL", "PAPI|TOTAL", "2024"))
    assert view.figure is None
    assert view.finding.startswith("Chỉ có 5 tỉnh")


def test_a_thin_pair_is_told_with_its_count_and_two_cautions(shipped: Desk) -> None:
    codes = ("PAR INDEX|TOTAL", "PAPI|TOTAL")
    assert usual_year(shipped, codes) == "2024"
    thin = pair_view(shipped, (*codes, "2024"))
    assert "11/63" in thin.finding
    assert "Quảng Trị (cũ) chưa có đủ hai số của năm này nên không có chấm" in thin.source.note
    view = pair_view(shipped, (*codes, "2023"))
    assert view.heading == "PAR INDEX và PAPI, 2023"
    assert "25/63" in view.finding
    assert "không phải quan hệ nhân quả" in view.caution
    assert "không phải mẫu ngẫu nhiên" in view.caution


def test_a_full_pair_needs_only_one_caution(shipped: Desk) -> None:
    assert "2024" in pair_years(shipped, ("PAPI|D4", "PAPI|D5"))
    view = pair_view(shipped, ("PAPI|D4", "PAPI|D5", "2024"))
    assert view.figure is not None
    assert view.heading.startswith("PAPI D4. Kiểm soát tham nhũng") and " và PAPI D5. Thủ tục" in view.heading
    assert "61/63" in view.finding and "không có chấm" not in view.source.note
    assert "mẫu ngẫu nhiên" not in view.caution
