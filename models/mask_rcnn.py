"""The improved Mask R-CNN: instances of landslides, each with its box, score and mask.

Source: Liu et al. 2021; He et al. 2017 (Mask R-CNN). Its parts are torchvision's.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.mask_rcnn import MaskRCNNHeads, MaskRCNNPredictor
from torchvision.models.detection.roi_heads import RoIHeads, fastrcnn_loss
from torchvision.ops import MultiScaleRoIAlign
from torchvision.ops.poolers import LevelMapper

from .edge_loss import edge_loss
from .instance_targets import masks_in_boxes
from .proposals import Targets, labelled_proposals, proposal_network
from .pyramid import BACKBONES, LEVELS, LITE, STRIDES, FeaturePyramid, encoder

MASK_SIDE = 28
LOSSES = ("cls", "box", "mask", "edge", "rpn")
"""The parts of the loss, as figure 11's caption and formula 2 name them; ``rpn`` is objectness and boxes together."""


class ExactBoxes(FastRCNNPredictor):  # type: ignore[misc]
    """A predictor whose results are of 32 bit whatever it computes in: 16 bits place no box to the pixel."""

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the classes, and boxes of each."""
        logits, deltas = super().forward(x)
        return logits.float(), deltas.float()


class ExactMasks(MaskRCNNPredictor):  # type: ignore[misc]
    """A predictor whose masks are of 32 bit whatever it computes in."""

    def forward(self, x: Tensor) -> Tensor:
        """Logits of each class's mask."""
        logits: Tensor = super().forward(x)
        return logits.float()


class ImprovedMaskRCNN(nn.Module):
    """Mask R-CNN with the paper's encoder, feature pyramid and edge loss.

    Args:
        bands: of the image.
        classes: what is told apart, without the background.
        backbone: "resnet50", "resnet101", "resnext50" or "resnext101" (the paper's), or "lite0", "lite1" or "lite2".
        improved_pyramid: whether the pyramid has the path from the bottom up.
        edge: whether the edge loss is added.
        channels: feature maps of each level and head.
        anchor_sizes: side of the anchors in pixels, one for each level of the pyramid.
        aspect_ratios: height to width of the anchors.
        proposals: boxes that are looked at in an image when landslides are detected.
        detections: instances that an image has at most.
        sampled: proposals of an image that are learnt from.

    Raises:
        ValueError: if a setting is senseless.
    """

    kind = "instance"
    stride = 32

    def __init__(
        self, bands: int = 3, classes: int = 1, backbone: str = "resnext50", improved_pyramid: bool = True,
        edge: bool = True, channels: int = 256, anchor_sizes: Sequence[int] = (12, 24, 48, 96, 192),
        aspect_ratios: Sequence[float] = (0.5, 1.0, 2.0), proposals: int = 300, detections: int = 100,
        sampled: int = 128,
    ) -> None:  # fmt: skip
        super().__init__()
        if backbone not in (*BACKBONES, *LITE):
            raise ValueError(f"the backbone is {backbone!r}; choose one of {', '.join((*BACKBONES, *LITE))}")
        if len(anchor_sizes) != len(LEVELS):
            raise ValueError(f"there are {len(anchor_sizes)} anchor sizes, one for each of {len(LEVELS)} levels needed")
        self.encoder = encoder(bands, backbone)
        self.pyramid = FeaturePyramid(channels, improved_pyramid, self.encoder.stage_channels, backbone in LITE)
        self.rpn = proposal_network(channels, tuple(anchor_sizes), tuple(aspect_ratios), proposals)
        levels = list(LEVELS)
        self.roi_heads = RoIHeads(
            MultiScaleRoIAlign(levels, 7, 2), TwoMLPHead(channels * 49, 4 * channels),
            ExactBoxes(4 * channels, classes + 1),
            fg_iou_thresh=0.5, bg_iou_thresh=0.5, batch_size_per_image=sampled, positive_fraction=0.25,
            bbox_reg_weights=None, score_thresh=0.05, nms_thresh=0.5, detections_per_img=detections,
            mask_roi_pool=MultiScaleRoIAlign(levels, 14, 2), mask_head=MaskRCNNHeads(channels, (channels,) * 4, 1),
            mask_predictor=ExactMasks(channels, channels, classes + 1),
        )  # fmt: skip
        for pool in (self.roi_heads.box_roi_pool, self.roi_heads.mask_roi_pool):
            # Else they keep what the first image suggests, which is wrong for one of 32 pixels.
            pool.scales, pool.map_levels = [1 / stride for stride in STRIDES], LevelMapper(2, 6)
        self.edge = edge

    def forward(self, images: Tensor, targets: Targets) -> dict[str, Tensor]:
        """The losses of images: each part by its name, a scalar.

        Args:
            images: shape (batch, bands, height, width), normalised.
            targets: of each image.
        """
        whole, features = self._features(images, True)
        proposals, rpn_losses = self.rpn(whole, features, targets)
        losses = self._head_losses(features, labelled_proposals(proposals, targets), targets, whole.image_sizes)
        return {**losses, "rpn": rpn_losses["loss_objectness"] + rpn_losses["loss_rpn_box_reg"]}

    def detect(self, images: Tensor) -> list[dict[str, Tensor]]:
        """The instances in each image.

        Args:
            images: shape (batch, bands, height, width), normalised.

        Returns:
            ``boxes`` (n, 4) in pixels, ``scores`` (n,) from high to low, ``labels`` (n,) from 1, and ``masks``
            (n, 28, 28), probabilities in the box.
        """
        whole, features = self._features(images, False)
        proposals, _ = self.rpn(whole, features)
        found, _ = self.roi_heads(features, proposals, whole.image_sizes)
        return [{**each, "masks": each["masks"][:, 0]} for each in found]

    def _features(self, images: Tensor, learns: bool) -> tuple[ImageList, dict[str, Tensor]]:
        # These two have no normalisation; the flag only says whether they learn or detect.
        self.rpn.train(learns)
        self.roi_heads.train(learns)
        features = self.pyramid(self.encoder(images))
        sizes = [(images.shape[-2], images.shape[-1])] * images.shape[0]
        return ImageList(images, sizes), {name: each.float() for name, each in features.items()}

    def _head_losses(
        self, features: dict[str, Tensor], proposals: list[Tensor], targets: Targets, sizes: list[tuple[int, int]]
    ) -> dict[str, Tensor]:
        heads = self.roi_heads
        proposals, matched, labels, regression = heads.select_training_samples(proposals, targets)
        boxes = heads.box_head(heads.box_roi_pool(features, proposals, sizes))
        logits, deltas = heads.box_predictor(boxes)
        # Where all ground is unlabelled there is nothing to learn from, and a mean of nothing is no number.
        some = len(logits) > 0
        cls, box = fastrcnn_loss(logits, deltas, labels, regression) if some else (logits.sum(), deltas.sum())
        positive = [torch.where(label > 0)[0] for label in labels]
        proposals = [each[chosen] for each, chosen in zip(proposals, positive)]
        matched = [each[chosen] for each, chosen in zip(matched, positive)]
        features_in_boxes = heads.mask_roi_pool(features, proposals, sizes)
        masks = heads.mask_predictor(heads.mask_head(features_in_boxes))
        mask, edge = self._mask_losses(masks, proposals, matched, targets)
        losses = {"cls": cls, "box": box, "mask": mask}
        return {**losses, "edge": edge} if self.edge else losses

    @staticmethod
    def _mask_losses(
        logits: Tensor, proposals: list[Tensor], matched: list[Tensor], targets: Targets
    ) -> tuple[Tensor, Tensor]:
        """Cross-entropy and edge loss of the masks of positive proposals, unlabelled pixels left out."""
        true, known, labels = [], [], []
        for boxes, indices, target in zip(proposals, matched, targets):
            true.append(masks_in_boxes(target["masks"], boxes, indices, MASK_SIDE))
            labels.append(target["labels"][indices])
            if "unlabelled" in target and len(boxes):
                hidden = masks_in_boxes(target["unlabelled"][None], boxes, torch.zeros_like(indices), MASK_SIDE)
                known.append((hidden < 0.5).float())
            else:
                known.append(torch.ones_like(true[-1]))
        truth, weights, chosen = torch.cat(true), torch.cat(known), torch.cat(labels)
        logits = logits[torch.arange(len(chosen), device=chosen.device), chosen]
        entropy = functional.binary_cross_entropy_with_logits(logits, truth, weights, reduction="sum")
        return entropy / weights.sum().clamp(min=1.0), edge_loss(torch.sigmoid(logits), truth, weights)
