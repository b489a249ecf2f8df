"""The dateline that a story's first paragraph may begin with: where, sometimes when and by which agency it was filed."""

import re
from dataclasses import dataclass
from datetime import date

from kg.articles.dates import day_in, names_day
from kg.articles.words import words
from kg.model import Span

__all__ = ["Dateline", "find_dateline"]

BRACKET = r"\([^()]{0,80}\)"
HEAD = re.compile(
    rf"(?P<head>(?:{BRACKET}|[^()]){{1,120}}?)(?P<mark>(?:(?<=[\s).])|(?<=\w)(?=[—–]))(?:--+|[—–_])|(?<=\s)-(?=\s|$)|(?<=\w):(?=\s))(?:\s+|$|(?<=[—–])(?=\S))",
)
NOTES = re.compile(r"(?:\[[^\]]{1,300}\]\s*)+")  # what a monitoring service puts before the text it took down
DASH = re.compile(r"(?<=\s)(?:--?|[—–_])(?=\s)|[—–]")
SENTENCE = re.compile(r".*?[.!?](?=\s|$)|.*", re.DOTALL)
NAME = re.compile(r"[^\W\d_][\w'’.-]*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: the place words' span in the text, the day where it tells one, and the offset at which the prose begins."""

    place: Span | None
    day: date | None
    end: int


def find_dateline(text: str, span: Span, sure: bool = False) -> Dateline | None:
    """The dateline at the beginning of a paragraph, None where it has none; `sure` asks for an agency, a date or capitals.

    >>> text = "NAIROBI, Kenya (AP) -- Two buses collided."
    >>> found = find_dateline(text, (0, len(text)))
    >>> text[slice(*found.place)], text[found.end:]
    ('NAIROBI, Kenya', 'Two buses collided.')
    >>> find_dateline("Police - who were armed - said so.", (0, 34)) is None
    True
    """
    match = HEAD.match(text, span[0], span[1])
    if not match:
        return None
    head = _head(match["head"])
    rest = text[match.end():span[1]]
    if head is None or not _believable(head, match["mark"], rest, sure):
        return None
    place, day = head.place, day_in(head.when) if head.when else None
    found = Dateline((span[0] + place[0], span[0] + place[1]) if place else None, day, match.end())
    notes = NOTES.match(text, match.end(), span[1])
    return _inner(text, (notes.end(), span[1]), found) if notes else found


@dataclass(frozen=True, slots=True)
class _Head:
    """The parts of what stands before a dateline's dash."""

    place: Span | None
    words: str
    when: str | None
    agency: bool


def _inner(text: str, span: Span, outer: Dateline) -> Dateline:
    """A report taken down by a monitoring service may have a dateline of its own behind the notes; it says more exactly where."""
    own = find_dateline(text, span) if text[span[0]:span[1]].isupper() else None
    if own and own.place and len(text[slice(*own.place)].split()) <= 3:
        return Dateline(own.place, outer.day, own.end)
    return Dateline(outer.place, outer.day, span[0])


def _head(head: str) -> _Head | None:
    """Place, date and agency of a head, None where it does not look like one."""
    agency = re.search(rf"{BRACKET}\s*$", head)
    if agency and names_day(agency[0]):
        return None
    front = head[:agency.start()] if agency else head
    parts = [part for part in re.finditer(r"[^,]+", front) if part[0].strip()]
    if not parts:
        return _Head(None, "", None, True) if agency else None
    places = [part for part in parts if not _is_date(part[0])]
    dates = " ".join(part[0].strip() for part in parts[len(places):])
    if places != parts[:len(places)] or not places or len(parts) > 4 or not all(_is_place(part[0]) for part in places):
        return None
    begin = len(front) - len(front.lstrip())
    end = len(front[:places[-1].end()].rstrip())
    return _Head(_place(front, begin, end), front[begin:end], dates or None, bool(agency))


def _place(front: str, begin: int, end: int) -> Span | None:
    """The span of the place words: the first of "BEIRUT/AMMAN", the country of "NO CITY (PERU)", none for "CLANDESTINE"."""
    named = front[begin:end]
    bare = re.sub(BRACKET, "", named).strip()
    if bare.lower() in words("no_places"):
        country = re.search(r"\(([^()]+)\)", named)
        return (begin + country.start(1), begin + country.end(1)) if country else None
    return begin, begin + len(named.split("/")[0].rstrip())


def _is_date(part: str) -> bool:
    return part.strip().lower() in words("no_dates") or names_day(part)


def _is_place(part: str) -> bool:
    """Whether all words are capitalised but for small ones inside: at most five, none a number."""
    names = NAME.findall(part)
    if not 0 < len(names) <= 6 or re.search(r"[\"“”!?;\[\]]", part):
        return False
    if names[0].lower() in words("no_first") or re.search(r"\d", part):
        return False
    return names[0][0].isupper() and all(name[0].isupper() or name.lower() in words("particles") for name in names)


def _believable(head: _Head, mark: str, rest: str, sure: bool) -> bool:
    """Whether place words and a dash are a dateline, and not the beginning of a sentence with a dash or colon in it.

    An agency or a date makes it sure. Else the prose must begin as a sentence does; capitals before ordinary prose then make it
    sure, and without them the dash must not be the first of a pair.
    """
    opening = rest.lstrip("\"'“‘`«([")[:1]
    begins = not rest or opening.isupper() or opening.isdigit()
    capitals = head.words.isupper() and not rest.isupper() and len(head.words) > 2
    if mark == ":":
        return capitals and begins and head.words.replace(" ", "").isalpha() and len(head.words) > 4
    if head.agency or head.when or (capitals and begins):
        return True
    if sure or not rest or not begins or len(head.words.split()) > 5:
        return False
    sentence = SENTENCE.match(rest[:1000])
    return len(DASH.findall(sentence[0] if sentence else rest)) % 2 == 0
