"""Start weights of a Mask R-CNN: its encoder and feature pyramid learn what a U-Net knows.

Run by ``python -m scarp.models.distil job.json teacher.onnx output.pt --steps 400``.

A Mask R-CNN that starts from nothing learns slowly, since its heads see little before the levels of the pyramid say
where landslides are. Here they learn that first, from all pixels at once: to segment the job's examples, to agree with
the probability of a teacher (Hinton et al. 2015, Distilling the knowledge in a neural network), and to hold the
features of its encoder (Romero et al. 2015, FitNets).

Prints one JSON object a line. SIGINT or SIGTERM stop after the current step; what was learnt until then is written.
"""

from __future__ import annotations

import argparse
import json
import math
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from ..engine.contract import read_contract
from ..engine.errors import ScarpError
from .checkpoints import not_written
from .distributed import Processes
from .efficientnet_unet import SKIP_STAGES, EfficientNetUNet
from .examples import Examples
from .job import Job, load_job
from .losses import Weights, segmentation_loss
from .mask_rcnn import ImprovedMaskRCNN
from .networks import build, load_weights
from .pyramid import LEVELS
from .samples import samples
from .training import learning_rate, precision_of

LEARNING_RATE, WEIGHT_DECAY, BETAS = 8e-4, 0.05, (0.9, 0.98)
"""Of AdamW. The second moment is forgotten soon, as a few hundred steps are all there are."""
FEATURE_WEIGHT = 2.0
"""Of the features' loss beside those of the pixels."""
HEAD_CHANNELS = 64
STATISTICS_STEPS = 100
"""Steps over which mean and deviation of the teacher's features are measured."""
SCALE_BATCHES = 4
"""Over which the deviation of the levels is measured in the end."""
REPORT_STEPS = 25
LEARNT = ("encoder.", "pyramid.norms.", "pyramid.fpn.")
"""Begin the names of what is written."""


class Student(nn.Module):
    """The encoder and the pyramid of a Mask R-CNN, with throw-away heads that segment and that mimic.

    Args:
        network: whose parts learn.
        classes: of the segmentation.
        mimicked: feature maps of the teacher at the strides 4 to 32.
    """

    def __init__(self, network: ImprovedMaskRCNN, classes: int, mimicked: list[int]) -> None:
        super().__init__()
        # The path from the bottom up is left at random: it starts as good as any, and learns with the heads.
        self.encoder, self.pyramid = network.encoder, network.pyramid
        channels = network.pyramid.out_channels
        self.heads = nn.ModuleList(nn.Conv2d(channels, HEAD_CHANNELS, 3, padding=1) for _ in mimicked)
        self.output = nn.Conv2d(HEAD_CHANNELS, classes, 1)
        self.mimic = nn.ModuleList(
            nn.Conv2d(own, theirs, 1) for own, theirs in zip(network.encoder.stage_channels, mimicked)
        )

    def forward(self, images: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Logits of the classes, shape (batch, classes, height, width), and what C2 to C5 make of the teacher's."""
        stages = self.encoder(images)
        levels = list(self.pyramid.top_down(stages).values())
        finest = levels[0].shape[-2:]
        wide = [functional.interpolate(functional.relu(head(level)), finest, mode="bilinear")
                for head, level in zip(self.heads, levels)]  # fmt: skip
        logits = self.output(functional.relu(torch.stack(wide).sum(0)))
        logits = functional.interpolate(logits.float(), images.shape[-2:], mode="bilinear")
        return logits, [mimic(stage) for mimic, stage in zip(self.mimic, stages.values())]


class Teacher:
    """A trained U-Net, its probabilities and features.

    Args:
        path: of the model.
        job: says for which bands and classes.
        device: that it runs on.

    Raises:
        ScarpError: if the model is none of an EfficientNet U-Net, or knows other bands or none of the classes.
    """

    def __init__(self, path: Path, job: Job, device: torch.device) -> None:
        contract = read_contract(path)
        own = contract.network
        network = build(own.get("name", ""), own.get("settings", {}), len(contract.bands), len(contract.classes))
        if not isinstance(network, EfficientNetUNet):
            raise ScarpError(f"The teacher {path.name} is of the network {own['name']}; give an efficientnet_unet.")
        if tuple(contract.bands) != tuple(job.bands):
            raise ScarpError(f"The teacher {path.name} is for {', '.join(contract.bands)}, the job for "
                             f"{', '.join(job.bands)}; give a teacher of the job's bands.")  # fmt: skip
        self.shared = [(job.classes.index(name), contract.classes.index(name))
                       for name in job.classes if name in contract.classes]  # fmt: skip
        if not self.shared:
            raise ScarpError(f"The teacher {path.name} knows {', '.join(contract.classes)}, the job wants "
                             f"{', '.join(job.classes)}; give a teacher of one of its classes.")  # fmt: skip
        load_weights(network, path, contract.bands, contract.classes)
        self._network = network.eval().requires_grad_(False).to(device).to(memory_format=torch.channels_last)
        stages = self._network.encoder.channels
        self.channels = [*(stages[stage] for stage in SKIP_STAGES[1:]), stages[-1]]
        self._features: list[Tensor] = []
        self._network.encoder.register_forward_hook(lambda _module, _given, found: self._keep(found))
        self._moments: list[tuple[Tensor, Tensor]] = []
        self._seen = 0

    def _keep(self, features: list[Tensor]) -> None:
        self._features = features[1:]

    @torch.no_grad()
    def __call__(self, images: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Logits, and features at the strides 4 to 32 with mean 0 and deviation 1 for each feature map."""
        logits: Tensor = self._network(images)
        features = [each.float() for each in self._features]
        if self._seen < STATISTICS_STEPS:
            self._seen += 1
            moments = [torch.var_mean(each, (0, 2, 3), keepdim=True) for each in features]
            before, share = self._moments or moments, 1.0 / self._seen
            self._moments = [(variance.lerp(new_variance, share), mean.lerp(new_mean, share))
                             for (variance, mean), (new_variance, new_mean) in zip(before, moments)]  # fmt: skip
        standard = [(each - mean) * torch.rsqrt(variance + 1e-6)
                    for each, (variance, mean) in zip(features, self._moments)]  # fmt: skip
        return logits.float(), standard


def losses_of(
    student: Student, teacher: Teacher, images: Tensor, masks: Tensor, dtype: torch.dtype
) -> dict[str, Tensor]:
    """What the student lacks: of the labels, of the teacher's probabilities, and of its features; scalars."""
    with torch.autocast(images.device.type, torch.bfloat16, enabled=dtype == torch.bfloat16):
        probable, features = teacher(images)
        logits, mimicked = student(images)
    own, theirs = ([pair[index] for pair in teacher.shared] for index in (0, 1))
    mimic = [functional.smooth_l1_loss(each.float(), true) for each, true in zip(mimicked, features)]
    return {
        "segmentation": segmentation_loss(logits, masks, Weights()),
        "teacher": functional.binary_cross_entropy_with_logits(logits[:, own], torch.sigmoid(probable[:, theirs])),
        "features": torch.stack(mimic).mean(),
    }


@torch.no_grad()
def rescale(network: ImprovedMaskRCNN, batches: list[Tensor]) -> list[float]:
    """Make the levels of the top-down pyramid of deviation 1, so that heads find them as they are initialised for.

    As they are learnt here, deviations are about 2 to 12, and the losses of detection start at 100 and more, as boxes
    are shifted by many times their size.

    Args:
        network: whose pyramid is changed.
        batches: of images, as it is shown them.

    Returns:
        The deviations that were, finest level first.
    """
    network.eval()
    shown = [network.pyramid.top_down(network.encoder(images)) for images in batches]
    deviations = []
    for level, block in zip(LEVELS, network.pyramid.fpn.layer_blocks):
        deviation = torch.cat([levels[level].flatten() for levels in shown]).std()
        convolution = block[0]
        convolution.weight /= deviation
        convolution.bias /= deviation
        deviations.append(float(deviation))
    return deviations


class Distillation:
    """One run.

    Args:
        job: of a Mask R-CNN: its network, examples, batch, tile, seed and sources; start weights if it names some.
        teacher: model file.
        steps: batches that are learnt from.
        report: receives a dictionary for each event: "start", "step".
        cancelled: asked before each step.

    Raises:
        ScarpError: if the job is of another network, or job or teacher cannot be used.
    """

    def __init__(
        self, job: Job, teacher: Path, steps: int, report: Callable[[dict[str, Any]], None],
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        if steps < 1:
            raise ScarpError(f"{steps} steps teach nothing; give 1 or more.")
        self._job, self._steps, self._report, self._cancelled = job, steps, report, cancelled
        if job.threads:
            torch.set_num_threads(job.threads)
        torch.manual_seed(job.seed)
        self._device = Processes(job.device).device
        network = build(job.network, job.settings, len(job.bands), len(job.classes))
        if not isinstance(network, ImprovedMaskRCNN):
            raise ScarpError(f"The job is of the network {job.network}; the one that can be taught is mask_rcnn.")
        if job.weights:
            load_weights(network, Path(job.weights), job.bands, job.classes)
        self.network = network.to(self._device).to(memory_format=torch.channels_last)
        self._teacher = Teacher(teacher, job, self._device)

    def run(self) -> int:
        """Learn; the steps that were done."""
        job, dtype = self._job, precision_of(self._job, self._device)
        student = Student(self.network, len(job.classes), self._teacher.channels)
        student.to(self._device).to(memory_format=torch.channels_last).train()
        parameters = list(student.parameters())
        optimizer = torch.optim.AdamW(
            [{"params": [p for p in parameters if p.ndim > 1], "weight_decay": WEIGHT_DECAY},
             {"params": [p for p in parameters if p.ndim < 2], "weight_decay": 0.0}],
            LEARNING_RATE, betas=BETAS,
        )  # fmt: skip
        self._report({"event": "start", "steps": self._steps, "device": self._device.type,
                      "parameters": sum(p.numel() for p in parameters)})  # fmt: skip
        begun, done = time.monotonic(), 0
        images: list[Tensor] = []
        seen: list[dict[str, float]] = []
        for batch_images, masks in self._batches():
            if self._cancelled():
                break
            rate = learning_rate(done, self._steps, round(0.9 * self._steps), min(30, self._steps // 4))
            for group in optimizer.param_groups:
                group["lr"] = LEARNING_RATE * rate
            losses = losses_of(student, self._teacher, batch_images, masks, dtype)
            loss = losses["segmentation"] + losses["teacher"] + FEATURE_WEIGHT * losses["features"]
            if not torch.isfinite(loss):
                raise ScarpError(f"The loss became {loss.item()} in step {done + 1}; start from other weights.")
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(parameters, 2.0)
            optimizer.step()
            done += 1
            images = [*images, batch_images][-SCALE_BATCHES:]
            seen = [*seen, {name: each.item() for name, each in losses.items()}][-REPORT_STEPS:]
            if done % REPORT_STEPS == 0 or done == self._steps:
                means = {name: round(sum(each[name] for each in seen) / len(seen), 5) for name in losses}
                left = (time.monotonic() - begun) / done * (self._steps - done)
                self._report({"event": "step", "step": done, "steps": self._steps, **means, "left_s": round(left, 1)})
        if done:
            deviations = rescale(self.network, images)
            self._report({"event": "levels", "deviations": [round(each, 4) for each in deviations]})
        return done

    def _batches(self) -> Iterator[tuple[Tensor, Tensor]]:
        job = self._job
        pools = [(source, list(samples(source, job.bands, len(job.classes)))) for source in job.training]
        tile = math.ceil(job.tile / self.network.stride) * self.network.stride
        examples = Examples(pools, replace(job, examples=self._steps * job.batch), tile)
        for batch in examples.epoch(0, job.feature_bias):
            yield batch.images.to(self._device, memory_format=torch.channels_last), batch.masks.to(self._device)

    def save(self, path: Path) -> None:
        """Write what was learnt, as ``networks.load_weights`` reads it; what is there stays until all is written.

        Raises:
            ScarpError: if it cannot be written.
        """
        learnt = {name: each.cpu() for name, each in self.network.state_dict().items() if name.startswith(LEARNT)}
        made_for = {"bands": self._job.bands, "classes": self._job.classes}
        partial = path.with_name(path.name + ".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            torch.save({"network": learnt, "job": json.dumps(made_for)}, partial)
            partial.replace(path)
        except (OSError, RuntimeError) as error:
            raise not_written(path, error) from error
        finally:
            partial.unlink(missing_ok=True)


def main(arguments: list[str] | None = None) -> int:
    """Teach; 0 when the file is written, 2 when it could not be, 1 when stopped before the first step."""
    parser = argparse.ArgumentParser(prog="python -m scarp.models.distil", description="Teach start weights.")
    parser.add_argument("job", type=Path, help="job file (JSON) of a mask_rcnn")
    parser.add_argument("teacher", type=Path, help="model (.onnx) of an efficientnet_unet")
    parser.add_argument("output", type=Path, help="weights (.pt) to write")
    parser.add_argument("--steps", type=int, default=400, help="batches that are learnt from (400)")
    given = parser.parse_args(arguments)
    stopped: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda received, _frame: stopped.append(received))

    def report(entry: dict[str, Any]) -> None:
        print(json.dumps(entry), flush=True)

    try:
        run = Distillation(load_job(given.job), given.teacher, given.steps, report, lambda: bool(stopped))
        done = run.run()
        if not done:
            report({"event": "stopped", "step": 0})
            return 1
        run.save(given.output)
    except ScarpError as error:
        report({"event": "error", "message": str(error)})
        return 2
    report({"event": "written", "file": str(given.output), "step": done, "steps": given.steps})
    return 0


if __name__ == "__main__":
    sys.exit(main())
