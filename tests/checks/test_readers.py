from palmetto_editor.checks.readers import (
    SEEN,
    TYPES,
    UNSEEN,
    UNSEEN_OF,
)
from palmetto_editor.model.publication import Publication
from palmetto_editor.structured.sound import walk
from sample_articles import full, publication
from sample_pages import next_page_of

NODES = [
    (path, node)
    for shared in (publication(), Publication())
    for path, node in walk(next_page_of(full(), shared).graph["@graph"], "@graph")
]


def test_every_property_is_said_to_be_seen_or_unseen():
    for path, node in NODES:
        kind = node.get("@type", "")
        if ".citation" in path:
            continue
        assert not kind or kind in TYPES
        known = UNSEEN | UNSEEN_OF.get(kind, set()) | SEEN.get(kind, {}).keys()
        for name, value in node.items():
            texts = value if isinstance(value, list) else [value]
            assert all(isinstance(text, dict) for text in texts) or name in known, (kind, name)


def test_nothing_is_both():
    for kind, seen in SEEN.items():
        assert not seen.keys() & (UNSEEN | UNSEEN_OF.get(kind, set()))
