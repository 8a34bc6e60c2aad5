from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsRasterLayer
from scarp.algorithms.class_raster_style import class_style, put_class_style_beside
from scarp.engine.class_raster import class_colours
from scarp.engine.errors import ScarpError

NAMES = ("landslide", 'road "A&B" <dry>', "Wölkchen")


def entries(layer: QgsRasterLayer) -> list[tuple[float, str, str]]:
    return [(entry.value, entry.label, entry.color.name()) for entry in layer.renderer().classes()]


def test_each_class_has_its_name_and_colour_and_the_background_none(qgis_app, raster, tmp_path):
    path = raster(np.array([[[0, 1, 2, 3, 255]]], np.uint8), "c.tif", nodata=255)
    (tmp_path / "style.qml").write_text(class_style(NAMES), encoding="utf-8")
    layer = QgsRasterLayer(path, "classes")
    _, loaded = layer.loadNamedStyle(str(tmp_path / "style.qml"))
    assert loaded
    assert layer.renderer().type() == "paletted"
    colours = ["#{:02x}{:02x}{:02x}".format(*colour) for colour in class_colours(NAMES)]
    assert entries(layer) == [(1, NAMES[0], colours[0]), (2, NAMES[1], colours[1]), (3, NAMES[2], colours[2])]
    block = layer.renderer().block(1, layer.extent(), 5, 1)
    alphas = [(block.color(0, column) >> 24) & 255 for column in range(5)]
    assert alphas[0] == alphas[4] == 0
    assert all(150 < alpha < 200 for alpha in alphas[1:4])


def test_put_beside_where_there_is_none(tmp_path):
    staged, target = tmp_path / "new" / "c.tif", tmp_path / "c.tif"
    staged.parent.mkdir()
    assert put_class_style_beside(staged, target, NAMES) == tmp_path / "c.qml"
    assert staged.with_suffix(".qml").read_text(encoding="utf-8") == class_style(NAMES)


def test_a_style_for_the_same_classes_stays_in_use(tmp_path):
    changed = class_style(NAMES).replace('opacity="0.7"', 'opacity="0.3"')
    (tmp_path / "c.qml").write_text(changed, encoding="utf-8")
    (tmp_path / "new").mkdir()
    assert put_class_style_beside(tmp_path / "new" / "c.tif", tmp_path / "c.tif", NAMES) == tmp_path / "c.qml"
    assert (tmp_path / "c.qml").read_text(encoding="utf-8") == changed
    assert list((tmp_path / "new").iterdir()) == []


def test_a_style_for_other_classes_stays_but_is_not_used(qgis_app, tmp_path):
    (tmp_path / "c.qml").write_text(class_style(["snow"]), encoding="utf-8")
    (tmp_path / "new").mkdir()
    used = put_class_style_beside(tmp_path / "new" / "c.tif", tmp_path / "c.tif", NAMES)
    assert used.read_text(encoding="utf-8") == class_style(NAMES)
    assert used.parent not in (tmp_path, tmp_path / "new")
    assert (tmp_path / "c.qml").read_text(encoding="utf-8") == class_style(["snow"])


def test_a_folder_that_is_gone(tmp_path):
    with pytest.raises(ScarpError, match=r"The style .*c\.qml cannot be written \(No such file or directory\)"):
        put_class_style_beside(tmp_path / "gone" / "c.tif", tmp_path / "c.tif", NAMES)
