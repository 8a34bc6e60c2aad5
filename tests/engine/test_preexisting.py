from __future__ import annotations

import math

import numpy as np
import pytest
from osgeo import ogr
from scarp.engine.alignment import Shift
from scarp.engine.errors import ScarpError
from scarp.engine.polygon_pixels import box_wkb
from scarp.engine.preexisting import MARGIN_PX, Evidence, Rules, Verdict, boxes_to_extract, judge, probability_before
from scarp.engine.progress import Quiet
from scarp.tests.conftest import wkt

RULES = Rules(threshold=0.5, share=0.5, index_loss=0.04, min_slope_deg=3.0)
BOTH = Rules(threshold=0.5, share=0.5, index_loss=0.04, is_all_needed=True)
NAN = math.nan


@pytest.mark.parametrize(
    ("evidence", "any_of", "all_of"),
    [
        (Evidence(pre_share=0.5), True, True),
        (Evidence(pre_share=0.49), False, False),
        (Evidence(index_change=-0.03), True, True),
        (Evidence(index_change=-0.05), False, False),
        (Evidence(pre_share=0.9, index_change=-0.2), True, False),
        (Evidence(pre_share=0.9, index_change=0.0), True, True),
        (Evidence(pre_share=0.9, index_change=NAN), True, True),
        (Evidence(pre_share=NAN, index_change=-0.2), False, False),
        (Evidence(pre_share=NAN, index_change=NAN, slope_mean_deg=20.0), None, None),
        (Evidence(pre_share=NAN), None, None),
        (Evidence(slope_mean_deg=20.0), False, False),
        (Evidence(slope_mean_deg=NAN), None, None),
        (Evidence(), None, None),
    ],
)
def test_verdicts(evidence, any_of, all_of):
    assert judge(evidence, RULES).preexisting is any_of
    assert judge(evidence, BOTH).preexisting is all_of


def test_slope_decides_alone_where_it_is_too_small():
    flat = Evidence(pre_share=0.0, index_change=-0.5, slope_mean_deg=2.9)
    assert judge(flat, RULES) == Verdict(True, "The mean slope is 2.9°, less than 3°.")
    assert judge(flat, BOTH).preexisting is False
    assert judge(Evidence(pre_share=0.0, slope_mean_deg=NAN), RULES).preexisting is False


def test_reasons():
    both = judge(Evidence(pre_share=0.62, index_change=-0.0123), RULES)
    assert both.reason == (
        "62 % of it was landslide before (probability 0.50 or more); the vegetation index fell by 0.012 more than "
        "around it (a new landslide: fell by 0.040 or more)."
    )
    assert judge(Evidence(index_change=0.02), RULES).reason == (
        "The vegetation index rose by 0.020 more than around it (a new landslide: fell by 0.040 or more)."
    )
    assert judge(Evidence(index_change=0.0), RULES).reason.startswith("The vegetation index changed as around it (a ")
    assert judge(Evidence(pre_share=NAN), RULES).reason == "The images show too little of it."


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"threshold": 1.2}, "The threshold is 1.2"),
        ({"share": 0.0}, "before the event is 0 %; set above 0 to 100"),
        ({"share": 1.01}, "before the event is 101 %"),
        ({"index_loss": -0.1}, "The loss of the vegetation index is -0.1; set 0 to 2"),
        ({"min_slope_deg": 90}, "The smallest slope is 90°; set 0 to less than 90"),
    ],
)
def test_rules_that_make_no_sense(wrong, message):
    with pytest.raises(ScarpError, match=message):
        Rules(**wrong)


def box(column: float, row: float, right: float, bottom: float) -> bytes:
    west, north, east, south = 500000 + column, 4000000 - row, 500000 + right, 4000000 - bottom
    return box_wkb(np.array([[west, north], [east, north], [east, south], [west, south]]))


def test_probability_before_the_event(raster):
    percent = np.full((1, 40, 40), 10, np.uint8)
    percent[0, 10:20, 10:16] = 60
    percent[0, 30:, :] = 255
    path = raster(percent, "p.tif", nodata=255)
    polygons = [box(10, 10, 20, 20), box(0, 28, 10, 32), box(0, 27, 10, 40)]
    found = probability_before(path, polygons, wkt(32654), 0.6, None, Quiet())
    assert found.mean[:2] == pytest.approx([0.4, 0.1]) and found.share[:2] == pytest.approx([0.6, 0.0])
    assert math.isnan(found.mean[2])
    assert probability_before(path, polygons, wkt(32654), 0.61, None, Quiet()).share[0] == 0.0
    moved = probability_before(path, polygons, wkt(32654), 0.6, Shift(4.0, 0.0, wkt(32654), (0.0, 0.0)), Quiet())
    assert moved.share[0] == pytest.approx(0.6) and moved.mean[0] == pytest.approx(0.4)
    assert probability_before(
        path, [box(14, 10, 20, 20)], wkt(32654), 0.6, Shift(4.0, 0.0, wkt(32654), (0.0, 0.0)), Quiet()
    ).share[0] == 1.0  # fmt: skip


def test_only_probability_rasters(raster):
    path = raster(np.ones((3, 4, 4), np.uint8), "rgb.tif")
    with pytest.raises(ScarpError, match=r"rgb.tif\" is no probability raster: it has 3 band"):
        probability_before(path, [box(0, 0, 2, 2)], wkt(32654), 0.5, None, Quiet())


def test_boxes_to_extract_cover_the_polygons_in_the_image(raster):
    path = raster(np.ones((3, 200, 200), np.uint8), "before.tif")
    polygons = [box(50, 60, 70, 65), box(400, 400, 410, 410), b""]
    (one,) = boxes_to_extract(path, polygons, wkt(32654), None)
    m = MARGIN_PX
    assert ogr.CreateGeometryFromWkb(one).GetEnvelope() == (
        500050 - m, 500070 + m, 4000000 - 65 - m, 4000000 - 60 + m
    )  # fmt: skip
    # An image that is to be moved east shows them further west.
    (moved,) = boxes_to_extract(path, polygons, wkt(32654), Shift(8.0, 0.0, wkt(32654), (0.0, 0.0)))
    assert ogr.CreateGeometryFromWkb(moved).GetEnvelope()[:2] == (500042 - m, 500062 + m)
    with pytest.raises(ScarpError, match=r"No landslide lies on the layer \".*before.tif\"; choose another image"):
        boxes_to_extract(path, polygons[1:], wkt(32654), None)
