import errno
import os
import sys
from pathlib import Path

import pytest

from palmetto_editor.bundle.disk import read_file, replace_file, told, write_new
from palmetto_editor.errors import UserError

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


@posix
def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "secret").write_text("x")
    (tmp_path / "article.json").symlink_to(tmp_path / "secret")
    with pytest.raises(UserError, match="holds no links"):
        read_file(tmp_path / "article.json", 100)


@posix
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_pipe_or_a_folder_is_not_waited_for(tmp_path, make):
    make(tmp_path / "article.json")
    with pytest.raises(UserError, match="no plain file"):
        read_file(tmp_path / "article.json", 100)


@posix
def test_a_device_without_end_is_not_read():
    with pytest.raises(UserError, match="no plain file"):
        read_file(Path("/dev/zero"), 100)


def test_what_is_missing_is_told_with_a_remedy(tmp_path):
    with pytest.raises(UserError) as caught:
        read_file(tmp_path / "article.json", 100)
    assert caught.value.what == "article.json could not be read."
    assert caught.value.remedy


def test_a_file_keeps_its_permissions_when_it_is_replaced(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"1")
    path.chmod(0o640)
    replace_file(path, b"2")
    assert path.read_bytes() == b"2"
    assert path.stat().st_mode & 0o777 == 0o640 or sys.platform == "win32"
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_crash_left_beside_a_file_is_in_nobodys_way(tmp_path):
    (tmp_path / ".a.new").write_bytes(b"half")
    replace_file(tmp_path / "a", b"whole")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"whole")]


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="Make room"), told("It could not be saved."):
        replace_file(path, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"old")]


def test_nothing_is_written_over_by_a_new_file(tmp_path):
    write_new(tmp_path / "a", b"1")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"2")
