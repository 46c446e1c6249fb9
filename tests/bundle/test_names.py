import pytest

from palmetto_editor.bundle.names import collision, is_file, is_id, is_path


@pytest.mark.parametrize("text", ["a", "q1", "2024-05", "8f14e45f-ceea-467f", "a.b_c", "x" * 64])
def test_an_id_is_letters_digits_and_few_marks(text):
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", ".a", "-a", "a b", "a/b", "a\\b", "ä", "a.", "x" * 65, "con", "NUL.txt", "Com7", "a\n"],
)
def test_an_id_is_never_more_than_a_name(text):
    assert not is_id(text)


def test_a_file_may_be_called_longer_than_an_id():
    assert is_file("a" * 100 + ".png")
    assert not is_file("a" * 129)


@pytest.mark.parametrize("path", ["a", "assets/x.png", "tables/über uns.csv", "a/b/c"])
def test_a_path_leads_down(path):
    assert is_path(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a//b",
        "a/./b",
        "C:/x",
        "C:x",
        "a\\b",
        "a/b\0c",
        "a/aux.txt",
        "a./b",
        "a/b ",
        "x/" * 501 + "x",
    ],
)
def test_a_path_never_leads_out_or_means_something(path):
    assert not is_path(path)


def test_names_collide_where_some_disk_takes_them_for_one():
    assert collision(["a.png", "b.png", "A.PNG"]) == ("a.png", "A.PNG")
    assert collision(["caf\u00e9", "cafe\u0301"])
    assert collision(["a", "a"])
    assert collision(["a", "b"]) is None
