"""Tests of scarp.engine.memory."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from scarp.engine.contract import Contract
from scarp.engine.errors import ScarpError
from scarp.engine.memory import available_bytes, check_memory, needed_bytes

CONTRACT = Contract(
    kind="semantic", classes=("landslide",), bands=("red", "green", "blue"), value_range=(0, 255), tile_size=512,
    resolution_m=(0.5, 5.0), threshold=0.5, network={}, training={}, scores={}, version="1",
    memory_bytes_per_pixel=1000,
)  # fmt: skip


def test_each_part_of_the_estimate() -> None:
    base = needed_bytes(CONTRACT, 0, (512, 512), 1, 512)
    pixels = 512 * 512
    assert needed_bytes(CONTRACT, 1000, (512, 512), 1, 512) - base == 4000
    assert needed_bytes(CONTRACT, 0, (512, 512), 1, 1024) - base == pixels * 17
    assert needed_bytes(CONTRACT, 0, (512, 512), 2, 512) - base == pixels * (1000 + 5 * 17)
    assert needed_bytes(CONTRACT, 0, (512, 512), 1, 512, maps=3) - base == pixels * 2 * (8 + 4)
    assert needed_bytes(CONTRACT, 0, (512, 512), 1, 512, is_classified=True) - base == pixels * 5
    heavier = replace(CONTRACT, memory_bytes_per_pixel=3000)
    assert needed_bytes(heavier, 0, (512, 512), 1, 512) - base == pixels * 2000


def test_what_does_not_fit_is_refused_with_both_figures() -> None:
    with pytest.raises(ScarpError) as error:
        check_memory(12_340_000_000, 3_210_000_000)
    assert str(error.value) == (
        "The run would need about 12.3 GB of memory and 3.2 GB is free; set a smaller batch under Advanced, choose a "
        "smaller area, or close other programs."
    )


@pytest.mark.parametrize(("needed", "available"), [(5, 5), (5, 6), (10**15, None)])
def test_what_fits_or_cannot_be_known_is_let_through(needed: int, available: int | None) -> None:
    assert check_memory(needed, available) is None  # type: ignore[func-returns-value]


def test_available_memory_is_a_plausible_number() -> None:
    available = available_bytes()
    if available is None:
        assert not sys.platform.startswith(("linux", "win"))
    else:
        assert 10**6 < available < 10**14
