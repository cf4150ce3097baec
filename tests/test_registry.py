"""The registry: its rules, its traps, and what the shipped rows must hold."""

from __future__ import annotations

import csv
import importlib.util
import pickle
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from pycountry import countries, subdivisions

from kg.errors import RegistryError
from kg.records import Entry, NameKind
from kg.registry import Registry, folded, load
from kg.registry.rows import TABLES
from kg.resources import resource

HOME = resource("data", "registry")


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


def bearers(registry: Registry, name: str, *, own: bool = False) -> list[str]:
    """Give the ids of the entries that a name means anywhere; with `own`, only in their own documents."""
    return [
        entry.id
        for entry in registry.entries
        if any(folded(known) == folded(name) for known in (entry.own if own else [name.text for name in entry.names]))
    ]


# --- what the rows hold -----------------------------------------------------------------------------------------------


def test_it_holds_the_field(registry: Registry) -> None:
    count = Counter(entry.cls for entry in registry.entries)
    universities = Counter(entry.country for entry in registry.entries if entry.cls == "University")
    assert universities["CN"] >= 260
    assert universities["RU"] >= 200
    assert count["GovernmentBody"] >= 100
    assert count["ResearchOrganization"] >= 50
    assert count["Association"] >= 40
    assert count["City"] >= 600
    assert count["Region"] >= 110
    assert count["Country"] >= 230
    assert count["Person"] >= 100


def test_fields_are_named_in_three_languages_and_ordered(registry: Registry) -> None:
    fields = {entry.id: entry for entry in registry.topics}
    assert 100 <= len(fields) <= 140
    assert not set(fields) & {entry.id for entry in registry.entries}
    for entry in fields.values():
        assert registry.get(entry.id) is entry
        assert {name.lang for name in entry.names if name.kind is NameKind.PREFERRED} == {"en", "ru", "zh"}
        seen = {entry.id}
        while entry.part_of is not None:
            assert entry.part_of not in seen, entry.id
            seen.add(entry.part_of)
            entry = fields[entry.part_of]  # noqa: PLW2901 - up to the broadest


def test_universities_are_named_in_three_languages(registry: Registry) -> None:
    lacking = Counter(
        lang
        for entry in registry.entries
        if entry.cls == "University"
        for lang in ("en", "ru", "zh")
        if not any(name.lang == lang and name.kind is NameKind.PREFERRED for name in entry.names)
    )
    assert lacking["en"] == 0
    assert sum(lacking.values()) <= 12, lacking


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("SPbPU", "organization/spbpu"),
        ("Peter the Great St. Petersburg Polytechnic University", "organization/spbpu"),
        ("Санкт-Петербургский политехнический университет Петра Великого", "organization/spbpu"),
        ("圣彼得堡彼得大帝理工大学", "organization/spbpu"),
        ("圣彼得堡国立技术大学", "organization/spbpu"),
        ("Leningrad Polytechnic Institute", "organization/spbpu"),
        ("SPbU", "organization/spbu"),
        ("St Petersburg University", "organization/spbu"),
        ("St. Petersburg State University", "organization/spbu"),
        ("圣彼得堡国立大学", "organization/spbu"),
        ("St. Petersburg State Marine Technical University", "organization/smtu"),
        ("Saint Petersburg Mining University", "organization/spmi"),
        ("Xi'an Polytechnic University", "organization/xpu"),
        ("西安工程大学", "organization/xpu"),
        ("Xi’an University of Technology", "organization/xut"),
        ("西安理工大学", "organization/xut"),
        ("Xi'an Technological University", "organization/xatu"),
        ("西安工业大学", "organization/xatu"),
        ("Сианьский технологический университет", "organization/xatu"),
        ("Xi'an University of Science and Technology", "organization/xust"),
        ("Xi'an Science and Technology University", "organization/xust"),
        ("西安科技大学", "organization/xust"),
        ("Xidian University", "organization/xidian"),
        ("西安电子科技大学", "organization/xidian"),
        ("University of Electronic Science and Technology of China", "organization/uestc"),
        ("University of Electronics and Technology", "organization/uestc"),
        ("电子科技大学", "organization/uestc"),
        ("Harbin Institute of Technology", "organization/hit"),
        ("Харбинский политехнический университет", "organization/hit"),
        ("Harbin University of Science and Technology", "organization/hrbust"),
        ("Harbin Engineering University", "organization/heu"),
        ("Пекинский политехнический университет", "organization/bit"),
        ("Пекинский университет", "organization/pku"),
        ("Цинхуа", "organization/tsinghua"),
        ("莫斯科国立鲍曼技术大学", "organization/bmstu"),
        ("NEFU", "organization/nefu"),
        ("Northeast Forestry University", "organization/nefu-cn"),
        ("KFU", "organization/kfu"),
        ("Moscow State University of Civil Engineering", "organization/mgsu"),
        ("Shenzhen MSU-BIT University", "organization/smbu"),
        ("АТУРК", "organization/asrtu"),
        ("Association of Sino-Russian Technical Universities", "organization/asrtu"),
        ("UASR", "organization/uasr"),
        ("РФФИ", "organization/rfbr"),
        ("Ministry of Science and Technology of China", "organization/most"),
        ("Ministry of Science and Higher Education of the Russian Federation", "organization/minobrnauki"),
        ("Shanghai Science and Technology Committee", "organization/stcsm"),
        ("People's Government of Shenzhen City", "organization/gov-shenzhen"),
        ("PuE Business Incubator", "organization/pue"),
        ("Fengduong New District Authority of Xi'an City", "organization/fengdong-authority"),
        ("Fengduong New District", "place/fengdong-new-district"),
        ("Xian", "place/xian"),
        ("St. Petersburg", "place/saint-petersburg"),
        ("Москва", "place/moscow"),
        ("PRC", "place/china"),
        ("Shaanxi Province", "place/shaanxi"),
        ("Shanxi", "place/shanxi"),
        ("Jilin", "place/jilin"),
        ("吉林市", "place/jilin-city"),
        ("Хэйлунцзян", "place/heilongjiang"),
        ("符拉迪沃斯托克", "place/vladivostok"),
        ("Lu Zhiyui", "person/lu-zhiyu"),
        ("Dmitry ARSENIIEV", "person/dmitry-arseniev"),
        ("Dmitry Arsenyev", "person/dmitry-arseniev"),
        ("CIEP", "event-series/ciep"),
        ("China International Expert Exchange Conference", "event-series/ciep"),
    ],
)
def test_a_name_means_one_thing(registry: Registry, name: str, id: str) -> None:
    assert bearers(registry, name) == [id]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Polytechnic University", {"organization/spbpu", "organization/tpu"}),
        ("Polytech", {"organization/spbpu"}),
        ("Политех", {"organization/spbpu"}),
        ("NEFU", {"organization/nefu-cn"}),
        ("ISTU", {"organization/istu", "organization/irnitu"}),
        ("BSU", {"organization/bsu-belarus", "organization/bsu-buryat", "organization/bsu-beijing"}),
        ("China University of Petroleum", {"organization/cup", "organization/cup-beijing"}),
        ("Сианьский политехнический университет", {"organization/xpu", "organization/xut"}),
        ("Ministry of Education", {"organization/moe"}),
    ],
)
def test_a_shared_name_counts_at_home_only(registry: Registry, name: str, ids: set[str]) -> None:
    assert ids <= set(bearers(registry, name, own=True))
    assert not ids & set(bearers(registry, name))


@pytest.mark.parametrize(
    "word",
    ["Jordan", "Chad", "Georgia", "Vladimir", "Kirov", "Korolev", "Gubkin", "Arsenyev", "Того", "来宾", "东方", "同仁"],
)
def test_a_word_that_is_also_something_else_is_no_place(registry: Registry, word: str) -> None:
    assert not [id for id in bearers(registry, word) if id.startswith("place/")]


def test_identifiers_are_few_and_well_formed(registry: Registry) -> None:
    tagged = [entry for entry in registry.entries if entry.ror or entry.wikidata]
    assert len(tagged) >= 40
    assert len({entry.ror for entry in tagged if entry.ror}) == sum(entry.ror is not None for entry in tagged)
    assert registry.get("organization/spbpu") in tagged
    assert all(_checksum(entry.ror) for entry in tagged if entry.ror)


def _checksum(ror: str) -> bool:
    """Say whether the last two digits of a ROR id fit the others (ISO/IEC 7064, as ROR computes it)."""
    body, check = ror.rsplit("/", 1)[1][:-2], ror[-2:]
    number = 0
    for sign in body:
        number = number * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(sign)
    return 98 - (number * 100) % 97 == int(check)


def test_every_column_is_defined_in_the_head_comment() -> None:
    for table in TABLES:
        lines = (HOME / table.file).read_text(encoding="utf-8").splitlines()
        head = [line for line in lines if line.startswith("#")]
        defined = {name for line in head if ":" in line for name in re.findall(r"\w+", line.split(":")[0])}
        header = next(csv.reader([next(line for line in lines if not line.startswith("#"))]))
        assert set(header) <= defined, table.file


def test_names_are_clean(registry: Registry) -> None:
    for entry in registry.entries:
        for text in (*(name.text for name in entry.names), *entry.own):
            assert unicodedata.is_normalized("NFC", text)
            assert text == " ".join(text.split())
            assert folded(text)


def test_references_lead_to_entries(registry: Registry) -> None:
    for entry in registry.entries:
        for reference in filter(None, (entry.city, entry.part_of, entry.affiliation)):
            assert registry.get(reference) is not None
        above, seen = entry.part_of, {entry.id}
        while above is not None:
            assert above not in seen, f"{entry.id} lies in itself"
            seen.add(above)
            above = _entry(registry, above).part_of


def _entry(registry: Registry, id: str) -> Entry:
    entry = registry.get(id)
    assert entry is not None
    return entry


# --- places -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("places", Path(__file__).parents[1] / "tools" / "places.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["places"] = module
    spec.loader.exec_module(module)
    return module


def test_the_generated_places_are_up_to_date(generator: ModuleType) -> None:
    assert generator.generate() == (HOME / "places.csv").read_text(encoding="utf-8")


def test_regions_are_those_of_iso_3166_2() -> None:
    lines = (HOME / "places-extra.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    codes = {row["iso"] for row in rows if row["iso"]}
    cities = {"CN-BJ", "CN-SH", "CN-TJ", "CN-CQ", "RU-MOW", "RU-SPE"}
    assert codes | cities == {part.code for land in ("CN", "RU") for part in subdivisions.get(country_code=land)}


def test_every_country_is_there(registry: Registry) -> None:
    found = {entry.country for entry in registry.entries if entry.cls == "Country"} - {None}
    assert found == {country.alpha_2 for country in countries} - {"HK", "MO", "TW"}
    names = Locale.parse("ru").territories
    assert names["MN"] in {name.text for name in _entry(registry, "place/mongolia").names}


@pytest.mark.parametrize(
    ("city", "region"),
    [
        ("harbin", "heilongjiang"), ("dalian", "liaoning"), ("xian", "shaanxi"), ("xuzhou", "jiangsu"),
        ("hangzhou", "zhejiang"), ("chengdu", "sichuan"), ("wuhan", "hubei"), ("changsha", "hunan"),
        ("urumqi", "xinjiang"), ("hohhot", "inner-mongolia"), ("lanzhou", "gansu"), ("kunming", "yunnan"),
        ("guiyang", "guizhou"), ("taiyuan", "shanxi"), ("jinan", "shandong"), ("hefei", "anhui"),
        ("nanchang", "jiangxi"), ("fuzhou", "fujian"), ("haikou", "hainan"), ("nanning", "guangxi"),
        ("zhengzhou", "henan"), ("shijiazhuang", "hebei"), ("changchun", "jilin"), ("xining", "qinghai"),
        ("yinchuan", "ningxia"), ("lhasa", "tibet"), ("shenzhen", "guangdong"), ("beijing", "china"),
        ("kazan", "tatarstan"), ("vladivostok", "primorsky-krai"), ("yakutsk", "sakha"), ("chita", "zabaykalsky-krai"),
        ("khabarovsk", "khabarovsk-krai"), ("yekaterinburg", "sverdlovsk-oblast"), ("perm", "perm-krai"),
        ("krasnoyarsk", "krasnoyarsk-krai"), ("petropavlovsk-kamchatsky", "kamchatka-krai"), ("ufa", "bashkortostan"),
        ("novosibirsk", "novosibirsk-oblast"), ("irkutsk", "irkutsk-oblast"), ("tomsk", "tomsk-oblast"),
        ("moscow", "russia"), ("saint-petersburg", "russia"), ("blagoveshchensk", "amur-oblast"),
    ],
)  # fmt: skip
def test_a_city_lies_in_its_region(registry: Registry, city: str, region: str) -> None:
    assert _entry(registry, f"place/{city}").part_of == f"place/{region}"


@pytest.mark.parametrize("key", ["shanghai", "harbin", "nanjing", "moscow", "saint-petersburg", "nalchik", "fuxin"])
def test_a_city_has_its_usual_label(registry: Registry, key: str) -> None:
    usual = {
        "shanghai": ("Shanghai", "Шанхай", "上海"),
        "harbin": ("Harbin", "Харбин", "哈尔滨"),
        "nanjing": ("Nanjing", "Нанкин", "南京"),
        "moscow": ("Moscow", "Москва", "莫斯科"),
        "saint-petersburg": ("Saint Petersburg", "Санкт-Петербург", "圣彼得堡"),
        "nalchik": ("Nalchik", "Нальчик", "纳尔奇克"),
        "fuxin": ("Fuxin", "Фусинь", "阜新"),
    }
    labels = {
        name.lang: name.text for name in _entry(registry, f"place/{key}").names if name.kind is NameKind.PREFERRED
    }
    assert (labels["en"], labels["ru"], labels["zh"]) == usual[key]


# --- the loader -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "id"),
    [
        ("spbstu.ru", "organization/spbpu"),
        ("www.spbstu.ru", "organization/spbpu"),
        ("https://english.spbstu.ru/media/news/?a=b#c", "organization/spbpu"),
        ("HTTP://EN.HIT.EDU.CN:80/news", "organization/hit"),
        ("https://user@orient.spbu.ru./x", "organization/spbu"),
        ("//www.spbu.ru/x", "organization/spbu"),
        ("https://вэб.рф/", "organization/veb"),
        ("https://xn--90ab5f.xn--p1ai/", "organization/veb"),
        ("notspbstu.ru", None),
        ("spbstu.ru.example.com", None),
        ("ru", None),
        ("", None),
        ("http://[", None),
        ("http://xn--\u00e9.ru", None),
    ],
)
def test_the_publisher_is_found_by_domain(registry: Registry, address: str, id: str | None) -> None:
    entry = registry.by_domain(address)
    assert (None if entry is None else entry.id) == id


@given(st.text(max_size=40))
def test_no_address_crashes_it(address: str) -> None:
    entry = load().by_domain(address)
    assert entry is None or entry.domains


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert folded(folded(name)) == folded(name)


def test_it_is_loaded_once_ordered_and_travels_to_workers(registry: Registry) -> None:
    assert load() is registry
    ids = [entry.id for entry in registry.entries]
    assert ids == sorted(set(ids))
    assert pickle.loads(pickle.dumps(registry)).entries == registry.entries
    assert registry.get("organization/nowhere") is None


FILES = {
    "places.csv": "# head\nkey,class,en,country,part_of\nchina,Country,China,CN,\nharbin,City,Harbin,CN,china\n",
    "organizations.csv": (
        "# head\nkey,class,en,abbr,own,country,city\nhit,University,Harbin Institute,HIT,Tech,CN,harbin\n"
    ),
    "people.csv": "key,en,affiliation\nhan,Han Jiecai,hit\n",
    "events.csv": "key,class,en\nforum,Conference,Rectors' Forum\n",
}


def written(folder: Path, **changed: str) -> Path:
    for file, text in FILES.items():
        (folder / file).write_text(changed.get(file.split(".")[0], text), encoding="utf-8")
    return folder


def test_a_row_becomes_an_entry(tmp_path: Path) -> None:
    registry = load(written(tmp_path))
    entry = _entry(registry, "organization/hit")
    assert [(name.text, name.lang, name.kind.value) for name in entry.names] == [
        ("Harbin Institute", "en", "preferred"),
        ("HIT", None, "alternative"),
    ]
    assert (entry.own, entry.country, entry.city) == (("Tech",), "CN", "place/harbin")
    assert _entry(registry, "person/han").affiliation == "organization/hit"
    assert _entry(registry, "event-series/forum").cls == "Conference"


def test_one_name_may_be_shared_where_it_is_declared(tmp_path: Path) -> None:
    rows = FILES["organizations.csv"] + "heu,University,Harbin Engineering,HEU,Tech|HIT,CN,harbin\n"
    assert _entry(load(written(tmp_path, organizations=rows)), "organization/heu").own == ("Tech", "HIT")


HEAD = "# head\nkey,class,en,ru,abbr,own,country,city,part_of,domains,ror,wikidata,verified\n"
GOOD = "hit,University,Harbin Institute,,HIT,,CN,harbin,,hit.edu.cn,,,\n"


@pytest.mark.parametrize(
    ("rows", "place", "reason"),
    [
        (
            "key,class,en,colour\nhit,University,Harbin,red\n",
            "organizations.csv, line 1",
            "unknown or repeated column “colour”",
        ),
        ("key,class,en,en\nhit,University,A,B\n", "organizations.csv, line 1", "unknown or repeated column “en”"),
        ("class,en\nUniversity,A\n", "organizations.csv, line 1", "no column “key”"),
        (HEAD + GOOD + GOOD, "organizations.csv, line 4", "the key “hit” stands at organizations.csv, line 3 too"),
        (HEAD + GOOD + "x,University,Hit,,,,,,,,,,\n", "organizations.csv, line 4", "the name “Hit” belongs to “hit”"),
        (HEAD + GOOD + "x,University,HARBIN,,,,,,,,,,\n", "organizations.csv, line 4", "“harbin” (places.csv, line 4)"),
        (HEAD + "hit,School,Harbin I,,,,,,,,,,\n", "organizations.csv, line 3", "unknown class “School”"),
        (HEAD + "Hit,University,Harbin I,,,,,,,,,,\n", "organizations.csv, line 3", "“Hit” is no key"),
        (HEAD + "hit,University,,,,,,,,,,,\n", "organizations.csv, line 3", "no name"),
        (HEAD + "hit,University, Harbin I,,,,,,,,,,\n", "organizations.csv, line 3", "stray white space"),
        (HEAD + "hit,University,A|,,,,,,,,,,\n", "organizations.csv, line 3", "empty value"),
        (HEAD + "hit,University,A|A,,,,,,,,,,\n", "organizations.csv, line 3", "repeats a value"),
        (HEAD + "hit,University,Cafe\u0301,,,,,,,,,,\n", "organizations.csv, line 3", "not in Unicode NFC"),
        (HEAD + "hit,University,A,Harbin,,,,,,,,,\n", "organizations.csv, line 3", "not written in the script of ru"),
        (HEAD + "hit,University,A,,,A,,,,,,,\n", "organizations.csv, line 3", "“A” stands in the row twice"),
        (HEAD + "hit,University,A,,,,XX,,,,,,\n", "organizations.csv, line 3", "unknown country “XX”"),
        (HEAD + "hit,University,A,,,,CN,paris,,,,,\n", "organizations.csv, line 3", "there is no other place “paris”"),
        (
            HEAD + "hit,University,A,,,,CN,,hit,,,,\n",
            "organizations.csv, line 3",
            "there is no other organization “hit”",
        ),
        (HEAD + "hit,University,A,,,,,,,www.hit.cn,,,\n", "organizations.csv, line 3", "“www.hit.cn” is no domain"),
        (HEAD + "hit,University,A,,,,,,,http://hit.cn/,,,\n", "organizations.csv, line 3", "is no domain"),
        (
            HEAD + GOOD + "x,University,B,,,,,,,hit.edu.cn,,,\n",
            "organizations.csv, line 4",
            "the domain hit.edu.cn belongs to",
        ),
        (HEAD + "hit,University,A,,,,,,,,02x91aj62,,src\n", "organizations.csv, line 3", "no such identifier"),
        (HEAD + "hit,University,A,,,,,,,,,1472358,src\n", "organizations.csv, line 3", "no such identifier"),
        (HEAD + "hit,University,A,,,,,,,,,Q16955,\n", "organizations.csv, line 3", "an identifier without its source"),
        (HEAD + "hit,University,A\n", "organizations.csv, line 3", "3 cells instead of 13"),
        (HEAD + 'hit,University,"A,,,,,,,,,,\n', "organizations.csv, line 3", "not CSV"),
    ],
)
def test_a_row_that_breaks_the_rules_is_refused(tmp_path: Path, rows: str, place: str, reason: str) -> None:
    with pytest.raises(RegistryError) as caught:
        load(written(tmp_path, organizations=rows))
    assert caught.value.place == place
    assert reason in str(caught.value)
    assert caught.value.remedy


def test_a_missing_or_broken_file_is_named(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "people.csv").write_bytes("key,en\nx,Фу\n".encode("cp1251"))
    with pytest.raises(RegistryError, match=r"people\.csv: not UTF-8"):
        load(tmp_path)
    (tmp_path / "people.csv").unlink()
    with pytest.raises(RegistryError, match=r"people\.csv: the file is missing"):
        load(tmp_path)
