from __future__ import annotations

import math

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingContext, QgsProcessingFeatureSource, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant
from scarp.algorithms.evidence_fields import FIELDS, field_number, read_features, result_fields, slope_field
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.progress import Quiet


def source_of(fields: str, count: int = 1):
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32654&{fields}", "landslides", "memory")
    for _ in range(count):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,2 2,2 0,0 2,0 0))"))
        layer.dataProvider().addFeature(feature)
    context = QgsProcessingContext()
    source = QgsProcessingFeatureSource(layer, context)
    source.kept_alive = layer, context
    return source


def test_fields_of_an_earlier_run_give_way(qgis_app):
    long = source_of("field=name:string&field=preexisting:integer&field=slope_mean_deg:double")
    assert list(result_fields(long)) == ["name", *FIELDS] and slope_field(long) == "slope_mean_deg"
    short = source_of("field=slope_deg:double&field=name:string&field=idx_change:double&field=reason:string")
    assert list(result_fields(short)) == ["name", *FIELDS] and slope_field(short) == "slope_deg"
    assert slope_field(source_of("field=name:string")) is None


@pytest.mark.parametrize(
    ("value", "number"), [(3, 3.0), ("2.5", 2.5), (None, None), ("steep", None), (math.nan, None), (QVariant(), None)]
)
def test_numbers_of_fields(value, number):
    assert field_number(value) == number


def test_features_that_are_invalid_are_read_too(qgis_app, progress):
    assert len(read_features(source_of("field=name:string", 3), Quiet())) == 3
    with pytest.raises(ScarpError, match='The layer "landslides" has no landslide; choose another'):
        read_features(source_of("field=name:string", 0), Quiet())
    progress.cancel_after = 1
    with pytest.raises(Cancelled):
        read_features(source_of("field=name:string", 3), progress)
