"""The parameters that all trainings have, with their help."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ..engine.errors import ScarpError
from ..engine.label_raster import RESTS
from ..engine.progress import Quiet
from ..engine.split import DIRECTIONS
from ..models.job import TRAINING_DEVICES
from ..models.presets import QUICK
from .extraction_parameters import Explained, Translate, choice, number
from .model_choice import AUTO, BOTH, choose_model, model_names
from .training_settings import Kind

INPUT, ROIS, CLASS_FIELD, REST, LABELS = "INPUT", "ROIS", "CLASS_FIELD", "REST", "LABELS"
VALIDATION_ROIS, VALIDATION_INPUT, VALIDATION_LABELS = "VALIDATION_ROIS", "VALIDATION_INPUT", "VALIDATION_LABELS"
SPLIT, SHARE = "SPLIT", "SHARE"
START, PRESET, NAME, OVERWRITE = "START", "PRESET", "NAME", "OVERWRITE"
BANDS, RESOLUTION, VALUE_MIN, VALUE_MAX = "BANDS", "RESOLUTION", "VALUE_MIN", "VALUE_MAX"
THREADS, DEVICE, FOLDER, RESUME = "THREADS", "DEVICE", "FOLDER", "RESUME"
MODEL_FILE, REPORT, LOG, EVENTS = "MODEL_FILE", "REPORT", "LOG", "EVENTS"
BEST_EPOCH, BEST_F1, THRESHOLD, VALIDATION_LOSS = "BEST_EPOCH", "BEST_F1", "THRESHOLD", "VALIDATION_LOSS"

NOTHING = "nothing"
"""What START is called when training starts from random weights."""


def _layers(name: str, title: str, kind: Any, optional: bool = True) -> QgsProcessingParameterMultipleLayers:
    return QgsProcessingParameterMultipleLayers(name, title, kind, optional=optional)


def start_names(kind: str) -> list[str]:
    """What a training may start from, in order: bundled models, the analyst's own, nothing.

    Args:
        kind: of the models.
    """
    return [*(name for name in model_names() if _is_of(kind, name)), NOTHING]


def _is_of(kind: str, name: str) -> bool:
    """Whether a model is there, a single one, and of a kind."""
    try:
        return name not in (AUTO, BOTH) and choose_model(name, "", "", Quiet()).contract.kind == kind
    except ScarpError:
        return False


def ground(tr: Translate) -> Explained:
    """What is learnt from, and what is validated on."""
    raster = QgsProcessing.SourceType.TypeRaster
    polygon = QgsProcessing.SourceType.TypeVectorPolygon
    return [
        (
            _layers(INPUT, tr("Images"), raster),
            tr("Aerial, drone or satellite images that the ROIs were drawn on, or that the label rasters belong to."),
        ),
        (
            _layers(ROIS, tr("ROIs"), polygon),
            tr("Polygons drawn on landslides (and, for a model that tells more apart, on other classes). More of them, "
               "and more different ones, make a better model."),
        ),
        (
            QgsProcessingParameterString(CLASS_FIELD, tr("Class field"), optional=True),
            tr("Name of the field that holds the class of the ROIs: <i>landslide</i> or 1, <i>background</i> or 0, or "
               "other classes such as <i>river</i>. Empty: all ROIs are landslide."),
        ),
        (
            choice(REST, tr("What no ROI covers"), [AUTO, *RESTS], AUTO),
            tr("<i>background</i>: you have drawn every landslide, so all else is none; <i>unlabelled</i>: it is not "
               "known, and left out, so some ROIs must be background. <i>auto</i>: unlabelled if there are ROIs of "
               "background, else background."),
        ),
        (
            _layers(LABELS, tr("Label rasters"), raster),
            tr("Made by <i>Create label raster</i>: one for each image that has no ROIs, on its grid; or with the "
               "image's own bands in it, which needs no image."),
        ),
        (
            choice(SPLIT, tr("Part that trains"), list(DIRECTIONS), DIRECTIONS[0]),
            tr("The image is parted in two: this part trains, the rest validates, so that the model is judged on "
               "ground that it has not seen. <i>blocks</i> deals out squares. Zhang et al. 2020 train on the northern "
               "part. Not used where there are validation ROIs, images or label rasters."),
        ),
        (number(SHARE, tr("Share that trains"), 0.6, 0.05, 0.95, 2), tr("0.6 is theirs.")),
        (
            _layers(VALIDATION_ROIS, tr("Validation ROIs"), polygon),
            tr("ROIs that only validate, instead of a part of the image. Their pixels do not train."),
        ),
        (
            _layers(VALIDATION_INPUT, tr("Validation images"), raster),
            tr("Images that the validation ROIs or label rasters belong to. Empty takes the images above."),
        ),
        (
            _layers(VALIDATION_LABELS, tr("Validation label rasters"), raster),
            tr("As the label rasters above, for validation."),
        ),
    ]  # fmt: skip


def model(tr: Translate, kind: Kind, start: str, preset: str) -> Explained:
    """What is trained and what it is called.

    Args:
        tr: translates.
        kind: of the network.
        start: what START says.
        preset: what PRESET says.
    """
    starts = start_names(kind.name)
    return [
        (choice(START, tr("Start from"), starts, starts[0]), start),
        (choice(PRESET, tr("Preset"), list(kind.presets), QUICK), preset),
        (
            QgsProcessingParameterString(NAME, tr("Name of the model")),
            tr("By which <i>Extract landslides</i> lists it."),
        ),
        (
            QgsProcessingParameterBoolean(OVERWRITE, tr("Replace a model of that name"), False),
            tr("Unless this is set, a model that is there stays, and the training does not start."),
        ),
    ]


def reading(tr: Translate, folder: str) -> Explained:
    """How images are read, and where and on what the training runs.

    Args:
        tr: translates.
        folder: what FOLDER says of the disk.
    """
    return [
        (
            QgsProcessingParameterString(BANDS, tr("Bands"), optional=True),
            tr("Numbers of the images' bands, such as <i>3,2,1</i>, in the order of the model that training starts "
               "from. Empty finds red, green and blue by names and colours. From nothing, any number of bands."),
        ),
        (
            number(RESOLUTION, tr("Working ground resolution (m)"), None, 0.001, None),
            tr("Size of the pixels that are worked on. Empty takes the images' own, or the nearest that the model "
               "which training starts from was made for."),
        ),
        (
            number(VALUE_MIN, tr("Darkest value"), None, -1e30, None, 6),
            tr("Pixel value that the model is to see as black. Empty: 8-bit images are taken as they are, others "
               "from the 2nd percentile of the image. What is set here is taken by the extraction too."),
        ),
        (
            number(VALUE_MAX, tr("Brightest value"), None, -1e30, None, 6),
            tr("Pixel value that the model is to see as white. Set both, or neither."),
        ),
        (
            number(THREADS, tr("CPU threads"), 0, 0, 1024, 0),
            tr("0 uses all cores."),
        ),
        (
            choice(DEVICE, tr("Device"), list(TRAINING_DEVICES), TRAINING_DEVICES[0]),
            tr("<i>auto</i> uses an NVIDIA graphics card where it works. The log says what was used."),
        ),
        (
            QgsProcessingParameterFile(FOLDER, tr("Training folder"), QgsProcessingParameterFile.Behavior.Folder,
                                       optional=True),
            f"{folder} " + tr("Empty takes a folder of the model's name under <i>scarp/training</i> in your QGIS "
                              "profile."),
        ),
        (
            QgsProcessingParameterBoolean(RESUME, tr("Go on with a training"), True),
            tr("Where the folder holds the same training, cancelled or failed, it goes on from the last finished "
               "epoch; with more epochs, also where it had finished. Otherwise it starts anew."),
        ),
    ]  # fmt: skip


def course(tr: Translate) -> str:
    """How any training goes, as HTML."""
    return tr(
        "<p>After each epoch a checkpoint is kept. A training that is cancelled, or that the power left, goes on from "
        "it when it is run again with the same values.</p>"
        "<p>The model of the best epoch is put into your models folder at the end, with its threshold and scores. "
        "The report shows how the training went, epoch by epoch.</p>"
    )


def results(tr: Translate, log: str) -> dict[str, tuple[str, str]]:
    """Titles of the results, and what they say.

    Args:
        tr: translates.
        log: what the log says.
    """
    return {
        MODEL_FILE: (tr("Model"), tr("The .onnx file, which <i>Extract landslides</i> lists at once.")),
        REPORT: (tr("Report"), tr("Curves and scores of all epochs, and what was trained with what, as HTML.")),
        LOG: (tr("Log"), log),
        EVENTS: (tr("Events"), tr("The same for TensorBoard.")),
        BEST_EPOCH: (tr("Best epoch"), tr("The one that the model is of.")),
        BEST_F1: (tr("Best F1"), tr("Of its validation, at the recommended threshold.")),
        THRESHOLD: (tr("Recommended threshold"), tr("Probability from which a pixel is landslide.")),
        VALIDATION_LOSS: (tr("Validation loss"), tr("Of the best epoch.")),
    }


def tags(tr: Translate, more: str) -> list[str]:
    """Words that the toolbox finds the algorithm by; ``more`` are further ones, with commas between them."""
    words = tr(
        "landslide,landslides,train,training,fine-tune,fine-tuning,transfer learning,deep learning,machine learning,"
        "neural network,ai,pytorch,roi,label,segmentation,model,validation,epoch"
    )
    return [*words.split(","), *more.split(",")]
