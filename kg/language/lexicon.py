"""The word lists by which mentions are cut and joined, read from the ontology once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.ontology import KnownName, Ontology
from kg.terms import KG, KGX, RDF

__all__ = ["Lexicon", "by_first_word", "lexicon"]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words in lower case; `names` are known names by their first word, the longest first."""

    honorifics: frozenset[str]
    masculine: frozenset[str]
    feminine: frozenset[str]
    mens_names: frozenset[str]
    womens_names: frozenset[str]
    particles: frozenset[str]
    quantifiers: frozenset[str]
    substantives: frozenset[str]
    not_names: frozenset[str]
    no_position: frozenset[str]
    portfolios: frozenset[str]
    locatives: frozenset[str]
    directions: frozenset[str]
    identify: frozenset[str]
    appoint: frozenset[str]
    vague: frozenset[str]
    standing: frozenset[str]
    passing: frozenset[str]
    apart: frozenset[str]
    parts: frozenset[str]
    siege: frozenset[str]
    of_places: frozenset[str]
    institutions: frozenset[str]
    appellatives: Mapping[str, str]  # noun -> class of what it names
    descriptors: frozenset[str]
    creeds: frozenset[str]  # descriptors that may begin a name too: "Liberal Democrats"
    carrier_verbs: frozenset[str]
    carriers: frozenset[str]
    holdings: frozenset[str]
    owned: frozenset[str]
    bureaus: frozenset[str]  # owned nouns whose owner is one
    bare: frozenset[str]  # prepositions with their nouns
    given_names: frozenset[str]
    ranks: frozenset[str]
    services: frozenset[str]
    trades: frozenset[str]
    tails: Mapping[str, str]  # last word of a name -> class
    generics: Mapping[str, frozenset[str]]  # noun -> classes that it may refer back to
    synonyms: Mapping[str, str]  # noun -> the set of synonyms it belongs to
    copulas: frozenset[str]
    team_nouns: frozenset[str]
    game_verbs: frozenset[str]
    game_nouns: frozenset[str]
    names: Mapping[str, tuple[tuple[tuple[str, ...], KnownName], ...]]
    demonyms: Mapping[str, tuple[tuple[tuple[str, ...], KnownName], ...]]  # those of several words, by their first
    ambiguous: Mapping[str, tuple[KnownName, ...]]  # demonyms of several countries
    capitals: Mapping[str, str]  # capital -> key of its country


@lru_cache(maxsize=4)
def lexicon(ontology: Ontology) -> Lexicon:
    """The word lists of an ontology."""
    facts = ontology.facts

    def words(owner: str, term: str) -> frozenset[str]:
        return frozenset(facts.texts(owner, KGX[term]))

    def by_word(term: str) -> dict[str, str]:
        owners = sorted(facts.subjects_of(KGX[term]), key=lambda iri: (ontology.depth(iri), iri), reverse=True)
        return {text: owner for owner in owners for text in facts.texts(owner, KGX[term])}

    generics: dict[str, set[str]] = {}
    for owner in facts.subjects_of(KGX.generic):
        for text in facts.texts(owner, KGX.generic):
            generics.setdefault(text, set()).add(owner)
    return Lexicon(
        honorifics=words(KG.Person, "honorific"), masculine=words(KG.Person, "masculine"), feminine=words(KG.Person, "feminine"),
        mens_names=words(KG.Person, "mansName"), womens_names=words(KG.Person, "womansName"),
        particles=words(KG.Person, "nameParticle"), quantifiers=words(KG.People, "quantifier"),
        substantives=words(KG.Person, "substantive"),
        not_names=words(KG.Entity, "notName"), no_position=words(KG.Person, "noPosition"), portfolios=words(KG.Person, "portfolioOf"),
        locatives=words(KG.Place, "locative"), directions=words(KG.Place, "direction"),
        identify=words(KG.Person, "identifyVerb"), appoint=words(KG.Person, "appointVerb"),
        vague=words(KG.People, "vague"), standing=words(KG.People, "standing"), passing=words(KG.Person, "passing"),
        apart=words(KG.Place, "apart"), parts=words(KG.Place, "partNoun"), siege=words(KG.Place, "siegeVerb"),
        of_places=words(KG.Place, "heldNoun"),
        institutions=words(KG.Group, "institution"), appellatives=by_word("appellative"), tails=by_word("nameTail"),
        descriptors=words(KG.Group, "descriptor"), creeds=words(KG.People, "descriptor"),
        holdings=words(KG.Group, "holding"), owned=words(KG.Group, "ownedNoun") | words(KG.Group, "bureau"),
        bureaus=words(KG.Group, "bureau"),
        carrier_verbs=words(KG.Vehicle, "carrierVerb"), carriers=words(KG.Vehicle, "appellative"),
        bare=words(KG.Entity, "barePhrase"),
        given_names=words(KG.Person, "givenName"), ranks=words(KG.Person, "rank"),
        services=words(KG.Person, "serviceNoun"), trades=words(KG.Person, "tradeNoun"),
        generics={text: frozenset(owners) for text, owners in generics.items()},
        synonyms={text: owner for owner in facts.subjects(RDF.type, KGX.Synonyms) for text in facts.texts(owner, KGX.noun)},
        copulas=words(KG.Entity, "copula"), team_nouns=words(KGX.sport, "teamNoun"), game_verbs=words(KGX.sport, "gameVerb"),
        game_nouns=words(KGX.sport, "gameNoun"), names=by_first_word(ontology.names),
        demonyms=by_first_word({text: known for text, known in ontology.demonyms.items() if " " in text}), ambiguous=_ambiguous(ontology),
        capitals=_capitals(ontology),
    )


def _ambiguous(ontology: Ontology) -> dict[str, tuple[KnownName, ...]]:
    facts, bearers = ontology.facts, dict[str, list[KnownName]]()
    for iri in facts.subjects_of(KGX.demonym):
        known = ontology.names.get(ontology.label(iri))
        if known is not None:
            for text in facts.texts(iri, KGX.demonym):
                bearers.setdefault(text, []).append(known)
    return {text: tuple(found) for text, found in bearers.items() if len(found) > 1}


def _capitals(ontology: Ontology) -> dict[str, str]:
    facts = ontology.facts
    return {text: iri.partition("/entity/")[2] for iri in facts.subjects_of(KGX.capital) for text in facts.texts(iri, KGX.capital)}


def by_first_word(names: Mapping[str, KnownName]) -> dict[str, tuple[tuple[tuple[str, ...], KnownName], ...]]:
    """Known names as their words, by the first of them, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], KnownName]]] = {}
    for text, known in names.items():
        words = tuple(text.replace("-", " - ").split())
        found.setdefault(words[0], []).append((words, known))
    return {first: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[0]))) for first, entries in found.items()}
