from __future__ import annotations

import pytest

from palmetto_editor.page.targets import resolve, web

BASE = "https://example.org/notes/"


@pytest.mark.parametrize(
    ("target", "base", "address"),
    [
        ("article:tides", BASE, "https://example.org/notes/tides/"),
        ("article:tides#moon", "", "../tides/#moon"),
        ("article:", BASE, ""),
        ("article:../..", "", ""),
        ("https://example.org/a b", "", "https://example.org/a%20b"),
        ("mailto:a@example.org", "", "mailto:a@example.org"),
        ("../sibling/", "", "../sibling/"),
        ("#part", "", "#part"),
        ("javascript:alert(1)", "", ""),
        ("java\tscript:alert(1)", "", ""),
        (" data:text/html,x", "", ""),
        ("file:///etc/passwd", "", ""),
    ],
)
def test_a_link_leads_only_where_it_may(target, base, address):
    assert resolve(target, base) == address


def test_an_address_of_a_person_is_of_the_web():
    assert web(" https://example.org/me ") == "https://example.org/me"
    assert web("mailto:me@example.org") == web("//example.org") == ""
