from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException, QgsRasterLayer
from scarp.algorithms import training, training_folder, training_run
from scarp.algorithms.model_choice import model_names
from scarp.algorithms.provider import ScarpProvider
from scarp.algorithms.train_unet import TrainUNet
from scarp.engine.errors import ScarpError
from scarp.engine.folder_lock import locked
from scarp.models.bundled import bundled_models
from scarp.models.presets import PRESETS
from scarp.tests.algorithms.training_ground import LANDSLIDES, SIDE, job_in, made_up_worker, roi_layer, scene_pixels

NORTH, SOUTH = LANDSLIDES[:2], LANDSLIDES[2:]


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
def registered(provider: ScarpProvider) -> ScarpProvider:
    if provider.algorithm("trainunet") is None:
        provider.addAlgorithm(TrainUNet())
    return provider


@pytest.fixture
def scene(raster):
    return raster(scene_pixels(), "scene.tif")


@pytest.fixture
def train(registered, trained, scene, feedback, tmp_path):
    """Runs the algorithm as a script does: on the scene with all its landslides, unless told otherwise."""
    import processing

    def call(feedback=feedback, **changes):
        parameters = {"INPUT": [scene], "ROIS": [roi_layer()], "NAME": "mine", "START": "nothing",
                      "FOLDER": str(tmp_path / "training"), **changes}  # fmt: skip
        parameters = {name: value for name, value in parameters.items() if value is not None}
        return processing.run("scarp:trainunet", parameters, feedback=feedback)

    return call


@pytest.fixture
def job(train, tmp_path):
    """The job that a run makes: ``job(EPOCHS=3)`` -> its entries."""

    def call(**changes):
        train(**changes)
        return job_in(tmp_path / "training")

    return call


@pytest.fixture
def refused(registered, trained, scene, tmp_path):
    """What the dialog says of values: ``refused(NAME="")`` -> the sentence."""
    from qgis.core import QgsProcessingContext

    def call(**changes):
        parameters = {"INPUT": [scene], "ROIS": [roi_layer()], "NAME": "mine", "START": "nothing",
                      "FOLDER": str(tmp_path / "training"), **changes}  # fmt: skip
        can, why = TrainUNet().create().checkParameterValues(parameters, QgsProcessingContext())
        assert not can
        return why

    return call


def labels_in(source: dict) -> np.ndarray:
    dataset = gdal.Open(source["labels"])
    return dataset.GetRasterBand(source["label_band"]).ReadAsArray()


def test_results(train, trained, tmp_path, feedback):
    result = train()
    folder = tmp_path / "training"
    assert result == {
        "MODEL_FILE": str(trained / "mine.onnx"), "REPORT": str(folder / "report.html"),
        "LOG": str(folder / "log.csv"), "EVENTS": str(folder / "events"), "BEST_EPOCH": 1, "BEST_F1": 0.78,
        "THRESHOLD": 0.4, "VALIDATION_LOSS": 0.25,
    }  # fmt: skip
    assert model_names()[-1] == "mine"
    assert [path.name for path in trained.iterdir()] == ["mine.onnx"]
    assert not list(folder.glob(".scarp-*"))
    assert feedback.warnings == ["One band is constant."]
    assert (
        "Epoch 1 of 2: training loss 0.25, accuracy 0.95, precision 0.80, recall 0.70, F1 0.75; validation loss 0.25, "
        "accuracy 0.95, precision 0.80, recall 0.70, F1 0.75 (best F1 0.78 at threshold 0.40); best so far; 5 min left."
    ) in feedback.infos
    assert "What no ROI for training covers is background." in feedback.infos


def test_job_of_quick_from_nothing(job, scene, tmp_path):
    made = job()
    folder = tmp_path / "training"
    for name, value in PRESETS["quick"].items():
        assert made[name] == (list(value) if isinstance(value, tuple) else False if name == "frozen_norm" else value)
    assert (made["weights"], made["classes"], made["bands"]) == ("", ["landslide"], ["red", "green", "blue"])
    assert (made["folder"], made["model"]) == (str(folder), str(folder / "model.onnx"))
    assert (made["seed"], made["threads"], made["device"], made["rotation"]) == (0, 0, "auto", True)
    assert made["resolution_m"] == [0.6667, 1.5]
    (trains,), (validates,) = made["training"], made["validation"]
    for source in (trains, validates):
        assert (source["name"], source["scene"]) == ("scene", scene)
        assert source["labels"] == str(folder / "ground" / "training-1.tif")
        assert (source["label_band"], source["scene_bands"], source["values"]) == (1, [1, 2, 3], [])
        assert (source["resolution_m"], source["resolutions_m"], source["validation_m"]) == (1.0, [1.0, 1.0], 1.0)
    assert (trains["windows"], validates["windows"]) == ([[0, 0, SIDE, 58]], [[0, 58, SIDE, 38]])
    labels = labels_in(trains)
    expected = np.zeros((SIDE, SIDE), np.uint8)
    for column, row, width, height in LANDSLIDES:
        expected[row : row + height, column : column + width] = 1
    np.testing.assert_array_equal(labels, expected)


def test_each_parameter_goes_into_the_job(job):
    made = job(
        PATCH=64, EPOCHS=3, PATCHES=40, BATCH=2, OPTIMIZER="sgd", MOMENTUM=0.9, LEARNING_RATE=0.005, BOUNDARY_WEIGHT=7,
        BOUNDARY_SIGMA=3, CLASS_WEIGHT=0.7, LOSS_WEIGHT=0.6, BLUR=2, ROTATION=False, SCALE_MIN=0.5, SCALE_MAX=2,
        FEATURE_BIAS=0.9, FEATURE_BIAS_END=0.1, COLOURS=0, DICE=0.3, SELECT="loss", SEED=5, THREADS=2, DEVICE="cpu",
        WIDTH=4, BANDS="2 1", RESOLUTION=2,
    )  # fmt: skip
    expected = {
        "tile": 64, "epochs": 3, "examples": 40, "batch": 2, "optimizer": "sgd", "momentum": 0.9,
        "learning_rate": 0.005, "boundary_weight": 7.0, "boundary_sigma_px": 3.0, "class_weight": 0.7,
        "loss_weight": 0.6, "blur_px": 2.0, "rotation": False, "scale": [0.5, 2.0], "feature_bias": 0.9,
        "feature_bias_end": 0.1, "colours": 0.0, "dice": 0.3, "select": "loss", "seed": 5, "threads": 2,
        "device": "cpu", "network": "unet", "settings": {"width": 4, "norm": True}, "bands": ["band 2", "band 1"],
        "resolution_m": [2.0, 4.0],
    }  # fmt: skip
    assert {name: made[name] for name in expected} == expected


def test_presets_and_networks(job, tmp_path):
    paper = job(PRESET="paper")
    assert (paper["network"], paper["settings"], paper["tile"], paper["momentum"]) == ("unet", {"width": 64}, 572, 0.99)
    narrow = job(PRESET="paper", WIDTH=8, OVERWRITE=True, RESUME=False)
    assert (narrow["network"], narrow["settings"]) == ("unet", {"width": 8})
    assert job(PRESET="thorough", OVERWRITE=True, RESUME=False)["epochs"] == PRESETS["thorough"]["epochs"]


def test_values_bands_and_resolution_go_to_the_sources(job):
    made = job(VALUE_MIN=10, VALUE_MAX=200, BANDS="3;2;1", RESOLUTION=2)
    for source in made["training"] + made["validation"]:
        assert (source["values"], source["scene_bands"]) == ([10.0, 200.0], [3, 2, 1])
        assert (source["resolution_m"], source["resolutions_m"], source["validation_m"]) == (2.0, [2.0, 2.0], 2.0)


def test_start_from_the_bundled_model(job, feedback):
    bundled = bundled_models()["unet"]
    made = job(START=None, NAME="better")
    assert (made["weights"], made["network"]) == (str(bundled.path), "efficientnet_unet")
    assert (made["settings"], made["frozen_norm"]) == ({"variant": "lite2"}, True)
    assert made["bands"] == ["red", "green", "blue"]


def test_a_drone_image_is_worked_on_at_what_the_start_model_was_made_for(job, raster):
    fine = raster(scene_pixels(), "drone.tif", geotransform=(500000.0, 0.1, 0.0, 4000000.0, 0.0, -0.1))
    rois = roi_layer()
    from qgis.core import QgsGeometry
    from qgis.PyQt.QtGui import QTransform

    shrink = QTransform().translate(500000, 4000000).scale(0.1, 0.1).translate(-500000, -4000000)
    changed = {}
    for feature in rois.getFeatures():
        geometry = QgsGeometry(feature.geometry())
        geometry.transform(shrink)
        changed[feature.id()] = geometry
    rois.dataProvider().changeGeometryValues(changed)
    made = job(INPUT=[fine], ROIS=[rois], START="unet")
    assert made["training"][0]["resolution_m"] == 0.3
    assert made["resolution_m"] == [0.3, 0.6]


def test_other_classes_than_the_start_models(job, feedback):
    boxes = [*LANDSLIDES, (2, 40, 10, 6), (70, 90, 10, 4)]
    classes = ["landslide"] * 4 + ["river", "river"]
    made = job(START="unet", ROIS=[roi_layer(boxes, classes)], CLASS_FIELD="class")
    assert made["classes"] == ["landslide", "river"]
    assert (
        "The model has the classes landslide and the labels landslide, river: what tells the new ones apart starts "
        "from random weights."
    ) in feedback.infos


def test_background_rois_leave_the_rest_unlabelled(job, feedback):
    boxes = [*LANDSLIDES, (2, 40, 10, 6), (70, 90, 10, 4)]
    rois = roi_layer(boxes, ["landslide"] * 4 + ["background"] * 2)
    labels = labels_in(job(ROIS=[rois], CLASS_FIELD="class")["training"][0])
    assert [int((labels == value).sum()) for value in (0, 1, 255)] == [100, 588, SIDE * SIDE - 688]
    assert "What no ROI for training covers is unlabelled." in feedback.infos


def test_the_side_that_trains(job):
    made = job(SPLIT="west", SHARE=0.5)
    assert made["training"][0]["windows"] == [[0, 0, 48, SIDE]]
    assert made["validation"][0]["windows"] == [[48, 0, 48, SIDE]]


def test_validation_rois_of_the_same_image_do_not_train(job):
    made = job(ROIS=[roi_layer(NORTH)], VALIDATION_ROIS=[roi_layer(SOUTH)])
    trains, validates = labels_in(made["training"][0]), labels_in(made["validation"][0])
    assert made["training"][0]["windows"] == made["validation"][0]["windows"] == []
    north, south = (sum(width * height for _, _, width, height in boxes) for boxes in (NORTH, SOUTH))
    assert [int((trains == value).sum()) for value in (1, 255)] == [north, south]
    assert [int((validates == value).sum()) for value in (1, 255)] == [south, north]
    assert (trains[validates == 1] == 255).all() and (validates[trains == 1] == 255).all()


def test_validation_rois_win_where_both_lie(job):
    made = job(ROIS=[roi_layer([(10, 10, 20, 20)])], VALIDATION_ROIS=[roi_layer([(20, 10, 20, 20)])])
    trains, validates = labels_in(made["training"][0]), labels_in(made["validation"][0])
    assert (int((trains == 1).sum()), int((validates == 1).sum())) == (200, 400)
    assert (int((trains == 255).sum()), int((validates == 255).sum())) == (400, 200)


def test_validation_on_another_image(job, raster):
    other = raster(scene_pixels(2), "other.tif")
    made = job(VALIDATION_INPUT=[other], VALIDATION_ROIS=[roi_layer(SOUTH)])
    assert made["validation"][0]["scene"] == other
    assert int((labels_in(made["training"][0]) == 1).sum()) == 588
    assert int((labels_in(made["validation"][0]) == 255).sum()) == 0


def test_images_that_no_roi_touches_are_left_out(job, raster, feedback):
    away = raster(scene_pixels(2), "away.tif", geotransform=(600000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0))
    made = job(INPUT=[raster(scene_pixels(), "near.tif"), away])
    assert [source["name"] for source in made["training"]] == ["near"]
    assert 'No ROI for training touches the image "away"; it is left out of it.' in feedback.warnings


def test_label_rasters_belong_to_the_image_on_their_grid(job, raster):
    first = raster(scene_pixels(1), "first.tif")
    second = raster(scene_pixels(2), "second.tif", geotransform=(600000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0))
    labels = np.zeros((1, SIDE, SIDE), np.uint8)
    for column, row, width, height in LANDSLIDES:
        labels[0, row : row + height, column : column + width] = 1
    of_second = raster(labels, "l2.tif", geotransform=(600000.0, 1.0, 0.0, 4000000.0, 0.0, -1.0))
    of_first = raster(labels, "l1.tif")
    made = job(INPUT=[first, second], LABELS=[of_second, of_first], ROIS=None)
    assert [(s["scene"], s["labels"]) for s in made["training"]] == [(first, of_first), (second, of_second)]


def test_a_label_raster_that_holds_the_image(job, raster, tmp_path):
    mask = np.zeros((1, SIDE, SIDE), np.uint8)
    for column, row, width, height in LANDSLIDES:
        mask[0, row : row + height, column : column + width] = 1
    path = raster(np.concatenate([scene_pixels(), mask]), "label_raster.tif", descriptions=["", "", "", "mask"])
    made = job(INPUT=None, ROIS=None, LABELS=[path])
    source = made["training"][0]
    assert (source["labels"], source["label_band"], source["scene_bands"]) == (path, 4, [1, 2, 3])
    assert source["scene"] == str(tmp_path / "training" / "ground" / "image-1.vrt")
    np.testing.assert_array_equal(gdal.Open(source["scene"]).ReadAsArray(), scene_pixels())


def test_what_is_set_on_the_layer_is_kept_for_the_worker(job, scene, tmp_path):
    layer = QgsRasterLayer(scene, "changed")
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:32653"))
    made = job(INPUT=[layer], ROIS=[roi_layer(crs="EPSG:32653")])
    (source,) = made["training"]
    assert source["scene"] == str(tmp_path / "training" / "ground" / "image-1.vrt")
    assert "zone 53N" in gdal.Open(source["scene"]).GetProjection()
    np.testing.assert_array_equal(gdal.Open(source["scene"]).ReadAsArray(), gdal.Open(scene).ReadAsArray())


def test_folder_by_the_models_name(train, tmp_path):
    result = train(FOLDER=None, NAME="My ground 2")
    assert result["LOG"] == str(tmp_path / "profile" / "training" / "My ground 2" / "log.csv")


def test_as_qgis_process_gives_them(job, scene, tmp_path, registered):
    from osgeo import ogr
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    rois = str(tmp_path / "rois.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(roi_layer(), rois, QgsCoordinateTransformContext(), options)
    made = job(INPUT=scene, ROIS=[rois], PATCH="64", OPTIMIZER="", SELECT="", RESUME="true", OVERWRITE="false",
               MOMENTUM="", SCALE_MIN="", SHARE="0.5", SPLIT="north", EPOCHS="2", DEVICE="cpu")  # fmt: skip
    assert ogr.Open(rois).GetLayer(0).GetFeatureCount() == 4
    assert (made["tile"], made["epochs"], made["optimizer"], made["device"]) == (64, 2, "adamw", "cpu")
    assert made["training"][0]["windows"] == [[0, 0, SIDE, 48]]


def test_a_trained_model_is_not_replaced_unasked(train, trained, refused):
    train()
    before = (trained / "mine.onnx").read_bytes()
    assert refused() == (
        f'There is a model "mine" already ({trained / "mine.onnx"}); choose another name, or set "Replace a model of '
        'that name".'
    )
    train(OVERWRITE=True)
    assert (trained / "mine.onnx").read_bytes() == before


def test_an_unfinished_training_goes_on(train, trained, tmp_path, monkeypatch, model_file, feedback):
    whole = training_run.worker_command
    dies = made_up_worker(model_file("first_band"), "sys.exit(1)")
    monkeypatch.setattr(training_run, "worker_command", dies)
    folder = tmp_path / "training"
    with pytest.raises(QgsProcessingException) as caught:
        train()
    assert str(caught.value) == (
        f"The training ended with code 1 and without a result. The checkpoint of epoch 1 is kept in {folder}; run the "
        "training again with the same values to go on from it."
    )
    assert not trained.exists() or list(trained.iterdir()) == []
    monkeypatch.setattr(training_run, "worker_command", whole)
    (folder / "own.txt").write_text("of the analyst")
    for changes, difference in (
        ({"PATCH": 64}, "its tile is 224, here 64"), ({"ROIS": [roi_layer(NORTH[:1] + SOUTH)]}, "the ROIs are others"),
    ):  # fmt: skip
        with pytest.raises(QgsProcessingException) as caught:
            train(**changes)
        assert str(caught.value) == (
            f"The folder {folder} holds another training that has not finished: {difference}. Set the same values to "
            'go on with it, choose another folder, or switch "Go on with a training" off to remove it and start anew.'
        )
        assert (folder / "last.pt").exists() and job_in(folder)["tile"] == 224
    train(EPOCHS=9)
    assert job_in(folder)["epochs"] == 9
    train(PATCH=64, OVERWRITE=True)  # it has finished now
    assert job_in(folder)["tile"] == 64 and (folder / "own.txt").exists()
    train(PATCH=32, OVERWRITE=True, RESUME=False)
    assert job_in(folder)["tile"] == 32


def test_cancel_keeps_the_checkpoint(train, trained, tmp_path, monkeypatch, model_file):
    from scarp.tests.algorithms.conftest import Feedback

    monkeypatch.setattr(training_run, "worker_command", made_up_worker(model_file("first_band"), "time.sleep(60)"))
    feedback = Feedback(cancel_at=50.0)
    with pytest.raises(QgsProcessingException) as caught:
        train(feedback=feedback)
    assert str(caught.value) == (
        f"The training was cancelled. The checkpoint of epoch 1 is kept in {tmp_path / 'training'}; run the training "
        "again with the same values to go on from it."
    )
    assert list(trained.iterdir()) == []


def test_a_folder_in_which_another_trains_is_refused(train, tmp_path):
    folder = tmp_path / "training"
    with locked(folder), pytest.raises(QgsProcessingException, match="Another training is running in"):
        train()
    assert list(folder.iterdir()) == []


def test_a_model_states_the_values_that_it_was_trained_with(job, raster, feedback, model_file, run, tmp_path):
    deep = raster(scene_pixels().astype(np.uint16) * 10 + 1000, "deep.tif")
    assert job(INPUT=[deep])["value_range"] == [0.0, 255.0]
    made = job(INPUT=[deep], VALUE_MIN=1000, VALUE_MAX=3550, OVERWRITE=True)
    assert made["value_range"] == [1000.0, 3550.0]
    model = str(model_file("first_band", value_range=made["value_range"], name="deep.onnx"))
    extracted = run(INPUT=deep, MODEL_FILE=model, PROBABILITY=str(tmp_path / "p.tif"), feedback=feedback)
    assert extracted["COUNT"] >= 0
    assert any("1000 to 3550" in info and "(as the model was trained)" in info for info in feedback.infos)
    made = job(INPUT=[deep], START_FILE=model_of_ours(model_file, made["value_range"]), NAME="finer", OVERWRITE=True)
    assert made["training"][0]["values"] == made["value_range"] == [1000.0, 3550.0]
    made = job(START_FILE=model_of_ours(model_file, (1000.0, 3550.0)), NAME="finer", OVERWRITE=True)  # of 8 bit
    assert (made["training"][0]["values"], made["value_range"]) == ([], [0.0, 255.0])


def model_of_ours(model_file, value_range) -> str:
    network = {"name": "unet", "settings": {"width": 2}}
    return str(model_file("first_band", name="ours.onnx", network=network, value_range=value_range))


def test_a_full_models_folder_loses_no_model(train, trained, tmp_path, monkeypatch):
    def full(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(training_run.shutil, "copyfile", full)
    with pytest.raises(QgsProcessingException) as caught:
        train()
    kept = tmp_path / "training" / "model.onnx"
    assert str(caught.value) == f"The model is kept as {kept}, but is not among your models: No space left on device"
    assert kept.exists() and list(trained.iterdir()) == []


def test_a_models_folder_that_cannot_be_made_is_said_before_training(train, trained, tmp_path):
    trained.write_text("a file")
    with pytest.raises(QgsProcessingException, match=r"folder of your models .* cannot be made \(File exists\)"):
        train()
    assert not (tmp_path / "training" / "job.json").exists()


@pytest.mark.parametrize(("changes", "why"), [
    ({"NAME": " "}, "The model has no name; give one, by which Extract landslides will list it."),
    ({"NAME": "a/b"}, '"a/b" cannot be the name of a model; use letters, digits, spaces and . _ - + ( ), at most 100, '
                      "beginning with a letter or digit and not ending with a dot or space."),
    ({"NAME": "con"}, '"con" cannot be the name of a model; choose another, without an ending.'),
    ({"NAME": "x.onnx"}, '"x.onnx" cannot be the name of a model; choose another, without an ending.'),
    ({"NAME": "UNET"}, '"UNET" is a model that comes with Scarp; choose another name.'),
    ({"INPUT": []}, "No image is chosen; choose the images that the ROIs were drawn on, or label rasters."),
    ({"ROIS": []}, 'It is not known where landslides are in the image "scene"; choose ROIs, or the label raster that '
                   "was made from it."),
    ({"ROIS": ["/no/such.gpkg"]}, 'The layer "/no/such.gpkg" is no vector layer that can be read; choose another.'),
    ({"CLASS_FIELD": "kind"}, 'The layer "rois" has no field "kind"; its fields: class. Name the one that holds the '
                              "class, or none to take all ROIs as landslide."),
    ({"BANDS": "1,two,3"}, '"two" is no number of a band; give numbers such as 3,2,1 under Advanced > Bands.'),
    ({"BANDS": "1,2,4"}, 'The layer "scene" has 3 bands, so there is no band 4. Choose from 1 to 3.'),
    ({"VALUE_MIN": 5}, "Only one of darkest and brightest value is set; set both under Advanced, or neither."),
    ({"VALUE_MIN": 5, "VALUE_MAX": 5}, "The darkest value (5) is not below the brightest (5); set both under "
                                       "Advanced."),
    ({"SCALE_MIN": 2}, "The smallest random scale (2) is above the largest (1.25); set both in order."),
    ({"BATCH": 200}, "200 patches at once are more than the 160 of an epoch; set fewer at once."),
    ({"START": "unet", "WIDTH": 8}, "The network is that of unet.onnx, so its width cannot be chosen; leave it as it "
                                    "is, or start from nothing."),
    ({"START_FILE": "weights.txt"}, "There is no file {cwd}/weights.txt to start from; choose another under Advanced > "
                                    "Start file."),
    ({"VALIDATION_INPUT": ["{scene}"]}, "The validation images have no labels; choose validation ROIs or label rasters "
                                        "too."),
    ({"PRESET": "best"}, "Incorrect parameter value for PRESET"),
])  # fmt: skip
def test_what_is_refused(refused, changes, why, scene):
    changes = {name: [scene] if value == ["{scene}"] else value for name, value in changes.items()}
    assert refused(**changes) == why.replace("{cwd}", str(Path.cwd()))


def test_a_start_model_that_is_not_ours(refused, model_file):
    foreign = model_file("first_band", name="foreign.onnx", network={})
    assert refused(START_FILE=str(foreign)) == (
        "The model foreign.onnx was not trained with Scarp, so training cannot start from it; choose another."
    )


@pytest.mark.parametrize(("changes", "why"), [
    ({"SHARE": 0.95, "ROIS": NORTH}, "there is no landslide pixel to validate on"),
    ({"REST": "unlabelled"}, "All labelled pixels that train are landslide, so the model would see landslides "
                             "everywhere; draw ROIs of background, or have background where no ROI is."),
    ({"VALIDATION_ROIS": LANDSLIDES}, "There is no landslide to train on; draw ROIs on landslides outside the "
                                      "validation ROIs."),
    ({"ROIS": [(2000, 10, 5, 5)]}, "None of the 1 ROIs touches the image; check the coordinate systems of both"),
])  # fmt: skip
def test_labels_that_cannot_train(train, changes, why, tmp_path):
    layers = {name: [roi_layer(value)] if name.endswith("ROIS") else value for name, value in changes.items()}
    with pytest.raises(QgsProcessingException) as caught:
        train(**layers)
    assert why in str(caught.value)
    assert list((tmp_path / "training").iterdir()) == []


def test_missing_packages_are_said(monkeypatch, qgis_processing):
    def missing():
        raise ScarpError("The packages for training are not installed.")

    monkeypatch.setattr(training, "training_python", missing)
    assert TrainUNet().canExecute() == (False, "The packages for training are not installed.")
