import time

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from palmetto_editor.bundle.svg import HEAD, on_canvas, size

NAME = b'xmlns="http://www.w3.org/2000/svg"'
DRAWING = b'<svg %s width="1200" height="600"><rect width="9" height="9"/></svg>' % NAME
ILLUSTRATOR = b"""<?xml version="1.0" encoding="utf-8"?>
<!-- <svg width="1" height="1"> -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
\t<!ENTITY ns_svg "http://www.w3.org/2000/svg">
]>
<svg xmlns="&ns_svg;" x="0px" y="0px" width="400px" height="300px" viewBox="0 0 40 30"><g/></svg>
"""


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        (b'width="1600" height="900" viewBox="0 0 16 9"', (1600, 900)),
        (b"width='10.2px' height=' 3in '", (11, 288)),
        (b'viewBox="0 0 1200,675"', (1200, 675)),
        (b'width="100%" height="auto" viewBox=" -5 -5 20.5 10 "', (21, 10)),
        (b'width="600" viewBox="0 0 1200 675"', (600, 338)),
        (b'height="100" viewBox="0 0 1200 600"', (200, 100)),
        (b'width="100%" height="100%"', None),
        (b'width="-5" height="5"', None),
        (b'width="5" height="0"', None),
        (b'width="1e9" height="5"', None),
        (b'viewBox="0 0 0 5"', None),
        (b'data-width="5" height="5"', None),
    ],
)
def test_the_root_says_how_large_a_drawing_is(attributes, expected):
    inner = b'<rect width="7" height="7"/>'
    assert size(b"<svg " + NAME + b" " + attributes + b">" + inner + b"</svg>") == expected


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + DRAWING,
        b"\n<?xml version='1.0'?>".strip() + DRAWING,
        b'<?xml version="1.0" encoding="iso-8859-1"?><!-- \xe4 -->' + DRAWING,
        DRAWING.replace(b"svg ", b"s:svg ")
        .replace(b"xmlns", b"xmlns:s")
        .replace(b"/svg", b"/s:svg"),
        DRAWING[:-20],
    ],
)
def test_what_stands_before_the_root_and_after_its_tag_does_not_matter(data):
    assert size(data) == (1200, 600)


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"<html width='5' height='5'/>", b"\x89PNG", DRAWING.decode().encode("utf-16")],
)
def test_what_is_no_drawing_has_no_size_and_no_canvas(data):
    assert size(data) is None
    with pytest.raises(ValueError, match="no SVG"):
        on_canvas(data, (1200, 600), (1200, 1200))


@given(st.binary(max_size=200), st.sampled_from([b"", b"<svg ", b"<!DOCTYPE svg [", DRAWING[:50]]))
def test_no_bytes_are_too_strange(data, before):
    assert size(before + data) is None or DRAWING.startswith(before)


def test_entities_that_grow_are_not_waited_for():
    steps = (b'<!ENTITY a%d "%s">' % (n + 1, b"&a%d;" % n * 10) for n in range(12))
    bomb = b'<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">' + b"".join(steps)
    begun = time.monotonic()
    assert size(bomb + b']><svg width="&a12;" height="5"/>') is None
    assert time.monotonic() - begun < 5


def test_a_root_far_down_is_not_looked_for():
    assert size(b"<!--" + b" " * HEAD + b"-->" + DRAWING) is None


@pytest.mark.parametrize("data", [DRAWING, ILLUSTRATOR])
def test_the_drawing_stands_whole_in_a_larger_one(data):
    whole = size(data)
    made = on_canvas(data, whole, (1200, 1200))
    assert size(made) == (1200, 1200)
    root = fromstring(made, forbid_entities=False)
    assert root.attrib["viewBox"] == f"0 0 {whole[0]} {whole[1]}"
    assert [child.attrib["width"] for child in root] == [
        fromstring(data, forbid_entities=False).attrib["width"]
    ]
    start = data.index(b"<svg xmlns")
    assert made.startswith(data[:start])
    assert data[start:] in made


def test_a_drawing_of_another_size_is_not_put_on_it():
    with pytest.raises(ValueError, match="no SVG of this size"):
        on_canvas(DRAWING, (1200, 601), (1200, 1200))
