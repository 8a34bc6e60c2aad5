"""The parameters of the training of a Mask R-CNN, with their help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..engine.contract import INSTANCE
from ..models.presets import BACKBONES, INSTANCE_PRESETS
from . import training_parameters as common
from .extraction_parameters import Explained, Translate, declared
from .training_settings import COMMON_FIELDS, ROTATION, Kind, Preset, Settings, sampling, seed, steps

BACKBONE, IMPROVED_FPN, EDGE_LOSS, STEPS = "BACKBONE", "IMPROVED_FPN", "EDGE_LOSS", "STEPS"
CHANNELS, ANCHOR_SIZES, ASPECT_RATIOS, PROPOSALS = "CHANNELS", "ANCHOR_SIZES", "ASPECT_RATIOS", "PROPOSALS"
AP50 = "AP50"
ROTATIONS = {"none": (False, False), "right angles": (True, True), "any angle": (True, False)}
"""Attributes ``rotation`` and ``right_angles`` of a job."""
KIND = Kind(INSTANCE, INSTANCE_PRESETS, {**COMMON_FIELDS, "TILE": "tile"}, "WEIGHTS")


def training_parameters(tr: Translate) -> list[QgsProcessingParameterDefinition]:
    """All of them, in the dialog's order.

    Args:
        tr: translates.
    """
    start = tr("A model that knows landslides already needs few ROIs and little time. <i>nothing</i> starts from the "
               "weights under Advanced, or from random ones; those need thousands of landslides and a graphics "
               "card.")  # fmt: skip
    preset = tr("<i>quick</i> fits a model to your ground in minutes; <i>thorough</i> takes about six times as long, "
                "for more ROIs; <i>paper</i> is the recipe of Liu et al. 2021, which wants a graphics card. What is "
                "set here goes before.")  # fmt: skip
    folder = tr("For checkpoints, log and report; while it trains also for the images, a byte for each pixel and band, "
                "and four more where ROIs say which landslide a pixel belongs to.")  # fmt: skip
    normal = [*common.ground(tr), *common.model(tr, KIND, start, preset), *_network(tr)]
    return declared(normal, [*_settings(tr), *_details(tr), *common.reading(tr, folder)], [])


def _network(tr: Translate) -> Explained:
    """What is trained."""
    names = {network: name for name, network in BACKBONES.items()}
    settings = Settings(tr, KIND)
    return [
        settings.word(BACKBONE, tr("Backbone"), list(BACKBONES),
                      tr("Finds features. A model to start from brings its own. The paper compares ResNet-101 and "
                         "the two ResNeXt, and chooses ResNeXt-50. EfficientNet-Lite is small and fast."),
                      lambda preset: names[preset["settings"]["backbone"]]),
        (
            QgsProcessingParameterBoolean(IMPROVED_FPN, tr("Improved feature pyramid"), True),
            tr("The paper's path from the bottom of the pyramid up, which tells where things are. A model to start "
               "from brings its own pyramid."),
        ),
        (
            QgsProcessingParameterBoolean(EDGE_LOSS, tr("Edge loss"), True),
            tr("The paper's additional loss, which has the outlines of landslides come out sharper."),
        ),
    ]  # fmt: skip


def _settings(tr: Translate) -> Explained:
    """The recipe; what is empty is the preset's."""
    settings = Settings(tr, KIND)
    return [
        (
            QgsProcessingParameterFile(KIND.start_file, tr("Start file"), optional=True,
                                       fileFilter=tr("Models, checkpoints and weights (*.onnx *.pt *.pth)")),
            tr("A file, which goes before the model chosen above: a model (.onnx), a checkpoint of a training (.pt), "
               "either of them also of a U-Net of <i>Train a model</i>, whose EfficientNet-Lite is the backbone then, "
               "or torchvision's weights (.pth) of a ResNet or ResNeXt, trained on ImageNet, or of "
               "<i>maskrcnn_resnet50_fpn</i>, trained on COCO, from which the paper starts. What of it fits is taken, "
               "and the log says how much; all of the last one fits ResNet-50 with 256 feature maps."),
        ),
        settings.number("EPOCHS", tr("Epochs"), tr("How often the steps of an epoch are done."), 1, None, 0),
        settings.number(STEPS, tr("Steps in an epoch"), tr("Each learns from a batch of patches."), 1, None, 0,
                        lambda preset: float(preset["examples"] // preset["batch"])),
        settings.number("TILE", tr("Patch size (pixels)"),
                        tr("A smaller one needs less memory. It is rounded up to a multiple of 32."), 32, None, 0),
        *steps(tr, settings),
        settings.number("LEARNING_RATE", tr("Learning rate"), "", 1e-7, 1.0, 7),
        settings.word(ROTATION, tr("Random rotation"), list(ROTATIONS),
                      tr("How patches are turned at random; unless it is <i>none</i>, they are mirrored too. The paper "
                         "turns by right angles."), _rotation),
        *sampling(tr, settings, ""),
        seed(tr),
    ]  # fmt: skip


def _rotation(preset: Preset) -> str:
    """What a preset's rotation is called."""
    chosen = preset["rotation"], preset["right_angles"]
    return next(name for name, how in ROTATIONS.items() if how == chosen)


def _details(tr: Translate) -> Explained:
    """What few will change in the network."""
    settings = Settings(tr, KIND)

    def numbers(name: str) -> str:
        """Of the first preset; they are the same in all."""
        return tr("Empty takes the start model's, else {values}.").format(
            values=", ".join(f"{value:g}" for value in next(iter(INSTANCE_PRESETS.values()))["settings"][name])
        )

    return [
        settings.number(CHANNELS, tr("Feature maps"), tr("Of each level of the pyramid and of the heads. A model to "
                        "start from brings its own. Fewer are faster."), 8, 1024, 0,
                        lambda preset: int(preset["settings"]["channels"])),
        (
            QgsProcessingParameterString(ANCHOR_SIZES, tr("Anchor sizes (pixels)"), optional=True),
            tr("Sides of the squares that proposals start from, one for each of the pyramid's five levels, with commas "
               "between them.") + " " + numbers("anchor_sizes"),
        ),
        (
            QgsProcessingParameterString(ASPECT_RATIOS, tr("Aspect ratios"), optional=True),
            tr("Height to width of what proposals start from, with commas between them.") + " "
            + numbers("aspect_ratios"),
        ),
        settings.number(PROPOSALS, tr("Proposals"), tr("Boxes of a tile that are looked at in extraction, at most; "
                        "twice as many in training. Fewer are faster."), 10, 5000, 0,
                        lambda preset: int(preset["settings"]["proposals"])),
    ]  # fmt: skip


def about(tr: Translate) -> str:
    """What the algorithm does, as HTML."""
    return tr(
        "<p>Trains a model that finds landslides <b>one by one</b>, each with its outline and a score, so that "
        "landslides that touch are counted apart: an improved Mask R-CNN (Liu et al. 2021, <i>A Research on Landslides "
        "Automatic Extraction Model Based on the Improved Mask R-CNN</i>). It runs beside QGIS, which can be used "
        "meanwhile; progress is shown for each epoch.</p>"
        "<p>Each polygon of the ROIs is one landslide, also where two touch. Of a label raster, connected pixels are "
        "one. A model that only maps where landslides are is trained faster by <i>Train a model</i>.</p>"
    ) + common.course(tr)


def results(tr: Translate) -> dict[str, tuple[str, str]]:
    """Titles of the results, and what they say."""
    log = tr("Loss and its parts, accuracy, precision, recall, F1 and AP50 of all epochs, as a table (CSV).")
    meaning = tr("Average precision of the landslides in the validation of the best epoch, at an overlap of one half: "
                 "1 where each is found and nothing else.")  # fmt: skip
    return {**common.results(tr, log), AP50: (tr("AP50"), meaning)}


def tags(tr: Translate) -> list[str]:
    """Words that the toolbox finds the algorithm by."""
    words = tr("mask r-cnn,maskrcnn,instance,instances,object detection,resnet,resnext,count,edge loss")
    return common.tags(tr, words)
