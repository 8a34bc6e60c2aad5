from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest
from scarp.algorithms import diagnose, list_models
from scarp.engine.errors import ScarpError
from scarp.ui.options_runs import MODELS, OptionsRuns
from scarp.ui.run import State

pytest_plugins = ["scarp.tests.ui.options_ground"]


@pytest.fixture
def work(iface: Any, profile: Any, runs: Any, state: Any) -> OptionsRuns:
    return OptionsRuns(iface, runs, state)


def test_diagnosed_once_at_a_time(work, runs, wait):
    work.diagnose()
    work.diagnose()
    assert [run.algorithm for run in runs] == ["scarp:diagnose"]
    wait(lambda: not list(runs))
    assert work.diagnosis.startswith("Scarp diagnosis\n")
    assert work.packages["sets"]["training"]["ready"] is False


def test_a_list_that_waits_is_the_newest(work, runs, wait, monkeypatch):
    listed = []
    monkeypatch.setattr(list_models, "listed_models", lambda: listed.append(True) or [])
    work.list_models()
    (first,) = runs
    wait(lambda: first.state is not State.WAITING)
    work.list_models()
    work.list_models()
    wait(lambda: not list(runs))
    assert 1 <= len(listed) <= 2
    assert work.models == []


def test_listed_beside_the_list_of_another(work, runs, wait, state):
    """The panel's own list of models is the same algorithm."""
    work.list_models()
    wait(lambda: not list(runs))
    runs.start("scarp:listmodels", {}, "of the panel", load=False)
    work.models = []
    state.models_changed.emit()
    wait(lambda: not list(runs))
    assert [model["name"] for model in work.models] == ["maskrcnn", "unet"]


def test_nothing_holds_a_run_that_is_over(work, runs, wait):
    work.list_models()
    reference = weakref.ref(next(iter(runs)))
    wait(lambda: not list(runs))
    gc.collect()
    assert reference() is None


def test_what_nobody_asked_for_is_told_only_where_it_fails(work, runs, iface, wait, monkeypatch):
    work.list_models()
    wait(lambda: not list(runs))
    assert (work.outcomes[MODELS][0], iface.said()) == ("", "")

    def fail() -> None:
        raise ScarpError("The list of bundled models is damaged; install the plugin again.")

    monkeypatch.setattr(list_models, "listed_models", fail)
    work.list_models()
    wait(lambda: not list(runs))
    assert work.outcomes[MODELS][0] == (
        "List models: The list of bundled models is damaged; install the plugin again."
    )


def test_unloaded_during_a_run(work, runs, iface, wait, monkeypatch):
    def linger(self: Any, parameters: Any, context: Any, feedback: Any) -> dict[str, str]:
        while not feedback.isCanceled():
            pass
        return {}

    monkeypatch.setattr(diagnose.Diagnose, "processAlgorithm", linger)
    work.diagnose()
    (run,) = runs
    wait(lambda: run.state is State.RUNNING)
    runs.stop()
    assert run.state.is_over
    assert (work.packages, iface.said()) == ({}, "")
