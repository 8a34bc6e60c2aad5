from __future__ import annotations

import gc
import weakref
from threading import Event

import pytest
from qgis.core import Qgis, QgsApplication, QgsProcessingOutputLayerDefinition, QgsProject, QgsTask, QgsVectorLayer
from qgis.PyQt.QtTest import QTest
from scarp.tests.ui.trial import ID, Trial, TrialProvider
from scarp.ui.run import _thread_pool
from scarp.ui.runs import Runs, State


@pytest.fixture
def trial(qgis_processing):
    provider = TrialProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    Trial.gates, Trial.begun, Trial.ready = {}, [], (True, "")
    yield
    QgsApplication.processingRegistry().removeProvider(provider)


@pytest.fixture
def runs(trial, qgis_new_project):
    runs = Runs(QgsProject.instance())
    yield runs
    runs.stop()


def temporary():
    definition = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    definition.createOptions = {}
    definition.destinationName = "made"
    return definition


def gate(*names):
    Trial.gates.update({name: Event() for name in names})


def polygons(name):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32654", name, "memory")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_a_run_tells_how_it_goes_and_puts_its_layer_into_the_project(runs, wait):
    gate("a")
    added, said, percents, states = [], [], [], []
    runs.added.connect(added.append)
    run = runs.start(ID, {"NAME": "a", "OUTPUT": temporary()}, "A trial")
    run.said.connect(lambda text, level: said.append((text, level)))
    run.progressed.connect(percents.append)
    run.changed.connect(lambda: states.append(run.state))
    assert (added, list(runs), run.state) == ([run], [run], State.WAITING)
    wait(lambda: run.percent == 40)
    assert [task.description() for task in QgsApplication.taskManager().activeTasks()] == ["A trial"]
    Trial.gates["a"].set()
    wait(lambda: run.state.is_over)
    assert said == [("a works.", Qgis.MessageLevel.Info), ("Mind the gap.", Qgis.MessageLevel.Warning)]
    assert (states, percents[0], list(runs)) == ([State.RUNNING, State.DONE], 40, [])
    assert (run.results["NAME"], run.error, run.held_back) == ("a", "", False)
    assert run.warnings == ["Mind the gap."]
    (layer,) = QgsProject.instance().mapLayers().values()
    assert (layer.name(), layer.id(), run.layer("OUTPUT")) == ("made", run.results["OUTPUT"], layer)
    assert run.layer("NAME") is run.layer("NONE") is None


def test_results_without_a_layer_stay_out_of_the_project(runs, wait):
    run = runs.start(ID, {"NAME": "a"}, "A trial")
    other = runs.start(ID, {"NAME": "b", "OUTPUT": temporary()}, "A trial", load=False)
    wait(lambda: run.state.is_over and other.state.is_over)
    assert (run.state, other.state, QgsProject.instance().mapLayers()) == (State.DONE, State.DONE, {})
    assert (run.held_back, other.held_back) == (False, False)


@pytest.mark.parametrize(
    ("do", "error"),
    [
        ("refuse", "The name is refused; choose another."),
        ("fail at once", "It cannot be prepared."),
        ("fail", "It does not work; try another."),
    ],
)
def test_a_run_that_fails_says_why(runs, wait, do, error):
    run = runs.start(ID, {"NAME": "a", "DO": do}, "A trial")
    wait(lambda: run.state.is_over)
    assert (run.state, run.error, run.results, list(runs)) == (State.FAILED, error, {}, [])


def test_a_run_that_fails_without_a_word_names_the_log(runs, wait):
    run = runs.start(ID, {"NAME": "a", "DO": "fail silently"}, "A trial")
    wait(lambda: run.state.is_over)
    assert run.state is State.FAILED and "View > Panels > Log Messages > Scarp" in run.error


def test_what_cannot_be_executed_and_what_is_unknown_fails(runs, wait):
    Trial.ready = (False, "It needs a package; install it.")
    run, unknown = runs.start(ID, {"NAME": "a"}, "A trial"), runs.start("trial:none", {}, "None")
    wait(lambda: run.state.is_over and unknown.state.is_over)
    assert (run.error, Trial.begun) == ("It needs a package; install it.", [])
    assert unknown.error == 'There is no algorithm "trial:none"; enable the plugin Scarp.'


def test_runs_of_a_queue_wait_for_each_other_and_others_do_not(runs, wait):
    gate("a", "b")
    first = runs.start(ID, {"NAME": "a"}, "A", queue="training")
    second = runs.start(ID, {"NAME": "b"}, "B", queue="training")
    wrong = runs.start(ID, {"NAME": "c", "DO": "refuse"}, "C", queue="training")
    third = runs.start(ID, {"NAME": "d"}, "D", queue="training")
    free = runs.start(ID, {"NAME": "e"}, "E")
    wait(lambda: free.state.is_over)
    assert (first.state, second.state, list(runs)) == (State.RUNNING, State.WAITING, [first, second, wrong, third])
    Trial.gates["a"].set()
    wait(lambda: second.state is State.RUNNING)
    assert first.state is State.DONE
    Trial.gates["b"].set()
    wait(lambda: third.state is State.DONE)
    assert (wrong.state, [name for name in Trial.begun if name != "e"]) == (State.FAILED, ["a", "b", "d"])


def test_a_run_is_cancelled_by_itself_by_the_task_manager_and_before_it_begins(runs, wait):
    gate("a", "b")
    run = runs.start(ID, {"NAME": "a", "OUTPUT": temporary()}, "A", queue="q")
    waiting, never = (runs.start(ID, {"NAME": name}, name, queue="q") for name in "bc")
    wait(lambda: run.percent == 40)
    never.cancel()
    assert (never.state, list(runs)) == (State.CANCELLED, [run, waiting])
    run.cancel()
    wait(lambda: waiting.percent == 40)
    assert (run.state, run.error, QgsProject.instance().mapLayers()) == (State.CANCELLED, "", {})
    QgsApplication.taskManager().cancelAll()
    wait(lambda: waiting.state.is_over)
    assert (waiting.state, Trial.begun) == (State.CANCELLED, ["a", "b"])
    run.cancel()
    assert run.state is State.CANCELLED


def test_runs_take_no_thread_from_the_rest_of_qgis(runs, wait):
    pool = _thread_pool()
    before, reserved = pool.maxThreadCount(), pool.activeThreadCount()
    pool.setMaxThreadCount(1)
    try:
        gate("a", "b")
        one, other = runs.start(ID, {"NAME": "a"}, "A"), runs.start(ID, {"NAME": "b"}, "B")
        wait(lambda: sorted(Trial.begun) == ["a", "b"])
        done = Event()
        task = QgsTask.fromFunction("another", lambda task: done.set())
        QgsApplication.taskManager().addTask(task)
        wait(done.is_set)
        one.cancel()
        Trial.gates["b"].set()
        wait(lambda: one.state.is_over and other.state.is_over)
        wait(lambda: pool.activeThreadCount() == reserved)
    finally:
        pool.setMaxThreadCount(before)


def test_stop_ends_all_before_it_returns(runs, wait):
    gate("a", "b", "c")
    one, other, third = (runs.start(ID, {"NAME": name}, name) for name in "abc")
    ended = []
    for run in (one, other, third):
        run.finished.connect(lambda: ended.append("over"))
    wait(lambda: sorted(Trial.begun) == ["a", "b", "c"])
    late = runs.start(ID, {"NAME": "d"}, "D")
    runs.stop()
    assert (one.state, other.state, third.state, late.state) == (State.CANCELLED,) * 4
    assert (ended, list(runs), "d" in Trial.begun) == (["over"] * 3, [], False)
    assert QgsApplication.taskManager().activeTasks() == []


def test_a_layer_that_goes_while_a_run_waits_is_named(runs, wait):
    gate("a")
    first = runs.start(ID, {"NAME": "a"}, "A", queue="q")
    layer, other = polygons("North"), polygons("South")
    by_id = runs.start(ID, {"NAME": "b", "LAYERS": [other.id(), layer.id()]}, "B", queue="q")
    by_layer = runs.start(ID, {"NAME": "c", "LAYERS": [layer]}, "C", queue="q")
    fine = runs.start(ID, {"NAME": "d", "LAYERS": [other.id()]}, "D", queue="q")
    QgsProject.instance().removeMapLayer(layer.id())
    del layer
    Trial.gates["a"].set()
    wait(lambda: fine.state.is_over)
    sentence = 'The layer "North" was removed before the run could begin; add it again and start anew.'
    assert (first.state, by_id.error, by_layer.error, fine.state) == (State.DONE, sentence, sentence, State.DONE)


def test_results_for_a_project_that_is_closed_are_held_back(runs, wait):
    gate("a")
    run = runs.start(ID, {"NAME": "a", "OUTPUT": temporary()}, "A")
    model = runs.start(ID, {"NAME": "a"}, "B")
    wait(lambda: Trial.begun == ["a", "a"])
    QgsProject.instance().clear()
    Trial.gates["a"].set()
    wait(lambda: run.state.is_over and model.state.is_over)
    assert (run.state, run.held_back, run.layer("OUTPUT")) == (State.DONE, True, None)
    assert (model.state, model.held_back, QgsProject.instance().mapLayers()) == (State.DONE, False, {})
    run.put()
    assert (run.held_back, run.layer("OUTPUT").name()) == (False, "made")
    run.put()
    assert len(QgsProject.instance().mapLayers()) == 1


def test_nothing_holds_a_run_that_is_over(runs, wait):
    def reference_to_one():
        run = runs.start(ID, {"NAME": "a", "OUTPUT": temporary()}, "A")
        wait(lambda: run.state.is_over)
        return weakref.ref(run)

    reference = reference_to_one()
    QTest.qWait(20)
    gc.collect()
    assert reference() is None
