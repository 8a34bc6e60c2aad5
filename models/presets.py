"""Training presets: what a job sets for a quick fine-tuning, for the paper's recipe, and for the best score.

Imports no torch.
"""

from __future__ import annotations

from typing import Any

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
"""Attributes of ``job.Job`` by preset; the others keep the job's own defaults."""
