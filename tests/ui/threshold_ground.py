"""Probability layers for tests, and what of them is drawn as landslide."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal
from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QFrame
from scarp.ui.threshold_renderer import PROBABILITY_STYLE

HEIGHT, WIDTH = 103, 128


def percents(seed: int = 1) -> NDArray[np.uint8]:
    """Every value from 0 to 100 and nodata in a row of its own, then all of them at random; shape (103, 128)."""
    rng = np.random.default_rng(seed)
    pixels = rng.integers(0, 102, (HEIGHT, WIDTH)).astype(np.uint8)
    pixels[pixels == 101] = 255
    pixels[0, :101], pixels[0, 101:] = np.arange(101), 255
    return pixels


def write_scale(path: str, **metadata: str) -> str:
    """Make a raster of per cents one that Scarp wrote."""
    dataset = gdal.Open(path, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.01)
    dataset.SetMetadata({"SCARP_MODEL": "unet", "SCARP_THRESHOLD": "0.55", "SCARP_SOURCE": "event.tif", **metadata})
    del dataset
    return path


def added(layer: QgsMapLayer) -> QgsMapLayer:
    """The layer, in the project."""
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def probability_layer(
    raster: Callable[..., str], pixels: NDArray[np.uint8] | None = None, name: str = "event", **how: object
) -> QgsRasterLayer:
    """A layer of the project as Extract landslides makes it, drawn in its ramp."""
    values = percents() if pixels is None else pixels
    path = write_scale(raster(values[None], f"{name}.tif", nodata=255, **how))
    layer = QgsRasterLayer(path, name)
    layer.loadNamedStyle(str(PROBABILITY_STYLE))
    return added(layer)


def show_at_full_resolution(canvas: QgsMapCanvas, *layers: QgsRasterLayer) -> None:
    """Have the canvas show the first layer pixel by pixel, and the others under it."""
    canvas.setFrameShape(QFrame.Shape.NoFrame)
    canvas.setFixedSize(layers[0].width(), layers[0].height())
    canvas.setDestinationCrs(layers[0].crs())
    canvas.setLayers(list(layers))
    canvas.setExtent(layers[0].extent())
    canvas.window().show()
    canvas.refresh()  # or it would wait half a second, since it was resized


def colours(image: QImage) -> NDArray[np.uint8]:
    """Red, green and blue of each pixel, shape (height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    lines = np.frombuffer(bits, np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return lines[:, : image.width(), 2::-1].copy()


def drawn(canvas: QgsMapCanvas) -> NDArray[np.uint8]:
    """What is on the canvas, as ``colours``."""
    return colours(canvas.grab().toImage())


def is_landslide(canvas: QgsMapCanvas) -> NDArray[np.bool_]:
    """Which pixels of a canvas that is otherwise white are drawn as landslide; shape (height, width)."""
    seen = drawn(canvas)
    is_white = (seen == 255).all(axis=2)
    kinds = np.unique(seen[~is_white], axis=0)
    assert len(kinds) <= 1, "something is drawn in other colours"
    return ~is_white
