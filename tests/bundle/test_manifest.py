import json

import pytest

from palmetto_editor import __version__
from palmetto_editor.bundle.manifest import Difference, build, compare, decode, encode, stamp
from palmetto_editor.errors import UserError

FILES = {"article.json": b"{}", "index.html": b"<p>", "assets/x.png": b"\x89"}


def _with(**changes):
    return json.dumps(json.loads(encode(build(FILES))) | changes).encode()


def test_a_manifest_reads_back_as_it_was():
    assert decode(encode(build(FILES))) == build(FILES)
    assert build(FILES).version == __version__


def test_it_names_every_file_but_itself_in_their_order():
    assert list(build({**FILES, "manifest.json": b"old"}).files) == list(FILES)


def test_the_same_files_have_the_same_manifest():
    assert encode(build(FILES)) == encode(build(dict(FILES)))
    assert encode(build(FILES)).endswith(b"}\n")


def test_it_tells_each_file_that_is_not_as_it_was():
    actual = {name: stamp(data) for name, data in FILES.items()}
    assert compare(build(FILES), actual) == ()
    actual["index.html"] = stamp(b"<p> ")
    actual["notes.txt"] = stamp(b"")
    actual["manifest.json"] = stamp(b"")
    del actual["assets/x.png"]
    assert compare(build(FILES), actual) == (
        Difference("index.html", "changed"),
        Difference("assets/x.png", "missing"),
        Difference("notes.txt", "added"),
    )


def _file(path="a.txt", sha256="0" * 64, size=1):
    return {"path": path, "sha256": sha256, "size": size}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not JSON"),
        (b"[]", "palmetto-bundle"),
        (_with(format="other"), "palmetto-bundle"),
        (_with(version=2), "newer"),
        (_with(colour="red"), "“colour”"),
        (_with(files=[_file(path="/etc/passwd")]), "/etc/passwd"),
        (_with(files=[_file(path="../x")]), "../x"),
        (_with(files=[_file(path="a\\b")]), "no file that a bundle holds"),
        (_with(files=[_file(path="manifest.json")]), "no file that a bundle holds"),
        (_with(files=[_file("a.txt"), _file("A.TXT")]), "one file"),
        (_with(files=[_file("a.txt"), _file("a.txt")]), "one file"),
        (_with(files=[_file(sha256="z" * 64)]), "sha256"),
        (_with(files=[_file(size=-1)]), "size"),
        (_with(files=[_file(f"{n}") for n in range(10_001)]), "files"),
        (b'{"format": 1, "format": 2}', "twice"),
    ],
)
def test_a_damaged_or_hostile_manifest_is_refused(data, said):
    with pytest.raises(UserError) as caught:
        decode(data)
    assert said in str(caught.value)
    assert caught.value.remedy
