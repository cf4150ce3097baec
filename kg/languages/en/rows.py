"""A text at one moment of grouping: each name one letter, each other word one, as ``groups.yml`` reads it."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from kg.languages.codes import Units, expand, units
from kg.languages.en.letters import letter, letter_of
from kg.languages.hyphens import hyphenated
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read, words
from kg.languages.lines import whole
from kg.languages.posts import is_body, is_party_within, post_words
from kg.languages.spans import NameSpan
from kg.schema import UNITS


@cache
def _post_letters() -> dict[str, str]:
    words = post_words("en")
    table = dict.fromkeys(words.modifiers, "M") | dict.fromkeys((h + "." for h in words.honorifics), "h")
    table |= dict.fromkeys(words.honorifics, "h")
    for post in words.nouns:
        if post in _two_fold():
            continue  # "research associate", but "associate professor"
        table[post.split()[-1]] = table[post.split()[-1] + "s"] = "T"
    return (
        table
        | {
            "to": "t",
            "from": "r",
            "with": "w",
            "a": "d",
            "an": "d",
            "our": "d",
            "its": "d",
            "by": "u",
            "as": "A",
            "based": "z",
            "or": "|",
            "-": "D",
            "–": "D",
            "—": "D",
        }
        | dict.fromkeys(words.links, "v")
        | dict.fromkeys((*read("en", "names")["before_names"], *read("en", "names")["before_companies"]), "m")
    )


@cache
def asides() -> re.Pattern[str]:
    """Give the pattern of what stands between a name and its post and says nothing of it: "(left)", "PhD,"."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in read("en", "people")["asides"]))


@cache
def _phrases() -> re.Pattern[str]:
    """Give the pattern of what modifies a post as one word: "Ambassador | Extraordinary and Plenipotentiary"."""
    return re.compile(rf"(?i:{'|'.join(map(re.escape, read('en', 'posts')['phrases']))})(?![\w-])")


@cache
def _two_fold() -> frozenset[str]:
    """Give the posts of those who only work somewhere whose last word modifies other posts: "research associate"."""
    known = post_words("en")
    ends = (post for post, what in known.nouns.items() if " " in post and what == "member")
    return frozenset(post for post in ends if post.split()[-1] in known.modifiers)


@cache
def _titles() -> re.Pattern[str]:
    """Give the pattern of posts whose last word modifies others: "Research | Associate"."""
    known, titles = post_words("en"), sorted(_two_fold())
    return re.compile(rf"(?i:(?:{'|'.join(map(re.escape, titles))})s?)(?![\w-])(?! (?i:{'|'.join(known.heads)})\b)")


@cache
def _joined() -> re.Pattern[str]:
    """Give the pattern of what joins as "and" does: "A, Rector of X | and at the same time | Chairman of Y"."""
    return re.compile(rf"(?i:{'|'.join(map(re.escape, read('en', 'posts')['joined_by']))})(?![\w-])")


def _phrase(text: str, start: int) -> tuple[re.Match[str] | None, str]:
    """Give the words at a place that are one unit, and its letter."""
    for pattern, code in ((_phrases(), "M"), (_titles(), "T"), (_joined(), "&")):
        if (found := pattern.match(text, start)) is not None:
            return found, code
    return None, ""


_FIELD = re.compile(r"(?<=To)G(?=[oa]d?G)")


class Row:
    """The text as units at one moment: names so far are one unit each."""

    def __init__(self, doc: Doc, names: dict[int, NameSpan]) -> None:
        pieces: list[tuple[str, int, int]] = []
        letters = _post_letters()
        tokens = list(doc)
        printed = whole(doc)
        position = 0
        while position < len(tokens):
            token = tokens[position]
            name = names.get(token.idx)
            if (name is None or name.source == "model") and (aside := asides().match(printed, token.idx)) is not None:
                while position < len(tokens) and tokens[position].idx < aside.end():
                    position += 1
                continue
            if name is not None:
                party = _modifies(doc, position, name, letters)
                body = "B" if _is_inner_body(printed, name) else "U" if _is_unit(name) else letter_of(name)
                code = "M" if party else body
                pieces.append((code, token.idx, token.idx + len(token)))
                position += 1
                continue
            phrase, code = _phrase(printed, token.idx)
            if phrase is not None:
                pieces.append((code, token.idx, phrase.end()))
                while position < len(tokens) and tokens[position].idx < phrase.end():
                    position += 1
                continue
            last = hyphenated(doc, position, names)
            end = tokens[last].idx + len(tokens[last])
            text = printed[token.idx : end].lower()
            spelled = letters.get(text)
            if (
                last > position and spelled is None
            ):  # "co-chairs", "Party-Secretary": as written, singular, or by its end
                spelled = letters.get(text.rstrip("s")) or letters.get(tokens[last].lower_)
            code = (spelled or letter(token)).replace("J", "K")
            if (
                code == "M"
                and pieces[-1:]
                and pieces[-1][0] == "d"
                and letter(token) == "K"
                and not _is_of_party(token)
            ):
                code = "K"  # "President of the University, and others", but "University professor"
            if code == "T" and text in words("en", "at_the_head") and [p[0] for p in pieces[-2:]] == ["a", "d"]:
                code = "x"  # "At the head of the forum stand A and B"
            if code == "T" and _is_no_post(printed, pieces, printed[token.idx : end]):
                code = "x"
            if text in read("en", "dates")["weekdays"]:
                code = "y"  # "the rector on Friday", who has no field of that name
            if len(text) == 1 and text.isalpha() and code == "x":
                code = " "  # a stray letter ("Affairs s Dmitry")
            if code != " ":
                pieces.append((code, token.idx, end))
            position = last + 1
        self.text = printed
        self.units: Units = units(_unquoted(printed, pieces))
        self.names = names
        self.codes = _FIELD.sub(lambda match: "C" if self._is_field(match.start()) else match[0], self.units.codes)

    def _is_field(self, unit: int) -> bool:
        """Tell whether what only the model takes for a name is what is headed: "Head of | Foreign Trade | at X"."""
        name = self.names[self.units.starts[unit]]
        return name.source == "model" and kind_of("en", self.text[name.start : name.end].split()) is None

    def name(self, unit: int) -> NameSpan | None:
        """Give the name that a unit is, or None."""
        return self.names.get(self.units.starts[unit])


def _unquoted(text: str, pieces: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Give units in which a quoted organization is one, with the noun before it: "of the | company "Taiga" | and".

    So is one without marks, unless its place stands before the noun: "of the | company Oblakron |".

    It begins where the name does, by which that is found.
    """
    done: list[tuple[str, int, int]] = []
    position = 0
    while position < len(pieces):
        code, start, end = pieces[position]
        behind = pieces[position + 1 : position + 2]
        close = [piece[0] for piece in [*done[-1:], *behind]] == ["q", "q"]
        if code in "GU" and close and done[-1][2] == start and behind[0][1] == end and text[start - 2].isspace():
            done.pop()
            if done and done[-1][0] == "m":
                done.pop()
            end = behind[0][2]
            position += 1
        elif code == "G" and done and done[-1][0] == "m" and done[-2:-1] and done[-2][0] != "L":
            done.pop()
        done.append((code, start, end))
        position += 1
    return done


@cache
def rules(section: str) -> tuple[tuple[dict[str, str], re.Pattern[str]], ...]:
    """Give the rules of a section of ``groups.yml`` with their patterns compiled."""
    data = read("en", "groups")
    return tuple((row, expand(row["pattern"], data["parts"])) for row in data[section])


def _is_no_post(text: str, pieces: list[tuple[str, int, int]], word: str) -> bool:
    """Tell whether a word is no post here: "A, who | heads X", "the guiding | principle", but "Principle Wang Fang"."""
    if word.islower() and word in words("en", "posts_in_capitals"):
        return True
    before = text[pieces[-1][1] : pieces[-1][2]].lower() if pieces else ""
    return word.endswith("s") and before in words("en", "relative_people")


def _modifies(doc: Doc, position: int, name: NameSpan, letters: dict[str, str]) -> bool:
    """Tell whether a name is a party's before a post that is no post of the party: "the CPC secretary of X".

    Or it only says which post it is: "the Party Branch Secretary of X", "the CPC Committee Secretary of X".
    """
    said, data = doc[position].text.lower(), read("en", "posts")
    committee = said.split()[0] in data["parties"] and said.split()[-1] in data["party_bodies"] and " " in said
    if name.cls == "Person" or not (committee or said in data["parties"] or said in data["phrases"]):
        return False
    behind = [token.lower_ for token in doc[position + 1 : position + 3]]
    return letters.get(" ".join(behind[:1]), "") in {"T", "M"} and behind[0] in data["of_party"]


def _is_of_party(token: Token) -> bool:
    """Tell whether a word is a party's before the title of one of its people: "the | Party | Secretary of X"."""
    party = token.lower_ in read("en", "posts")["party_words"] and token.i + 1 < len(token.doc)
    return party and token.nbor().lower_ in read("en", "posts")["of_party"]


def _is_unit(name: NameSpan) -> bool:
    """Tell whether it can be part of an organization; an institute that the registry lacks may be an academy's."""
    return name.cls in UNITS or (name.cls == "ResearchOrganization" and name.entry is None)


_QUOTED = frozenset({' "', " “", " «"})


def _is_inner_body(text: str, name: NameSpan) -> bool:
    """Tell whether it is an inner body, not an organization of its own: "University Council", "Party Committee"."""
    printed = text[name.start : name.end]
    words = printed.split()
    short = len(words[0]) > 1 and words[0].isupper()
    if (short and name.cls == "OrganizationalUnit") or text[name.start].islower():
        return (
            False  # "QNLM Academic Committee" says whose it is, and so does what stands behind "the academic council"
        )
    if name.source != "registry" and is_party_within("en", printed):
        return True  # "Leading Party Group"
    if text[name.end : name.end + 2] in _QUOTED:
        return False  # "the Coordination Council “Our Steppe”"
    if not set(read("en", "shapes")["own_councils"]).isdisjoint(printed.lower().split()[:-1]):
        return False  # "the Academic Council of the University" is a part of it, as gives its head a post of his own
    if not set(read("en", "shapes")["levels"]).isdisjoint(printed.lower().split()):
        return False  # "Omsk City Council" is a place's
    if len(words) > 2 and kind_of("en", [words[-2].lower()]) is not None:
        return False  # "Jilin University Council" says whose it is, "University Council" does not
    data = read("en", "posts")
    placed = len(words) > 2 and words[0].lower() in data["parties"] and words[1].istitle()
    if placed and words[1].lower() not in data["modifiers"]:
        return False  # "CPC Jiaozhou Committee" is a city's, "CPC LZU Committee" is within a university
    return name.source != "registry" and is_body("en", printed) and len(words) <= 3
