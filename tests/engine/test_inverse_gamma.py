from __future__ import annotations

import numpy as np
import pytest
from scarp.engine.inverse_gamma import InverseGamma, fit_inverse_gamma

GUATEMALA = InverseGamma(1.40, 1280.0, -132.0)
"""The general distribution of Malamud et al. 2004, in m²."""


def drawn(law: InverseGamma, count: int, seed: int) -> np.ndarray:
    areas = law.a_m2 / np.random.default_rng(seed).gamma(law.rho, 1.0, count) + law.s_m2
    return areas[areas > 0]


def test_the_rollover_is_found():
    assert pytest.approx(401.3, abs=0.1) == GUATEMALA.mode_m2  # about 400 m², as the paper says
    modes = [fit_inverse_gamma(drawn(GUATEMALA, 1000, seed)).mode_m2 for seed in range(20)]
    assert np.mean(modes) == pytest.approx(401.3, abs=10.0)
    assert np.std(modes) < 30.0


def test_the_parameters_of_many_landslides():
    found = fit_inverse_gamma(drawn(GUATEMALA, 50_000, 1))
    assert (found.rho, found.a_m2, found.s_m2) == pytest.approx((1.40, 1280.0, -132.0), rel=0.05)
    # In another unit it is the same one.
    scaled = fit_inverse_gamma(drawn(GUATEMALA, 50_000, 1) * 1e-6)
    assert (scaled.rho, scaled.mode_m2) == pytest.approx((found.rho, found.mode_m2 * 1e-6), rel=1e-3)


def test_the_density_is_one_in_all_and_highest_at_the_mode():
    edges = np.geomspace(1e-3, 1e9, 400_001) + GUATEMALA.s_m2
    middles = (edges[1:] + edges[:-1]) / 2
    assert GUATEMALA.density(middles) @ np.diff(edges) == pytest.approx(1.0, abs=1e-3)
    near = np.arange(300.0, 500.0, 0.5)
    assert near[GUATEMALA.density(near).argmax()] == pytest.approx(GUATEMALA.mode_m2, abs=0.5)
    # a = s + a / ratio: at A = s + a the density is exp(-1) / (a gamma(rho)).
    assert GUATEMALA.density(np.array([1148.0])) == pytest.approx(np.exp(-1) / 1280 / 0.88726, rel=1e-4)


def test_no_other_parameters_are_likelier():
    areas = drawn(GUATEMALA, 800, 5)
    found = fit_inverse_gamma(areas)
    best = np.log(found.density(areas)).sum()
    for rho, a, s in ((1.02, 1, 0), (0.98, 1, 0), (1, 1.02, 0), (1, 0.98, 0), (1, 1, 5), (1, 1, -5)):
        near = InverseGamma(found.rho * rho, found.a_m2 * a, found.s_m2 + s)
        assert np.log(near.density(areas)).sum() < best


def test_areas_without_a_long_tail_have_none():
    random = np.random.default_rng(0)
    assert fit_inverse_gamma(random.normal(1000.0, 50.0, 500)) is None
    assert fit_inverse_gamma(random.uniform(10.0, 1000.0, 500)) is None
