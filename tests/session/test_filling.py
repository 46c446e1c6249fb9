from palmetto_editor.model.csl import Extension, Name, Reference
from palmetto_editor.references.imported import Record
from palmetto_editor.session.filling import filled, gaps

MINE = Reference(id="a", title="Mine", volume="1")
CUT = Extension(authors_truncated=True)
THEIRS = Reference(
    id="b", type="book", title="Theirs", author=(Name(family="Sun"),), page="1–9", palmetto=CUT
)


def test_only_what_is_lacking_and_surely_read_is_taken():
    assert gaps(MINE, Record(THEIRS, confidence={"page": 0.5})) == ("author",)
    new = filled(MINE, Record(THEIRS))
    assert (new.id, new.type, new.title, new.page) == ("a", "article-journal", "Mine", "1–9")


def test_whether_the_authors_are_cut_goes_with_them():
    assert filled(MINE, Record(THEIRS)).palmetto.authors_truncated
    own = Reference(id="a", author=(Name(family="Howard"),))
    assert not filled(own, Record(THEIRS)).palmetto.authors_truncated


def test_a_record_with_nothing_new_changes_nothing():
    assert filled(MINE, Record(Reference(id="b", title="Other"))) is MINE
