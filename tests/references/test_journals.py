import pytest

from palmetto_editor.references.journals import same_journal


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("N. Engl. J. Med.", "The New England Journal of Medicine"),
        ("J Clin Endocrinol Metab", "Journal of Clinical Endocrinology & Metabolism"),
        ("J Clin Endocrinol Metab", "Journal of Clinical Endocrinology &amp; Metabolism"),
        (
            "Proc Natl Acad Sci U S A",
            "Proceedings of the National Academy of Sciences of the United States of America",
        ),
        ("Clin Endocrinol (Oxf)", "Clinical Endocrinology"),
        ("nature", "Nature"),
        ("Science (New York, N.Y.)", "Science"),
        ("Zeitschrift für Physik", "Zeitschrift fur Physik"),
        ("The Lancet", "Lancet"),
        ("Am J Physiol-Endocrinol Metab", "American Journal of Physiology - Endocrinol. Metab."),
    ],
)
def test_two_spellings_of_one_name_are_one(one, other):
    assert same_journal(one, other)
    assert same_journal(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("Cell", "Cells"),
        ("Nature", "Nature Medicine"),
        ("Journal of Pharmacy", "Journal of Pharmacology"),
        ("Physiological Reports", "Physiology Reports"),
        ("Journal of Physics A", "Journal of Physics B"),
        ("Journal of Physics", "Journal of Physics A"),
        ("Brain Res", "Brain Res Bull"),
        ("Biochem", "Biochemistry"),
    ],
)
def test_two_journals_are_two(one, other):
    assert not same_journal(one, other)
    assert not same_journal(other, one)
