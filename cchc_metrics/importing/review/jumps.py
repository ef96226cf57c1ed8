"""Changes on the year before that stand out from the change of everybody else."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from cchc_metrics.importing.cells import Flags, Floats, Ints, combine, groups
from cchc_metrics.importing.problems import warning
from cchc_metrics.importing.review.remarks import Remark, others_too
from cchc_metrics.importing.review.standing import FileStanding
from cchc_metrics.labels import texts
from cchc_metrics.labels.format import plain, signed
from cchc_metrics.metrics.trend import breaks_between
from cchc_metrics.model import Period

_FAR = 6.0  # robust z
_SHARE = 0.1  # of the maximum
_PEERS = 20  # provinces with both years
_MAD_TO_SIGMA, _MEAN_TO_SIGMA = 1.482602, 1.253314
# A spread below the rounding of the values is no spread.
_ROUNDING = 1e-5
_WINDOWS = ("", "Q1", "6M", "Q3", "FY")


@dataclass(frozen=True, slots=True)
class _Steps:
    """Changes of provinces from one period to the same a year later.

    before, after: positions of the scores · step: criterion, score kind and period as one code · medians: the middle
    change of each step · z: the robust z of each change.
    """

    before: Ints
    after: Ints
    step: Ints
    change: Floats
    medians: Floats
    z: Floats


def jumps(standing: FileStanding) -> Iterator[Remark]:
    """A change that differs from the median change of all provinces by a robust z above 6, and exceeds 10% of the
    maximum; never across a break or between two frameworks (docs/methodology.md «Checks of a file»).

    z = (change − median) / (1,4826 · MAD); where more than half changed alike, the mean absolute deviation (· 1,2533)
    takes the place of the MAD. At least 20 provinces have both years; one of the two scores is the file's.
    """
    steps = _steps(standing)
    far = (np.abs(steps.z) > _FAR) & (np.abs(steps.change) > _SHARE * standing.maxima[steps.after])
    far &= (steps.before < standing.filed) | (steps.after < standing.filed)
    wanted = np.zeros(int(steps.step.max(initial=-1)) + 1, dtype=np.bool_)
    wanted[steps.step[far]] = True
    for step, at in groups(np.where(far, steps.step, -1), wanted):
        if not _broken(standing, int(steps.before[at[0]]), int(steps.after[at[0]])):
            yield _remark(standing, steps, at, float(steps.medians[step]))


def _remark(standing: FileStanding, steps: _Steps, at: Ints, median: float) -> Remark:
    worst = int(at[np.argmax(np.abs(steps.z[at]))])
    before, after = int(steps.before[worst]), int(steps.after[worst])
    message = texts().findings.jump.format(
        subject=standing.subject(after),
        name=standing.name(after),
        old=plain(standing.numbers[before]),
        new=plain(standing.numbers[after]),
        change=signed(float(steps.change[worst])),
        median=signed(median),
        others=others_too(len(at) - 1),
    )
    # The later score is where the jump is read, unless only the earlier is the file's.
    cells = np.where(steps.after[at] < standing.filed, steps.after[at], steps.before[at])
    return Remark(warning("jump", message), cells, plain(standing.numbers[after]) if len(at) == 1 else "")


def _steps(standing: FileStanding) -> _Steps:
    """The steps that have enough provinces and one change worth judging."""
    at = np.flatnonzero(~np.isnan(standing.numbers) & ~np.isnan(standing.maxima) & standing.provinces)
    chain, _ = combine(standing.trait[at], standing.kind.codes[at])
    periods = [Period.parse(word) for word in standing.period.words]
    clock = np.array([_WINDOWS.index(one.window) * 1024 + one.year % 1024 for one in periods], dtype=np.int64)
    time = clock[standing.period.codes[at]]
    keys = (chain * len(standing.entity.words) + standing.entity.codes[at]) * 8192 + time
    order = np.argsort(keys, kind="stable")
    near = np.flatnonzero(np.diff(keys[order]) == 1)
    before, after = at[order[near]], at[order[near + 1]]
    step = chain[order[near + 1]] * 8192 + time[order[near + 1]]
    change = standing.numbers[after] - standing.numbers[before]
    new = (before < standing.filed) | (after < standing.filed)
    kept, step = _worth(step, new & (np.abs(change) > _SHARE * standing.maxima[after]))
    change = change[kept]
    medians = _medians(change, step)
    return _Steps(before[kept], after[kept], step, change, medians, _robust_z(change - medians[step], step))


def _worth(step: Ints, candidate: Flags) -> tuple[Flags, Ints]:
    """Which changes belong to steps with a candidate and enough provinces, and the step of each of those."""
    codes, _ = combine(step)
    size = int(codes.max(initial=-1)) + 1
    enough = np.bincount(codes, minlength=size) >= _PEERS
    hopeful = np.bincount(codes[candidate], minlength=size) > 0
    kept = (enough & hopeful)[codes]
    left, _ = combine(codes[kept])
    return kept, left


def _robust_z(off: Floats, step: Ints) -> Floats:
    """How far each change is off the middle one, in spreads of its step."""
    spread = np.abs(off)
    sigma = _MAD_TO_SIGMA * _medians(spread, step)
    mean = _MEAN_TO_SIGMA * np.bincount(step, spread) / np.maximum(np.bincount(step), 1)
    sigma = np.where(sigma > _ROUNDING, sigma, mean)[step]
    return np.divide(off, sigma, out=np.zeros(len(off)), where=sigma > _ROUNDING)


def _medians(values: Floats, step: Ints) -> Floats:
    """The median of each step."""
    ordered = values[np.lexsort((values, step))]
    sizes = np.bincount(step)
    starts = np.cumsum(sizes) - sizes
    middle: Floats = (ordered[starts + (sizes - 1) // 2] + ordered[starts + sizes // 2]) / 2
    return middle


def _broken(standing: FileStanding, before: int, after: int) -> bool:
    """Whether a break lies between two scores of a criterion, by the rule of every series (``breaks_between``)."""
    index_code, _, node_code = standing.traits.keys[int(standing.trait[after])]
    years = [standing.period.words[int(standing.period.codes[at])][:4] for at in (before, after)]
    known = standing.snapshot
    return bool(breaks_between(known.nodes, known.breaks, index_code, node_code, years)["broken"].any())
