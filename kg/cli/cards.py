"""How `kg show` writes what is known of a thing: names, then facts, each over the passages that say so."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.padding import Padding
from rich.text import Text

from kg.cli.output import console, counted
from kg.facts.implied import RULE
from kg.records import NameKind, Outcome
from kg.views import wording
from kg.views.identity import Decided
from kg.views.reading import Claim
from kg.views.show import Card, Statement

_LIKEST = 2
"""How many of the things that it was kept apart from are shown at once."""
_NAMES = 12
"""How many of a thing's lesser names are shown: universities have some fifty."""


def print_card(card: Card, *, reasons: bool = False, at_least: float | None = None) -> None:
    """Print a card: framed by indentation, wrapped only where a terminal has an edge.

    Args:
        reasons: every decision about the thing's identity, not only why it is one and what is likest.
        at_least: how sure facts had to be to stand on it.
    """
    thing = card.thing
    _line(0, (thing.label, "bold"), f" · {card.cls}", f" ({card.kind})" if card.kind else "")
    for what, text in _about(card):
        _line(2, (f"{what}: ", "dim"), text)
    if card.about:
        _line(0)
        _line(0, ("subject of", "bold cyan"))
        for other in card.about:
            _line(2, (f"{other.date}  " if other.date else "", "green"), other.name(card.lang))
    _statements(card, card.facts)
    if card.unconfirmed:
        words = wording.load().statuses
        for status, group in groupby(sorted(card.unconfirmed, key=lambda s: s.status), key=lambda s: s.status):
            _line(0)
            _line(0, (f"-- {words[status][card.lang]} --", "bold yellow"))
            _statements(card, group)
    if not card.facts and not card.unconfirmed and not card.about:
        _line(0)
        _line(0, "No digest states a fact about it." if at_least is None else f"No fact about it reaches {at_least:g}.")
    if reasons:
        _decisions(card)


def _about(card: Card) -> Iterable[tuple[str, str]]:
    thing = card.thing
    shown = {thing.label}
    preferred = [n.text for n in thing.names if n.kind is NameKind.PREFERRED and n.text not in shown]
    shown.update(preferred)
    others = list(dict.fromkeys(n.text for n in thing.names if n.kind is NameKind.ALTERNATIVE and n.text not in shown))
    more = f"; and {len(others) - _NAMES} more (--format json)" if len(others) > _NAMES else ""
    rows = (
        ("also", "; ".join(preferred)),
        ("other names", "; ".join(others[:_NAMES]) + more),
        ("date", thing.date),
        ("place", card.place and card.place.name(card.lang)),
        ("series", card.series and card.series.name(card.lang)),
        ("edition", thing.edition and str(thing.edition)),
        ("about", "; ".join(subject.name(card.lang) for subject in card.subjects)),
        ("part of", card.broader and card.broader.name(card.lang)),
        ("parts", "; ".join(part.name(card.lang) for part in card.narrower)),
        ("IRI", thing.iri),
        ("same as", " ".join(thing.same_as)),
    )
    yield from ((what, text) for what, text in rows if text)
    yield from (("one because", reason) for reason in thing.reasons)
    apart = [each for each in card.decisions if each.outcome is Outcome.DIFFERENT]
    for each in [d for d in apart if d.curated] + [d for d in apart if not d.curated][:_LIKEST]:
        yield "not the same as", f"{_other(card, each)}: {each.reason}"
    if any(not each.curated for each in apart[_LIKEST:]):
        yield "and more", "kg show --reasons lists all that was joined or kept apart"


def _other(card: Card, decision: Decided) -> str:
    other = card.others[decision.other or ""]
    return f"{other.name(card.lang)} <{other.key}>"


def _decisions(card: Card) -> None:
    for outcome, heading in ((Outcome.SAME, "joined"), (Outcome.DIFFERENT, "kept apart")):
        decided = [each for each in card.decisions if each.outcome is outcome]
        if decided:
            _line(0)
            _line(0, (f"-- {heading} --", "bold yellow"))
        for each in decided:
            other = f"  not {_other(card, each)}" if each.other else ""
            _line(2, (f"{each.score:.2f}  ", "green"), each.told, (f"  [{each.rule}]", "dim"), other)
            _line(8, each.reason)


def _statements(card: Card, statements: Iterable[Statement]) -> None:
    for phrase, group in groupby(statements, key=lambda s: s.phrase):
        _line(0)
        _line(0, (phrase, "bold cyan"))
        for statement in group:
            when = f"{statement.date}  " if statement.date else ""
            posts = dict.fromkeys(post for claim in statement.claims if (post := _post(claim)))
            post = f" ({'; '.join(posts)})" if posts else ""
            _line(2, (when, "green"), statement.other.name(card.lang), post, (_sure(statement), "dim"))
            for claim in statement.claims:
                for quotation in claim.quotations:
                    digest = card.digests[quotation.digest]
                    where = f" — {digest.id}" + (f", {digest.published}" if digest.published else "")
                    passage = " ".join(quotation.exact.split())
                    # an implied fact cites what names its ends: no passage says it
                    how = "implied, " if claim.rule == RULE else ""
                    _line(6, f"“{passage}”", (f"{where}, {how}confidence {claim.confidence:.2f}", "dim"))


def _sure(statement: Statement) -> str:
    high = ", high" if statement.high else ""
    return f" — {statement.confidence:.2f}{high}, {counted(statement.sources, 'source')}"


def _post(claim: Claim) -> str:
    """Give the title and the time of the post that a claim tells of: "Rector, since 2015", "Dean, 2005–2013"."""
    if claim.since and claim.until:
        held = f"{claim.since}–{claim.until}"
    else:
        held = f"since {claim.since}" if claim.since else f"until {claim.until}" if claim.until else ""
    return ", ".join(part for part in (claim.title, held) if part)


def _line(indent: int, *parts: str | tuple[str, str]) -> None:
    text = Text.assemble(*parts)
    to = console()
    if to.is_terminal:
        to.print(Padding(text, (0, 0, 0, indent), expand=False))
    else:
        to.print(Text(" " * indent) + text, soft_wrap=True)
