"""The gazetteer: which places of the world bear a name. Its data are those of GeoNames (https://www.geonames.org, CC BY 4.0).

They come with the package, as an archive whose members are sorted blocks of lines, each named by its first key: the directory of the
archive is the index, so that opening it takes milliseconds and a look-up unpacks one block. docs/sources/make_gazetteer.py writes it.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from zipfile import ZipFile

from kg.language.placenames import spellings

__all__ = ["Candidate", "Gazetteer", "Kind", "gazetteer"]

MOST_BLOCKS = 256  # kept unpacked: some 8 MB
MOST_NAMES = 4096  # whose places are kept: an article asks for a name again and again, and so do its neighbours


class Kind(StrEnum):
    """What a place of the gazetteer is."""

    COUNTRY = "C"
    REGION = "R"
    CITY = "S"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant; `id` is its GeoNames id.

    `country` is an ISO 3166-1 code in capitals, `division` GeoNames's code of the first-order division that a city lies in ("IQ.09"), or
    a region's or country's own code. Regions and countries have no coordinates and a population of 0. `main` tells whether the name
    looked up is the usual one.
    """

    id: int
    name: str
    kind: Kind
    country: str
    division: str
    latitude: float | None
    longitude: float | None
    population: int
    main: bool

    @property
    def first_order(self) -> bool:
        """Whether this is a division right below a country."""
        return self.kind is Kind.REGION and self.division.count(".") == 1


class Gazetteer:
    """Look-ups in an archive of places; raises FileNotFoundError where it is missing."""

    def __init__(self, path: Path) -> None:
        self._archive = ZipFile(path)
        self._blocks = self._archive.namelist()
        self._texts: dict[int, str] = {}  # of the blocks unpacked so far
        self._candidates = lru_cache(MOST_NAMES)(self._find)

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """The places called so, in whatever spelling: those of that very name first, then the larger; an Arabic article may be missing.

        >>> [(place.name, place.country) for place in gazetteer().lookup("An-Nāşirīyah") if place.population > 100_000]
        [('Nasiriyah', 'IQ')]
        """
        return next(filter(None, map(self._candidates, spellings(name))), ())

    def at(self, code: str) -> Candidate | None:
        """The country or first-order division with a code ("IQ", "IQ.09").

        >>> gazetteer().at("IQ.09").name
        'Dhi Qar'
        """
        return next(iter(self._candidates(f"{code}.")), None)

    def _find(self, wanted: str) -> tuple[Candidate, ...]:
        return tuple(sorted(self._read(wanted), key=lambda place: (not place.main, -place.population, place.id)))

    def _read(self, wanted: str) -> list[Candidate]:
        found = []
        for fields in self._lines(wanted):
            if fields[1] != "=":
                found.append(_candidate(fields, True))
            else:
                found += [_candidate(other, False) for other in self._lines(fields[2]) if other[3] == fields[3]]
        return found

    def _lines(self, wanted: str) -> list[list[str]]:
        place = bisect_right(self._blocks, wanted) - 1
        if place < 0:
            return []
        text, prefix = self._text(place), f"\n{wanted}\t"
        start = text.find(prefix)
        lines = []
        while start >= 0:
            end = text.find("\n", start + 1)
            lines.append(text[start + 1:end if end >= 0 else None].split("\t"))
            start = end if end >= 0 and text.startswith(prefix, end) else -1
        return lines

    def _text(self, block: int) -> str:
        if block not in self._texts:
            if len(self._texts) >= MOST_BLOCKS:
                self._texts.clear()
            self._texts[block] = "\n" + self._archive.read(self._blocks[block]).decode()
        return self._texts[block]


def _candidate(fields: list[str], main: bool) -> Candidate:
    _key, name, kind, number, country, division, latitude, longitude, population = fields
    return Candidate(
        int(number), name, Kind(kind), country, division,
        float(latitude) if latitude else None, float(longitude) if longitude else None, int(population or 0), main)


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with the package, opened when first asked for."""
    return Gazetteer(Path(__file__).with_name("places.zip"))
