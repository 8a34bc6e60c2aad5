from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, numpy_helper
from scarp.engine.contract import read_contract
from scarp.engine.errors import ScarpError
from scarp.engine.inference import Model
from scarp.engine.progress import Quiet
from scarp.models.export import contract_for, export
from scarp.models.job import Job, Source
from scarp.models.networks import build, load_weights
from scarp.models.quantise import LARGEST_TILE, main, quantise, training_tiles
from scarp.tests.models.test_export_instances import varied

pytest.importorskip("onnxruntime")
pytestmark = pytest.mark.filterwarnings("ignore")  # PyTorch's, of its own exporter
UNET = Job([Source("hills")], [], "run", network="unet", settings={"width": 32, "norm": True}, resolution_m=(0.5, 4.0))
DEAD, TURNED = 3, 5
"""Outputs of a layer that normalisation multiplies by 0, and by what is negative."""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A network, its file, and that of 8 bit."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    network, folder = build(UNET.network, UNET.settings).train(), tmp_path_factory.mktemp("models")
    with torch.no_grad():
        network.encoder[1][1].weight[DEAD] = 0.0
        network.encoder[1][1].weight[TURNED] = -0.7
        for _ in range(20):
            network(torch.randn(2, 3, 64, 64))
        network.output.weight *= 1.5 / network(torch.randn(2, 3, 64, 64)).std()
    export(network.eval(), contract_for(UNET, 0.4, {}, {}, "3"), folder / "unet.onnx")
    tiles = [torch.randn(1, 3, 64, 96, generator=torch.Generator().manual_seed(seed)).numpy() for seed in range(6)]
    quantise(folder / "unet.onnx", folder / "small.onnx", tiles)
    torch.set_num_threads(threads)
    return network, folder / "unet.onnx", folder / "small.onnx"


def initializers(path):
    return {entry.name: numpy_helper.to_array(entry) for entry in onnx.load(str(path)).graph.initializer}


def test_the_contract_is_the_same_and_the_file_smaller(files):
    _, large, small = files
    assert read_contract(small) == read_contract(large)
    assert small.stat().st_size < 0.8 * large.stat().st_size  # its transposed convolutions stay as they are
    assert sorted(path.name for path in small.parent.iterdir()) == ["small.onnx", "unet.onnx"]


def test_probabilities_are_nearly_the_same(files):
    tile = np.random.default_rng(7).normal(size=(1, 3, 64, 80)).astype(np.float32)
    large, small = (Model(path, "cpu", 1, Quiet()).run(tile, Quiet()) for path in files[1:])
    assert large.std() > 0.1
    assert 0.95 < np.corrcoef(large.ravel(), small.ravel())[0, 1] < 1.0


def test_layers_compute_in_8_bit_but_for_the_first_and_the_last(files):
    graph = onnx.load(str(files[2])).graph
    kinds = {entry.name: entry.data_type for entry in graph.initializer}
    makers = {output: node for node in graph.node for output in node.output}
    exact = []
    for node in graph.node:
        if node.op_type == "Conv":
            weight = makers.get(node.input[1])
            assert weight is None or (weight.op_type, kinds[weight.input[0]]) == ("DequantizeLinear", TensorProto.INT8)
            exact += [] if weight else [node.input[1]]
    assert len(exact) == 2
    assert "encoder.0.0.weight" in exact[0] and "output.weight" in exact[1]
    weights = initializers(files[2])["encoder.1.0.weight"]
    assert weights.dtype == np.int8
    assert 60 <= np.abs(weights).max() <= 64  # 7 bits


def test_training_can_start_from_the_file(files):
    network, _, small = files
    other = build(UNET.network, UNET.settings)
    assert load_weights(other, small) == []
    mine, theirs = network.state_dict(), other.state_dict()
    quantised = {key for key, value in initializers(small).items() if value.dtype == np.int8 and key in mine}
    assert len(quantised) > 10
    for key in mine.keys() - quantised:
        if not key.endswith("num_batches_tracked"):
            torch.testing.assert_close(theirs[key], mine[key], atol=1e-6, rtol=1e-3)  # as float16
    for key in quantised:
        before, after = mine[key].clone(), theirs[key]
        if key == "encoder.1.0.weight":
            assert (after[DEAD] == 0).all()
            before[DEAD] = 0.0
        step = before.flatten(1).abs().amax(1) / 64
        assert ((after - before).flatten(1).abs().amax(1) <= 0.55 * step + 1e-6).all(), key
    assert torch.nn.functional.cosine_similarity(
        mine["encoder.1.0.weight"][TURNED].flatten(), theirs["encoder.1.0.weight"][TURNED].flatten(), 0
    ) > 0.99  # fmt: skip


def test_a_network_of_instances_finds_nearly_the_same(tmp_path):
    job = Job([], [], "run", network="mask_rcnn", settings={"backbone": "lite0", "channels": 32, "proposals": 40,
                                                          "detections": 10})  # fmt: skip
    network = varied(job)
    export(network, contract_for(job, 0.3, {}, {}, "3", score=0.1), tmp_path / "large.onnx")
    tiles = [torch.randn(1, 3, 64, 64, generator=torch.Generator().manual_seed(seed)).numpy() for seed in range(4)]
    quantise(tmp_path / "large.onnx", tmp_path / "small.onnx", tiles)
    assert (tmp_path / "small.onnx").stat().st_size < 0.9 * (tmp_path / "large.onnx").stat().st_size
    tile = torch.randn(3, 64, 96, generator=torch.Generator().manual_seed(9)).numpy()
    large, small = (
        Model(tmp_path / f"{name}.onnx", "cpu", 1, Quiet()).detect(tile, Quiet()) for name in ("large", "small")
    )
    assert len(large) == len(small) == 10
    apart = np.abs(large.boxes[:, None] - small.boxes[None]).max(2).min(1)
    assert np.count_nonzero(apart < 3.0) >= 7  # boxes of 10 to 60 pixels, by random weights
    assert np.abs(large.scores - small.scores).max() < 0.2
    nothing = onnx.load(str(tmp_path / "small.onnx"))
    for entry in nothing.graph.initializer:
        if entry.name == "roi_heads.box_predictor.cls_score.bias":
            entry.CopyFrom(numpy_helper.from_array(np.array([500.0, -500.0], np.float32), entry.name))
    onnx.save(nothing, str(tmp_path / "nothing.onnx"))
    assert len(Model(tmp_path / "nothing.onnx", "cpu", 1, Quiet()).detect(tile, Quiet())) == 0
    other = build(job.network, job.settings)
    assert load_weights(other, tmp_path / "small.onnx") == []
    key = "pyramid.fpn.inner_blocks.3.0.weight"
    assert (other.state_dict()[key] - network.state_dict()[key]).norm() < 0.03 * network.state_dict()[key].norm()


def test_tiles_are_taken_evenly_from_the_sources_of_the_training(hills):
    large = Source("event", events=[1, 2, 3], resolutions_m=(1.0, 1.0))
    job = Job([hills, large], [], "run", network="unet", settings={"width": 2})
    tiles = training_tiles(job, contract_for(job, 0.5, {}, {}, "1"), 4)
    assert [tile.shape for tile in tiles] == [(1, 3, 48, 48)] * 2 + [(1, 3, LARGEST_TILE, LARGEST_TILE)] * 2
    assert tiles[0].dtype == np.float32
    assert -3 < tiles[0].mean() < 3


def test_the_command(hills, files, tmp_path, capsys):
    Job([hills], [], "run", network="unet", settings=UNET.settings).save(tmp_path / "job.json")
    target = tmp_path / "out" / "model.onnx"
    assert main([str(tmp_path / "job.json"), str(files[1]), str(target), "--tiles", "2"]) == 0
    assert f"model.onnx: {target.stat().st_size / 1e6:.1f} MB" in capsys.readouterr().out
    assert main([str(tmp_path / "job.json"), str(tmp_path / "job.json"), str(target)]) == 2
    assert "job.json" in capsys.readouterr().err


def test_a_file_that_is_no_model_is_a_sentence(tmp_path):
    Path(tmp_path / "text.onnx").write_text("text", encoding="utf-8")
    with pytest.raises(ScarpError, match=r"text\.onnx"):
        quantise(tmp_path / "text.onnx", tmp_path / "small.onnx", [])
