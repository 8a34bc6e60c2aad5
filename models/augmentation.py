"""Training examples from samples: a random place, scale, rotation, flip, colour and sharpness for each."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage
from torch import Tensor
from torch.nn import functional

from .job import RGB
from .sample import UNLABELLED, Sample

MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)
"""Mean and standard deviation of ImageNet's red, green and blue, in 0 to 1, which the bundled networks expect."""
OTHER_MEAN, OTHER_STD = 0.45, 0.225
"""Those of any other band."""
NODATA = 254
"""In a mask here: unlabelled and black, so what a sensor did not see rather than what nobody labelled."""
NUMBER, NUMBERS = 256, 65_535
"""A label that says which landslide it is of: the class plus so often its number. Beyond so many, numbers begin again,
since labels are picked as 32-bit floats, which are exact up to 2^24."""


@dataclass(frozen=True)
class Augmentation:
    """What is random about an example.

    Attributes:
        feature_bias: share of the examples that are drawn around a pixel of a class.
        rotation: whether they are rotated and mirrored.
        right_angles: whether they are rotated by 90, 180 and 270 degrees only.
        scale: range of the random scale beyond the resolution asked for.
        colours: strength of random changes of colour, 0 to 1.
    """

    feature_bias: float = 0.75
    rotation: bool = True
    scale: tuple[float, float] = (1.0, 1.0)
    colours: float = 1.0
    right_angles: bool = False

    @property
    def any_angle(self) -> bool:
        """Whether they are rotated by any angle."""
        return self.rotation and not self.right_angles


def standards(bands: Sequence[str]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Mean and standard deviation of each band, in 0 to 1, as a network for these bands expects them."""
    known = {name: index for index, name in enumerate(RGB)}
    mean = tuple(MEAN[known[band]] if band in known else OTHER_MEAN for band in bands)
    return mean, tuple(STD[known[band]] if band in known else OTHER_STD for band in bands)


def normalised(image: Tensor, bands: Sequence[str] = RGB) -> Tensor:
    """Values of 0 to 1, shape (..., bands, height, width), as the network expects them."""
    mean, std = (torch.tensor(each, device=image.device)[:, None, None] for each in standards(bands))
    return (image - mean) / std


def folded(numbers: NDArray[Any]) -> Tensor:
    """Numbers of landslides as labels can hold them: those beyond NUMBERS begin again at 1, and 0 stays for none."""
    return torch.from_numpy(np.where(numbers > 0, (numbers - 1) % NUMBERS + 1, 0).astype(np.int32))


def resized(image: Tensor, mask: Tensor, factor: float) -> tuple[Tensor, Tensor]:
    """Image and mask at ``factor`` times the size, the image with antialiasing, the mask by nearest neighbour.

    Args:
        image: shape (bands, height, width), float.
        mask: shape (height, width), integer.
        factor: above 1 enlarges.
    """
    height, width = max(1, round(image.shape[1] * factor)), max(1, round(image.shape[2] * factor))
    image = functional.interpolate(image[None], (height, width), mode="bilinear", antialias=factor < 1)[0]
    picked = functional.interpolate(mask[None, None].float(), (height, width), mode="nearest-exact")[0, 0]
    return image, picked.to(mask.dtype)


def example(
    sample: Sample, resolution_m: float, tile: int, rng: np.random.Generator, bands: Sequence[str] = RGB,
    augmentation: Augmentation | None = None,
) -> tuple[Tensor, Tensor, Tensor | None]:  # fmt: skip
    """One training example.

    Args:
        sample: what it is cut from.
        resolution_m: ground resolution of the example.
        tile: its side in pixels.
        rng: where its randomness comes from.
        bands: names of the sample's bands.
        augmentation: what is random about it.

    Returns:
        Image of shape (bands, tile, tile), float in 0 to 1; mask of shape (tile, tile), 8 bit, 255 unlabelled; and, if
        the sample has them, the numbers of its landslides, shape (tile, tile), 32 bit, 0 for none; see ``_apart`` for
        those of reflections.
    """
    chosen = augmentation or Augmentation()
    low, high = chosen.scale
    factor = sample.resolution_m / resolution_m * low * (high / low) ** rng.random()
    stretch = math.exp(rng.normal(0, 0.06)) if chosen.any_angle else 1.0
    # Cut what the rotated tile can touch before resizing: large images are cheap then.
    reach = math.ceil(tile / factor * (1.5 if chosen.any_angle else 1.0)) + 2
    row, column = _place(sample, reach, chosen.feature_bias, rng)
    image = torch.from_numpy(np.array(sample.image[:, row : row + reach, column : column + reach]))
    mask = torch.from_numpy(np.array(sample.mask[row : row + reach, column : column + reach]))
    mask = torch.where((mask == UNLABELLED) & (image == 0).all(0), NODATA, mask)
    if sample.instances is not None:
        numbers = folded(sample.instances[row : row + reach, column : column + reach])
        mask = mask.to(torch.int32) + NUMBER * torch.where(mask < NODATA, numbers, 0)
    image, mask = resized(image.float() / 255.0, mask, factor)
    image, mask, inside, beyond = _rotated(image, mask, tile, stretch, chosen, rng)
    if chosen.colours > 0:
        image = _recoloured(image, rng, chosen.colours)
    # Nodata is handed to the network as its mean colour, here as by the engine.
    image = torch.where(inside, image, torch.tensor(standards(bands)[0])[:, None, None])
    return image, (mask % NUMBER).to(torch.uint8), None if sample.instances is None else _apart(mask // NUMBER, beyond)


def _apart(numbers: Tensor, beyond: Tensor) -> Tensor:
    """The numbers of landslides, where a reflection that does not touch its landslide is a landslide of its own.

    Of one number, both would be one landslide, with a box around all that lies between.

    Args:
        numbers: shape (height, width), 0 for none.
        beyond: whether a pixel lies beyond the image.

    Returns:
        Numbers; that of a reflection is its landslide's plus a multiple of NUMBERS + 1.
    """
    before, outside = numbers.numpy(), beyond.numpy()
    found = before.copy()
    for number in np.unique(before[outside & (before > 0)]).tolist():
        parts, count = ndimage.label(before == number, np.ones((3, 3)))
        touching = np.unique(parts[~outside])
        for copy, part in enumerate(np.setdiff1d(np.arange(1, count + 1), touching).tolist(), 1):
            found[parts == part] += copy * (NUMBERS + 1)
    return torch.from_numpy(found)


def _place(sample: Sample, reach: int, bias: float, rng: np.random.Generator) -> tuple[int, int]:
    """Upper left corner of a window of ``reach`` pixels; around a pixel of a class in a share ``bias`` of all cases."""
    height, width = sample.mask.shape
    has_room = height > reach or width > reach
    around: NDArray[Any] = sample.features if rng.random() < bias and has_room else np.empty(0, np.int64)
    if not len(around) and has_room and sample.labelled_pixels < sample.mask.size:
        # Where only parts are labelled, what lies elsewhere teaches nothing.
        around = sample.labelled
    if len(around):
        centre_row, centre_column = divmod(int(rng.choice(around)), width)
        row, column = centre_row - rng.integers(reach), centre_column - rng.integers(reach)
    else:
        row, column = rng.integers(max(1, height - reach + 1)), rng.integers(max(1, width - reach + 1))
    return int(np.clip(row, 0, max(0, height - reach))), int(np.clip(column, 0, max(0, width - reach)))


def _rotated(
    image: Tensor, mask: Tensor, tile: int, stretch: float, chosen: Augmentation, rng: np.random.Generator
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """A tile cut at a random angle, mirrored half the time, its centre where most of it lies on the image.

    Without rotation, or at right angles, it is cut wholly from the image where that is large enough.

    What it reaches beyond the image is a reflection of it, or nodata. The last two results say which pixels are no
    nodata, and which lie beyond.
    """
    height, width = mask.shape
    angle, mirror = 0.0, 1.0
    if chosen.rotation:
        is_free = chosen.any_angle and rng.random() < 0.7
        angle = rng.random() * 2 * math.pi if is_free else math.pi / 2 * int(rng.integers(4))
        mirror = 1.0 if rng.random() < 0.5 else -1.0
    within = 0.7 if chosen.any_angle else 1.0
    shift_x = rng.uniform(-1, 1) * max(0.0, 1 - within * tile / width)
    shift_y = rng.uniform(-1, 1) * max(0.0, 1 - within * tile / height)
    cos, sin = math.cos(angle), math.sin(angle)
    along_x, along_y = tile / width * stretch, tile / height / stretch
    matrix = torch.tensor(
        [[[mirror * cos * along_x, -sin * along_x, shift_x], [mirror * sin * along_y, cos * along_y, shift_y]]]
    )
    grid = functional.affine_grid(matrix, [1, 1, tile, tile], align_corners=False)
    padding = "reflection" if rng.random() < 0.6 else "zeros"
    picked = functional.grid_sample(image[None], grid, padding_mode=padding, align_corners=False)[0]
    # Outside the image the sampling gives 0, which is nodata when labels are shifted by one.
    labels = torch.where(mask == NODATA, 0, mask.to(torch.int32) + 1).float()
    picked_labels = functional.grid_sample(
        labels[None, None], grid, mode="nearest", padding_mode=padding, align_corners=False
    )[0, 0].to(torch.int32)
    inside = picked_labels > 0
    picked_mask = torch.where(inside, picked_labels - 1, UNLABELLED)
    return picked, picked_mask, inside, (grid[0].abs() > 1.0).any(-1)


def _recoloured(image: Tensor, rng: np.random.Generator, strength: float = 1.0) -> Tensor:
    """Other light, haze, white balance, saturation, sharpness and noise; ``strength`` is 1 for all of it."""
    bands = len(image)
    if rng.random() < 0.8:
        gain = np.exp(strength * (rng.normal(0, 0.15) + rng.normal(0, 0.07, bands)))
        offset = strength * (rng.normal(0, 0.05) + rng.normal(0, 0.03, bands))
        image = image * torch.tensor(gain, dtype=torch.float32)[:, None, None]
        image = image + torch.tensor(offset, dtype=torch.float32)[:, None, None]
    if rng.random() < 0.5:
        grey = image.mean(0, keepdim=True)
        image = grey + (image - grey) * (1.0 + strength * float(rng.uniform(-0.7, 0.6)))
    if rng.random() < 0.3:
        image = image.clamp(0.0, 1.0) ** float(math.exp(strength * rng.normal(0, 0.25)))
    if rng.random() < 0.25:
        # Softer or sharper, by mixing with a local mean.
        soft = functional.avg_pool2d(image[None], 3, 1, 1, count_include_pad=False)[0]
        image = soft + (image - soft) * (1.0 + strength * float(rng.uniform(-1.0, 1.0)))
    if rng.random() < 0.3:
        noise = torch.from_numpy(rng.normal(0, strength * rng.uniform(0, 0.04), image.shape).astype(np.float32))
        image = image + noise
    return image.clamp(0.0, 1.0)
