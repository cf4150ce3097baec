from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.store import Store
from kg.records import Status
from kg.schema import PROPERTIES, STATUSES
from kg.views import wording
from kg.views.lookup import fold, near, romanized
from kg.views.reading import Thing
from kg.views.show import Card, Suggestions, show

BASE = "https://w3id.org/srac/id/"


def card(store: Store, name: str, lang: str = "en") -> Card:
    found = show(store, name, lang)
    assert isinstance(found, Card), found
    return found


@pytest.mark.parametrize(
    "asked",
    [
        "SPbPU",
        "spbpu",
        "спбпу",
        "PETER THE GREAT ST PETERSBURG  POLYTECHNIC UNIVERSITY",
        "Санкт‑Петербургский политехнический университет Петра Великого",
        "圣彼得堡彼得大帝理工大学",
        "SPbPU politech",
        "organization/spbpu",
        f"{BASE}organization/spbpu",
    ],
)
def test_found_by_any_name_in_any_script(store: Store, asked: str) -> None:
    assert card(store, asked).thing.iri == f"{BASE}organization/spbpu"


def test_a_name_in_latin_letters_finds_one_in_han(store: Store) -> None:
    assert card(store, "zhe jiang da xue").thing.key == "organization/zju"


def test_every_fact_comes_with_who_says_so(store: Store) -> None:
    found = card(store, "SPbPU")
    signed = next(s for s in found.facts if s.property == "signed")
    assert (signed.phrase, signed.other.key, signed.date) == ("signed", "agreement/m1", "2020-06")
    said = [(found.digests[q.digest].id, q.exact) for claim in signed.claims for q in claim.quotations]
    assert said == [
        ("d1", "SPbPU and Zhejiang University signed a memorandum in June 2020."),
        ("d2", "СПбПУ и Чжэцзянский университет подписали меморандум."),
    ]
    assert {(c.rule, c.confidence) for c in signed.claims} == {("test.signed", 0.9)}
    digest = next(d for d in found.digests.values() if d.id == "d1")
    assert (digest.title, digest.published, digest.source) == ("Title of d1", "2020-07-01", "https://example.org/d1")


def test_several_digests_make_a_fact_surer_than_one(store: Store) -> None:
    by_sources = {s.sources: s for s in card(store, "SPbPU").facts if s.property in ("signed", "represents")}
    assert by_sources[1].confidence == by_sources[1].claims[0].confidence == 0.9
    assert not by_sources[1].high
    assert by_sources[2].confidence == 0.99
    assert by_sources[2].high


def test_only_what_is_sure_enough_is_told(store: Store) -> None:
    found = show(store, "SPbPU", at_least=0.95)
    assert isinstance(found, Card)
    assert [(s.property, s.sources) for s in found.facts] == [("signed", 2)]
    assert found.unconfirmed == ()
    assert {d.id for d in found.digests.values()} == {"d1", "d2"}
    everything = show(store, "SPbPU", at_least=0.0)
    assert everything == show(store, "SPbPU")


def test_an_agreement_names_its_parties(store: Store) -> None:
    found = card(store, "agreement/m1")
    assert (found.cls, found.kind, found.thing.date) == ("agreement", "memorandum", "2020-06")
    assert [(s.phrase, s.other.key) for s in found.facts] == [
        ("signed by", "organization/spbpu"),
        ("signed by", "organization/zju"),
    ]


def test_what_is_planned_or_denied_stands_apart(store: Store) -> None:
    found = card(store, "清华大学")
    assert found.facts == ()
    assert {(s.property, s.other.key, s.status) for s in found.unconfirmed} == {
        ("partnerOf", "organization/spbpu", Status.PLANNED),
        ("visited", "organization/zju", Status.DENIED),
    }


def test_a_post_has_its_title_and_dates(store: Store) -> None:
    post = next(s for s in card(store, "person/lu-zhiyu").facts if s.property == "holdsPost")
    assert (post.claims[0].title, post.claims[0].since, post.date) == ("Director", "2016", "2016")


def test_what_an_agreement_is_about_and_what_is_about_a_field(store: Store) -> None:
    assert [field.key for field in card(store, "agreement/m1").subjects] == ["topic/optics"]
    optics, science = card(store, "оптика", "ru"), card(store, "science")
    assert (optics.cls, [thing.key for thing in optics.about]) == ("тема", ["agreement/m1"])
    assert optics.broader == science.thing
    assert (science.about, science.narrower) == ((), (optics.thing,))


def test_symmetric_facts_read_the_same_from_both_ends(store: Store) -> None:
    phrases = {s.phrase for name in ("SPbPU", "浙江大学") for s in card(store, name).facts if s.property == "partnerOf"}
    assert phrases == {"partner of"}


def test_why_the_spellings_are_one_and_other_identifiers(store: Store) -> None:
    thing = card(store, "SPbPU").thing
    assert thing.reasons == ("“SPbPU” stands in brackets after the full name",)
    assert thing.same_as == ("https://ror.org/02x91aj62",)
    assert thing.name("ru") == "Санкт-Петербургский политехнический университет Петра Великого"


def test_a_span_of_days_is_kept(store: Store) -> None:
    assert card(store, "форум ректоров").thing.date == "2021-02-03/2021-02-05"


def test_words_follow_the_language(store: Store) -> None:
    found = card(store, "SPbPU", "zh")
    assert found.cls == "大学"
    assert {s.phrase for s in found.facts} >= {"签署", "参加"}


def test_a_name_of_two_is_asked_back(store: Store) -> None:
    found = show(store, "LU ZHIYU")
    assert isinstance(found, Suggestions)
    assert found.ambiguous
    assert {c.thing.key for c in found.candidates} == {"person/lu-zhiyu", "person/lu-zhiyu-2"}


def test_near_misses_are_suggested_and_never_taken(store: Store) -> None:
    found = show(store, "Zhejang Universty")
    assert isinstance(found, Suggestions)
    assert not found.ambiguous
    assert found.candidates[0].thing.key == "organization/zju"
    assert 0.7 <= found.candidates[0].score < 1


def test_of_two_names_with_the_same_part_the_shorter_is_suggested_first() -> None:
    things = [
        Thing(f"x/y/{i}", "University", label)
        for i, label in enumerate(("Institute at Tsinghua University", "Tsinghua University"))
    ]
    assert [c.name for c in near(things, "Tsinghua")] == ["Tsinghua University", "Institute at Tsinghua University"]


def test_nothing_like_it_suggests_nothing(store: Store) -> None:
    found = show(store, "qqqq")
    assert found == Suggestions("qqqq", False, ())


@pytest.mark.parametrize("asked", ["", "  ", "?!", '"> <'])
def test_what_holds_no_letter_finds_nothing(store: Store, asked: str) -> None:
    found = show(store, asked)
    assert isinstance(found, Suggestions)
    assert found.candidates == ()


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcäéñжйё北京 -–'’.,()", max_size=40))
def test_case_and_punctuation_do_not_count(text: str) -> None:
    assert fold(text.upper()) == fold(text) == fold(text.replace("-", "–"))
    assert romanized(text).isascii()


def test_every_property_and_status_has_words() -> None:
    words = wording.load()
    assert set(words.forward) == set(words.inverse) == set(PROPERTIES)
    assert set(words.statuses) == set(STATUSES)
    assert all(words.phrase(p, lang, inverse=i) for p in PROPERTIES for lang in wording.LANGS for i in (True, False))
