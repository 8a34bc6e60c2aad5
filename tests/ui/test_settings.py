from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.core import QgsSettings
from scarp.ui.settings import SECTION, Settings


@pytest.fixture(autouse=True)
def nothing_kept(qgis_app: None) -> Iterator[None]:
    """A profile in which nothing is set, before and after."""
    QgsSettings().remove(SECTION)
    yield
    QgsSettings().remove(SECTION)


def test_defaults_are_what_the_algorithms_take(provider):
    settings = Settings.load()
    assert settings == Settings("auto", 0, "quick", 0.6)
    for algorithm in ("scarp:trainunet", "scarp:trainmaskrcnn"):
        assert settings.parameters(algorithm) == {"DEVICE": "auto", "THREADS": 0, "PRESET": "quick", "SHARE": 0.6}
    assert settings.parameters("scarp:extractlandslides") == {"DEVICE": "auto", "THREADS": 0}


def test_kept_in_the_profile():
    Settings("cpu", 3, "paper", 0.75).save()
    assert Settings.load() == Settings("cpu", 3, "paper", 0.75)
    assert QgsSettings().value("scarp/share", 0.0, float) == 0.75


def test_what_makes_no_sense_is_left_out(provider):
    QgsSettings().setValue("scarp/threads", "many")
    QgsSettings().setValue("scarp/share", [1, 2])
    QgsSettings().setValue("scarp/device", "abacus")
    settings = Settings.load()
    assert settings == Settings(device="abacus")
    assert settings.parameters("scarp:extractlandslides") == {"THREADS": 0}
    settings = Settings("cuda", -1, "sudden", 1.5)
    assert settings.parameters("scarp:extractlandslides") == {"DEVICE": "cuda"}
    assert settings.parameters("scarp:trainunet") == {}


def test_an_algorithm_that_is_not_there(provider):
    assert Settings().parameters("scarp:nosuchthing") == {}
