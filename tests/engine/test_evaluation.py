"""Tests of scarp.engine.evaluation."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr, osr
from scarp.engine import evaluation_grid
from scarp.engine.area import Area
from scarp.engine.error_map import error_polygons
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.evaluation import Evaluation, evaluate, parse_sizes
from scarp.engine.evaluation_grid import EvaluationGrid
from scarp.engine.polygons_on_grid import PolygonsOnGrid, PolygonSource
from scarp.engine.progress import Quiet
from scarp.engine.raster_on_grid import ValidPixels
from scarp.engine.reference import ExtractedRaster, ReferenceRaster
from scarp.engine.scene import open_raster
from scarp.tests.conftest import UTM, Recorder, wkt

Write = Callable[..., str]
Mask = NDArray[np.bool_]
TURNED = (500000.0, 0.8, 0.6, 4000000.0, 0.6, -0.8)
"""Geotransform: 1 m pixels, turned."""


@pytest.fixture(autouse=True)
def short_strips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation_grid, "STRIP_ROWS", 7)


def blobs(seed: int, shape: tuple[int, int] = (50, 60), count: int = 12) -> Mask:
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    found = np.zeros(shape, bool)
    for _ in range(count):
        y, x, a, b = rng.uniform(0, shape[0]), rng.uniform(0, shape[1]), rng.uniform(1, 6), rng.uniform(1, 6)
        found |= ((rows - y) / a) ** 2 + ((columns - x) / b) ** 2 < 1
    return found


def components(mask: Mask) -> list[Mask]:
    """Groups of pixels that share edges, by flooding."""
    left, groups = {(int(r), int(c)) for r, c in zip(*np.nonzero(mask))}, []
    while left:
        waiting, group = [left.pop()], np.zeros_like(mask)
        while waiting:
            r, c = waiting.pop()
            group[r, c] = True
            for near in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
                if near in left:
                    left.remove(near)
                    waiting.append(near)
        groups.append(group)
    return groups


def held(polygons: list[ogr.Geometry], grid: EvaluationGrid) -> list[Mask]:
    """Which pixels have their centres in each polygon of the grid's CRS, one by one."""
    rows, columns = np.mgrid[: grid.height, : grid.width]
    centres = grid.to_map(np.column_stack([columns.reshape(-1), rows.reshape(-1)]) + 0.5)
    points = [ogr.CreateGeometryFromWkt(f"POINT ({x:.12f} {y:.12f})") for x, y in centres]
    return [
        np.array([polygon.Contains(point) for point in points]).reshape(grid.height, grid.width)
        for polygon in polygons
    ]


@dataclass
class Expected:
    """Scores by brute force."""

    codes: NDArray[np.uint8]
    found: int
    reference: int
    right: int
    extracted: int


def brute_force(
    extracted: Mask, reference: Mask, known: Mask, overlap: float, extracted_objects: list[Mask] | None = None,
    reference_objects: list[Mask] | None = None,
) -> Expected:  # fmt: skip
    codes = np.where(known, np.where(extracted, np.where(reference, 1, 3), np.where(reference, 2, 0)), 255)

    def covered(objects: list[Mask], other: Mask) -> tuple[int, int]:
        inside = [each & known for each in objects if (each & known).any()]
        return sum((each & other).sum() >= overlap * each.sum() for each in inside), len(inside)

    found = covered(components(reference & known) if reference_objects is None else reference_objects, extracted)
    right = covered(components(extracted & known) if extracted_objects is None else extracted_objects, reference)
    return Expected(codes.astype(np.uint8), *found, *right)


def check_against(result: Evaluation, path: Path, expected: Expected) -> None:
    written = open_raster(str(path)).ReadAsArray()
    assert (written == expected.codes).all()
    table = np.bincount(written.reshape(-1), minlength=256)
    counts = result.counts
    assert (counts.tp, counts.fn, counts.fp, counts.tn) == tuple(table[[1, 2, 3, 0]])
    assert result.unlabelled == table[255]
    objects = result.objects
    assert (objects.found, objects.reference) == (expected.found, expected.reference)
    assert (objects.right, objects.extracted) == (expected.right, expected.extracted)
    for name in ("found", "reference", "right", "extracted"):
        assert sum(getattr(size.scores, name) for size in result.sizes) == getattr(objects, name)


def check_polygons(result: Evaluation, path: Path) -> None:
    a, b, c, d = (result.grid.geotransform[i] for i in (1, 2, 4, 5))
    cell = abs(a * d - b * c)
    areas, areas_m2 = {"correct": 0.0, "missed": 0.0, "false": 0.0}, {"correct": 0.0, "missed": 0.0, "false": 0.0}
    for polygon in error_polygons(path, Quiet()):
        kind = str(polygon.attributes["kind"])
        areas[kind] += ogr.CreateGeometryFromWkb(polygon.wkb).GetArea()
        areas_m2[kind] += float(polygon.attributes["area_m2"])
    pixels = {"correct": result.counts.tp, "missed": result.counts.fn, "false": result.counts.fp}
    assert areas == pytest.approx({kind: count * cell for kind, count in pixels.items()}, rel=1e-6)
    assert areas_m2 == pytest.approx(result.areas_m2, rel=1e-4)


def source_of(polygons: list[ogr.Geometry], epsg: int = UTM, name: str = "polygons") -> PolygonSource:
    wkbs = [bytes(polygon.ExportToWkb()) for polygon in polygons]
    return PolygonSource(lambda: iter(wkbs), wkt(epsg), name)


def transformed(polygon: ogr.Geometry, epsg: int, to: int) -> ogr.Geometry:
    ends = []
    for code in (epsg, to):
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(code)
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        ends.append(crs)
    moved = polygon.Clone()
    moved.Transform(osr.CoordinateTransformation(*ends))
    return moved


def ellipses(seed: int, grid: EvaluationGrid, count: int = 9) -> list[ogr.Geometry]:
    """Polygons of the grid's CRS, some overlapping, some beyond its edges."""
    rng = np.random.default_rng(seed)
    angles, polygons = np.linspace(0, 2 * np.pi, 25)[:-1], []
    for _ in range(count):
        x, y = rng.uniform(0, grid.width), rng.uniform(0, grid.height)
        around = np.column_stack([x + rng.uniform(1.5, 8) * np.cos(angles), y + rng.uniform(1.5, 8) * np.sin(angles)])
        ring = ", ".join(f"{a:.9f} {b:.9f}" for a, b in grid.to_map(np.vstack([around, around[:1]])))
        polygons.append(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
    return polygons


def grid_of(path: str) -> EvaluationGrid:
    return EvaluationGrid.of_raster(open_raster(path), "grid")


@pytest.mark.parametrize("geotransform", [(500000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0), TURNED], ids=["north", "turned"])
@pytest.mark.parametrize("overlap", [0.3, 0.5, 1.0])
def test_two_rasters_with_unlabelled_pixels(
    raster: Write, tmp_path: Path, geotransform: tuple[float, ...], overlap: float
) -> None:
    rng = np.random.default_rng(4)
    extracted, reference = blobs(1), blobs(2) | blobs(1, count=5)
    percent = np.where(extracted, rng.integers(50, 101, extracted.shape), rng.integers(0, 50, extracted.shape))
    labels = reference.astype(np.uint8)
    percent[:, 50:], labels[20:30, 20:30] = 255, 255
    path = raster(percent[None].astype(np.uint8), "p.tif", geotransform=geotransform, nodata=255)
    truth = raster(labels[None], "labels.tif", geotransform=geotransform)
    grid, target = grid_of(path), tmp_path / "errors.tif"
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.01)
    del dataset
    result = evaluate(
        ExtractedRaster(path, 0.5, grid, "p", Quiet()), ReferenceRaster(truth, grid, "labels", Quiet()), grid, target,
        overlap=overlap, sizes_m2=(5.0, 20.0),
    )  # fmt: skip
    known = (percent != 255) & (labels != 255)
    check_against(result, target, brute_force(extracted, reference, known, overlap))
    check_polygons(result, target)
    assert result.counts.tp and result.counts.fp and result.counts.fn and result.counts.tn
    assert result.objects.found or overlap == 1.0


@pytest.mark.parametrize("geotransform", [(500000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0), TURNED], ids=["north", "turned"])
@pytest.mark.parametrize("epsg", [UTM, 4326])
def test_polygons_against_polygons_in_an_area_and_an_image(
    raster: Write, tmp_path: Path, geotransform: tuple[float, ...], epsg: int
) -> None:
    image = np.full((3, 40, 45), 100, np.uint8)
    image[:, :, :6] = 0
    path = raster(image, "image.tif", geotransform=geotransform, nodata=0)
    grid, target = grid_of(path), tmp_path / "errors.tif"
    drawn, truth = ellipses(1, grid), ellipses(2, grid) + ellipses(1, grid, 4)
    corners = grid.to_map(np.array([[2, 3], [41, 1], [43, 36], [8, 38], [2, 3]]))
    area = ogr.CreateGeometryFromWkt("POLYGON ((" + ", ".join(f"{x} {y}" for x, y in corners) + "))")
    moved = [transformed(polygon, UTM, epsg) if epsg != UTM else polygon for polygon in truth]
    extraction = PolygonsOnGrid.of_source(source_of(drawn), grid, tmp_path, Quiet())
    reference = PolygonsOnGrid.of_source(source_of(moved, epsg), grid, tmp_path, Quiet())
    assert extraction.sheets > 1
    size = grid.width, grid.height
    result = evaluate(
        extraction, reference, grid, target, overlap=0.4, sizes_m2=(30.0, 60.0),
        area=Area([bytes(area.ExportToWkb())], grid.crs_wkt, grid.crs_wkt, tuple(grid.geotransform), size),
        image=ValidPixels(path, grid, "image", Quiet()),
    )  # fmt: skip
    drawn_objects, true_objects = held(drawn, grid), held(truth, grid)
    known = held([area], grid)[0] & (image[0] != 0)
    expected = brute_force(
        np.logical_or.reduce(drawn_objects), np.logical_or.reduce(true_objects), known, 0.4, drawn_objects, true_objects
    )
    check_against(result, target, expected)
    check_polygons(result, target)
    for number, (low, high) in enumerate(((0, 30), (30, 60), (60, math.inf))):
        inside = [p for p, pixels in zip(truth, true_objects) if (pixels & known).any()]
        assert result.sizes[number].scores.reference == sum(low <= p.GetArea() * 1.0008 < high for p in inside)


@pytest.mark.parametrize("epsg", [UTM, 32653, 4326])
def test_a_label_raster_on_another_grid(raster: Write, tmp_path: Path, epsg: int) -> None:
    extracted = blobs(7)
    path = raster(extracted[None].astype(np.uint8), "mask.tif")
    grid, target = grid_of(path), tmp_path / "errors.tif"
    labels = np.where(blobs(8, (40, 40)), 1, 0).astype(np.uint8)
    labels[:3] = 255
    corner = ogr.CreateGeometryFromWkt("POINT (500003.3 3999995.7)")
    at = transformed(corner, UTM, epsg) if epsg != UTM else corner
    step = 1.3e-5 if epsg == 4326 else 1.27
    own = (at.GetX(), step, 0.0, at.GetY(), 0.0, -step)
    truth = raster(labels[None], "labels.tif", epsg=epsg, geotransform=own)
    result = evaluate(
        ExtractedRaster(path, 0.5, grid, "mask", Quiet()), ReferenceRaster(truth, grid, "labels", Quiet()), grid, target
    )
    seen = np.full(extracted.shape, 255)
    for row, column in np.ndindex(*extracted.shape):
        point = ogr.CreateGeometryFromWkt(f"POINT ({500000.5 + column} {3999999.5 - row})")
        point = transformed(point, UTM, epsg) if epsg != UTM else point
        x, y = (point.GetX() - own[0]) / step, (own[3] - point.GetY()) / step
        if 0 <= x < 40 and 0 <= y < 40:
            seen[row, column] = labels[int(y), int(x)]
    assert (seen == 255).any() and (seen == 1).any() and (seen == 0).any()
    check_against(result, target, brute_force(extracted, seen == 1, seen != 255, 0.5))


def test_sizes_of_regions_are_those_of_the_parts_compared(raster: Write, tmp_path: Path) -> None:
    mask = np.zeros((1, 30, 30), np.uint8)
    mask[0, 2:4, 2:4] = mask[0, 10:20, 10:20] = mask[0, 25:28, 0:8] = 1
    labels = mask.copy()
    labels[0, 15:20] = 0
    labels[0, 25:28, 4:8] = 255
    path, truth = raster(mask, "mask.tif"), raster(labels, "labels.tif")
    grid = grid_of(path)
    result = evaluate(
        ExtractedRaster(path, 0.5, grid, "mask", Quiet()), ReferenceRaster(truth, grid, "labels", Quiet()), grid,
        tmp_path / "errors.tif", overlap=0.6, sizes_m2=(10.0, 60.0),
    )  # fmt: skip
    assert [(size.low_m2, size.high_m2) for size in result.sizes] == [(0, 10), (10, 60), (60, math.inf)]
    # The large one is twice as large as the reference has it: found, but only half right.
    assert [(s.scores.reference, s.scores.found) for s in result.sizes] == [(1, 1), (2, 2), (0, 0)]
    assert [(s.scores.extracted, s.scores.right) for s in result.sizes] == [(1, 1), (1, 1), (1, 0)]
    assert result.areas_m2["correct"] == pytest.approx(66 * 1.0008, rel=1e-4)
    assert math.isnan(result.sizes[2].scores.recall)


def test_a_polygon_without_a_pixel_is_said(raster: Write, tmp_path: Path, progress: Recorder) -> None:
    path = raster(np.ones((1, 10, 10), np.uint8), "image.tif")
    grid = grid_of(path)
    thin = "POLYGON ((500002.1 3999997,500002.3 3999997,500002.3 3999997.3,500002.1 3999997))"
    small = ogr.CreateGeometryFromWkt(thin)
    large = ogr.CreateGeometryFromWkt("POLYGON ((500004 3999992,500008 3999992,500008 3999996,500004 3999992))")
    reference = PolygonsOnGrid.of_source(source_of([small, large]), grid, tmp_path, progress)
    extraction = PolygonsOnGrid.of_source(source_of([large]), grid, tmp_path, progress)
    result = evaluate(extraction, reference, grid, tmp_path / "errors.tif", progress=progress)
    assert (result.objects.reference, result.objects.found, result.objects.f1) == (1, 1, 1.0)
    assert progress.warnings == [
        "Polygons of the reference that are too small to hold the centre of a pixel, and are in no score: 1. Choose a "
        "finer resolution to count them."
    ]


def test_nothing_to_compare_and_no_share_are_refused(raster: Write, tmp_path: Path) -> None:
    path = raster(np.full((1, 5, 5), 255, np.uint8), "labels.tif")
    grid = grid_of(path)
    nothing = ReferenceRaster(path, grid, "labels", Quiet())
    with pytest.raises(ScarpError, match=r"There is nothing to compare: no pixel is labelled"):
        evaluate(nothing, nothing, grid, tmp_path / "errors.tif")
    with pytest.raises(ScarpError, match=r"The overlap is 150 %\. Give a share above 0 and up to 100 %\."):
        evaluate(nothing, nothing, grid, tmp_path / "errors.tif", overlap=1.5)


@pytest.mark.parametrize("at", [0.0, 30.0, 55.0, 62.0, 75.0, 90.0])
def test_cancelling(raster: Write, tmp_path: Path, progress: Recorder, at: float) -> None:
    path = raster(blobs(3)[None].astype(np.uint8), "mask.tif")
    grid = grid_of(path)
    progress.cancel_at = at
    quiet: Any = Quiet()
    mask, labels = ExtractedRaster(path, 0.5, grid, "mask", quiet), ReferenceRaster(path, grid, "labels", quiet)
    with pytest.raises(Cancelled):
        evaluate(mask, labels, grid, tmp_path / "errors.tif", progress=progress)


def test_size_classes() -> None:
    assert parse_sizes("100, 1000;1e4") == (100.0, 1000.0, 10000.0)
    assert parse_sizes(" ") == ()
    for text in ("1000, 100", "a", "0, 5", "5, 5", "nan", "-1"):
        with pytest.raises(ScarpError, match=r"Give rising areas in m², separated by commas"):
            parse_sizes(text)


