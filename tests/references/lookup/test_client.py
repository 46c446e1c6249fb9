"""The one door to the network, against a server with every fault."""

import email.utils
import time

import pytest

import lookup_service as faults
from palmetto_editor.references.lookup import transport
from palmetto_editor.references.lookup.client import CancelledError, Client
from palmetto_editor.references.lookup.forms import JSON, TEXT
from palmetto_editor.references.lookup.transport import NoAnswerError, asked_wait

WORK = "works/10.1126%2Fscience.273.5277.974"


def ask(client, path=WORK):
    return client.get("Crossref", path, {}, JSON)


def why(client):
    with pytest.raises(NoAnswerError) as raised:
        ask(client)
    return raised.value.why


def test_nothing_is_asked_before_it_is_called(service):
    with Client(service.addresses, email="me@example.org"):
        assert service.asked == []


def test_it_says_who_asks(service):
    with Client(service.addresses, email="me@example.org", pace={}) as client:
        ask(client)
        client.get("PubMed", "efetch.fcgi", {"id": "1"}, TEXT)
    (path, agent), (other, _) = service.asked
    assert agent.startswith("PalmettoEditor/")
    assert agent.endswith("(mailto:me@example.org)")
    assert path.endswith("mailto=me%40example.org")
    assert other.endswith("tool=palmetto-editor&email=me%40example.org")


@pytest.mark.parametrize("address", ["", "me", "me@example.org\r\nX-Evil: 1", "mé@example.org"])
def test_what_is_no_address_for_mail_is_not_told(service, address):
    with Client(service.addresses, email=address, pace={}) as client:
        ask(client)
    assert "mailto" not in "".join(service.asked[0])


def test_an_unknown_work_is_none(client):
    assert ask(client, "works/10.1000%2Fnone") is None


@pytest.mark.parametrize(
    "fault",
    [faults.status(500), faults.status(503), faults.status(429), faults.dropped, faults.cut_off,
     faults.garbage, faults.ncbi_limited, faults.deep],
)  # fmt: skip
def test_what_may_pass_is_asked_again(client, service, fault):
    service.faults["Crossref"].extend([fault, fault])
    assert ask(client)["status"] == "ok"
    assert len(service.asked) == 3


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (faults.status(503), "fault at the moment"),
        (faults.status(429), "asked too often"),
        (faults.garbage, "cut off or damaged"),
        (faults.cut_off, "broke off"),
        (faults.dropped, "broke off"),
        (faults.ncbi_limited, "asked too often"),
    ],
)
def test_what_does_not_pass_is_told_in_a_sentence(client, service, fault, words):
    service.faults["Crossref"].extend([fault] * 10)
    said = why(client)
    assert words in said
    assert said.endswith(".")
    assert len(service.asked) == 4


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (faults.status(403), "refused the question"),
        (faults.sent_on(""), "circle"),
        (faults.sent_on("file:///etc/passwd"), "no web address"),
        (faults.sent_on("https://[bad/"), "no web address"),
    ],
)
def test_what_cannot_pass_is_not_asked_again(client, service, fault, words):
    service.faults["Crossref"].extend([fault] * 10)
    assert words in why(client)
    assert len(service.asked) <= transport.REDIRECTS + 1


def test_a_page_is_asked_for_once_more(client, service):
    service.faults["Crossref"].extend([faults.page] * 10)
    assert "settings may be wrong" in why(client)
    assert len(service.asked) == 2


def test_a_redirect_is_followed(client, service):
    service.faults["Crossref"].append(faults.sent_on("works/10.1000%2Fchapter"))
    answer = ask(client, "moved")
    assert answer is not None
    assert answer["message"]["DOI"] == "10.1000/chapter"


def test_a_wait_that_is_asked_for_is_kept(service):
    said = []
    service.faults["Crossref"].append(faults.status(429, Retry_After="0"))
    with Client(service.addresses, pace={}, back_off=60, limit=5, on_wait=said.append) as client:
        assert ask(client)
    assert said == ["Crossref was asked too often. It is asked again in a moment."]


def test_a_wait_beyond_the_limit_is_told_and_not_kept(client, service):
    service.faults["Crossref"].append(faults.status(429, Retry_After="3600"))
    assert "3600 seconds" in why(client)
    assert len(service.asked) == 1


def test_a_wait_may_be_given_as_a_date():
    later = email.utils.formatdate(time.time() + 100, usegmt=True)
    assert 90 < asked_wait({"Retry-After": later}) <= 100
    assert asked_wait({"Retry-After": "soon"}) is asked_wait({}) is None


@pytest.mark.parametrize("fault", [faults.slow, faults.dripping])
def test_a_slow_answer_ends_at_the_limit(service, fault):
    service.faults["Crossref"].append(fault)
    with Client(service.addresses, pace={}, back_off=0.01, limit=0.08) as client:
        assert "did not answer" in why(client)


def test_a_service_that_is_not_there_is_told():
    with Client({"Crossref": "http://127.0.0.1:9/"}, back_off=0.001, pace={}) as client:
        said = []
        client._on_wait = said.append
        assert "cannot be reached" in why(client)
        assert len(said) == 1


@pytest.mark.parametrize(
    "address", ["https://[::bad/", "https://exa mple.org/", "https://a:99999/"]
)
def test_an_address_that_is_none_is_told(address):
    with Client({"Crossref": address}, pace={}) as client:
        assert "is no web address" in why(client)


def test_it_goes_through_the_systems_proxy(service, monkeypatch):
    for name in ("no_proxy", "NO_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    host = service.addresses["Crossref"].split("/")[2]
    monkeypatch.setenv("http_proxy", f"http://me:pass%40word@{host}")
    with Client({"Crossref": "http://crossref.example.org/crossref/"}, pace={}) as client:
        assert ask(client)["status"] == "ok"
    assert service.paths()[0].startswith("http://crossref.example.org/crossref/works/")
    assert service.heads[0]["proxy-authorization"] == "Basic bWU6cGFzc0B3b3Jk"


def test_a_huge_answer_is_not_read(client, service):
    service.faults["Crossref"].append(faults.bomb)
    assert "too large" in why(client)


def test_a_service_that_is_down_is_left_alone(client, service):
    service.faults["Crossref"].extend([faults.status(403)] * 10)
    for _ in range(3):
        why(client)
    assert "left alone" in why(client)
    assert len(service.asked) == 3


def test_an_answer_is_asked_for_once_in_a_day(service, tmp_path):
    for _ in range(2):
        with Client(service.addresses, cache=tmp_path, pace={}) as client:
            assert ask(client)["status"] == "ok"
    assert len(service.asked) == 1


def test_a_service_that_knew_nothing_is_asked_again(service, tmp_path):
    for _ in range(2):
        with Client(service.addresses, cache=tmp_path, pace={}) as client:
            assert ask(client, "works/10.1000%2Fnone") is None
    assert len(service.asked) == 2


def test_no_question_is_asked_after_it_was_cancelled(service):
    with Client(service.addresses, cancelled=lambda: True) as client, pytest.raises(CancelledError):
        ask(client)
    assert service.asked == []


def test_a_wait_ends_when_it_is_cancelled(service):
    service.faults["Crossref"].append(faults.status(503))
    with Client(service.addresses, pace={}, back_off=20, limit=60) as client:
        client._on_wait = lambda _: client.cancel()
        with pytest.raises(CancelledError):
            ask(client)


def test_questions_to_one_service_keep_their_distance(service):
    began = time.monotonic()
    with Client(service.addresses, pace={"Crossref": 0.02}) as client:
        for _ in range(3):
            ask(client)
    assert time.monotonic() - began >= 0.04 - 0.005
