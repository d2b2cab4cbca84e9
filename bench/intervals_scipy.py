"""How often 95 % intervals over few speakers hold the truth: the percentile bootstrap, scipy's BCa, the expanded
percentiles that SerLab has (Hesterberg 2015), and Student's t, on the test sets of StatisticsTruth.cs (accuracy)."""

import sys

import numpy as np
from scipy import optimize, stats

CLIPS, SKILL, SPREAD = 60, 0.65, np.hypot(0.5, 0.3)
TRIALS, DRAWS = 2000, 1000


def chance(logit):
    return 1 / (1 + np.exp(-logit))


def centre():
    z = stats.norm.ppf((np.arange(501) + 0.5) / 501)
    return optimize.brentq(lambda c: chance(c + SPREAD * z).mean() - SKILL, -5, 5)


def test_sets(random, speakers):
    skills = chance(centre() + SPREAD * random.standard_normal((TRIALS, speakers)))
    return random.binomial(CLIPS, skills) / CLIPS  # [trial, speaker]


def percentiles(random, shares, tail):
    bounds = []
    for trial in shares:
        draws = trial[random.integers(0, len(trial), (DRAWS, len(trial)))].mean(axis=1)
        bounds.append(np.quantile(draws, [tail, 1 - tail]))
    return np.transpose(bounds)


def bca(random, shares):
    bounds = []
    for trial in shares:
        interval = stats.bootstrap((trial,), np.mean, n_resamples=DRAWS, method="BCa", random_state=random)
        bounds.append(interval.confidence_interval)
    return np.transpose(bounds)


def student(shares):
    half = stats.t.ppf(0.975, shares.shape[1] - 1) * stats.sem(shares, axis=1)
    return shares.mean(axis=1) - half, shares.mean(axis=1) + half


def main():
    print("| speakers | percentile | BCa | expanded percentile | Student's t |\n| --- | --- | --- | --- | --- |")
    for speakers in (5, 10, 24):
        random = np.random.default_rng(speakers)
        shares = test_sets(random, speakers)
        expanded = stats.norm.cdf(-np.sqrt(speakers / (speakers - 1)) * stats.t.ppf(0.975, speakers - 1))
        found = [percentiles(random, shares, 0.025), bca(random, shares), percentiles(random, shares, expanded),
                 student(shares)]
        cells = [f"{100 * np.mean((low <= SKILL) & (SKILL <= high)):.1f} %" for low, high in found]
        print(f"| {speakers} | {' | '.join(cells)} |")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
