"""Inference: batches of tiles through ONNX Runtime, on the device asked for or the CPU."""

from __future__ import annotations

import hashlib
import math
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .contract import INSTANCE, Contract, read_contract
from .detections import OUTPUTS, Instances, instances_of
from .errors import Cancelled, ScarpError
from .progress import Progress

if TYPE_CHECKING:
    import onnxruntime

DEVICES = ("auto", "cpu", "cuda")
CUDA, CPU = "CUDAExecutionProvider", "CPUExecutionProvider"
INSTALL = (
    'The package onnxruntime is not installed, which extraction needs. Run "Install packages" in the Processing '
    "toolbox (Scarp), or: qgis_process run scarp:installpackages -- PACKAGES=extraction"
)
POLL_S = 0.05
"""How often a running batch asks whether to stop."""


def import_runtime() -> Any:
    """The onnxruntime module.

    Raises:
        ScarpError: if it is missing or does not load; says how to install it.
    """
    try:
        import onnxruntime
    except ImportError as error:
        if error.name == "onnxruntime":
            raise ScarpError(INSTALL) from error
        raise ScarpError(f"The package onnxruntime does not load ({error}); install it again.") from error
    return onnxruntime


def preload_cuda(runtime: Any) -> None:
    """Load CUDA's libraries from where pip has put them; those of the system are found without it."""
    if hasattr(runtime, "preload_dlls"):  # from 1.21 on
        with redirect_stdout(StringIO()):  # it prints what it does not find
            runtime.preload_dlls()


def check_hash(path: Path, sha256: str) -> None:
    """See that a file is the one that was shipped.

    Raises:
        ScarpError: if not.
    """
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                digest.update(block)
    except OSError as error:
        raise ScarpError(f"The bundled model {path.name} is missing; install the plugin again.") from error
    if digest.hexdigest() != sha256:
        raise ScarpError(f"The bundled model {path.name} was changed or is damaged; install the plugin again.")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")


class Model:
    """A model, loaded and ready.

    Args:
        path: the .onnx file.
        device: "auto" (CUDA if it works), "cpu" or "cuda" (the CPU, with a warning, where CUDA does not work).
        threads: CPU threads; 0 takes all cores.
        progress: is told which provider runs.

    Attributes:
        contract: how it is to be used.
        classes: names of the classes that it tells apart, background left out.
        provider: the ONNX Runtime provider that runs.

    Raises:
        ScarpError: if the file is no model, lacks its contract, or has wrong inputs; or onnxruntime is missing.
    """

    def __init__(self, path: Path, device: str, threads: int, progress: Progress) -> None:
        if device not in DEVICES:
            raise ScarpError(f"There is no device {device!r}; choose one of {', '.join(DEVICES)}.")
        self.path = path
        self.contract: Contract = read_contract(path)
        self._runtime = import_runtime()
        self._session = self._load(device, threads, progress)
        self.provider: str = self._session.get_providers()[0]
        progress.pushInfo(f"Model {path.name} runs on {self.provider} (ONNX Runtime {self._runtime.__version__}).")
        self._check_inputs()
        self._check_outputs()
        self._channels = self._class_channels()
        self.classes: tuple[str, ...] = tuple(self.contract.classes[channel] for channel in self._channels)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="scarp-inference")

    def _load(self, device: str, threads: int, progress: Progress) -> onnxruntime.InferenceSession:
        options = self._runtime.SessionOptions()
        options.log_severity_level = 4
        if threads > 0:
            options.intra_op_num_threads = threads
        # Planning memory ahead for each shape was measured to take 80 MB more and no less time.
        options.enable_mem_pattern = False
        # Threads that spin while they wait take the cores from those that read and write.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        wants_cuda = device == "cuda" or device == "auto"
        if wants_cuda and CUDA in self._runtime.get_available_providers():
            try:
                preload_cuda(self._runtime)
                session = self._runtime.InferenceSession(str(self.path), options, providers=[CUDA, CPU])
                if session.get_providers()[0] == CUDA:
                    return session
                reason = "the CUDA provider did not load: its driver or libraries are missing"
            except Exception as error:
                reason = _first_line(error)
        else:
            reason = "this onnxruntime is built without CUDA"
        if device == "cuda":
            progress.pushWarning(f"CUDA cannot be used ({reason}); the CPU is used instead.")
        elif device == "auto":
            progress.pushInfo(f"CUDA is not used: {reason}.")
        try:
            return self._runtime.InferenceSession(str(self.path), options, providers=[CPU])
        except Exception as error:
            raise ScarpError(
                f"The model {self.path.name} cannot be loaded: {_first_line(error)}. Export it again."
            ) from error

    def _check_inputs(self) -> None:
        inputs, bands = self._session.get_inputs(), len(self.contract.bands)
        if len(inputs) != 1 or len(inputs[0].shape) != 4:
            shapes = ", ".join(f"[{', '.join(map(str, entry.shape))}]" for entry in inputs)
            raise ScarpError(
                f"The model {self.path.name} has the inputs {shapes}; one of shape (batch, bands, height, width) "
                "is expected. Export it again."
            )
        shape = inputs[0].shape
        if isinstance(shape[1], int) and shape[1] != bands:
            raise ScarpError(
                f"The model {self.path.name} reads {shape[1]} bands but its contract names {bands} "
                f"({', '.join(self.contract.bands)}); export it again."
            )
        if inputs[0].type != "tensor(float)":
            raise ScarpError(f"The model {self.path.name} reads {inputs[0].type}, not tensor(float); export it again.")
        self._input = inputs[0].name
        self._fixed = [size if isinstance(size, int) else None for size in (shape[0], shape[2], shape[3])]

    def _check_outputs(self) -> None:
        """See that a model of instances is one."""
        if self.contract.kind != INSTANCE:
            return
        names = [entry.name for entry in self._session.get_outputs()]
        missing = [name for name in OUTPUTS if name not in names]
        if missing:
            raise ScarpError(
                f"The model {self.path.name} lacks the output {missing[0]!r} (it has {', '.join(names)}); a model of "
                f"instances gives {', '.join(OUTPUTS)}. Export it again."
            )
        if self._fixed[0] not in (None, 1):
            raise ScarpError(
                f"The model {self.path.name} reads {self._fixed[0]} tiles at once; a model of instances reads one. "
                "Export it again."
            )

    def _class_channels(self) -> list[int]:
        """The channels that are classes; that of the landslide alone where the file says that there is one map."""
        shape = self._session.get_outputs()[0].shape
        if self.contract.kind == INSTANCE or (len(shape) == 4 and shape[1] == 1):
            return [self.contract.landslide_channel]
        return list(self.contract.class_channels)

    @property
    def landslide(self) -> int:
        """Place of the landslide among the classes."""
        return self._channels.index(self.contract.landslide_channel)

    @property
    def fixed_tile(self) -> int | None:
        """Side of the tile, where the model takes only one; the shorter, where they differ."""
        return min((size for size in self._fixed[1:] if size), default=None)

    @property
    def fixed_batch(self) -> int | None:
        """Tiles in a batch, where the model takes only one number."""
        return self._fixed[0]

    def run(self, tiles: NDArray[np.float32], progress: Progress) -> NDArray[np.float32]:
        """Probability of a landslide.

        Args:
            tiles: shape (batch, bands, height, width); sides are padded to what the model takes.
            progress: asked while it runs whether to stop.

        Returns:
            Shape (batch, height, width), 0 to 1.

        Raises:
            Cancelled: if so, within a fraction of a second.
            ScarpError: if the model fails or gives a wrong shape.
        """
        output = self._output(tiles, progress)
        # One map for two classes, as a sigmoid gives it, is that of the landslide.
        channel = 0 if output.ndim == 4 and output.shape[1] == 1 else self.contract.landslide_channel
        return self._probability(output, [channel], tiles)[:, 0]

    def run_classes(self, tiles: NDArray[np.float32], progress: Progress) -> NDArray[np.float32]:
        """Probability of each of ``classes``.

        Args:
            tiles: shape (batch, bands, height, width); sides are padded to what the model takes.
            progress: asked while it runs whether to stop.

        Returns:
            Shape (batch, classes, height, width), 0 to 1.

        Raises:
            Cancelled: if so, within a fraction of a second.
            ScarpError: if the model fails or gives a wrong shape.
        """
        if len(self.classes) == 1:
            return self.run(tiles, progress)[:, None]
        return self._probability(self._output(tiles, progress), self._channels, tiles)

    def detect(self, tile: NDArray[np.float32], progress: Progress) -> Instances:
        """The landslides that a model of instances finds in a tile.

        Args:
            tile: shape (bands, height, width); sides are padded to what the model takes.
            progress: asked while it runs whether to stop.

        Returns:
            Those in the tile, from high to low score.

        Raises:
            Cancelled: if so, within a fraction of a second.
            ScarpError: if the model fails or gives a wrong shape.
        """
        outputs = self._outputs(tile[None], progress, list(OUTPUTS))
        return instances_of(outputs, self.contract.landslide_channel + 1, tile.shape[1:], self.path.name)

    def _output(self, tiles: NDArray[np.float32], progress: Progress) -> NDArray[np.float32]:
        """The first output, as it is."""
        return self._outputs(tiles, progress)[0]

    def _outputs(
        self, tiles: NDArray[np.float32], progress: Progress, names: list[str] | None = None
    ) -> list[NDArray[Any]]:
        """What the model gives, as it is; all of it, or the outputs of some names.

        Raises:
            Cancelled: if so.
            ScarpError: if the model fails.
        """
        padded = self._padded(tiles)
        run_options = self._runtime.RunOptions()
        future: Future[list[Any]] = self._worker.submit(
            self._session.run, names, {self._input: padded}, run_options
        )
        while not wait([future], POLL_S).done:
            if progress.isCanceled():
                run_options.terminate = True
                raise Cancelled
        try:
            return future.result()
        except Exception as error:
            raise ScarpError(
                f"The model {self.path.name} failed on tiles of shape {padded.shape}: {_first_line(error)}. "
                f"{'Set a smaller batch, or use' if len(padded) > 1 else 'Use'} another model."
            ) from error

    def _probability(
        self, output: NDArray[np.float32], channels: list[int], tiles: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """The channels of an output that are asked for, cut to the tiles; shape (batch, channels, height, width).

        Raises:
            ScarpError: if they are not there, or no probabilities.
        """
        count, bands, height, width = tiles.shape
        size = self.padded_shape(height, width)
        padded = (self._fixed[0] or count, bands, *size)
        if output.ndim != 4 or output.shape[0] != padded[0] or output.shape[1] <= max(channels) or (
            output.shape[2:] != size
        ):
            raise ScarpError(
                f"The model {self.path.name} gives {output.shape} for tiles of {padded}; "
                "one map of the tile's size for each class is expected. Use another model."
            )
        chosen = slice(channels[0], channels[0] + 1) if len(channels) == 1 else channels
        probability = np.ascontiguousarray(output[:count, chosen, :height, :width], dtype=np.float32)
        low, high = float(probability.min()), float(probability.max())
        if math.isnan(low):
            raise ScarpError(
                f"The model {self.path.name} gives values that are not numbers (NaN): its weights are damaged or its "
                "training failed. Use another model."
            )
        if low < -0.01 or high > 1.01:
            raise ScarpError(
                f"The model {self.path.name} gives values from {low:.3g} to {high:.3g}, not probabilities of 0 to 1; "
                "export it with a sigmoid or softmax at its end."
            )
        return probability

    def _padded(self, tiles: NDArray[np.float32]) -> NDArray[np.float32]:
        """Tiles continued by reflection to the sizes that the model takes."""
        count, _, height, width = tiles.shape
        full = self.padded_shape(height, width)
        bottom, right = full[0] - height, full[1] - width
        more = (self._fixed[0] or count) - count
        if bottom or right:
            tiles = np.pad(tiles, ((0, 0), (0, 0), (0, bottom), (0, right)), mode="symmetric")
        if more:
            tiles = np.pad(tiles, ((0, more), (0, 0), (0, 0), (0, 0)))
        return tiles

    def padded_shape(self, height: int, width: int) -> tuple[int, int]:
        """Height and width that a tile has when the model sees it."""
        multiple = self.contract.multiple
        return (
            self._fixed[1] or -(-height // multiple) * multiple,
            self._fixed[2] or -(-width // multiple) * multiple,
        )

    def close(self) -> None:
        """Let the worker thread end."""
        self._worker.shutdown(wait=False)
