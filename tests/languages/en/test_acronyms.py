"""Short forms that nothing explains: which are organizations, by what stands beside them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.schema import is_a

ASU, JLU = "Altai State University", "Jilin University"

# a text, the unknown short forms that are organizations in it
SAID = [
    (f"The cooperation of KroGIU and {JLU} goes on. KroGIU grew.", ["KroGIU", "KroGIU"]),
    (f"Experts of the {ASU} and RUZHEA came.", ["RUZHEA"]),
    ("The KroGIU rector spoke.", ["KroGIU"]),
    ("KroGIU students came.", ["KroGIU"]),
    # a university, whatever stands beside it
    ("TarSU signed an agreement.", ["TarSU"]),
    ("Then VerNOU grew; we saw the SheTU.", ["VerNOU", "SheTU"]),
    ("Then TarSK grew.", []),
    ("The rector of RUZHEA spoke.", ["RUZHEA"]),
    ("They thanked the vice-rector of the RUZHEA.", ["RUZHEA"]),
    ("RUZHEA’s president spoke.", ["RUZHEA"]),
    ("The RUZHEA delegation came.", ["RUZHEA"]),
    ("They had talks with the management of RUZHEA.", ["RUZHEA"]),
    # where guests come, and where people come from
    (f"A delegation of {JLU} visited RUZHEA.", ["RUZHEA"]),
    (f"RUZHEA was visited by a delegation of {JLU}.", ["RUZHEA"]),
    ("They were met by many people from RUZHEA: a dean and a teacher.", ["RUZHEA"]),
    ("Experts from RUZHEA came.", ["RUZHEA"]),
    ("On May 3 RUZHEA received a delegation.", ["RUZHEA"]),
    ("The trip to RUZHEA was long.", ["RUZHEA"]),
    ("Students visited QEMS laboratories.", []),
    ("Experts from QEMS projects came.", []),
    ("QEMS received a prize.", []),
    ("They came to QEMS specialists.", []),
    # the first letters of a name in the text
    ("He led the Institute of Polar Geology and Ecology of the Peoples of the North. They saw the IPGE.", ["IPGE"]),
    ("He led the Institute of Polar Geology and Ecology of the Peoples of the North. They saw the IPG.", []),
    # fields, degrees, machines
    ("The management of QEMS is hard.", []),
    ("The head of RUZHEA spoke.", []),
    ("The director of QEMS spoke.", []),
    ("A professor of QEMS spoke.", []),
    (f"QEMS specialists and KLR experts visited {JLU}.", []),
    ("DMBA students met with the HWAC engineers.", []),
    (f"They used WeChat and {JLU} helped.", []),
    (f"He holds a PhD and {ASU} gave it.", []),
    ("The RUZHEA method helped.", []),
    (f"OLD RUZHEA NEWS AND {JLU.upper()}", []),
    (f"McDonald and {JLU} met.", []),
]


@pytest.mark.parametrize(("text", "forms"), SAID)
def test_short_forms_of_organizations(text: str, forms: list[str], english: Language) -> None:
    names = english(text)._.names
    found = [text[name.start : name.end] for name in names if name.source == "pattern" and name.score == 0.7]
    assert [form for form in found if " " not in form] == forms


def test_a_short_form_that_an_organization_owns_is_a_unit(english: Language) -> None:
    text = "Ivan Sokolov, rector of KEC of RUZHEA, spoke. RUZHEA's rector came."
    classes = {text[name.start : name.end]: name.cls for name in english(text)._.names}
    assert classes["KEC"] == "OrganizationalUnit"
    assert classes["RUZHEA"] == "Organization"


def test_a_part_with_a_short_form_is_led(english: Language) -> None:
    text = f"Ivan Sokolov is head of KEC of {JLU}. Li Weiming is head of KEQ."
    assert {text[name.start : name.end] for name in english(text)._.names} >= {"KEC"}
    assert "KEQ" not in {text[name.start : name.end] for name in english(text)._.names if name.source == "pattern"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TRL Germany arrived in Omsk.", "TRL Germany"),
        ("They thanked TRL Germany, a bureau.", "TRL Germany"),
        ("Guests from TRL Germany visited Omsk.", "TRL Germany"),
        ("From TRL Germany, guests came to Omsk.", "TRL Germany"),
        ("They saw the EU Russia summit there.", None),
        ("They saw the HSK China summit there.", None),
        # the state is whose clause it is
        ("After WWII Germany signed a treaty.", None),
        ("According to NATO Germany launched a ship.", None),
    ],
)
def test_a_short_form_with_a_state(text: str, name: str | None, english: Language) -> None:
    found = [text[one.start : one.end] for one in english(text)._.names if one.cls == "Organization"]
    assert found == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Confucius Institute of NSKPU sang.", {"Confucius Institute", "NSKPU"}),
        ("Students of the Department of Polar Soils of NSKPU sang.", {"Department of Polar Soils", "NSKPU"}),
        ("The Faculty of History at the NSKPU sang.", {"Faculty of History", "NSKPU"}),
        ("The Polar Research Centre of the NSKPU, which is new, sang.", {"Polar Research Centre", "NSKPU"}),
        ("The Department of NSKPU sang.", {"Department of NSKPU"}),
        ("The School of IELTS sang.", {"School of IELTS"}),
        ("The history of NSKPU is long.", {"NSKPU"}),
        ("The Polar Research Centre of GNSS sang.", {"Polar Research Centre of GNSS"}),
    ],
)
def test_whose_a_part_is_by_a_short_form(text: str, named: set[str], english: Language) -> None:
    found = {text[name.start : name.end] for name in english(text)._.names if is_a(name.cls, "Organization")}
    assert found == named
