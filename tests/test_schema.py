from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import schema

classes = st.sampled_from(sorted(schema.CLASSES))


def test_every_class_descends_from_a_root() -> None:
    for cls in schema.CLASSES:
        chain = schema.ancestors(cls)
        assert chain[0] == cls
        assert schema.CLASSES[chain[-1]] is None


@given(classes, classes, classes)
def test_descent_is_an_order(one: str, two: str, three: str) -> None:
    assert schema.is_a(one, one)
    if schema.is_a(one, two) and schema.is_a(two, three):
        assert schema.is_a(one, three)
    if schema.is_a(one, two) and schema.is_a(two, one):
        assert one == two


@given(classes, st.sampled_from(sorted(schema.PROPERTIES)), classes)
def test_a_subclass_may_stand_wherever_its_parent_may(subject: str, prop: str, obj: str) -> None:
    parents = (schema.CLASSES[subject] or subject, schema.CLASSES[obj] or obj)
    if schema.allows(parents[0], prop, parents[1]):
        assert schema.allows(subject, prop, obj)


def test_symmetric_properties_allow_both_directions() -> None:
    for prop in schema.SYMMETRIC:
        domain, range_ = schema.PROPERTIES[prop]
        assert domain == range_


@pytest.mark.parametrize(
    ("subject", "prop", "obj", "allowed"),
    [
        ("University", "signed", "Agreement", True),
        ("Person", "signed", "Agreement", True),
        ("Agreement", "concerns", "JointStructure", True),
        ("Agreement", "concerns", "University", False),
        ("OrganizationalUnit", "represents", "University", True),
        ("University", "represents", "University", False),
        ("Person", "memberOf", "Association", True),
        ("Person", "memberOf", "University", False),
        ("University", "established", "Programme", True),
        ("City", "locatedIn", "Country", True),
        ("Recognition", "grantedBy", "GovernmentBody", True),
        ("Person", "visited", "City", True),
        ("Person", "negotiatedWith", "Company", False),
    ],
)
def test_the_contract_of_properties(subject: str, prop: str, obj: str, allowed: bool) -> None:
    assert schema.allows(subject, prop, obj) is allowed


def test_a_kind_belongs_to_one_scheme_and_its_class_exists() -> None:
    kinds = [kind for scheme in schema.KINDS.values() for kind in scheme]
    assert len(kinds) == len(set(kinds))
    assert {schema.class_of_kind(kind) for kind in kinds} <= set(schema.CLASSES)
    # Classes, properties, kinds and statuses share one namespace.
    others = [*schema.CLASSES, *schema.PROPERTIES, *schema.ATTRIBUTES, *schema.STATUSES, *schema.KINDS]
    assert not set(kinds) & set(others)
    assert len(others) == len(set(others))


def test_what_is_unknown_is_refused() -> None:
    with pytest.raises(KeyError):
        schema.ancestors("Unicorn")
    with pytest.raises(KeyError):
        schema.class_of_kind("unicorn")
