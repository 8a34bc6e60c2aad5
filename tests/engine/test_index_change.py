from __future__ import annotations

import numpy as np
import pytest
from scarp.engine.alignment import Shift
from scarp.engine.errors import Cancelled
from scarp.engine.index_change import index_change
from scarp.engine.polygon_pixels import box_wkb
from scarp.engine.progress import Quiet
from scarp.engine.vegetation import BandSource
from scarp.tests.conftest import METRE, wkt


def box(column: float, row: float, right: float, bottom: float) -> bytes:
    west, north, east, south = 500000 + column, 4000000 - row, 500000 + right, 4000000 - bottom
    return box_wkb(np.array([[west, north], [east, north], [east, south], [west, south]]))


def image(raster, name: str, index: np.ndarray, **arguments) -> BandSource:
    """An image whose green index is as given."""
    pixels = np.stack([1 - index, 1 + index, np.ones_like(index)]).astype(np.float32)
    return BandSource(raster(pixels, name, **arguments), {})


def test_change_beyond_that_of_the_surroundings(raster, progress):
    before, after = np.full((100, 200), 0.3), np.full((100, 200), 0.3)
    after[:, :100] -= 0.1  # haze in the west
    after[:, 100:] += 0.2
    before[40:50, 140:150] = after[40:50, 140:150] = 0.0  # an old one
    after[40:50, 40:50] = after[40:60, 170:180] = -0.1  # two new ones
    images = image(raster, "b.tif", before), image(raster, "a.tif", after)
    polygons = [box(140, 40, 150, 50), box(40, 40, 50, 50), box(170, 40, 180, 60), b""]
    found = index_change(*images, "green", polygons, wkt(32654), None, progress)
    assert found.before[:3] == pytest.approx([0.0, 0.3, 0.3], abs=1e-6)
    assert found.after[:3] == pytest.approx([0.0, -0.1, -0.1], abs=1e-6)
    assert found.change[:3] == pytest.approx([-0.2, -0.3, -0.6], abs=1e-6)
    assert np.isnan([found.before[3], found.after[3], found.change[3]]).all()
    assert any(info.endswith("around the landslides (median): +0.200.") for info in progress.infos)


def test_other_polygons_are_no_surroundings(raster):
    before, after = np.full((100, 100), 0.3), np.full((100, 100), 0.2)
    after[10:90, 10:90] = -0.2
    polygons = [box(40, 40, 50, 50), *(box(x, 10, x + 16, 90) for x in range(10, 90, 16))]
    found = index_change(
        image(raster, "b.tif", before), image(raster, "a.tif", after), "green", polygons, wkt(32654), None, Quiet()
    )
    assert found.change == pytest.approx(np.full(6, -0.4), abs=1e-6)


def test_without_any_ground_it_says_so(raster, progress):
    images = (image(raster, name, np.full((20, 20), value)) for name, value in (("b.tif", 0.3), ("a.tif", 0.1)))
    found = index_change(*images, "green", [box(0, 0, 20, 20)], wkt(32654), None, progress)
    assert found.change == pytest.approx([-0.2], abs=1e-6)
    assert progress.warnings[0].startswith("There is no ground between the landslides that both images show")


def test_wider_surroundings_and_those_of_others(raster):
    before, after = np.full((300, 300), 0.3), np.full((300, 300), 0.1)
    before[:90, :90] = np.nan
    before[40:50, 40:50] = 0.3  # an island that is seen in nodata: there is ground further away
    images = image(raster, "b.tif", before), image(raster, "a.tif", after)
    found = index_change(*images, "green", [box(40, 40, 50, 50)], wkt(32654), None, Quiet())
    assert found.change == pytest.approx([0.0], abs=1e-6)
    before[:260, :260] = np.nan
    before[40:50, 40:50] = 0.3  # there is none; that of another polygon is taken
    images = image(raster, "b2.tif", before), image(raster, "a2.tif", after)
    polygons = [box(40, 40, 50, 50), box(280, 280, 285, 285)]
    found = index_change(*images, "green", polygons, wkt(32654), None, Quiet())
    assert found.change == pytest.approx([0.0, 0.0], abs=1e-6)


def test_other_resolution_and_a_shift(raster):
    before, after = np.full((50, 50), 0.3), np.full((100, 100), 0.3)
    before[20:25, 20:25] = 0.0
    after[40:50, 46:56] = 0.0  # the same, which the image before shows 6 m further west
    coarse = image(raster, "b.tif", before, geotransform=(METRE[0], 2.0, 0.0, METRE[3], 0.0, -2.0))
    fine = image(raster, "a.tif", after)
    polygons = [box(46, 40, 56, 50)]
    shift = Shift(6.0, 0.0, wkt(32654), (500050.0, 3999950.0))
    moved = index_change(coarse, fine, "green", polygons, wkt(32654), shift, Quiet())
    assert moved.change == pytest.approx([0.0], abs=1e-6)
    as_it_lies = index_change(coarse, fine, "green", polygons, wkt(32654), None, Quiet())
    assert as_it_lies.change == pytest.approx([-0.18], abs=1e-6)


def test_cancel(raster, progress):
    images = [image(raster, name, np.full((20, 20), 0.3)) for name in ("b.tif", "a.tif")]
    for after in (0, 1, 2, 3):
        progress.asked, progress.cancel_after = 0, after
        with pytest.raises(Cancelled):
            index_change(*images, "green", [box(2, 2, 4, 4)], wkt(32654), None, progress)
