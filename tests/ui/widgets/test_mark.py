from dataclasses import replace

from palmetto_editor.checks.finding import Finding
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.ui.widgets.mark import MOST, Mark, marked, underline

PLACE = Place("body")


def of(severity, message="Look here.", fix=None):
    return Finding("made.up", severity, PLACE, message, fix)


def test_the_gravest_comes_first():
    mark = marked([of("advice"), of("error", "Mend this."), of("warning")])
    assert [finding.severity for finding in mark.findings] == ["error", "warning", "advice"]
    assert mark.severity == "error"
    assert mark.spoken == "Error: Mend this. Warning: Look here. Advice: Look here."


def test_where_nothing_is_found_there_is_no_mark():
    assert marked([]) is None


def test_many_are_counted():
    mark = marked([of("advice")] * (MOST + 3))
    assert mark.spoken.count("Advice") == MOST
    assert mark.spoken.endswith("and 3 more")
    assert "and 3 more" in mark.tip


def test_a_sentence_is_told_to_the_letter():
    mark = marked([of("error", "Take <b> & “this” out.")])
    assert "Take &lt;b&gt; &amp; “this” out." in mark.tip
    assert "Take <b> & “this” out." in mark.spoken


def test_the_tip_tells_the_key_for_fixes():
    assert "Ctrl+. to let it stand" in marked([of("error")]).tip
    assert "Ctrl+." not in marked([replace(of("error"), firm=True)]).tip
    assert "Ctrl+. for fixes" in marked([of("error", fix=edits.put(PLACE, ""))]).tip


def test_equal_findings_make_equal_marks():
    assert marked([of("error")]) == Mark((of("error", fix=edits.put(PLACE, "")),))


def test_no_two_gravities_look_alike(qapp):
    looks = {
        (underline(s).underlineStyle(), underline(s).underlineColor().name())
        for s in ("error", "warning", "advice")
    }
    assert len(looks) == 3
