"""The improved Mask R-CNN as a graph for ONNX: the same instances, by steps that ONNX Runtime does fast."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional
from torchvision.models.detection._utils import _topk_min
from torchvision.ops import MultiScaleRoIAlign, boxes, nms, roi_align

from .mask_rcnn import MASK_SIDE, ImprovedMaskRCNN

SMALLEST_PROPOSAL_PX, SMALLEST_BOX_PX = 1e-3, 1e-2
"""Thinner boxes are left out, as torchvision does."""


class Detections(nn.Module):
    """What ``network.detect`` finds in one image.

    The steps are torchvision's but for what a traced graph of them would do slowly or less exactly: suppression goes
    level by level and class by class instead of by shifting boxes apart, only boxes that may count are decoded, and
    the order of regions is restored after the heads, where a region is small.

    Args:
        network: in evaluation mode.
    """

    def __init__(self, network: ImprovedMaskRCNN) -> None:
        super().__init__()
        self.network = network
        last = network.roi_heads.mask_predictor.mask_fcn_logits
        own = torch.kron(torch.eye(4), torch.ones(last.out_channels, last.in_channels))
        self.register_buffer("own", own[:, :, None, None], persistent=False)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Boxes (n, 4), scores (n,), labels (n,) and masks (n, 28, 28) in an image of (1, bands, height, width)."""
        features = list(self.network.pyramid(self.network.encoder(image)).values())
        limits = torch._shape_as_tensor(image)[[3, 2, 3, 2]].to(image.dtype)
        found, scores, labels = self._classified(features, self._proposals(features, limits), limits)
        return found, scores, labels, self._masks(features, found, labels)

    def _proposals(self, features: list[Tensor], limits: Tensor) -> Tensor:
        """The boxes to look at, shape (n, 4)."""
        rpn = self.network.rpn
        found, scores = [], []
        for logits, deltas, anchors in zip(*rpn.head(features), rpn.anchor_generator.on_levels(features)):
            logits = logits.permute(0, 2, 3, 1).reshape(1, -1)
            most, chosen = logits.topk(_topk_min(logits, rpn.pre_nms_top_n(), 1), dim=1)
            deltas = deltas.reshape(1, -1, 4, *deltas.shape[-2:]).permute(0, 3, 4, 1, 2).reshape(-1, 4)
            each = rpn.box_coder.decode_single(deltas[chosen[0]], anchors[chosen[0]])
            each = torch.minimum(each.clamp(min=0.0), limits)
            kept = boxes.remove_small_boxes(each, SMALLEST_PROPOSAL_PX)
            # By logits: probabilities of nearly 1 are equal here and not there.
            each, objectness = each[kept], most[0][kept]
            kept = nms(each, objectness, rpn.nms_thresh)
            found.append(each[kept])
            scores.append(objectness[kept])
        order = torch.cat(scores).sort(descending=True)[1]
        return torch.cat(found)[order[: rpn.post_nms_top_n()]]

    def _classified(self, features: list[Tensor], proposals: Tensor, limits: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Boxes, scores and labels of the instances, from the highest score down."""
        heads = self.network.roi_heads
        regions, order = _regions(features, proposals, heads.box_roi_pool)
        logits, deltas = heads.box_predictor(heads.box_head(regions)[order])
        probabilities = torch.softmax(logits, -1)
        decoded = heads.box_coder.decode_single(deltas, proposals)
        found, scores, labels = [], [], []
        for label in range(1, heads.box_predictor.cls_score.out_features):
            likely = torch.where(probabilities[:, label] > heads.score_thresh)[0]
            each = torch.minimum(decoded[likely, 4 * label : 4 * label + 4].clamp(min=0.0), limits)
            score = probabilities[likely, label]
            kept = boxes.remove_small_boxes(each, SMALLEST_BOX_PX)
            each, score = each[kept], score[kept]
            kept = nms(each, score, heads.nms_thresh)
            found.append(each[kept])
            scores.append(score[kept])
            labels.append(torch.full_like(kept, label))
        order = torch.cat(scores).sort(descending=True)[1][: heads.detections_per_img]
        return torch.cat(found)[order], torch.cat(scores)[order], torch.cat(labels)[order]

    def _masks(self, features: list[Tensor], found: Tensor, labels: Tensor) -> Tensor:
        """Probability in each box of its class, shape (n, 28, 28)."""
        heads = self.network.roi_heads
        regions, order = _regions(features, found, heads.mask_roi_pool)
        wide = heads.mask_head(regions)
        # A transposed convolution whose steps do not overlap is one of 1 x 1 that makes four pixels of each.
        upper, last = heads.mask_predictor.conv5_mask, heads.mask_predictor.mask_fcn_logits
        weight = upper.weight.permute(2, 3, 1, 0).reshape(4 * upper.out_channels, upper.in_channels, 1, 1)
        fine = functional.relu(functional.conv2d(wide, weight, upper.bias.repeat(4)))
        logits = functional.conv2d(fine, last.weight.repeat(4, 4, 1, 1) * self.own, last.bias.repeat(4))
        half = MASK_SIDE // 2
        logits = logits.reshape(-1, 2, 2, last.out_channels, half, half).permute(0, 3, 4, 1, 5, 2)
        logits = logits.reshape(-1, last.out_channels, MASK_SIDE, MASK_SIDE)[order]
        return torch.sigmoid(logits[torch.arange(labels.shape[0]), labels])


def _regions(features: list[Tensor], found: Tensor, pool: MultiScaleRoIAlign) -> tuple[Tensor, Tensor]:
    """What each box shows, one level of the pyramid after the other, and where each box is then."""
    levels = pool.map_levels([found])
    places = [torch.where(levels == level)[0] for level in range(len(features))]
    regions = [
        roi_align(feature, [found[place]], pool.output_size, scale, pool.sampling_ratio)
        for feature, place, scale in zip(features, places, pool.scales)
    ]
    return torch.cat(regions), torch.cat(places).argsort()
