from __future__ import annotations

import math

import pytest
from scarp.ui.axis import range_of, ticks


@pytest.mark.parametrize(("low", "high", "most", "whole", "expected"), [
    (0.0, 1.0, 5, False, [0.0, 0.5, 1.0]), (0.0, 4.0, 5, True, [0, 1, 2, 3, 4]), (0, 1, 8, True, [0, 1]),
    (0, 200, 8, True, [0, 50, 100, 150, 200]), (0.21, 0.29, 5, False, [0.22, 0.24, 0.26, 0.28]),
    (3e-5, 9e-5, 5, False, [4e-5, 6e-5, 8e-5]), (-1.0, 1.0, 5, False, [-1.0, -0.5, 0.0, 0.5, 1.0]),
])  # fmt: skip
def test_round_numbers(low, high, most, whole, expected):
    assert ticks(low, high, most, whole) == pytest.approx(expected)


@pytest.mark.parametrize(("values", "expected"), [
    ([0.9, 0.5, 0.3, math.nan], (0.0, 0.945)), ([0.8, 0.9], (0.795, 0.905)), ([0.5], (0.475, 0.525)),
    ([math.nan], (0.0, 1.05)), ([], (0.0, 1.05)), ([0.0], (0.0, 1.0)), ([-2.0, 2.0], (-2.2, 2.2)),
])  # fmt: skip
def test_range_shows_all_values(values, expected):
    assert range_of(values) == pytest.approx(expected)
