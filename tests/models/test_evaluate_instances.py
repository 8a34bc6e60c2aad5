from __future__ import annotations

import json
import math

import numpy as np
import pytest
from scarp.engine.extract import ExtractionOptions
from scarp.engine.inference import Model
from scarp.engine.progress import Quiet
from scarp.models.average_precision import InstanceCounts
from scarp.models.evaluate import counted, main
from scarp.models.evaluate_instances import WHOLE_PX, instance_summary, nearest
from scarp.models.sample import UNLABELLED, Sample
from scarp.tests import model_files

pytest.importorskip("onnxruntime")


@pytest.fixture
def boxes(tmp_path):
    """Loads a model whose instances are boxes of 28 pixels, each with the first band as its mask."""

    def load(**changes):
        built = model_files.build_instances(side=56, **{"resolution_m": (0.1, 100.0), "score": 0.5, **changes})
        return Model(model_files.write(tmp_path / "boxes.onnx", built), "cpu", 1, Quiet())

    return load


def scene(*squares, side=56):
    """Black, with squares of 20 pixels: (row, column, brightness of 255)."""
    image = np.zeros((3, side, side), np.uint8)
    for row, column, bright in squares:
        image[:, row : row + 20, column : column + 20] = bright
    return image


def truth(*squares, side=56):
    return (scene(*((row, column, 1) for row, column in squares), side=side)[0]).astype(np.uint8)


def test_what_lies_on_a_landslide_is_right_and_the_rest_wrong(boxes):
    image = scene((4, 4, 230), (4, 32, 204), (32, 4, 100))
    of = Sample("a", image, truth((4, 4), (32, 32)), 1.0)
    counts = counted(boxes(), iter([of, of]), ExtractionOptions()).instances
    assert counts.landslides == 4
    assert counts.right[902] == counts.right.sum() == 2
    assert counts.wrong[800] == counts.wrong.sum() == 2  # the third is fainter than the model's smallest score
    summary = instance_summary(counts)
    # Half of the landslides are found before the first wrong instance: recalls of 0.00 to 0.50, of 101.
    assert summary == {"landslides": 4, "ap50": round(51 / 101, 4), "best_instance_f1": 0.6667, "best_score": 0.902}
    counts = counted(boxes(), iter([of]), ExtractionOptions(score=0.85)).instances
    assert (counts.right.sum(), counts.wrong.sum()) == (1, 0)


def test_pixels_are_scored_from_the_same_instances(boxes):
    of = Sample("a", scene((4, 4, 230), (32, 4, 100)), truth((4, 4), (32, 4)), 1.0)
    pixels = counted(boxes(), iter([of]), ExtractionOptions()).pixels
    # Score times mask probability; at the edges the mask is as sharp as the image, cell for pixel.
    assert pixels.landslide[81] == 400
    assert pixels.landslide[0] == 400
    assert pixels.other.sum() == 56 * 56 - 800


def test_the_mask_counts_from_a_half_on_whatever_the_score(boxes):
    image = scene((4, 4, 140))  # 0.55; times the same score 0.30
    counts = counted(boxes(), iter([Sample("a", image, truth((4, 4)), 1.0)]), ExtractionOptions()).instances
    assert counts.right[549] == 1
    image[:, 4:24, 4:24] = 120  # the mask is below a half, the score at one pixel is not
    image[:, 10, 10] = 255
    counts = counted(boxes(), iter([Sample("a", image, truth((4, 4)), 1.0)]), ExtractionOptions()).instances
    assert counts.wrong[1000] == 1


def test_landslides_are_what_is_connected_and_other_classes_and_unlabelled_ground_are_left_out(boxes):
    image = scene((4, 4, 230), (4, 32, 204), (32, 32, 255))
    mask = truth((4, 4))
    mask[32:52, 4:24] = 2  # of another class
    mask[28:, 28:] = UNLABELLED
    mask[50:52, 2:4] = 1  # fewer pixels than an instance has
    counts = counted(boxes(), iter([Sample("a", image, mask, 1.0)]), ExtractionOptions()).instances
    assert (counts.landslides, counts.right[902], counts.wrong[800]) == (1, 1, 1)
    assert counts.right.sum() + counts.wrong.sum() == 2  # the brightest lies where nothing is known


def test_they_are_compared_at_the_working_resolution(boxes):
    image, mask = scene((2, 2, 230), side=28), truth((2, 2), side=28)
    image[:, 12:] = mask[12:] = 0
    image[:, :, 12:] = mask[:, 12:] = 0
    counts = counted(boxes(resolution_m=(0.5, 5.0)), iter([Sample("a", image, mask, 10.0)]), ExtractionOptions())
    assert counts.instances.right.sum() == 1  # 10 pixels are 20 at 5 m, in the box of 28
    assert counts.pixels.landslide.sum() == 100  # and the pixels are scored at the sample's own


def test_a_sample_is_one_tile(boxes):
    image, mask = scene((4, 4, 230), side=300), truth((4, 4), side=300)
    model = boxes()
    counts = counted(model, iter([Sample("a", image, mask, 1.0)]), ExtractionOptions(tile=56)).instances
    assert (counts.right.sum(), counts.wrong.sum()) == (1, 0)
    assert WHOLE_PX > 754  # the longest side of a validation tile of Bijie


def test_a_mask_at_another_size_has_the_pixel_that_each_centre_lies_in():
    mask = np.array([[1, 2, 3], [4, 5, 6]])
    assert nearest(mask, 4, 3).tolist() == [[1, 2, 3], [1, 2, 3], [4, 5, 6], [4, 5, 6]]
    assert nearest(mask, 1, 2).tolist() == [[4, 6]]
    assert nearest(mask, 2, 3).tolist() == mask.tolist()


def test_what_is_not_defined_is_null():
    counts = InstanceCounts.empty()
    assert instance_summary(counts) == {"landslides": 0, "ap50": None, "best_instance_f1": None, "best_score": None}
    assert math.isnan(counts.average_precision)
    counts.wrong[500], counts.landslides = 3, 2
    assert instance_summary(counts) == {"landslides": 2, "ap50": 0.0, "best_instance_f1": None, "best_score": None}


def test_the_command_scores_instances_and_the_mean_with_another_model(data, boxes, model_file, tmp_path, capsys):
    folder, _ = data
    other = model_file("mean", resolution_m=(0.1, 100.0))
    model = boxes(threshold=0.4).path
    arguments = [str(model), "--data", str(folder), "--device", "cpu", "--score", "0.9", "--mean-with", str(other),
                 "--histograms", str(tmp_path / "histograms.json")]  # fmt: skip
    assert main(arguments) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    names = ["bijie val", "bijie val, mean with mean", "landslide4sense val",
             "landslide4sense val, mean with mean"]  # fmt: skip
    assert [line["subset"] for line in lines] == names
    for own, mean in (lines[:2], lines[2:]):
        assert own["threshold"] == mean["threshold"] == 0.4
        assert own["landslides"] > 0 and 0 <= own["ap50"] <= 1
        assert "ap50" not in mean
        assert own["f1"] > mean["f1"] + 0.01  # the truth follows the pixel, not its neighbours
    assert list(json.loads((tmp_path / "histograms.json").read_text(encoding="utf-8"))) == names
