from __future__ import annotations

import dataclasses
import inspect

import pytest
from scarp.models.job import OPTIMIZERS, SELECTIONS, Job
from scarp.models.mask_rcnn import ImprovedMaskRCNN
from scarp.models.networks import build
from scarp.models.presets import (
    BACKBONES,
    INSTANCE_PRESETS,
    MASK_RCNN,
    PAPER,
    PRESETS,
    QUICK,
    THOROUGH,
    presets_of,
)
from scarp.models.pyramid import BACKBONES as NETWORK_BACKBONES
from scarp.models.pyramid import LITE


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_makes_a_job(name):
    job = dataclasses.replace(Job([], [], "run"), **PRESETS[name])
    assert job.optimizer in OPTIMIZERS
    assert job.select in SELECTIONS
    assert job.batch <= job.examples
    assert job.decay_epochs < job.epochs
    assert 0 < job.class_weight < 1
    assert 0 < job.scale[0] <= job.scale[1]
    if name != PAPER:  # whose network is large
        assert build(job.network, job.settings).stride == 32
        assert job.tile % 32 == 0


def test_all_presets_set_the_same():
    assert set(PRESETS) == {QUICK, PAPER, THOROUGH}
    own = {name: set(preset) - {"momentum", "boundary_sigma_px", "frozen_norm"} for name, preset in PRESETS.items()}
    assert own[QUICK] == own[PAPER] == own[THOROUGH]


def test_the_paper_s_numbers():
    paper = PRESETS[PAPER]
    assert (paper["network"], paper["settings"]) == ("unet", {"width": 64})
    assert (paper["tile"], paper["epochs"], paper["examples"], paper["batch"]) == (572, 30, 500, 1)
    assert (paper["class_weight"], paper["loss_weight"], paper["blur_px"]) == (0.8022, 0.70, 3.8566)
    assert (paper["optimizer"], paper["momentum"], paper["dice"], paper["select"]) == ("sgd", 0.99, 0.0, "loss")
    assert (paper["feature_bias"], paper["feature_bias_end"]) == (1.0, 0.0)


def test_the_quick_one_is_the_shortest():
    steps = {name: preset["epochs"] * preset["examples"] * preset["tile"] ** 2 for name, preset in PRESETS.items()}
    assert min(steps, key=steps.get) == QUICK


@pytest.mark.parametrize("name", INSTANCE_PRESETS)
def test_an_instance_preset_makes_a_job(name):
    job = dataclasses.replace(Job([], [], "run"), **INSTANCE_PRESETS[name])
    assert job.finds_instances
    assert job.optimizer in OPTIMIZERS
    assert job.select == "f1"
    assert job.examples % job.batch == 0
    assert job.decay_epochs < job.epochs
    assert job.settings["backbone"] in BACKBONES.values()
    own = set(INSTANCE_PRESETS[name]) - {"decay_epochs"}
    assert own == set(INSTANCE_PRESETS[QUICK]) - {"decay_epochs"}


def test_the_paper_s_numbers_for_instances():
    paper = INSTANCE_PRESETS[PAPER]
    assert (paper["learning_rate"], paper["batch"], paper["epochs"]) == (1e-4, 4, 200)  # table 3
    assert paper["examples"] // paper["batch"] == 2440
    assert (paper["tile"], paper["rotation"], paper["right_angles"]) == (256, True, True)
    assert (paper["colours"], paper["scale"]) == (0.0, (1.0, 1.0))
    assert paper["settings"] == MASK_RCNN
    assert (MASK_RCNN["backbone"], MASK_RCNN["improved_pyramid"], MASK_RCNN["edge"]) == ("resnext50", True, True)


def test_the_paper_s_network_has_the_network_s_own_defaults():
    defaults = inspect.signature(ImprovedMaskRCNN.__init__).parameters
    for name, value in MASK_RCNN.items():
        default = defaults[name].default
        assert (list(default) if isinstance(default, tuple) else default) == value, name
    assert list(BACKBONES.values()) == [*NETWORK_BACKBONES, *LITE]


def test_presets_by_network():
    assert presets_of("mask_rcnn") is INSTANCE_PRESETS
    assert presets_of("unet") is presets_of("efficientnet_unet") is PRESETS
