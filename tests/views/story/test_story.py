"""Five sentences with pictures: chosen from what the product knows, true to the noise, ending in what to decide."""

from datetime import date

import pytest

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.labels import texts
from cchc_metrics.model import Actor, Drawn
from cchc_metrics.services.indices.places import quiet_moves
from cchc_metrics.services.indices.standing import standing
from cchc_metrics.services.office.clock import Clock, ClockKind
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.reporting.letters import chase
from cchc_metrics.views.story.page import StoryView, page
from cchc_metrics.views.story.position import course
from cchc_metrics.views.story.subject import StoryQuestion, subject_of
from tests.reporting_office import LOOKED_AT, at

DAY, HOME, OURS = "2026-11-30", "P34-44", "P63-45"
SAID = texts().story


def story(desk: Desk, index: str = "PAPI", period: str = "2024", province: str = HOME, base: str = "") -> StoryView:
    return page(desk, StoryQuestion(index, period, province, base, DAY))


@pytest.fixture(scope="module")
def papi(shipped: Desk) -> StoryView:
    return story(shipped)


def test_five_sentences_end_in_what_must_be_decided(papi: StoryView) -> None:
    slides = [one.slide for one in papi.told]
    assert len(slides) == 5
    assert [one.numbered for one in slides] == [False, False, False, False, True]
    assert slides[-1].title.startswith("Việc cần quyết định")
    assert len(slides[-1].lines) >= 1
    assert "hạng do hệ thống tính 14/61" in slides[0].title


def test_each_sentence_has_a_picture_a_source_with_its_day_and_a_way_to_its_figures(papi: StoryView) -> None:
    for told, figure in zip(papi.told, papi.figures, strict=True):
        assert told.slide.picture is not None
        assert figure is not None
        assert "Nguồn" in told.slide.source
        assert "cập nhật ngày" in told.slide.source
        assert told.trace.slug
    assert [one.trace.slug for one in papi.told] == ["xep-hang", "xu-huong", "bien-dong", "khoang-cach", "tong-hop"]


def test_the_picture_of_the_first_holds_every_province_once_and_ours_apart(shipped: Desk, papi: StoryView) -> None:
    picture, table = papi.told[0].slide.picture, standing(shipped, Question("PAPI", "2024")).table
    assert picture is not None
    assert picture.drawn is Drawn.DOTS
    known = table[table["value"].notna()]
    assert sorted(picture.categories) == sorted(known["name"])
    others, own = picture.strands
    drawn = [a if b is None else b for a, b in zip(others.values, own.values, strict=True)]
    assert drawn == sorted(known["value"], reverse=True)
    assert [name for name, value in zip(picture.categories, own.values, strict=True) if value] == ["Quảng Trị (cũ)"]


def test_a_change_inside_the_noise_is_never_called_a_rise_or_a_fall(shipped: Desk) -> None:
    quiet, seen = quiet_moves(shipped, Question("PAPI", "2024")), set()
    for province in sorted(quiet)[::4]:
        about = subject_of(shipped, StoryQuestion("PAPI", "2024", province, "", DAY))
        assert about is not None
        title = course(shipped, about).slide.title
        seen.add(quiet[province].score)
        assert ("chưa gọi là tăng hay giảm" in title) is quiet[province].score, title
        assert (", tăng " in title or ", giảm " in title) is not quiet[province].score, title
    assert seen == {True, False}


def test_no_line_joins_years_that_may_not_be_compared(papi: StoryView) -> None:
    picture = papi.told[1].slide.picture
    assert picture is not None
    for name in {strand.name for strand in picture.strands}:
        stretches = [one.values for one in picture.strands if one.name == name]
        at = {picture.categories.index("2019"), picture.categories.index("2020")}
        assert not any(all(values[place] is not None for place in at) for values in stretches), name
        assert any(values[picture.categories.index("2023")] and values[-1] for values in stretches), name


def test_parts_that_noise_may_have_moved_are_drawn_apart(papi: StoryView) -> None:
    picture = papi.told[2].slide.picture
    assert picture is not None
    assert [strand.name for strand in picture.strands] == [SAID.clear, SAID.quiet]
    clear = [name for name, value in zip(picture.categories, picture.strands[0].values, strict=True) if value]
    assert clear == ["Công khai, minh bạch trong việc ra quyết định"]
    assert clear[0] in papi.told[2].slide.title
    assert "không nội dung nào giảm rõ" in papi.told[2].slide.title


def test_on_the_base_of_34_every_figure_is_called_an_estimate(shipped: Desk) -> None:
    view = story(shipped, base="34")
    assert "ước tính trên hệ 34 tỉnh" in view.subject
    assert all("không phải số công bố" in one.slide.source for one in view.told[:4])
    picture = view.told[0].slide.picture
    assert picture is not None
    assert len(picture.categories) == 32


def test_where_parts_are_not_published_it_says_so_and_draws_nothing(shipped: Desk) -> None:
    slides = [one.slide for one in story(shipped, "SIPAS", "2023").told]
    assert slides[0].title.startswith("SIPAS 2023")
    assert [slide.picture for slide in slides[2:4]] == [None, None]
    assert all(SAID.parts_next in slide.lines for slide in slides[2:4])


def test_of_a_province_that_is_not_ours_it_ends_in_what_is_worth_doing(shipped: Desk) -> None:
    view = story(shipped, province="P63-48")
    assert view.told[-1].slide.title.startswith("Việc nên làm trước: ")
    assert not view.told[-1].slide.numbered
    assert "Đà Nẵng" in view.told[0].slide.title
    lines = [line for one in view.told for line in one.slide.lines]
    assert sum("Đáng làm nhất" in line for line in lines) == 1


def test_without_due_days_nobody_is_said_not_to_be_late(shipped: Desk, papi: StoryView) -> None:
    undated = chase(shipped, date.fromisoformat(DAY)).undated
    assert undated
    assert SAID.late_undated.format(count=len(undated)) in papi.told[-1].slide.title
    assert SAID.late_none not in papi.told[-1].slide.title


def test_a_guest_is_told_the_published_four(shipped_office: Office) -> None:
    view = story(Desk.at(shipped_office, Actor("g", "Khách", "guest")))
    assert len(view.told) == 4
    assert not any("Đáng làm nhất" in line for one in view.told for line in one.slide.lines)


def test_under_a_clock_it_is_told_as_it_was_known(shipped_office: Office) -> None:
    then = Clock(ClockKind.PUBLISHED, date(2024, 6, 30))
    view = page(Desk.at(shipped_office, LOCAL_OPERATOR, then), StoryQuestion("PAPI", "2023", HOME, "", "2024-06-30"))
    assert "26/61" in view.told[0].slide.title
    picture = view.told[1].slide.picture
    assert picture is not None
    assert picture.categories[-1] == "2023"
    assert page(Desk.at(shipped_office, LOCAL_OPERATOR, then), StoryQuestion("PAPI", "2024", HOME, "", DAY)).told == ()


def test_late_reports_are_the_picture_of_what_to_decide(own: Office) -> None:
    asked = StoryQuestion("PAPI", "2024", HOME, "", LOOKED_AT.isoformat())
    last = page(at(own), asked).told[-1].slide
    assert last.picture is not None
    assert last.caption == SAID.late_caption
    days = [value for value in last.picture.strands[0].values if value is not None]
    late = [
        item.standing.progress.days_late
        for letter in chase(at(own), LOOKED_AT).letters
        for item in letter.items
        if item.standing.progress.days_late
    ]
    assert days == [float(most) for most in sorted(late, reverse=True)[: len(days)]]
    assert f"{len(late)} báo cáo quá hạn" in last.title


def test_what_is_not_known_is_said_as_what_it_is(shipped: Desk) -> None:
    """A withheld province has no rank either; a year of which only the rank is known is told; printed ranks are no
    computed ones."""
    withheld = [one.slide for one in story(shipped, "PAPI", "2024", "P63-26").told]
    assert withheld[1].title == SAID.withheld.format(subject="PAPI 2024, Vĩnh Phúc")
    reform = [one.slide for one in story(shipped, "PAR INDEX", "2023").told]
    assert reform[1].title.endswith("chưa biết điểm năm 2022 để so, chỉ biết hạng")
    assert SAID.standing_printed in reform[2].lines
    assert story(shipped, "PAR INDEX", "2022").told[1].slide.title.endswith("chỉ biết hạng")
    assert SAID.standing_line in [one.slide for one in story(shipped, "PAPI", "2011", OURS).told][2].lines
