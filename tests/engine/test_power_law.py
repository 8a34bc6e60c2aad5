from __future__ import annotations

import numpy as np
import pytest
from scarp.engine.errors import Cancelled
from scarp.engine.power_law import LEAST_TAIL, PowerLaw, fit_power_law, plausibility
from scarp.engine.progress import Quiet


def pareto(count: int, alpha: float, minimum: float, seed: int) -> np.ndarray:
    return minimum * (1.0 - np.random.default_rng(seed).random(count)) ** (-1.0 / (alpha - 1.0))


@pytest.mark.parametrize("alpha", [1.8, 2.4, 3.5])
def test_the_exponent_is_found_within_its_error(alpha):
    laws = [fit_power_law(pareto(1000, alpha, 100.0, seed)) for seed in range(30)]
    off = np.array([(law.alpha - alpha) / law.error for law in laws])
    # Errors that are right have a mean of 0 and a spread of 1.
    assert abs(off.mean()) < 0.5
    assert 0.7 < off.std() < 1.4
    assert {law.total for law in laws} == {1000}


def test_where_the_tail_begins():
    drawn = np.random.default_rng(7)
    areas = np.concatenate([drawn.uniform(10.0, 500.0, 3000), pareto(3000, 2.5, 500.0, 7)])
    law = fit_power_law(areas)
    assert law.minimum_m2 == pytest.approx(500.0, rel=0.1)
    assert abs(law.alpha - 2.5) < 2 * law.error
    assert law.error == pytest.approx((law.alpha - 1) / np.sqrt(law.count))
    assert law.count == (areas >= law.minimum_m2).sum()


def test_the_exponent_of_a_known_tail():
    # With one candidate alone, alpha is 1 + n / sum(ln(A / A_min)).
    areas = np.r_[np.full(LEAST_TAIL - 1, 100.0 * np.e), 100.0]
    law = fit_power_law(areas)
    assert (law.minimum_m2, law.count) == (100.0, 50)
    assert law.alpha == pytest.approx(1 + 50 / 49)
    # The law has 1 - e ** (1 - alpha) of the landslides below the step, the landslides 1 / 50.
    assert law.distance == pytest.approx(1 - np.exp(-50 / 49) - 1 / 50)


def test_the_density_is_that_of_all_landslides():
    law = PowerLaw(2.0, 0.1, 100.0, 50, 200, 0.0)
    assert law.density(np.array([100.0, 1000.0])) == pytest.approx([0.25 / 100, 0.25 / 10_000])


def test_many_areas_are_fitted_as_well():
    law = fit_power_law(pareto(50_000, 2.2, 30.0, 1))
    assert abs(law.alpha - 2.2) < 2.5 * law.error
    assert law.count > 20_000


def test_too_few_or_alike():
    assert fit_power_law(pareto(LEAST_TAIL - 1, 2.0, 1.0, 0)) is None
    assert fit_power_law(np.full(500, 9.0)) is None
    nearly = np.linspace(9.0, 9.05, 60)
    assert fit_power_law(nearly) is None
    # A tail of one value has no exponent, so it begins at a smaller one.
    assert fit_power_law(np.r_[nearly, 1.0]).minimum_m2 == 1.0


def test_plausibility(progress):
    areas = pareto(600, 2.4, 100.0, 3)
    assert plausibility(areas, fit_power_law(areas), 40, progress) > 0.2
    assert progress.values[-1] == 100.0
    other = np.random.default_rng(1).uniform(100.0, 1000.0, 2000)
    assert plausibility(other, fit_power_law(other), 20, Quiet()) == 0.0
    progress.cancel_after = progress.asked + 2
    with pytest.raises(Cancelled):
        plausibility(areas, fit_power_law(areas), 40, progress)
