"""Tests of scarp.engine.sweep_report."""

from __future__ import annotations

import csv
import re

import numpy as np
import pytest
from scarp.engine.errors import ScarpError
from scarp.engine.scores import PixelCounts
from scarp.engine.sweep import Histograms, Sweep, ThresholdRow
from scarp.engine.sweep_report import sweep_report, write_table


def swept(scored: bool) -> Sweep:
    landslide, other = np.zeros(101, np.int64), np.zeros(101, np.int64)
    landslide[[30, 80]], other[[10, 60]] = [10, 30], [1000, 20]
    valid = landslide + other
    counts = PixelCounts(tp=30, fp=20, fn=10, tn=1000) if scored else None
    rows = (ThresholdRow(0.5, 1234, 56789.126, counts), ThresholdRow(0.9, 0, 0.0, PixelCounts(fn=40, tn=1020)))
    if not scored:
        rows = (rows[0], ThresholdRow(0.9, 0, 0.0, None))
        return Sweep(Histograms(valid), rows, 8, 25.0)
    return Sweep(Histograms(valid, landslide, other), rows, 4, 0.0)


def table_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_table_has_a_row_for_each_threshold(tmp_path):
    write_table(swept(True), tmp_path / "t.csv")
    first, second = table_of(tmp_path / "t.csv")
    assert first == {
        "threshold": "0.50", "landslides": "1234", "area_m2": "56789.13", "precision": "0.600000",
        "recall": "0.750000", "f1": "0.666667", "overall_accuracy": "0.971698", "iou": "0.500000", "tp": "30",
        "fp": "20", "fn": "10", "tn": "1000",
    }  # fmt: skip
    assert (second["precision"], second["recall"]) == ("", "0.000000")
    write_table(swept(False), tmp_path / "t.csv")
    first, second = table_of(tmp_path / "t.csv")
    assert (first["landslides"], first["f1"], first["tp"], second["area_m2"]) == ("1234", "", "", "0.00")
    with pytest.raises(ScarpError, match=r"The table cannot be written to .*nowhere.t\.csv \(No such file"):
        write_table(swept(True), tmp_path / "nowhere" / "t.csv")


def test_the_report_with_a_reference():
    page = sweep_report(swept(True), "p <1>", [("Image", "a&b.tif")], 0.45).html()
    assert "p &lt;1&gt;" in page and "a&amp;b.tif" in page
    assert '<td>Best F1</td><td>0.8571</td>' in page  # at 0.80: 30 right, none wrong, 10 missed
    row = "<td.*?>0.50</td><td.*?>0.6000</td><td.*?>0.7500</td><td.*?>0.6667</td><td.*?>0.9717</td><td.*?>0.5000</td>"
    assert re.search(row + "<td.*?>1,234</td><td.*?>56,789</td>", page)
    assert page.count("<figure>") == 4 or "matplotlib is not installed" in page


def test_the_report_without_a_reference_has_no_scores():
    page = sweep_report(swept(False), "p", [], None).html()
    assert "Scores</h2>" not in page and "<th class=\"number\">F1</th>" not in page
    assert "at edges and corners" in page and '<td>Smallest landslide (m²)</td><td>25.0</td>' in page
    assert "<td>Threshold that the model recommends</td><td>–</td>" in page
    assert page.count("<figure>") == 3 or "matplotlib is not installed" in page


def test_the_chart_marks_the_thresholds():
    pytest.importorskip("matplotlib")
    page = sweep_report(swept(True), "p", [], 0.45).html()
    found = swept(True).histograms
    for mark in (f"best F1: {found.best[0]:.2f}", f"Otsu: {found.otsu_threshold:.2f}", "recommended: 0.45"):
        assert page.count(f">{mark}</text>") == 4
