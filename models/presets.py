"""Training presets: what a job sets for a quick fine-tuning, for the paper's recipe, and for the best score.

Imports no torch.
"""

from __future__ import annotations

from typing import Any

from .job import INSTANCE_NETWORKS

QUICK, PAPER, THOROUGH = "quick", "paper", "thorough"

_FINE_TUNING: dict[str, Any] = {
    "network": "efficientnet_unet", "settings": {"variant": "lite2"}, "batch": 8, "tile": 224, "optimizer": "adamw",
    "weight_decay": 0.02, "frozen_norm": True, "encoder_rate": 0.5, "dice": 1.0, "boundary_weight": 0.0,
    "class_weight": 0.5, "loss_weight": 0.5, "blur_px": 0.0, "feature_bias": 0.5, "feature_bias_end": 0.3,
    "scale": (0.8, 1.25), "colours": 0.5, "select": "loss",
}  # fmt: skip
PRESETS: dict[str, dict[str, Any]] = {
    # Minutes on two cores.
    QUICK: {**_FINE_TUNING, "epochs": 6, "decay_epochs": 3, "warm_up": 20, "examples": 160, "learning_rate": 1e-3,
            "average": 0.98},
    # ENVINet5's: Zhang et al. 2020, sections 4.2 and 4.3. It gives no learning rate, boundary weight or scale range;
    # the boundary weights are those of Ronneberger et al. 2015, whose loss it names.
    PAPER: {"network": "unet", "settings": {"width": 64}, "epochs": 30, "decay_epochs": 0, "warm_up": 100,
            "examples": 500, "batch": 1, "tile": 572, "optimizer": "sgd", "momentum": 0.99, "learning_rate": 3e-4,
            "encoder_rate": 1.0, "weight_decay": 0.0, "average": 0.0, "dice": 0.0, "boundary_weight": 10.0,
            "boundary_sigma_px": 5.0, "class_weight": 0.8022, "loss_weight": 0.70, "blur_px": 3.8566,
            "feature_bias": 1.0, "feature_bias_end": 0.0, "scale": (0.8, 1.25), "colours": 0.0, "select": "loss"},
    THOROUGH: {**_FINE_TUNING, "epochs": 12, "decay_epochs": 6, "warm_up": 40, "examples": 320,
               "learning_rate": 1e-3, "average": 0.99, "scale": (0.7, 1.4)},
}  # fmt: skip
"""Attributes of ``job.Job`` by preset, for networks that map pixels; the others keep the job's own defaults."""

BACKBONES = {
    "ResNet-50": "resnet50", "ResNet-101": "resnet101", "ResNeXt-50": "resnext50", "ResNeXt-101": "resnext101",
    "EfficientNet-Lite0": "lite0", "EfficientNet-Lite1": "lite1", "EfficientNet-Lite2": "lite2",
}  # fmt: skip
"""Of a Mask R-CNN: what the network calls them, by what people do."""
MASK_RCNN: dict[str, Any] = {
    "backbone": "resnext50", "improved_pyramid": True, "edge": True, "channels": 256,
    "anchor_sizes": [12, 24, 48, 96, 192], "aspect_ratios": [0.5, 1.0, 2.0], "proposals": 300,
}  # fmt: skip
"""The paper's network; what it does not state are the network's own defaults."""
_FINE_TUNING_INSTANCES: dict[str, Any] = {
    "network": "mask_rcnn", "settings": {**MASK_RCNN, "channels": 128}, "batch": 4, "tile": 256, "optimizer": "adamw",
    "weight_decay": 0.02, "frozen_norm": True, "encoder_rate": 0.5, "feature_bias": 0.75, "feature_bias_end": 0.5,
    "rotation": True, "right_angles": False, "scale": (0.8, 1.25), "colours": 0.5, "select": "f1",
}  # fmt: skip
INSTANCE_PRESETS: dict[str, dict[str, Any]] = {
    QUICK: {**_FINE_TUNING_INSTANCES, "epochs": 6, "decay_epochs": 3, "warm_up": 20, "examples": 120,
            "learning_rate": 2e-4, "average": 0.96},
    # Liu et al. 2021, section 3.3 and table 3. It names no optimizer and no weight decay. The weights that it starts
    # from have statistics that a batch of 4 would spoil, so normalisation keeps them.
    PAPER: {"network": "mask_rcnn", "settings": MASK_RCNN, "epochs": 200, "decay_epochs": 0, "warm_up": 100,
            "examples": 4 * 2440, "batch": 4, "tile": 256, "optimizer": "adamw", "learning_rate": 1e-4,
            "encoder_rate": 1.0, "weight_decay": 0.02, "frozen_norm": True, "average": 0.0, "feature_bias": 0.75,
            "feature_bias_end": 0.75, "rotation": True, "right_angles": True, "scale": (1.0, 1.0), "colours": 0.0,
            "select": "f1"},
    THOROUGH: {**_FINE_TUNING_INSTANCES, "epochs": 12, "decay_epochs": 6, "warm_up": 40, "examples": 360,
               "learning_rate": 2e-4, "average": 0.99, "scale": (0.7, 1.4)},
}  # fmt: skip
"""The same for networks that find landslides one by one."""


def presets_of(network: str) -> dict[str, dict[str, Any]]:
    """The presets for networks of the kind of one, by its name."""
    return INSTANCE_PRESETS if network in INSTANCE_NETWORKS else PRESETS
