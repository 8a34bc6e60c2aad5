"""The statistics of an inventory as numbers, as a table, and as a page to read."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .aspect import SECTORS, Facing, mean_direction, sector_counts
from .charts import Line, bar_chart, line_chart, rose_chart
from .errors import ScarpError
from .evaluation_report import size_name
from .html_report import NOTHING, HtmlReport, number
from .mapped_area import MappedArea
from .size_distribution import AreaClass, SizeDistribution, frequency_densities

Floats = NDArray[np.float64]

KM2 = 1e6
SLOPE_CLASS_DEG = 5
CURVE_POINTS = 200
ROOM = 3.0
COLUMNS = (
    "class", "from_m2", "to_m2", "landslides", "landslide_share", "area_m2", "area_share", "per_km2",
    "frequency_density_per_m2",
)  # fmt: skip


@dataclass(frozen=True)
class InventoryStatistics:
    """What is told of n landslides.

    Attributes:
        areas_m2: shape (n,).
        mapped: the area that they were looked for in.
        classes: by size.
        sizes: what was fitted to the areas.
        facing: how they lie; nothing without a DEM.
    """

    areas_m2: Floats
    mapped: MappedArea
    classes: tuple[AreaClass, ...]
    sizes: SizeDistribution
    facing: Facing | None

    @property
    def magnitude(self) -> float:
        """Of the event, from the number of landslides (Malamud et al. 2004)."""
        return math.log10(len(self.areas_m2))

    @property
    def density_per_km2(self) -> float:
        """Landslides per square kilometre; NaN where the mapped area is not known."""
        return self.per_km2(len(self.areas_m2))

    @property
    def area_share(self) -> float:
        """Area of the landslides in the mapped area; NaN where that is not known."""
        return float(self.areas_m2.sum()) / self.mapped.area_m2 if self.mapped.area_m2 > 0 else math.nan

    def per_km2(self, count: int) -> float:
        """Of so many landslides."""
        return count / self.mapped.area_m2 * KM2 if self.mapped.area_m2 > 0 else math.nan


def numbers(statistics: InventoryStatistics) -> dict[str, float | int]:
    """The main numbers by name; what is not known is left out."""
    areas_m2, tail = statistics.areas_m2, statistics.sizes.tail
    found: dict[str, float | int] = {
        "COUNT": len(areas_m2),
        "TOTAL_AREA_M2": float(areas_m2.sum()),
        "LARGEST_AREA_M2": float(areas_m2.max()),
        "DENSITY_PER_KM2": statistics.density_per_km2,
        "AREA_SHARE": statistics.area_share,
        "ALPHA": tail.alpha if tail else math.nan,
        "ALPHA_ERROR": tail.error if tail else math.nan,
        "TAIL_MINIMUM_M2": tail.minimum_m2 if tail else math.nan,
        "ROLLOVER_M2": statistics.sizes.rollover_m2,
    }
    return {name: value for name, value in found.items() if not math.isnan(value)}


def write_table(statistics: InventoryStatistics, path: Path) -> None:
    """Write a row for each class of size and one for all landslides as CSV; what is not known is left empty.

    Args:
        statistics: of the inventory.
        path: of the file.

    Raises:
        ScarpError: if it cannot be written.
    """
    count, area_m2 = len(statistics.areas_m2), float(statistics.areas_m2.sum())
    every = AreaClass(0.0, math.inf, count, area_m2)
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(COLUMNS)
            for name, each in [*enumerate(statistics.classes, 1), ("all", every)]:
                low, high, per_km2 = each.low_m2, each.high_m2, statistics.per_km2(each.count)
                table.writerow([
                    name, f"{low:.10g}", "" if math.isinf(high) else f"{high:.10g}", each.count,
                    f"{each.count / count:.6f}", f"{each.area_m2:.2f}", f"{each.area_m2 / area_m2:.6f}",
                    "" if math.isnan(per_km2) else f"{per_km2:.6g}",
                    "" if math.isinf(high) else f"{each.count / count / (high - low):.6g}",
                ])  # fmt: skip
    except OSError as error:
        raise ScarpError(
            f"The table cannot be written to {path} ({error.strerror}). Make room there, or choose another place."
        ) from error


def inventory_report(statistics: InventoryStatistics, name: str, about: Iterable[tuple[str, str]]) -> HtmlReport:
    """The report of an inventory.

    Args:
        statistics: of it.
        name: of its layer.
        about: what else is to stand in the summary: names and values.

    Returns:
        The report, to be written.
    """
    report = HtmlReport(name, "Statistics of a landslide inventory")
    areas_m2, mapped_m2 = statistics.areas_m2, statistics.mapped.area_m2
    report.table(
        ("", "Value"),
        [
            *about,
            ("Landslides", number(len(areas_m2))),
            ("Magnitude of the event, log10 of their number", number(statistics.magnitude, 2)),
            ("Area of all landslides (m²)", number(float(areas_m2.sum()), 0)),
            ("Mean area (m²)", number(float(areas_m2.mean()), 1)),
            ("Median area (m²)", number(float(np.median(areas_m2)), 1)),
            ("Largest landslide (m²)", number(float(areas_m2.max()), 1)),
            ("Smallest landslide (m²)", number(float(areas_m2.min()), 1)),
            ("Mapped area", statistics.mapped.what),
            ("Mapped area (km²)", number(mapped_m2 / KM2, 4)),
            ("Landslides per km²", number(statistics.density_per_km2)),
            ("Share of the mapped area that is landslide", _percent(statistics.area_share)),
        ],
    )
    report.paragraph(
        "Areas are ellipsoidal and measured from the outlines; landslides that overlap count in full. The magnitude "
        "holds where the landslides are all those of one event (Malamud et al. 2004)."
    )
    if not statistics.mapped.is_given:
        report.paragraph(
            "It was not said where landslides were looked for. Their density is that in their convex hull, which "
            "mostly is smaller than the mapped area, so that it comes out too high. Give the mapped area, or the image."
        )
    _add_sizes(report, statistics)
    _add_classes(report, statistics)
    if statistics.facing is not None:
        _add_facing(report, statistics.facing)
    return report


def _add_sizes(report: HtmlReport, statistics: InventoryStatistics) -> None:
    sizes = statistics.sizes
    tail, shape = sizes.tail, sizes.shape
    report.heading("Area and frequency")
    report.chart(
        _frequency_chart(statistics),
        "Frequency density p(A): the share of the landslides in a bin of area, divided by its width. Bins are equally "
        "wide on the logarithmic axis; empty ones are left out.",
    )
    rows = []
    if tail is not None:
        rows += [
            ("Exponent α of the tail", f"{tail.alpha:.3f} ± {tail.error:.3f}"),
            ("Tail from (m²)", number(tail.minimum_m2, 1)),
            ("Landslides in the tail", number(tail.count)),
            ("Distance of the tail from the law (Kolmogorov-Smirnov)", number(tail.distance, 4)),
            ("p-value of the tail", number(sizes.p_value, 2)),
        ]
    if shape is not None:
        rows += [
            ("Rollover, the most frequent area (m²)", number(sizes.rollover_m2, 1)),
            ("Inverse gamma: exponent of its tail, ρ + 1", number(shape.rho + 1.0)),
            ("Inverse gamma: a (m²)", number(shape.a_m2, 1)),
            ("Inverse gamma: s (m²)", number(shape.s_m2, 1)),
        ]
    if rows:
        report.table(("Fitted", "Value"), rows)
    for note in sizes.notes:
        report.paragraph(note)
    if rows:
        report.paragraph(
            "Tail: p(A) falls with the power −α of the area, fitted by maximum likelihood from the area on where law "
            "and landslides are closest; ± is the standard error (Clauset et al. 2009). A p-value at or below 0.1 "
            f"speaks against a power law; {NOTHING} where it was not asked for. Rollover: the mode of the "
            "three-parameter inverse gamma distribution, fitted by maximum likelihood (Malamud et al. 2004, "
            "equation 3). Where its exponent is another than α, the tail bends: extrapolate neither. A rollover near "
            "the smallest area that could be seen is that of the mapping, not of the landslides."
        )


def _frequency_chart(statistics: InventoryStatistics) -> str:
    areas_m2, sizes = statistics.areas_m2, statistics.sizes
    middles, densities = frequency_densities(areas_m2)
    # With room above the points for the words beside the marks.
    heights = _decades_around(float(densities.min()), ROOM * float(densities.max()))
    lines, marks = [Line("landslides", middles.tolist(), densities.tolist(), points=True)], []
    smallest, largest = float(areas_m2.min()), float(areas_m2.max())
    if sizes.tail is not None:
        x = np.geomspace(sizes.tail.minimum_m2, largest, CURVE_POINTS)
        label = f"power law, α = {sizes.tail.alpha:.2f} ± {sizes.tail.error:.2f}"
        lines.append(Line(label, x.tolist(), sizes.tail.density(x).tolist()))
    if sizes.shape is not None:
        x = np.geomspace(smallest, largest, CURVE_POINTS)
        lines.append(Line("inverse gamma", x.tolist(), sizes.shape.density(x).tolist(), dashed=True))
    if not math.isnan(sizes.rollover_m2):
        marks.append((sizes.rollover_m2, f"rollover {number(sizes.rollover_m2, 0)} m²"))
    return line_chart(
        "Frequency density of landslide areas", "Area (m²)", "p(A) (1/m²)", lines, marks=marks,
        x_range=_decades_around(smallest, largest), y_range=heights, log=True, log_x=True,
    )  # fmt: skip


def _decades_around(low: float, high: float) -> tuple[float, float]:
    """The powers of ten below and above two numbers."""
    return 10.0 ** math.floor(math.log10(low)), 10.0 ** (math.floor(math.log10(high)) + 1)


def _add_classes(report: HtmlReport, statistics: InventoryStatistics) -> None:
    classes, areas_m2 = statistics.classes, statistics.areas_m2
    report.heading("Size classes")
    report.table(
        ("Area (m²)", "Landslides", "Share", "Per km²", "Area of them (m²)", "Share of the area"),
        [
            (
                size_name(each.low_m2, each.high_m2) if len(classes) > 1 else "all", number(each.count),
                _percent(each.count / len(areas_m2)), number(statistics.per_km2(each.count)),
                number(each.area_m2, 0), _percent(each.area_m2 / float(areas_m2.sum())),
            )
            for each in classes
        ],
    )  # fmt: skip
    limits = [each.low_m2 for each in classes[1:]]
    low, high = _decades_around(float(areas_m2.min()), float(areas_m2.max()))
    if limits:  # which may lie beyond all landslides; the open classes are drawn a decade wide at least
        low, high = min(low, limits[0] / 10), max(high, limits[-1] * 10)
    edges = [low, *limits, high]
    report.chart(
        bar_chart("Landslides by size", "Area (m²)", "Landslides", edges, [each.count for each in classes], log_x=True),
        "Landslides in each class of size, on a logarithmic axis.",
    )


def _add_facing(report: HtmlReport, facing: Facing) -> None:
    known, sloping = np.isfinite(facing.slope_deg), np.isfinite(facing.aspect_deg)
    report.heading("Slope and aspect")
    if not known.any():
        report.paragraph("The DEM covers no landslide, so that neither slope nor aspect is known.")
        return
    slopes = facing.slope_deg[known]
    direction_deg, length = mean_direction(facing.aspect_deg)
    report.table(
        ("", "Value"),
        [
            ("Landslides that the DEM covers", number(int(known.sum()))),
            ("Mean slope (°)", number(float(slopes.mean()), 1)),
            ("Median slope (°)", number(float(np.median(slopes)), 1)),
            ("Gentlest and steepest (°)", f"{slopes.min():.1f} to {slopes.max():.1f}"),
            ("Landslides that face some way", number(int(sloping.sum()))),
            ("Mean direction (°)", number(direction_deg, 0)),
            ("Strength of the mean direction", number(length, 2)),
        ],
    )
    edges = np.arange(0, math.floor(slopes.max() / SLOPE_CLASS_DEG) + 2) * SLOPE_CLASS_DEG
    counts = np.histogram(slopes, edges)[0].tolist()
    report.chart(
        bar_chart("Landslides by slope", "Mean slope (°)", "Landslides", edges.tolist(), counts),
        f"Landslides by their mean slope, in classes of {SLOPE_CLASS_DEG}°.",
    )
    if not sloping.any():
        return
    sectors = sector_counts(facing.aspect_deg).tolist()
    mark = None if math.isnan(direction_deg) else direction_deg
    report.chart(
        rose_chart("Landslides by aspect", sectors, mark, f"mean direction {number(direction_deg, 0)}°"),
        "Landslides by the direction that they face. The area of a sector, not its length, shows how many.",
    )
    report.table(
        ("Aspect", "Landslides", "Share"),
        [(name, number(count), _percent(count / sum(sectors))) for name, count in zip(SECTORS, sectors)],
    )
    report.paragraph(
        "Slope is the mean of a landslide's pixels on the DEM's own grid (Horn 1981), aspect the circular mean of "
        "their downslope directions, clockwise from true north; pixels flatter than 0.1° face nowhere. The strength of "
        "the mean direction is 1 where all landslides face one way, and near 0 where they face all ways alike."
    )


def _percent(share: float) -> str:
    return NOTHING if math.isnan(share) else f"{100 * share:.2f} %"
