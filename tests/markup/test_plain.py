from palmetto_editor.markup.plain import plain_text


def test_tags_and_slots_are_no_text():
    assert plain_text("<h2>A <em>b</em>\ue000c0\ue001 &amp;\n c</h2>") == "A b & c"


def test_an_image_is_its_alternative_text():
    assert plain_text('<p><img src="assets/a.png" alt="A &lt;b&gt;"> c</p>') == "A <b> c"


def test_nothing_is_nothing():
    assert plain_text("") == ""
