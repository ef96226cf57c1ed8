"""Made-up figures of the try-out, worked out by rule: the same day gives the same figures.

They hang together as real ones do: what is pending at the end of a quarter is carried into the next, cumulative
windows hold the sum of their quarters, dossiers in equal dossiers out.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cchc_metrics.metrics.reporting.calendar import Window
from cchc_metrics.services.reporting.duties import YES_NO, MetricInfo
from cchc_metrics.workbooks import Filled

# Which quarters of a year each window holds (581/BNV-CCHC).
QUARTERS: Mapping[str, tuple[int, ...]] = {"Q1": (1,), "6M": (1, 2), "Q3": (3,), "FY": (1, 2, 3, 4)}
_STAFF = (12, 15, 9, 11, 8, 24, 18)
_MONEY = 1_000_000


@dataclass(frozen=True, slots=True)
class Stretch:
    """The quarters of a window, counted from a fixed year, for one unit (its place in the office)."""

    unit: int
    quarters: tuple[int, ...]

    @staticmethod
    def of(window: Window, unit: int) -> "Stretch":
        year = (window.period.year - 2000) * 4
        return Stretch(unit, tuple(year + quarter - 1 for quarter in QUARTERS[window.period.window]))

    def total(self, of_quarter: Callable[[int, int], int]) -> int:
        """A flow over the stretch."""
        return sum(of_quarter(self.unit, quarter) for quarter in self.quarters)

    @property
    def first(self) -> int:
        return self.quarters[0]

    @property
    def last(self) -> int:
        return self.quarters[-1]


def figures(window: Window, unit: int, metrics: Sequence[MetricInfo]) -> dict[str, Filled]:
    """Metric -> what the unit reports; ratios that the system works out are left out."""
    stretch = Stretch.of(window, unit)
    known = _known(stretch)
    return {m.code: Filled(known.get(m.code, _usual(stretch, m))) for m in metrics if not m.computed}


def _known(stretch: Stretch) -> dict[str, float]:
    """The metrics that hang together."""
    staff = _STAFF[stretch.unit % len(_STAFF)]
    money = staff * 4 * _MONEY
    return {
        "1.2": staff - (1 if stretch.unit == 2 else 0),
        "1.3": staff,
        **_dossiers(stretch),
        **_petitions(stretch),
        **_letters(stretch),
        **_online(stretch),
        "9.1": money,
        "9.2": money,
        "9.3": sum(money // 5 for _ in stretch.quarters),
        "2.4": len(stretch.quarters),
        "3.5": len(stretch.quarters),
        "10.1": 9.5 if stretch.unit == 2 else 10 + stretch.unit % 4,
        "10.2": staff,
        "10.3": staff,
        "11.1": 2,
    }


def _usual(stretch: Stretch, metric: MetricInfo) -> float | str:
    if metric.own_measure == YES_NO:
        return "Có"
    major, minor = (int(part) for part in metric.code.split("."))
    if metric.rule.kind == "flow":
        return stretch.total(lambda unit, quarter: 1 + (unit * 2 + quarter * (major + minor)) % 4)
    return 2 + stretch.unit % 3


def _overdue(unit: int, quarter: int) -> int:
    """Dossiers still open past their date at the end of a quarter."""
    return (unit + quarter * 2) % 3


def _open(unit: int, quarter: int) -> int:
    return 18 + (unit * 7 + quarter * 5) % 11


def _dossiers(stretch: Stretch) -> dict[str, float]:
    """4.1 + 4.2 = 4.3 + 4.4 + 4.5 + 4.6 + 4.7; what was overdue is settled late in the next quarter.

    An apology is written once, when a dossier falls overdue, so that apologies add up over the quarters.
    Nothing is withdrawn (4.11), everything comes in electronically (4.12).
    """
    unit = stretch.unit
    opening = _open(unit, stretch.first - 1) + _overdue(unit, stretch.first - 1)
    received = stretch.total(lambda u, q: 110 + (u * 13 + q * 17) % 40)
    late = stretch.total(lambda u, q: _overdue(u, q - 1) + (u + q) % 2)
    pending, overdue = _open(unit, stretch.last), _overdue(unit, stretch.last)
    settled = opening + received - pending - overdue - late
    return {
        "4.1": opening,
        "4.2": received,
        "4.3": settled * 3 // 5,
        "4.4": settled - settled * 3 // 5,
        "4.5": late,
        "4.6": pending,
        "4.7": overdue,
        "4.8": 1 if unit == 2 and len(stretch.quarters) > 1 else 0,
        "4.10": stretch.total(lambda u, q: _overdue(u, q) + (u + q) % 2),
        "4.11": 0,
        "4.12": received,
    }


def _petitions(stretch: Stretch) -> dict[str, float]:
    """5.4 + 5.5 − 5.6 is carried on; 5.7 and 5.8 are of the whole province."""

    def left(quarter: int) -> int:
        return 3 + quarter % 3

    received = stretch.total(lambda _, q: 9 + q % 4)
    province = stretch.total(lambda _, q: 46 + q * 5 % 17)
    return {
        "5.3": 15 + stretch.last % 4,
        "5.4": left(stretch.first - 1),
        "5.5": received,
        "5.6": left(stretch.first - 1) + received - left(stretch.last),
        "5.7": province,
        "5.8": province - 4,
    }


def _letters(stretch: Stretch) -> dict[str, float]:
    def left(quarter: int) -> int:
        return 4 + quarter % 5

    new = {
        "6.3": stretch.total(lambda _, q: 11 + q % 5),
        "6.4": stretch.total(lambda _, q: 2 + q % 2),
        "6.5": stretch.total(lambda _, q: 23 + q * 3 % 7),
    }
    opening = left(stretch.first - 1)
    handled = opening + sum(new.values()) - left(stretch.last)
    complaints, accusations = handled // 4, handled // 8
    return {
        "6.1": stretch.total(lambda _, q: 58 + q * 7 % 19),
        "6.2": opening,
        **new,
        "6.6": handled,
        "6.7": 0,
        "6.8": complaints,
        "6.9": accusations,
        "6.10": handled - complaints - accusations,
        "6.11": handled,
    }


def _online(stretch: Stretch) -> dict[str, float]:
    received = stretch.total(lambda _, q: 3100 + q * 137 % 400)
    paid = stretch.total(lambda _, q: 1900 + q * 91 % 300)
    share = min(92, 58 + stretch.last % 40)
    online = received * share // 100
    return {
        "7.1": online,
        "7.2": received,
        "7.4": paid * (share - 10) // 100,
        "7.5": paid,
        "7.7": stretch.total(lambda u, q: 700 + (u * 50 + q * 33) % 200),
        "7.9": online * 2 // 3,
        "7.10": online - online * 2 // 3,
    }
