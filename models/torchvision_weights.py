"""Weights files of torchvision, under the names that the improved Mask R-CNN gives its tensors."""

from __future__ import annotations

import re
from collections.abc import Mapping

from torch import Tensor

BODY = "backbone.body."
CLASSIFIER = "fc."
OLDER = (
    (r"^(pyramid\.fpn\.(?:inner|layer)_blocks\.\d+)\.(weight|bias)$", r"\1.0.\2"),
    (r"^rpn\.head\.conv\.(weight|bias)$", r"rpn.head.conv.0.0.\1"),
)
"""Names that torchvision gave before its version 0.13, and those since. Those of the mask head are counted from 1."""
OLDER_MASK_HEAD = re.compile(r"^roi_heads\.mask_head\.mask_fcn(\d+)\.(weight|bias)$")
PREDICTORS = ("roi_heads.box_predictor.", "roi_heads.mask_predictor.mask_fcn_logits.")
"""Of COCO's classes, which are none of ours."""
NORMALISED = "pyramid.fpn.inner_blocks.0.1.weight"
"""A tensor that a pyramid with normalisation has."""


def from_torchvision(state: Mapping[str, Tensor]) -> dict[str, Tensor] | None:
    """Tensors of a ResNet or ResNeXt trained on ImageNet, or of a Mask R-CNN trained on COCO, under our names.

    Left out are what tells their classes apart, and of ``maskrcnn_resnet50_fpn_v2``, whose other parts are built
    differently, all but the encoder.

    Args:
        state: as torchvision publishes it, in any version.

    Returns:
        Nothing where it is neither.
    """
    if "conv1.weight" in state and "layer4.0.conv1.weight" in state:
        return {f"encoder.{name}": value for name, value in state.items() if not name.startswith(CLASSIFIER)}
    if f"{BODY}conv1.weight" not in state:
        return None
    renamed = {_renamed(name): value for name, value in state.items()}
    if NORMALISED in renamed:
        return {name: value for name, value in renamed.items() if name.startswith("encoder.")}
    return {name: value for name, value in renamed.items() if not name.startswith(PREDICTORS)}


def _renamed(name: str) -> str:
    """Our name of a tensor of a Mask R-CNN."""
    if name.startswith(BODY):
        return f"encoder.{name[len(BODY):]}"
    name = re.sub(r"^backbone\.fpn\.", "pyramid.fpn.", name)
    for older, newer in OLDER:
        name = re.sub(older, newer, name)
    found = OLDER_MASK_HEAD.match(name)
    return f"roi_heads.mask_head.{int(found[1]) - 1}.0.{found[2]}" if found else name
