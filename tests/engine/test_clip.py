"""Tests of scarp.engine.clip."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr
from scarp.engine.area import Area
from scarp.engine.clip import clip
from scarp.engine.errors import Cancelled
from scarp.engine.probability_raster import ProbabilityRaster
from scarp.engine.progress import Quiet
from scarp.tests.conftest import METRE


def test_outside_the_area_is_nodata_and_inside_nothing_changes(raster, tmp_path, progress):
    percent = np.random.default_rng(1).integers(0, 101, (20, 30)).astype(np.uint8)
    percent[5] = 255
    opened = ProbabilityRaster(raster(percent[None], "p.tif", nodata=255))
    box = "POLYGON((500004 3999995,500012 3999995,500012 3999983,500004 3999983,500004 3999995))"
    polygon = bytes(ogr.CreateGeometryFromWkt(box).ExportToWkb())
    area = Area([polygon], opened.crs_wkt, opened.crs_wkt, METRE, (30, 20))
    target = tmp_path / "clipped.tif"
    clip(opened, area, target, Quiet())
    expected = np.full_like(percent, 255)
    expected[5:17, 4:12] = percent[5:17, 4:12]
    written = gdal.Open(str(target))
    assert (written.ReadAsArray() == expected).all()
    assert written.GetGeoTransform() == METRE and written.GetProjection() == opened.crs_wkt
    progress.cancel_after = 0
    with pytest.raises(Cancelled):
        clip(opened, area, tmp_path / "other.tif", progress)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["clipped.tif", "p.tif"]
