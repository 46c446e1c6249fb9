from palmetto_editor.model.csl import Reference
from palmetto_editor.model.renaming import cited, rename_image, rename_reference, rename_table
from palmetto_editor.model.values import Article, Column, Image, Metadata, Question, Table

ARTICLE = Article(
    id="a",
    metadata=Metadata(image="map"),
    body="As @sun2004 wrote [see @sun2004, p. 3; -@kojima1999]. {{< figure map >}} ![A](map) map",
    faq=(Question(id="q1", answer="Yes [@sun2004]."), Question(id="q2", answer="No.")),
    tables=(Table(id="t", columns=(Column(id="c1"),), rows=(("[@sun2004b]",),)),),
    references=(Reference(id="sun2004"), Reference(id="kojima1999")),
    images=(Image(id="map", caption="After @sun2004."),),
)


def test_citations_are_counted_over_all_texts():
    assert cited(ARTICLE) == {"sun2004": 4, "kojima1999": 1, "sun2004b": 1}


def test_an_address_is_no_citation():
    assert not cited(Article(id="a", body="me@sun2004.org, https://x.org/@sun2004"))


def test_a_stop_after_a_key_is_not_part_of_it():
    assert cited(Article(id="a", body="So says @sun2004. And @a.b:c.")) == {
        "sun2004": 1,
        "a.b:c": 1,
    }


def test_a_key_in_braces_is_cited_and_renamed():
    article = Article(id="a", body="[@{10.1/x?y}]", references=(Reference(id="10.1/x?y"),))
    assert cited(article) == {"10.1/x?y": 1}
    assert rename_reference("10.1/x?y", "sun2004").apply(article).body == "[@sun2004]"


def test_renaming_a_key_renames_its_citations_and_no_other():
    after = rename_reference("sun2004", "sun").apply(ARTICLE)
    assert [r.id for r in after.references] == ["sun", "kojima1999"]
    assert cited(after) == {"sun": 4, "kojima1999": 1, "sun2004b": 1}


def test_renaming_a_key_reaches_every_text_and_leaves_code_alone():
    cite, code = "[see @sun2004, p. 3; @b]", "`@sun2004`\n\n```\n[@sun2004]\n```\n"
    article = Article(
        id="a",
        notice=cite,
        short_answer=cite,
        body=f"{cite} {code}{cite}",
        disclaimer=cite,
        faq=(Question(id="q1", question="@sun2004?", answer=cite),),
        tables=(
            Table(
                id="t",
                caption=cite,
                columns=(Column(id="c1", label=cite),),
                rows=((cite,), (f"`@sun2004` {cite}",)),
                note=cite,
            ),
        ),
        references=(Reference(id="sun2004"), Reference(id="b")),
        images=(Image(id="map", caption=cite),),
    )
    after = rename_reference("sun2004", "sun").apply(article)
    new = cite.replace("sun2004", "sun")
    assert cited(after) == {"sun": 12, "b": 12}
    assert after.body == f"{new} {code}{new}"
    assert after.tables[0].rows == ((new,), (f"`@sun2004` {new}",))
    assert (after.faq[0].question, after.faq[0].answer) == ("@sun2004?", new)
    assert after.images[0].caption == after.disclaimer == after.notice == new


def test_renaming_leaves_the_parts_it_does_not_concern_alone():
    after = rename_reference("kojima1999", "kojima").apply(ARTICLE)
    assert after.faq is ARTICLE.faq
    assert after.tables is ARTICLE.tables
    assert after.images is ARTICLE.images


def test_renaming_an_image_renames_its_figures_and_the_lead_image():
    after = rename_image("map", "plan").apply(ARTICLE)
    assert after.images[0].id == after.metadata.image == "plan"
    assert after.body.endswith("{{< figure plan >}} ![A](plan) map")


def test_an_image_whose_name_begins_alike_keeps_it():
    article = Article(id="a", body="{{< figure map2 >}} ![](map2)", images=(Image(id="map"),))
    assert rename_image("map", "plan").apply(article).body == article.body


def test_renaming_what_is_not_there_changes_nothing():
    assert rename_reference("nobody", "x").apply(ARTICLE) is ARTICLE
    assert rename_image("nothing", "x").apply(ARTICLE) is ARTICLE


def test_the_captions_of_images_survive_the_renaming_of_a_key_they_cite():
    assert rename_image("map", "plan").apply(ARTICLE).images[0].caption == "After @sun2004."


def test_renaming_a_table_renames_the_shortcodes_that_place_it():
    body = "{{< table t1 >}}\n\n{{<table t1>}} {{< table t12 >}} {{< figure t1 >}}"
    article = Article(id="a", body=body, tables=(Table(id="t1"), Table(id="t12")))
    after = rename_table("t1", "findings").apply(article)
    assert [table.id for table in after.tables] == ["findings", "t12"]
    assert after.body == (
        "{{< table findings >}}\n\n{{<table findings>}} {{< table t12 >}} {{< figure t1 >}}"
    )
