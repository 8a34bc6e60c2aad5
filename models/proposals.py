"""The region proposal network, where ground may be unlabelled."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.rpn import AnchorGenerator, RegionProposalNetwork, RPNHead

from .pyramid import STRIDES

UNLABELLED_SHARE = 0.3
"""A box with more unlabelled ground than this is no example of background."""

Targets = list[dict[str, Tensor]]
"""Of each image: ``boxes`` (n, 4), ``labels`` (n,), ``masks`` (n, height, width) 8 bit, and ``unlabelled``
(height, width) bool where part of the image is so."""


def unlabelled_share(boxes: Tensor, unlabelled: Tensor) -> Tensor:
    """Share of each box that is unlabelled.

    Args:
        boxes: shape (n, 4) in pixels; what reaches beyond the image does not count.
        unlabelled: shape (height, width), bool.

    Returns:
        Shape (n,).
    """
    height, width = unlabelled.shape
    sums = torch.zeros(height + 1, width + 1, dtype=torch.float64, device=boxes.device)
    sums[1:, 1:] = unlabelled.double().cumsum(0).cumsum(1)
    # All pixels that a box touches: a thin one touches some, too.
    first, last = boxes.floor().long(), boxes.ceil().long()
    left, right = first[:, 0].clamp(0, width), last[:, 2].clamp(0, width)
    top, bottom = first[:, 1].clamp(0, height), last[:, 3].clamp(0, height)
    inside = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    return inside / ((right - left) * (bottom - top)).clamp(min=1)


class ExactHead(RPNHead):  # type: ignore[misc]
    """A head whose results are of 32 bit whatever it computes in: 16 bits place no box to the pixel."""

    def forward(self, features: list[Tensor]) -> tuple[list[Tensor], list[Tensor]]:
        """Objectness and boxes of each level."""
        objectness, boxes = super().forward(features)
        return [each.float() for each in objectness], [each.float() for each in boxes]


class SteadyAnchors(AnchorGenerator):  # type: ignore[misc]
    """Anchors as far apart as the places that a level looks at.

    torchvision divides the image's size by the level's, and comes out too small where a level was rounded up.
    """

    def on_levels(self, features: list[Tensor]) -> list[Tensor]:
        """The anchors of each level, shape (places x ratios, 4)."""
        self.set_cell_anchors(features[0].dtype, features[0].device)
        found: list[Tensor] = self.grid_anchors([each.shape[-2:] for each in features], [[s, s] for s in STRIDES])
        return found

    def forward(self, image_list: ImageList, feature_maps: list[Tensor]) -> list[Tensor]:
        """The anchors of each image, which are the same for all."""
        return [torch.cat(self.on_levels(feature_maps))] * len(image_list.image_sizes)


class LabelledProposals(RegionProposalNetwork):  # type: ignore[misc]
    """A region proposal network that learns nothing from unlabelled ground."""

    def assign_targets_to_anchors(self, anchors: list[Tensor], targets: Targets) -> tuple[list[Tensor], list[Tensor]]:
        """As torchvision does it; background anchors on unlabelled ground are left out (-1)."""
        labels, boxes = super().assign_targets_to_anchors(anchors, targets)
        for label, anchor, target in zip(labels, anchors, targets):
            if "unlabelled" in target:
                hidden = unlabelled_share(anchor, target["unlabelled"]) > UNLABELLED_SHARE
                label[hidden & (label == 0)] = -1.0
        return labels, boxes

    def filter_proposals(
        self, proposals: Tensor, objectness: Tensor, image_shapes: list[tuple[int, int]], num_anchors: list[int]
    ) -> tuple[list[Tensor], list[Tensor]]:
        """As torchvision does it, but by logits: probabilities that round to 0 or 1 would all be equal."""
        found: tuple[list[Tensor], list[Tensor]] = super().filter_proposals(
            proposals, functional.softsign(objectness), image_shapes, num_anchors
        )
        return found

    def _get_top_n_idx(self, objectness: Tensor, num_anchors_per_level: list[int]) -> Tensor:
        """The likeliest anchors of each level, and of equals the first, as ONNX has it: so an export finds the same."""
        chosen, first = [], 0
        for logits in torch.split(objectness, num_anchors_per_level, 1):
            order = logits.sort(dim=1, descending=True, stable=True)[1]
            chosen.append(order[:, : self.pre_nms_top_n()] + first)
            first += logits.shape[1]
        return torch.cat(chosen, 1)

    def compute_loss(
        self, objectness: Tensor, pred_bbox_deltas: Tensor, labels: list[Tensor], regression_targets: list[Tensor]
    ) -> tuple[Tensor, Tensor]:
        """As torchvision does it; 0 where all ground is unlabelled, since a mean of nothing is no number."""
        if all((label < 0).all() for label in labels):
            return objectness.sum() * 0.0, pred_bbox_deltas.sum() * 0.0
        found: tuple[Tensor, Tensor] = super().compute_loss(objectness, pred_bbox_deltas, labels, regression_targets)
        return found


def labelled_proposals(proposals: list[Tensor], targets: Targets) -> list[Tensor]:
    """The proposals that lie on labelled ground."""
    return [
        boxes[unlabelled_share(boxes, target["unlabelled"]) <= UNLABELLED_SHARE] if "unlabelled" in target else boxes
        for boxes, target in zip(proposals, targets)
    ]


def proposal_network(
    channels: int, anchor_sizes: tuple[int, ...], aspect_ratios: tuple[float, ...], proposals: int
) -> LabelledProposals:
    """The network that proposes boxes on every level of the pyramid.

    Args:
        channels: of the levels.
        anchor_sizes: side of the anchors in pixels, one for each level.
        aspect_ratios: height to width of the anchors.
        proposals: boxes that go on of an image when landslides are detected; twice as many are trained on.
    """
    anchors = SteadyAnchors(tuple((size,) for size in anchor_sizes), (tuple(aspect_ratios),) * len(anchor_sizes))
    head = ExactHead(channels, anchors.num_anchors_per_location()[0])
    most = {"training": 4 * proposals, "testing": 2 * proposals}
    return LabelledProposals(
        anchors, head, fg_iou_thresh=0.7, bg_iou_thresh=0.3, batch_size_per_image=256, positive_fraction=0.5,
        pre_nms_top_n=most, post_nms_top_n={"training": 2 * proposals, "testing": proposals}, nms_thresh=0.7,
    )  # fmt: skip
