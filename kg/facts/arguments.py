"""Who does what to whom: the arguments of a verb or noun in a dependency parse, whatever the construction.

Active, passive, participles, relative clauses, infinitives, coordination, light verbs ("hold talks",
"pay a visit") and nominal uses ("the signing of", "X's visit to") come out as the same roles:
``agent``, ``patient``, and one for each preposition by its word ("with", "in", "between").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Token

from kg.schema import is_a

Roles = dict[str, list[Token]]

_SUBJECTS = {"nsubj", "csubj"}
_PASSIVE = {"nsubjpass", "csubjpass"}
_RELATIVES = {"who", "which", "that", "whom", "whose"}
_EMPTY = {"be", "become", "have", "do"}


def _family(token: Token) -> str | None:
    """Give the top class of the name that a token is, None for a common word."""
    return next(
        (top for top in ("Organization", "Person", "Place", "Event") if token.ent_type_ and is_a(token.ent_type_, top)),
        None,
    )


def members(token: Token) -> list[Token]:
    """Give a token with all that is coordinated with it or stands beside it in apposition in a list.

    A list of names whose parse went astray often attaches its later members as appositions; a known name in
    apposition to a name is taken as one more member (an apposition that is a description is not).
    """
    found = [token]
    queue = [token]
    while queue:
        current = queue.pop()
        for child in current.children:
            astray = child.dep_ in {"appos", "npadvmod", "nummod"} and child.i > current.i
            more = child.dep_ == "conj" or (
                astray and _family(child) is not None and _family(child) == _family(current)
            )
            if more and child not in found:
                found.append(child)
                queue.append(child)
    found += [other for other in _run(token) if other not in found]
    return sorted(found, key=lambda t: t.i)


def _run(token: Token) -> list[Token]:
    """Give the names listed with a name as print has them, "A, B, and C", which parsers often tear apart."""
    family = _family(token)
    if family is None:
        return []
    doc, sentence = token.doc, token.sent
    run, joined = [token], False
    for step in (-1, 1):
        position, seen_and, seen_comma = token.i + step, False, False
        while sentence.start <= position < sentence.end:
            other = doc[position]
            if other.lower_ in {"and", "&"}:
                seen_and = True
            elif other.text == ",":
                seen_comma = True
            elif other.lower_ in {"the", "a"} and (step < 0 or seen_and or seen_comma):
                pass
            elif _family(other) == family and (seen_and or seen_comma):
                run.append(other)
                joined |= seen_and
                seen_and = seen_comma = False
            else:
                break
            position += step
    if not joined:
        return []
    run.sort(key=lambda t: t.i)
    before = run[0].i - 1
    while before >= sentence.start and doc[before].lower_ in {"the", "a"}:
        before -= 1
    # "Together with A, B and C did": the preposition before the list takes its first name only
    if before >= sentence.start and doc[before].pos_ == "ADP" and token.head.i != before and run[0].head.i == before:
        return []
    return run


def _expanded(tokens: Iterable[Token]) -> list[Token]:
    found: list[Token] = []
    for token in tokens:
        meant = _antecedents(token) if token.lower_ in _RELATIVES and token.pos_ in {"PRON", "DET"} else [token]
        for one in meant:
            for member in members(one):
                # "the exhibitions China Education Expo and …": the names say which
                named = (
                    []
                    if member.ent_type_
                    else [c for c in member.children if c.dep_ == "appos" and _family(c) == "Event"]
                )
                found += [name for n in named for name in members(n) if name not in found]
                found += [part for part in (member, *_instances(member)) if part not in found]
    return found


def _antecedents(pronoun: Token) -> list[Token]:
    """Give the noun that a relative pronoun stands for: the one its clause hangs on."""
    clause = pronoun.head
    while clause.dep_ not in {"relcl", "ROOT"} and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ != "relcl":
        return [pronoun]
    return [clause.head]


def between(verb: Token) -> list[Token]:
    """Give the other nouns that the relative clause of a verb can be about, nearest first.

    Parsers hang "the ceremony of presenting the certificate, which was received by" on the ceremony; what the
    clause is about is told by the classes that its frame admits.
    """
    if verb.dep_ != "relcl":
        return []
    head = verb.head
    nouns = [t for t in head.doc[head.i + 1 : verb.left_edge.i] if t.pos_ in {"NOUN", "PROPN"} and head in t.ancestors]
    return nouns[::-1]


_LISTS = frozenset(["-", "–", "—", ":", "including", "namely", "among", "such"])


def _instances(token: Token) -> list[Token]:
    """Give the names listed behind a plural: "major corporations in China - Haier Group, Seccoli Company"."""
    if token.ent_type_ or (token.tag_ != "NNS" and token.lemma_ not in _COUNTS):
        return []
    if token.dep_ in {"nsubj", "nsubjpass"} and (token.lemma_ in _BEARERS or token.lemma_ in _COUNTS):
        # "58 universities attended the conference, including A and B"
        for position in range(token.i + 1, token.sent.end - 1):
            if token.doc[position].text == "," and token.doc[position + 1].lower_ in {"including", "among"}:
                return _listed(token.doc[position + 2 : token.sent.end])
    sentence_end = token.sent.end
    position = token.i + 1
    while position < sentence_end and token.doc[position].lower_ not in _LISTS:
        other = token.doc[position]
        listed = other.text == "," and position + 1 < sentence_end and token.doc[position + 1].lower_ in _LISTS
        if other.pos_ in {"VERB", "AUX"} or (other.text in {",", ";"} and not listed):
            return []
        position += 1
    return _listed(token.doc[position + 1 : sentence_end])


_COUNTS = frozenset(["number", "total", "dozen", "range", "series", "variety", "majority"])
_BEARERS = frozenset(
    ["university", "institution", "company", "organization", "school", "institute", "participant", "representative", "delegate", "partner", "member"]
)


def _listed(span: Iterable[Token]) -> list[Token]:
    found: list[Token] = []
    for other in span:
        if _family(other) == "Organization":
            found.append(other)
        elif other.pos_ in {"VERB", "AUX"} or other.text in {";", ".", '"'}:
            break
    return found


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive: by its subject, its auxiliary, or as a past participle behind a noun."""
    if any(child.dep_ in {*_PASSIVE, "auxpass"} for child in verb.children):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return True
    return verb.dep_ == "conj" and verb.tag_ == "VBN" and not _own_subject(verb) and is_passive(verb.head)


def _own_subject(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in _SUBJECTS | _PASSIVE]


def _prepositions(token: Token) -> Roles:
    roles: Roles = defaultdict(list)
    for child in token.children:
        if child.dep_ not in {"prep", "agent", "dative"} or child.pos_ not in {"ADP", "SCONJ", "VERB", "ADV"}:
            continue
        inner = list(child.children)
        objects = [grandchild for grandchild in inner if grandchild.dep_ in {"pobj", "pcomp"}]
        name = "by" if child.dep_ == "agent" else child.lower_
        for deeper in (grandchild for grandchild in inner if grandchild.dep_ == "prep"):
            # "together with", "as part of", "within the framework of"
            objects_below = [t for t in deeper.children if t.dep_ == "pobj"]
            roles[deeper.lower_] += _expanded(objects_below)
        for obj in objects:
            if name == "with" and any(m.nbor().lower_ == "as" for m in members(obj) if m.i + 1 < len(m.doc)):
                continue  # "with X and Y as witnesses"
            nested = [t for t in obj.children if t.dep_ == "prep" and t.lower_ == "of"]
            if (
                obj.lemma_
                in {"behalf", "part", "framework", "frame", "course", "presence", "invitation", "support", "initiative"}
                and nested
            ):
                roles[obj.lemma_] += _expanded(t for n in nested for t in n.children if t.dep_ == "pobj")
            else:
                roles[name] += [t for t in _expanded([obj]) if t not in roles[name]]
    return roles


def _merge(into: Roles, more: Roles) -> None:
    for role, tokens in more.items():
        into[role] += [token for token in tokens if token not in into[role]]


def verb_roles(verb: Token) -> Roles:
    """Give the roles around a verb."""
    roles: Roles = defaultdict(list)
    passive = is_passive(verb)
    _merge(roles, _prepositions(verb))
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            roles["agent"] += _expanded([child])
        elif child.dep_ in _PASSIVE or (child.dep_ in {"dobj", "attr", "oprd"} and not (child.dep_ == "attr" and child.tag_.startswith("W"))):
            roles["patient"] += _expanded([child])
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            roles["dative"] += _expanded([child])
        elif child.dep_ == "prt" or (child.dep_ == "prep" and not list(child.children)):
            continue
    if passive and not roles["patient"] and verb.dep_ == "acl":
        roles["patient"] += _expanded([verb.head])
    if passive:
        roles["agent"] += [t for t in roles["by"] if t not in roles["agent"]]
    if not _own_subject(verb):
        _inherit(verb, roles, passive)
        if (
            not roles["patient" if passive else "agent"]
            and verb.dep_ == "ROOT"
            and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
        ):
            # "In July Lu Zhiyu took part": a name before a verb without subject is its subject
            before = verb.i - 1
            while before >= verb.sent.start and (
                verb.doc[before].pos_ in {"ADV", "AUX"} or verb.doc[before].text == ","
            ):
                before -= 1
            if before >= verb.sent.start and _family(verb.doc[before]) in {"Organization", "Person"}:
                roles["patient" if passive else "agent"] += _expanded([verb.doc[before]])
    if verb.dep_ == "acl" and verb.head.pos_ in {"NOUN", "PROPN"}:
        roles["above"] += [verb.head]
    if passive and verb.dep_ == "acl" and not roles["agent"]:
        # "Under the agreement signed in 2016, A and B exchange students": those whom the sentence is about
        above = verb.head
        while above.pos_ != "VERB" and above.head.i != above.i:
            above = above.head
        if above.pos_ == "VERB" and above.i != verb.i:
            about = [t for child in above.children if child.dep_ in _SUBJECTS for t in _expanded([child])]
            roles["agent"] += about if len(about) >= 2 else []
    for role in ("patient", "agent"):
        if any(t.i == verb.head.i for t in roles[role]):
            roles[f"{role}?"] += between(verb)
    # the object's own prepositions belong to the act: "signed an agreement with"
    for obj in list(roles["patient"]):
        if obj.pos_ in {"NOUN", "PROPN"} and not obj.ent_type_:
            for role, tokens in _prepositions(obj).items():
                if role != "of":
                    roles[role] += [t for t in tokens if t not in roles[role]]
    return roles


def _inherit(verb: Token, roles: Roles, passive: bool) -> None:
    """Fill in the subject that a verb shares with the one it depends on."""
    role = "patient" if passive else "agent"
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        above = verb_roles(verb.head)
        shared = above["patient" if is_passive(verb.head) else "agent"]
        roles[role] += [t for t in shared if t not in roles[role]]
        if role == "agent" and not roles["patient"] and verb.i > verb.head.i:
            pass  # "founded and opened X": the object follows the last verb; see below
    elif verb.dep_ in {"xcomp", "advcl", "ccomp", "pcomp"}:
        head = verb.head
        while head.pos_ in {"ADP", "SCONJ"} and head.head.i != head.i:
            head = head.head
        if head.pos_ in {"VERB", "AUX"}:
            above = verb_roles(head)
            shared = above["patient" if is_passive(head) else "agent"]
            if (
                verb.dep_ == "xcomp"
                and above["patient"]
                and not is_passive(head)
                and head.lemma_ in {"invite", "ask", "allow", "help"}
            ):
                shared = above["patient"]
            roles[role] += [t for t in shared if t not in roles[role]]
    elif verb.dep_ == "acl" and not passive:
        if verb.tag_ == "VBG":
            roles[role] += _expanded([verb.head])
        else:  # "an agreement to establish X": those who made the agreement
            governor = verb.head.head
            if governor.pos_ == "VERB" and verb.head.dep_ in {"dobj", "nsubjpass"}:
                made = verb_roles(governor)
                roles[role] += [t for t in (*made["agent"], *made["with"]) if t not in roles[role]]
    if not roles["patient"] and not passive:
        for other in verb.children:
            if other.dep_ == "conj" and other.pos_ == "VERB":
                roles["patient"] += _expanded(t for t in other.children if t.dep_ == "dobj")


LIGHT = frozenset(
    ["hold", "conduct", "carry", "take", "pay", "make", "have", "give", "begin", "start", "continue", "complete", "put", "enter", "participate", "lead", "go", "undertake", "reach", "finalize", "become", "maintain", "keep", "build", "develop", "strengthen", "establish", "extend", "expand", "deepen", "enhance"]
)
_HAPPEN = frozenset(["take", "occur", "happen", "begin", "start", "continue", "hold", "be", "end"])


def noun_roles(noun: Token) -> Roles:
    """Give the roles around a noun that names an act: "the signing of", "X's visit to", "held talks with"."""
    roles: Roles = defaultdict(list)
    _merge(roles, _prepositions(noun))
    for child in noun.children:
        if child.dep_ == "poss":
            roles["agent"] += _expanded([child])
        elif child.dep_ == "compound" and child.ent_type_:
            roles["compound"] += [child]
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            roles["agent"] += [t for t in verb_roles(child)["by"] if t not in roles["agent"]]
            _merge(roles, {r: t for r, t in _prepositions(child).items() if r not in {"of", "by"}})
    roles["agent"] += [t for t in roles["by"] if t not in roles["agent"]]
    top = noun
    while top.dep_ == "conj":
        top = top.head
    governor = top.head
    if top.dep_ == "pobj" and governor.pos_ == "ADP" and governor.head.pos_ in {"NOUN", "PROPN"}:
        # "an agreement on the creation of": those who made the agreement create
        roles["above"] += [governor.head]
        above_verb = governor.head.head
        if above_verb.pos_ == "VERB" and governor.head.dep_ in {"dobj", "nsubjpass"}:
            made = verb_roles(above_verb)
            roles["agent"] += [t for t in (*made["agent"], *made["with"], *made["between"]) if t not in roles["agent"]]
    elif (
        top.dep_ == "pobj"
        and governor.pos_ == "ADP"
        and governor.head.pos_ == "VERB"
        and governor.head.lemma_ in LIGHT | {"enter", "come", "arrive"}
    ):
        governor = governor.head
        above = verb_roles(governor)
        roles["agent"] += [t for t in above["agent"] if t not in roles["agent"]]
        _merge(roles, {r: t for r, t in above.items() if r not in {"agent", "patient", "of"} and noun not in t})
    elif governor.pos_ in {"VERB", "AUX"}:
        above = verb_roles(governor)
        if top.dep_ == "dobj" and governor.lemma_ in LIGHT:
            roles["agent"] += [t for t in above["agent"] if t not in roles["agent"]]
        elif top.dep_ == "nsubjpass" and governor.lemma_ in LIGHT | _HAPPEN:
            roles["agent"] += [t for t in above["by"] if t not in roles["agent"]]
        elif not (top.dep_ == "nsubj" and governor.lemma_ in _HAPPEN):
            return roles
        _merge(roles, {r: t for r, t in above.items() if r not in {"agent", "patient", "of", "by"}})
    return roles
