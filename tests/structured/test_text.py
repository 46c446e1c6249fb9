import json

from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.structured.text import dump

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=12,
)


def test_it_is_indented_by_two():
    assert (
        dump({"a": [1, {"b": "ü"}]}) == '{\n  "a": [\n    1,\n    {\n      "b": "ü"\n    }\n  ]\n}'
    )


def test_nothing_ends_the_script_element():
    text = dump({"a": "</script><!-- <SCRIPT> & \u2028 \u2029 ]]>"})
    assert not set("<>&\u2028\u2029") & set(text)
    assert "\\u003c/script\\u003e\\u003c!--" in text
    assert json.loads(text) == {"a": "</script><!-- <SCRIPT> & \u2028 \u2029 ]]>"}


def test_a_number_that_is_none_is_never_written():
    assert "NaN" not in dump({"a": float("nan"), "b": float("inf")})


@examples(40)
@given(json_values)
def test_what_is_written_is_read_back(value):
    text = dump(value)
    assert json.loads(text) == value
    assert dump(json.loads(text)) == text
