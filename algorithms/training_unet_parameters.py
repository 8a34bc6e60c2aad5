"""The parameters of the training of a U-Net, with their help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
)

from ..engine.contract import SEMANTIC
from ..models.presets import PRESETS
from . import training_parameters as common
from .extraction_parameters import Explained, Translate, declared, number
from .training_settings import COMMON_FIELDS, ROTATION, Kind, Settings, sampling, seed, steps

WIDTH = "WIDTH"
KIND = Kind(
    SEMANTIC,
    PRESETS,
    {
        **COMMON_FIELDS, "PATCH": "tile", "PATCHES": "examples", "BOUNDARY_WEIGHT": "boundary_weight",
        "BOUNDARY_SIGMA": "boundary_sigma_px", "CLASS_WEIGHT": "class_weight", "LOSS_WEIGHT": "loss_weight",
        "BLUR": "blur_px", "DICE": "dice",
    },
    "START_FILE",
)  # fmt: skip


def training_parameters(tr: Translate) -> list[QgsProcessingParameterDefinition]:
    """All of them, in the dialog's order.

    Args:
        tr: translates.
    """
    start = tr("A model that knows landslides already needs few ROIs and little time. <i>nothing</i> starts from "
               "random weights, with the preset's own network; it needs thousands of landslides.")  # fmt: skip
    preset = tr("<i>quick</i> fits a model to your ground in minutes; <i>thorough</i> takes about four times as long, "
                "for more ROIs; <i>paper</i> is the recipe of Zhang et al. 2020, which wants a graphics card. "
                "What is set under Advanced goes before.")  # fmt: skip
    folder = tr("For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band.")
    normal = [*common.ground(tr), *common.model(tr, KIND, start, preset)]
    return declared(normal, [*_settings(tr), *common.reading(tr, folder)], [])


def _settings(tr: Translate) -> Explained:
    """The recipe; what is empty is the preset's."""
    settings = Settings(tr, KIND)
    return [
        (
            QgsProcessingParameterFile(KIND.start_file, tr("Start file"), optional=True,
                                       fileFilter=tr("Models and checkpoints (*.onnx *.pt *.pth)")),
            tr("A model (.onnx) or a checkpoint of a training (.pt). Goes before the model chosen above."),
        ),
        settings.number("EPOCHS", tr("Epochs"), tr("How often all patches of an epoch are drawn."), 1, None, 0),
        settings.number("PATCHES", tr("Patches in an epoch"), "", 1, None, 0),
        settings.number("PATCH", tr("Patch size (pixels)"),
                        tr("A smaller one needs less memory. It is rounded up to what the network divides by (16 or "
                           "32)."), 16, None, 0),
        *steps(tr, settings),
        settings.number("LEARNING_RATE", tr("Learning rate"), tr("The paper gives none."), 1e-7, 1.0, 7),
        settings.number("BOUNDARY_WEIGHT", tr("Boundary weight"),
                        tr("How much more than others pixels count on the boundary of a landslide."), 0.0, 100.0, 2),
        settings.number("BOUNDARY_SIGMA", tr("Boundary width (pixels)"),
                        tr("How far from the boundary they do."), 0.1, 100.0, 2),
        settings.number("CLASS_WEIGHT", tr("Class weight"),
                        tr("Share of a landslide pixel's weight against a background pixel's at the start; it goes to "
                           "0.5."), 0.01, 0.99, 4),
        settings.number("LOSS_WEIGHT", tr("Loss weight"), tr("The same share in the loss of the validation."),
                        0.01, 0.99, 4),
        settings.number("BLUR", tr("Blur distance (pixels)"),
                        tr("How far the labels' edges are blurred at the start; it goes to 0."), 0.0, 100.0, 4),
        (
            QgsProcessingParameterBoolean(ROTATION, tr("Random rotation"), True),
            tr("Patches are turned and mirrored at random."),
        ),
        *sampling(tr, settings, tr("The paper gives no range.")),
        settings.number("DICE", tr("Weight of the Dice loss"), tr("Beside the cross-entropy."), 0.0, 100.0, 2),
        (
            number(WIDTH, tr("Width of the U-Net"), None, 1, 512, 0),
            tr("Feature maps of its first level, when starting from nothing; the paper's is 64. Where it is set, the "
               "network is the paper's U-Net in any preset."),
        ),
        seed(tr),
    ]  # fmt: skip


def about(tr: Translate) -> str:
    """What the algorithm does, as HTML."""
    return tr(
        "<p>Trains a model on landslides that you have drawn, so that <b>Extract landslides</b> does better on your "
        "ground. It runs beside QGIS, which can be used meanwhile; progress is shown for each epoch.</p>"
    ) + common.course(tr)


def results(tr: Translate) -> dict[str, tuple[str, str]]:
    """Titles of the results, and what they say."""
    return common.results(tr, tr("Loss, accuracy, precision, recall and F1 of all epochs, as a table (CSV)."))


def tags(tr: Translate) -> list[str]:
    """Words that the toolbox finds the algorithm by."""
    return common.tags(tr, tr("unet,u-net,envinet5,semantic"))
