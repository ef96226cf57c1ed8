"""How often spans of ranks held: next year's actual rank, year by year, and truths that are known."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from cchc_metrics.metrics import certainty
from cchc_metrics.metrics.exact import Floats
from cchc_metrics.metrics.noise import panel_noise
from cchc_metrics.services.indices.panel import yearly_changes

CONFIDENCE, STEPS, SEED = 0.9, 3, 20250701
_RULES = ("rank span", "next survey", "score ± noise")


def next_ranks(runs: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Next year's actual rank against the spans of the year before: origin, rule, n, inside.

    runs: one node, entity × year. The noise of a year is that of changes up to it. «score ± noise» draws about the
    scores themselves, without a prior: what a plain simulation would say.
    """
    rows = []
    changes = yearly_changes(tuple(runs))
    for run in runs:
        for before, after in zip(run.columns[:-1], run.columns[1:], strict=True):
            known = changes[[year for year in changes.columns if year <= before]]
            noise = panel_noise(known, int(before), STEPS) if known.shape[1] else None
            both = run[[before, after]].dropna()
            if noise is not None:
                rows += [(int(after), rule, len(both), held) for rule, held in _held(both, noise.upper).items()]
    return pd.DataFrame(rows, columns=["year", "rule", "n", "inside"])


def _held(both: pd.DataFrame, upper: float) -> dict[str, int]:
    now, errors = both.iloc[:, 0], pd.Series(upper, index=both.index)
    true = certainty.true_scores(now, errors, draws=1000)
    plain = now.to_numpy() + upper * np.random.default_rng(SEED).standard_normal((1000, len(now)))
    had = certainty.drawn_ranks(both.iloc[:, 1].to_numpy(dtype="float64")[np.newaxis, :])[0]
    drawn = (true, certainty.measured_again(true, errors), plain)
    return {rule: _inside(now, one, had) for rule, one in zip(_RULES, drawn, strict=True)}


def _inside(values: pd.Series, drawn: Floats, had: Floats) -> int:
    spans = certainty.rank_spans(values, drawn, confidence=CONFIDENCE).set_index("entity_id").loc[list(values.index)]
    return int(((spans["rank_low"] <= had) & (had <= spans["rank_high"])).sum())


def simulated(worlds: int = 200) -> pd.DataFrame:
    """Coverage of true ranks where the truth is known: shape, rule, coverage (61 provinces, noise 1)."""
    generator = np.random.default_rng(SEED)
    shapes = {
        "normal, spread 1.5": lambda: generator.normal(0, 1.5, 61),
        "normal, spread 0.5": lambda: generator.normal(0, 0.5, 61),
        "heavy tails (t, 4 degrees)": lambda: generator.standard_t(4, 61),
        "two groups": lambda: generator.choice([-1.5, 1.5], 61) + generator.normal(0, 0.6, 61),
    }
    rows = []
    for name, draw in shapes.items():
        shares = np.mean([_world(draw(), generator) for _ in range(worlds)], axis=0)
        rows += [(name, rule, share) for rule, share in zip(("rank span", "all at once"), shares, strict=True)]
    return pd.DataFrame(rows, columns=["shape", "rule", "coverage"])


def _world(truth: Floats, generator: np.random.Generator) -> tuple[float, float]:
    names = [str(number) for number in range(len(truth))]
    seen = pd.Series(truth + generator.normal(0, 1, len(truth)), index=names)
    errors = pd.Series(1.0, index=names)
    ranks = certainty.drawn_ranks(truth[np.newaxis, :])[0]
    spans = _inside(seen, certainty.true_scores(seen, errors, draws=400), ranks)
    sets = certainty.rank_sets(seen, errors, confidence=CONFIDENCE, draws=400).set_index("entity_id").loc[names]
    sure = ((sets["rank_low"] <= ranks) & (ranks <= sets["rank_high"])).mean()
    return spans / len(names), float(sure)
