from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsColorRampShader, QgsProject, QgsRasterLayer, QgsRasterRange, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from scarp.tests.ui.threshold_ground import (
    colours,
    is_landslide,
    percents,
    probability_layer,
    show_at_full_resolution,
    write_scale,
)
from scarp.ui.threshold_renderer import (
    LANDSLIDE,
    STYLE,
    ThresholdStyle,
    draw_at,
    give_style_back,
    is_drawn_at_threshold,
    is_probability,
    ramp_of,
    shown_percent,
    threshold_renderer,
)


@pytest.fixture
def layer(raster, qgis_new_project):
    return probability_layer(raster)


@pytest.fixture
def canvas(layer, wait):
    canvas, drawn = QgsMapCanvas(), []
    canvas.mapCanvasRefreshed.connect(lambda: drawn.append(True))
    show_at_full_resolution(canvas, layer)
    QTest.qWait(600)  # it draws once more half a second after it was resized
    wait(lambda: drawn and not canvas.isDrawing())
    yield canvas
    canvas.close()
    canvas.deleteLater()


def rendered(layer, renderer):
    """What a renderer gives for each pixel of a layer: red, green and blue, each times alpha; and alpha."""
    renderer.setInput(layer.dataProvider())
    block = renderer.block(1, layer.extent(), layer.width(), layer.height())
    image = block.image().convertToFormat(block.image().Format.Format_ARGB32_Premultiplied)
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, np.uint8).reshape(layer.height(), layer.width(), 4)[..., [2, 1, 0, 3]].copy()


def style(layer):
    """The items of the ramp that a layer is drawn with."""
    return items(layer.renderer().shader().rasterShaderFunction())


def items(function):
    return [(round(item.value, 4), item.color.name(), item.color.alpha()) for item in function.colorRampItemList()]


@pytest.mark.parametrize("keeps_ramp", [False, True], ids=["alone", "over the ramp"])
def test_at_every_threshold_what_is_at_or_above_it_is_landslide(layer, keeps_ramp):
    pixels = percents()
    before = rendered(layer, layer.renderer().clone())
    beneath = QgsColorRampShader(layer.renderer().shader().rasterShaderFunction()) if keeps_ramp else None
    red = [LANDSLIDE.alphaF() * each for each in LANDSLIDE.getRgb()[:3]] + [LANDSLIDE.alpha()]
    for percent in range(101):
        seen = rendered(layer, threshold_renderer(layer, percent, beneath))
        found = (np.abs(seen.astype(int) - red) <= 1).all(axis=2)
        assert (found == ((pixels >= percent) & (pixels <= 100))).all(), percent
        assert (seen[pixels == 255] == 0).all()
        below = pixels < percent
        expected = before[below] if keeps_ramp else np.zeros_like(before[below])
        assert (np.abs(seen[below].astype(int) - expected) <= 2).all(), percent


def test_values_that_are_no_probability_are_not_drawn(raster, qgis_new_project):
    pixels = np.arange(256, dtype=np.uint8)[None]
    layer = probability_layer(raster, pixels)
    layer.dataProvider().setUseSourceNoDataValue(1, False)
    for beneath in (None, QgsColorRampShader(layer.renderer().shader().rasterShaderFunction())):
        seen = rendered(layer, threshold_renderer(layer, 30, beneath))
        assert np.flatnonzero(seen[0, :, 3] == LANDSLIDE.alpha()).tolist() == list(range(30, 101))
        assert not seen[0, 101:].any()


def test_overviews_are_drawn_at_the_same_threshold(raster, qgis_new_project):
    pixels = np.kron(percents(), np.ones((4, 4), np.uint8))
    layer = probability_layer(raster, pixels)
    gdal.Open(layer.source(), gdal.GA_Update).BuildOverviews("NEAREST", [2, 4])
    layer = QgsRasterLayer(layer.source(), "with overviews")
    renderer = threshold_renderer(layer, 70)
    renderer.setInput(layer.dataProvider())
    image = renderer.block(1, layer.extent(), 128, 103).image()
    found = np.array([[image.pixelColor(x, y).alpha() > 0 for x in range(128)] for y in range(103)])
    assert (found == ((percents() >= 70) & (percents() <= 100))).all()


def test_what_the_analyst_made_nodata_is_not_drawn(raster, qgis_new_project):
    layer = probability_layer(raster)
    layer.dataProvider().setUserNoDataValue(1, [QgsRasterRange(0.5, 0.5)])
    found = rendered(layer, threshold_renderer(layer, 30))[..., 3] > 0
    assert (found == ((percents() >= 30) & (percents() <= 100) & (percents() != 50))).all()


def test_the_legend_has_two_lines(layer):
    draw_at(layer, 37, False)
    items = layer.renderer().shader().rasterShaderFunction().colorRampItemList()
    assert [(item.label, item.color.alpha()) for item in items] == [
        ("Other", 0), ("Landslide (≥ 0.37)", LANDSLIDE.alpha())
    ]  # fmt: skip


def test_only_scarps_probabilities_are_such(layer, raster):
    assert is_probability(layer)
    plain = QgsRasterLayer(raster(percents()[None], "plain.tif", nodata=255), "plain")
    in_centimetres = write_scale(raster(np.zeros((1, 4, 4), np.int16), "heights.tif", nodata=-9999))
    heights = QgsRasterLayer(in_centimetres, "heights")
    image = QgsRasterLayer(raster(np.zeros((3, 4, 4), np.uint8), "image.tif"), "image")
    others = [plain, heights, image, QgsRasterLayer("gone.tif", "gone"), QgsVectorLayer("Polygon", "p", "memory"), None]
    assert [is_probability(other) for other in others] == [False] * 6


def test_its_own_style_comes_back(layer):
    layer.renderer().setOpacity(0.6)
    before = style(layer)
    draw_at(layer, 40, False)
    draw_at(layer, 70, True)
    assert (shown_percent(layer), layer.renderer().opacity()) == (70, 0.6)
    assert style(layer) != before
    give_style_back(layer)
    assert style(layer) == before
    assert (shown_percent(layer), layer.renderer().opacity()) == (None, 0.6)
    assert layer.customProperty(STYLE) is None
    give_style_back(layer)
    assert style(layer) == before


def test_a_style_that_the_analyst_gave_it_meanwhile_stays(layer):
    draw_at(layer, 40, False)
    own = threshold_renderer(layer, 10)
    function = own.shader().rasterShaderFunction()
    function.setColorRampItemList([QgsColorRampShader.ColorRampItem(1.0, QColor("blue"), "all")])
    layer.setRenderer(own)
    assert not is_drawn_at_threshold(layer)
    give_style_back(layer)
    assert style(layer) == [(1.0, "#0000ff", 255)]
    draw_at(layer, 50, False)
    give_style_back(layer)
    assert style(layer) == [(1.0, "#0000ff", 255)]


def test_a_style_that_is_no_ramp_is_drawn_below_in_that_of_probabilities(layer):
    ramp = style(layer)
    function = ramp_of("<qgis><pipe><rasterrenderer type='singlebandgray'/></pipe></qgis>", layer)
    assert items(function) == ramp


def test_a_saved_project_shows_what_was_seen_and_still_knows_the_style_before(layer, tmp_path):
    before = style(layer)
    draw_at(layer, 40, False)
    shown, file = style(layer), str(tmp_path / "project.qgz")
    assert QgsProject.instance().write(file)
    give_style_back(layer)
    other = QgsProject()
    assert other.read(file)
    (again,) = other.mapLayers().values()
    assert (style(again), shown_percent(again)) == (shown, 40)
    give_style_back(again)
    assert style(again) == before
    other.clear()


def test_of_many_thresholds_few_are_drawn_and_the_last_one_wins(layer, canvas, wait):
    drawer, drawn = ThresholdStyle(canvas), []
    layer.rendererChanged.connect(lambda: drawn.append(shown_percent(layer)))
    for percent in range(10, 90):
        drawer.show(layer, percent)
    assert drawn == []
    wait(lambda: drawer.is_idle)
    assert drawn == [89]
    for percent in range(10, 81):
        drawer.show(layer, percent)
        QCoreApplication.processEvents()
    wait(lambda: drawer.is_idle)
    assert drawn[-1] == 80 and len(drawn) < 72
    assert (is_landslide(canvas) == ((percents() >= 80) & (percents() <= 100))).all()
    drawer.close()


def test_while_the_canvas_draws_the_next_one_waits(layer, canvas, wait):
    drawer, drawn, waiting = ThresholdStyle(canvas), [], []
    layer.rendererChanged.connect(lambda: drawn.append(shown_percent(layer)))

    def begun():
        if drawn and len(waiting) < 3:
            waiting.append(list(drawn))
            for percent in (50, 60, 70 + len(waiting)):
                drawer.show(layer, percent)

    canvas.renderStarting.connect(begun)
    drawer.show(layer, 20)
    wait(lambda: drawer.is_idle and len(waiting) == 3)
    assert waiting == [[20], [20, 71], [20, 71, 72]]
    assert drawn == [20, 71, 72, 73]
    drawer.close()


def test_a_canvas_that_does_not_draw_is_not_waited_for_forever(layer, canvas, wait):
    drawer = ThresholdStyle(canvas)
    canvas.freeze(True)
    drawer.show(layer, 30)
    wait(lambda: shown_percent(layer) == 30)
    drawer.show(layer, 60)
    wait(lambda: shown_percent(layer) == 60)
    drawer.show(layer, 90)
    drawer.forget()
    wait(lambda: drawer.is_idle)
    assert shown_percent(layer) == 60
    drawer.close()


def test_the_map_beneath_is_seen_where_it_is_not_landslide(layer, canvas, wait):
    draw_at(layer, 50, False)
    canvas.setCanvasColor(QColor(0, 0, 200))
    canvas.refresh()
    canvas.waitWhileRendering()
    seen = colours(canvas.grab().toImage())
    assert (seen[percents() < 50] == (0, 0, 200)).all()
    share = LANDSLIDE.alphaF()
    mixed = [round(share * one + (1 - share) * other) for one, other in zip(LANDSLIDE.getRgb(), (0, 0, 200))]
    landslide = (percents() >= 50) & (percents() <= 100)
    assert (np.abs(seen[landslide].astype(int) - mixed) <= 2).all()
