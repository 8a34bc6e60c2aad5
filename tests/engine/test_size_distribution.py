from __future__ import annotations

import math

import numpy as np
import pytest
from scarp.engine.errors import Cancelled
from scarp.engine.progress import Quiet
from scarp.engine.size_distribution import SizeDistribution, area_classes, decades, frequency_densities
from scarp.tests.engine.test_inverse_gamma import GUATEMALA, drawn
from scarp.tests.engine.test_power_law import pareto


def test_classes_of_size():
    areas = np.array([5.0, 99.9, 100.0, 150.0, 1000.0])
    found = [(each.low_m2, each.high_m2, each.count, each.area_m2) for each in area_classes(areas, (100.0, 500.0))]
    assert found == [(0.0, 100.0, 2, 104.9), (100.0, 500.0, 2, 250.0), (500.0, math.inf, 1, 1000.0)]
    # An empty class is one, too.
    assert [each.count for each in area_classes(areas, (1.0, 100.0, 1e6))] == [0, 2, 3, 0]


def test_powers_of_ten_where_no_limits_are_given():
    assert decades(35.0, 54_000.0) == (100.0, 1000.0, 10_000.0)
    assert decades(100.0, 1000.0) == (1000.0,)
    assert decades(0.02, 0.5) == (0.1,)
    assert [each.low_m2 for each in area_classes(np.array([35.0, 54_000.0]), ())] == [0.0, 100.0, 1000.0, 10_000.0]
    assert [(each.low_m2, each.high_m2) for each in area_classes(np.array([35.0, 40.0]), ())] == [(0.0, math.inf)]


def test_frequency_density():
    # Two in 100 to 158 m², one in 1000 to 1585 m²: five bins a decade.
    middles, densities = frequency_densities(np.array([100.0, 120.0, 1500.0]))
    assert middles == pytest.approx([10**2.1, 10**3.1])
    assert densities == pytest.approx([2 / 3 / (10**2.2 - 100), 1 / 3 / (10**3.2 - 1000)])
    middles, densities = frequency_densities(np.full(7, 900.0))
    assert (len(middles), densities[0]) == (1, pytest.approx(1 / (1000 - 10**2.8)))
    # Of many, ten a decade: the slope in logarithms is that of the law.
    middles, densities = frequency_densities(pareto(100_000, 2.4, 100.0, 1))
    near = middles < 5000
    assert np.polyfit(np.log(middles[near]), np.log(densities[near]), 1)[0] == pytest.approx(-2.4, abs=0.03)
    assert np.diff(np.log10(middles[:5])) == pytest.approx([0.1] * 4)


def test_tail_and_rollover_of_an_inventory():
    found = SizeDistribution.of(drawn(GUATEMALA, 3000, 2), 0, Quiet())
    assert found.rollover_m2 == pytest.approx(401.0, abs=40.0)
    assert found.shape.rho == pytest.approx(1.4, abs=0.2)
    assert found.tail.minimum_m2 > found.rollover_m2
    assert math.isnan(found.p_value) and found.notes == ()


def test_what_was_cut_off_has_no_rollover():
    found = SizeDistribution.of(pareto(1000, 2.4, 100.0, 4), 20, Quiet())
    assert math.isnan(found.rollover_m2)
    assert abs(found.tail.alpha - 2.4) < 2 * found.tail.error
    assert found.p_value > 0.1
    assert found.notes == (
        "No rollover is given. The frequency density does not fall towards the smallest landslides, or they were not "
        "mapped.",
    )


def test_what_falls_from_the_start_has_no_rollover():
    found = SizeDistribution.of(np.random.default_rng(1).exponential(1000.0, 500), 0, Quiet())
    assert math.isnan(found.rollover_m2)
    assert any("does not fall towards the smallest" in note for note in found.notes)


def test_a_tail_that_is_none():
    found = SizeDistribution.of(np.random.default_rng(1).uniform(100.0, 1000.0, 2000), 20, Quiet())
    assert found.p_value == 0.0
    assert found.notes[:2] == (
        "The tail spans only a factor of 1.0 of area, so that other laws would fit it as well; do not extrapolate it.",
        "The tail is hardly a power law (p = 0.00). Areas in steps, as of polygons that follow the pixels of a coarse "
        "image, lower p, too.",
    )


def test_what_has_no_long_tail():
    found = SizeDistribution.of(np.random.default_rng(0).normal(1000.0, 50.0, 500), 0, Quiet())
    assert found.shape is None and math.isnan(found.rollover_m2)
    assert "No rollover is given. The areas have no long tail, as those of landslides do." in found.notes


def test_too_few_and_alike():
    few = SizeDistribution.of(np.arange(1.0, 50.0), 0, Quiet())
    assert (few.tail, few.shape, math.isnan(few.rollover_m2)) == (None, None, True)
    assert few.notes == ("No power-law tail and no rollover are fitted. There are 49 landslides, and it takes 50.",)
    alike = SizeDistribution.of(np.full(80, 25.0), 0, Quiet())
    assert (alike.tail, alike.shape) == (None, None)
    assert alike.notes == ("No power-law tail and no rollover are fitted. All landslides are of about the same area.",)
    one_smaller = SizeDistribution.of(np.r_[np.full(49, 900.0), 1.0], 0, Quiet())
    assert (one_smaller.tail.count, one_smaller.tail.minimum_m2) == (50, 1.0)


def test_cancelling(progress):
    progress.cancel_after = 3
    with pytest.raises(Cancelled):
        SizeDistribution.of(pareto(500, 2.0, 1.0, 0), 1000, progress)
