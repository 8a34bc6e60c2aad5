from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import scarp
from qgis.core import (
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor
from scarp.tests.ui.review_ground import by_id, landslides
from scarp.ui.review_status import set_status
from scarp.ui.review_style import STYLE, by_status, show_style

STYLES = Path(scarp.__file__).parent / "resources" / "styles"


@pytest.fixture
def layer(qgis_app):
    """Four landslides: not reviewed, accepted, rejected and a river."""
    made = landslides()
    made.loadNamedStyle(str(STYLES / "landslides.qml"))
    for number, status in ((2, "accepted"), (3, "rejected"), (4, "river")):
        set_status(made, [by_id(made, number).id()], status)
    return made


def legend(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()]


def pixels(layer, number):
    """Colours of the landslide with a number as it is drawn, shape (80, 80, 3), without its outline."""
    return picture(layer, number)[10:90, 10:90]


def picture(layer, number):
    """Colours of the landslide with a number as it is drawn, and of what lies close around it."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    box = by_id(layer, number).geometry().boundingBox()
    box.scale(1.1)
    settings.setExtent(box)
    settings.setOutputSize(QSize(100, 100))
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.Flag.Antialiasing, False)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return np.array([[QColor(image.pixel(x, y)).getRgb()[:3] for x in range(100)] for y in range(100)])


def outlines(layer):
    """Colours of the outlines as they are drawn, by the field id: of those that a landslide may have."""
    known = ["#e31a1c", "#33a02c", "#808080", "#1f78b4"]
    found = {}
    for number in (1, 2, 3, 4):
        drawn = {"#{:02x}{:02x}{:02x}".format(*colour) for colour in picture(layer, number).reshape(-1, 3).tolist()}
        found[number] = [colour for colour in known if colour in drawn]
    return found


def test_each_status_has_its_look(layer):
    assert outlines(layer) == {1: ["#e31a1c"], 2: ["#33a02c"], 3: ["#808080"], 4: ["#1f78b4"]}
    assert legend(layer) == ["Accepted", "Rejected", "Other class", "Not reviewed"]


def test_the_style_stays_with_the_layer_and_the_one_before_too(layer):
    styles = layer.styleManager()
    assert (styles.styles(), styles.currentStyle()) == (["default", STYLE], STYLE)
    styles.setCurrentStyle("default")
    assert layer.renderer().type() == "singleSymbol"
    set_status(layer, [by_id(layer, 1).id()], "accepted")
    assert styles.currentStyle() == "default"  # who has switched back stays there
    styles.setCurrentStyle(STYLE)
    assert outlines(layer)[1] == ["#33a02c"]


def test_what_is_not_reviewed_keeps_the_classes_of_its_style(qgis_app):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654&field=id:integer&field=threshold:double", "", "memory")
    layer.dataProvider().addFeatures(landslides().getFeatures())
    layer.loadNamedStyle(str(STYLES / "landslides_by_threshold.qml"))
    before = [picture(layer, number) for number in (1, 2)]
    set_status(layer, [by_id(layer, 1).id()], "accepted")
    assert layer.renderer().type() == "RuleRenderer"
    assert legend(layer)[:4] == ["Accepted", "Rejected", "Other class", "Not reviewed"]
    assert len(legend(layer)) == 4 + 10
    assert (picture(layer, 2) == before[1]).all()
    assert not (picture(layer, 1) == before[0]).all()


def test_a_style_by_status_is_not_wrapped_into_another(layer):
    copy = layer.clone()
    copy.styleManager().setCurrentStyle(STYLE)
    copy.styleManager().renameStyle(STYLE, "of the layer before")
    show_style(copy)
    assert legend(copy) == ["Accepted", "Rejected", "Other class", "Not reviewed"]
    assert isinstance(by_status(landslides()), QgsRuleBasedRenderer)


def test_rejected_ones_are_crossed_out_on_the_canvas(layer):
    grey = pixels(layer, 3)[:, :, 1]
    assert 0.02 < (grey < 250).mean() < 0.6  # lines, between which the image is seen
    assert (pixels(layer, 2)[:, :, 1] < 200).mean() < 0.02
