from __future__ import annotations

import base64
import json
import re
import sys
from collections import Counter
from html.parser import HTMLParser

import numpy as np
import pytest
from osgeo import gdal
from scarp.engine import charts
from scarp.engine.errors import ScarpError
from scarp.models import training_report
from scarp.models.job import Job, Source
from scarp.models.training_report import BLUE, GREEN, GREY, RED, YELLOW, Prediction, write_report

TRAINING, VALIDATION, AT_BEST = charts.COLOURS[:3]
VOID = {"meta", "img", "br"}


class Page(HTMLParser):
    """What a page holds, and that all that is opened is closed."""

    def __init__(self, path):
        super().__init__()
        self.open, self.charts, self.tables, self.paragraphs, self.headings = [], [], [], [], []
        self.pictures, self.captions, self.tags = [], [], set()
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        named = dict(attributes)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "svg":
            self.charts.append({"texts": [], "points": Counter(), "dashed": 0})
        elif tag == "use" and (colour := re.search(r"fill: (#\w+)", named.get("style", ""))):
            self.charts[-1]["points"][colour[1]] += 1
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        elif tag in ("p", "h2", "figcaption"):
            {"p": self.paragraphs, "h2": self.headings, "figcaption": self.captions}[tag].append("")
        elif tag == "img":
            assert named["src"].startswith("data:image/png;base64,")
            self.pictures.append(base64.b64decode(named["src"].split(",")[1]))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, text):
        inner = self.open[-1] if self.open else ""
        if inner == "text":
            self.charts[-1]["texts"].append(text)
        elif inner in ("td", "th"):
            self.tables[-1][-1][-1] += text
        elif inner in ("p", "h2", "figcaption"):
            {"p": self.paragraphs, "h2": self.headings, "figcaption": self.captions}[inner][-1] += text

    def table(self, first):
        """The table whose header begins with a cell, as a dictionary by the first cell of each row."""
        (found,) = [table for table in self.tables if table[0][0] == first]
        return {row[0]: row[1:] for row in found[1:]}

    @property
    def text(self):
        return "\n".join(self.paragraphs)


def scores(loss, f1, **more):
    return {"loss": loss, "accuracy": 0.9, "precision": 0.75, "recall": None, "f1": f1, **more}


def epoch(number, *, best=False, validation=True):
    entry = {"event": "epoch", "epoch": number, "epochs": 4, "training": scores(0.5 / number, 0.25), "best": best,
             "seconds": 30.4 * number, "learning_rate": 1e-3}  # fmt: skip
    if validation:
        entry["validation"] = scores(0.25, 0.625, threshold=0.44, best_f1=0.6875, best_precision=0.875,
                                     best_recall=0.5, best_iou=0.4375)
        entry["sources"] = {"<b>.tif": scores(0.125, 0.5, threshold=0.3, best_f1=0.5625)}  # fmt: skip
    return entry


def job(**more):
    given = {"validation": [Source("south", scene="s.tif", labels="l.tif")], "folder": "runs", "epochs": 4, **more}
    return Job([Source("north & <b>.tif", scene="n.tif", polygons="n.gpkg", resolutions_m=(3.0, 3.0))], **given)


def prediction(name="tile"):
    """16 rows of 20: the left half landslide, the middle mapped, the last two rows unlabelled."""
    image = np.full((3, 16, 20), 100, np.uint8)
    mask, percent = np.zeros((16, 20), np.uint8), np.zeros((16, 20), np.uint8)
    mask[:, :10] = 1
    mask[14:] = 255
    percent[:, 5:12] = 44
    return Prediction(name, image, mask, percent)


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Writes a report and reads it; with charts, which take a moment, where ``drawn``."""

    def write(entries, summary=None, predictions=(), drawn=False, **more):
        if not drawn:
            monkeypatch.setattr(training_report, "line_chart", lambda *_, **__: "<svg></svg>")
        path = tmp_path / "report.html"
        write_report(path, job(**more), entries, summary or {}, predictions)
        assert [each.name for each in tmp_path.iterdir()] == ["report.html"]
        return Page(path)

    return write


def pixels(png):
    gdal.FileFromMemBuffer("/vsimem/report-test.png", png)
    try:
        return gdal.Open("/vsimem/report-test.png").ReadAsArray()
    finally:
        gdal.Unlink("/vsimem/report-test.png")


def test_the_curves_have_a_line_for_training_and_one_for_validation(page):
    pytest.importorskip("matplotlib")
    made = page([epoch(number, best=number == 2) for number in (1, 2, 3)], drawn=True)
    titles = ["Loss", "Accuracy", "Precision", "Recall", "F1"]
    assert [caption.split(".")[0] for caption in made.captions] == titles
    for title, chart in zip(titles, made.charts):
        lines = {"Loss": 2, "Accuracy": 2, "Precision": 2, "Recall": 0, "F1": 3}[title]
        # A point for each epoch, and one in the legend.
        assert chart["points"] == dict.fromkeys((TRAINING, VALIDATION, AT_BEST)[:lines], 4)
        labels = ["training", "validation", "validation, at the best threshold"][:lines]
        assert [text for text in chart["texts"] if text.startswith(("training", "validation"))] == labels
        assert "best: 2" in chart["texts"]
        assert chart["texts"].count(title) == 2
        assert "Epoch" in chart["texts"]
        epochs = ["1", "2", "3"] if lines else ["2"]
        assert chart["texts"][: len(epochs) + 1] == [*epochs, "Epoch"]


@pytest.mark.parametrize(("dice", "is_said"), [(1.0, True), (0.0, False)])
def test_that_both_losses_are_not_of_the_same_parts_is_said(page, dice, is_said):
    caption = page([epoch(1)], dice=dice).captions[0]
    assert caption.startswith("Loss. How far the probabilities are from the labels")
    assert ("That of the training has the Dice loss in it" in caption) is is_said


def test_a_score_that_is_nothing_leaves_a_gap(page):
    pytest.importorskip("matplotlib")
    entries = [epoch(number) for number in (1, 2, 3)]
    entries[1]["training"]["loss"] = None
    loss = page(entries, drawn=True).charts[0]
    assert loss["points"] == {TRAINING: 3, VALIDATION: 4}
    assert not any(text.startswith("best") for text in loss["texts"])


def test_the_scores_of_the_best_epoch(page):
    made = page([epoch(1, best=True), epoch(2, best=True), epoch(3)])
    header = next(table[0] for table in made.tables if table[0][0] == "")
    assert header == ["", "Loss", "Accuracy", "Precision", "Recall", "F1", "Best threshold",
                      "Precision there", "Recall there", "F1 there", "IoU there"]  # fmt: skip
    assert made.table("") == {
        "Training": ["0.2500", "0.9000", "0.7500", "–", "0.2500", "–", "–", "–", "–", "–"],
        "Validation": ["0.2500", "0.9000", "0.7500", "–", "0.6250", "0.4400", "0.8750", "0.5000", "0.6875",
                       "0.4375"],
        "Validation: <b>.tif": ["0.1250", "0.9000", "0.7500", "–", "0.5000", "0.3000", "–", "–", "0.5625", "–"],
        "Zhang et al. 2020, their validation raster": [
            "0.1507", "0.8815", "0.7965", "0.8638", "0.8288", *["–"] * 5],
    }  # fmt: skip
    assert "Epoch 2 is the best, with these scores in validation at threshold 0.5: loss 0.250, accuracy 0.900, " \
           "precision 0.750, recall –, F1 0.625." in made.paragraphs  # fmt: skip
    assert "The threshold to extract with is 0.44." in made.paragraphs
    assert "b" not in made.tags  # names are text


def test_the_summary_names_best_epoch_threshold_model_and_machine(page):
    summary = {"best_epoch": 1, "threshold": 0.31, "model": "runs/<i>.onnx", "device": "cpu", "threads": 2,
               "precision": "bfloat16", "parameters": 9500000, "random": 12}  # fmt: skip
    made = page([epoch(1), epoch(2, best=True)], summary, [prediction()])
    assert made.paragraphs[0] == "2 of 4 epochs are finished"
    assert made.paragraphs[1].startswith("Epoch 1 is the best")
    assert made.table("")["Training"][0] == "0.5000"
    assert "The threshold to extract with is 0.31." in made.paragraphs
    assert "The model is runs/<i>.onnx." in made.paragraphs
    assert (
        "It was trained on cpu with 2 threads in bfloat16. The training took 0:01:01 (hours, minutes, seconds). The "
        "network has 9,500,000 parameters. 12 of its tensors are not in the start weights and began at random."
    ) in made.paragraphs
    assert "at threshold 0.31 (green correct, red missed, blue false)" in made.text


def test_what_was_trained_and_with_which_settings(page):
    made = page([epoch(1)], weights="/far/start.onnx", optimizer="sgd")
    assert made.headings == ["Result", "What was trained", "Curves", "Settings"]
    assert "starts from the weights of start.onnx." in made.text
    assert made.table("Source") == {
        "north & <b>.tif": ["training", "scene n.tif, landslides from n.gpkg", "3 m", "100%"],
        "south": ["validation", "scene s.tif, landslides from l.tif", "its own", "–"],
    }
    settings = made.table("Setting")
    assert settings["Epochs"] == ["4", "30"]
    assert settings["Class weight, of feature pixels at the beginning"] == ["0.5", "0.8022"]
    assert settings["Weight decay"] == ["0.02", "–"]


def test_sample_predictions_side_by_side(page):
    made = page([epoch(1, best=True)], {}, [prediction("a <b>.tif"), prediction("b")])
    assert len(made.pictures) == 2
    # 5 columns of 14 rows are correct, 5 missed, 2 false.
    assert made.captions[5:] == [
        f"{name}: 70 pixels correct, 70 missed, 28 false; precision 0.714, recall 0.500, F1 0.588."
        for name in ("a <b>.tif", "b")
    ]
    picture = pixels(made.pictures[0])
    assert picture.shape == (4, 16, 3 * 20 + 2 * 6)
    image, labels, mapped = picture[:, :, :20], picture[:, :, 26:46], picture[:, :, 52:]
    for each in (image, labels, mapped):
        assert (each[3] == 255).all()
    assert (picture[3, :, 20:26] == 0).all()
    assert (picture[3, :, 46:52] == 0).all()
    assert (image[:3] == 100).all()

    def tint(colour):
        return [round(40 + channel * 0.6) for channel in colour]

    plain, grey = [100] * 3, tint(GREY)
    assert [labels[:3, 0, column].tolist() for column in (0, 9, 10, 19)] == [tint(YELLOW)] * 2 + [plain] * 2
    columns = {0: tint(RED), 4: tint(RED), 5: tint(GREEN), 9: tint(GREEN), 10: tint(BLUE), 11: tint(BLUE), 12: plain}
    assert {column: mapped[:3, 13, column].tolist() for column in columns} == columns
    assert [each[:3, 14, column].tolist() for each in (labels, mapped) for column in (0, 7, 12)] == [grey] * 6


def test_a_prediction_is_landslide_at_the_threshold_and_not_below(page):
    assert "28 false" in page([epoch(1)], {"threshold": 0.44}, [prediction()]).captions[-1]
    made = page([epoch(1)], {"threshold": 0.45}, [prediction()])
    assert made.captions[-1] == (
        "tile: 0 pixels correct, 140 missed, 0 false; precision –, recall 0.000, F1 0.000."
    )
    nodata = prediction()
    nodata.percent[:] = 255
    assert "0 pixels correct, 140 missed, 0 false" in page([epoch(1)], {}, [nodata]).captions[-1]


@pytest.mark.parametrize(("size", "shown"), [((400, 30), (400, 30)), ((401, 30), (201, 15)), ((60, 1300), (15, 325))])
def test_large_samples_are_shown_smaller(page, size, shown):
    large = Prediction("large", np.zeros((3, *size), np.uint8), *np.zeros((2, *size), np.uint8))
    height, width = shown
    assert pixels(page([epoch(1)], {}, [large]).pictures[0]).shape == (4, height, 3 * width + 12)


def test_one_epoch_without_validation(page):
    made = page([epoch(1, best=True, validation=False)], {"threshold": None, "model": None}, [prediction()],
                drawn=True, validation=[])  # fmt: skip
    assert list(made.table("")) == ["Training", "Zhang et al. 2020, their validation raster"]
    assert "Epoch 1 is the best, with these scores in training at threshold 0.5: loss 0.500" in made.text
    assert "No validation area was given" in made.text
    assert "threshold to extract with" not in made.text
    assert "maps at threshold 0.50" in made.text
    if made.charts:  # where matplotlib is
        assert [dict(chart["points"]) for chart in made.charts] == [{TRAINING: 2}] * 3 + [{}, {TRAINING: 2}]


def test_before_the_first_epoch(page):
    made = page([])
    assert made.paragraphs[:2] == ["0 of 4 epochs are finished", "No epoch is finished yet."]
    assert made.headings == ["Result", "What was trained", "Settings"]
    assert made.charts == []


def test_every_score_nothing(page):
    nothing = dict.fromkeys(("loss", "accuracy", "precision", "recall", "f1", "threshold", "best_f1"))
    made = page([{"epoch": 1, "training": nothing, "validation": nothing, "sources": {"a": nothing}, "best": True}],
                drawn=True)  # fmt: skip
    assert made.table("")["Validation: a"] == ["–"] * 10
    assert "loss –, accuracy –, precision –, recall –, F1 –." in made.text
    assert [sum(chart["points"].values()) for chart in made.charts] in ([0] * 5, [])


def test_advice_is_in_the_result(page):
    entries = [epoch(number) for number in (1, 2, 3)]
    for entry, loss in zip(entries, (0.2, 0.3, 0.4)):
        entry["validation"]["loss"] = loss
    assert "Overfitting from epoch 2 on" in page(entries).text


def test_without_matplotlib_the_report_says_so(page, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    made = page([epoch(1)], drawn=True)
    assert made.charts == []
    assert sum("matplotlib is not installed" in paragraph for paragraph in made.paragraphs) == 5


def test_entries_as_they_come_from_the_log(page):
    entries = json.loads(json.dumps([epoch(1), epoch(2, best=True)]))
    assert page(entries).table("")["Training"][0] == "0.2500"


def test_what_cannot_be_written_is_a_sentence_and_the_old_report_stays(tmp_path, monkeypatch):
    with pytest.raises(ScarpError, match=r"The report cannot be written to .* \(No such file or directory\)"):
        write_report(tmp_path / "absent" / "report.html", job(), [], {}, [])
    path = tmp_path / "report.html"
    path.write_text("old")

    def refuse(self, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "replace", refuse)
    with pytest.raises(ScarpError, match=r"The report .*report\.html cannot be replaced \(Permission denied\)\. Close"):
        write_report(path, job(), [], {}, [])
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]


def instance_epoch(number, *, best=False):
    parts = {"cls": 0.5 / number, "box": 0.25, "mask": 0.75, "edge": 0.125, "rpn": 0.0625}
    validation = scores(1.5, 0.5, threshold=0.44, best_f1=0.6875, best_precision=0.875, best_recall=0.5,
                        best_accuracy=0.9375, best_mean_iou=0.8125, best_iou=0.4375, ap50=0.5625)  # fmt: skip
    return {"epoch": number, "epochs": 4, "training": {"loss": 1.5, **parts}, "best": best, "seconds": 60.0,
            "validation": validation, "sources": {"south": validation}, "learning_rate": 1e-3}  # fmt: skip


def test_of_a_network_that_finds_landslides_one_by_one(page):
    made = page([instance_epoch(1), instance_epoch(2, best=True)], network="mask_rcnn", settings={"channels": 16})
    assert [caption.split(".")[0] for caption in made.captions] == [
        "Loss", "Parts of the loss, in training: whether what is found is a landslide, where its box lies, its mask, "
        "the edge of that, and the proposals that all are found among", "Accuracy", "Precision", "Recall", "F1", "AP50",
    ]  # fmt: skip
    assert "Dice" not in made.captions[0]
    assert made.captions[6].endswith("and nothing else.")
    header = next(table[0] for table in made.tables if table[0][0] == "")
    assert header == ["", "Loss", "Accuracy", "Precision", "Recall", "F1", "Best threshold", "Precision there",
                      "Recall there", "Accuracy there", "Mean IoU there", "F1 there", "AP50"]  # fmt: skip
    row = ["1.5000", "0.9000", "0.7500", "–", "0.5000", "0.4400", "0.8750", "0.5000", "0.9375", "0.8125", "0.6875",
           "0.5625"]  # fmt: skip
    assert made.table("") == {
        "Training": ["1.5000", *["–"] * 11], "Validation": row, "Validation: south": row,
        "Liu et al. 2021, their test set": [*["–"] * 6, "0.9580", "0.9310", "0.9470", "0.8960", "0.9450", "–"],
    }  # fmt: skip
    assert (
        "Epoch 2 is the best, with these scores in validation at threshold 0.5: loss 1.500, accuracy 0.900, precision "
        "0.750, recall –, F1 0.500, AP50 0.562."
    ) in made.paragraphs
    assert "an improved Mask R-CNN with the backbone ResNeXt-50" in made.text
    assert next(table[0] for table in made.tables if table[0][0] == "Setting")[2] == "Liu et al. 2021"


def test_the_parts_of_the_loss_have_a_line_each(page):
    pytest.importorskip("matplotlib")
    entries = [instance_epoch(number, best=number == 3) for number in (1, 2, 3)]
    for entry in entries:
        del entry["training"]["edge"]  # as without the edge loss
    parts = page(entries, network="mask_rcnn", drawn=True).charts[1]
    assert parts["points"] == dict.fromkeys(charts.COLOURS[:4], 4)
    assert [text for text in parts["texts"] if text in ("class", "box", "mask", "edge", "proposals")] == [
        "class", "box", "mask", "proposals"]  # fmt: skip
    assert "best: 3" in parts["texts"]


def test_of_such_a_network_without_validation(page):
    entry = {**instance_epoch(1, best=True), "validation": None, "sources": {}}
    made = page([entry], network="mask_rcnn", validation=[])
    assert "with these scores in training: loss 1.500, class 0.500, box 0.250, mask 0.750, edge 0.125, proposals " \
           "0.062." in made.text  # fmt: skip
    assert [caption.split(".")[0].split(",")[0] for caption in made.captions] == ["Loss", "Parts of the loss"]
