"""Tests of scarp.engine.evaluation_report."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from scarp.engine.error_map import ErrorPicture
from scarp.engine.errors import ScarpError
from scarp.engine.evaluation import Evaluation, SizeClass
from scarp.engine.evaluation_grid import EvaluationGrid
from scarp.engine.evaluation_report import html_report, numbers, size_name, write_json
from scarp.engine.scores import ObjectScores, PixelCounts
from scarp.tests.conftest import METRE, UTM, wkt

GRID = EvaluationGrid(8, 4, METRE, wkt(UTM))


def evaluation(counts: PixelCounts, objects: ObjectScores) -> Evaluation:
    picture = ErrorPicture(GRID)
    picture.add(0, np.zeros((4, 8), np.uint8))
    sizes = (SizeClass(0.0, 1000.0, objects), SizeClass(1000.0, math.inf, ObjectScores(0.5, 0, 0, 0, 0)))
    areas = {"correct": 12.5, "missed": 2.0, "false": 1000.0}
    return Evaluation(counts, areas, objects, sizes, GRID, 3, picture)


FULL = evaluation(PixelCounts(6, 2, 3, 18), ObjectScores(0.5, 4, 3, 5, 2))
EMPTY = evaluation(PixelCounts(0, 0, 3, 18), ObjectScores(0.5, 4, 0, 0, 0))


def test_numbers() -> None:
    found = numbers(FULL)
    assert (found["PRECISION"], found["RECALL"], found["OBJECT_RECALL"]) == (6 / 8, 6 / 9, 3 / 4)
    assert found["OBJECT_F1"] == pytest.approx(2 * 0.75 * 0.4 / 1.15)
    assert len(found) == 20
    assert set(found) - set(numbers(EMPTY)) == {"PRECISION", "OBJECT_PRECISION"}


def test_json(tmp_path: Path) -> None:
    path = tmp_path / "n.json"
    write_json(path, EMPTY, {"Extraction": "Müre"})
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["inputs"] == {"Extraction": "Müre"}
    assert content["pixels"]["tn"] == 18 and content["pixels"]["unlabelled"] == 3
    assert content["pixels"]["precision"] is None and content["pixels"]["recall"] == 0.0
    assert content["objects"] == {
        "overlap": 0.5, "reference": 4, "found": 0, "extracted": 0, "right": 0, "recall": 0.0, "precision": None,
        "f1": 0.0,
    }  # fmt: skip
    assert [(size["from_m2"], size["to_m2"]) for size in content["sizes"]] == [(0.0, 1000.0), (1000.0, None)]
    assert content["grid"]["geotransform"] == list(METRE)
    with pytest.raises(ScarpError, match=r"The numbers cannot be written to .*nowhere"):
        write_json(tmp_path / "nowhere" / "n.json", FULL, {})


def test_html() -> None:
    page = html_report(FULL, {"Extraction": "<a>"}, "a – b").html()
    for text in ("<h1>a – b</h1>", "&lt;a&gt;", "0.750", "0.667", "TP / (TP + FP)", "at least 50 % of it", "1,000"):
        assert text in page
    assert page.count("data:image/png") == 1
    assert "below 1,000" in page and "1,000 and more" in page
    assert ">–<" in html_report(EMPTY, {}, "a").html()


def test_names_of_sizes() -> None:
    names = [size_name(low, high) for low, high in ((0, 100), (100, 1_000_000), (1_000_000, math.inf))]
    assert names == ["below 100", "100 to 1,000,000", "1,000,000 and more"]
