from __future__ import annotations

import json

import numpy as np
import pytest
from scarp.engine.errors import ScarpError
from scarp.engine.extract import ExtractionOptions
from scarp.engine.inference import Model
from scarp.engine.progress import Quiet
from scarp.models.evaluate import (
    counted,
    evaluate,
    georeferenced,
    main,
    percent_of,
    subsets,
    summary,
)
from scarp.models.histograms import Histograms
from scarp.models.sample import Sample
from scarp.models.samples import samples

pytest.importorskip("onnxruntime")


@pytest.fixture
def first_band(model_file):
    """Probability is the red band, at any resolution."""
    return model_file("first_band", resolution_m=(0.1, 100.0), threshold=0.6)


def direct(pairs, threshold):
    """Scores by counting pixels."""
    percent = np.concatenate([np.floor(image[0].astype(np.float32) / 2.55 + 0.5).ravel() for image, _ in pairs])
    truth = np.concatenate([mask.ravel() for _, mask in pairs]) == 1
    extracted = percent >= round(threshold * 100)
    tp, fp, fn = (extracted & truth).sum(), (extracted & ~truth).sum(), (~extracted & truth).sum()
    tn = truth.size - tp - fp - fn
    return {"precision": tp / (tp + fp), "recall": tp / (tp + fn), "f1": 2 * tp / (2 * tp + fp + fn),
            "iou": tp / (tp + fp + fn), "mean_iou": (tp / (tp + fp + fn) + tn / (tn + fp + fn)) / 2,
            "overall_accuracy": (tp + tn) / truth.size}  # fmt: skip


@pytest.mark.parametrize(("arguments", "threshold"), [([], 0.6), (["--threshold", "0.35"], 0.35)])
def test_the_command_prints_the_scores_of_each_subset(data, first_band, capsys, arguments, threshold):
    folder, pairs = data
    assert main([str(first_band), "--data", str(folder), "--device", "cpu", *arguments]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["subset"] for line in lines] == ["bijie val", "landslide4sense val"]
    for line in lines:
        expected = direct(pairs[line["subset"]], threshold)
        assert line["threshold"] == threshold
        assert {key: line[key] for key in expected} == pytest.approx(expected, abs=5e-4)
        every = [direct(pairs[line["subset"]], percent / 100)["f1"] for percent in range(101)]
        assert line["best_f1"] == pytest.approx(max(every), abs=5e-4)
        assert every[round(line["best_threshold"] * 100)] == pytest.approx(max(every), abs=5e-4)


def test_subsets_have_the_ground_resolution_of_their_sensors(data):
    bijie, sense = subsets(data[0])
    assert (bijie.resolution_m, sense.resolution_m) == (0.8, 10.0)
    assert [sample.name for sample in samples(bijie)] == ["bg_1", "ls_1"]
    assert [sample.name for sample in samples(sense)] == ["0", "1"]


def test_a_sample_lies_where_its_pixels_have_their_size():
    of = Sample("a", np.zeros((3, 4, 5), np.uint8), np.zeros((4, 5), np.uint8), 0.8)
    dataset = georeferenced(of)
    assert dataset.GetGeoTransform() == (500_000.0, 0.8, 0.0, 3_000_000.0, 0.0, -0.8)
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "32648"
    assert (dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount) == (5, 4, 3)
    assert dataset.GetRasterBand(1).GetMaskBand().ReadAsArray().all()


def test_a_map_at_another_resolution_comes_back_to_the_tile_s_size(model_file, tmp_path):
    rows, columns = np.mgrid[:40, :60]
    image = np.stack([rows + 2 * columns] * 3).astype(np.uint8)
    of = Sample("slope", image, np.zeros((40, 60), np.uint8), 1.0)
    model = Model(model_file("first_band", resolution_m=(2.0, 4.0)), "cpu", 1, Quiet())
    percent = percent_of(model, of, tmp_path, ExtractionOptions())
    assert percent.shape == (40, 60)
    assert np.abs(percent - image[0] / 2.55)[4:-4, 4:-4].max() <= 1.5


def test_black_corners_and_unlabelled_pixels(first_band):
    image = np.zeros((3, 50, 50), np.uint8)
    image[:, 20:, 20:] = 200
    mask = np.zeros((50, 50), np.uint8)
    mask[20:, 20:] = 1
    mask[40:] = 255
    model = Model(first_band, "cpu", 1, Quiet())
    histograms = evaluate(model, iter([Sample("a", image, mask, 1.0)]), ExtractionOptions())
    assert histograms.landslide[78] == histograms.landslide.sum() == 20 * 30
    assert histograms.other[0] == histograms.other.sum() == 40 * 50 - 600  # the corner is scored, not left out


def test_a_score_that_is_not_defined_is_null():
    histograms = Histograms.empty()
    histograms.add(np.array([[10, 20]], np.uint8), np.array([[0, 1]], np.uint8))
    scores = summary(histograms, 0.5)
    assert scores["precision"] is None
    assert (scores["recall"], scores["f1"], scores["best_f1"]) == (0.0, 0.0, 1.0)
    assert "NaN" not in json.dumps(scores)
    with pytest.raises(ScarpError, match="hold no landslide to score against"):
        summary(Histograms.empty(), 0.5)


def test_the_command_says_what_is_wrong(tmp_path, first_band, capsys):
    assert main([str(first_band), "--data", str(tmp_path), "--device", "cpu"]) == 2
    assert "split.csv cannot be used" in capsys.readouterr().err
    assert main([str(tmp_path / "none.onnx"), "--data", str(tmp_path)]) == 2
    assert "none.onnx cannot be read" in capsys.readouterr().err


def test_the_mean_with_another_model_is_counted_beside_the_model_s_own(model_file):
    image = np.zeros((3, 40, 40), np.uint8)
    image[0, :20], image[1, :20], image[:, 30:] = 255, 51, 0
    mask = np.zeros((40, 40), np.uint8)
    mask[:20] = 1
    red, green = (
        Model(model_file("each_band", f"{name}.onnx", resolution_m=(0.1, 9.0), classes=classes), "cpu", 1, Quiet())
        for name, classes in (("red", ("landslide", "b", "c")), ("green", ("a", "landslide", "c")))
    )
    counts = counted(red, iter([Sample("a", image, mask, 1.0)]), ExtractionOptions(), green)
    assert counts.pixels.landslide[100] == counts.mean.landslide[60] == 800
    assert counts.pixels.other[0] == counts.mean.other[0] == 800
    assert counts.instances.landslides == 0


def test_the_other_model_works_at_the_same_ground_resolution(model_file):
    image, mask = np.zeros((3, 40, 40), np.uint8), np.ones((40, 40), np.uint8)
    image[:, ::2] = 200
    coarse, fine = (
        Model(model_file("first_band", f"{low}.onnx", resolution_m=(low, 9.0)), "cpu", 1, Quiet()) for low in (2.0, 0.1)
    )
    counts = counted(coarse, iter([Sample("a", image, mask, 1.0)]), ExtractionOptions(), fine)
    # Stripes of one metre are grey at two; at one, half of the pixels would have a mean below.
    assert (counts.mean.landslide == counts.pixels.landslide).all()
    assert counts.pixels.landslide[:30].sum() == 0
    assert counted(fine, iter([Sample("a", image, mask, 1.0)]), ExtractionOptions()).pixels.landslide[0] == 800
