"""`kg show` and `kg stats`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import typer

from kg.cli.app import app
from kg.cli.missing import NOT_FOUND, suggestion, tell_missing
from kg.cli.options import DEFAULT_STORE, ListForm, MinConfidence, StoreDir
from kg.cli.output import Form, counted, print_json, print_table, say
from kg.records import Lang


@app.command(epilog="Example: `kg show SPbPU`, `kg show 清华大学 --lang zh`")
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Any of its names in any script, its key or its IRI.")],
    store: StoreDir = DEFAULT_STORE,
    lang: Annotated[Lang, typer.Option("--lang", help="The language of the properties' names.")] = "en",
    reasons: Annotated[
        bool,
        typer.Option(
            "--reasons",
            help="List every decision about its identity: what of which documents was joined by which rule and how "
            "alike it is, what was kept apart, and what analysts decided.",
        ),
    ] = False,
    form: ListForm = Form.TABLE,
    min_confidence: MinConfidence = None,
) -> None:
    """Tell everything known about an organization, person, agreement or event, and who says so.

    Exit code: 1 where no thing, or more than one, bears that name; what may have been meant is listed.
    """
    if not name.strip():
        raise typer.BadParameter("a name is needed, such as 'kg show SPbPU'", param_hint="NAME")

    from kg.cli.cards import print_card
    from kg.graph.store import Store
    from kg.views.show import Suggestions
    from kg.views.show import show as find

    with Store.open(store) as opened:
        found = find(opened, name, lang, min_confidence)
    if form is Form.JSON:
        print_json(found)
    elif isinstance(found, Suggestions):
        tell_missing(found.asked, [suggestion(c) for c in found.candidates], ambiguous=found.ambiguous)
    else:
        print_card(found, reasons=reasons, at_least=min_confidence)
    if isinstance(found, Suggestions):
        raise typer.Exit(NOT_FOUND)


@app.command(epilog="Example: `kg stats --format json`")
def stats(store: StoreDir = DEFAULT_STORE, form: ListForm = Form.TABLE, min_confidence: MinConfidence = None) -> None:
    """Count what is in the store: documents, entities, facts and how sure they are, claims, evidence."""
    from kg.graph.confidence import restricted
    from kg.graph.store import Store
    from kg.views.stats import stats as count

    with Store.open(store) as opened:
        found = count(restricted(opened, min_confidence))
    if form is Form.JSON:
        print_json(found)
        return
    for title, what, counts in (
        ("Documents by language", "language", found.languages),
        ("Documents by publisher", "publisher", found.publishers),
        ("Documents by year", "year", dict(sorted(found.years.items()))),
        ("Entities", "class", found.entities),
        ("Facts", "property", found.facts),
        ("Claims", "status", found.statuses),
        ("Facts by confidence", "from", found.confidence),
        ("What agreements, events and programmes are about", "field", found.topics),
    ):
        if counts:
            rows = [(key or "unknown", n) for key, n in counts.items()]
            print_table((what, "count"), rows, title=title, right=("count",))
            say()
    if found.confidence:
        _how_good(found.confidence, found.single)
    parts = ((found.documents, "document"), (found.evidence, "quoted passage"), (found.quads, "quad"))
    say(f"{', '.join(counted(*part) for part in parts)}.")


def _how_good(counts: Mapping[str, int], single: Mapping[str, int]) -> None:
    from kg.facts import calibration

    learnt = calibration.load()
    high, facts = next(iter(counts.values())), sum(counts.values())
    alone, high_alone = sum(single.values()), next(iter(single.values()), 0)
    reach = "reaches" if high == 1 else "reach"
    say(f"{high:,} of {counted(facts, 'fact')} {reach} high confidence ({learnt.high.at_least:.2f} or more);")
    say(f"of the {alone:,} that one document alone states, {high_alone:,}.")
    if high:
        say("How many claims as sure were right in annotated texts;")
        say("other texts may do worse:")
        rows = [
            (what, one.claims, *((f"{one.held:.1%}", f"{one.low:.0%}–{one.high:.0%}") if one.claims else ("", "")))
            for what, one in (("annotated texts", learnt.high), ("of these, unseen ones", learnt.high_unseen))
        ]
        print_table(
            ("so sure in", "claims", "right", "95 % interval"), rows, right=("claims", "right", "95 % interval")
        )
    say()
