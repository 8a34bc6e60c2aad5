"""Tests of scarp.engine.instances: fragments made landslides, one by one and through the whole engine."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest
from numpy.typing import NDArray
from osgeo import gdal, ogr
from scarp.engine.errors import Cancelled, ScarpError
from scarp.engine.extract import ExtractionOptions, extract_probability
from scarp.engine.fragments import Fragments
from scarp.engine.instances import merged
from scarp.engine.polygons import Polygon, polygonize
from scarp.engine.progress import Quiet
from scarp.engine.windows import Axis, Grid, Window
from scarp.models.sample_event import sample_event
from scarp.tests.engine.oracle import Oracle, coded, instances
from scarp.tests.engine.test_polygons import as_mask

QUIET = Quiet()
ROTATED = (500000.0, 0.8, 0.6, 4000000.0, 0.6, -0.8)
Numbers = NDArray[np.int64]


class Found(NamedTuple):
    polygons: list[Polygon]
    percent: NDArray[np.uint8]
    fragments: int

    @property
    def pixels(self) -> int:
        return sum(polygon.pixels for polygon in self.polygons)

    @property
    def parts(self) -> list[int]:
        return [ogr.CreateGeometryFromWkb(polygon.wkb).GetGeometryCount() for polygon in self.polygons]


@pytest.fixture
def find(tmp_path: Path, raster: Callable[..., str]) -> Callable[..., Found]:
    """Extracts a scene of landslides' numbers with an oracle: ``find(numbers, oracle, overlap=..., ...)``.

    Each time it is seen that all polygons together are the raster at the threshold, and that none overlap.
    """

    def call(
        numbers: NDArray[Any], oracle: Oracle, overlap: float | None = None, threshold: float = 0.5,
        valid: Any = True, progress: Any = QUIET, score: float | None = None, **place: Any,
    ) -> Found:  # fmt: skip
        scene = raster(coded(numbers, valid), "numbers.tif", nodata=0, **place)
        target = tmp_path / "probability.tif"
        options = ExtractionOptions(overlap=overlap, score=score)
        with Fragments() as fragments:
            extract_probability(scene, oracle, target, options, progress, fragments=fragments)  # type: ignore[arg-type]
            polygons = list(polygonize(str(target), threshold, progress=progress, fragments=fragments))
            percent = gdal.Open(str(target)).ReadAsArray()
            lowest = max(1, round(100 * threshold))
            assert (as_mask(polygons, str(target)) == ((percent >= lowest) & (percent <= 100))).all()
            return Found(polygons, percent, len(fragments))

    return call


def river(height: int, width: int, thick: int) -> Numbers:
    """One landslide that winds from north to south over all of a scene."""
    rows, columns = np.mgrid[0:height, 0:width]
    middle = width / 2 + width / 4 * np.sin(rows / 90.0)
    return (np.abs(columns - middle) < thick / 2).astype(np.int64)


# Through the whole engine


@pytest.mark.parametrize("jitter", [0.0, 0.03])
@pytest.mark.parametrize(("tile", "overlap"), [(128, 0.125), (128, 0.25), (256, None), (96, 0.5)])
def test_a_landslide_over_many_tiles_is_one_polygon(find: Any, tile: int, overlap: float, jitter: float) -> None:
    numbers = river(2100, 300, 30)
    found = find(numbers, Oracle(tile, jitter, score=0.9), overlap)
    assert found.fragments > 9
    assert len(found.polygons) == 1
    assert found.polygons[0].score == pytest.approx(0.9)
    if not jitter:
        assert found.parts == [1]
        assert found.pixels == pytest.approx(np.count_nonzero(numbers), rel=0.04)


@pytest.mark.parametrize("size", [500, 390])  # the last tiles are shifted by little, and by much
def test_a_landslide_through_the_tiles_corners_is_one_polygon(find: Any, size: int) -> None:
    rows, columns = np.mgrid[0:size, 0:size]
    for numbers in (np.abs(rows - columns) < 12, np.abs(rows + columns - size) < 12):
        found = find(numbers.astype(np.int64), Oracle(128))
        assert (len(found.polygons), found.parts) == (1, [1])


def test_three_and_four_tiles_that_meet_at_a_corner(find: Any) -> None:
    # Tiles of 128 start every 96 pixels: four of them share the pixels 96 to 128, in each direction.
    for rows, columns in (((90, 140), (90, 140)), ((112, 140), (60, 140)), ((100, 120), (100, 120))):
        numbers = np.zeros((224, 224), np.int64)
        numbers[slice(*rows), slice(*columns)] = 1
        found = find(numbers, Oracle(128, score=0))
        assert (len(found.polygons), found.fragments) == (1, 4)
        assert found.pixels == pytest.approx(np.count_nonzero(numbers), rel=0.02)
        # The highest score, which is that of the tile that sees most of it.
        seen = [np.count_nonzero(numbers[r : r + 128, c : c + 128]) for r in (0, 96) for c in (0, 96)]
        assert found.polygons[0].score == pytest.approx(0.5 + 0.5 * max(seen) / 128**2, abs=1e-6)


@pytest.mark.parametrize("jitter", [0.0, 0.02])
@pytest.mark.parametrize("contact", [90, 94, 97, 104, 112, 124, 127, 130, 140])
def test_two_landslides_that_touch_are_two_wherever_the_tiles_lie(find: Any, contact: int, jitter: float) -> None:
    numbers = np.zeros((200, 300), np.int64)
    numbers[60:150, 50:contact], numbers[70:160, contact:220] = 1, 2
    for scene in (numbers, numbers.T):
        found = find(scene, Oracle(128, jitter))
        assert len(found.polygons) == 2
        if not jitter:
            areas = sorted(polygon.pixels for polygon in found.polygons)
            assert areas == pytest.approx(sorted([90 * (contact - 50), 90 * (220 - contact)]), rel=0.05)


@pytest.mark.parametrize(("landslides", "width", "height"), [(10, 700, 500), (100, 1000, 800), (1000, 2048, 1536)])
def test_counts_on_sample_events(find: Any, landslides: int, width: int, height: int) -> None:
    event = sample_event(width, height, landslides=landslides, seed=4, overlap=False)
    numbers = event.landslides * event.valid
    true = len(np.unique(numbers)) - 1
    assert true == pytest.approx(landslides, rel=0.02)
    for oracle in (Oracle(256), Oracle(256, jitter=0.03, score=0.9)):
        found = find(numbers, oracle, valid=event.valid)
        assert len(found.polygons) == pytest.approx(true, rel=0.0 if not oracle.jitter else 0.05)
        assert found.pixels == pytest.approx(np.count_nonzero(numbers), rel=0.02 if not oracle.jitter else 0.08)


def test_a_shifted_scene_has_the_same_landslides(find: Any) -> None:
    event = sample_event(900, 800, landslides=90, seed=6, overlap=True)
    numbers, margin = event.landslides.astype(np.int64), 100
    inner = np.zeros(numbers.shape, bool)
    inner[margin:, margin:] = True
    numbers[np.isin(numbers, np.unique(numbers[~inner]))] = 0  # none is cut by the shift
    whole = find(numbers, Oracle(256))
    assert len(whole.polygons) > 50
    for down, right in ((1, 1), (37, 90), (64, 13)):
        part = find(numbers[down:, right:], Oracle(256))
        assert len(part.polygons) == pytest.approx(len(whole.polygons), rel=0.02)
        assert part.pixels == pytest.approx(whole.pixels, rel=0.02)


def test_an_empty_scene_has_none(find: Any) -> None:
    found = find(np.zeros((150, 150), np.int64), Oracle(64))
    assert (found.polygons, found.fragments) == ([], 0)
    assert (found.percent == 0).all()


def test_nodata_and_the_scene_s_border_cut_landslides(find: Any) -> None:
    numbers = np.zeros((200, 180), np.int64)
    numbers[0:40, 0:30], numbers[80:120, 150:180], numbers[180:200, 60:140], numbers[60:140, 60:120] = 1, 2, 3, 4
    valid = np.ones(numbers.shape, bool)
    valid[60:140, 90:100] = False  # through the fourth
    found = find(numbers, Oracle(96), valid=valid)
    assert ((found.percent == 255) == ~valid).all()
    whole = sorted(np.bincount(numbers[valid])[1:].tolist())
    assert sorted(polygon.pixels for polygon in found.polygons) == pytest.approx(whole, rel=0.04)
    assert sorted(found.parts) == [1, 1, 1, 2]  # what the oracle takes for one stays one, in two parts


def test_the_area_is_that_of_the_pixels_on_a_rotated_grid(find: Any) -> None:
    numbers = np.zeros((150, 200), np.int64)
    numbers[20:60, 30:100], numbers[70:130, 90:170] = 1, 2
    found = find(numbers, Oracle(96, multiple=1), geotransform=ROTATED)
    assert len(found.polygons) == 2
    for polygon in found.polygons:
        shape = ogr.CreateGeometryFromWkb(polygon.wkb)
        assert shape.IsValid()
        assert shape.GetArea() == pytest.approx(polygon.pixels * (0.8 * 0.8 + 0.6 * 0.6))


@pytest.mark.parametrize("threshold", [0.0, 0.2, 0.5, 0.85, 0.9])
def test_all_landslides_together_are_the_raster_at_any_threshold(find: Any, threshold: float) -> None:
    event = sample_event(400, 300, landslides=40, seed=8, overlap=True)
    found = find(event.landslides, Oracle(96, jitter=0.05, score=0.9, repeated=0.3), threshold=threshold, score=0.0)
    assert len(found.polygons) > 20  # that they are the raster is seen by ``find``


def test_the_smallest_score_leaves_out_what_is_less_sure(find: Any) -> None:
    numbers = np.zeros((128, 128), np.int64)
    numbers[10:20, 10:20], numbers[40:120, 20:120] = 1, 2
    oracle = Oracle(128, score=0)
    sure = 0.5 + 0.5 * 8000 / 128**2
    assert len(find(numbers, oracle, score=0.0).polygons) == 2
    assert [polygon.score for polygon in find(numbers, oracle, score=0.6).polygons] == [pytest.approx(sure, abs=1e-6)]
    assert find(numbers, oracle, score=0.9).fragments == 0
    assert find(numbers, Oracle(128, score=0.7), score=0.7).fragments == 2  # 0.7 is not below 0.7 in 32 bits either
    assert find(numbers, Oracle(128, score=0.4)).fragments == 0  # the contract's own is 0.5


@pytest.mark.parametrize("questions", [0, 1, 4, 9, 16, 25, 40])
def test_cancelling_leaves_nothing(
    find: Any, questions: int, tmp_path: Path, progress: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    progress.cancel_after = questions
    with pytest.raises(Cancelled):
        find(river(400, 200, 30), Oracle(96), progress=progress)
    assert list(temporary.iterdir()) == []
    assert not list(tmp_path.glob(".scarp-*"))


def test_a_disk_without_room_for_the_labels_is_a_sentence(find: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("scarp.engine.outlines.write_labels", full)
    with pytest.raises(ScarpError, match=r"The outlines cannot be put aside .*: No space left on device"):
        find(river(200, 200, 30), Oracle(96))


# One by one: a row of two tiles of 112, which share the columns 84 to 112, unless said otherwise.

LEFT, RIGHT = Window(0, 0, 112, 112), Window(84, 0, 112, 112)
Seen = tuple[Window, list[tuple[NDArray[np.bool_], float]]]


def block(rows: tuple[int, int], columns: tuple[int, int], shape: tuple[int, int] = (112, 196)) -> NDArray[np.bool_]:
    mask = np.zeros(shape, bool)
    mask[slice(*rows), slice(*columns)] = True
    return mask


@pytest.fixture
def spool() -> Iterator[Callable[..., Fragments]]:
    """Puts aside what tiles have seen: masks over all of the scene, with their scores."""
    opened: list[Fragments] = []

    def put(*tiles: Seen) -> Fragments:
        fragments = Fragments()
        opened.append(fragments)
        fragments.begin(Grid(Axis(112, 112, 28), Axis(196, 112, 28)))
        for window, seen in tiles:
            fragments.add(window, instances([(mask[window.slices()], score) for mask, score in seen]))
        fragments.end_row()
        return fragments

    yield put
    for each in opened:
        each.__exit__(None, None, None)


def numbers_of(fragments: Fragments, lowest: int = 50) -> list[int]:
    numbers, scores = merged(fragments, lowest, QUIET)
    assert len(scores) == numbers.max(initial=0) + 1
    return numbers.tolist()


def test_what_two_tiles_see_of_one_landslide_is_one(spool: Any) -> None:
    slide = block((40, 70), (50, 150))
    fragments = spool((LEFT, [(slide, 0.6)]), (RIGHT, [(slide, 0.8)]))
    numbers, scores = merged(fragments, 50, QUIET)
    assert numbers.tolist() == [1, 1]
    assert scores.tolist() == pytest.approx([0.0, 0.8])


def test_what_tiles_see_in_different_places_is_not(spool: Any) -> None:
    assert numbers_of(spool((LEFT, [(block((10, 30), (50, 112)), 1.0)]), (RIGHT, [(block((40, 60), (84, 150)), 1.0)]))
                      ) == [1, 2]  # fmt: skip


def test_a_neighbour_that_sees_only_one_of_two_leaves_the_other_alone(spool: Any) -> None:
    upper, lower = block((20, 50), (50, 150)), block((50, 80), (50, 150))
    beyond = block((20, 54), (50, 150))  # and takes some of the other one for it
    assert numbers_of(spool((LEFT, [(upper, 0.9), (lower, 0.8)]), (RIGHT, [(beyond, 0.9)]))) == [1, 2, 1]


def test_a_neighbour_that_sees_two_as_one_joins_one_of_them(spool: Any) -> None:
    upper, lower = block((20, 48), (50, 150)), block((48, 80), (50, 150))
    assert numbers_of(spool((LEFT, [(upper, 0.9), (lower, 0.8)]), (RIGHT, [(upper | lower, 0.9)]))) == [1, 2, 2]


@pytest.mark.parametrize("lost", [0, 6, 12, 18])
def test_a_bad_edge_does_not_tear_a_landslide(spool: Any, lost: int) -> None:
    seen, other = block((40, 70), (50, 112 - lost)), block((42, 73), (84 + 2, 150))
    assert numbers_of(spool((LEFT, [(seen, 0.9)]), (RIGHT, [(other, 0.9)]))) == [1, 1]


def test_arms_that_meet_in_the_next_tile_are_one_landslide(spool: Any) -> None:
    arms = [block((r, r + 12), (40, 130)) for r in (10, 40, 70)]
    joined = arms[0] | arms[1] | arms[2] | block((10, 82), (130, 150))
    assert numbers_of(spool((LEFT, [(arm, 0.9) for arm in arms]), (RIGHT, [(joined, 0.9)]))) == [1, 1, 1, 1]


def test_specks_that_coincide_join_nothing(spool: Any) -> None:
    speck = block((95, 98), (96, 99))
    upper, lower = block((10, 40), (20, 112)) | speck, block((60, 90), (84, 180)) | speck
    assert numbers_of(spool((LEFT, [(upper, 0.9)]), (RIGHT, [(lower, 0.9)]))) == [1, 2]


def test_specks_that_coincide_join_nothing_that_overlaps_either(spool: Any) -> None:
    upper, lower, speck = block((20, 48), (50, 150)), block((48, 80), (50, 150)), block((95, 98), (96, 99))
    left = [(upper | speck, 0.9), (lower, 0.8)]
    assert numbers_of(spool((LEFT, left), (RIGHT, [(upper | lower | speck, 0.9)]))) == [1, 2, 2]


def test_what_the_edge_leaves_of_a_neighbour_does_not_make_them_one(spool: Any) -> None:
    sliver, beyond = block((30, 60), (108, 112)), block((20, 70), (40, 112))  # one of the tile's finds reaches too far
    right = [(block((20, 70), (84, 108)), 0.9), (block((30, 60), (109, 160)), 0.9)]
    assert numbers_of(spool((LEFT, [(beyond, 0.9), (sliver, 0.6)]), (RIGHT, right))) == [1, 1, 1, 2]


def test_a_find_that_comes_twice_is_one(spool: Any) -> None:
    again, part = block((41, 72), (22, 68)), block((42, 60), (30, 60))
    assert numbers_of(spool((LEFT, [(block((40, 70), (20, 70)), 0.9), (again, 0.8), (part, 0.95)]))) == [1, 1, 1]


def test_a_coarse_find_over_two_makes_them_one_only_if_it_is_surer(spool: Any) -> None:
    one, other, coarse = block((20, 50), (20, 60)), block((20, 50), (62, 90)), block((18, 52), (18, 92))
    assert numbers_of(spool((LEFT, [(one, 0.9), (other, 0.8), (coarse, 0.5)]))) == [1, 2, 1]
    assert numbers_of(spool((LEFT, [(coarse, 0.95), (one, 0.9), (other, 0.8)]))) == [1, 1, 1]


def test_neighbours_that_overlap_a_little_stay_two(spool: Any) -> None:
    assert numbers_of(spool((LEFT, [(block((20, 50), (20, 60)), 0.9), (block((20, 50), (56, 90)), 0.8)]))) == [1, 2]


@pytest.mark.parametrize("scores", [(0.4, 0.9), (0.9, 0.4)])
@pytest.mark.parametrize("shift", [4, 40, 84])
def test_what_the_scene_s_edge_and_a_tile_cut_is_one(spool: Any, shift: int, scores: tuple[float, float]) -> None:
    # The last tile is shifted to end with the scene, and the landslides go beyond it; one of two that touch.
    end = 112 + shift
    upper, lower = block((0, 40), (96, end)), block((40, 90), (90, end))
    last = Window(shift, 0, 112, 112)
    left = [(upper, scores[0]), (lower, 0.8)]
    assert numbers_of(spool((LEFT, left), (last, [(upper, scores[1]), (lower, 0.7)])), 30) == [1, 2, 1, 2]


def test_what_does_not_reach_the_threshold_is_no_landslide(spool: Any) -> None:
    fragments = spool((LEFT, [(block((20, 50), (20, 60)), 0.9), (block((60, 90), (56, 90)), 0.4)]))
    assert numbers_of(fragments, 50) == [1, 0]
    assert numbers_of(fragments, 40) == [1, 2]
    assert numbers_of(fragments, 91) == [0, 0]


def test_a_high_threshold_does_not_tear_what_a_tile_is_less_sure_of(spool: Any) -> None:
    rows, columns = np.mgrid[0:112, 0:196]
    slope = np.abs(rows - 0.5 * columns) < 3  # so thin that hardly any cell of a mask is full
    fragments = spool((LEFT, [(slope, 0.9)]), (RIGHT, [(slope, 0.6)]))
    assert [numbers_of(fragments, lowest) for lowest in (30, 50, 58)] == [[1, 1]] * 3
