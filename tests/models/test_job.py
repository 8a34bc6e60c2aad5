from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from scarp.engine.errors import ScarpError
from scarp.models.job import Job, Source, load_job

SOURCE = Source("hills", images="images", masks="masks", resolution_m=0.8, resolutions_m=(0.5, 2.0), weight=0.3)


def write(path, **entries):
    path.write_text(json.dumps({"training": [], "validation": [], "folder": "run", **entries}), encoding="utf-8")
    return path


def test_a_job_comes_back_as_it_was_saved(tmp_path):
    job = Job([SOURCE], [Source("event", events=[1, 2])], "run", network="unet", settings={"width": 8}, batch=3,
              resolution_m=(0.5, 12.0))  # fmt: skip
    job.save(tmp_path / "job.json")
    assert load_job(tmp_path / "job.json") == job


def test_what_is_left_out_has_its_default(tmp_path):
    job = load_job(write(tmp_path / "job.json", training=[{"name": "hills"}]))
    assert job == Job([Source("hills")], [], "run")
    assert (job.network, job.epochs, job.tile, job.resolution_m) == ("efficientnet_unet", 10, 256, (0.8, 5.0))
    assert job.training[0].resolutions_m == (1.0, 1.0)


def test_ranges_of_resolution_become_tuples_and_other_lists_stay(tmp_path):
    source = {"name": "event", "events": [3, 4], "resolutions_m": [0.5, 2], "resolution_m": 2}
    job = load_job(write(tmp_path / "job.json", training=[source], resolution_m=[1, 4]))
    assert job.resolution_m == (1, 4)
    assert job.training[0].resolutions_m == (0.5, 2)
    assert job.training[0].resolution_m == 2
    assert job.training[0].events == [3, 4]


def test_the_parts_and_values_of_a_scene_come_back_as_tuples(tmp_path):
    source = Source("coast", scene="a.tif", labels="b.tif", label_band=2, scene_bands=[4, 1], values=(10.0, 900.0),
                    windows=((0, 0, 64, 32), (64, 0, 8, 8)))  # fmt: skip
    job = Job([source], [], "run", classes=("landslide", "cloud"), bands=("nir", "red"), scale=(0.8, 1.25),
              scales=(1.0, 0.5), model="a.onnx")  # fmt: skip
    job.save(tmp_path / "job.json")
    assert load_job(tmp_path / "job.json") == job


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"epoch": 3}, "The job job.json has the unknown entry 'epoch'; correct or remove it."),
        ({"training": [{"name": "a", "mask": "m"}]},
         "The job job.json has the unknown entry 'mask'; correct or remove it."),
        ({"validation": [{"images": "m"}]}, "The job job.json lacks the entry 'name'; add it."),
        ({"training": [[]]}, r"The job job.json has \[\] where named entries are needed; correct it."),
        ({"training": {"name": "a"}}, "The entry 'training' of the job job.json is no list; give a list of sources."),
    ],
)  # fmt: skip
def test_wrong_entries_are_named(tmp_path, entries, message):
    with pytest.raises(ScarpError, match=f"^{message}$"):
        load_job(write(tmp_path / "job.json", **entries))


def test_a_job_needs_sources_and_a_folder(tmp_path):
    path = tmp_path / "job.json"
    for text, missing in (("{}", "training"), ('{"training": [], "validation": []}', "folder")):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ScarpError, match=f"^The job job.json lacks the entry '{missing}'; add it.$"):
            load_job(path)


def test_broken_json_and_missing_files_are_sentences(tmp_path):
    path = tmp_path / "job.json"
    with pytest.raises(ScarpError, match="No such file or directory"):
        load_job(path)
    path.write_text('{"training": [', encoding="utf-8")
    with pytest.raises(ScarpError, match=r"job\.json cannot be read \(Expecting value: line 1 .*give a JSON file\.$"):
        load_job(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ScarpError, match=r"job\.json cannot be read"):
        load_job(path)
    path.write_text("3", encoding="utf-8")
    with pytest.raises(ScarpError, match=r"^The job job\.json has 3 where named entries are needed; correct it\.$"):
        load_job(path)


def test_a_full_disk_keeps_the_job_that_is_there(tmp_path, monkeypatch):
    path, whole = tmp_path / "job.json", Path.write_text
    job = Job([Source("a", scene="a.tif")], [], "run")
    job.save(path)

    def full(self, text, **more):
        whole(self, text[:10], **more)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        replace(job, tile=64).save(path)
    assert load_job(path) == job
    assert [file.name for file in tmp_path.iterdir()] == ["job.json"]
