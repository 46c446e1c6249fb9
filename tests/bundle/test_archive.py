import io
import stat
import struct
import zipfile
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.bundle import archive
from palmetto_editor.bundle.archive import MOST_ENTRIES, STEEPEST, read_zip, write_zip
from palmetto_editor.errors import UserError

FILES = {"article.json": b"{}\n", "assets/x.png": bytes(range(256)), "index.html": b"<p>" * 99}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "bundle.zip"


def _packed(entries, compress_type=zipfile.ZIP_DEFLATED):
    """A zip of (name or ZipInfo, bytes), as any program might make it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for entry, data in entries:
            made.writestr(entry, data, compress_type)
    return packed.getvalue()


def _refused(path, data):
    path.write_bytes(data)
    before = sorted(path.parent.iterdir())
    with pytest.raises(UserError) as caught:
        read_zip(path)
    assert sorted(path.parent.iterdir()) == before
    assert caught.value.why
    assert caught.value.remedy
    return str(caught.value)


LETTERS = st.text(ascii_lowercase, min_size=4, max_size=9)  # more than the devices of Windows have
PATHS = st.builds("{}{}.{}".format, st.sampled_from(["", "t/"]), LETTERS, LETTERS)


@examples(12)
@given(files=st.dictionaries(PATHS, st.binary(max_size=500)))
def test_what_was_packed_unpacks_as_it_was(files, tmp_path_factory):
    path = tmp_path_factory.mktemp("zip") / "x.zip"
    path.write_bytes(write_zip({"article.json": b"", **files}))
    assert read_zip(path) == {"article.json": b"", **files}


def test_the_same_files_are_the_same_bytes(path):
    assert write_zip(FILES) == write_zip(dict(FILES))
    path.write_bytes(write_zip(FILES))
    with zipfile.ZipFile(path) as made:
        assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_folder_packed_as_a_whole_is_the_same_bundle(path):
    path.write_bytes(_packed([(f"tides/{name}", data) for name, data in FILES.items()]))
    assert read_zip(path) == FILES


def test_what_a_mac_adds_does_not_count_as_a_second_folder(path):
    entries = [(f"tides/{name}", data) for name, data in FILES.items()]
    path.write_bytes(_packed([*entries, ("__MACOSX/tides/._article.json", b"x")]))
    assert read_zip(path) == {**FILES, "__MACOSX/tides/._article.json": b"x"}


def test_folders_in_a_zip_are_no_files(path):
    path.write_bytes(
        _packed([("tides/", b""), ("tides/assets/", b""), ("tides/article.json", b"1")])
    )
    assert read_zip(path) == {"article.json": b"1"}


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../x", "a/../../x", "C:/x", "a\\..\\x", "a//b", "./a", "aux", "a\x1fb", "x. "],
)
def test_a_path_that_leads_out_is_refused(path, name):
    assert "leads out" in _refused(path, _packed([("article.json", b""), (name, b"")]))


def test_a_name_with_a_hidden_end_is_refused(path):
    data = _packed([("article.jsonZ.exe", b"")]).replace(b"jsonZ.exe", b"json\0.exe")
    assert "leads out" in _refused(path, data)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_link_or_a_device_is_refused(path, kind):
    entry = zipfile.ZipInfo("assets/x.png")
    entry.create_system = 3
    entry.external_attr = (kind | 0o777) << 16
    assert "link or a device" in _refused(path, _packed([(entry, b"/etc/passwd")]))


def test_an_encrypted_file_is_refused(path):
    data = bytearray(_packed([("article.json", b"{}")]))
    listed = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[listed + 8] |= 1
    assert "encrypted" in _refused(path, bytes(data))


@pytest.mark.parametrize("other", ["A.TXT", "a.txt"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_are_one_on_some_disk_are_refused(path, other):
    assert "one file on some disks" in _refused(path, _packed([("a.txt", b"1"), (other, b"2")]))


def test_a_file_that_is_a_folder_too_is_refused(path):
    assert "a file and a folder" in _refused(path, _packed([("a", b"1"), ("a/b", b"2")]))


def test_what_unpacks_to_far_more_than_it_is_is_refused(path, monkeypatch):
    monkeypatch.setattr(archive, "FREE", 2**16)
    data = _packed([("article.json", bytes(2**17))])
    assert "times its size" in _refused(path, data)


def test_a_text_that_repeats_itself_is_no_bomb(path):
    text = b"The sea comes and goes. " * 100_000
    path.write_bytes(write_zip({"article.json": text}))
    assert path.stat().st_size * STEEPEST < len(text)
    assert read_zip(path) == {"article.json": text}


def test_what_is_large_and_even_is_packed_so_that_it_is_no_bomb(path, monkeypatch):
    monkeypatch.setattr(archive, "FREE", 2**16)
    files = {"article.json": b"", "assets/blank.bmp": bytes(2**17)}
    path.write_bytes(write_zip(files))
    assert read_zip(path) == files


def test_what_could_not_be_read_again_is_not_packed(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 1_000)
    with pytest.raises(UserError, match="write a folder"):
        write_zip({"a": b"x" * 600, "b": b"x" * 600})


def test_many_files_that_are_too_much_together_are_refused(path, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 1_000)
    data = _packed([(f"{n}", b"x" * 300) for n in range(4)], zipfile.ZIP_STORED)
    assert "larger than" in _refused(path, data)


def test_more_files_than_any_bundle_has_are_refused_before_they_are_listed(path):
    assert "more than 10,000" in _refused(path, b"PK\x01\x02" * (MOST_ENTRIES + 1))


def test_what_an_entry_says_of_its_size_is_not_believed(path):
    data = bytearray(_packed([("article.json", b"x" * 5_000)]))
    listed = data.index(b"PK\x01\x02")
    for at in (22, listed + 24):
        data[at : at + 4] = struct.pack("<I", 10)
    assert "bundle.zip" in _refused(path, bytes(data))


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:0],
        lambda data: data[:2],
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"<p>", b"<q>"),
        lambda data: data[:40] + b"\xff" * 40 + data[80:],
        lambda data: data[:-10] + b"\xff" * 10,
        lambda data: data.replace(b"PK\x01\x02", b"PK\x01\x03"),
    ],
)
def test_a_damaged_zip_is_refused(path, damage):
    assert "bundle.zip" in _refused(path, damage(_packed(FILES.items(), zipfile.ZIP_STORED)))


def test_a_way_of_packing_that_is_not_known_is_refused(path):
    data = bytearray(_packed([("article.json", b"{}")]))
    listed = data.index(b"PK\x01\x02")
    data[8] = data[listed + 10] = 97
    assert "cannot be read as a zip" in _refused(path, bytes(data))


@examples(40)
@given(at=st.integers(0, 10_000), junk=st.binary(min_size=1, max_size=6))
def test_whatever_is_damaged_there_is_one_error_or_the_files(at, junk, tmp_path_factory):
    path = tmp_path_factory.mktemp("zip") / "x.zip"
    data = bytearray(write_zip(FILES))
    at %= len(data)
    data[at : at + len(junk)] = junk
    path.write_bytes(bytes(data))
    try:
        files = read_zip(path)
    except UserError:
        return
    for name in files.keys() & FILES.keys():
        assert files[name] == FILES[name]
