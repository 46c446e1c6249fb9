from intake.recognise.made import claim, draft, figure, h, lost, p

TEXT = p("The sea comes and goes.")


def test_an_image_stands_where_it_stood() -> None:
    made = draft(h(1, "Tides"), TEXT, figure("img/High Tide.jpg", "Waves", "The shore."), images={})
    (only,) = made.article.images
    assert (only.id, only.file, only.alt, only.caption) == (
        "high-tide",
        "High-Tide.jpg",
        "Waves",
        "The shore.",
    )
    assert made.article.body.endswith("{{< figure high-tide >}}\n")


def test_its_bytes_come_along() -> None:
    made = draft(h(1, "Tides"), TEXT, figure("a/sea.png"), images={"a/sea.png": b"png"})
    assert made.assets == {"sea.png": b"png"}


def test_an_image_that_stayed_behind_is_told() -> None:
    made = draft(h(1, "Tides"), TEXT, figure("https://example.org/sea.png"))
    assert "https://example.org/sea.png" in lost(made)


def test_the_first_thing_below_the_headline_leads() -> None:
    made = draft(h(1, "Tides"), p("By Ada Wren"), figure("sea.png", "Waves"), TEXT)
    assert made.article.metadata.image == "sea"
    assert "figure" not in made.article.body


def test_the_image_that_the_head_names_leads_whatever_its_size() -> None:
    named = claim("head", "image", "https://example.org/up/sea-1200x630.png")
    made = draft(h(1, "Tides"), TEXT, figure("up/sea-300x200.png"), claims=(named,))
    assert made.article.metadata.image == made.article.images[0].id


def test_a_credit_is_told_from_the_caption() -> None:
    (only,) = draft(
        h(1, "Tides"), TEXT, figure("a.png", "", "The shore. Photo: Bo Li")
    ).article.images
    assert (only.caption, only.credit) == ("The shore", "Bo Li")


def test_two_files_of_one_name_stay_two() -> None:
    made = draft(h(1, "Tides"), TEXT, figure("a/x.png"), figure("b/x.png"))
    assert len({i.file.casefold() for i in made.article.images}) == 2


def test_an_address_without_a_name_is_a_safe_file() -> None:
    made = draft(h(1, "Tides"), TEXT, figure("https://example.org/img?id=7"), figure("../CON.png"))
    assert [i.file for i in made.article.images] == ["img.jpg", "image-CON.png"]
