"""Who is named behind the verb as being there: "Taking part in it were A and B", "Among those who came were A and B".

Parsers take such sentences apart in ever other ways, and their lists with posts and asides even more; print does not.
A roll begins with its opener, which says of those behind the verb that they were there, and names them to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from kg.facts.announced import below_following
from kg.facts.builder import Builder
from kg.facts.clauses import FINITE
from kg.facts.context import Context
from kg.facts.frames import takes_part
from kg.facts.itineraries import names_listed
from kg.facts.presence import occasions_of
from kg.facts.rosters import list_end
from kg.facts.status import denies, status
from kg.facts.takers import are_takers, inverted, of_whom, sent_from
from kg.facts.there import is_strange
from kg.languages.families import family
from kg.languages.lexicon import said, words
from kg.records import Mention, Status

_FINITE = FINITE | {"MD"}
_LONGEST = 14  # tokens of an opener, names counted as one


def rolls(context: Context, builder: Builder) -> None:
    """Add that those whom a sentence lists as being there took part in the event that it names or follows."""
    for sentence in context.sents:
        link = _link(sentence, context)
        if link is None and (verb := inverted(sentence)) is not None and status(verb) is Status.HELD:
            _of_inverted(verb, sentence, context, builder)
            continue
        if link is None and (body := sent_from(sentence, context)) is not None:
            _of_body(*body, context, builder)
            continue
        if link is None and (told := _those_before_colon(sentence, context)) is not None:
            _of_those(*told, context, builder)
            continue
        if link is None:
            _of_participants(sentence, context, builder)
            continue
        if status(link) is not Status.HELD:
            continue
        opener = context.doc[sentence.start : link.i]
        end = sentence.end
        if context.doc[end - 1].text == ":" and end < len(context.doc) and not context.doc[end].is_space:
            end = context.doc[end].sent.end  # "At the opening were present: A, B"
        events = [m for t in opener for m in context.things(t) if context.family(m.entity, ("Event",))]
        listed = list(context.doc[link.i + 1 : end])
        if below := below_following(sentence, link, context):
            listed = below
        if _counts(opener) and not _lists_people(link, listed):  # "There were ten experts, among them A and B"
            listed = _instances(listed)
        named = roll(listed, context)
        named += [t for t in of_whom(opener) if named]
        if not events and any(_is_other(t, context) for t in opener):
            continue
        if _is_of_another_time(opener, context) and not any(m.source != "rule" for m in events):
            continue
        for event in (events[-1:] or occasions_of(link, context, builder)) if named else ():
            _add_all(named, event, link, context, builder)
            builder.date(event.entity, link)


def _of_inverted(verb: Token, sentence: Span, context: Context, builder: Builder) -> None:
    """Add that those behind the verb of an inversion took part in the event that the sentence names or follows."""
    named = roll(context.doc[verb.i + 1 : sentence.end], context)
    people = words(context.document.lang, "bearers") | words(context.document.lang, "staff")
    ahead = context.doc[verb.i + 1 : named[0].i] if named else ()
    if any(t.tag_ == "NN" and t.lemma_ not in people and is_strange(t, context) for t in ahead):
        return  # "There came a letter from A"
    events = [m for t in sentence for m in context.things(t) if context.family(m.entity, ("Event",))]
    for event in (events[:1] or occasions_of(verb, context, builder)) if named else ():
        _add_all(named, event, verb, context, builder)


def _of_body(verb: Token, bodies: list[Token], people: list[Token], context: Context, builder: Builder) -> None:
    """Add that a body and those who came from it took part in the event told of."""
    for event in occasions_of(verb, context, builder):
        _add_all([*bodies, *people], event, verb, context, builder)


def _add_all(named: Iterable[Token], event: Mention, verb: Token, context: Context, builder: Builder) -> None:
    for mention in (m for token in named for m in context.things(token)):
        builder.add(
            mention.entity, "participatedIn", event.entity, context.sentence(verb), "attended",
            0.7 * (0.5 + 0.5 * mention.score),
        )  # fmt: skip


def _those_before_colon(sentence: Span, context: Context) -> tuple[Token, Token] | None:
    """Give what those did who are listed, and the colon: "It was the subject of those who spoke: A, B and C"."""
    end = list_end(sentence)
    listed = context.doc[sentence.start : end]
    colon = next((t for t in listed if t.text == ":" and t.i + 2 < end), None)
    those = next((t for t in listed if said(t, "those")), None) if colon is not None else None
    if colon is None or those is None or not said(those.nbor(), "relative_people") or not those.i < colon.i:
        return None
    clause = list(context.doc[those.i + 1 : colon.i])
    verb = next((t for t in clause if t.tag_ in _FINITE), None)
    if verb is None or verb.tag_ != "VBD" or any(t.ent_type_ or t.text in {",", ";"} for t in clause):
        return None
    first = next((t for t in context.doc[colon.i + 1 : end] if t.pos_ != "DET"), colon)
    away = any(said(t, "others") or said(t, "from_elsewhere") for t in clause)
    return (verb, colon) if family(first) == "Person" and came(clause) and not away and _did(clause, context) else None


def _of_those(verb: Token, colon: Token, context: Context, builder: Builder) -> None:
    """Add that those listed behind a colon took part in the event told of."""
    listed = context.doc[colon.i + 1 : list_end(colon.sent)]
    for event in occasions_of(verb, context, builder):
        _add_all(roll(listed, context), event, verb, context, builder)


def _of_participants(sentence: Span, context: Context, builder: Builder) -> None:
    """Read who is named of those that take part: "Eight of the participating schools were Chinese, among them A; …"."""
    marks = [t for t in sentence if said(t, "instances_at_end") and t.i > sentence.start]
    taking = [t for t in sentence if said(t, "taking_part") and not t.ent_type_ and marks and t.i < marks[0].i]
    ahead = list(context.doc[sentence.start : marks[0].i]) if marks else []
    named = any(family(t) in {"Person", "Organization", "Event"} for t in ahead)
    root = sentence.root
    if not taking or named or root.pos_ not in {"VERB", "AUX"} or status(root) is not Status.HELD:
        return
    for event in occasions_of(root, context, builder):
        for mark in marks:
            end = next((t.i for t in context.doc[mark.i : sentence.end] if t.text == ";"), sentence.end)
            for mention in names_listed(context.doc[mark.i + 1 : end], context, ("Organization", "Person")):
                builder.add(
                    mention.entity, "participatedIn", event.entity, context.sentence(root), "attended",
                    0.7 * (0.5 + 0.5 * mention.score),
                )  # fmt: skip


def _is_other(occasion: Token, context: Context) -> bool:
    """Tell whether a noun means talks that are no event of the text's: "Present at the meeting were"."""
    talks = occasion.lemma_ in words(occasion.lang_, "meetings") and occasion.dep_ == "pobj"
    return talks and not context.things(occasion)


def _is_of_another_time(opener: Span, context: Context) -> bool:
    """Tell whether an opener of who spoke, led or presided says when: "Chairing it in 2010 was A"."""
    lang = context.document.lang
    first = next((t for t in opener if t.pos_ != "ADV" and not t.is_punct and not t.is_space), opener[0])
    led = said(first, "presiding") or any(t.lemma_ in words(lang, "heads_of_sides") for t in opener)
    start, end = opener[0].idx, opener[-1].idx + len(opener[-1])
    return (said(first, "those") or led) and bool(context.dates_in(start, end))


def _link(sentence: Span, context: Context) -> Token | None:
    """Give the verb of being between the opener of a roll and the names behind it."""
    words_said = [t for t in sentence if not t.is_space]
    if len(words_said) < 4:
        return None
    lang = context.document.lang
    first = next((t for t in words_said if t.pos_ != "ADV" and not t.is_punct), words_said[0])
    for position, token in enumerate(words_said[1:_LONGEST], 1):
        linking = token.lemma_ in words(lang, "be") and token.tag_ in _FINITE
        if not linking:
            continue
        before = words_said[:position]
        behind = words_said[position + 1 : position + 2]
        occasion = first.pos_ == "ADP" and not any(family(t) in {"Person", "Organization"} for t in before)
        if occasion and any(said(t, "present_in") for t in behind) and not any(t.dep_ == "neg" for t in before):
            return token  # "At the opening were present A and B"
        near = words_said[position + 1 : position + 3]
        if any(said(t, "following_listed") for t in before) and any(said(t, "present_in") for t in near):
            return token  # "The following were present. Rector of X: A."
        near = [t for t in near if not said(t, "following_listed")]
        if any(t.tag_ in {"VBN", "VBG"} and t.head.i == token.i for t in near):
            return None  # "were invited"
        return token if _opens(first, before, context) else None
    return None


def _opens(first: Token, before: list[Token], context: Context) -> bool:
    """Tell whether words before a verb of being say that those behind it are there."""
    lang = first.lang_
    if first.tag_ == "VBG" and first.lemma_ in words(lang, "telling_of"):  # "Speaking for X were"
        told = any(t.tag_ in _FINITE or t.text == "," for t in before)
        return len(before) > 1 and said(before[1], "on_a_side") and not told
    if are_takers(before, context):
        return True
    rest = [t for t in before if not _is_of_event(t, context)]
    if any(family(t) in {"Person", "Organization"} or t.dep_ == "neg" for t in rest):
        return False
    finite = [t for t in before if t.tag_ in _FINITE]
    if said(first, "those"):  # "Those who spoke at the opening were", "Those taking part were"
        return len(rest) > 1 and came(rest[1:]) and len(finite) < _CLAUSES and _did(rest[1:], context)
    if first.tag_ == "VBG" and any(t.text == "," for t in before):
        return False  # "Speaking of partners, the best were"
    if first.tag_ == "VBG" and first.lemma_ in words(lang, "sent_by"):  # "Representing China were"
        return not finite
    if first.tag_ == "VBN" and first.lemma_ in words(lang, "sent_by"):  # "Also represented were"
        return not finite and not any(said(t, "by") or is_strange(t, context) for t in before)
    if first.tag_ == "VBG":  # "Taking part in the forum were"
        attends = takes_part(context.document.lang, first.lemma_.lower())
        alone = not attends or first.lemma_ not in words(lang, "needs_part") or any(said(t, "part") for t in before)
        return attends and alone and not finite
    if said(first, "presiding") and (len(before) == 1 or before[1].pos_ == "PRON"):  # "Presiding was A", "Chairing it"
        return True
    if said(first, "at") and said(before[min(2, len(before) - 1)], "heads_of_sides"):
        # "At the head of the Russian delegation was A"
        return _came_here(before, context) or (not any(t.pos_ == "VERB" for t in before) and _leads_side(before))
    if said(first, "among"):  # "Among those who came to the opening were"
        those = any(said(t, "those") for t in before)
        return (those and (came(before) or _are_at(before, context))) or _came_here(before, context)
    if said(first, "on_a_side") and any(said(t, "side") for t in before[-1:]):  # "On the Russian side were"
        of_country = all(t.pos_ == "DET" or t.text[:1].isupper() for t in before[1:-1])
        behind = before[-1].nbor(2)  # not "were missing A and B"
        named = behind.text[:1].isupper() or behind.pos_ not in {"ADJ", "VERB"}
        return _is_past_link(before) and of_country and named and all(t.tag_ != "POS" for t in before)
    if _counts(before):
        return True
    if any(said(t, "in_order") for t in before[:2]):  # "The first to speak was"
        return came(before) and any(t.tag_ == "VB" for t in before) and _did(before, context, orders=True)
    past = _is_past_link(before)
    if first.pos_ == "DET" and past and not finite and _take_part(before, context):
        return True
    acts = [t for t in before if t.pos_ == "VERB"]  # "Present and taking the floor were"
    if any(said(t, "there") for t in before) and any(is_strange(t, context) for t in before):
        return False  # "Present in the archive and waiting were"
    return not finite and any(said(t, "present_in") for t in before) and all(t.tag_ == "VBG" for t in acts)


def _is_of_event(token: Token, context: Context) -> bool:
    """Tell whether a word says of what or where an event is: "in the opening of the office at the old college"."""
    brought = [t for t in (token, *token.ancestors) if t.dep_ == "prep" and (said(t, "of") or said(t, "at"))]
    return any(context.family(m.entity, ("Event",)) for t in brought for m in context.things(t.head))


def _is_past_link(before: list[Token]) -> bool:
    """Tell whether the verb behind an opener tells of what was."""
    return before[-1].nbor().tag_ == "VBD"


def _came_here(before: list[Token], context: Context) -> bool:
    """Tell whether a relative clause says of people that they came to the event told of: "the leaders who came"."""
    who = next((n for n, t in enumerate(before) if said(t, "relative_people")), None)
    if who is None or context.dates_in(before[0].idx, before[-1].idx + len(before[-1])):
        return False
    bearers = words(before[0].lang_, "bearers")
    several = any(t.tag_ == "NNS" and not t.ent_type_ and t.lemma_ in bearers for t in before[:who])
    clause = [t for t in before[who + 1 :] if t.lemma_ not in bearers]  # "who came as representatives"
    afar = any(said(t, "from_elsewhere") or said(t, "others") for t in clause)
    return several and came(clause) and not afar and _did(clause, context)


def _are_at(before: list[Token], context: Context) -> bool:
    """Tell whether "those" are said to be at an event: "Among those at the opening were"."""
    for those in (t for t in before if said(t, "those")):
        where = those.nbor()
        nouns = [t for t in before if t.i > where.i and t.pos_ in {"NOUN", "PROPN"}]
        inside = all(not is_strange(t, context) for t in nouns)
        return said(where, "at_what") and bool(nouns) and inside
    return False


def _take_part(before: list[Token], context: Context) -> bool:
    """Tell whether words mean those that take part: "The universities taking part", "The experts present"."""
    several = next((t for t in before if t.tag_ == "NNS" and not t.ent_type_), None)
    if several is None or several.lemma_ not in words(several.lang_, "bearers"):
        return False
    behind = [t for t in before if t.i > several.i]
    only = all(t.pos_ in {"ADV", "ADP", "DET", "NOUN", "PRON"} or t is behind[0] for t in behind)
    if any(is_strange(t, context) for t in behind if not said(t, "part")):
        return False
    return bool(behind) and only and (said(behind[0], "there") or (behind[0].tag_ == "VBG" and came(behind)))


_CLAUSES = 2  # verbs of a relative clause that would be too many for one that only says who came


def _did(before: list[Token], context: Context, *, orders: bool = False) -> bool:
    """Tell whether "those who" did what is said of them, here: not "could not", "unable to", "in the survey".

    Args:
        orders: whether they are told one after the other: "the first to speak".
    """
    lang = context.document.lang
    acts = [t for t in before if t.pos_ == "VERB"]
    if denies(before, lang) or any(
        t.pos_ == "ADJ" and not said(t, "there") and not said(t, "in_order") for t in before
    ):
        return False
    if not orders and any(t.lemma_ in words(lang, "asking") or status(t) is not Status.HELD for t in acts):
        return False
    speaks_of = any(t.dep_ == "prep" and said(t, "about") for t in before)
    afar = any(t.lower_ in words(lang, "from_afar") for t in before)
    return not (speaks_of or afar or any(is_strange(t, context) for t in before))


def came(before: Iterable[Token]) -> bool:
    """Tell whether words say of those behind them that they came to an event or spoke there."""
    for token in before:
        lang, lemma = token.lang_, token.lemma_.lower()
        if token.pos_ == "ADJ" and said(token, "there"):
            return True
        if lemma in words(lang, "attending") | words(lang, "coming_in"):
            return True  # but "those who taught there" need not be at the event
        beside = [t for t in token.doc[token.i + 1 : token.sent.end] if not t.ent_type_][:_FAR]
        if token.pos_ == "VERB" and takes_part(lang, lemma):
            if lemma in words(lang, "often_elsewhere"):
                return False
            part = any(said(t, "part") or t.lemma_ in words(lang, "floors") for t in beside)
            return lemma not in words(lang, "needs_part") or part
        if token.pos_ == "VERB":
            return lemma in words(lang, "speaking") and any(t.lemma_ in words(lang, "speeches") for t in beside)
    return False


_FAR = 4  # words between a verb and the speech that it gives


def _leads_side(before: list[Token]) -> bool:
    """Tell whether words say of the one behind them that he leads a side of those who meet."""
    return any(t.lemma_ in words(t.lang_, "parts_of_meetings") and not t.ent_type_ for t in before)


def _counts(opener: Iterable[Token]) -> bool:
    """Tell whether a sentence only says that there were some: "There were ten experts", "Also there were A and B"."""
    said_ = [t for t in opener if not t.is_space and (t.pos_ != "ADV" or said(t, "existential"))]
    return len(said_) == 1 and said(said_[0], "existential")


def _lists_people(link: Token, listed: list[Token]) -> bool:
    """Tell whether people were there, and no more is said of them: not "there was A's book", "A in the list"."""
    first = next((t for t in listed if t.pos_ not in {"DET", "ADV"}), None)
    if first is None or family(first) != "Person" or link.tag_ != "VBD" or first.nbor().tag_ == "POS":
        return False
    return not any(t.tag_ in _FINITE or said(t, "at_what") for t in outside(listed))


def _instances(listed: list[Token]) -> list[Token]:
    """Give what stands behind "among them" or "including" in the rest of a sentence that tells how many were there."""
    people = False
    for position, token in enumerate(listed):
        if said(token, "instances_at_end"):
            return listed[position + 1 :] if people else []
        people = people or (token.lemma_ in words(token.lang_, "bearers") and not token.ent_type_)
        if token.tag_ in _FINITE:
            break
    return []


def roll(listed: Iterable[Token], context: Context) -> list[Token]:
    """Give the people of a list and the bodies whose people are on it; what a post or aside names is left out."""
    found: list[Token] = []
    for token in outside(listed):
        if token.tag_ in _FINITE or token.text in {'"', "“"}:
            break
        if token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS":
            continue  # "On the Russian side were A's signature and a seal"
        if family(token) == "Person" or (family(token) == "Organization" and _is_member(token, found)):
            found.append(token)
        elif context.is_group(token) and token.tag_ != "NNS":
            found.append(token)  # "the delegation of A"; whose plurals are stands behind them
    return found


def outside(listed: Iterable[Token]) -> Iterator[Token]:
    """Give the words of a list that stand in no clause about one of its names, without commas and semicolons."""
    aside = False
    for token in listed:
        if token.text in {",", ";"}:
            aside = False
        elif said(token, "relative") and token.tag_ != "DT":  # but "at that of the Russian one"
            aside = True
        elif not aside:
            yield token


def _is_member(body: Token, found: list[Token]) -> bool:
    """Tell whether a body of a list is on it: by itself or by its people, but not by the post of one of them."""
    before = body.i - 1
    joining = words(body.lang_, "conjunctions") | words(body.lang_, "articles") | {","}
    doc = body.doc
    joined = False
    while before > body.sent.start and (doc[before].lower_ in joining or doc[before].pos_ in {"ADJ", "DET"}):
        joined = joined or doc[before].lower_ in joining - words(body.lang_, "articles")
        before -= 1
    above = doc[before]
    if said(above.nbor(-1) if said(above, "them") else above, "instances_at_end"):  # "among them A", "including A"
        return True
    if above in found and family(above) == "Organization":
        return joined
    if said(above, "acts_for"):
        noun = doc[above.i - 1]
        if noun.lower_ in joining:  # "representatives of A, | of B and of C"
            return bool(found) and family(found[-1]) == "Organization"
        people = noun.tag_ == "NNS" and noun.lemma_ not in words(body.lang_, "standing_for_nobody")
        return people or noun.lemma_ in words(body.lang_, "known_groups")
    return above.pos_ in {"AUX"} or (joined and family(above) is None and above.tag_ == "NNS")
