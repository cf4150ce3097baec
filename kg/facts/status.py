"""Whether a clause says that something is so, is planned, is proposed, or is not so."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import cast

from spacy.tokens import Token

from kg.facts.clauses import FINITE, agreed_in, is_passive
from kg.languages.lexicon import read, said, words
from kg.records import Lang, Status

_CLAUSES = {"xcomp", "ccomp", "advcl", "acl", "pcomp", "relcl"}


@cache
def _words(lang: Lang) -> tuple[dict[str, Status], frozenset[str], dict[str, Status], frozenset[str]]:
    data = read(lang, "modality")
    governors = {word: Status(status) for status in ("planned", "proposed", "denied") for word in data[status]}
    adverbs = {word: Status(status) for word, status in data["adverbs"].items()}
    return governors, frozenset(data["future"]), adverbs, frozenset(data["negation"])


def status(predicate: Token) -> Status:
    """Give how the document puts what a verb or noun says."""
    known = predicate.doc.user_data.setdefault(_STATUS, {})  # many rules ask of one verb
    if predicate.i not in known:
        known[predicate.i] = _status(predicate)
    found: Status = known[predicate.i]
    return found


_STATUS = "srac_status"


def _status(predicate: Token) -> Status:
    lang = cast("Lang", predicate.lang_)
    if (end := _ended_by(predicate)) is not None and (ahead := status(end)) is not Status.HELD:
        return ahead  # "the visit will end with the signing of an agreement"
    if _had_chance(predicate):
        return Status.HELD
    seen = 0
    token = predicate
    while seen < 8:
        seen += 1
        head = token.head
        went = (
            token.i == predicate.i
            and token.lemma_ in words(lang, "presence")
            and token.dep_ in {"advcl", "xcomp", "acl", "relcl"}
        )
        motion = (
            next((above for above in (head, head.head) if above.lemma_ in words(lang, "motion")), None)
            if went
            else None
        )
        if motion is not None:
            if any(child.dep_ == "aux" for child in motion.children) and motion.tag_ == "VBG":
                return Status.PLANNED  # "was going to visit"
            perfect = any(child.dep_ == "aux" and child.lemma_ in words(lang, "have") for child in motion.children)
            # "was invited to attend" tells of who was there, "has been invited" and "invited X" of who may be
            asks = motion.lemma_ in words(lang, "asking")
            asked = asks and (perfect or not is_passive(motion) or _is_countered(predicate))
            return _here(motion, lang) or (Status.PROPOSED if asked else Status.HELD)
        if (found := _here(token, lang)) is not None:
            return found
        if token.i == predicate.i and _is_past(token) and any(_is_later(child) for child in token.children):
            break  # "it was decided to renew the plan after A had been elected"
        if head.i == token.i or _is_parted(token):
            break
        found = _above(token, head, lang)
        if found is not None:
            return found
        if token.dep_ in {"acl", "advcl"} and token.tag_ == "VBN" and token.i == predicate.i and _is_done(token):
            break  # "the text of the agreement signed by A": what was signed was
        if token.dep_ not in _CLAUSES | {
            "acomp",
            "csubj",
            "conj",
            "dobj",
            "nsubjpass",
            "nsubj",
            "attr",
            "pobj",
            "prep",
            "appos",
        }:
            break
        if token.dep_ == "conj" and any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in token.children):
            break
        if token.dep_ == "conj" and token.tag_ in FINITE and head.tag_ == "VB":
            break  # "came to sign an agreement and signed it"
        if token.dep_ == "acl" and token.tag_ in FINITE:
            break  # "the memorandum that A and B signed is to help"
        if token.dep_ in {"relcl", "appos", "ccomp"} or (
            token.dep_ in {"nsubj", "pobj", "prep"}
            and token.i != predicate.i
            and head.pos_ == "VERB"
            and token.pos_ == "VERB"
        ):
            break
        if token.dep_ == "advcl" and _stands_alone(token):
            break  # "they have been running a programme, whose first students will graduate", read as one clause
        if token.dep_ == "pobj" and said(head, "settled_by") and token.i != predicate.i:
            break
        if token.dep_ == "prep" and said(token, "settled_by"):
            break
        if token.dep_ == "pobj" and said(head, "of") and head.head.lemma_ in words(lang, "aims"):
            break  # "the aim of the visit was"
        token = head
    return Status.HELD


def _is_countered(verb: Token) -> bool:
    """Tell whether a "but" stands behind an act: "was invited to attend, but declined"."""
    return any(said(t, "but") and t.dep_ == "cc" for t in verb.doc[verb.i + 1 : verb.sent.end])


def _had_chance(verb: Token) -> bool:
    """Tell whether somebody had the chance to be somewhere, which reports say of who was: "had a chance to visit"."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VB" or not said(noun, "chances") or noun.dep_ != "dobj":
        return False
    been = verb.lemma_ in words(verb.lang_, "visiting") | words(verb.lang_, "calling_at")
    had = noun.head.tag_ == "VBD" and noun.head.lemma_ in words(verb.lang_, "getting_chances")
    beside = {c.dep_ for c in (*noun.children, *noun.head.children)}
    one = any(said(c, "articles") for c in noun.children)  # not "little chance"
    alone = not beside & {"neg", "cc"}  # not "had the chance, but declined"
    return been and had and one and alone and "cc" not in {c.dep_ for c in verb.children}


def _ended_by(noun: Token) -> Token | None:
    """Give the verb that tells of what an act of signing was the end: "the talks ended with the signing of"."""
    if noun.pos_ == "VERB" or noun.lemma_ not in words(noun.lang_, "signings"):
        return None
    top = noun
    while top.dep_ == "conj":
        top = top.head
    verb = top.head.head
    return verb if top.dep_ == "pobj" and verb.pos_ == "VERB" and verb.lemma_ in words(noun.lang_, "ending") else None


def _is_done(participle: Token) -> bool:
    """Tell whether a participle says what was done, and not on what condition: "once signed, it will"."""
    if participle.dep_ == "acl":
        return True
    joined = any(child.dep_ in {"aux", "auxpass", "mark", "advmod"} for child in participle.children)
    above = participle.head.children
    supposed = any(c.dep_ == "aux" and said(c, "supposing") for c in above)  # "signed in time, it could have"
    again = any(c.dep_ == "advcl" and c.i != participle.i and c.lemma_ == participle.lemma_ for c in above)
    if supposed or again:
        return False
    return participle.i == participle.sent.start and not joined


def _was_honoured(verb: Token) -> bool:
    """Tell whether somebody had the pleasure of doing something: "was glad to host", "has been honoured to host"."""
    beside = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    has = is_passive(verb) and any(c.lemma_ in words(verb.lang_, "have") for c in beside)
    return said(verb, "glad") and (has or _is_past(verb)) and not any(c.tag_ == "MD" for c in beside)


def _is_later(mark: Token) -> bool:
    """Tell whether a word puts what a clause hangs on behind what the clause says: "after it had been signed"."""
    return mark.dep_ in {"mark", "advmod"} and said(mark, "once_done")


def _stands_alone(verb: Token) -> bool:
    """Tell whether a clause has a subject and tense of its own, and nothing that hangs it on another."""
    hanging = {child.dep_ for child in verb.children}
    finite = verb.tag_ in FINITE or any(c.tag_ in FINITE for c in verb.children if c.dep_ in {"aux", "auxpass"})
    asks = any(child.tag_ in {"WRB", "WP", "WDT"} for child in verb.children)
    marks = [child for child in verb.children if child.dep_ == "mark"]
    alone = all(said(mark, "reasons") for mark in marks)  # "as A is a member of the association, it was possible"
    return finite and bool(hanging & {"nsubj", "nsubjpass"}) and alone and not asks


def _is_parted(verb: Token) -> bool:
    """Tell whether a semicolon parts a clause from the one behind it: "A visited B; a laboratory is planned"."""
    before = verb.dep_ == "ccomp" and verb.i < verb.head.i
    return before and _stands_alone(verb) and any(t.text == ";" for t in verb.doc[verb.i + 1 : verb.head.i])


def denies(arguments: Iterable[Token], lang: Lang) -> bool:
    """Tell whether what an act is said of is nothing or nobody: "no agreement was signed", "neither A nor B signed"."""
    negation = _words(lang)[3]
    return any(
        child.lower_ in negation and not _adds(child) and not _excepts(token)
        for token in arguments
        for child in token.children
        if child.dep_ in _DENYING
        and not (child.i > token.i and child.nbor(-1).text == ",")  # "a contract, not a letter"
    )


_DENYING = {"det", "preconj", "cc", "neg"}


def _adds(negation: Token) -> bool:
    """Tell whether a negating word negates nothing: "not only A but also B"."""
    return negation.i + 1 < len(negation.doc) and negation.nbor().lower_ in words(negation.lang_, "not_only")


def _is_past(verb: Token) -> bool:
    """Tell whether a verb tells of the past: "was signed the next morning"."""
    return verb.tag_ == "VBD" or any(c.dep_ in {"aux", "auxpass"} and c.tag_ == "VBD" for c in verb.children)


def is_possible(noun: Token) -> bool:
    """Tell whether a noun is said to be of what may yet be: "possible areas of cooperation", "a draft agreement"."""
    beside = [child for child in noun.children if child.dep_ in {"amod", "compound"}]
    return noun.pos_ == "NOUN" and any(said(child, "possible") for child in beside)


def awaits(occasions: Iterable[Token], predicate: Token) -> bool:
    """Tell whether what happens, not in the past, does so at something to come: "at the forthcoming forum"."""
    coming = (child for token in occasions for child in token.children if child.dep_ in {"amod", "compound"})
    link = predicate.head if predicate.dep_ == "attr" else predicate  # "A is host to the forthcoming forum"
    verb = next((t for t in (link, *predicate.ancestors) if t.pos_ == "VERB"), link)
    return verb.tag_ in {"VBZ", "VBP"} and any(said(child, "coming") for child in coming)


def is_elected(title: Token) -> bool:
    """Tell whether a title is what somebody is named or chosen to be: "was not chosen as | the host city"."""
    by_as = title.dep_ == "pobj" and said(title.head, "as")
    return title.dep_ == "oprd" or (by_as and title.head.head.lemma_ in words(title.lang_, "electing"))


def _excepts(token: Token) -> bool:
    """Tell whether what is said of nobody is said of one: "no other university than A has signed"."""
    beside = {part.lower_ for part in token.doc[token.left_edge.i : token.i + 2]}
    return bool(beside & words(token.lang_, "else")) and bool(beside & words(token.lang_, "than"))


def _here(token: Token, lang: Lang) -> Status | None:
    """Read the words that hang on the token itself."""
    _, future, adverbs, negation = _words(lang)
    for child in token.children:
        if (child.dep_ == "neg" or (child.lower_ in negation and child.dep_ in {"det", "advmod", "preconj"})) and not (
            _adds(child) or _excepts(token)
        ):
            return Status.DENIED
    if is_possible(token):
        return Status.PLANNED  # "possible areas of cooperation"
    for child in token.children:  # "will not open" is no plan
        if child.dep_ == "aux" and child.lower_ in future:
            return Status.PLANNED
        if (
            child.dep_ in {"npadvmod", "advmod", "nmod"}
            and not _is_past(token)
            and any(said(part, "coming") for part in (child, *child.children))
        ):
            return Status.PLANNED  # "next week they fly to"
        if child.dep_ == "advmod":
            phrase = " ".join(part.lower_ for part in child.subtree)  # "no longer" is two words
            if phrase in adverbs:
                return adverbs[phrase]
        if child.dep_ == "mark" and said(child, "conditions"):
            return Status.PLANNED
    if token.tag_ == "VBG" and token.lemma_ in words(lang, "on_the_way"):
        being = [c for c in token.children if c.dep_ == "aux"]
        if being and all(c.lemma_ in words(lang, "be") and c.tag_ in {"VBZ", "VBP"} for c in being):
            return Status.PLANNED  # "is flying to Harbin"
    told = _by_adjective(token, lang)
    if (
        told is None
        and token.lemma_ in words(lang, "be")
        and any(c.dep_ in {"xcomp", "ccomp"} and _is_infinitive(c) for c in token.children)
    ):
        return Status.PLANNED  # "the agreement is to be signed"
    if agreed_in(token) is not None:
        return None
    if token.pos_ == "VERB" and any(said(c, "to") and c.dep_ == "aux" for c in token.children):
        # "is to begin", and purposes: "came to open"
        able = token.head.dep_ == "acomp" and said(token.head, "achieved")
        if able and token.head.head.lemma_ in words(lang, "be") and token.head.head.tag_ not in {"VBD", "VBN"}:
            return Status.PLANNED  # "is able to sign"
        if token.dep_ == "advcl" and (put := _by_adjective(token.head, lang)) is Status.HELD:
            return put
        if token.dep_ in {"xcomp", "ccomp"} and token.head.lemma_ in words(lang, "be"):
            return _by_adjective(token.head, lang) or Status.PLANNED
        if token.dep_ in {"acl", "relcl", "advcl"} and said(token.head, "firsts"):
            return Status.HELD  # "was the first to sign"
        if token.dep_ in {"advcl", "relcl", "ROOT", "appos"} or (token.dep_ == "acl" and is_passive(token)):
            return Status.PLANNED  # also "the agreement to be signed", "Protocol (to be signed)"
    return None


def _by_adjective(be: Token, lang: Lang) -> Status | None:
    """Give how "it was possible to sign" puts what it tells of: what was possible then was done."""
    told = next((c for c in be.children if c.dep_ == "acomp"), None) if be.lemma_ in words(lang, "be") else None
    if told is None or not any(c.dep_ in {"xcomp", "ccomp", "advcl"} and _is_infinitive(c) for c in be.children):
        return None
    willing = said(told, "achieved") or said(told, "glad")
    done = willing and be.tag_ in {"VBD", "VBN"} and not any(c.dep_ == "neg" for c in be.children)
    return Status.HELD if done else Status.PLANNED


def _is_infinitive(verb: Token) -> bool:
    return any(said(c, "to") and c.dep_ == "aux" for c in verb.children)


def _is_intended(verb: Token, head: Token) -> bool:
    """Tell whether an act is what a paper only tells the will to: "signed a letter of intent to open a laboratory"."""
    papers = words(verb.lang_, "of_intent")
    if verb.dep_ == "acl":
        return head.lemma_ in papers and any(said(child, "to") for child in verb.children)
    above = head.head
    if verb.dep_ != "pcomp" or above.lemma_ not in papers | words(verb.lang_, "make_agreements"):
        return False
    signed = [child for child in above.children if child.dep_ in {"dobj", "nsubjpass"}]
    return above.lemma_ in papers or any(t.lemma_ in papers for t in signed)


def _above(token: Token, head: Token, lang: Lang) -> Status | None:
    """Read the word that the clause hangs on."""
    governors, _, _, _ = _words(lang)
    lemma = head.lemma_.lower()
    if token.dep_ == "attr" and head.lemma_ in words(lang, "be"):  # "the aim is a joint university"
        subjects = (child.lemma_.lower() for child in head.children if child.dep_ == "nsubj")
        return next((governors[subject] for subject in subjects if subject in governors), None)
    if token.dep_ in {"acl", "relcl", "ccomp", "appos"} and lemma in words(lang, "hearsay"):
        # "denies reports that", "rumours that … are untrue"
        about = [head.head, *(c for c in head.head.children if c.dep_ == "acomp" and head.dep_ == "nsubj")]
        return next((Status.DENIED for t in about if governors.get(t.lemma_.lower()) is Status.DENIED), None)
    if _is_intended(token, head):
        return Status.PLANNED
    if token.dep_ == "csubj" and head.lemma_ in words(lang, "be"):  # "signing the agreement is on the agenda"
        told = [t for c in head.children if c.dep_ == "prep" for t in c.children if t.dep_ == "pobj"]
        return next((governors[t.lemma_.lower()] for t in told if t.lemma_.lower() in governors), None)
    if lemma in read(lang, "modality")["forward"]:
        ahead = any(said(child, "ahead") for child in head.children)
        return Status.PLANNED if ahead and (token.dep_ in _CLAUSES | {"prep"}) else None
    if lemma in words(lang, "with_particle") and any(c.dep_ == "prt" for c in head.children):
        return None  # "a laboratory of A and B was set up"
    if token.dep_ in _CLAUSES or (
        token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"dobj", "pobj", "nsubjpass"} and head.pos_ == "VERB"
    ):
        if token.dep_ == "advcl":
            return None
        if lemma in governors:
            return governors[lemma]
        if token.dep_ == "xcomp" and head.tag_ == "VBG" and lemma in words(lang, "going"):
            return Status.PLANNED  # "is going to host"
        if (
            token.dep_ == "xcomp"
            and head.pos_ == "VERB"
            and lemma not in words(lang, "aspect")
            and not _was_honoured(head)
            and any(said(c, "to") for c in token.children)
        ):
            return Status.PLANNED
    if token.dep_ == "prep" and lemma in governors and head.pos_ == "VERB" and said(token, "looked_to"):
        return governors[lemma]  # "looking forward to visiting"
    if token.dep_ == "pobj" and said(head, "of") and head.head.lemma_.lower() in words(lang, "aims"):
        return None  # "the aim of the visit was"
    made = token.lemma_ in words(lang, "making") | words(lang, "signings")
    if (token.dep_ == "pcomp" or (token.dep_ == "pobj" and made)) and head.head.lemma_.lower() in read(
        lang, "modality"
    )["talks"]:
        return Status.PLANNED  # "in talks on signing an agreement"
    if token.dep_ == "pcomp" and said(head, "once_done"):
        return None  # "after signing a contract, A invited students"
    if (
        token.dep_ in {"pobj", "pcomp"}
        and head.head.lemma_.lower() in governors
        and head.head.pos_ in {"NOUN", "VERB", "ADJ"}
    ):
        return governors[head.head.lemma_.lower()]
    return None
