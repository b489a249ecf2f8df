"""Which names are names of the same one: known aliases, short forms, surnames, acronyms."""

import unicodedata
from itertools import pairwise

from kg.model import Form, Problem
from kg.stages.coreference.clusters import Clusters
from kg.terms import KG

__all__ = ["join_names"]


def join_names(clusters: Clusters) -> tuple[set[int], list[Problem]]:
    """Joins the names and demonyms of an article; returns the mentions that fit several entities, and why they are left out."""
    _equal(clusters)
    _bracketed(clusters)
    _acronyms(clusters)
    _groups(clusters)
    _full_persons(clusters)
    return _single_persons(clusters)


def _plain(text: str) -> tuple[str, ...]:
    """A name's words for comparison: without accents, dots and "the"; an all-capitals name stays in capitals ("IS", "US")."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in ".'’\"“”")
    words = bare.replace("-", " ").split()
    if words and words[0].lower() == "the":
        words = words[1:]
    return tuple(words if bare.isupper() and len(bare) < 6 else [word.lower() for word in words])


def _equal(clusters: Clusters) -> None:
    ontology = clusters.ontology
    first: dict[tuple[str, ...], int] = {}
    for i in clusters.entity_mentions:
        mention, text = clusters.mention(i), clusters.text(i)
        if mention.form not in (Form.NAME, Form.DEMONYM):
            continue
        known = ontology.demonyms.get(text) if mention.form == Form.DEMONYM else ontology.names.get(text)
        key = ("known", known.key) if known is not None else ("text", *_plain(text))
        clusters.join(first.setdefault(key, i), i)


def _bracketed(clusters: Clusters) -> None:
    """A group's short name in brackets after its long one."""
    names = clusters.of_form(Form.NAME)
    for i, j in pairwise(names):
        one, other = clusters.mention(i), clusters.mention(j)
        between = clusters.reading.article.text[one.end:other.begin]
        after = clusters.reading.article.text[other.end:other.end + 1]
        if between.strip() == "(" and after == ")" and clusters.family(one.kind) == clusters.family(other.kind) == "Group":
            clusters.join(i, j)


def _acronyms(clusters: Clusters) -> None:
    """Capitals that are the initials of exactly one longer name."""
    by_initials: dict[str, set[int]] = {}
    for i in clusters.of_form(Form.NAME):
        for initials in _initials(clusters.text(i)):
            by_initials.setdefault(initials, set()).add(clusters.cluster(i))
    for i in clusters.of_form(Form.NAME):
        text = clusters.text(i).replace(".", "")
        found = {clusters.cluster(c) for c in by_initials.get(text, ())} - {clusters.cluster(i)}
        if text.isupper() and len(text) > 1 and len(found) == 1 and _same_family(clusters, i, min(found)) and not _known(clusters, i):
            clusters.join(i, found.pop())


def _initials(text: str) -> set[str]:
    words = [word for word in text.replace("-", " ").split() if word.lower() != "the"]
    if len(words) < 2:
        return set()
    return {"".join(word[0] for word in words).upper(), "".join(word[0] for word in words if word[0].isupper())}


def _same_family(clusters: Clusters, one: int, other: int) -> bool:
    kinds = {clusters.family_of(clusters.cluster(i)) for i in (one, other)}
    return len(kinds) == 1


def _known(clusters: Clusters, mention: int) -> bool:
    return any(name in clusters.ontology.names for name in clusters.names(clusters.cluster(mention)))


def _groups(clusters: Clusters) -> None:
    """A group's or place's name without its last noun ("Petrosur" for "Petrosur Inc"), or without its first words ("Security Council")."""
    names = {c: [_plain(name) for name in clusters.names(c)] for c in clusters.clusters()
             if clusters.family_of(c) in ("Group", "Place") and clusters.names(c)}
    for short in list(names):
        longer = [c for c in names if c != short and any(_is_short(clusters, s, n) for s in names[short] for n in names[c])]
        if len(longer) == 1 and _same_family(clusters, short, longer[0]):
            one, other = clusters.cluster(short), clusters.cluster(longer[0])
            if one != other and not (_known(clusters, one) and _known(clusters, other)):
                clusters.join(one, other)


def _is_short(clusters: Clusters, short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if not 0 < len(short) < len(name):
        return False
    if name[:len(short)] == short:  # "Petrosur" for "Petrosur Inc"; but Elmak Hospital is not Elmak
        kinds = [clusters.words.tails.get(word) or clusters.words.appellatives.get(word) for word in name[len(short):]]
        return all(kind is not None and kind not in (KG.Facility, KG.Area, KG.Work) for kind in kinds)
    return len(short) > 1 and name[-len(short):] == short


def _person_words(clusters: Clusters, text: str) -> tuple[str, ...]:
    return tuple(word for word in _plain(text) if word not in clusters.words.particles)


def _persons(clusters: Clusters) -> dict[int, list[tuple[str, ...]]]:
    return {c: [_person_words(clusters, name) for name in clusters.names(c)] for c in clusters.clusters()
            if clusters.names(c) and clusters.kind(c) == KG.Person}


def _full_persons(clusters: Clusters) -> None:
    """Full names of one person: "Zine al-Abidine Ben Ali" and "Ben Ali", "J. Smith" and "John Smith"."""
    persons = {c: max(names, key=len) for c, names in _persons(clusters).items()}
    full = [c for c in persons if len(persons[c]) > 1]
    for short in full:
        longer = [c for c in full if c != short and _abbreviates(persons[short], persons[c])]
        if len(longer) == 1:
            clusters.join(short, longer[0])


def _abbreviates(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether all words of a name stand in another, in order, the surnames being the same."""
    if short == name or short[-1] != name[-1] or len(short) > len(name):
        return False
    rest = iter(name)
    return all(any(word == other or len(word) == 1 and other.startswith(word) for other in rest) for word in short)


def _single_persons(clusters: Clusters) -> tuple[set[int], list[Problem]]:
    """A surname, or a first name, alone goes to the only person who bears it."""
    persons = _persons(clusters)
    full = {c: {words for words in names if len(words) > 1} for c, names in persons.items()}
    dropped: set[int] = set()
    problems: list[Problem] = []
    for single in [c for c in persons if not full[c]]:
        word = persons[single][0][-1:] if persons[single][0] else ()
        surname = [c for c in full if any(words[-1:] == word for words in full[c])]
        given = [c for c in full if any(words[:1] == word for words in full[c])]
        bearers = surname or given
        if len(bearers) == 1:
            clusters.join(single, bearers[0])
        elif len(bearers) > 1:
            dropped.update(clusters.members(single))
            for i in clusters.members(single):
                mention = clusters.mention(i)
                problems.append(Problem(mention.sentence, (mention.begin, mention.end), "several people bear this name"))
    return dropped, problems
