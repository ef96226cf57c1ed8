"""What a unit's report contradicts: the checks of the catalogue, what it said before, what others said of it."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from statistics import median

from cchc_metrics.importing import EXPLAINED
from cchc_metrics.importing.problems import Fault, error, info, warning
from cchc_metrics.importing.reports.report import UnitReport
from cchc_metrics.labels import format as fmt
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import listed
from cchc_metrics.metrics.reporting.expressions import BadExpressionError, Check, read_check
from cchc_metrics.metrics.reporting.obligations import Obligation, Row, rows_of_year
from cchc_metrics.model import Period
from cchc_metrics.schema import METRIC_CHECKS, SIGNED_REPORTS
from cchc_metrics.services.office.desk import Desk
from cchc_metrics.services.reporting.duties import Reporting
from cchc_metrics.services.reporting.figures import figures, reported
from cchc_metrics.services.reporting.joint import Disagreement, disagreements
from cchc_metrics.services.reporting.known import Known
from cchc_metrics.services.reporting.levels import check_words

# A figure so many times its usual level is pointed out, once there are so many earlier reports of the same window.
_JUMP, _ENOUGH_HISTORY, _YEARS_BACK = 5, 3, 6


def hold_against(desk: Desk, reporting: Reporting, owed: Obligation, report: UnitReport, known: Known) -> None:
    """Says of the cells of a report everything that they contradict."""
    _frozen(desk, owed, report)
    said = _with_nil(reporting, owed, report)
    for fault, codes in (
        *_crossed(desk, reporting, owed, report),
        *_carried(reporting, report, known),
        *_in_other_forms(report, known),
        *_shorter(reporting, report, said, known),
        *_jointly(reporting, owed, report, said, known),
        *_unusual(desk, reporting, owed, report),
    ):
        report.say(fault, codes)


def _with_nil(reporting: Reporting, owed: Obligation, report: UnitReport) -> dict[str, Fraction]:
    """The figures of a report, with 0 for the flows of tasks that it declares nil."""
    found = dict(report.numbers)
    for metric in reporting.owed_metrics(owed.unit_id, owed.window, owed.tasks):
        if metric.task in report.nil and metric.rule.kind == "flow":
            found.setdefault(metric.code, Fraction(0))
    return found


def _excused(code: str, message: str, report: UnitReport, codes: Sequence[str], *, hard: bool) -> Fault:
    """A contradiction as its force says; with the unit's own reason it is kept with it: a hard one as a warning."""
    reasons = "; ".join(dict.fromkeys(report.notes[one] for one in codes if one in report.notes))
    if not reasons:
        return error(code, message) if hard else warning(code, message)
    told = texts().reporting.explained.format(message=message, reason=reasons)
    return warning(f"{code}{EXPLAINED}", told) if hard else info(code, told)


def _frozen(desk: Desk, owed: Obligation, report: UnitReport) -> None:
    """A signed period takes corrections only with a reason: a warning, which asks for one."""
    signed = desk.facts(SIGNED_REPORTS, {"form_code": [owed.form_code], "period_id": [owed.window.period.id]})
    for number, day in zip(signed["number"], signed["signed_on"], strict=True):
        message = texts().reporting.period_signed.format(number=number, day=fmt.day(day))
        report.problems.of_file(warning("period_signed", message))


_Faults = list[tuple[Fault, tuple[str, ...]]]


def checks_of(desk: Desk, reporting: Reporting, year: int) -> list[tuple[Check, Row]]:
    """The cross-checks of a year with their rows; one that cannot be read is left out (the catalogue's import says)."""
    found: list[tuple[Check, Row]] = []
    for row in rows_of_year(desk.facts(METRIC_CHECKS), year):
        try:
            found.append((read_check(row["expression"], tuple(reporting.metrics)), row))
        except BadExpressionError:
            continue
    return found


def _crossed(desk: Desk, reporting: Reporting, owed: Obligation, report: UnitReport) -> _Faults:
    t, found = texts().reporting, []
    for check, row in checks_of(desk, reporting, owed.window.period.year):
        outcome = check.of(report.numbers)
        if outcome.holds is not False or outcome.left is None or outcome.right is None:
            continue
        words = check_words(check, row["message"] or row["check_code"], row["expression"], outcome.left, outcome.right)
        message = t.check_failed.format(words=words)
        hard = row["force"] == "hard"
        code = "report_check" if hard else "report_check_soft"
        found.append((_excused(code, message, report, check.codes, hard=hard), check.codes))
    return found


def _carried(reporting: Reporting, report: UnitReport, known: Known) -> _Faults:
    """This period's opening stock is last period's closing stock, and that of a report that began the same day."""
    t = texts().reporting
    found: _Faults = []
    for metric in reporting.metrics.values():
        given = report.numbers.get(metric.code)
        for opening in known.openings(metric) if given is not None else ():
            if given is not None and opening.value != given:
                words = t.opening_of_year if opening.of_year else t.opening_differs
                named = {"given": _shown(given), "due": _shown(opening.value), "period": fmt.period(opening.period_id)}
                message = words.format(**named)
                found.append((_excused("report_opening", message, report, [metric.code], hard=False), (metric.code,)))
    return found


def _in_other_forms(report: UnitReport, known: Known) -> _Faults:
    """A figure that two forms ask of a unit for one period is the same in both."""
    found: _Faults = []
    for code, given in report.numbers.items():
        due = known.beside.get(code, given)
        if due != given:
            message = texts().reporting.other_form.format(given=_shown(given), due=_shown(due))
            found.append((_excused("report_other_form", message, report, [code], hard=False), (code,)))
    return found


def _shorter(reporting: Reporting, report: UnitReport, numbers: Mapping[str, Fraction], known: Known) -> _Faults:
    """A cumulative flow is never below what was reported inside it, nor a shorter one above what holds it."""
    t = texts().reporting
    found: _Faults = []
    for metric in reporting.metrics.values():
        given = numbers.get(metric.code)
        if given is None or metric.rule.over_periods != "sum":
            continue
        least, most, where = known.at_least(metric.code), known.at_most(metric.code), (metric.code,)
        if least is not None and given < least[0]:
            periods = " + ".join(fmt.period(period) for period in least[1])
            message = t.cumulative_below_sum.format(given=_shown(given), part=_shown(least[0]), periods=periods)
            found.append((_excused("report_cumulative", message, report, where, hard=True), where))
        if most is not None and given > most[0]:
            message = t.longer_below.format(given=_shown(given), whole=_shown(most[0]), period=fmt.period(most[1]))
            found.append((_excused("report_longer", message, report, where, hard=False), where))
    return found


def _jointly(
    reporting: Reporting, owed: Obligation, report: UnitReport, numbers: Mapping[str, Fraction], known: Known
) -> _Faults:
    """The units of a split together: not below what their predecessor reported, opening with what it left."""
    found: _Faults = []
    for one in disagreements(reporting, owed, known, numbers):
        message = joint_words(reporting, one)
        found.append((_excused("report_joint", message, report, [one.code], hard=False), (one.code,)))
    return found


def joint_words(reporting: Reporting, one: Disagreement) -> str:
    """What several units say together that cannot be."""
    t = texts().reporting
    words = t.joint_opening if one.opening else t.joint_below
    return words.format(
        units=listed([reporting.units[unit].name for unit in one.units]),
        given=_shown(one.given),
        due=_shown(one.due),
        periods=" + ".join(fmt.period(period) for period in one.periods),
    )


def _unusual(desk: Desk, reporting: Reporting, owed: Obligation, report: UnitReport) -> _Faults:
    """A flow far above the unit's own reports of the same window in earlier years: information, not a warning."""
    years = range(owed.window.period.year - _YEARS_BACK, owed.window.period.year)
    back = [Period(year, owed.window.period.window).id for year in years]
    held = reported(desk, owed.form_code, back)
    earlier = [figures(held, owed.unit_id, period) for period in back]
    found: _Faults = []
    for code, value in report.numbers.items():
        history = [values[code] for values in earlier if code in values]
        metric = reporting.metrics.get(code)
        if metric is None or metric.rule.kind != "flow" or len(history) < _ENOUGH_HISTORY:
            continue
        usual = median(history)
        if usual > 0 and value > _JUMP * usual:
            message = texts().reporting.unusual.format(given=_shown(value), usual=_shown(usual), count=len(history))
            found.append((info("report_unusual", message), (code,)))
    return found


def _shown(value: Fraction) -> str:
    return fmt.plain(round(float(value), 6))
