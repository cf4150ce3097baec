"""How far a description reaches in parsed English: what it is of or on, and the title in quotation marks behind it."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from kg.languages.en.built_kinds import is_field
from kg.languages.en.event_tails import and_field
from kg.languages.en.titled import ends_quotation, with_undertaking
from kg.languages.kinds import Kind, kind_of
from kg.languages.lexicon import read
from kg.languages.lines import whole
from kg.schema import is_a

_COMPLEMENTS = {"of", "for", "on", "between"}
_LONGEST = 14
_LONGEST_TITLE = 150  # characters
_CLOSED_BY = {'"': '"', "'": r"'(?!\w)"}


def title_behind(head: Token) -> tuple[int, int] | None:
    """Give where the name in quotation marks directly behind a noun starts and ends, without the marks."""
    doc, position = head.doc, head.i + 1
    if position < len(doc) and doc[position].lower_ in read("en", "descriptions")["called"]:
        position += 1  # "a programme named “…”"
    else:
        position += leads_up(head)
    first = _behind_members(head) if position == head.i + 1 else position
    apart = first < len(doc) and position == head.i + 1 and doc[first].text == ","
    if apart:
        position = first
        position += 1  # "an international seminar, “…”, was held"
    if position >= len(doc) or doc[position].text[:1] not in _CLOSED_BY or doc[position].text == "'s":
        return None
    if apart and not _is_title_apart(head, position):
        return None
    start = doc[position].idx + 1
    behind = doc[position : position + _LONGEST_TITLE].text
    ending = re.compile(_CLOSED_BY[doc[position].text[:1]]).search(behind, 1, 1 + _LONGEST_TITLE)
    length = ending.start() - 1 if ending is not None else 0
    if ending is not None and ending[0] == '"' and not ends_quotation(behind, ending.start()):
        return None
    return (start, start + length) if length > 0 and "\n" not in behind[1 : 1 + length] else None


def _behind_members(head: Token) -> int:
    """Give the token behind what an event is of or for, in small letters: "a round table of experts | , “…”"."""
    doc, first = head.doc, head.i + 1
    brought = next((c for c in head.rights if c.i == first and c.dep_ == "prep" and c.lower_ in _COMPLEMENTS), None)
    if brought is None:
        return first
    inside = doc[first : min(first + _FEW, head.sent.end)]
    end = next((t.i for t in inside if t.text == ","), first)
    plain = all(t.is_alpha and t.is_lower and not t.ent_type_ and t.pos_ not in {"VERB", "AUX"} for t in doc[first:end])
    return end if plain else first


_FEW = 7  # tokens of what an event is of


def leads_up(head: Token) -> int:
    """Give how many tokens behind a noun lead up to what it is called: "a round table | under the title | “…”"."""
    behind = head.doc[head.i + 1 : min(head.i + 1 + _LEADS_UP, head.sent.end)]
    verb = next((t for t in behind[:2] if t.pos_ == "VERB"), None)
    if verb is not None and any(c.dep_ == "nsubj" and c.i < head.i and c.tag_ != "WDT" for c in verb.children):
        return 0  # "the report read at the seminar | bore the title “…”"
    for length in range(len(behind), 0, -1):
        said = " ".join(token.lower_ for token in behind[:length]).removeprefix(", ")
        if said in read("en", "descriptions")["titling"]:
            return length
    return 0


_LEADS_UP = 7  # tokens, at most, that lead up to a title


def _is_title_apart(head: Token, quote: int) -> bool:
    """Tell whether a quotation behind a comma is the title of the event or programme before it, not what is said."""
    kind = kind_of("en", [t.lower_ for t in head.doc[max(head.sent.start, head.i - 1) : head.i + 1]])  # "round table"
    fits = kind is not None and (is_a(kind.cls, "Event") or kind.cls == "Programme")
    if not fits or head.dep_ not in {"nsubj", "nsubjpass", "dobj", "attr", "pobj"}:
        return False
    closing = _closing(head.doc[quote])
    if closing is None or not head.doc[quote + 1].text[:1].isupper() or closing.i + 1 >= len(head.doc):
        return False
    ends = head.doc[closing.i - 1].text in {",", ".", "!", "?"}  # "…," he said
    behind = head.doc[closing.i + 1]
    if behind.text == "," and closing.i + 2 < len(head.doc):
        behind = head.doc[closing.i + 2]
    return not ends and (behind.pos_ in {"AUX", "VERB", "ADP", "PUNCT", "CCONJ"} or behind.is_space)


def _closing(token: Token) -> Token | None:
    """Give the mark that ends the quotation which a token begins."""
    if token.text not in {'"', "'"}:
        return None
    behind = token.doc[token.i + 1 : min(token.i + _LONGEST, token.sent.end)]
    return next((t for t in behind if t.text == token.text), None)


def reach(head: Token) -> int:
    """Give where the description ends with what follows its head: "of presenting the certificate of registration"."""
    last = head
    studied = kind_of("en", [head.lower_])
    event = studied is not None and is_a(studied.cls, "Event")
    behind = head.nbor() if head.i + 1 < len(head.doc) else head
    agreed = studied is not None and is_a(studied.cls, "Agreement")
    trains = head.lower_ in read("en", "descriptions")["courses_of_study"] and any(
        c.lower_ == "joint" for c in head.lefts
    )
    in_field = trains or (
        studied is not None
        and (is_a(studied.cls, "Programme") or _is_given_in(studied, behind) or _works_in(studied, behind))
    )
    brings_in = _COMPLEMENTS | ({"in"} if in_field else set())
    brings_in |= {"about"} if event or agreed else set()
    # "signed a roadmap for the centre", where parsers hang the centre on the verb
    loose = {"for"} | (brings_in - _COMPLEMENTS)
    astray = behind.lower_ in loose and behind.head == head.head and head.dep_ == "dobj"
    # "the signing of the Agreement on cooperation by A": wherever the parser hangs what an agreement is on
    agreed = agreed and not _tells_when_or_where(behind)
    talked = event and not _dates(behind) and _begins_topic(behind)
    # nor what a forum is on: "attended a forum on trade in grain"
    astray = astray or ((agreed or talked) and behind.lower_ == "on" and behind.head != head)
    # "the finals and summit for the two industries"
    joined = head.dep_ == "conj" and behind.head == head.head and behind.lower_ in {"of", "for"}
    astray = astray or (event and joined and not _tells_when_or_where(behind))
    hyphens = 0
    for child in [behind] if astray else head.rights:
        if child.dep_ != "prep" or child.lower_ not in brings_in or child.i != last.i + 1:
            break
        if child.i + 1 < len(head.doc) and child.nbor().lower_ == "behalf":
            break
        if child.lower_ in {"in", "for"} and _tells_when_or_where(child):
            break  # "launched a programme in Harbin", "in autumn", "for three years"
        if child.lower_ == "on" and any(t.norm_ == "monday" for t in child.children):
            break  # "had a meeting on March 29"
        if child.lower_ == "on" and any(t.ent_type_ == "Person" for t in child.children):
            break  # "conferred a doctorate on Ivan Sokolov"
        outside = read("en", "descriptions")["outside"]
        for token in head.doc[child.i : child.right_edge.i + 1]:
            if (closing := _closing(token)) is not None and token.i > child.i:
                last = head.doc[with_undertaking(head.doc, closing.i)]
                return int(last.idx + len(last))  # "agreement on the school “Baikal – Hulun”"
            stops = (
                token.dep_ in {"relcl", "acl", "punct", "nsubj", "nsubjpass"}  # "cooperation that they signed"
                or token.is_space
                or token.pos_ in {"AUX"}
                or token.tag_ in {"WDT", "WP"}
                or (token.lower_ in {"on", "upon"} and token.nbor().ent_type_ == "Person")
                or (token.lower_ in outside and token.nbor().ent_type_ and token.i > head.i + 1)
            ) and not (_goes_on(token, child.right_edge) or _is_intended(token, head))
            hyphens += token.text == "-"
            if (stops and token.text != "-") or token.i - head.i - 2 * hyphens > _LONGEST:
                break  # a word with a hyphen, which is three tokens, counts as one
            last = token
        else:
            continue
        break
    if last.i + 1 < len(head.doc) and last.i > head.i and (closing := _closing(last.nbor())) is not None:
        return int(closing.idx + len(closing))  # "a roadmap for the centre “Amur Soy”"
    while last.i > head.i and (last.is_punct or last.pos_ in {"ADP", "DET", "CCONJ", "ADV", "SCONJ", "PRON"}):
        last = last.nbor(-1)
    if head.is_title and last.i == head.i and _is_titled_on(behind):
        last = behind.nbor()
    if head.is_title and last.is_title and last.i > head.i:
        last = _capitals_from(last)
    end = int(last.idx + len(last))
    if event and last.i > head.i:  # "conference on energy | and law", where parsers hang law on the conference
        return and_field(whole(head.doc), head.idx, end, head.sent.end_char)
    return end


def _is_given_in(honour: Kind, preposition: Token) -> bool:
    """Tell whether "in" behind an honour brings in a field of it: "a prize in physics", not "in the competition"."""
    if not is_a(honour.cls, "Recognition") or preposition.lower_ != "in" or preposition.i + 1 >= len(preposition.doc):
        return False
    noun = next((t for t in preposition.children if t.dep_ == "pobj"), None)
    said = kind_of("en", [noun.lower_]) if noun is not None else None
    return (
        noun is not None and preposition.nbor().pos_ in {"NOUN", "ADJ", "PROPN"} and not noun.like_num and said is None
    )


def _works_in(body: Kind, preposition: Token) -> bool:
    """Tell whether "in" behind a body brings in its field: "a joint centre in biomedicine", not "in cooperation"."""
    if not is_a(body.cls, "Organization") or preposition.lower_ != "in" or preposition.i + 1 >= len(preposition.doc):
        return False
    noun = next((t for t in preposition.children if t.dep_ == "pobj"), None)
    plain = (
        noun is not None and noun.is_lower and not noun.ent_type_ and not any(c.dep_ == "det" for c in noun.children)
    )
    return noun is not None and plain and _is_studied(noun.lower_)


def _is_studied(word: str) -> bool:
    """Tell whether a word is a field by its ending, none of how something is done: "biomedicine", no "partnership"."""
    names = read("en", "names")
    known = any(word.endswith(subject) for subject in names["subjects"] if len(subject) > _FEW)
    return word not in names["no_subjects"] and (known or word in names["subjects"] or is_field(word.title()))


def _is_intended(token: Token, head: Token) -> bool:
    """Tell whether a verb says what an agreement wants: "an agreement on the intention | to cooperate"."""
    will = token.head
    return (
        token.tag_ == "VB"
        and token.dep_ in {"acl", "relcl"}
        and head.i < will.i
        and will.lower_ in read("en", "descriptions")["intentions"]
        and token.nbor(-1).lower_ == "to"
        and not any(c.dep_ in {"dobj", "nsubj"} for c in token.children)
    )


def _begins_topic(preposition: Token) -> bool:
    """Tell whether what an event is on stands behind a preposition: "on trade", "on the safe | use of ice"."""
    behind = preposition.doc[preposition.i + 1 : min(preposition.i + _FEW, preposition.sent.end)]
    if not behind or behind[0].pos_ in {"NOUN", "ADJ"}:
        return bool(behind)
    noun = next((t for t in behind[1:] if t.pos_ != "ADJ"), behind[0])
    topical = noun.lower_ in read("en", "descriptions")["topical"] and noun.i + 1 < len(noun.doc)
    return topical and behind[0].lower_ == "the" and noun.nbor().lower_ == "of"


def _goes_on(comma: Token, last: Token) -> bool:
    """Tell whether the topic of an event goes on behind a comma, in small letters: "on law, | trade and ecology"."""
    outside = read("en", "descriptions")["outside"]
    behind = comma.doc[comma.i + 1 : last.i + 1]
    rest = comma.doc[comma.i + 1 : next((t.i for t in behind if t.lower_ in outside), last.i + 1)]
    plain = (
        t.lower_ in {",", "and", "of"} or (t.is_lower and t.pos_ in {"NOUN", "ADJ"} and not t.ent_type_) for t in rest
    )
    joined = next((t.i for t in rest if t.lower_ == "and"), None)
    return comma.text == "," and joined is not None and len(rest) > 0 and rest[-1].pos_ == "NOUN" and all(plain)


def fullest(head: Token) -> int | None:
    """Give where an agreement's description ends with its parties: "agreement with A on cooperation in science"."""
    last, parties = head, False
    for child in head.rights:
        brought = child.dep_ == "prep" and child.i == last.i + 1 and child.lower_ in _COMPLEMENTS | _WITH
        inside = child.subtree if brought else ()
        if not brought or any(t.is_space or t.pos_ in {"AUX", "VERB"} or t.tag_ in {"WDT", "WP"} for t in inside):
            break
        named = [t for t in child.children if t.dep_ == "pobj" and is_a(t.ent_type_ or "Event", "Organization")]
        parties = parties or bool(named)
        last = child.right_edge
    while last.i > head.i and last.is_punct:
        last = last.nbor(-1)
    return last.idx + len(last) if parties and last.i - head.i <= _FULLEST else None


def quoted_end(first: Token) -> int:
    """Give where the quotation ends that the words of an agreement begin: "the “Contract …”"; 0 without one."""
    doc, mark = first.doc, first.nbor(-1) if first.i else first
    if mark.text != '"' or mark.whitespace_ or (mark.i and not doc[mark.i - 1].whitespace_):
        return 0
    inside = doc[first.i : min(first.i + 2 * _FULLEST, len(doc))]
    closing = next((t for t in inside if t.text == '"' or t.is_space), None)
    return closing.idx if closing is not None and closing.text == '"' else 0


def dedicated(head: Token) -> int:
    """Give where an event's description ends with what the event is dedicated to; 0 where nothing is said of that."""
    given = read("en", "entitled")["given_to"]
    verb = next((t for t in head.doc[head.i + 1 : head.i + _NEAR] if t.lower_ in given), None)
    if verb is None or verb.head.i != head.i or verb.dep_ != "acl":
        return 0
    between = head.doc[head.i + 1 : verb.i]
    to = next((c for c in verb.children if c.lower_ == "to" and c.i == verb.i + 1), None)
    if to is None or any(t.is_punct or t.is_space for t in between):
        return 0
    last = to
    for token in head.doc[to.i + 1 : to.right_edge.i + 1]:
        if token.is_space or token.dep_ in {"relcl", "advcl"} or token.tag_ in {"WDT", "WP"}:
            break
        if token.lower_ in {"in", "on", "at"} and _tells_when_or_where(token):
            break  # "dedicated to soils | in Omsk"
        last = token
    while last.i > to.i and (last.is_punct or last.pos_ in {"ADP", "DET", "CCONJ"}):
        last = last.nbor(-1)
    return last.idx + len(last) if to.i < last.i <= head.i + _FULLEST else 0


_NEAR = 8  # tokens between an event's noun and "dedicated"
_WITH = {"with", "among"}
_FULLEST = 24  # tokens


def _tells_when_or_where(preposition: Token) -> bool:
    """Tell whether what "in" or "for" brings in is a place, a date, a season or a number of years."""
    return any(
        bool(
            token.ent_type_
            and is_a(token.ent_type_, "Place")
            and (preposition.lower_ != "for" or token.head == preposition)
        )
        or token.norm_ == "monday"
        or (token.like_num and token.head == preposition)
        or token.lower_ in _times()
        for token in preposition.subtree
    )


def _dates(preposition: Token) -> bool:
    """Tell whether what a preposition brings in itself is a name, a date or a time: "on Friday", "on May 3"."""
    return any(
        t.ent_type_ or t.norm_ == "monday" or t.like_num or t.pos_ == "PROPN" or t.lower_ in _times()
        for t in preposition.children
    )


@cache
def _times() -> frozenset[str]:
    return frozenset(read("en", "dates")["seasons"]) | frozenset(read("en", "names")["counted_events"])


def _is_to_found(name: Token) -> bool:
    """Tell whether a name is of what the words before it are to found: "on Building the | History Research Center"."""
    before = name.doc[max(0, name.i - 2) : name.i]
    articles = read("en", "words")["articles"]
    return any(t.lower_ in read("en", "words")["foundings"] for t in before if t.lower_ not in articles)


def _is_titled_on(behind: Token) -> bool:
    """Tell whether a title goes on behind its noun, however parsed: "Agreement | on Jointly Building X"."""
    follows = behind.nbor() if behind.i + 1 < len(behind.doc) else behind
    return behind.lower_ == "on" and follows.is_title and follows.pos_ == "ADV" and not follows.ent_type_


def _capitals_from(last: Token) -> Token:
    """Give the last word of a name in capitals that goes on: "Memorandum on Joint Research | in Soybean Breeding"."""
    for token in last.doc[last.i + 1 : last.sent.end]:
        kind = kind_of("en", [token.lower_])
        # what only the model takes for a name of something may be words of this one
        named = token.ent_type_ not in {"", "Organization"} and not _is_to_found(token)
        verb = token.pos_ == "VERB" and not (token.tag_ == "VBG" and token.is_title)
        if named or verb or (kind is not None and kind.cls == "Agreement"):
            break
        if token.is_title or token.ent_type_:
            last = token
        elif token.lower_ not in read("en", "descriptions")["within_titles"] and not _is_of_title(token, last):
            break
    return last


def _is_of_title(to: Token, last: Token) -> bool:
    """Tell whether "to" goes on with a name in capitals: "Memorandum on Harm | to Forests", not "… to Rector A"."""
    behind = to.nbor() if to.i + 1 < len(to.doc) else to
    held = to.head.i == last.i or to.head.lemma_ in read("en", "descriptions")["signed"]  # nothing is signed to A
    return to.lower_ == "to" and held and behind.is_title and not behind.ent_type_
