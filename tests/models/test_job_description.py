from __future__ import annotations

from dataclasses import fields

import pytest
from scarp.models.job import Job, Source
from scarp.models.job_description import LABELS, data_rows, described, paper, setting_rows
from scarp.models.presets import INSTANCE_PRESETS, PAPER, PRESETS


def job(training=(), validation=(), **more):
    return Job(list(training), list(validation), "runs", **more)


def test_every_setting_is_named_for_analysts():
    named = {field.name for field in fields(Job)} - {"training", "validation"}
    assert named - set(LABELS) == set()
    assert len(setting_rows(job())) == len(named) == len({row[0] for row in setting_rows(job())})


def test_settings_beside_the_paper_s():
    rows = {label: (here, told) for label, here, told in setting_rows(job(**PRESETS["paper"]))}
    for name in ("epochs", "examples", "batch", "tile", "optimizer", "momentum", "class_weight", "loss_weight",
                 "blur_px", "select"):  # fmt: skip
        here, told = rows[LABELS[name]]
        assert here == told
    assert rows["Blur distance of the labels at the beginning (pixels)"] == ("3.8566", "3.8566")
    assert rows["Patch size (pixels)"] == ("572", "572")
    assert rows["What makes an epoch the best"] == ("lowest validation loss", "lowest validation loss")
    assert rows["Start weights"] == ("random", "random")
    assert rows["Learning rate"] == (f"{PRESETS[PAPER]['learning_rate']:g}", "–")
    assert rows["Settings of the network"] == ("width 64", "–")
    assert rows["Random scale"] == ("0.8 to 1.25", "random, no range given")
    assert rows["Random rotation"] == ("yes", "yes")
    rows = {label: here for label, here, _ in setting_rows(job(weights="start.onnx", rotation=False))}
    assert rows["Start weights"] == "start.onnx"
    assert rows["Random rotation"] == "no"
    assert rows["What makes an epoch the best"] == "highest F1 in validation"
    assert rows["Settings of the network"] == rows["Model file"] == "–"
    assert rows["Scales at which the model looks at an image"] == "1"


def test_sources():
    rows = data_rows(job(
        [Source("scene", scene="/far/n.tif", polygons="/far/n.gpkg", resolutions_m=(0.8, 2.0), weight=3.0,
                windows=((0, 0, 9, 9),)),
         Source("events", events=[1, 2]),
         Source("tiles", images="im", masks="ma", table="/far/split.csv", where={"subset": "train", "kind": "a"})],
        [Source("south", scene="s.tif", labels="l.tif", windows=((0, 0, 9, 9), (9, 0, 9, 9)), resolution_m=3.0),
         Source("event", events=[3], validation_m=2.5), Source("others", images="im", masks="ma")],
    ))  # fmt: skip
    assert rows == [
        ("scene", "training", "scene n.tif in 1 window, landslides from n.gpkg", "0.8 to 2 m", "60%"),
        ("events", "training", "2 generated sample events", "1 m", "20%"),
        ("tiles", "training", "images in im, masks in ma, where subset train and kind a in split.csv", "1 m", "20%"),
        ("south", "validation", "scene s.tif in 2 windows, landslides from l.tif", "3 m", "–"),
        ("event", "validation", "1 generated sample event", "2.5 m", "–"),
        ("others", "validation", "images in im, masks in ma", "its own", "–"),
    ]
    assert data_rows(job([Source("none", events=[1], weight=0.0)]))[0][-1] == "0%"


def test_words_on_network_weights_and_steps():
    network, steps, preset = described(job(**PRESETS["paper"]))
    assert network == (
        "The network is a U-Net like ENVINet5 (width 64). It learns to tell landslide from everything else in "
        "images of 3 bands (red, green, blue), and starts from random weights."
    )
    assert steps == (
        "In each of 30 epochs it sees 500 patches of 572 × 572 pixels, 1 at a time (optimizer sgd, learning rate "
        f"{PRESETS[PAPER]['learning_rate']:g}, momentum 0.99)."
    )
    assert preset == "These are the settings of the preset “paper”."
    network, steps, *_ = described(job(classes=("landslide", "water", "road"), bands=("red",), weights="/far/a.onnx"))
    assert "contracting path is an EfficientNet. It learns to tell landslide, water and road from everything" in network
    assert network.endswith("images of 1 band (red), and starts from the weights of a.onnx.")
    assert "3,000 patches" in steps
    assert steps.endswith("(optimizer adamw, learning rate 0.001).")
    assert described(job(network="other"))[0].startswith("The network is other. It learns")


@pytest.mark.parametrize(
    ("changes", "said"),
    [({}, ["These are the settings of the preset “quick”."]),
     ({"epochs": 2, "scale": (1.0, 1.0)},
      ["These are the settings of the preset “quick”, but for epochs (2 instead of 6) and random scale (1 to 1 instead "
       "of 0.8 to 1.25)."]),
     ({"epochs": 2, "batch": 1, "tile": 64, "examples": 5, "dice": 0.0}, [])],
)  # fmt: skip
def test_the_nearest_preset(changes, said):
    assert described(job(**{**PRESETS["quick"], **changes}))[2:] == said


def test_a_mask_r_cnn_in_words():
    paper_s = job(**INSTANCE_PRESETS["paper"], weights="/far/coco.pth")
    network, steps, preset = described(paper_s)
    assert network == (
        "The network is an improved Mask R-CNN with the backbone ResNeXt-50, a feature pyramid with a path from the "
        "bottom up, 256 feature maps and the edge loss; its anchors have 12, 24, 48, 96 and 192 pixels and the ratios "
        "0.5, 1 and 2, and it looks at 300 proposals of a tile at most. It learns to find landslide one by one in "
        "images of 3 bands (red, green, blue), and starts from the weights of coco.pth."
    )
    assert "In each of 200 epochs it sees 9,760 patches of 256 × 256 pixels, 4 at a time" in steps
    assert preset == "These are the settings of the preset “paper”."
    plain = {"backbone": "resnet50", "improved_pyramid": False, "edge": False}
    assert described(job(network="mask_rcnn", settings=plain))[0].startswith(
        "The network is a Mask R-CNN with the backbone ResNet-50, a feature pyramid, 256 feature maps and no edge loss;"
    )
    quick = {**INSTANCE_PRESETS["quick"], "settings": {**INSTANCE_PRESETS["quick"]["settings"], "edge": False}}
    assert described(job(**quick))[2] == (
        "These are the settings of the preset “quick”, but for settings of the network (edge no instead of edge yes)."
    )


def test_settings_of_a_mask_r_cnn_beside_its_paper_s():
    of_instances = job(**INSTANCE_PRESETS["paper"])
    rows = {label: (here, told) for label, here, told in setting_rows(of_instances)}
    for name in ("epochs", "examples", "batch", "tile", "learning_rate", "rotation", "right_angles"):
        here, told = rows[LABELS[name]]
        assert here == told, name
    assert rows["Learning rate"] == ("0.0001", "0.0001")
    assert rows["Start weights"] == ("random", "of a Mask R-CNN trained on COCO 2014")
    assert not any("Dice" in label or "boundar" in label or "Blur" in label for label in rows)
    assert rows["Learning rate of the backbone, relative to that"] == ("1", "–")
    assert not any("contracting" in label for label in rows)
    assert (paper(of_instances), paper(job())) == ("Liu et al. 2021", "Zhang et al. 2020")
