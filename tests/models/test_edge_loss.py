from __future__ import annotations

import pytest
import torch
from scarp.models.edge_loss import edge_loss, sobel

pytestmark = pytest.mark.usefixtures("one_cpu_thread")


def square(first, last, side=8):
    """Ones in rows 2 to 4 and in columns from ``first`` up to ``last``."""
    mask = torch.zeros(1, side, side)
    mask[0, 2:5, first:last] = 1.0
    return mask


def test_formula_3_on_a_step_and_a_ramp():
    step = torch.zeros(1, 3, 4)
    step[:, :, 2:] = 1.0
    # S_x over columns 0 to 2: (1 + 2 + 1) * (1 - 0); over columns 1 to 3 the same; upwards nothing changes.
    assert sobel(step).tolist() == [[[[4.0, 4.0]], [[0.0, 0.0]]]]
    # S_y counts what is above as positive: rows 0, 1 and 2 hold 0, 5 and 10, so 4 * (0 - 10).
    ramp = (5.0 * torch.arange(3.0))[None, :, None].expand(1, 3, 3)
    assert sobel(ramp).tolist() == [[[[0.0]], [[-40.0]]]]
    assert sobel(torch.rand(3, 28, 28)).shape == (3, 2, 26, 26)


def test_equal_masks_cost_nothing():
    torch.manual_seed(0)
    masks = torch.rand(5, 28, 28)
    assert edge_loss(masks, masks).item() == 0.0
    assert edge_loss(masks, masks, torch.rand(5, 28, 28)).item() == 0.0
    # Neither does the same height everywhere: it is the outlines that are compared.
    assert edge_loss(masks + 0.25, masks).item() == pytest.approx(0.0, abs=1e-10)


def test_a_square_shifted_by_one_column_by_hand():
    """A square of 3 x 3 in columns 2 to 4 against one in columns 3 to 5, in rows 2 to 4 of 8 x 8 pixels.

    The filters are linear, so the difference of gradients is the gradient of the difference D, which is 1 in column 2
    and -1 in column 5 of the three rows, else 0. The gradients have 6 x 6 values, around rows and columns 1 to 6.

    S_x = (1, 2, 1) upright times (-1, 0, 1) across. Across, with D's row (0, 0, 1, 0, 0, -1, 0, 0), D(c + 1) - D(c - 1)
    in columns 1 to 6: 1, 0, -1, -1, 0, 1; squares sum to 4. Upright, (1, 2, 1) over rows of 0, 0, 1, 1, 1, 0, 0, 0,
    around rows 1 to 6: 1, 3, 4, 3, 1, 0; squares sum to 36. Together 4 * 36 = 144.

    S_y = (1, 0, -1) upright times (1, 2, 1) across. Across, around columns 1 to 6: 1, 2, 1, -1, -2, -1; squares sum to
    12. Upright, above less below, around rows 1 to 6: -1, -1, 0, 1, 1, 0; squares sum to 4. Together 12 * 4 = 48.

    The mean over the 2 * 36 values: (144 + 48) / 72 = 8 / 3.
    """
    assert edge_loss(square(3, 6), square(2, 5)).item() == pytest.approx(8 / 3, rel=1e-6)
    # Squared: half as sure costs a quarter of what it would beyond an equal mask.
    half = square(2, 5) + 0.5 * (square(3, 6) - square(2, 5))
    assert edge_loss(half, square(2, 5)).item() == pytest.approx(8 / 3 / 4, rel=1e-6)
    # Of two regions, one of them right, the mean is half.
    both = torch.cat([square(3, 6), square(2, 5)])
    assert edge_loss(both, square(2, 5).expand(2, 8, 8)).item() == pytest.approx(4 / 3, rel=1e-6)


def test_unlabelled_pixels_and_their_neighbours_do_not_count():
    predicted, true, weights = square(3, 6), square(2, 5), torch.ones(1, 8, 8)
    weights[0, :, 4:] = 0.0
    # Gradients around columns 1 and 2 have all their pixels in columns 0 to 3. From the sums above: S_x across 1 and 0,
    # S_y across 1 and 2, so 1 * 36 + 5 * 4 over 2 * 6 * 2 values.
    assert edge_loss(predicted, true, weights).item() == pytest.approx((36 + 20) / 24, rel=1e-6)
    changed = predicted.clone()
    changed[0, :, 4:] = torch.rand(8, 4)
    assert edge_loss(changed, true, weights).item() == pytest.approx((36 + 20) / 24, rel=1e-6)
    assert edge_loss(predicted, true, torch.ones(1, 8, 8)).item() == pytest.approx(8 / 3, rel=1e-6)


@pytest.mark.parametrize("weights", [None, torch.zeros(3, 28, 28)])
def test_nothing_known_costs_nothing_and_has_a_gradient(weights):
    count = 0 if weights is None else 3
    predicted = torch.rand(count, 28, 28, requires_grad=True)
    loss = edge_loss(predicted, torch.rand(count, 28, 28), weights)
    loss.backward()
    assert loss.item() == 0.0
    assert not predicted.grad.any()


def test_half_precision_is_computed_in_full():
    torch.manual_seed(0)
    predicted, true = torch.rand(4, 28, 28).bfloat16(), torch.rand(4, 28, 28)
    loss = edge_loss(predicted, true)
    assert loss.dtype == torch.float32
    assert loss.item() == pytest.approx(edge_loss(predicted.float(), true).item(), rel=1e-6)


def test_where_all_else_is_computed_in_16_bits_it_is_not():
    torch.manual_seed(0)
    predicted, true = torch.rand(4, 28, 28), torch.rand(4, 28, 28)
    expected = edge_loss(predicted, true).item()
    with torch.autocast("cpu", torch.bfloat16):
        loss = edge_loss(predicted, true)
    assert loss.dtype == torch.float32
    assert loss.item() == pytest.approx(expected, rel=1e-6)
