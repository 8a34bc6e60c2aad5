from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import scarp.models.bundled
from osgeo import gdal
from scarp.algorithms import training, training_folder, training_run
from scarp.algorithms.train_mask_rcnn import TrainMaskRCNN, positive_numbers
from scarp.engine.errors import ScarpError
from scarp.models.bundled import bundled_models
from scarp.models.job import Job
from scarp.models.presets import INSTANCE_PRESETS, MASK_RCNN
from scarp.tests.algorithms.training_ground import LANDSLIDES, SIDE, job_in, made_up_worker, roi_layer, scene_pixels

SETTINGS = {**MASK_RCNN, "channels": 128}
"""Of the network that quick and thorough train from nothing."""


@pytest.fixture
def trained(monkeypatch, model_file, tmp_path, no_own_models):
    """The places and the worker of the tests; returns the models folder."""
    monkeypatch.setattr(training_folder, "models_folder", lambda: no_own_models)
    monkeypatch.setattr(training_folder, "scarp_folder", lambda: tmp_path / "profile")
    for module in (training, training_run):
        monkeypatch.setattr(module, "training_python", lambda: Path(sys.executable))
    monkeypatch.setattr(training_run, "worker_command", made_up_worker(model_file("first_band", name="made.onnx")))
    return no_own_models


@pytest.fixture
def parameters(raster, tmp_path):
    """Of a run as a script starts it, on the scene with all its landslides, unless told otherwise."""
    scene = raster(scene_pixels(), "scene.tif")

    def make(**changes):
        given = {"INPUT": [scene], "ROIS": [roi_layer()], "NAME": "mine", "START": "nothing",
                 "FOLDER": str(tmp_path / "training"), **changes}  # fmt: skip
        return {name: value for name, value in given.items() if value is not None}

    return make


@pytest.fixture
def job(provider, trained, parameters, feedback, tmp_path):
    """The job that a run makes: ``job(EPOCHS=3)`` -> its entries."""
    import processing

    def call(**changes):
        call.results = processing.run("scarp:trainmaskrcnn", parameters(**changes), feedback=feedback)
        return job_in(tmp_path / "training")

    return call


@pytest.fixture
def refused(provider, trained, parameters):
    """What the dialog says of values: ``refused(NAME="")`` -> the sentence."""
    from qgis.core import QgsProcessingContext

    def call(**changes):
        can, why = TrainMaskRCNN().create().checkParameterValues(parameters(**changes), QgsProcessingContext())
        assert not can
        return why

    return call


@pytest.fixture
def start_model(model_file):
    """A model of instances that Scarp trained: ``start_model(channels=64)`` -> its path."""

    def make(name="slides.onnx", **settings):
        network = {"name": "mask_rcnn", "settings": {"backbone": "resnet50", "channels": 32, **settings}}
        return str(model_file("first_band", name=name, kind="instance", score=0.4, network=network))

    return make


def test_job_of_quick_from_nothing(job, tmp_path):
    made = job()
    for name, value in INSTANCE_PRESETS["quick"].items():
        assert made[name] == (list(value) if isinstance(value, tuple) else False if name == "frozen_norm" else value)
    assert (made["network"], made["settings"], made["weights"], made["select"]) == ("mask_rcnn", SETTINGS, "", "f1")
    assert (made["rotation"], made["right_angles"]) == (True, False)
    ground = tmp_path / "training" / "ground"
    for source in (*made["training"], *made["validation"]):
        assert source["labels"] == str(ground / "training-1.tif")
        assert source["instances"] == str(ground / "training-1-instances.tif")
    numbers = gdal.Open(made["training"][0]["instances"]).ReadAsArray()
    expected = np.zeros((SIDE, SIDE), np.int32)
    for number, (column, row, width, height) in enumerate(LANDSLIDES, 1):
        expected[row : row + height, column : column + width] = number
    np.testing.assert_array_equal(numbers, expected)
    assert "AP50" not in job.results and job.results["BEST_F1"] == 0.78


def test_average_precision_is_a_result(job, monkeypatch, model_file):
    model = model_file("first_band", name="made.onnx")
    worker = made_up_worker(model, 'scores["ap50"] = 0.625')
    monkeypatch.setattr(training_run, "worker_command", worker)
    job()
    assert job.results["AP50"] == 0.625


def test_the_paper_s_recipe(job):
    made = job(PRESET="paper")
    assert (made["learning_rate"], made["batch"], made["epochs"], made["examples"]) == (1e-4, 4, 200, 9760)
    assert (made["tile"], made["rotation"], made["right_angles"]) == (256, True, True)
    assert (made["colours"], made["scale"], made["settings"]) == (0.0, [1.0, 1.0], MASK_RCNN)


def test_each_parameter_goes_into_the_job(job):
    made = job(
        BACKBONE="ResNet-101", IMPROVED_FPN=False, EDGE_LOSS=False, EPOCHS=3, STEPS=20, BATCH=2, TILE=128,
        LEARNING_RATE=0.005, OPTIMIZER="sgd", MOMENTUM=0.9, ROTATION="none", SCALE_MIN=0.5, SCALE_MAX=2,
        FEATURE_BIAS=0.9, FEATURE_BIAS_END=0.1, COLOURS=0, SELECT="loss", SEED=5, THREADS=2, DEVICE="cpu",
        CHANNELS=64, ANCHOR_SIZES="8, 16;32,64,128", ASPECT_RATIOS="0.4, 1", PROPOSALS=150, BANDS="2 1", RESOLUTION=2,
    )  # fmt: skip
    expected = {
        "epochs": 3, "examples": 40, "batch": 2, "tile": 128, "learning_rate": 0.005, "optimizer": "sgd",
        "momentum": 0.9, "rotation": False, "right_angles": False, "scale": [0.5, 2.0], "feature_bias": 0.9,
        "feature_bias_end": 0.1, "colours": 0.0, "select": "loss", "seed": 5, "threads": 2, "device": "cpu",
        "bands": ["band 2", "band 1"], "resolution_m": [2.0, 4.0],
        "settings": {"backbone": "resnet101", "improved_pyramid": False, "edge": False, "channels": 64,
                     "anchor_sizes": [8, 16, 32, 64, 128], "aspect_ratios": [0.4, 1.0], "proposals": 150},
    }  # fmt: skip
    assert {name: made[name] for name in expected} == expected


@pytest.mark.parametrize(("word", "rotation", "right_angles"), [("none", False, False), ("right angles", True, True),
                                                                ("any angle", True, False)])  # fmt: skip
def test_rotation(job, word, rotation, right_angles):
    made = job(PRESET="paper", ROTATION=word)
    assert (made["rotation"], made["right_angles"]) == (rotation, right_angles)


def test_steps_stay_where_the_batch_is_another(job):
    assert job(BATCH=8)["examples"] == 8 * INSTANCE_PRESETS["quick"]["examples"] // 4


def test_a_start_model_brings_its_network(job, start_model):
    made = job(WEIGHTS=start_model(improved_pyramid=False, detections=50))
    assert made["weights"].endswith("slides.onnx") and made["frozen_norm"] is True
    assert made["settings"] == {**MASK_RCNN, "backbone": "resnet50", "channels": 32, "improved_pyramid": False,
                                "detections": 50}  # fmt: skip
    assert made["network"] == "mask_rcnn"


def test_what_a_start_model_leaves_to_choose(job, start_model):
    made = job(WEIGHTS=start_model(), EDGE_LOSS=False, PROPOSALS=100, ANCHOR_SIZES="10,20,40,80,160",
               BACKBONE="ResNet-50", CHANNELS=32)  # fmt: skip
    assert made["settings"] == {**MASK_RCNN, "backbone": "resnet50", "channels": 32, "edge": False, "proposals": 100,
                                "anchor_sizes": [10, 20, 40, 80, 160]}  # fmt: skip


def test_the_bundled_model_is_the_default_start_where_there_is_one(job, start_model, monkeypatch, tmp_path):
    assert TrainMaskRCNN().create().parameterDefinition("START").defaultValue() in ("maskrcnn", "nothing")
    folder = tmp_path / "bundled"
    folder.mkdir()
    Path(start_model()).rename(folder / "maskrcnn.onnx")
    (folder / "SHA256SUMS").write_text(f"{'0' * 64}  maskrcnn.onnx\n")
    monkeypatch.setattr(scarp.models.bundled, "FOLDER", folder)
    assert [*bundled_models()] == ["maskrcnn"]
    assert TrainMaskRCNN().create().parameterDefinition("START").defaultValue() == "maskrcnn"


def test_an_own_model_to_start_from(job, start_model, trained):
    trained.mkdir()
    Path(start_model("valley.onnx")).rename(trained / "valley.onnx")
    made = job(START="valley")
    assert (made["weights"], made["settings"]["backbone"]) == (str(trained / "valley.onnx"), "resnet50")


def test_weights_of_others_leave_the_network_to_the_analyst(job, tmp_path):
    (tmp_path / "maskrcnn_resnet50_fpn_coco.pth").write_text("")
    made = job(WEIGHTS=str(tmp_path / "maskrcnn_resnet50_fpn_coco.pth"), BACKBONE="ResNet-50", PRESET="paper")
    assert made["weights"].endswith("coco.pth") and made["frozen_norm"] is True
    assert made["settings"] == {**MASK_RCNN, "backbone": "resnet50"}


def test_a_checkpoint_brings_the_network_of_its_job(job, tmp_path):
    (tmp_path / "best.pt").write_text("")
    Job([], [], "", network="mask_rcnn", settings={"backbone": "resnext101"}).save(tmp_path / "job.json")
    assert job(WEIGHTS=str(tmp_path / "best.pt"))["settings"] == {**MASK_RCNN, "backbone": "resnext101"}


def test_label_rasters_say_nothing_of_instances(job, raster):
    labels = np.zeros((1, SIDE, SIDE), np.uint8)
    for column, row, width, height in LANDSLIDES:
        labels[0, row : row + height, column : column + width] = 1
    made = job(ROIS=None, LABELS=[raster(labels, "labels.tif")])
    assert made["training"][0]["instances"] == ""


def test_validation_rois_have_numbers_of_their_own(job, tmp_path):
    made = job(ROIS=[roi_layer(LANDSLIDES[:2])], VALIDATION_ROIS=[roi_layer(LANDSLIDES[2:])])
    trains, validates = made["training"][0], made["validation"][0]
    assert validates["instances"] == str(tmp_path / "training" / "ground" / "validation-1-instances.tif")
    for source in (trains, validates):
        numbers, labels = (gdal.Open(source[name]).ReadAsArray() for name in ("instances", "labels"))
        assert set(np.unique(numbers)) == {0, 1, 2}
        assert ((numbers > 0) == (labels == 1)).all()


def test_as_qgis_process_gives_them(job):
    made = job(BACKBONE="", ROTATION="", OPTIMIZER="", SELECT="", CHANNELS="", ANCHOR_SIZES="", IMPROVED_FPN="false",
               EDGE_LOSS="true", STEPS="3", BATCH="2", EPOCHS="2", RESUME="true")  # fmt: skip
    assert made["settings"] == {**SETTINGS, "improved_pyramid": False}
    assert (made["examples"], made["epochs"], made["right_angles"]) == (6, 2, False)


OWN = "The network is that of slides.onnx, so its {} cannot be chosen; leave it as it is, or start from nothing."


@pytest.mark.parametrize(("changes", "why"), [
    ({"BACKBONE": "ResNeXt-50"}, OWN.format("backbone")),
    ({"CHANNELS": 256}, OWN.format("number of feature maps")),
    ({"IMPROVED_FPN": False}, OWN.format("feature pyramid")),
])  # fmt: skip
def test_what_a_start_model_does_not_leave_to_choose(refused, start_model, changes, why):
    assert refused(WEIGHTS=start_model(), **changes) == why


@pytest.mark.parametrize(("changes", "why"), [
    ({"ANCHOR_SIZES": "12,24,48"}, "The anchor sizes are 3; give 5, one for each level of the feature pyramid, such as "
                                   "12,24,48,96,192."),
    ({"ANCHOR_SIZES": "12,24,x,96,192"}, '"x" is no number above 0; give numbers such as 12,24,48,96,192 under '
                                         "Advanced."),
    ({"ASPECT_RATIOS": "0,1"}, '"0" is no number above 0; give numbers such as 0.5,1,2 under Advanced.'),
    ({"WEIGHTS": "lost.pth"}, "There is no file {cwd}/lost.pth to start from; choose another under Advanced > Start "
                              "file."),
    ({"BACKBONE": "VGG"}, "Incorrect parameter value for BACKBONE"),
    ({"NAME": ""}, "The model has no name; give one, by which Extract landslides will list it."),
])  # fmt: skip
def test_what_is_refused(refused, changes, why):
    assert refused(**changes) == why.replace("{cwd}", str(Path.cwd()))


def test_a_model_of_pixels_is_no_start(refused, model_file, tmp_path):
    network = {"name": "unet", "settings": {"width": 2}}
    path = model_file("first_band", name="pixels.onnx", network=network)
    assert refused(WEIGHTS=str(path)) == (
        "The model pixels.onnx maps landslides pixel by pixel, and what is trained here finds them one by one; choose "
        'another model to start from, or use "Train a model".'
    )
    (tmp_path / "best.pt").write_text("")
    Job([], [], "", network="unet").save(tmp_path / "job.json")
    assert refused(WEIGHTS=str(tmp_path / "best.pt")).startswith("The model best.pt maps landslides pixel by pixel")


def test_the_encoder_of_a_u_net_is_a_backbone_to_start_from(job, refused, tmp_path):
    path = str(bundled_models()["unet"].path)
    for changes in ({}, {"BACKBONE": "EfficientNet-Lite2"}):
        made = job(WEIGHTS=path, OVERWRITE=True, **changes)
        assert (made["network"], made["weights"], made["frozen_norm"]) == ("mask_rcnn", path, True)
        assert made["settings"] == {**SETTINGS, "backbone": "lite2"}
    assert refused(WEIGHTS=path, BACKBONE="ResNeXt-50", OVERWRITE=True) == (
        "The network is that of unet.onnx, so its backbone cannot be chosen; leave it as it is, or start from nothing."
    )
    (tmp_path / "best.pt").write_text("")
    Job([], [], "", settings={"variant": "lite1"}).save(tmp_path / "job.json")
    made = job(WEIGHTS=str(tmp_path / "best.pt"), CHANNELS=64, OVERWRITE=True)
    assert made["settings"] == {**SETTINGS, "backbone": "lite1", "channels": 64}


def test_numbers_in_a_text():
    assert positive_numbers(" 1, 2.5 ;3,", "1,2") == [1.0, 2.5, 3.0]
    assert positive_numbers("", "1,2") == []
    for text in ("-1", "nan", "inf", "1 2"):
        with pytest.raises(ScarpError, match="is no number above 0"):
            positive_numbers(text, "1,2")
