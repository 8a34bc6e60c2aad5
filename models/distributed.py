"""Training over several processes, each with a GPU or a share of the processor, started by ``torchrun``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, distributed, nn


class _Sum(torch.autograd.Function):
    """The sum over processes, and of its gradients likewise."""

    @staticmethod
    def forward(_context: Any, total: Tensor) -> Tensor:
        summed = total.detach().clone()
        distributed.all_reduce(summed)
        return summed

    @staticmethod
    def backward(_context: Any, gradient: Tensor) -> Tensor:
        summed = gradient.contiguous().clone()
        distributed.all_reduce(summed)
        return summed


class Processes:
    """The processes of a training; one, unless ``torchrun`` has started several.

    Args:
        device: one of ``job.TRAINING_DEVICES``.

    Attributes:
        rank: number of this one, from 0; the first reports and writes.
        count: how many there are.
        device: that this one computes on.
    """

    def __init__(self, device: str = "auto") -> None:
        self.rank, self.count = int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
        self.device = torch.device("cpu")
        if device == "auto" and torch.cuda.is_available():
            self.device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
            torch.cuda.set_device(self.device)

    @property
    def is_first(self) -> bool:
        """Whether this one reports and writes."""
        return self.rank == 0

    @contextmanager
    def joined(self) -> Iterator[None]:
        """While the processes talk to each other."""
        if self.count > 1:
            distributed.init_process_group("nccl" if self.device.type == "cuda" else "gloo")
        try:
            yield
        finally:
            if self.count > 1:
                distributed.destroy_process_group()

    def shared(self, network: nn.Module) -> nn.Module:
        """A network whose gradients are the mean over the processes."""
        if self.count == 1:
            return network
        if self.device.type == "cuda":
            network = nn.SyncBatchNorm.convert_sync_batchnorm(network)  # type: ignore[no-untyped-call]
        return nn.parallel.DistributedDataParallel(network)

    def sum_of_losses(self, total: Tensor) -> Tensor:
        """The sum over processes of a part of a loss, through which gradients flow back.

        Each process differentiates the whole, and the gradient of a sum over processes is added over them, so that
        the mean that ``shared`` takes is the gradient of the loss of the whole batch.
        """
        summed: Tensor = _Sum.apply(total) if self.count > 1 else total
        return summed

    def sum_of(self, counts: Tensor) -> Tensor:
        """The sum over processes of what is counted."""
        if self.count > 1:
            counts = counts.to(self.device)
            distributed.all_reduce(counts)
        return counts

    def any_of(self, flag: bool) -> bool:
        """Whether it is so in any process."""
        return bool(self.sum_of(torch.tensor([float(flag)])).item() > 0) if self.count > 1 else flag
