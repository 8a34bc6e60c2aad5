"""The Processing provider: Scarp's entry in the toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .base import ICON
from .create_label_raster import CreateLabelRaster
from .describe_image import DescribeImage
from .diagnose import Diagnose
from .evaluate_extraction import EvaluateExtraction
from .extract_landslides import ExtractLandslides
from .install_model import InstallModel
from .install_packages import InstallPackages
from .inventory_report import InventoryReport
from .list_models import ListModels
from .remove_model import RemoveModel
from .remove_preexisting import RemovePreexisting
from .threshold_probability import ThresholdProbability
from .threshold_sweep import ThresholdSweep
from .train_mask_rcnn import TrainMaskRCNN
from .train_unet import TrainUNet

ALGORITHMS = (
    ExtractLandslides, ThresholdProbability, ThresholdSweep, EvaluateExtraction, RemovePreexisting, CreateLabelRaster,
    InventoryReport, TrainUNet, TrainMaskRCNN, InstallPackages, InstallModel, Diagnose, DescribeImage, ListModels,
    RemoveModel,
)  # fmt: skip


class ScarpProvider(QgsProcessingProvider):
    """All algorithms of Scarp."""

    def id(self) -> str:
        """Return the part of the algorithms' ids before the colon."""
        return "scarp"

    def name(self) -> str:
        """Return the name in the toolbox."""
        return "Scarp"

    def longName(self) -> str:
        """Return the name where there is room."""
        return "Scarp – landslide extraction"

    def icon(self) -> QIcon:
        """Return Scarp's icon."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        """Return the file of the icon."""
        return str(ICON)

    def loadAlgorithms(self) -> None:
        """Add one of each."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Return what probability rasters can be written as."""
        return ["tif", "tiff"]

    def defaultRasterFileExtension(self) -> str:
        """Return the ending of a GeoTIFF."""
        return "tif"
