from __future__ import annotations

import math

import numpy as np
import pytest
from scarp.models.average_precision import InstanceCounts


def box(top, left, bottom, right, side=20):
    mask = np.zeros((side, side), bool)
    mask[top:bottom, left:right] = True
    return mask


LANDSLIDES = np.stack([box(0, 0, 5, 5), box(10, 10, 16, 16)])
NOTHING = np.zeros((0, 20, 20), bool)


def counted(scores, found, true=LANDSLIDES, ignored=None, **more):
    counts = InstanceCounts.empty()
    counts.add(np.array(scores), np.reshape(found, (-1, 20, 20)), true, ignored, **more)
    return counts


def numbers(counts):
    return int(counts.right.sum()), int(counts.wrong.sum()), counts.landslides


def test_perfect():
    counts = counted([0.3, 0.9], LANDSLIDES)
    assert numbers(counts) == (2, 0, 2)
    assert np.flatnonzero(counts.right).tolist() == [300, 900]
    assert counts.average_precision == 1.0


def test_half_of_the_landslides():
    """Precision 1 up to recall 0.5, which is 51 of the 101 recalls, and nothing beyond."""
    assert counted([0.9], LANDSLIDES[:1]).average_precision == pytest.approx(51 / 101)


def test_a_duplicate_is_wrong():
    """By score: right, wrong, right. Precision 1 to recall 0.5 (51 recalls), then 2 / 3 (50 recalls)."""
    counts = counted([0.9, 0.8, 0.7], [LANDSLIDES[0], LANDSLIDES[0], LANDSLIDES[1]])
    assert numbers(counts) == (2, 1, 2)
    assert counts.average_precision == pytest.approx((51 + 50 * 2 / 3) / 101)


def test_a_wrong_one_before_all_others_lowers_precision_everywhere():
    """By score: wrong, right, right. Precision 1 / 2 at recall 0.5, 2 / 3 at 1; the better one beyond counts: 2 / 3."""
    counts = counted([0.95, 0.9, 0.8], [box(0, 10, 5, 15), *LANDSLIDES])
    assert counts.average_precision == pytest.approx(2 / 3)


def test_the_order_of_scores_decides_not_that_of_the_list():
    counts = counted([0.5, 0.9], [box(0, 0, 5, 5), box(0, 0, 5, 4)], LANDSLIDES[:1])
    # The second covers 20 of 25 pixels, is surer, and takes the landslide.
    assert np.flatnonzero(counts.right).tolist() == [900]
    assert np.flatnonzero(counts.wrong).tolist() == [500]


def test_of_two_landslides_the_one_that_is_overlapped_more_is_taken():
    true = np.stack([box(0, 0, 5, 10), box(5, 0, 10, 10)])
    # Rows 1 to 8: 4 rows of the first, 3 of the second, so 40 / (70 + 50 - 40) = 0.5 of the first.
    counts = counted([0.9, 0.8], [box(1, 0, 8, 10), box(5, 0, 10, 10)], true)
    assert numbers(counts) == (2, 0, 2)


@pytest.mark.parametrize(("rows", "right"), [(10, 1), (9, 0)])
def test_half_an_overlap_is_enough(rows, right):
    """A landslide of 20 rows: 10 of them are 0.5 of the union, 9 are 0.45."""
    counts = counted([0.9], box(0, 0, rows, 5), box(0, 0, 20, 5)[None])
    assert numbers(counts) == (right, 1 - right, 1)
    assert numbers(counted([0.9], box(0, 0, rows, 5), box(0, 0, 20, 5)[None], overlap=0.44))[0] == 1


def test_on_unlabelled_ground_an_instance_counts_neither_way():
    ignored = box(0, 10, 20, 20)
    on_it, half, mostly_off = box(0, 12, 4, 16), box(0, 8, 4, 12), box(0, 5, 4, 12)
    counts = counted([0.9, 0.8, 0.7], [on_it, half, mostly_off], LANDSLIDES[:1], ignored)
    assert numbers(counts) == (0, 1, 1)
    assert np.flatnonzero(counts.wrong).tolist() == [700]


def test_what_an_instance_has_of_unlabelled_ground_lowers_no_overlap():
    """A landslide of 5 x 5 beside unlabelled ground; the instance goes on there, by more than it has of the slide."""
    true, ignored = box(0, 5, 5, 10)[None], box(0, 10, 20, 20)
    assert numbers(counted([0.9], box(0, 5, 5, 18), true, ignored)) == (1, 0, 1)
    assert numbers(counted([0.9], box(0, 5, 5, 18), true)) == (0, 1, 1)


def test_nothing_found_and_nothing_to_find():
    assert counted([], NOTHING).average_precision == 0.0
    assert math.isnan(counted([], NOTHING, NOTHING).average_precision)
    only_wrong = counted([0.4], LANDSLIDES[:1], NOTHING)
    assert numbers(only_wrong) == (0, 1, 0)
    assert math.isnan(only_wrong.average_precision)
    assert math.isnan(InstanceCounts.empty().average_precision)
    # An instance of no pixel covers nothing.
    assert numbers(counted([0.4], NOTHING[:0].any(0)[None])) == (0, 1, 2)


def test_counts_of_images_add_up():
    one = counted([0.9, 0.8], [LANDSLIDES[0], LANDSLIDES[0]])
    two = counted([0.85], LANDSLIDES[1], LANDSLIDES[1:])
    together = InstanceCounts.empty()
    together.add(np.array([0.9, 0.8]), LANDSLIDES[[0, 0]], LANDSLIDES)
    together.add(np.array([0.85]), LANDSLIDES[1:], LANDSLIDES[1:])
    both = one + two
    assert numbers(both) == numbers(together) == (2, 1, 3)
    assert (both.right == together.right).all()
    assert (both.wrong == together.wrong).all()
    # By score: right, right, wrong of 3 landslides: precision 1 to recall 2 / 3, so at recalls 0.00 to 0.66.
    assert both.average_precision == together.average_precision == pytest.approx(67 / 101)
    assert numbers(one) == (1, 1, 2)  # what is added to stays
