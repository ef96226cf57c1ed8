"""What a view costs that nobody has asked for before: any province, index and year, each asked once, in one process."""

import gc
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from cchc_metrics.access import LOCAL_OPERATOR
from cchc_metrics.config import load_settings
from cchc_metrics.schema import TOTAL
from cchc_metrics.services.indices.lineage import way_of
from cchc_metrics.services.intake.reference import prepare
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.office.office import Office
from cchc_metrics.services.office.question import Question
from cchc_metrics.services.planning.field import Place
from cchc_metrics.views import overview
from cchc_metrics.views.atlas import page as atlas
from cchc_metrics.views.gap import page as gap
from cchc_metrics.views.gap import worth
from cchc_metrics.views.lineage import page as lineage
from cchc_metrics.views.lost import page as lost
from cchc_metrics.views.ranking import page as ranking
from cchc_metrics.views.trajectory import page as trajectory
from cchc_metrics.views.trend import page as trend
from cchc_metrics.views.why import page as why

Ask = Callable[[Desk, str, str, str], Any]  # desk, index, period, province of the period's base


def _lineage(desk: Desk, index: str, period: str, province: str) -> Any:
    merged = desk.catalogue.entity(province).successor or province
    way = way_of(desk)
    asked = lineage.LineageFilters(index, period, TOTAL, "published", merged, way.method, way.weight_set)
    return lineage.page(desk, asked)


def _atlas(desk: Desk, index: str, period: str, _: str) -> Any:
    question = Question(index, period)
    base = next(iter(atlas.base_choices(desk, question)))
    show = next(iter(atlas.choices(desk, (question, base)).shows))
    return atlas.page(desk, atlas.AtlasFilters(index, period, TOTAL, "published", base, show, ""))


def _why(desk: Desk, index: str, period: str, province: str) -> Any:
    held = [one for one in desk.catalogue.periods(index, TOTAL) if one < period]
    return why.page(desk, why.WhyQuestion(index, province, max(held, default=period), period))


PAGES: Mapping[str, Ask] = {
    "Hôm nay": lambda desk, _, __, one: overview.page(desk, overview.OverviewFilters(one)),
    "Xếp hạng": lambda desk, index, period, one: ranking.page(
        desk, ranking.RankingFilters(index, period, TOTAL, "published", "", one, False)
    ),
    "Bản đồ": _atlas,
    "Sắp xếp tỉnh": _lineage,
    "Xu hướng": lambda desk, index, _, one: trend.page(desk, trend.TrendFilters(index, (one,))),
    "Biến động": _why,
    "Khoảng cách": lambda desk, index, period, one: gap.page(desk, gap.GapFilters(index, period, one)),
    "Đáng làm nhất": lambda desk, index, period, one: worth.worth_view(desk, Place(index, period, one)),
    "Điểm chưa đạt": lambda desk, index, period, one: lost.page(
        desk, lost.LostQuestion(lost.PARTS, lost.LostFilters(index, period, one))
    ),
    "Lộ trình": lambda desk, index, _, one: trajectory.page(desk, trajectory.TrajectoryFilters(index, one)),
}


def measure(each: int = 30, seed: int = 7) -> Iterator[str]:
    """Lines to print: milliseconds of processor by page, and of all of them; each: views of a page."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        office = Office.open(replace(load_settings({}), data_dir=Path(name)))
        prepare(office)
        gc.collect()
        gc.freeze()
        desk, spent = Desk.at(office, LOCAL_OPERATOR), defaultdict[str, list[float]](list)
        for page, index, period, province in _asked(desk, each, dice):
            began = time.thread_time()
            PAGES[page](desk, index, period, province)
            spent[page].append((time.thread_time() - began) * 1000)
        office.close()
    for page, own in spent.items():
        yield _line(page, own)
    yield _line("all pages", [one for own in spent.values() for one in own])


def _asked(desk: Desk, each: int, dice: random.Random) -> Iterator[tuple[str, str, str, str]]:
    """Every page in turn, each time of other places; none comes twice."""
    catalogue, asked = desk.catalogue, set[tuple[str, str, str, str]]()
    for page in [*PAGES] * each:
        index = dice.choice(catalogue.indices())
        period = dice.choice(catalogue.periods(index, TOTAL))
        province = dice.choice(catalogue.provinces(catalogue.era_of(period, index))).id
        if (one := (page, index, period, province)) not in asked:
            asked.add(one)
            yield one


def _line(name: str, spent: list[float]) -> str:
    ordered = sorted(spent)
    mean, middle, most = sum(spent) / len(spent), ordered[len(spent) // 2], ordered[-1]
    tail = ordered[int(len(spent) * 0.95)]
    return f"{name}: {len(spent)} views, mean {mean:.0f} ms, median {middle:.0f}, p95 {tail:.0f}, most {most:.0f}"
