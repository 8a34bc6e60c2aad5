from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
import torch
from scarp.engine.contract import read_contract
from scarp.engine.errors import ScarpError
from scarp.engine.inference import Model
from scarp.engine.progress import Quiet
from scarp.models import outcome as module
from scarp.models.augmentation import normalised
from scarp.models.job import Source
from scarp.models.networks import build
from scarp.models.outcome import PICTURES, Outcome
from scarp.models.training import Training
from scarp.tests.models.conftest import state

pytestmark = [
    pytest.mark.usefixtures("one_cpu_thread", "no_event_files"),
    pytest.mark.filterwarnings("ignore"),  # PyTorch's, of its own exporter
]


@pytest.fixture
def no_event_files(monkeypatch):
    """They have tests of their own, and tensorboard takes seconds to load."""

    class NoEventFiles:
        message = "There are none."

        def __init__(self, folder, first_step):
            self.first_step, self.given = first_step, []

        def settings(self, job):
            self.given.append(job)

        def epoch(self, entry):
            self.given.append(entry)

        def close(self):
            self.given.append("closed")

    monkeypatch.setattr(module, "EventFiles", NoEventFiles)


@pytest.fixture
def reports(monkeypatch):
    """What reports are written of."""
    written = []
    monkeypatch.setattr(module, "write_report", lambda *given: written.append(given))
    return written


def train(job, cancelled=lambda: False):
    """A training as ``train.py`` runs it, and its outcome."""
    training = Training(job, lambda entry: None, cancelled)
    outcome = Outcome(job, training.epoch)
    kept = {"start": outcome.start, "epoch": outcome.epoch}
    training.report = lambda entry: kept.get(entry["event"], lambda _: None)(entry)
    training.run()
    return training, outcome


def test_the_log_has_each_epoch_and_the_events_too(job):
    _, outcome = train(job)
    entries = [json.loads(line) for line in (Path(job.folder) / "log.jsonl").read_text().splitlines()]
    assert [entry["epoch"] for entry in entries] == [1, 2]
    assert outcome._events.given == [job, *entries]
    assert outcome._events.first_step == 1
    assert outcome.message == "There are none."
    again = Outcome(job, 1)
    assert again._events.first_step == 2
    assert len((Path(job.folder) / "log.jsonl").read_text().splitlines()) == 1  # the second is done again
    assert len((Path(job.folder) / "log.csv").read_text().splitlines()) == 2


def test_a_finished_training_leaves_model_and_report(job, tmp_path, reports):
    job = dataclasses.replace(job, model=str(tmp_path / "models" / "hills.onnx"), version="4", scales=(1.0, 0.5),
                              resolution_m=(0.7, 2.0), value_range=(0.0, 9000.0))  # fmt: skip
    training, outcome = train(job)
    done = outcome.finish(training)
    best = outcome._log.entries()[training.best_epoch - 1]
    assert done == {
        "event": "done", "epoch": 2, "best_epoch": training.best_epoch, "model": job.model,
        "threshold": pytest.approx(min(max(best["validation"]["threshold"], 0.05), 0.95)),
        "scores": best["validation"], "report": str(Path(job.folder) / "report.html"),
    }  # fmt: skip
    contract = read_contract(Path(job.model))
    assert (contract.kind, contract.classes, contract.bands) == ("semantic", ("landslide",), ("red", "green", "blue"))
    assert (contract.threshold, contract.version) == (done["threshold"], "4")
    assert contract.value_range == (0.0, 9000.0)
    assert contract.scores == best["sources"]
    assert contract.training == {"data": ["hills"], "start": "", "epochs": 2, "best_epoch": training.best_epoch,
                                 "seed": 5}  # fmt: skip
    assert (contract.resolution_m, contract.multiple) == ((0.7, 2.0), 32)
    assert contract.network == {"name": "unet", "settings": job.settings, "scales": [1.0, 0.5]}
    assert outcome._events.given[-1] == "closed"
    ((path, told, entries, summary, predictions),) = reports
    assert (path, told) == (Path(job.folder) / "report.html", job)
    assert [entry["epoch"] for entry in entries] == [1, 2]
    assert summary.items() >= {"device": "cpu", "threads": 1, "precision": "float32", "random": 0, **done}.items()
    assert len(predictions) == PICTURES
    assert (predictions[0].mask == training.validation[0][1][0].mask).all()
    assert all(prediction.percent.shape == (48, 48) for prediction in predictions)


def test_the_report_is_a_page(job):
    training, outcome = train(dataclasses.replace(job, epochs=1))
    done = outcome.finish(training)
    page = Path(done["report"]).read_text(encoding="utf-8")
    assert page.count("<img") == PICTURES
    assert f"The threshold to extract with is {done['threshold']:.2f}." in page
    assert "hills" in page


def scene(raster, bands=3, classes=1):
    labels = np.random.default_rng(0).integers(0, classes + 1, (1, 32, 32), dtype=np.uint8)
    image = 50 + 60 * labels + np.arange(bands, dtype=np.uint8)[:, None, None]
    return Source("coast", scene=raster(image.astype(np.uint8)), labels=raster(labels, "labels.tif"),
                  scene_bands=list(range(1, bands + 1)))  # fmt: skip


@pytest.mark.parametrize(
    ("bands", "classes"),
    [(("nir", "red", "green"), ("debris flow",)), (("nir", "blue", "green", "red"), ("landslide", "cloud"))],
)
def test_the_model_gives_what_the_best_network_does(job, raster, tmp_path, bands, classes):
    source = scene(raster, len(bands), len(classes))
    job = dataclasses.replace(job, training=[source], validation=[source], bands=bands, classes=classes,
                              model=str(tmp_path / "coast.onnx"))  # fmt: skip
    training, outcome = train(job)
    outcome.finish(training)
    network = build("unet", job.settings, len(bands), len(classes)).eval()
    network.load_state_dict(state(job, "best.pt")["averaged"])
    image = torch.rand(1, len(bands), 32, 32, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        expected = torch.sigmoid(network(normalised(image, bands)))[0].numpy()
    model = Model(tmp_path / "coast.onnx", "cpu", 1, Quiet())
    assert (model.contract.bands, model.classes) == (bands, classes)
    means = {"red": 0.485, "green": 0.456, "blue": 0.406, "nir": 0.45}
    assert model.contract.mean == tuple(means[band] for band in bands)
    found = model.run_classes(normalised(image, bands).numpy(), Quiet())[0]
    model.close()
    assert found.shape == expected.shape == (len(classes), 32, 32)
    assert np.abs(found - expected).max() < 5e-3
    assert expected.std() > 1e-3


@pytest.mark.parametrize(
    ("bands", "shown"),
    [(("red", "green", "blue"), [0, 1, 2]), (("nir", "blue", "green", "red"), [3, 2, 1]),
     (("nir", "red", "green"), [0, 1, 2]), (("vv", "vh"), [0, 0, 0]), (("dem",), [0, 0, 0])],
)  # fmt: skip
def test_a_picture_shows_red_green_and_blue_where_they_are(bands, shown):
    assert module._shown(bands) == shown


@pytest.mark.parametrize(("best", "threshold"), [(0.0, 0.05), (0.4, 0.4), (1.0, 0.95), (None, 0.5)])
def test_the_threshold_is_that_of_the_best_f1_within_reason(job, reports, monkeypatch, best, threshold):
    training, outcome = train(dataclasses.replace(job, epochs=1))
    entries = outcome._log.entries()
    entries[0]["validation"]["threshold"] = best
    monkeypatch.setattr(outcome._log, "entries", lambda: entries)
    assert outcome.finish(training)["threshold"] == threshold


def test_without_validation_the_training_is_shown_and_nothing_scored(job, reports):
    training, outcome = train(dataclasses.replace(job, validation=[], epochs=1))
    done = outcome.finish(training)
    assert (done["threshold"], done["scores"], done["model"]) == (0.5, {}, "")
    assert len(reports[0][-1]) == PICTURES


def test_pictures_are_of_tiles_with_landslides_with_other_classes_as_background(job, raster, reports):
    labels = np.full((1, 40, 600), 2, np.uint8)
    labels[0, :9, 560:580], labels[0, 20:] = 1, 255
    image = raster(np.full((3, 40, 600), 90, np.uint8))
    source = Source("coast", scene=image, labels=raster(labels, "labels.tif"), validation_m=2.0)
    job = dataclasses.replace(job, training=[source], validation=[source], classes=("landslide", "cloud"), epochs=1)
    training, outcome = train(job)
    outcome.finish(training)
    (prediction,) = reports[0][-1]
    expected = np.where(labels[0] == 2, 0, labels[0])
    assert prediction.name == "coast"
    assert (prediction.mask == expected[:, -prediction.mask.shape[1] :]).all()
    assert prediction.percent.shape == prediction.mask.shape


def test_a_stopped_training_has_a_report_of_its_epochs(job, reports):
    questions = []
    _, outcome = train(job, lambda: bool(questions.append(0)) or len(questions) > 2)
    outcome.stop()
    ((path, _, entries, summary, predictions),) = reports
    assert [entry["epoch"] for entry in entries] == [1]
    assert (path.name, predictions, summary["device"]) == ("report.html", [], "cpu")
    assert outcome._events.given[-1] == "closed"


def test_one_that_is_stopped_before_the_first_epoch_has_none(job, reports):
    _, outcome = train(job, lambda: True)
    outcome.stop()
    assert reports == []


def test_a_log_without_the_best_epoch_is_a_sentence(job):
    training, outcome = train(dataclasses.replace(job, epochs=1))
    (Path(job.folder) / "log.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(ScarpError, match=r"^The log in .*run lacks epoch 1; train anew\.$"):
        outcome.finish(training)


def test_a_model_that_cannot_be_written_is_a_sentence(job, tmp_path, reports):
    (tmp_path / "file").write_text("", encoding="utf-8")
    job = dataclasses.replace(job, epochs=1, model=str(tmp_path / "file" / "a.onnx"))
    training, outcome = train(job)
    with pytest.raises(ScarpError, match=r"^The model .*a\.onnx cannot be written \(.+\); choose another file\.$"):
        outcome.finish(training)
