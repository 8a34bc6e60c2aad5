from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QLocale
from scarp.ui.model_card import card, facts, kind, resolution, size

MODEL: dict[str, Any] = {
    "name": "mine", "path": "/models/mine.onnx", "bundled": False, "card": "", "error": "", "size_bytes": 21_473_063,
    "kind": "semantic", "network": {"name": "unet"}, "classes": ["landslide"], "bands": ["red", "green", "blue"],
    "resolution_m": [0.3, 5.0], "tile_size": 64, "threshold": 0.5, "score": None,
    "training": {"data": ["north", "south"]}, "scores": {"f1": 0.7124, "tp": 3, "threshold": 0.5}, "version": "1",
}  # fmt: skip


def test_what_is_stated(qgis_app):
    QLocale.setDefault(QLocale(QLocale.Language.English))
    found = dict(facts(MODEL))
    assert found == {
        "Finds landslides": "by pixel", "Classes": "landslide", "Bands": "red, green, blue",
        "Ground resolution": "0.3 to 5 m", "Recommended threshold": "0.50", "Network": "unet",
        "Trained on": "north, south", "Scores": "F1 0.71", "File": "/models/mine.onnx (21.5 MB)",
    }  # fmt: skip
    assert (kind({**MODEL, "kind": "instance"}), resolution({**MODEL, "resolution_m": [2, 2]})) == ("one by one", "2 m")
    assert size({**MODEL, "size_bytes": 900}) == "900 bytes"


def test_scores_of_several_data_sets(qgis_app):
    scores = {"bijie val": {"best_f1": 0.593, "ap50": 0.531}, "dusk": {"precision": 0.5, "recall": 0.25}}
    found = dict(facts({**MODEL, "scores": scores}))
    assert found["Scores, bijie val"] == "best F1 0.59, AP50 0.53"
    assert found["Scores, dusk"] == "precision 0.50, recall 0.25"
    assert "Scores" not in found


def test_what_is_not_stated_is_left_out(qgis_app):
    bare = {**MODEL, "network": {}, "training": {}, "scores": {}}
    assert {"Network", "Trained on", "Scores"} & {title for title, _ in facts(bare)} == set()


def test_a_file_that_is_no_model(qgis_app):
    broken = {"name": "a<b", "path": "/models/a.onnx", "error": "It is none & broken."}
    assert facts(broken) == [("Cannot be used", "It is none & broken."), ("File", "/models/a.onnx")]
    assert "<b>a&lt;b</b>" in card(broken) and "none &amp; broken" in card(broken)
