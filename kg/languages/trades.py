"""Whether a plural means people whom an organization may send: "historians", "engineers", not "robots", "critics"."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Token

from kg.languages.kinds import kind_of
from kg.languages.lexicon import words
from kg.records import Lang
from kg.schema import is_a


def are_staff(noun: Token) -> bool:
    """Tell whether a common noun means several people of an organization, by what they are or how their trade ends."""
    lang, lemma = noun.lang_, noun.lemma_.lower()
    if lemma in words(lang, "many_in_one"):
        return not noun.ent_type_
    if noun.tag_ != "NNS" or noun.ent_type_ or lemma in words(lang, "not_of_it"):
        return False
    kind = kind_of(cast("Lang", lang), [lemma])
    if kind is not None:
        return is_a(kind.cls, "Person")  # not "branches of A", "forums of B"
    return lemma in words(lang, "bearers") | words(lang, "people_of") | words(lang, "staff") or lemma.endswith(
        tuple(words(lang, "ends_of_trades"))
    )
