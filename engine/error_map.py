"""The error map: where an extraction is correct, where it missed a landslide, and where it is false."""

from __future__ import annotations

import math
import tempfile
import uuid
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import escape
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from . import rings
from .errors import ScarpError
from .evaluation_grid import EvaluationGrid
from .gdal_calls import attempt
from .measurements import Measurer
from .polygons_on_grid import AT_ONCE, trace, written
from .progress import Part, Progress, check
from .raster_writer import NODATA, RasterWriter
from .scene import open_raster

Bytes = NDArray[np.uint8]

RIGHT_BACKGROUND, CORRECT, MISSED, FALSE, UNLABELLED = 0, 1, 2, 3, NODATA
KINDS = {CORRECT: "correct", MISSED: "missed", FALSE: "false"}
COLOURS = {CORRECT: (0, 158, 61), MISSED: (227, 26, 28), FALSE: (31, 90, 220)}
"""Green, red and blue, as in figures 13 to 15 of Liu et al. 2021, An improved Mask R-CNN."""
GREY = 225
"""What the picture of the errors is drawn on where there is no image."""
FIELDS = {"kind": "text", "area_m2": "real"}
"""Of the polygons."""


@dataclass(frozen=True)
class ErrorPolygon:
    """Connected pixels of one kind.

    Attributes:
        wkb: polygon along the pixel edges, in the CRS of the grid.
        attributes: by the names of ``FIELDS``: "correct", "missed" or "false", and the ellipsoidal area.
    """

    wkb: bytes
    attributes: dict[str, str | float]


class ErrorMapWriter(RasterWriter):
    """An error map in the making; see ``RasterWriter``."""

    what = "error map"

    def _describe(self, dataset: gdal.Dataset) -> None:
        band = dataset.GetRasterBand(1)
        band.SetDescription(self.what)
        table = gdal.ColorTable()
        table.SetColorEntry(RIGHT_BACKGROUND, (255, 255, 255, 0))
        for code, colour in COLOURS.items():
            table.SetColorEntry(code, (*colour, 255))
        self._written(band.SetColorTable, table)


def error_codes(extracted: Bytes, reference: Bytes) -> Bytes:
    """Codes of the error map.

    Args:
        extracted: any shape, 1 extracted, 0 not, 255 not known.
        reference: the same shape, 1 landslide, 0 other, 255 unlabelled.

    Returns:
        1 correct, 2 missed, 3 false, 0 right background, 255 where either is not known.
    """
    table = np.full((256, 256), UNLABELLED, np.uint8)
    table[0, 0], table[1, 1], table[0, 1], table[1, 0] = RIGHT_BACKGROUND, CORRECT, MISSED, FALSE
    codes: Bytes = table[extracted, reference]
    return codes


class SelectedCodes:
    """Some codes of an error map, as a band in which all others are 0; without georeference.

    Args:
        path: of the error map.
        codes: to keep.
        as_one: whether all of them are 1 in the band.

    Attributes:
        band: of GDAL, alive as long as this is.
    """

    def __init__(self, path: Path, codes: Collection[int], as_one: bool) -> None:
        source = open_raster(str(path))
        width, height = source.RasterXSize, source.RasterYSize
        every = (RIGHT_BACKGROUND, CORRECT, MISSED, FALSE, FALSE + 1, UNLABELLED)
        table = ",".join(f"{code}:{(1 if as_one else code) if code in codes else 0}" for code in every)
        self._dataset = gdal.GetDriverByName("VRT").Create("", width, height, 1, gdal.GDT_Byte)
        self.band = self._dataset.GetRasterBand(1)
        rectangle = f'xOff="0" yOff="0" xSize="{width}" ySize="{height}"'
        self.band.SetMetadataItem(
            "source_0",
            f'<ComplexSource><SourceFilename relativeToVRT="0">{escape(str(path), quote=False)}</SourceFilename>'
            f"<SourceBand>1</SourceBand><SrcRect {rectangle}/><DstRect {rectangle}/><LUT>{table}</LUT></ComplexSource>",
            "new_vrt_sources",
        )


def error_polygons(path: Path, progress: Progress) -> Iterator[ErrorPolygon]:
    """Polygons of an error map, along the pixel edges; pixels that share an edge are one.

    Args:
        path: of the error map.
        progress: told how far it is, and asked whether to stop.

    Yields:
        What is correct, missed and false.

    Raises:
        ScarpError: if the temporary folder is full.
        Cancelled: if asked to stop.
    """
    grid = EvaluationGrid.of_raster(open_raster(str(path)), path.name)
    measurer, selected = Measurer(grid.crs_wkt), SelectedCodes(path, KINDS, False)
    with tempfile.TemporaryDirectory(prefix="scarp-") as folder:
        name = str(Path(folder) / f"{uuid.uuid4().hex}.gpkg")
        store = written(gdal.GetDriverByName("GPKG").Create, name, 0, 0, 0, gdal.GDT_Unknown)
        layer = written(store.CreateLayer, "polygons", None, ogr.wkbPolygon, ["SPATIAL_INDEX=NO"])
        try:
            written(layer.CreateField, ogr.FieldDefn("code", ogr.OFTInteger))
            written(store.StartTransaction)
            trace(selected.band, layer, 0, Part(progress, 0.0, 60.0))
            count, done = max(1, layer.GetFeatureCount()), 0
            features = iter(layer)
            while some := list(islice(features, AT_ONCE)):
                check(progress)
                wkbs = [_on_map(feature.GetGeometryRef(), grid) for feature in some]
                for feature, wkb, measured in zip(some, wkbs, measurer.measure_many(wkbs)):
                    kind = KINDS[feature.GetField(0)]
                    yield ErrorPolygon(wkb, {"kind": kind, "area_m2": measured.area_m2})
                done += len(some)
                progress.setProgress(60.0 + 40.0 * done / count)
        finally:
            features = layer = store = None


def _on_map(polygon: ogr.Geometry, grid: EvaluationGrid) -> bytes:
    """A polygon of pixels in the grid's CRS."""
    parts = rings.parts_of(bytes(polygon.ExportToWkb(ogr.wkbNDR)))
    return rings.wkb_of(rings.placed(parts, grid.to_map), False)


class ErrorPicture:
    """The error map as a picture, made from the codes as they come, a strip of rows at a time.

    Args:
        grid: of the error map.
        side: of the picture at most, in pixels.
    """

    def __init__(self, grid: EvaluationGrid, side: int = 1200) -> None:
        self.grid = grid
        scale = min(1.0, side / max(grid.width, grid.height))
        self.width, self.height = max(1, round(grid.width * scale)), max(1, round(grid.height * scale))
        self._counts = {code: np.zeros((self.height, self.width), np.int64) for code in (*KINDS, UNLABELLED)}
        self._columns = np.arange(self.width) * grid.width // self.width

    def add(self, row: int, codes: Bytes) -> None:
        """Take the next rows, shape (rows, width)."""
        where = (np.arange(row, row + len(codes)) * self.height) // self.grid.height
        for code, counts in self._counts.items():
            which = codes == code
            if which.any():
                np.add.at(counts, where, np.add.reduceat(which, self._columns, axis=1, dtype=np.int64))

    def pixels(self, image: str = "") -> Bytes:
        """The picture, shape (3, height, width): the kinds in their colours, over an image or on grey.

        What is smaller than a pixel of the picture still shows; what is unlabelled is darkened.

        Args:
            image: anything that GDAL opens, of a CRS; empty for none.
        """
        columns = np.diff(np.append(self._columns, self.grid.width))
        rows = np.bincount(np.arange(self.grid.height) * self.height // self.grid.height, minlength=self.height)
        cells = rows[:, None] * columns[None, :]
        below = self._backdrop(image) if image else None
        canvas = np.full((3, self.height, self.width), float(GREY)) if below is None else below
        canvas *= 1.0 - 0.5 * self._counts[UNLABELLED] / cells
        total = sum(self._counts[code] for code in KINDS)
        colour = sum(self._counts[code] * np.array(COLOURS[code], float)[:, None, None] for code in KINDS)
        colour = colour / np.maximum(total, 1)
        opacity = 0.8 * np.sqrt(total / cells)
        pixels: Bytes = np.clip(canvas * (1.0 - opacity) + colour * opacity + 0.5, 0, 255).astype(np.uint8)
        return pixels

    def _backdrop(self, image: str) -> NDArray[np.float64] | None:
        """The image where the picture is, shape (3, height, width), 0 to 255; nothing where it cannot be shown."""
        try:
            source = open_raster(image)
        except ScarpError:
            return None
        if source.RasterCount == 1 and source.GetRasterBand(1).GetColorTable() is not None:
            source = attempt(gdal.Translate, "", source, format="VRT", rgbExpand="rgb")[0] or source
        bands = _colour_bands(source)
        target = gdal.GetDriverByName("MEM").Create("", self.width, self.height, len(bands), gdal.GDT_Float32)
        across, down = self.grid.width / self.width, self.grid.height / self.height
        x, a, b, y, c, d = self.grid.geotransform
        target.SetGeoTransform((x, a * across, b * down, y, c * across, d * down))
        target.SetProjection(self.grid.crs_wkt)
        for number in range(1, len(bands) + 1):
            target.GetRasterBand(number).SetNoDataValue(math.nan)
            target.GetRasterBand(number).Fill(math.nan)
        chosen, _ = attempt(gdal.Translate, "", source, format="VRT", bandList=bands)
        # The nearest pixel, from overviews where there are any: an image of any size is soon shown.
        if chosen is None or attempt(gdal.Warp, target, chosen, resampleAlg="near")[1]:
            return None
        shown: NDArray[np.float64] = target.ReadAsArray().reshape(len(bands), self.height, self.width).astype(float)
        known = np.isfinite(shown).all(axis=0)
        if not known.any():
            return None
        if len(bands) == 1 or source.GetRasterBand(bands[0]).DataType != gdal.GDT_Byte:
            low, high = np.percentile(shown[:, known], (2, 98), axis=1)[:, :, None, None]
            shown = (shown - low) / np.maximum(high - low, 1e-9) * 255.0
        shown = np.where(known, np.clip(shown, 0, 255), float(GREY))
        return np.broadcast_to(shown, (3, self.height, self.width)).copy()


def _colour_bands(source: gdal.Dataset) -> list[int]:
    """Numbers of the bands that are drawn red, green and blue; the first three, or the first, where none are."""
    drawn = {source.GetRasterBand(n).GetColorInterpretation(): n for n in range(source.RasterCount, 0, -1)}
    wanted = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)
    if all(each in drawn for each in wanted):
        return [drawn[each] for each in wanted]
    return [1, 2, 3] if source.RasterCount >= 3 else [1]
