"""Merged areas as a page may rely on them: inside the cells, none over another."""

from hypothesis import given
from hypothesis import strategies as st

from cchc_metrics.workbooks.child.layout import merged_areas
from cchc_metrics.workbooks.child.scan import scan
from cchc_metrics.workbooks.child.wire import MOST_MERGES, font_names

PLACES = st.integers(min_value=0, max_value=14)
AREAS = st.lists(st.tuples(PLACES, PLACES, PLACES, PLACES), max_size=12)


def cells_of(area: tuple[int, int, int, int]) -> set[tuple[int, int]]:
    top, left, bottom, right = area
    return {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}


@given(AREAS, st.integers(min_value=0, max_value=10), st.integers(min_value=0, max_value=10))
def test_kept_areas_lie_inside_the_cells_and_never_overlap(
    areas: list[tuple[int, int, int, int]], height: int, width: int
) -> None:
    seen: set[tuple[int, int]] = set()
    for area in merged_areas(areas, height, width):
        cells = cells_of(area)
        assert len(cells) > 1
        assert min(cells) >= (1, 1)
        assert all(row <= height and column <= width for row, column in cells)
        assert not cells & seen
        seen |= cells


def test_an_area_that_touches_no_other_is_kept_as_it_is() -> None:
    areas = [(3, 1, 4, 2), (1, 1, 2, 2), (1, 3, 4, 3)]
    assert merged_areas(areas, 4, 3) == ((1, 1, 2, 2), (1, 3, 4, 3), (3, 1, 4, 2))


def test_of_overlapping_areas_the_upper_is_kept() -> None:
    assert merged_areas([(2, 1, 3, 2), (1, 1, 2, 1)], 9, 9) == ((1, 1, 2, 1),)


def test_a_million_merged_areas_are_not_all_kept() -> None:
    many = b"</row>" + b'<mergeCell ref="A1:B1"/>' * 30_000
    assert len(scan([many], {}).merges) == MOST_MERGES


def test_fonts_are_named_once_in_their_order_and_not_without_end() -> None:
    assert font_names(["Arial", " .VnTime", "", "Arial"]) == ("Arial", ".VnTime")
    assert len(font_names(f"Phông {number}" for number in range(1000))) == 50
