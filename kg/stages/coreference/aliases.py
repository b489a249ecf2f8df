"""Which names are names of the same one: known aliases, short forms, surnames, acronyms."""

import unicodedata
from itertools import pairwise

from kg.model import Form, Problem
from kg.stages.coreference.clusters import Clusters
from kg.terms import KG

__all__ = ["join_names", "join_surnames"]


def join_names(clusters: Clusters) -> None:
    """Joins the names and demonyms of an article that are surely of one entity."""
    _equal(clusters)
    _bracketed(clusters)
    _acronyms(clusters)
    _groups(clusters)
    _full_persons(clusters)


def _plain(text: str) -> tuple[str, ...]:
    """A name's words for comparison: without accents, dots and "the"; an all-capitals name stays in capitals ("IS", "US")."""
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in ".'’\"“”")
    words = bare.replace("-", " ").split()
    if words and words[0].lower() == "the":
        words = words[1:]
    return tuple(words if bare.isupper() and len(bare) < 6 else [word.lower() for word in words])


def _equal(clusters: Clusters) -> None:
    keys: dict[int, tuple[str, ...]] = {}
    genders: dict[tuple[str, ...], set[str]] = {}
    for i in sorted(clusters.of_form(Form.NAME) + clusters.of_form(Form.DEMONYM)):
        known = clusters.known(i)
        keys[i] = ("known", known.key) if known is not None else ("text", *_plain(clusters.text(i)))
        genders.setdefault(keys[i], set()).add(clusters.gender(i) or "")
    first: dict[tuple[str, ...], int] = {}
    for i, key in keys.items():
        mixed = {"Masc", "Fem"} <= genders[key]  # Mr Soto and Mrs Soto are two
        clusters.join(first.setdefault((*key, clusters.gender(i) or "") if mixed else key, i), i)


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
    """A group's or place's name without its last nouns ("Petrosur" for "Petrosur Inc"), or without its first words ("Security Council")."""
    names = {c: [_plain(name) for name in clusters.names(c)] for c in clusters.clusters()
             if clusters.family_of(c) in ("Group", "Place") and clusters.names(c)}
    longer: dict[tuple[str, ...], set[int]] = {}
    for c, forms in names.items():
        for short in {short for form in forms for short in _short_forms(clusters, form)}:
            longer.setdefault(short, set()).add(c)
    by_last_word: dict[str, set[int]] = {}
    by_first_word: dict[str, set[int]] = {}
    for c, forms in names.items():
        for form in [form for form in forms if len(form) > 1]:
            by_last_word.setdefault(form[-1], set()).add(c)
            by_first_word.setdefault(form[0], set()).add(c)
    for c, forms in names.items():
        found = {other for form in forms for other in longer.get(form, ())} - {c}
        single = forms[0][0] if {*map(len, forms)} == {1} else ""
        telling = single in clusters.words.tails
        if not found and single and (telling and single not in clusters.words.institutions or _follows_the(clusters, c)):
            # "the Commission" after "European Commission", "United" after "Vardal United"
            found = by_last_word.get(single, set()) - {c}
        if not found and single and not telling and clusters.family_of(c) == "Group":  # "Tiwala" after "Tiwala Brotherhood"
            found = {other for other in by_first_word.get(single, ()) if other < c} or by_last_word.get(single, set()) - {c}
        if len(found) == 1 and _same_family(clusters, c, min(found)):
            one, other = clusters.cluster(c), clusters.cluster(min(found))
            if one != other and not (_known(clusters, one) and _known(clusters, other)):
                clusters.join(one, other)


def _follows_the(clusters: Clusters, cluster: int) -> bool:
    firsts = [clusters.first_token(i) for i in clusters.members(cluster)]
    return all(first.i and first.nbor(-1).lower_ == "the" for first in firsts)


def _short_forms(clusters: Clusters, name: tuple[str, ...]) -> list[tuple[str, ...]]:
    found = [name[start:] for start in range(1, len(name) - 1)]
    end = len(name) - 1
    while end > 0 and _names_kind(clusters, name[end]):
        found.append(name[:end])
        end -= 1
    return found


def _names_kind(clusters: Clusters, word: str) -> bool:
    """Whether a last word may be left out ("Inc", "Party"); a hospital's may not: Elmak Hospital is not Elmak."""
    kind = clusters.words.tails.get(word) or clusters.words.appellatives.get(word)
    return kind is not None and kind not in (KG.Facility, KG.Area, KG.Work)


def _person_words(clusters: Clusters, text: str) -> tuple[str, ...]:
    return tuple(word for word in _plain(text) if word not in clusters.words.particles)


def _persons(clusters: Clusters) -> dict[int, list[tuple[str, ...]]]:
    found = {}
    for c in clusters.clusters():
        if clusters.names(c) and clusters.kind(c) == KG.Person:
            names = [words for name in clusters.names(c) if (words := _person_words(clusters, name)) and "of" not in words]
            found.update({c: names} if names else {})
    return found


def _full_persons(clusters: Clusters) -> None:
    """Full names of one person: "Zine al-Abidine Ben Ali" and "Ben Ali", "J. Smith" and "John Smith"."""
    persons = {c: words for c, names in _persons(clusters).items() if len(words := max(names, key=len)) > 1}
    namesakes: dict[str, list[int]] = {}
    for c, words in persons.items():
        for surname in {words[-1], words[-2]} if len(words) > 2 else {words[-1]}:
            namesakes.setdefault(surname, []).append(c)
    for short, words in persons.items():
        longer = [c for c in namesakes[words[-1]] if c != short and _abbreviates(words, persons[c])]
        if len(longer) == 1:
            clusters.join(short, longer[0])


def _abbreviates(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether all words of a name stand in another, in order, the surnames being the same; of two the second may be left out."""
    if short == name[:-1]:
        return True  # "Antonio Roldan" of "Antonio Roldan Betancur"
    if short == name or short[-1] != name[-1] or len(short) > len(name):
        return False
    rest = iter(name)
    return all(any(word == other or len(word) == 1 and other.startswith(word) for other in rest) for word in short)


def join_surnames(clusters: Clusters) -> tuple[set[int], list[Problem]]:
    """Joins a surname, or a first name, alone with the only person who bears it and may be so addressed.

    Returns the mentions that fit several people, and why they are left out.
    """
    persons = _persons(clusters)
    by_surname: dict[str, list[int]] = {}
    by_given: dict[str, list[int]] = {}
    for c, names in persons.items():
        for words in {words for words in names if len(words) > 1}:
            by_surname.setdefault(words[-1], []).append(c)
            by_given.setdefault(words[0], []).append(c)
    dropped: set[int] = set()
    problems: list[Problem] = []
    for single in [c for c, names in persons.items() if max(map(len, names)) == 1]:
        word = persons[single][0][0]
        named = {clusters.cluster(c) for c in by_surname.get(word) or by_given.get(word) or ()}  # joined with others by now, maybe
        bearers = _addressed(clusters, single, sorted(named))
        mentions = clusters.members(single)
        if len(bearers) > 1:
            known = _established(clusters, mentions, bearers)
            unsure = [i for i in mentions if known is None or _is_told_near(clusters, i, [c for c in bearers if c != known])]
            dropped.update(unsure)
            told = [clusters.mention(i) for i in unsure]
            problems += [Problem(one.sentence, (one.begin, one.end), "several people bear this name") for one in told]
            bearers = [] if known is None or len(unsure) == len(mentions) else [known]
        if bearers:
            clusters.join(single, bearers[0])
    return dropped, problems


def _established(clusters: Clusters, alone: list[int], bearers: list[int]) -> int | None:
    """The only bearer of a surname told of in full before the body has it alone: it stays his, though a relative comes up later."""
    headline = clusters.reading.article.headline
    known, later = sorted(bearers, key=lambda c: clusters.members(c)[0])[:2]
    named, renamed = clusters.members(known)[0], clusters.members(later)[0]
    own = [i for i in alone if named < i < renamed and (headline is None or clusters.mention(i).begin >= headline[1])]
    return known if own else None


def _is_told_near(clusters: Clusters, mention: int, others: list[int]) -> bool:
    """Whether one of others is told of in the sentence of a mention, before it, or in the sentence before that."""
    sentence = clusters.mention(mention).sentence
    return any(i < mention for c in others for i in clusters.since(c, sentence - 1))


def _addressed(clusters: Clusters, single: int, bearers: list[int]) -> list[int]:
    """Those bearers of a name whom "Mr" or "Mrs" before it may mean."""
    gender = clusters.gender(single)
    if gender is None or len(bearers) < 2:
        return bearers
    told = [c for c in bearers if clusters.gender(c) == gender]
    return told or [c for c in bearers if clusters.gender(c) is None]
