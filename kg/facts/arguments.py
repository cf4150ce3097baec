"""Who does what to whom: the arguments of a verb in a dependency parse, whatever the construction.

Active, passive, participles, relative clauses, infinitives and coordination come out as the same roles: ``agent``,
``patient``, and one for each preposition, named by it ("with", "in", "between"). So do nouns of acts, in
`kg.facts.nominals`; frames ask by these names.
"""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Token

from kg.facts.astray import (
    able,
    above_of,
    behind_being,
    behind_company,
    behind_gerund,
    behind_maker,
    behind_receiver,
    beside_unit,
    brought_ahead,
    by_again,
    by_astray,
    come_there,
    delegates,
    goes_on,
    has_relative,
    is_manner,
    is_object,
    is_of_envoy,
    likewise,
    noun_before,
    object_shared,
    occasions,
    singled_out,
    told_where,
    without_and,
)
from kg.facts.beside import (
    chained,
    count_in,
    fronted,
    infinitives,
    is_left_aside,
    meeting_at,
    said_in_clause,
    take_past_aside,
)
from kg.facts.clauses import (
    PASSIVE,
    SUBJECTS,
    Roles,
    agreed_in,
    begins_gap,
    behind_semicolons,
    is_aside,
    is_curt,
    is_inverted,
    is_passive,
    is_reduced,
    named_so,
    own_subject,
)
from kg.facts.examples import such_as
from kg.facts.lists import between, expanded, members
from kg.facts.rosters import roster
from kg.languages.families import family
from kg.languages.lexicon import said, words


def prepositions(token: Token) -> Roles:
    """Give what prepositions hang on a word, and theirs, by the preposition: "with", "in", "by"."""
    roles: Roles = defaultdict(list)
    children = [*token.children, *(c for a in token.children if a.dep_ == "advmod" for c in a.children)]  # "back from"
    # "by A on behalf of B and by C", "called at A and at B"
    children += [
        c
        for a in token.children
        if a.dep_ == "prep"
        for c in a.children
        if c.dep_ == "conj" and (said(c, "by") or c.lower_ == a.lower_ or (said(c, "of") and c.nbor(-1).text == ","))
    ]
    children += [c for a in token.children if said(a, "by") for c in a.children if goes_on(a, c)]
    for child in children:
        agent = child.dep_ == "agent" or (child.dep_ == "conj" and said(child, "by"))
        again = (
            child.dep_ == "conj"
            and child.pos_ == "ADP"
            and (child.lower_ == child.head.lower_ or said(child, "of") or goes_on(child.head, child))
        )
        if child.dep_ not in {"prep", "dative"} and not agent and not again:
            continue
        if child.pos_ not in {"ADP", "SCONJ", "VERB", "ADV"} or begins_gap(child) or is_of_envoy(child):
            continue
        if is_left_aside(child):
            continue
        inner = list(child.children)
        objects = [grandchild for grandchild in inner if grandchild.dep_ in {"pobj", "pcomp"}]
        name = "by" if agent else child.lower_
        for deeper in (grandchild for grandchild in inner if grandchild.dep_ == "prep"):
            # "together with", "as part of", "within the framework of"
            objects_below = [t for t in deeper.children if t.dep_ == "pobj"]
            roles[deeper.lower_] += expanded(objects_below)
        if agent:
            roles[name] += roster(child)
            roles[name] += [t for t in delegates(child) if t not in roles[name]]
            roles[name] += [t for obj in objects for t in beside_unit(obj) if t not in roles[name]]
        # "was held with success by A in Harbin", "came into being on the initiative of A": the rest belongs to the act
        for obj in (t for t in objects if is_manner(t) or (t.dep_ == "pcomp" and t.lemma_ in words(t.lang_, "be"))):
            merge(roles, {role: tokens for role, tokens in prepositions(obj).items() if role != "of"})
        for obj in objects:
            followed = (m.nbor().lower_ for m in members(obj) if m.i + 1 < len(m.doc))
            if name == "with" and not words(obj.lang_, "as").isdisjoint(followed) and not such_as(obj):
                continue  # "with X and Y as witnesses"
            nested = [t for t in obj.children if t.dep_ == "prep" and said(t, "of")]
            # "in cooperation with A and B"
            together = [t for t in obj.children if t.dep_ == "prep" and said(t, "with")]
            if name == "in" and obj.lemma_ in words(obj.lang_, "working_together") and together:
                roles["with"] += expanded(t for n in together for t in n.children if t.dep_ == "pobj")
            elif obj.lemma_ in words(obj.lang_, "between_prepositions") and nested and not said(child, "lacking"):
                roles[obj.lemma_] += expanded(t for n in nested for t in n.children if t.dep_ == "pobj")
            else:
                roles[name] += [t for t in expanded([obj]) if t not in roles[name]]
    return roles


def merge(into: Roles, more: Roles) -> None:
    """Add to roles what others have more."""
    for role, tokens in more.items():
        into[role] += [token for token in tokens if token not in into[role]]


def verb_roles(verb: Token) -> Roles:
    """Give the roles around a verb, in lists of the caller's own."""
    known = verb.doc.user_data.setdefault(_ROLES, {})  # many rules ask of one verb, and its neighbours of it as well
    if verb.i not in known:
        known[verb.i] = _verb_roles(verb)
    return defaultdict(list, {role: [*tokens] for role, tokens in known[verb.i].items()})


_ROLES = "srac_verb_roles"


def _verb_roles(verb: Token) -> Roles:
    roles: Roles = defaultdict(list)
    passive = is_passive(verb)
    merge(roles, prepositions(verb))
    roles["with"] += [] if roles["with"] else fronted(verb)
    if (being := brought_ahead(verb)) is not None:
        merge(roles, prepositions(being))
    _fill_from_children(verb, roles, passive)
    if not passive and not roles["patient"]:
        take_past_aside(verb, roles)
    if passive:
        _turn_passive(verb, roles)
        if gaps := behind_semicolons(verb):  # whom those clauses name did not do this
            end = next(t.i for t in verb.doc[verb.i : gaps[0].i] if t.text == ";")
            for role in ("agent", "by", "patient"):
                roles[role] = [t for t in roles[role] if t.i < end]
    elif not roles["patient"]:
        roles["patient"] += expanded([*behind_company(verb), *behind_receiver(verb)])
    if named := said_in_clause(verb) if not own_subject(verb) else []:
        roles["patient" if passive else "agent"] += named
    elif not own_subject(verb):
        _inherit(verb, roles, passive)
        _take_from_aside(verb, roles, passive)
        _take_name_before(verb, roles, passive)
    roles["patient" if passive else "agent"] += likewise(verb, passive)
    if not roles["patient"] and not passive:
        roles["patient"] += object_shared(verb)
    _fill_from_noun_above(verb, roles, passive)
    if not roles["at"]:
        roles["at"] += told_where(verb)
    if verb.dep_ == "relcl" and not passive and not roles["patient"] and not has_relative(verb) and not roles["at"]:
        roles["patient"] += expanded([verb.head])  # "an agreement the two universities concluded"
    if not passive and not roles["agent"]:
        roles["agent"] += behind_gerund(verb) or expanded([*behind_being(verb), *able(verb)])
    if passive and is_aside(verb):  # "Founded by A and B, | C teaches law": C is none of the founders
        for role in ("agent", "by"):
            roles[role] = [t for t in roles[role] if t not in roles["patient"]]
    if singled := singled_out(verb):
        roles["patient" if passive else "agent"] = expanded(singled)
    for role in ("patient", "agent"):
        if any(t.i == verb.head.i for t in roles[role]):
            roles[f"{role}?"] += [*between(verb), *above_of(verb)]
    roles["infinitive"] += infinitives(verb, roles)
    if verb.lemma_ in words(verb.lang_, "motion"):
        if not roles["to"] and not roles["at"]:
            roles["at"] += meeting_at(roles["infinitive"])
        roles["for"] += [t for t in occasions(verb) if t not in roles["for"]]
    _fill_from_nouns(verb, roles, passive)
    count_in(verb, roles)
    return roles


def _fill_from_nouns(verb: Token, roles: Roles, passive: bool) -> None:
    """Add what parsers hang on the nouns around a verb although it belongs to the act itself."""
    if not any(family(t) == "Place" for t in roles["in"]):  # "held at the Youth Palace in Omsk"
        # … not "prepared at a meeting in Omsk", whose preparation is no stay there
        houses = [t for name in ("at", "on") for t in roles[name] if t.text[:1].isupper() and not t.ent_type_]
        roles["in"] += [t for house in houses for t in prepositions(house)["in"] if family(t) == "Place"]
    # "talked with students at Jilin University": where it was, wherever the parser hangs it
    for noun in [t for name in ("with", "to", "for") for t in roles[name] if t.pos_ == "NOUN" and not t.ent_type_]:
        roles["at"] += [t for t in prepositions(noun)["at"] if t not in roles["at"]]
    arrives = verb.lemma_ in words(verb.lang_, "coming_in")
    if not roles["with"] and (
        arrives or verb.lemma_ in words(verb.lang_, "talking_with") | words(verb.lang_, "binding")
    ):
        # "talked at length with B", "entered into a contract with C": parsers hang the company on the noun between
        # … but "spoke about a course with B" is no talk with B
        between_them = [
            t
            for c in verb.children
            if c.dep_ == "prep" and not said(c, "topics")
            for t in c.children
            if t.dep_ == "pobj"
        ]
        documents = words(verb.lang_, "documents")
        for noun in (t for t in between_them if not arrives or t.lemma_ in documents):
            roles["with"] += [t for t in prepositions(noun)["with"] if t not in roles["with"]]
    # the object's own prepositions belong to the act: "signed an agreement with"
    for obj in list(roles["patient"]):
        if obj.pos_ in {"NOUN", "PROPN", "NUM"} and not obj.ent_type_:
            own = prepositions(obj)
            # "a memorandum of understanding with B": parsers hang B on either noun
            nouns = [t for tokens in own.values() for t in tokens if t.pos_ in {"NOUN", "VERB"} and not t.ent_type_]
            below = [prepositions(noun) for noun in nouns]
            merge(roles, {role: tokens for role, tokens in own.items() if role != "of"})
            for deeper in below:
                merge(roles, {role: deeper[role] for role in ("with", "between")})
                # "conferred the title of honorary professor on B"
                merge(roles, {r: [t for t in deeper[r] if family(t) == "Person"] for r in ("on", "upon")})
    # "an agreement was signed on cooperation between A and B"
    for noun in [t for name in ("on", "in", "for") for t in list(roles[name]) if t.pos_ == "NOUN" and not t.ent_type_]:
        inner = prepositions(noun)
        for role in ("between", "with") if passive else ("between",):
            roles[role] += inner[role] if not roles[role] else []


def _fill_from_children(verb: Token, roles: Roles, passive: bool) -> None:
    """Fill in the subjects and objects that hang on a verb itself."""
    named = None if passive else named_so(verb)
    for child in verb.children:
        if child.dep_ in SUBJECTS and passive and (is_aside(verb) or is_reduced(verb) or is_curt(verb)):
            roles["patient"] += expanded([child])
        elif child.dep_ in SUBJECTS:
            roles["agent"] += expanded([child])
            if child.ent_type_:  # "Jilin University, with Altai State University, launched"
                roles["with"] += [t for t in prepositions(child)["with"] if t not in roles["with"]]
        elif not passive and is_inverted(verb, child):
            roles["agent"] += expanded([child])  # "To A came a delegation of B"
        elif child.dep_ in PASSIVE or (
            child.dep_ in {"dobj", "attr", "oprd"} and not (child.dep_ == "attr" and child.tag_.startswith("W"))
        ):
            roles["dative" if child == named else "patient"] += expanded([child])
        elif child.dep_ == "npadvmod" and child.i > verb.i and not passive and is_object(verb, child):
            roles["patient"] += expanded([child])  # "visited Jilin University", which parsers take for an adverbial
        elif child.dep_ == "dative" and child.pos_ != "ADP":
            roles["dative"] += expanded([child])


def _turn_passive(verb: Token, roles: Roles) -> None:
    """Fill in what a passive verb is said of, and make those behind its "by" the agents."""
    if (earlier := chained(verb)) is not None:
        roles["patient"] += [t for t in verb_roles(earlier)["patient"] if t not in roles["patient"]]
    if not roles["patient"] and verb.dep_ == "acl":
        meant = [t for t in expanded([verb.head]) if t.i < verb.i]
        apart = bool(meant) and any(t.text == "," for t in verb.doc[meant[-1].i + 1 : verb.i])
        # "the Institute and the Laboratory, headed by X": the nearer one
        roles["patient"] += meant[-1:] if apart else meant
        above = verb.head.head
        if verb.head.dep_ == "appos" and not verb.head.ent_type_ and family(above) is not None:
            roles["patient"] += [above]  # "Oblakron, a centre set up by A"
        if verb.head.dep_ == "attr" and not verb.head.ent_type_ and above.lemma_ in words(verb.lang_, "link"):
            # "Oblakron is a centre set up by A"
            named = [t for c in above.children if c.dep_ in SUBJECTS for t in expanded([c])]
            roles["patient"] += [t for t in named if family(t) in {"Organization", "Event"}]
    if verb.tag_ in {"VBN", "VBD"} and not roles["patient"] and roles["by"]:
        roles["patient"] += noun_before(verb)
    roles["by"] += [t for t in by_again(verb) if t not in roles["by"]]
    roles["by"] += by_astray(verb) if not roles["by"] else []
    roles["agent"] += [t for t in roles["by"] if t not in roles["agent"]]
    # "by A on behalf of B and C on behalf of D", which parsers coordinate B with C in
    named = [t.nbor(-2) for t in verb.subtree if said(t, "behalf") and t.i >= 2 and roles["agent"]]
    roles["agent"] += [t for t in named if t.ent_type_ == "Person" and t not in roles["agent"]]
    given = [t for child in verb.children if child.dep_ in {"dobj", "oprd"} for t in expanded([child])]
    if given:  # "X was awarded the certificate": X is whom it was given
        roles["dative"] += [t for t in roles["patient"] if t not in given]
        roles["patient"] = given


def _take_from_aside(verb: Token, roles: Roles, passive: bool) -> None:
    """Take the subject that the parser hung on a participle between it and its verb."""
    role = "patient" if passive else "agent"
    if not roles[role] and (before := without_and(verb)) is not None:
        roles[role] += expanded(c for c in before.children if c.dep_ in SUBJECTS | PASSIVE)
    if not roles[role]:
        roles[role] += expanded([*behind_maker(verb), *come_there(verb)])
    for child in verb.children if not roles[role] else ():
        if child.dep_ in {"ccomp", "advcl"} and child.i < verb.i and is_aside(child):
            roles[role] += expanded(c for c in child.children if c.dep_ in SUBJECTS | PASSIVE)


def _take_name_before(verb: Token, roles: Roles, passive: bool) -> None:
    """Take the name before a verb without subject for its subject: "In July Lu Zhiyu took part"."""
    role = "patient" if passive else "agent"
    if roles[role] or verb.dep_ != "ROOT" or verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
        return
    if verb.lemma_ in words(verb.lang_, "link") and roles["patient"]:
        return  # "Among the partners of A are B and C"
    before = verb.i - 1
    while before >= verb.sent.start and (verb.doc[before].pos_ in {"ADV", "AUX"} or verb.doc[before].text == ","):
        before -= 1
    if before >= verb.sent.start and family(verb.doc[before]) in {"Organization", "Person"}:
        roles[role] += expanded([verb.doc[before]])


def _fill_from_noun_above(verb: Token, roles: Roles, passive: bool) -> None:
    """Fill in the noun that a verb belongs to, and as agents those whose act that noun names."""
    if verb.dep_ == "acl" and verb.tag_ == "VBD" and verb.head.dep_ == "ROOT" and not roles["agent"]:
        roles["agent"] += expanded([verb.head])  # "a delegation of A with B at its head called on C"
    clause = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in words(verb.lang_, "be") else verb
    if clause.dep_ in {"acl", "relcl"} and clause.head.pos_ in {"NOUN", "PROPN"}:
        roles["above"] += [clause.head]  # also "an agreement under which a centre is to be established"
        makes = verb.lemma_ in words(verb.lang_, "founding") and clause.head.lemma_ in words(verb.lang_, "documents")
        if passive and makes and clause.dep_ == "relcl" and not roles["agent"]:
            roles["agent"] += makers(clause.head)
    elif (agreement := agreed_in(verb)) is not None:
        roles["above"] += [agreement]
    elif verb.dep_ == "pcomp" and verb.head.head.pos_ in {"NOUN", "PROPN"}:
        # "an agreement on establishing": those who made the agreement
        roles["above"] += [verb.head.head]
        roles["agent"] += [t for t in makers(verb.head.head) if t not in roles["agent"]]
    if passive and verb.dep_ == "acl" and not roles["agent"] and roles["with"] and verb.head.dep_ == "dobj":
        # "A has a programme run jointly with B"
        above = verb.head.head
        if above.lemma_ in words(verb.lang_, "having"):
            roles["agent"] += [t for c in above.children if c.dep_ in SUBJECTS for t in expanded([c])]
    if passive and verb.dep_ == "acl" and not roles["agent"] and verb.lemma_ not in words(verb.lang_, "making_events"):
        # "Under the agreement signed in 2016, A and B exchange students": those whom the sentence is about
        above = verb.head
        while above.pos_ != "VERB" and above.head.i != above.i:
            above = above.head
        if above.pos_ == "VERB" and above.i != verb.i:
            about = [t for child in above.children if child.dep_ in SUBJECTS for t in expanded([child])]
            roles["agent"] += about if len(about) >= 2 else []


def makers(noun: Token) -> list[Token]:
    """Give those who made what a noun names, where it is the object of their act: who signed the agreement."""
    act = noun.head
    if noun.dep_ == "pobj" and act.head.lemma_ in words(noun.lang_, "binding"):
        act = act.head  # "put their signatures under an agreement"
    elif noun.dep_ not in {"dobj", "nsubjpass"}:
        return []
    if act.pos_ != "VERB":
        return []
    made = verb_roles(act)
    return [*made["agent"], *made["with"], *made["between"]]


def _inherit(verb: Token, roles: Roles, passive: bool) -> None:
    """Fill in the subject that a verb shares with the one it depends on."""
    role = "patient" if passive else "agent"
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        above = verb_roles(verb.head)
        shared = above["patient" if is_passive(verb.head) else "agent"]
        roles[role] += [t for t in shared if t not in roles[role]]
    elif not passive and (agreement := agreed_in(verb)) is not None:
        roles[role] += [t for t in makers(agreement) if t not in roles[role]]
    elif verb.dep_ in {"xcomp", "advcl", "ccomp", "pcomp"}:
        head = verb.head
        while head.pos_ in {"ADP", "SCONJ"} and head.head.i != head.i:
            head = head.head
        if head.pos_ in {"VERB", "AUX"} and not (passive and roles["patient"]):
            above = verb_roles(head)
            shared = above["patient" if is_passive(head) else "agent"]
            if (
                verb.dep_ == "xcomp"
                and above["patient"]
                and not is_passive(head)
                and head.lemma_ in words(head.lang_, "makes_do")
            ):
                shared = above["patient"]
            if any(c.dep_ == "acomp" for c in head.children):  # "it was possible to join": nobody is "it"
                shared = [t for t in shared if not said(t, "expletive")]
            roles[role] += [t for t in shared if t not in roles[role]]
    elif verb.dep_ == "acl" and not passive:
        if verb.tag_ == "VBG":
            roles[role] += expanded([verb.head])
        else:  # "an agreement to establish X": those who made the agreement
            governor = verb.head.head
            if governor.pos_ == "VERB" and verb.head.dep_ in {"dobj", "nsubjpass"}:
                made = verb_roles(governor)
                if said(verb.head, "powers"):  # "gave A the authority to sign"
                    made = {"agent": [*made["dative"], *made["to"]], "with": []}
                roles[role] += [t for t in (*made["agent"], *made["with"]) if t not in roles[role]]
