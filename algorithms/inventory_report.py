"""Statistics of an inventory of landslides: sizes, density, slope and aspect."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
)

from ..engine.aspect import facing
from ..engine.errors import ScarpError
from ..engine.evaluation import parse_sizes
from ..engine.evaluation_grid import no_crs
from ..engine.inventory import Inventory
from ..engine.inventory_report import InventoryStatistics, inventory_report, numbers, write_table
from ..engine.mapped_area import MappedArea
from ..engine.polygons_on_grid import PolygonSource
from ..engine.progress import Part, Progress, Quiet, check
from ..engine.size_distribution import SizeDistribution, area_classes
from . import inventory_parameters as p
from .areas import area_polygons, check_source
from .base import LayerAlgorithm
from .destinations import Destination, destination, place_all
from .landslide_layers import wkt_of
from .places import CSV, HTML, check_places, staged
from .rasters import Raster, as_raster, raster_layer

MEASURED_SHARE, MAPPED_SHARE, FACING_SHARE = 20.0, 40.0, 80.0
"""Per cent of the progress bar after which outlines, area and slopes are known."""


@dataclass(frozen=True)
class Inputs:
    """What a run works on, found in the thread that the layers live in.

    Attributes:
        image: nothing where there is none.
        dem: likewise.
        report: where the report goes; nothing leaves it out.
        table: likewise.
    """

    image: Raster | None
    dem: Raster | None
    report: Destination | None
    table: Destination | None


class InventoryReport(LayerAlgorithm):
    """Describe an inventory of landslides."""

    _inputs: Inputs

    def name(self) -> str:
        """Return the id after the provider's."""
        return "inventoryreport"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return self.tr("Inventory report")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return self.tr("Describes an inventory of landslides: number, areas, density, size distribution and aspect.")

    def tags(self) -> list[str]:
        """Return words that the toolbox finds it by."""
        return p.tags(self.tr)

    def about(self) -> str:
        """Return the first paragraphs of the help."""
        return p.about(self.tr)

    def results(self) -> dict[str, str]:
        """Return what the numbers say."""
        return {name: text for name, (_, text) in p.outputs(self.tr).items()}

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs."""
        for parameter in p.inventory_parameters(self.tr):
            self.addParameter(parameter)
        for name, (title, _) in p.outputs(self.tr).items():
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Look at the values before a run.

        Returns:
            The values, with layers instead of /vsi paths and the like, which QGIS's own check refuses.

        Raises:
            ScarpError: says what is wrong.
        """
        parse_sizes(self.parameterAsString(parameters, p.SIZES, context))
        if self.parameterAsSource(parameters, p.INPUT, context) is None:
            return parameters  # QGIS says so
        self.find_inputs(parameters, context, Quiet())
        seen = {name: raster_layer(self.parameterDefinition(name), parameters, context) for name in (p.IMAGE, p.DEM)}
        return {**parameters, **{name: layer for name, layer in seen.items() if layer is not None}}

    def find_inputs(self, parameters: dict[str, Any], context: QgsProcessingContext, progress: Progress) -> Inputs:
        """See ``LayerAlgorithm``."""
        source = self._source(parameters, context)
        check_source(source, QgsCoordinateReferenceSystem(), "landslides")
        area = self.parameterAsSource(parameters, p.AREA, context)
        if area is not None:
            check_source(area, source.sourceCrs())
        layers = {name: raster_layer(self.parameterDefinition(name), parameters, context) for name in (p.IMAGE, p.DEM)}
        rasters = {name: as_raster(layer, progress) if layer else None for name, layer in layers.items()}
        for raster in rasters.values():
            if raster is not None and not raster.crs.isValid():
                raise no_crs(raster.name)
            if raster is not None and not source.sourceCrs().isValid():
                raise no_crs(source.sourceName())
        report, table = (
            destination(self.parameterDefinition(name), parameters, context) for name in (p.REPORT, p.TABLE)
        )
        check_places(self, {"report": (report, HTML), "table": (table, CSV)}, parameters, context)
        return Inputs(rasters[p.IMAGE], rasters[p.DEM], report, table)

    def _source(self, parameters: dict[str, Any], context: QgsProcessingContext) -> QgsProcessingFeatureSource:
        """The landslides.

        Raises:
            ScarpError: if they cannot be read.
        """
        source = self.parameterAsSource(parameters, p.INPUT, context)
        if source is None:
            raise ScarpError("The landslides cannot be read; choose another layer.")
        return source

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback,
        stack: ExitStack,
    ) -> dict[str, Any]:  # fmt: skip
        """See ``LayerAlgorithm``."""
        inputs = self._inputs
        # Both are opened before the work begins, so that a place that cannot be written to costs no time.
        report, table = staged(inputs.report, "report", stack), staged(inputs.table, "table", stack)
        source = self._source(parameters, context)
        crs = source.sourceCrs()
        if not crs.isValid():
            feedback.pushWarning(
                f'The layer "{source.sourceName()}" has no coordinate reference system, so its coordinates are taken '
                "for metres. Assign one (Layer > Set CRS)."
            )
        polygons = PolygonSource(lambda: _every_wkb(source), wkt_of(crs), source.sourceName())
        inventory = Inventory.of(polygons, source.featureCount(), Part(feedback, 0.0, MEASURED_SHARE))
        if inventory.left_out:
            feedback.pushWarning(f"Polygons without an area that are left out: {inventory.left_out:,}.")
        mapped = self._mapped(inventory, crs, parameters, context, Part(feedback, MEASURED_SHARE, MAPPED_SHARE))
        outside = len(inventory) - int(mapped.inside.sum())
        if outside:
            feedback.pushInfo(f"Landslides outside the mapped area that are left out: {outside:,}.")
        areas_m2 = inventory.areas_m2[mapped.inside]
        found = None
        if inputs.dem is not None:
            progress = Part(feedback, MAPPED_SHARE, FACING_SHARE)
            chosen = inventory.polygons(mapped.inside, progress)
            found = facing(inputs.dem.source, chosen, polygons.crs_wkt, len(areas_m2), progress)
            uncovered = int(np.isnan(found.slope_deg).sum())
            if uncovered:
                feedback.pushWarning(
                    f'Landslides that the elevation model "{inputs.dem.name}" does not cover by half, and that have no '
                    f"slope and aspect: {uncovered:,}."
                )
        samples = self.parameterAsInt(parameters, p.SAMPLES, context)
        limits_m2 = parse_sizes(self.parameterAsString(parameters, p.SIZES, context))
        statistics = InventoryStatistics(
            areas_m2, mapped, area_classes(areas_m2, limits_m2),
            SizeDistribution.of(areas_m2, samples, Part(feedback, FACING_SHARE, 100.0)), found,
        )  # fmt: skip
        if report is not None:
            about = [("Left out: outside the mapped area", f"{outside:,}"),
                     ("Left out: without an area", f"{inventory.left_out:,}"),
                     ("Elevation model", inputs.dem.name if inputs.dem else "")]  # fmt: skip
            known = [(name, value) for name, value in about if value not in ("", "0")]
            inventory_report(statistics, source.sourceName(), known).write(report.path)
        if table is not None:
            write_table(statistics, table.path)
        check(feedback)
        place_all([file for file in (report, table) if file is not None])
        _say(statistics, feedback)
        feedback.setProgress(100.0)
        files = {name: str(file.target) for name, file in ((p.REPORT, report), (p.TABLE, table)) if file}
        return {**files, **numbers(statistics)}

    def _mapped(
        self, inventory: Inventory, crs: QgsCoordinateReferenceSystem, parameters: dict[str, Any],
        context: QgsProcessingContext, progress: Progress,
    ) -> MappedArea:  # fmt: skip
        """The area that was mapped."""
        extent, named = None, []
        source, image = self.parameterAsSource(parameters, p.AREA, context), self._inputs.image
        if parameters.get(p.EXTENT) not in (None, ""):
            extent = self.parameterAsExtentGeometry(parameters, p.EXTENT, context, crs)
            named.append(f"extent {self.parameterAsString(parameters, p.EXTENT, context)}")
        found = area_polygons(source, extent, crs, context, progress, self.tr("Mapped area"))
        if source is not None:
            named.insert(0, f'layer "{source.sourceName()}"')
        if image is not None:
            named.insert(0, f'image "{image.name}" without nodata')
        polygons = found.polygons if found is not None else []
        crs_wkt = wkt_of(crs) if found is None or found.crs_wkt is None else found.crs_wkt
        what = ", ".join(named)
        if image is not None:
            return MappedArea.of_image(inventory, image.source, image.name, polygons, crs_wkt, what, progress)
        if polygons:
            return MappedArea.of_polygons(inventory, polygons, crs_wkt, what, progress)
        progress.pushInfo(
            "No mapped area is given, so the density is that in the convex hull of the landslides, which mostly is too "
            "high."
        )
        return MappedArea.of_hull(inventory)


def _every_wkb(source: QgsProcessingFeatureSource) -> Iterator[bytes]:
    """The geometries of a layer; those that cross themselves are repaired later, and missing ones counted."""
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    for feature in source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks):
        yield bytes(feature.geometry().asWkb()) if feature.hasGeometry() else b""


def _say(statistics: InventoryStatistics, progress: Progress) -> None:
    """The main numbers in the log."""
    areas_m2, sizes = statistics.areas_m2, statistics.sizes
    progress.pushInfo(
        f"{len(areas_m2):,} landslides of {areas_m2.sum():,.0f} m² in all; the largest has {areas_m2.max():,.0f} m²."
    )
    if statistics.mapped.area_m2 > 0:
        progress.pushInfo(
            f"{statistics.density_per_km2:,.3f} landslides per km², {100 * statistics.area_share:.2f} % of "
            f"{statistics.mapped.area_m2 / 1e6:,.3f} km²."
        )
    if sizes.tail is not None:
        progress.pushInfo(
            f"Tail: exponent {sizes.tail.alpha:.3f} ± {sizes.tail.error:.3f} from {sizes.tail.minimum_m2:,.0f} m² on."
        )
    if sizes.rollover_m2 > 0:
        progress.pushInfo(f"Rollover: {sizes.rollover_m2:,.0f} m².")
    for note in sizes.notes:
        progress.pushWarning(note)
