"""The parameters of a training, with their help."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ..engine.label_raster import RESTS
from ..engine.split import DIRECTIONS
from ..models.bundled import bundled_models
from ..models.job import OPTIMIZERS, SELECTIONS, TRAINING_DEVICES
from ..models.presets import PRESETS, QUICK
from .extraction_parameters import Translate, choice, number
from .model_choice import AUTO, model_names

INPUT, ROIS, CLASS_FIELD, REST, LABELS = "INPUT", "ROIS", "CLASS_FIELD", "REST", "LABELS"
VALIDATION_ROIS, VALIDATION_INPUT, VALIDATION_LABELS = "VALIDATION_ROIS", "VALIDATION_INPUT", "VALIDATION_LABELS"
SPLIT, SHARE = "SPLIT", "SHARE"
START, START_FILE, PRESET, NAME, OVERWRITE = "START", "START_FILE", "PRESET", "NAME", "OVERWRITE"
ROTATION, SCALE_MIN, SCALE_MAX, SEED, WIDTH = "ROTATION", "SCALE_MIN", "SCALE_MAX", "SEED", "WIDTH"
BANDS, RESOLUTION, VALUE_MIN, VALUE_MAX = "BANDS", "RESOLUTION", "VALUE_MIN", "VALUE_MAX"
THREADS, DEVICE, FOLDER, RESUME = "THREADS", "DEVICE", "FOLDER", "RESUME"
MODEL_FILE, REPORT, LOG, EVENTS = "MODEL_FILE", "REPORT", "LOG", "EVENTS"
BEST_EPOCH, BEST_F1, THRESHOLD, VALIDATION_LOSS = "BEST_EPOCH", "BEST_F1", "THRESHOLD", "VALIDATION_LOSS"

NOTHING = "nothing"
"""What START is called when training starts from random weights."""
JOB_FIELDS = {
    "PATCH": "tile", "EPOCHS": "epochs", "PATCHES": "examples", "BATCH": "batch", "OPTIMIZER": "optimizer",
    "MOMENTUM": "momentum", "LEARNING_RATE": "learning_rate", "BOUNDARY_WEIGHT": "boundary_weight",
    "BOUNDARY_SIGMA": "boundary_sigma_px", "CLASS_WEIGHT": "class_weight", "LOSS_WEIGHT": "loss_weight",
    "BLUR": "blur_px", "FEATURE_BIAS": "feature_bias", "FEATURE_BIAS_END": "feature_bias_end", "COLOURS": "colours",
    "DICE": "dice", "SELECT": "select",
}  # fmt: skip
"""Attributes of ``job.Job`` by the parameters that, where they are set, go before the preset."""
Entry = tuple[QgsProcessingParameterDefinition, str]


def _layers(name: str, title: str, kind: Any, optional: bool = True) -> QgsProcessingParameterMultipleLayers:
    return QgsProcessingParameterMultipleLayers(name, title, kind, optional=optional)


def start_names() -> list[str]:
    """What training may start from, in order: bundled models, the analyst's own, nothing."""
    return [*(name for name in model_names() if name != AUTO), NOTHING]


def _preset_values(tr: Translate, name: str) -> str:
    """What an empty parameter takes."""
    field = JOB_FIELDS.get(name, "scale")
    values = {preset: values[field] for preset, values in PRESETS.items() if field in values}
    if field == "scale":
        values = {preset: value[name == SCALE_MAX] for preset, value in values.items()}
    shown = ", ".join(f"{value:g} ({preset})" if isinstance(value, (int, float)) else f"{value} ({preset})"
                      for preset, value in values.items())  # fmt: skip
    return tr("Empty takes the preset's: {values}.").format(values=shown)


def training_parameters(tr: Translate) -> list[QgsProcessingParameterDefinition]:
    """All of them, in the dialog's order.

    Args:
        tr: translates.
    """
    advanced = [*_settings(tr), *_reading(tr)]
    for parameter, _ in advanced:
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    declared = [*_ground(tr), *_model(tr), *advanced]
    for parameter, help_text in declared:
        parameter.setHelp(help_text)
    return [parameter for parameter, _ in declared]


def _ground(tr: Translate) -> list[Entry]:
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
               "ground that it has not seen. <i>blocks</i> deals out squares. The paper trains on the northern part. "
               "Not used where there are validation ROIs, images or label rasters."),
        ),
        (number(SHARE, tr("Share that trains"), 0.6, 0.05, 0.95, 2), tr("0.6 is the paper's.")),
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


def _model(tr: Translate) -> list[Entry]:
    """What is trained, how, and what it is called."""
    starts = start_names()
    return [
        (
            choice(START, tr("Start from"), starts, next(iter(bundled_models()), starts[0])),
            tr("A model that knows landslides already needs few ROIs and little time. <i>nothing</i> starts from "
               "random weights, with the preset's own network; it needs thousands of landslides."),
        ),
        (
            choice(PRESET, tr("Preset"), list(PRESETS), QUICK),
            tr("<i>quick</i> fits a model to your ground in minutes; <i>thorough</i> takes about four times as long, "
               "for more ROIs; <i>paper</i> is the recipe of Zhang et al. 2020, which wants a graphics card. "
               "What is set under Advanced goes before."),
        ),
        (
            QgsProcessingParameterString(NAME, tr("Name of the model")),
            tr("By which <i>Extract landslides</i> lists it."),
        ),
        (
            QgsProcessingParameterBoolean(OVERWRITE, tr("Replace a model of that name"), False),
            tr("Unless this is set, a model that is there stays, and the training does not start."),
        ),
    ]  # fmt: skip


def _settings(tr: Translate) -> list[Entry]:
    """The recipe; what is empty is the preset's."""

    def entry(parameter: QgsProcessingParameterDefinition, text: str) -> Entry:
        return parameter, f"{text} {_preset_values(tr, parameter.name())}".lstrip()

    def setting(name: str, title: str, text: str, low: float, high: float | None = None, decimals: int = 3) -> Entry:
        return entry(number(name, title, None, low, high, decimals), text)

    def word(name: str, title: str, options: tuple[str, ...], text: str) -> Entry:
        parameter = QgsProcessingParameterEnum(name, title, list(options), optional=True, usesStaticStrings=True)
        return entry(parameter, text)

    return [
        (
            QgsProcessingParameterFile(START_FILE, tr("Start file"), optional=True,
                                       fileFilter=tr("Models and checkpoints (*.onnx *.pt)")),
            tr("A model (.onnx) or a checkpoint of a training (.pt). Goes before the model chosen above."),
        ),
        setting("EPOCHS", tr("Epochs"), tr("How often all patches of an epoch are drawn."), 1, None, 0),
        setting("PATCHES", tr("Patches in an epoch"), "", 1, None, 0),
        setting("PATCH", tr("Patch size (pixels)"),
                tr("A smaller one needs less memory. It is rounded up to what the network divides by (16 or 32)."),
                16, None, 0),
        setting("BATCH", tr("Patches at once"), tr("Fewer need less memory."), 1, None, 0),
        word("OPTIMIZER", tr("Optimizer"), OPTIMIZERS, ""),
        setting("MOMENTUM", tr("Momentum"), tr("Of sgd."), 0.0, 0.9999, 4),
        setting("LEARNING_RATE", tr("Learning rate"), tr("The paper gives none."), 1e-7, 1.0, 7),
        setting("BOUNDARY_WEIGHT", tr("Boundary weight"),
               tr("How much more than others pixels count on the boundary of a landslide."), 0.0, 100.0, 2),
        setting("BOUNDARY_SIGMA", tr("Boundary width (pixels)"),
               tr("How far from the boundary they do."), 0.1, 100.0, 2),
        setting("CLASS_WEIGHT", tr("Class weight"),
               tr("Share of a landslide pixel's weight against a background pixel's at the start; it goes to 0.5."),
               0.01, 0.99, 4),
        setting("LOSS_WEIGHT", tr("Loss weight"), tr("The same share in the loss of the validation."), 0.01, 0.99, 4),
        setting("BLUR", tr("Blur distance (pixels)"),
               tr("How far the labels' edges are blurred at the start; it goes to 0."), 0.0, 100.0, 4),
        (
            QgsProcessingParameterBoolean(ROTATION, tr("Random rotation"), True),
            tr("Patches are turned and mirrored at random."),
        ),
        setting(SCALE_MIN, tr("Smallest random scale"), tr("The paper gives no range."), 0.1, 10.0),
        setting(SCALE_MAX, tr("Largest random scale"), tr("The paper gives no range."), 0.1, 10.0),
        setting("FEATURE_BIAS", tr("Feature bias at the start"),
               tr("Share of the patches that are drawn around a landslide."), 0.0, 1.0, 2),
        setting("FEATURE_BIAS_END", tr("Feature bias at the end"), tr("The same in the last epoch."), 0.0, 1.0, 2),
        setting("COLOURS", tr("Random colours"), tr("Strength of random changes of colour, 0 to 1."), 0.0, 1.0, 2),
        setting("DICE", tr("Weight of the Dice loss"), tr("Beside the cross-entropy."), 0.0, 100.0, 2),
        word("SELECT", tr("Best epoch"), SELECTIONS,
             tr("The model is that of the epoch with the highest F1 or the lowest loss of the validation.")),
        (
            number(WIDTH, tr("Width of the U-Net"), None, 1, 512, 0),
            tr("Feature maps of its first level, when starting from nothing; the paper's is 64. Where it is set, the "
               "network is the paper's U-Net in any preset."),
        ),
        (
            number(SEED, tr("Seed"), 0, 0, 2**31 - 1, 0),
            tr("The same seed on the same machine trains the same model."),
        ),
    ]  # fmt: skip


def _reading(tr: Translate) -> list[Entry]:
    """How images are read, and where and on what the training runs."""
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
            tr("For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band. "
               "Empty takes a folder of the model's name under <i>scarp/training</i> in your QGIS profile."),
        ),
        (
            QgsProcessingParameterBoolean(RESUME, tr("Go on with a training"), True),
            tr("Where the folder holds the same training, cancelled or failed, it goes on from the last finished "
               "epoch; with more epochs, also where it had finished. Otherwise it starts anew."),
        ),
    ]  # fmt: skip


def about(tr: Translate) -> str:
    """What the algorithm does, as HTML."""
    return tr(
        "<p>Trains a model on landslides that you have drawn, so that <b>Extract landslides</b> does better on your "
        "ground. It runs beside QGIS, which can be used meanwhile; progress is shown for each epoch.</p>"
        "<p>After each epoch a checkpoint is kept. A training that is cancelled, or that the power left, goes on from "
        "it when it is run again with the same values.</p>"
        "<p>The model of the best epoch is put into your models folder at the end, with its threshold and scores. "
        "The report shows how the training went, epoch by epoch.</p>"
    )


def results(tr: Translate) -> dict[str, tuple[str, str]]:
    """Titles of the results, and what they say."""
    return {
        MODEL_FILE: (tr("Model"), tr("The .onnx file, which <i>Extract landslides</i> lists at once.")),
        REPORT: (tr("Report"), tr("Curves and scores of all epochs, and what was trained with what, as HTML.")),
        LOG: (tr("Log"), tr("Loss, accuracy, precision, recall and F1 of all epochs, as a table (CSV).")),
        EVENTS: (tr("Events"), tr("The same for TensorBoard.")),
        BEST_EPOCH: (tr("Best epoch"), tr("The one that the model is of.")),
        BEST_F1: (tr("Best F1"), tr("Of its validation, at the recommended threshold.")),
        THRESHOLD: (tr("Recommended threshold"), tr("Probability from which a pixel is landslide.")),
        VALIDATION_LOSS: (tr("Validation loss"), tr("Of the best epoch.")),
    }


def tags(tr: Translate) -> list[str]:
    """Words that the toolbox finds the algorithm by."""
    words = (
        "landslide,landslides,train,training,fine-tune,fine-tuning,transfer learning,deep learning,machine learning,"
        "neural network,ai,unet,u-net,envinet5,pytorch,roi,label,segmentation,semantic,model,validation,epoch"
    )
    return [tr(word) for word in words.split(",")]
