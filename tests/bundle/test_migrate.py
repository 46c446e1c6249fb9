import pytest

from palmetto_editor.bundle.migrate import FORMAT, STEPS, VERSION, migrate
from palmetto_editor.errors import UserError


def _data(version, **fields):
    return {"format": FORMAT, "version": version, **fields}


def test_steps_lead_from_each_older_version_to_this_one():
    steps = {
        1: lambda data: {**data, "trail": "1"},
        2: lambda data: {**data, "trail": data["trail"] + " 2"},
    }
    assert migrate(_data(1, id="a"), "x", steps, 3) == {"id": "a", "trail": "1 2"}
    assert migrate(_data(2, trail="0"), "x", steps, 3) == {"trail": "0 2"}
    assert migrate(_data(3, id="a"), "x", steps, 3) == {"id": "a"}


def test_every_older_version_has_its_step():
    assert sorted(STEPS) == list(range(1, VERSION))


def test_the_given_data_is_not_changed():
    data = _data(1, id="a")
    migrate(data, "x")
    assert data == _data(1, id="a")


def test_a_newer_version_is_refused_with_a_remedy():
    with pytest.raises(UserError) as caught:
        migrate(_data(VERSION + 1), "draft.json")
    assert str(caught.value).startswith("draft.json was written by a newer Palmetto Editor.")
    assert "newer version of the program" in caught.value.remedy
