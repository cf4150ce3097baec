"""Whose news a text is: “we”, “our university”, and “the University” where it speaks of itself."""

from __future__ import annotations

import re

from kg.entities.names import normalise, slug
from kg.entities.ourselves import country_of, institute_of, ourselves
from kg.entities.referents import Gathering, Referent, unite
from kg.entities.told import Told
from kg.entities.topical import head_of, topic
from kg.languages.lexicon import has, read, said, words
from kg.languages.spans import Description
from kg.records import Document, Entry, Lang
from kg.registry import Registry
from kg.schema import is_a


class Publisher:
    """Who publishes a text: the registry's entry, or else whom its address or “our university” tells of."""

    def __init__(self, told: Told) -> None:
        self.told = told
        document = told.document
        self.entry = told.registry.get(document.publisher) if document.publisher else None
        self.speaker = self._named() if self.entry is None else self._institute(self.entry)

    def _named(self) -> Referent | None:
        """Give the publisher that no entry is, where the text names it: by its address, or as who can say "our"."""
        document = self.told.document
        if (found := publisher_named(document, self.told.gathering)) is not None:
            return found
        found = ourselves(self.told, country_of_site(document.source))
        if found is not None:
            found.reasons.append("the one organization named in the text that “our” can be said of")
        return found

    def _institute(self, entry: Entry) -> Referent | None:
        """Give the one institute of an academy that a text on the academy's site names and calls "our institute"."""
        if not is_a(entry.cls, "ResearchOrganization"):
            return None
        ours = institute_of(self.told, entry)
        if ours is not None:
            ours.reasons.append(f"“our institute” on the site of {entry.names[0].text}, whose it is")
        return ours

    @property
    def id(self) -> str | None:
        """The publisher's id where the text means it."""
        known = self.speaker.id if self.speaker is not None else self.entry.id if self.entry else None
        return known if known in self.told.gathering.referents else None

    def at(self, offset: int) -> Referent | None:
        """Give the publisher as a thing of the text, which is met at an offset."""
        if self.speaker is not None or self.entry is None:
            return self.speaker
        return self.told.gathering.known(self.entry, offset)

    def housing(self, description: Description) -> Referent | None:
        """Give the publisher that no entry is, where “at the college” in its news can only mean itself.

        That is where nothing of that noun was told of, and no organization is named that could be the host; so it is
        with “the College”, wherever it stands.
        """
        told = self.told
        host = read(told.document.lang, "descriptions")["own_alone"]
        alone = description.determiner == "definite" and description.head in host and not description.modified
        if self.entry is not None or self.speaker is not None or not alone:
            return None
        if not told.text[description.end - len(description.head)].isupper() and not _is_place(told, description):
            return None
        home = country_of_site(told.document.source)
        if home is None or any(_may_be_of(told, referent, home) for referent in told.gathering.referents.values()):
            return None
        return self.speaking(description)

    def speaking(self, description: Description) -> Referent | None:
        """Give the publisher, known by its site alone where no entry is it and the text says "our university"."""
        site = _site(self.told.document.source)
        if self.speaker is None and self.entry is None and site:
            if (host := _host_in_title(self.told, description.head)) is not None:
                host.reasons.append(f"“our {description.head}”, which the title names beside its guests")
                self.speaker = host
                return host
            data = read(self.told.document.lang, "descriptions")
            said = data["own" if description.determiner == "own" else "of_host"].format(noun=description.head)
            cls = data["own_alone"].get(description.head) if description.cls in _OPEN else None
            self.speaker = self.told.gathering.named(cls or description.cls or "Organization", said, description.start)
            del self.told.gathering.referents[self.speaker.id]
            self.speaker.id = f"organization/publisher-of-{slug(site)}"
            self.speaker.reasons.append(f"“{said}” in a text of {site}, which no entry of the registry has")
            self.told.gathering.referents[self.speaker.id] = self.speaker
        return self.at(description.start)


_MARKS = ",.:;!?“”\"'()"
_OPEN = frozenset({"Organization", "OrganizationalUnit", None})


def _is_place(told: Told, description: Description) -> bool:
    """Tell whether somebody is said to be or come there: "at the college", "visited the school"."""
    token = told.token(description.end - 1)
    if token is None:
        return False
    lang = told.document.lang
    went = token.dep_ == "dobj" and token.head.lemma_ in words(lang, "visiting")
    return went or (token.dep_ == "pobj" and (said(token.head, "at") or said(token.head, "before_visited")))


def _may_be_of(told: Told, referent: Referent, country: str) -> bool:
    """Tell whether a thing is a university or institute that is not known to be of another country."""
    if referent.cls not in {"University", "ResearchOrganization"}:
        return False
    entry = told.registry.get(referent.id)
    home = entry.country if entry is not None else told.registry.country_in(referent.names[0].text)
    return home in {country, None}


def _host_in_title(told: Told, noun: str) -> Referent | None:
    """Give the one university that a title names beside its guests: "Delegation of A at B".

    A title that speaks of the publisher itself names another: "Agreement of the College with B".
    """
    bare = read(told.document.lang, "descriptions")["own_alone"]
    said = told.text[: told.title_end].split()
    if noun in bare and noun in {word.strip(_MARKS).lower().removesuffix("'s") for word in said}:
        return None
    inside = told.within(0, told.title_end)
    guests = {mention.entity for mention in inside if mention.source == "rule"}
    named = {mention.entity for mention in inside if mention.source != "rule"} - guests
    hosts = [told.gathering.referents[one] for one in sorted(named) if one in told.gathering.referents]
    hosts = [host for host in hosts if host.cls in {"University", "ResearchOrganization"}]
    home = country_of_site(told.document.source)
    if not guests or len(hosts) != 1 or (home is not None and not _may_be_of(told, hosts[0], home)):
        return None
    return hosts[0]


def mean_organization(told: Told, publisher: Publisher, description: Description) -> None:
    """Note what “the University” or “the Centre” is: the publisher, or what was last named with that noun."""
    if description.names and not description.plural:
        _mean_in_place(told, description)
        return
    if description.plural or description.long_end > description.end:
        return
    capital = told.text[description.start : description.start + 1].isupper()
    if description.determiner == "own":
        own = publisher.speaking(description)
        if own is not None and is_a(own.cls, description.cls):
            told.mean(description, own, "the publisher speaks of itself", 0.9)
        return
    if description.modified and not capital:
        return
    phrase = normalise(told.text[description.start : description.end])
    candidates = [r for r in told.before(description.start, "Organization") if any(phrase in form for form in r.forms)]
    lang = told.document.lang
    headed = [r for r in candidates if any(description.head in head_of(form, lang) for form in r.forms)]
    candidates = headed or candidates  # "the institute" is no "Omsk Centre of the Polar Institute"
    if (ours := _ours(told, publisher, description, named=bool(candidates))) is not None:
        told.mean(description, ours, f"the {description.head} that speaks of itself", 0.7)
        return
    event = next((r for r in told.before(description.start, "Event") if _ends_with(r, description.head)), None)
    if event is not None and not candidates:
        told.mean(description, event, f"the {description.head} told of before", 0.6)  # a winter school
        return
    if not candidates and (host := publisher.housing(description)) is not None:
        told.mean(description, host, f"the {description.head} whose news it is", 0.6)
        return
    if not candidates:
        candidates = told.before(description.start, description.cls)
    side = read(told.document.lang, "descriptions")["sides"].get(phrase.split()[0])
    if side is not None:  # "the Russian university" is none of China
        homes = {r.id: country_of(told, r.id) for r in candidates}
        candidates = [r for r in candidates if homes[r.id] in {side, None}]
        candidates = [r for r in candidates if homes[r.id] == side] or candidates
    own = publisher.at(description.start)
    if description.cls == "University" and own is not None and own.cls == "University" and capital and side is None:
        told.mean(description, own, "“the University” in its own news", 0.8)
        return
    if candidates:
        subject = told.subject_before(description.start, description.cls)
        main = topic(told, description)
        referent = (
            subject if subject in candidates else main if main is not None and main in candidates else candidates[0]
        )
        if (host := _host(told, description, referent, candidates)) is not None:
            told.mean(description, host, f"the {description.head} whose guests were told of last", 0.65)
            return
        told.mean(description, referent, f"the {description.head} named last", 0.65)


def _host(told: Told, description: Description, referent: Referent, candidates: list[Referent]) -> Referent | None:
    """Give who else is meant where the one told of last was only its people: "Guests of A saw the university's"."""
    groups = {d.start for d in told.doc._.descriptions if d.role == "group" and d.start < description.start}
    mentions = [m for m in told.mentions_before(description.start) if m.source == "rule" or m.entity == referent.id]
    last = next((m for m in mentions if m.entity == referent.id), None)
    if last is None or last.source != "rule" or last.start not in groups:
        return None
    guests = {m.entity for m in mentions if m.start in groups}
    hosts = [one for one in candidates if one.id not in guests and one.cls == referent.cls]
    return hosts[0] if hosts else None


def _ours(told: Told, publisher: Publisher, description: Description, *, named: bool) -> Referent | None:
    """Give the publisher that no entry is, where "the University" is said of "our side", and "the Branch" by itself.

    Args:
        named: whether something called so was told of before.
    """
    if publisher.entry is not None or description.modified or description.determiner != "definite":
        return None
    if not told.text[description.end - len(description.head)].isupper() or not has(told.document.lang, "words"):
        return None
    lang = told.document.lang
    token = told.token(description.start)
    sentence = " ".join(token.sent.text.lower().split()) if token is not None else ""
    ours = any(phrase in sentence for phrase in words(lang, "our_side")) and description.cls == "University"
    if ours or (description.head in words(lang, "nobody_else") and not named):
        return publisher.speaking(description)
    return None


def _ends_with(referent: Referent, noun: str) -> bool:
    return any(noun in form.split() for form in referent.forms)


def _mean_in_place(told: Told, description: Description) -> None:
    """Note what “the Harbin conservatory” is: the one organization told of before whose name holds these words."""
    inner = [m for start, end in description.names for m in told.within(start, end)]
    if not inner or not all(is_a(mention.cls, "Place") for mention in inner):
        return
    said = set(normalise(told.text[description.start : description.end]).split())
    found = [
        referent
        for referent in told.before(description.start, "Organization")
        if any(said <= set(form.split()) for form in referent.forms)
    ]
    if len(found) == 1:
        told.mean(description, found[0], f"the {description.head} of that place told of before", 0.7)


_SITE = re.compile(r"https?://([^/:]+)")
_COMMON_LABELS = frozenset(
    [
        "www", "en", "eng", "english", "news", "edu", "ac", "gov", "com", "org", "net", "cn", "ru", "inter", "ev",
        "new", "ro",
    ]
)  # fmt: skip


def _site(source: str | None) -> str | None:
    """Give the host of an address, without what does not tell whose it is.

    >>> _site("https://en.situ.edu.cn/info/1.htm")
    'situ.edu.cn'
    """
    found = _SITE.match(source or "")
    labels = found[1].lower().split(".") if found else []
    while len(labels) > 2 and labels[0] in _COMMON_LABELS:
        labels = labels[1:]
    return ".".join(labels) or None


_DOMAINS_OF = frozenset({"cn", "ru"})


def country_of_site(source: str | None) -> str | None:
    """Give the country that an address ends with.

    >>> country_of_site("https://en.situ.edu.cn/info/1.htm"), country_of_site("https://www.situ.org/")
    ('CN', None)
    """
    last = (_site(source) or "").rsplit(".", 1)[-1]
    return last.upper() if last in _DOMAINS_OF else None


def unite_with_address(document: Document, referents: dict[int, Referent], gathering: Gathering) -> None:
    """Take the publisher's short name, which its address bears, for the full name that it shortens.

    "SIWU" in news of siwu.edu.cn is the "Siping Women's University" that the text names, if only that one can be it.
    """
    labels = set((_site(document.source) or "").split(".")) - _COMMON_LABELS
    universities = [r for r in gathering.referents.values() if r.cls in {"University", "ResearchOrganization"}]
    for label in sorted(label for label in labels if len(label) > 2):
        short = [r for r in universities if label in r.forms and all(" " not in form for form in r.forms)]
        long = [r for r in universities if any(abbreviates(label, name.text) for name in r.names)]
        if len(short) == len(long) == 1:
            long[0].reasons.append(f"“{short[0].names[0].text}”, as its address has it, shortens its name")
            unite(long[0], short[0], referents, gathering)


def unite_with_publisher(
    entry: Entry, referents: dict[int, Referent], gathering: Gathering, registry: Registry
) -> None:
    """Take a short form that nothing explains for the publisher, whose name it shortens as no other name here does.

    "SPUFT" in its own news is the "Saint Petersburg State University of Film and Television": ranks may be left out.
    So may be whose institute it is: "Institute of Steppe Law" in the news of that institute of an academy.
    """
    if not has(gathering.lang, "names"):
        return
    whole = registry.get(entry.part_of or "")
    curt = {before for name in entry.names if (before := _without_whole(name.text, whole, gathering.lang))}
    for referent in list(gathering.referents.values()):
        apart = referent.cls == entry.cls and referent.id != entry.id and not referent.same_as
        if apart and {name.text for name in referent.names} & curt:
            referent.reasons.append("the publisher's name without whose it is")
            unite(gathering.known(entry, referent.first), referent, referents, gathering)
    bare = read(gathering.lang, "names").get("left_out_of_short_forms", ())
    forms = [" ".join(w for w in name.text.split() if all_ or w not in bare) for name in entry.names for all_ in (0, 1)]
    for referent in list(gathering.referents.values()):
        short = [name.text for name in referent.names]
        if referent.same_as or referent.cls not in {"Organization", entry.cls} or not all(map(str.isupper, short)):
            continue
        if referent.id != entry.id and all(
            len(one) > 2 and any(abbreviates(one.lower(), form) for form in forms) for one in short
        ):
            referent.reasons.append("its letters shorten the publisher's name")
            unite(gathering.known(entry, referent.first), referent, referents, gathering)


def _without_whole(name: str, whole: Entry | None, lang: Lang) -> str:
    """Give an institute's name without that of its academy; nothing where it does not end with that."""
    joining = words(lang, "of") | words(lang, "articles")
    for other in whole.names if whole is not None else ():
        if name.endswith(f" {other.text}"):
            before = name.removesuffix(other.text).split()
            while before and before[-1] in joining:
                del before[-1]
            return " ".join(before)
    return ""


def abbreviates(short: str, name: str) -> bool:
    """Tell whether letters shorten a name: the first of each word with a capital, and others in between.

    >>> abbreviates("siwu", "Siping Women's University"), abbreviates("siwu", "Siping University")
    (True, False)
    """
    said = [word.lower() for word in name.replace("-", " ").split() if word[:1].isupper()]
    if len(said) < 3 or not short.startswith(said[0][:1]):
        return False
    position = 0
    for number, word in enumerate(said):
        if position >= len(short) or short[position] != word[0]:
            return False
        position += 1
        following = said[number + 1][0] if number + 1 < len(said) else None
        rest = iter(word[1:])
        while position < len(short) and short[position] != following and short[position] in rest:
            position += 1
    return position == len(short)


def is_own_short_name(publisher: Entry | None, surface: str) -> bool:
    """Tell whether an abbreviation is how its publisher's address begins: "SITU" in news of situ.edu.cn.

    Others may bear the same; in its own news it is the publisher's.
    """
    short = len(surface) > 2 and surface.isupper() and surface.isalpha()
    return short and publisher is not None and any(d.split(".")[0] == surface.lower() for d in publisher.domains)


def publisher_named(document: Document, gathering: Gathering) -> Referent | None:
    """Give the organization whose short name the text's address bears, where the registry does not know the address."""
    labels = set((_site(document.source) or "").split(".")) - _COMMON_LABELS
    for referent in gathering.referents.values():
        if is_a(referent.cls, "Organization") and any(
            len(form) > 2 and form.replace(" ", "") in labels for form in referent.forms
        ):
            return referent
    called = [
        referent
        for referent in gathering.referents.values()
        if referent.cls in {"University", "ResearchOrganization"}
        if any(abbreviates(label, name.text) for label in labels if len(label) > 2 for name in referent.names)
    ]
    return called[0] if len(called) == 1 else None
