"""What names built of letters are of: the class that their head noun, its field and its place say, if any."""

from __future__ import annotations

import re

from kg.languages.en.letters import nouns
from kg.languages.en.people_known import openers
from kg.languages.kinds import Kind, kind_of, kinds, singular
from kg.languages.lexicon import read
from kg.languages.origins import surname_endings
from kg.schema import UNITS, is_a


def kind_built(what: str, codes: str, words: list[str], before: str) -> Kind | None:
    """Give what a name built so is of; None where it names nothing, or several.

    Args:
        codes: the letters of its words.
        before: the letter in front of it.
    """
    if what == "organization" and "K" not in codes:
        codes = codes.replace("J", "K", 1)  # "Hefei Institutes of Physical Science" is one
        kind = _kind(what, codes, words)
    elif (kind := _kind(what, codes, words)) is not None and _is_many(kind, codes, words):
        kind = None
    if kind is None or (codes == "GK" and is_premises(words[-1])) or _is_of_any(words):
        return None
    if what == "organization" and {word.lower() for word in words} <= set(read("en", "names")["ranks"]):
        return None  # "the National Research University"
    if "o" not in codes and before != "G" and _is_inner(words):
        kind = Kind("OrganizationalUnit", None)
    of_owner = codes[0] == "G" and codes[1:2] in {"K", "C"}
    if kind.cls == "GovernmentBody" and of_owner and not _is_committee(words):
        kind = Kind("OrganizationalUnit", None)  # "CAS Bureau of International Cooperation"
    return Kind("JointStructure", None) if _is_binational(kind, words) else kind


def unless_owned(kind: Kind, words: list[str], before: str, behind: str) -> Kind:
    """Give what an institute is: a unit where another organization owns it, "Pedagogical Institute of X University".

    What bears no name beside its kind, the Polytechnic Institute, is somebody's as well.

    Args:
        words: those of its name.
        before: the letters before its name, a possessive pronoun as "s".
        behind: those behind it.
    """
    owned = before.endswith("s") or re.match(r"[oa]d?[GU]|\([GU]\)", behind)
    nameless = tuple(word.lower() for word in words) in kinds("en")
    return Kind("OrganizationalUnit", None) if owned or nameless else kind


def says_little(codes: str, words: list[str]) -> bool:
    """Tell whether small letters around a noun name none: "the largest faculty", "the faculty of law, teachers"."""
    data = read("en", "names")
    if codes[0] in "GL" and set(codes[1:]) == {"C"}:
        return not (is_field(words[-1]) or words[-1].lower() in read("en", "shapes")["unit_ends"])
    if codes[-1] in "kju" and _is_part_of_side(words):
        return False
    if codes[-1] in "kj" and set(codes[:-1]) == {"C"}:
        praise = {*data["praise"], *data["praise_alone"]}
        of_any = {*read("en", "descriptions")["sides"], *data["binational"], *praise, *openers()}
        return {word.lower() for word in words[:-1]} <= of_any or words[0].lower() in praise
    if codes[-1] == "z":
        countries = {*read("en", "descriptions")["sides"], *data["binational"]}
        small = [word for code, word in zip(codes, words, strict=True) if code == "x"]
        named = [word for code, word in zip(codes, words, strict=True) if code in "CL"]
        little, ends = {*data["praise"], *data["praise_alone"]}, tuple(data["praise_ends"])
        return all(word.lower() in countries for word in named) or any(
            word in little or word.endswith(ends) for word in small
        )
    if "g" in codes:
        before = words[: codes.index("g")]
        return any(
            code == "x" and word not in data["of_governments"] for code, word in zip(codes, before, strict=False)
        )
    if codes[:2] == "Lx" and words[1] in data["of_governments"] and words[-1] not in data["branches"]:
        return not set(data["offices"]) & set(words)  # "the Omsk regional library" is no authority
    if codes[:2] == "Lx" and codes[-1] not in "kju":
        return True
    if codes[-1] in "kju" or "u" in codes:
        little, ends = data["praise"], tuple(data["praise_ends"])
        head = next((k for k, code in enumerate(codes) if code in "kju"), 0)
        alone = head > 0 and words[head - 1].lower() in data["praise_alone"]
        return alone or any(word.lower() in little or word.endswith(ends) for word in words[:-1])
    people = {word for word in (*data["people_of"], *data["members"], *data["no_fields"]) if word.endswith("s")}
    return codes[0] in "kj" and "," in codes and any(word in people for word in words)


def _is_part_of_side(words: list[str]) -> bool:
    """Tell whether it is what a body has on one side: "(permanent) Chinese secretariat", but not "Chinese faculty"."""
    data = read("en", "names")
    said = [word.lower() for word in words]
    lasting = set(said[:-2]) <= set(data["lasting"])
    return (
        len(said) > 1
        and said[-1] in data["sided_parts"]
        and said[-2] in read("en", "descriptions")["sides"]
        and lasting
    )


def _is_of_any(words: list[str]) -> bool:
    """Tell whether words say only of which country something is: "Russian University", in a heading."""
    data = read("en", "names")
    countries = {*read("en", "descriptions")["sides"], *(word for word in data["binational"] if "-" in word)}
    return len(words) == 2 and words[0].lower() in countries and words[1].lower() in data["of_any_country"]


def _is_binational(kind: Kind, words: list[str]) -> bool:
    """Tell whether a unit is of both countries by its name: "Russian-Chinese Laboratory of Elastomers"."""
    said = {word.lower() for word in words} & set(read("en", "names")["binational"])
    return bool(said) and kind.cls in {"OrganizationalUnit", "ResearchOrganization"}


def as_numbered(kind: Kind, words: list[str]) -> Kind:
    """Give what a numbered one is: a school is an event then."""
    told = read("en", "names")["held_when_numbered"]
    held = next((told[word.lower()] for word in words if word.lower() in told), None)
    return Kind(*held) if held is not None and is_a(kind.cls, "Organization") else kind


def _is_inner(words: list[str]) -> bool:
    """Tell whether a body bears the short name of whose it is: "QNLM Academic Committee"."""
    short = words[0].isupper() and len(words[0]) > 1 and words[0].lower() not in read("en", "posts")["parties"]
    return short and len(words) > 1 and words[-1].lower() in read("en", "posts")["bodies"]


def _is_committee(words: list[str]) -> bool:
    return not set(read("en", "posts")["bodies"]).isdisjoint(word.lower() for word in words)


def is_field(word: str) -> bool:
    """Tell whether a word says what something is about by its ending, and names nobody: "Admissions"."""
    return word[:1].isupper() and word[1:].islower() and word.endswith(tuple(read("en", "names")["field_endings"]))


def _is_many(kind: Kind, codes: str, words: list[str]) -> bool:
    """Tell whether the head noun is a plural that names no one: "Sino-Russian Universities"."""
    if "K" not in codes or kind.cls in UNITS or not is_a(kind.cls, "Organization"):
        return False
    head = words[codes.index("K")].lower()
    return singular(head) != head and head not in nouns()[0]


def _kind(what: str, codes: str, words: list[str]) -> Kind | None:
    """Give the class that a built name's head noun says; the head stands before the first "of", "for" or "on"."""
    if what == "place":
        return kind_of("en", words)
    if what == "body":
        return Kind("Organization", None)
    if what in {"company", "hub"}:
        cls = read("en", "names")["begin_names"][words[0].lower()] if what == "hub" else "Company"
        return Kind(cls, None)
    wanted = "K" if what == "organization" else "E"
    if codes[0] in "kjg":
        return kind_of("en", words[:1])
    if codes[-1] == "z":
        return kind_of("en", words[-1:])
    if codes[0] in "xCL" and what == "organization" and wanted not in codes and (small := re.search("[kjgu]", codes)):
        data = read("en", "names")
        if codes[0] == "L" and words[1] in data["of_governments"] and words[-1] not in data["branches"]:
            return Kind("GovernmentBody", None)  # "the Hunan provincial department of culture"
        if small[0] == "u":
            return Kind("OrganizationalUnit", None)
        return kind_of("en", [piece for word in words[: small.end()] for piece in word.split()])
    if codes[-1] in "kj" and set(codes[:-1]) == {"C"}:
        return kind_of("en", words)
    if wanted not in codes:
        return Kind("Organization" if codes[0] == "L" else "OrganizationalUnit", None)
    cut = next((k for k, code in enumerate(codes) if k and code in "ofbqi" and wanted in codes[:k]), len(codes))
    head = max(k for k in range(cut) if codes[k] == wanted) + 1
    flat = " ".join(words[:head]).replace("’", "'").replace(" 's ", "'s ").split()  # "People's" is one word
    kind = _kind_with_field(words, head) or kind_of("en", flat)
    before = codes[: head - 1]
    if what == "organization" and kind is not None and _is_office(codes, words, head):
        return Kind("GovernmentBody", None)
    own = read("en", "names")["own_when_modified"].get(words[head - 1].lower())
    # "the Melnikov Institute", "the Harbin Welding Institute", but "the Institute of Law" of a university
    if own is None or "G" in before:
        return kind
    bears_name = "L" in before or any(word.lower().endswith(surname_endings()) for word in words[: head - 1])
    return Kind(own, None) if bears_name else kind


def _kind_with_field(words: list[str], head: int) -> Kind | None:
    """Give what a noun and its field say together, which the noun alone does not: "Academy of Music"."""
    for end in (head + 3, head + 2):
        said = [word.lower() for word in words[head - 1 : end]]
        if len(said) == end - head + 1 and (kind := kinds("en").get(tuple(said))) is not None:
            return kind
    return None


def _is_office(codes: str, words: list[str], head: int) -> bool:
    """Tell whether it is an office of a place's government by what it is for: "Hubei Department of Education"."""
    if codes[0] != "L" or words[head - 1].lower() not in read("en", "names")["offices"]:
        return False
    about = " ".join(words).lower()
    return any(f" {field} " in f" {about} " for field in read("en", "shapes")["public_fields"])


def is_premises(word: str) -> bool:
    """Tell whether a word says where an organization sits: "Campus" in "FEFU Campus"."""
    return word.lower() in read("en", "names")["premises"]
