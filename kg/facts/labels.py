"""What names are said to be by a noun: "Organizers: A, B", "A was among the speakers", "the founders are C and D"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile
from typing import cast

from spacy.tokens import Span, Token

from kg.facts.announced import is_reported, says_who_was_there
from kg.facts.below import LONGEST, body_of, heads_list, items, of_item
from kg.facts.builder import Builder
from kg.facts.clauses import FINITE, Roles
from kg.facts.context import Context
from kg.facts.lists import members
from kg.facts.nominals import noun_roles
from kg.facts.programmes import is_absent, programmes
from kg.facts.sided import makes_up_side
from kg.facts.status import denies, status
from kg.languages.families import family
from kg.languages.kinds import kind_of, singular
from kg.languages.lexicon import read, said, words
from kg.records import BlockKind, Lang, Mention, Status
from kg.schema import PROPERTIES

_OF_BODIES = frozenset({"memberOf", "established", "partnerOf"})  # lines of such lists are of organizations
_ABOUT = {
    "signed": ("Agreement",),
    "organized": ("Event",),
    "participatedIn": ("Event",),
    "locatedIn": ("Event",),
    "memberOf": ("Association",),
    "established": ("JointStructure", "OrganizationalUnit", "Association", "InnovationHub", "Programme"),
    "partnerOf": ("Organization",),
}
_BODIES = ("Organization",)


def labelled(context: Context, builder: Builder) -> None:
    """Add what labels say of the names behind them, about the event or agreement that the text tells of."""
    table = _nouns(context)
    programmes(context, builder)
    for sentence in context.sents:
        end = _label_end(context, sentence)
        if end is None:
            continue
        label = [t for t in sentence if t.i < end.i + (end.text != ":") and not t.is_space]
        below = items(context, end)
        in_full = len(label) > LONGEST or any(t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBG" for t in label)
        speaking = _is_speaking(label)
        if not label or (in_full and not below and not speaking):
            continue
        if any(t.dep_ == "neg" for t in label):
            continue  # "Universities not taking part:"
        if in_full and any(status(t) is not Status.HELD for t in label if t.pos_ == "VERB"):
            continue
        forms = [form for t in label for form in (t.lemma_.lower(), singular(t.lower_))]
        if words(context.document.lang, "date_labels") & set(forms):
            _dated(context, builder, label, end)
        property = next((table[form] for form in forms if form in table), None)
        property = property or _told_otherwise(label, bool(below), in_full=in_full)
        there = (below or not in_full) and says_who_was_there(label, context)
        by_presence = property is None and (there or (bool(below) and makes_up_side(label)))
        if by_presence:
            property = "participatedIn"
        if property is None:
            continue
        if property in _OF_BODIES and (not below or not _is_so(label)):
            continue  # in one line: `kg.facts.kin`
        about = _about(context, property, label if end.text == ":" or property in _OF_BODIES else [], end)
        if about is None or (by_presence and not is_reported(context, about, end)):
            continue
        yet = property == "participatedIn" and context.is_yet_to_come(about, end.idx)
        how = Status.PLANNED if yet else Status.HELD
        for mention in _listed(context, sentence, end) if not in_full or (speaking and not below) else ():
            ends = (about, mention.entity) if property == "locatedIn" else (mention.entity, about)
            builder.add(ends[0], property, ends[1], context.sentence(end), "label", 0.75, how)
        lang = context.document.lang
        dated = words(lang, "founding") if property in _OF_BODIES else frozenset[str]()  # "A, founded in 1946"
        for line in (one for one in below if not is_absent((t for t in one if t.lemma_ not in dated), lang)):
            for mention in (body_of if property in _OF_BODIES else of_item)(context, line):
                builder.add(
                    mention.entity,
                    property,
                    about,
                    context.sentence(context.token(mention.end - 1)),
                    "listed-below",
                    0.7,
                    how,
                )


def _told_otherwise(label: list[Token], below: bool, *, in_full: bool) -> str | None:
    """Give what a label without a noun that says it makes of those on its list.

    Args:
        below: whether the list is in lines below.
        in_full: whether the label is a clause.
    """
    if (below or in_full) and _is_speaking(label):
        return "participatedIn"
    if below and any(said(t, "taking_part") for t in label):
        return "participatedIn"  # "Participating universities"
    return "memberOf" if below and _unites(label) else None  # "The League unites the following universities:"


def prizes(context: Context, builder: Builder) -> None:
    """Read lists of results, an award as the label of its line: "1st place – A (X University)", "Grand Prix: B"."""
    text = context.document.text
    for mention in context.recognised.mentions:
        start = text.rfind("\n", 0, mention.start) + 1
        sentence = context.token(mention.start).sent
        own = (
            sentence.start_char == mention.start and text[mention.end : mention.end + 1] == ":"
        )  # "Gold: A. Silver: B"
        begins = own or not text[start : mention.start].strip(_BEFORE_LABEL)
        if not context.family(mention.entity, ("Recognition",)) or not begins:
            continue
        end = sentence.end_char if own else _line_end(context, context.token(mention.start))
        colon = _SEPARATOR.search(text, mention.end, min(end, mention.end + _FAR))
        behind = [] if colon is None else context.tokens(colon.end(), end)
        first = next((token for token in behind if not (token.is_space or token.is_punct)), None)
        if first is None or any(t.pos_ in {"VERB", "AUX"} and not t.ent_type_ for t in behind):
            continue
        contest = context.topic(mention.start)
        for winner in (w for token in members(first) for w in context.things(token)):
            if context.family(winner.entity, ("Person", "Organization")):
                evidence = context.sentence(first)
                builder.add(winner.entity, "received", mention.entity, evidence, "label-of-prize", 0.8)
                if contest is not None and context.family(contest.entity, ("Competition",)):
                    builder.add(winner.entity, "participatedIn", contest.entity, evidence, "label-of-prize", 0.7)


_BEFORE_LABEL = "-–—•·*▪‣◦ \t0123456789.)"
_SEPARATOR = re.compile(r":| ?[–—] ?| - ")
_FAR = 80  # characters from an award to what parts it from whoever got it


def _label_end(context: Context, sentence: Span) -> Token | None:
    """Give the colon of a label; of a short line that heads a list, its last word."""
    colon = next((t for t in sentence if t.text == ":" and not _in_time(t)), None)
    return colon if colon is not None else heads_list(context, sentence)


def _in_time(colon: Token) -> bool:
    """Tell whether a colon stands in a time of day ("10:40")."""
    beside = [colon.nbor(step) for step in (-1, 1) if 0 <= colon.i + step < len(colon.doc)]
    return len(beside) == 2 and all(token.like_num for token in beside)


def _means(token: Token, name: str) -> bool:
    return token.lemma_.lower() in words(token.lang_, name)


def _unites(label: list[Token]) -> bool:
    """Tell whether a line above a list says of whom something consists: "unites these universities:"."""
    lang = label[0].lang_
    verbs = words(lang, "uniting_bodies") | words(lang, "comprising")
    verb = next((t for t in label if t.pos_ == "VERB"), None)
    behind = [t for t in label if verb is not None and t.i > verb.i]
    return (
        verb is not None
        and verb.lemma_ in verbs
        and any((t.i < verb.i and family(t) == "Organization") or t.pos_ == "PRON" for t in label)
        and not any(t.ent_type_ for t in behind)
        and any(singular(t.lower_) in words(lang, "bodies_listed") for t in behind)
    )


def _is_speaking(label: list[Token]) -> bool:
    """Tell whether a line above a list says that those on it speak or attend: "These papers were presented:".

    Who "sent greetings to the forum" was not there.
    """
    if any(t.lemma_ in words(t.lang_, "sending") for t in label):
        return False
    among = bool(label) and said(label[0], "among")
    return any(_means(t, "speeches") or (among and _means(t, "attending")) for t in label)


def _dated(context: Context, builder: Builder, label: list[Token], colon: Token) -> None:
    """Note the date of the event that the text tells of: "Venue: Chelyabinsk, May 22, 2018"."""
    about = _about(context, "participatedIn", label, colon)
    dates = context.dates_in(colon.idx, _line_end(context, colon))
    if about is not None and dates:
        builder.state(about, dates[0].iso)


def roles_told(verb: Token, roles: Roles, context: Context, builder: Builder) -> None:
    """Add what a verb says with such a noun: "A and B were among the speakers", "speakers at it included D"."""
    lang = context.document.lang
    sent = words(lang, "sent_by") | words(lang, "coming_in")
    counts = bool(roles.get("among")) and verb.lemma_ in words(lang, "counting_among")
    counts = counts and any(family(t) == "Event" for t in roles["agent"])
    if not counts and verb.lemma_ not in words(lang, "comprising") | words(lang, "link") | sent:
        return
    nouns, named = _nouns_and_named(verb, roles)
    table = _nouns(context)
    nouns = [*nouns, *(of for t in nouns if t.lemma_ in words(lang, "lists_of") for of in noun_roles(t)["of"])]
    noun = next((t for t in nouns if not t.ent_type_ and _called(t) & set(table)), None)
    if noun is None or not any(t.ent_type_ or context.is_group(t) for t in named) or status(verb) is not Status.HELD:
        return
    if any(c.lower_ in words(lang, "possible") for c in noun.children) or denies(named, lang):
        return  # "Possible partners of A are B and C", "the host was neither B nor C"
    property = next(table[name] for name in table if name in _called(noun))
    senses = [prop for prop, nouns in read(lang, "labels").items() if _called(noun) & set(nouns)]
    above = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), verb)
    if above.i != verb.i or property == "locatedIn":
        return  # "…, the organizers stressed, …"
    beside = [t for tokens in noun_roles(noun).values() for t in tokens if t not in named]
    if any(t.lower_ in words(lang, "telling_apart") for t in (*beside, *verb.children)):
        return  # "The organizer of the latter was A", "the organizers were A and B respectively"
    own = [m.entity for t in beside for m in context.things(t)]
    hosts = [
        m.entity
        for t in noun_roles(noun).get("of", ())
        for m in context.things(t)
        if context.family(m.entity, ("Organization",))
    ]
    if noun.lemma_ in words(lang, "guests") and hosts:
        property, own = "visited", hosts
    fitting = [p for p in senses if any(context.family(entity, PROPERTIES[p][1]) for entity in own)]
    if property in senses and fitting:  # "the initiator of the forum", "the initiator of the centre"
        property = property if property in fitting else fitting[0]
    about = [entity for entity in own if context.family(entity, PROPERTIES[property][1])]
    if not about and property not in _OF_BODIES and (told := _about(context, property, [], verb)) is not None:
        about = [told]
    alone = noun.lemma_ in words(lang, "organizing")  # "the host was Rector Li" is of the guests
    for target in dict.fromkeys(about):
        for token in named:
            for mention in context.things(token):
                fits = property != "organized" or alone or context.family(mention.entity, _BODIES)
                if fits and mention.entity not in own and not context.is_within(mention):
                    builder.add(mention.entity, property, target, context.sentence(verb), "told-by-noun", 0.75)


def _nouns_and_named(verb: Token, roles: Roles) -> tuple[list[Token], list[Token]]:
    """Give the nouns by which a verb may say what somebody is to an event, and those whom it says it of."""
    lang = verb.lang_
    if verb.lemma_ in words(lang, "comprising"):
        return roles["agent"], roles["patient"]
    coming = verb.lemma_ in words(lang, "coming_in")
    if coming or verb.lemma_ in words(lang, "sent_by"):  # "the participants represented A and B"
        named = roles["from"] if coming else roles["patient"]
        return roles["agent"], [t for t in named if family(t) == "Organization"]
    if roles.get("among"):
        return roles["among"], [*roles["agent"], *roles["patient"], *(t for t in roles["with"] if t.ent_type_)]
    return roles["agent"], roles["patient"]


def _called(noun: Token) -> set[str]:
    """Give the words that say what those are whom a noun names: both of "partner universities"."""
    lang = noun.lang_
    hosts = noun.lemma_ in words(lang, "bodies_listed") and any(said(c, "organizing_bodies") for c in noun.children)
    organizers = read(lang, "labels")["organized"][:1] if hosts else []  # "the organizing institutions"
    return {
        *organizers,
        noun.lemma_.lower(),
        *(c.lemma_.lower() for c in noun.children if c.dep_ in {"compound", "amod"}),
    }


def _nouns(context: Context) -> dict[str, str]:
    return {noun: prop for prop, nouns in read(context.document.lang, "labels").items() for noun in nouns}


def _about(context: Context, property: str, label: list[Token], colon: Token) -> str | None:
    """Give the thing that a list is about: one that the label names, else what the text tells of."""
    classes = _ABOUT.get(property)
    if classes is None:
        return None
    for token in label:
        for mention in context.things(token):
            if context.family(mention.entity, classes):
                return mention.entity
    if property in _OF_BODIES and not _is_of_last(property, label):
        return None
    if property == "memberOf":
        return _alliance(context, colon.idx)
    if property in {"signed", *_OF_BODIES}:
        named = [m for m in (context.last(cls, colon.idx) for cls in classes) if m is not None]
        told = max(named, key=lambda m: m.start) if named else None
    else:
        told = context.topic(colon.idx) or context.last("Event", colon.idx)
    return told.entity if told is not None else None


def _alliance(context: Context, offset: int) -> str | None:
    """Give the alliance that a text is about: the one in its title, else the one that it speaks of most often."""
    told = context.within("Association", 0, offset)
    titles = [b for b in context.document.blocks if b.kind is BlockKind.TITLE]
    named = [m.entity for m in told if any(b.start <= m.start < b.end for b in titles)]
    counts = Counter(named or (m.entity for m in told))
    return max(counts, key=lambda one: counts[one]) if counts else None


def _is_of_last(property: str, label: list[Token]) -> bool:
    """Tell whether a heading without a name may be of what was told of last: "Members:", not "Members of the jury"."""
    nouns = read(label[0].lang_, "labels")[property] if label else ()
    at = next((k for k, t in enumerate(label) if singular(t.lower_) in nouns), 0)
    if property == "partnerOf" or any(t.ent_type_ and family(t) != "Place" for t in label):
        return False  # "Partners:" of an event, or of somebody else
    if any(t.pos_ == "ADP" and not said(t, "of") for t in label[:at]):
        return False  # "Candidates for members:"
    return not any(said(t, "of") and not _means_alliance(t, label) for t in label[at:])


def _is_so(label: list[Token]) -> bool:
    """Tell whether those on a list are what its heading calls them: not "Former members", "The partners were sent:"."""
    lang = label[0].lang_
    if any(t.lower_ in words(lang, "possible") | words(lang, "former") for t in label):
        return False
    telling = words(lang, "be") | words(lang, "having") | words(lang, "comprising") | words(lang, "uniting_bodies")
    told = [t for t in label if t.pos_ in {"VERB", "AUX"} and t.tag_ in FINITE | {"VBN"}]
    return all(t.lemma_ in telling for t in told)


def _means_alliance(of: Token, label: list[Token]) -> bool:
    """Tell whether what a label's members are of is an alliance told of before: "Members of the | League"."""
    noun = next((t for t in label if t.i > of.i and t.pos_ in {"NOUN", "PROPN"}), of)
    kind = kind_of(cast("Lang", of.lang_), [noun.lower_])
    return kind is not None and kind.cls == "Association"


def _listed(context: Context, sentence: Span, colon: Token) -> list[Mention]:
    """Give what a list names behind a colon, up to the end of its line or the next clause; none within a post."""
    end = _list_end(context, colon)
    if end == _line_end(context, colon):
        end = min(end, sentence.end_char + _REST)
    found: list[Mention] = []
    for token in takewhile(lambda token: token.idx < end, context.doc[colon.i + 1 :]):
        if token.is_sent_start and any(t.pos_ in {"VERB", "AUX"} or t.text == ":" for t in token.sent):
            break  # "Organizers: A and B. Guests came from C.", "Organizers: A. Speakers: B"
        found += context.things(token) if token.ent_type_ else []
    return found


def _line_end(context: Context, token: Token) -> int:
    end = context.document.text.find("\n", token.idx)
    return end if end >= 0 else len(context.document.text)


def _list_end(context: Context, colon: Token) -> int:
    """Give where a list ends that goes on in the next line behind a semicolon: "from A – B;" and "from C – D"."""
    text, end = context.document.text, _line_end(context, colon)
    while text[:end].endswith(";") and (below := text[end:].lstrip()):
        start = len(text) - len(below)
        after = text.find("\n", start)
        end = after if after >= 0 else len(text)
    return end


_REST = 400  # characters in which a list goes on behind a full stop that ends no line
