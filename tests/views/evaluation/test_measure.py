"""Documents measured together: groups, what is left out, and the figures as JSON."""

from __future__ import annotations

import json

from kg.records import Analysis
from kg.views.evaluation import Annotation, Counts, Evaluation, as_json, evaluate
from kg.views.evaluation.listing import listing

Read = tuple[Analysis, Annotation]


def test_sets_and_languages_stay_apart(evaluation: Evaluation) -> None:
    assert [(group.set, group.lang, group.score.documents) for group in evaluation.groups] == [
        ("development", "en", ("en-1",)),
        ("heldout", "ru", ("ru-1",)),
    ]
    assert evaluation.groups[0].score.strict == Counts(2, 4, 4)
    assert evaluation.groups[0].score.traps == Counts(1, 1, 1)
    assert evaluation.missing == ()


def test_languages_of_one_set_are_added_up(english: Read, russian: Read) -> None:
    both = evaluate([english[0], russian[0]], [english[1], Annotation(russian[1].gold, "development")])
    assert [group.lang for group in both.groups] == ["en", "ru", None]
    assert both.groups[2].score.strict == Counts(2, 4, 5)


def test_a_text_that_is_not_there_is_named(english: Read, russian: Read) -> None:
    partly = evaluate([english[0]], [english[1], russian[1]])
    assert partly.missing == ("ru-1",)
    assert [one.id for one in partly.documents] == ["en-1"]


def test_facts_below_the_least_confidence_are_left_out(english: Read) -> None:
    strict = {
        least: evaluate([english[0]], [english[1]], min_confidence=least).groups[0].score.strict
        for least in (0.3, 0.35, 0.4, 0.5, 0.91)
    }
    assert strict == {
        0.3: Counts(2, 4, 4),
        0.35: Counts(2, 3, 4),
        0.4: Counts(2, 3, 4),
        0.5: Counts(1, 2, 4),
        0.91: Counts(0, 0, 4),
    }


def test_held_out_documents_open_to_who_asks_for_them_by_name(evaluation: Evaluation) -> None:
    assert [one.id for one in evaluation.open_to(None)] == ["en-1"]
    assert [one.id for one in evaluation.open_to("development")] == ["en-1"]
    assert [one.id for one in evaluation.open_to("heldout")] == ["en-1", "ru-1"]
    assert [one.id for one in evaluation.open_to("learning")] == ["en-1"]


def test_what_only_models_learn_from_opens_to_who_asks_for_it_by_name(english: Read) -> None:
    learning = evaluate([english[0]], [Annotation(english[1].gold, "learning")])
    assert learning.open_to(None) == learning.open_to("heldout") == ()
    assert [one.id for one in learning.open_to("learning")] == ["en-1"]


def test_json_has_every_figure(evaluation: Evaluation) -> None:
    told = json.loads(json.dumps(as_json(evaluation)))
    assert told["gold"] == {"sha256": evaluation.sha256, "documents": 2}
    assert told["intervals"] == {
        "level": 0.95,
        "method": "bootstrap over documents",
        "resamples": 2000,
        "seed": 20201024,
    }
    group = told["groups"][0]
    assert (group["set"], group["language"], group["documents"]) == ("development", "en", ["en-1"])
    assert group["strict"] == {
        "precision": 0.5,
        "recall": 0.5,
        "f1": 0.5,
        "right": 2,
        "found": 4,
        "wanted": 4,
        "intervals": {"precision": [0.5, 0.5], "recall": [0.5, 0.5], "f1": [0.5, 0.5]},
    }
    assert group["properties"]["visited"]["strict"]["recall"] == 0
    assert group["entities"] == {"recall": 0.8333, "met": 5, "wanted": 6, "interval": [0.8333, 0.8333], "split": 0}
    assert group["traps"] == {"hit": 1, "of": 1}
    assert [one["id"] for one in told["documents"]] == ["en-1", "ru-1"]
    assert told["documents"][1]["set"] == "heldout"
    assert "intervals" not in told["documents"][1]["strict"]
    assert "Lu Zhiyu" not in json.dumps(told)


def test_the_listing_shows_what_went_wrong(evaluation: Evaluation, hostile: str) -> None:
    lines = listing(evaluation.open_to(None)).splitlines()
    assert lines[0].startswith("── en-1: A title")
    assert [line.split()[0] for line in lines[1:] if line[:1].isalpha()] == ["missed", "missed", "invented", "trap"]
    assert f"missed   HIT —partnerOf→ Company {hostile}  (Company {hostile} was not found)" in lines
    assert any("—visited→ SPbPU  <rule <b>visited</b> 0.90>  (taken for planned)" in line for line in lines)
    assert "           “SPbPU may become a partner of HIT.”" in lines
