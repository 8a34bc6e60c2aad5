from __future__ import annotations

import dataclasses

import pytest
from scarp.models.job import OPTIMIZERS, SELECTIONS, Job
from scarp.models.networks import build
from scarp.models.presets import PAPER, PRESETS, QUICK, THOROUGH


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
