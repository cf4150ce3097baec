"""Posts around people: "the Rector of X, A B", "A B (X)", "A B, Rector of X and President of Y"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.languages.en.clauses import clause_behind, in_turn
from kg.languages.en.parted_titles import parted_owner, share
from kg.languages.en.rows import Row, rules
from kg.languages.en.stated import OWNED, charged, is_degree, of_whole, post_of, unparted
from kg.languages.en.title_signs import behind_opening, is_clause, is_line, is_nationality, is_of_subject, speaks
from kg.languages.en.title_words import is_honour, is_idle, is_plural, is_rank
from kg.languages.kinds import kind_of
from kg.languages.lexicon import read
from kg.languages.posts import is_body
from kg.languages.spans import NameSpan, Post
from kg.schema import UNITS


def posts_in(row: Row, posts: list[Post], wholes: Mapping[NameSpan, NameSpan]) -> Iterator[tuple[int, int, NameSpan]]:
    """Find the posts around each person; give the groups they make.

    Args:
        wholes: units, and whose they are said to be.
    """
    codes = row.codes
    together: list[NameSpan] = []
    homeless: list[NameSpan] = []  # those listed since the last with an organization of his own
    shared: list[Post] = []
    free = 0  # the first unit that no group holds yet
    for unit, code in enumerate(codes):
        if code != "P" or unit < free:
            continue
        person = row.name(unit)
        if person is None:
            continue
        first, own = _before(row, unit, free, person)
        listed = bool(free) and _LISTED.fullmatch(codes, free, first) is not None
        together = [*together, person] if listed else [person]
        homeless = [*homeless, person] if listed else [person]
        titled = any(post.title and not is_idle(row, post) for post in own)
        last, more = _after(row, unit, person, titled=titled, several=len(together) > 1 and not titled)
        alone = any(post.title and not is_plural(row, post) for post in more)
        more = [post for post in more if not (alone and is_plural(row, post))]  # "A, Vice Rector, deans of X, and"
        more = [post for post in more if not is_degree(row, post)]
        stated = [post for post in _complete(row, [*own, *more], wholes) if not is_honour(row, post)]
        if len(more) == len(together) > 1 and not any(post.holder in together for post in [*posts, *own]):
            stated = in_turn(row, together, stated)
        # "Vice-Rectors A and B", "A and B, co-chairs of X": a plural title is held by all who stand behind or before it
        shared = [post for post in own if is_plural(row, post)] or (shared if listed and not own else [])
        stated += [replace(post, holder=person) for post in shared if not own]
        if not own and any(_stands_before(row, post, together[0]) for post in shared):  # "Professors A and B of X"
            homes = [post for post in more if post.title is None and post.organization is not None]
            stated += [replace(post, holder=one) for post in homes for one in homeless[:-1]]
        elif not own and (len(homeless) > 2 or row.codes[unit + 1 : unit + 2] != "o"):
            # "A and B from X", "A, B and C of X"; "A and B of X" may say it of B alone
            homes = [post for post in more if post.title is None and post.organization is not None]
            stated += [replace(post, holder=one, shared=True) for post in homes for one in homeless[:-1]]
        stated += [replace(post, holder=one) for post in more if is_plural(row, post) for one in together[:-1]]
        if (whose := parted_owner(row, more)) is not None:
            share(row, posts, homeless[:-1], more[-1], whose)
        if any(post.organization is not None for post in [*own, *more]):
            homeless = []
        posts.extend(stated)
        if first < unit or last > unit + 1:
            yield (*row.units.span(first, last), person)
        # what a verb links to a person is no title before the next: "A came as Rector of X, B as Dean of Y"
        free = max([last, *(bisect_left(row.units.starts, post.end) for post in more)])


# "A (science), | B": what somebody is in charge of stands in brackets behind the name
_LISTED = re.compile(r"(?:\([xCEKM&,]{1,8}\))?,?&?d?")


def _stands_before(row: Row, post: Post, first: NameSpan) -> bool:
    """Tell whether a title stands directly before a name: not "its editors are A and B"."""
    return post.title is not None and not row.text[post.title[1] : first.start].strip(" ,:")


def _before(row: Row, unit: int, free: int, person: NameSpan, *, chaining: bool = True) -> tuple[int, list[Post]]:
    free = behind_opening(row, free, unit)
    window = row.codes[max(free, unit - 16) : unit + 1]
    offset = unit + 1 - len(window)
    best = None
    for rule, pattern in rules("before"):
        # the rule that reads most of what stands before the person: "chairman of the board of X, professor A B"
        for start in range(len(window) if best is None else best.start()):
            match = pattern.match(window, start)
            own = "line" not in rule or is_line(row, offset + start, unit)
            if match is not None and match.end() == len(window) and own and not is_clause(row, offset + start, unit):
                best = match
                break
    if best is not None:
        if "t" not in best.groupdict() or best["t"] is None:
            if "o" not in best.groupdict() or (organization := row.name(offset + best.start("o"))) is None:
                return offset + best.start(), []
            if row.codes[unit + 1 : unit + 2] in {"C", "E", "K"}:
                return unit, []  # "X's Ivan Sokolov Prize"
            start, end = row.units.span(offset + best.start(), offset + best.end())
            return offset + best.start(), [Post(person, None, organization, start, end)]
        found = [post_of(row, best, offset, person)]
        first = offset + best.start()
        if row.codes[first - 1 : first] == "A" and is_plural(row, found[0]):
            return unit, []  # "X had as its representatives A and B"
        # "Vice-President of A and Chairman of B, Sergei Shakhrai": the title before belongs to him too
        alone = not chaining or (_is_of_another(row, found[0], unit) and not is_rank(row, found[0]))
        chain = None if alone else _chained(row, free, first, found[0])
        return (first, found) if chain is None else (chain[0], [chain[1], *found])
    return unit, []


_CHAINED = {"title-of-organization": r",?&?d?", "organization-title": r"&", "title-alone": r"&"}
"""What may stand between a title that a rule behind names reads and the title before a name that is the same one's."""


def _chained(row: Row, free: int, first: int, found: Post) -> tuple[int, Post] | None:
    """Read the title joined to the one before a name: "X Vice-Rector and | Dean of Y A"; give where it begins."""
    rank = is_rank(row, found)  # "the director of the institute, | Academician of X A"
    for rule, pattern in rules("after"):
        joining = _CHAINED.get(rule["id"])
        joining = r",|&" if rank and joining == "&" else joining
        for start in range(max(free, first - 12), first) if joining is not None else ():
            match = pattern.match(row.codes, start)
            if match is None or match.end() >= first or not re.fullmatch(joining or "", row.codes[match.end() : first]):
                continue
            chain = post_of(row, match, 0, found.holder)
            own = found.organization
            where = None if own is None else row.codes[bisect_left(row.units.starts, own.start)]
            close = rule["id"] == "title-of-organization" and row.codes[match.end() : first] in {"", ",", "&"}
            other = where == "G" and not close and not rank
            if is_plural(row, chain) or other:
                break  # "talks with experts from X, Rector A", "X Rector and Y Professor A"
            return start, chain
    return None


def _is_of_another(row: Row, found: Post, unit: int) -> bool:
    """Tell whether a title before a name is of another whole than the one joined before it, which is another's then.

    "X Vice-Rector and Dean of the Faculty of Law A" is one; "X Rector and President of Y A", "and Governor A" are two.
    """
    assert found.title is not None  # so it was read
    if found.body is not None or row.text[slice(*found.title)].lower() in of_whole():
        return True
    own, behind = found.organization, row.codes[unit + 1 :]
    owned = own is not None and re.match(r" (?:of|at) ", row.text[own.end : found.holder.start]) is not None
    return owned or (own is None and re.match(r"(?:[roa]d?C?|\(d?|,)[GU]", behind) is not None)


def _after(row: Row, unit: int, person: NameSpan, *, titled: bool, several: bool) -> tuple[int, list[Post]]:
    """Read posts behind a person: ", Rector of A and President of B," or "(A, head of the delegation)".

    Args:
        titled: whether a title stands before the name; a title before the next name is then the next person's.
        several: whether the person is listed with others who may share a title: "A and B, deans of X".
    """
    codes, position = row.codes, unit + 1
    roster = re.match(r"\(d?([GU])(?:,(?P<title>M*T[MT]*)(?=[,)])[^)]*|,[^)]*)?\)", codes[position:])
    if roster:
        organization = row.name(position + roster.start(1))
        start, end = row.units.span(unit, position + roster.end())
        there = roster["title"] and row.units.span(*(position + at for at in roster.span("title")))
        home = [Post(person, there or None, organization, start, end)] if organization else []
        position += roster.end()
        # "Song Li (HMU), Secretary of the Association, spoke": who is from there has a post elsewhere
        last, more = _stated(row, position, person, titled=True, several=several)
        return (last, [*home, *more]) if more else (position, home)
    source = re.match(r"[ro]d?C?([GU])|,[ro]d?C?([GU])(?=[,.)]|$)", codes[position:])
    if source and ("C" not in source[0] or is_nationality(row, position + source[0].index("C"))):
        organization = row.name(position + source.start(source.lastindex or 1))
        start, end = row.units.span(unit, position + source.end())
        home = [Post(person, None, organization, start, end)] if organization else []
        position += source.end()
        # "Professor A of X, Vice-President of Y, spoke"
        last, more = _stated(row, position, person, titled=True, several=False)
        elsewhere = bool(more) and all(post.organization is not None for post in more)
        return (last, [*home, *more]) if elsewhere else (position, home)
    end, whole = charged(row, position)
    if whole is not None:
        return end, [Post(person, None, whole, *row.units.span(unit, end))]
    scholar = re.match(r",d[xCKG]{1,4}rd?([GU])(?=[,.)&N]|$)", codes[position:])
    if scholar and not titled and speaks(row, position + scholar.start(1)):  # "A, a famous sinologist from X"
        organization = row.name(position + scholar.start(1))
        start, end = row.units.span(unit, position + scholar.end())
        return position, [Post(person, None, organization, start, end)] if organization else []
    listed = re.match(r",d?([GU])(?=[.)N]|$)", codes[position:])
    if listed is None and codes[unit - 1 : unit] in {"h", "T"}:
        listed = re.match(r",([GU])(?=,[xv])", codes[position:])  # "Prof. Li Weiming, Jilin University, spoke"
    if listed and not titled:  # "Prof. Li Weiming, Jilin University; …"
        organization = row.name(position + listed.start(1))
        start, end = row.units.span(unit, position + listed.end())
        return position + listed.end(), [Post(person, None, organization, start, end)] if organization else []
    clause = clause_behind(row, unit)
    if clause is not None and clause.denied:
        return position, []  # "Ivan Petrov is not (no longer) Rector of X"
    if clause is not None and clause.comes:  # "A, who comes from X"
        start, end = row.units.span(unit, clause.end)
        return position, [Post(person, None, clause.home, start, end)]
    if clause is not None:  # "Ivan Petrov is (now) Rector of X": the sentence keeps its verb, so nothing is merged
        held: list[Post] = []
        start = clause.end
        while behind := next((m for _, p in rules("after") if (m := p.match(codes, start))), None):
            held.append(_there(post_of(row, behind, 0, person), clause.home))
            joint = re.match(r",?&d?(?=[MT])|,(?=[MT])", codes[behind.end() :])
            if joint is None:
                break
            start = behind.end() + joint.end()  # "is Rector of A and President of B"
            if _is_of_next(row, start) or (joint[0] == ",&d" and _is_before_next(row, start)):
                break  # "who is Rector of A, and the President of B, C, came"
        sure = not clause.far or any(post.organization is not None or post.body is not None for post in held)
        return position, held if sure else []
    return _stated(row, position, person, titled=titled, several=several)


def _there(post: Post, home: NameSpan | None) -> Post:
    """Give a post at the organization told of before its title: "who works at X as | a lecturer"."""
    untold = post.organization is None and post.body is None and not post.elsewhere
    return replace(post, organization=home) if untold and home is not None else post


def _stated(row: Row, position: int, person: NameSpan, *, titled: bool, several: bool) -> tuple[int, list[Post]]:
    """Read the titles that a comma, a dash or a bracket brings in, one after another; give where they end."""
    codes, unit = row.codes, position - 1
    if codes[position : position + 2] == ",(":
        position += 1  # "A, (Rector of X)"
    line = row.text[row.units.starts[position]] == ":" if codes[position:] else False
    line = line and codes[:unit].rstrip("hTD")[-1:] in {"N", ""}  # "A: Rector of X", on a line of its own
    if codes[position : position + 1] not in {",", "(", "D"} and not line:
        return (position, []) if titled else unparted(row, position, person)
    bracket = codes[position : position + 1] == "("
    found: list[Post] = []
    end = position
    position = _behind_description(row, position + 1)
    while True:
        for _, pattern in rules("after"):
            match = pattern.match(codes, position)
            if match is not None:
                break
        else:
            break
        # "A, adviser of X, and the head of Y, B": a second title behind "and the" is the next person's
        if (titled or codes[position - 3 : position] == ",&d") and _NEXT_BEHIND.match(codes, match.end()):
            break
        if not titled and _NAME_BEHIND.match(codes, match.end()) and _TOLD_BEFORE.search(codes, 0, unit):
            break  # "Rector, X, A, | President, Y, B"
        if titled and not found and _leads_to_next(row, match.end()):
            break  # "Rector of X A, Dean of Y, Director of Z B": B is both
        if _is_of_next(row, position) or (found and is_of_subject(row, position, match.end())):
            break
        post = _in_clause(row, post_of(row, match, 0, person))
        if row.text[post.start :].split(maxsplit=1)[0].lower() in read("en", "posts")["predicates"]:
            break  # "A, Dean of X, and B, Dean of Y, were appointed heads of Z"
        if is_plural(row, post) and (not several or codes[position - 1] in "&d"):
            break  # "A, Rector of X, representatives of Y and teachers": others, who have no names
        if found and is_honour(row, post) and codes[match.end() : match.end() + 1] != ",":
            break  # "B made A, Rector of X, | an honorary doctor"
        found.append(post)
        position = end = match.end()
        if post.body is not None and (country := re.match(r"od?L", codes[position:])) is not None:
            position = end = position + country.end()  # "Minister of X of the Russian Federation and Head of Y"
        told = post.organization is not None or post.elsewhere
        while more := re.match(r",?&od?([GU])(?![BK])", codes[position:]) if told else None:
            other = row.name(position + more.start(1))  # "Head of the Laboratory of A and of the Institute of B"
            position = end = position + more.end()
            there = replace(post, organization=other, body=None, end=row.units.ends[end - 1], elsewhere=False)
            found.append(there)
        separator = re.match(r",?&d?|,", codes[position:])
        if not separator:
            break
        position += separator.end()
    if not found or (line and codes[end : end + 1] not in {"N", "", ",", "."}):
        return unit + 1, []
    if bracket and codes[end : end + 1] == ")":
        end += 1
    elif codes[end : end + 1] == "," and codes[end + 1 : end + 2] in {"x", "v", "&", "P", "N", "h"}:
        # the closing comma of an apposition belongs to it, unless a list goes on
        end += codes[end + 1 : end + 2] in {"x", "v"}
    return end, found


_DESCRIBED = re.compile(r"d?[xCM]{0,3}[xC][oai]d?(?:[GULV]|x{1,2})(?:,|&)x?(?=M*T)")


def _behind_description(row: Row, position: int) -> int:
    """Give where a title begins behind what else somebody is: "A, a graduate of X and | director of Y".

    No title of the next person does: "A, a graduate of X and director of Y B", "… and director of Y, B".
    """
    said = _DESCRIBED.match(row.codes, position)
    if said is None or _is_of_next(row, said.end()):
        return position
    found = next((m for _, pattern in rules("after") if (m := pattern.match(row.codes, said.end()))), None)
    own = found is not None and found.groupdict().get("o") is not None and row.codes[found.start("o")] == "G"
    return said.end() if found and own and not _NAME_BEHIND.match(row.codes, found.end()) else position


def _leads_to_next(row: Row, position: int) -> bool:
    """Tell whether a comma and another title, which the next person's name ends, stand at a place."""
    separator = re.match(r",&?d?", row.codes[position:])
    unit = row.codes.find("P", position)
    if separator is None or unit < 0 or (person := row.name(unit)) is None:
        return False
    first, posts = _before(row, unit, position + separator.end(), person)
    return bool(posts) and first == position + separator.end() and posts[0].title is not None


_NAME_BEHIND = re.compile(r",h*P")
_NEXT_BEHIND = re.compile(r",[hT]*P")  # "and its deputy director, | Academician B"
_TOLD_BEFORE = re.compile(r"T,d?[GUL],h*$")


def _is_before_next(row: Row, position: int) -> bool:
    """Tell whether a title at a place ends at a comma and another name: "and the | Dean of Y, B"."""
    found = next((m for _, pattern in rules("after") if (m := pattern.match(row.codes, position))), None)
    return found is not None and _NAME_BEHIND.match(row.codes, found.end()) is not None


def _is_of_next(row: Row, position: int) -> bool:
    """Tell whether a title reaches the next name, no comma between: "A, Rector of X, and the | Dean of Y B"."""
    unit = row.codes.find("P", position)
    if unit < 0 or (person := row.name(unit)) is None or row.codes[position:unit].rstrip("hT")[-1:] in {",", "D"}:
        return False
    if _OWNED_BEHIND.search(row.codes, position, unit + 1):
        return False
    first, posts = _before(row, unit, position, person, chaining=False)
    return bool(posts) and posts[0].title is not None and first == position


# "A, Counsellor of X, | Y Rector B": the title before B has its own whole
_OWNED_BEHIND = re.compile(r"[GU],d?[GU]M*T[MT]*h*P")


def _in_clause(row: Row, post: Post) -> Post:
    """Give a post without the words that bring it in: "who was | Rector of X", who is Rector no more."""
    assert post.title is not None  # a rule behind a name reads a title
    said = row.text[slice(*post.title)]
    for opening, past in read("en", "posts")["who_held"].items():
        if said.lower().startswith(f"{opening} "):
            return replace(post, title=(post.title[0] + len(opening) + 1, post.title[1]), past=past)
    return post


def _complete(row: Row, posts: list[Post], wholes: Mapping[NameSpan, NameSpan]) -> list[Post]:
    """Give the posts, one that names no organization taking that of the next: "President and Secretary of X".

    A post that only a whole has is at the whole: "Vice-Rector and Head of the Office of X" is Vice-Rector of X.
    """
    if len(posts) == 2 and posts[0].organization is None and posts[1].title is None and not _is_of_body(row, posts[0]):
        return [replace(posts[0], organization=posts[1].organization, end=posts[1].end)]
    done: list[Post] = []
    for post in reversed(posts):
        open_ = post.organization is None and bool(done) and not _is_of_body(row, post) and post.body is None
        # a title before a name says nothing of one behind it
        open_ = open_ and (post.start > post.holder.end) == (done[-1].start > post.holder.end)
        between = row.text[post.title[1] : done[-1].start] if open_ and post.title is not None else ""
        if between.startswith(",") and " and" not in between and is_rank(row, done[-1]):
            open_ = False  # "the director, Academician of X A"
        where = done[-1].organization if open_ else None
        said = row.text[slice(*post.title)].lower() if post.title is not None else ""
        whole = said in of_whole() or said.split(" for ")[0] in of_whole()
        if whole and where is not None and where not in wholes and is_body("en", row.text[where.start : where.end]):
            where = None  # "Vice President and Member of the Party Committee"
        if where is not None and whole:
            where = wholes.get(where, None if where.cls in UNITS else where)
        done.append(replace(post, organization=where) if open_ else post)
    return done[::-1]


def _is_of_body(row: Row, post: Post) -> bool:
    """Tell whether a title is of a body told of before: "Secretary of the Association Song Li (HMU)"."""
    assert post.title is not None  # only a roster's brackets state a post without one
    if OWNED.search(row.text, *post.title):
        return True  # "Chairman of the journal's Editorial Board"
    kind = kind_of("en", row.text[slice(*post.title)].split()[-1:])
    return kind is not None and kind.cls in {"Association", "GovernmentBody"}
