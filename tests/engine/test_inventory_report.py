from __future__ import annotations

import csv
import math
import re
from dataclasses import replace

import numpy as np
import pytest
from scarp.engine.aspect import Facing
from scarp.engine.errors import ScarpError
from scarp.engine.inventory_report import COLUMNS, InventoryStatistics, inventory_report, numbers, write_table
from scarp.engine.mapped_area import MappedArea
from scarp.engine.progress import Quiet
from scarp.engine.size_distribution import SizeDistribution, area_classes
from scarp.tests.engine.test_inverse_gamma import GUATEMALA, drawn


def described(areas_m2: np.ndarray, area_m2: float = 2e6, limits=(), facing=None, is_given=True) -> InventoryStatistics:
    mapped = MappedArea(area_m2, 'layer "area"', np.ones(len(areas_m2), bool), is_given)
    sizes = SizeDistribution.of(areas_m2, 0, Quiet())
    return InventoryStatistics(areas_m2, mapped, area_classes(areas_m2, limits), sizes, facing)


FEW = described(np.array([50.0, 150.0, 800.0, 3000.0]), limits=(100.0, 1000.0))
MANY = described(drawn(GUATEMALA, 2000, 2), 1e8)


def cell(page: str, name: str) -> str:
    """What stands beside a name in a table."""
    found = re.search(rf"<td>{re.escape(name)}</td><td[^>]*>(.*?)</td>", page)
    assert found is not None, name
    return found[1]


def rows_of(path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_numbers():
    assert numbers(FEW) == {
        "COUNT": 4, "TOTAL_AREA_M2": 4000.0, "LARGEST_AREA_M2": 3000.0, "DENSITY_PER_KM2": 2.0, "AREA_SHARE": 0.002,
    }  # fmt: skip
    found, tail = numbers(MANY), MANY.sizes.tail
    assert (found["ALPHA"], found["ALPHA_ERROR"], found["TAIL_MINIMUM_M2"]) == (tail.alpha, tail.error, tail.minimum_m2)
    assert found["ROLLOVER_M2"] == pytest.approx(401, abs=40)
    unknown = described(np.array([5.0, 6.0]), math.nan)
    assert numbers(unknown) == {"COUNT": 2, "TOTAL_AREA_M2": 11.0, "LARGEST_AREA_M2": 6.0}
    assert FEW.magnitude == pytest.approx(math.log10(4))


def test_the_table_has_a_row_for_each_class_and_one_for_all(tmp_path):
    write_table(FEW, tmp_path / "t.csv")
    rows = rows_of(tmp_path / "t.csv")
    assert tuple(rows[0]) == COLUMNS
    assert [row["class"] for row in rows] == ["1", "2", "3", "all"]
    assert rows[1] == {
        "class": "2", "from_m2": "100", "to_m2": "1000", "landslides": "2", "landslide_share": "0.500000",
        "area_m2": "950.00", "area_share": "0.237500", "per_km2": "1", "frequency_density_per_m2": "0.000555556",
    }  # fmt: skip
    assert [row["frequency_density_per_m2"] for row in rows] == ["0.0025", "0.000555556", "", ""]
    assert (rows[2]["to_m2"], rows[3]["from_m2"], rows[3]["landslides"], rows[3]["area_m2"]) == (
        "", "0", "4", "4000.00"
    )  # fmt: skip
    write_table(described(np.array([5.0, 6.0]), math.nan), tmp_path / "t.csv")
    assert [row["per_km2"] for row in rows_of(tmp_path / "t.csv")] == ["", ""]
    with pytest.raises(ScarpError, match=r"The table cannot be written to .*nowhere.t\.csv \(No such file"):
        write_table(FEW, tmp_path / "nowhere" / "t.csv")


def test_the_report_of_few_landslides():
    page = inventory_report(FEW, "a <b>", [("Elevation model", "d&m")]).html()
    assert "<h1>a &lt;b&gt;</h1>" in page and cell(page, "Elevation model") == "d&amp;m"
    assert (cell(page, "Landslides"), cell(page, "Area of all landslides (m²)")) == ("4", "4,000")
    assert (cell(page, "Mean area (m²)"), cell(page, "Median area (m²)")) == ("1,000.0", "475.0")
    assert (cell(page, "Largest landslide (m²)"), cell(page, "Smallest landslide (m²)")) == ("3,000.0", "50.0")
    assert (cell(page, "Landslides per km²"), cell(page, "Share of the mapped area that is landslide")) == (
        "2.000", "0.20 %"
    )  # fmt: skip
    assert cell(page, "Mapped area") == "layer &quot;area&quot;"
    assert "No power-law tail and no rollover are fitted. There are 4 landslides, and it takes 50." in page
    assert "Exponent" not in page and "Slope and aspect" not in page and "convex hull" not in page
    assert re.search("<td>100 to 1,000</td><td.*?>2</td><td.*?>50.00 %</td><td.*?>1.000</td><td.*?>950</td>", page)
    assert page.count("<figure>") == 2 or "matplotlib is not installed" in page


def test_the_report_of_many_landslides():
    page = inventory_report(MANY, "many", []).html()
    tail, shape = MANY.sizes.tail, MANY.sizes.shape
    assert cell(page, "Exponent α of the tail") == f"{tail.alpha:.3f} ± {tail.error:.3f}"
    assert cell(page, "Landslides in the tail") == f"{tail.count:,}"
    assert cell(page, "p-value of the tail") == "–"
    assert cell(page, "Inverse gamma: exponent of its tail, ρ + 1") == f"{shape.rho + 1:.3f}"
    assert cell(page, "Rollover, the most frequent area (m²)") == f"{MANY.sizes.rollover_m2:,.1f}"
    assert cell(page, "Magnitude of the event, log10 of their number") == f"{math.log10(len(MANY.areas_m2)):.2f}"
    asked = replace(MANY, sizes=replace(MANY.sizes, p_value=0.25))
    assert cell(inventory_report(asked, "many", []).html(), "p-value of the tail") == "0.25"


def test_the_chart_shows_what_was_fitted():
    pytest.importorskip("matplotlib")
    page, tail = inventory_report(MANY, "many", []).html(), MANY.sizes.tail
    for text in (f"rollover {MANY.sizes.rollover_m2:,.0f} m²", f"power law, α = {tail.alpha:.2f} ± {tail.error:.2f}",
                 "inverse gamma", "p(A) (1/m²)", "10⁻⁶"):  # fmt: skip
        assert f">{text}</text>" in page
    assert ">rollover" not in inventory_report(FEW, "few", []).html()


def test_what_was_not_said_is_said():
    page = inventory_report(described(np.arange(1.0, 9.0), is_given=False), "hull", []).html()
    assert "It was not said where landslides were looked for. Their density is that in their convex hull" in page
    page = inventory_report(described(np.array([5.0, 6.0]), math.nan, is_given=False), "two", []).html()
    assert (cell(page, "Mapped area (km²)"), cell(page, "Landslides per km²")) == ("–", "–")


@pytest.mark.parametrize("areas, limits", [
    ([7.0], ()), ([25.0] * 80, (100.0,)), ([1e-6, 1e9], ()), ([0.5, 0.7], (1e-9, 1e12)), ([1000.0], (1000.0,)),
])  # fmt: skip
def test_any_areas_and_classes_have_a_report(areas, limits, tmp_path):
    statistics = described(np.array(areas), limits=limits)
    page = inventory_report(statistics, "any", []).html()
    assert cell(page, "Landslides") == str(len(areas))
    write_table(statistics, tmp_path / "t.csv")
    assert len(rows_of(tmp_path / "t.csv")) == len(statistics.classes) + 1
    if len(statistics.classes) == 1:
        assert re.search(r"<td>all</td><td.*?>\d+</td><td.*?>100.00 %</td>", page)


def test_slope_and_aspect():
    slopes = np.array([3.0, 12.0, 14.0, 31.0, math.nan, 0.0])
    aspects = np.array([10.0, 350.0, 90.0, 0.0, math.nan, math.nan])
    page = inventory_report(described(np.arange(1.0, 7.0), facing=Facing(slopes, aspects)), "a", []).html()
    assert (cell(page, "Landslides that the DEM covers"), cell(page, "Landslides that face some way")) == ("5", "4")
    assert (cell(page, "Mean slope (°)"), cell(page, "Gentlest and steepest (°)")) == ("12.0", "0.0 to 31.0")
    # Three vectors of about north and one of east.
    assert (cell(page, "Mean direction (°)"), cell(page, "Strength of the mean direction")) == ("19", "0.78")
    assert [cell(page, name) for name in ("N", "NNE", "E", "S")] == ["3", "0", "1", "0"]
    assert page.count("<figure>") == 4 or "matplotlib is not installed" in page


def test_where_nothing_faces_anywhere():
    none = Facing(np.full(2, math.nan), np.full(2, math.nan))
    page = inventory_report(described(np.array([1.0, 2.0]), facing=none), "a", []).html()
    assert "The DEM covers no landslide, so that neither slope nor aspect is known." in page
    flat = Facing(np.zeros(2), np.full(2, math.nan))
    page = inventory_report(described(np.array([1.0, 2.0]), facing=flat), "a", []).html()
    assert (cell(page, "Mean direction (°)"), cell(page, "Landslides that face some way")) == ("–", "0")
    assert "Landslides by slope" in page and "Landslides by aspect" not in page
    ways = Facing(np.full(2, 5.0), np.array([0.0, 180.0]))
    page = inventory_report(described(np.array([1.0, 2.0]), facing=ways), "a", []).html()
    assert (cell(page, "Mean direction (°)"), cell(page, "Strength of the mean direction")) == ("–", "0.00")
