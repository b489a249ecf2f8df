"""What nouns of little meaning refer back to: "the group", "the company", "the city", "the ship", "the men"."""

from spacy.tokens import Token

from kg.language.gazetteer import Kind, gazetteer
from kg.language.nouns import is_definite, numeral, singular
from kg.model import Mention
from kg.stages.coreference.clusters import Clusters
from kg.stages.coreference.wording import adds_nothing, modifiers
from kg.terms import KG

__all__ = ["announced", "by_generic"]

_REACH = 3  # sentences
_FAR = 8
_SUBJECT = ("nsubj", "nsubjpass")
_PLACES = frozenset({KG.City, KG.Region, KG.Country, KG.Area})
_IN_GAZETTEER = {KG.City: Kind.CITY, KG.Region: Kind.REGION, KG.Country: Kind.COUNTRY}


def by_generic(clusters: Clusters, noun: Token, index: int) -> int | None:
    """The only one near, or the subject of the sentence before, that "the group" or "the man" may mean."""
    mention = clusters.mention(index)
    classes = clusters.words.generics.get(singular(noun))
    if mention.kind == KG.Vehicle and singular(noun) in clusters.words.synonyms:
        classes = frozenset({KG.Vehicle})  # "the ferry" after "the Princess Tala"
    if not classes or numeral(noun) or not is_definite(noun):
        return None
    if mention.kind != KG.Group and not classes & _PLACES and _describes(clusters, index):
        return None
    if mention.kind in (KG.People, KG.Person):
        classes &= {mention.kind}
    if clusters.family(mention.kind) == "Group" and (called := _called_so(clusters, noun, index)):
        return called[0] if len(called) == 1 else None
    if classes & _PLACES:
        return _place_near(clusters, noun, index, classes)
    near = [
        earlier for earlier in clusters.before(index)
        if _is_kind(clusters, earlier, classes)
        and clusters.last_before(earlier, index).sentence >= mention.sentence - _REACH
        and _may_be_called(clusters, earlier, index) and not _says(clusters, earlier, noun, index)
    ]
    if len(near) == 1:
        return near[0]
    if clusters.family(mention.kind) != "Group" or modifiers(clusters, index):
        return None
    subjects = [earlier for earlier in near if _is_subject_near(clusters, earlier, mention)]
    return subjects[0] if len(subjects) == 1 else None


def _place_near(clusters: Clusters, noun: Token, index: int, classes: frozenset[str]) -> int | None:
    """The only named place that "the mostly Shiite province" may mean in the nearest sentence that has one; none where it is set apart."""
    words = modifiers(clusters, index)
    before = words | {child.lower_ for child in noun.children}  # "next" and "other" are no part of a nominal
    if before & clusters.words.apart or any(child.tag_ in ("JJS", "JJR", "RBS") for child in noun.subtree):
        return None
    mention, last = clusters.mention(index), 0
    alone = classes == {KG.Region}  # an article seldom tells of two provinces, and where it does, neither is sure
    reach = _FAR if alone else 1 if words else _REACH
    near: list[int] = []
    for earlier in clusters.before(index):
        sentence = clusters.last_before(earlier, index).sentence
        if sentence < mention.sentence - reach or near and sentence < last and not alone:
            break
        is_country = KG.Country in classes and clusters.kind(earlier) == KG.Country
        if is_country or clusters.names(earlier) and _is_kind(clusters, earlier, classes):
            near.append(earlier)
            last = sentence
    return near[0] if len(near) == 1 else None


def _is_kind(clusters: Clusters, cluster: int, classes: frozenset[str]) -> bool:
    """Whether a cluster is of one of some classes; a named place of no known kind may be a city or region."""
    kind = clusters.kind(cluster)
    if any(clusters.ontology.is_a(kind, above) for above in classes):
        return True
    if kind != KG.Place or not clusters.names(cluster) or not classes & _PLACES:
        return False
    found = {candidate.kind for name in clusters.names(cluster) for candidate in gazetteer().lookup(name)}
    fits = {_IN_GAZETTEER[one] for one in classes if one in _IN_GAZETTEER}
    return not found or not fits or bool(found & fits)


def _called_so(clusters: Clusters, noun: Token, index: int) -> list[int]:
    """The named groups of the article that were called by the same noun, whatever stands before it now: "the Sunni extremist group"."""
    if any(clusters.mention(i).kind == KG.Country for i in clusters.within(index)):
        return []
    groups = [cluster for cluster in clusters.before(index) if clusters.family_of(cluster) == "Group" and clusters.names(cluster)]
    return [cluster for cluster in groups if singular(noun) in clusters.nouns(cluster) | clusters.head_words(cluster)]


def _may_be_called(clusters: Clusters, earlier: int, index: int) -> bool:
    """Whether a noun fits a cluster: "the men" no officials, "the group" no ministry and nothing that has no name, "the woman" no man."""
    if clusters.mention(index).kind == KG.People:
        return bool(clusters.nouns(earlier) - clusters.words.vague)
    if clusters.family_of(earlier) == "Group":
        official = (clusters.head_words(earlier) | clusters.nouns(earlier)) & clusters.words.institutions
        return bool(clusters.names(earlier)) and not official
    if clusters.family_of(earlier) == "Artifact":
        noun, synonyms = clusters.doc[clusters.mention(index).head], clusters.words.synonyms
        called = {synonyms.get(word) for word in clusters.nouns(earlier)} - {None}
        return not called or synonyms.get(singular(noun)) in called
    return len({clusters.gender(earlier), clusters.gender(clusters.cluster(index))} - {None}) < 2


def _says(clusters: Clusters, cluster: int, noun: Token, index: int) -> bool:
    """Whether a cluster is the subject of a clause that the noun is part of: who says "the man …" does not mean himself."""
    sentence = clusters.mention(index).sentence
    heads = (clusters.doc[clusters.mention(i).head] for i in clusters.since(cluster, sentence) if i < index)
    return any(head.dep_ in _SUBJECT and head.head.is_ancestor(noun) for head in heads)


def _is_subject_near(clusters: Clusters, cluster: int, mention: Mention) -> bool:
    """Whether a cluster was the subject of a clause in the sentence of a mention, or the one before."""
    near = (clusters.mention(i) for i in clusters.since(cluster, mention.sentence - 1))
    return any(other.end <= mention.begin and clusters.doc[other.head].dep_ in _SUBJECT for other in near)


def _describes(clusters: Clusters, index: int) -> bool:
    """Whether what stands before a noun may set its bearer apart."""
    return not all(adds_nothing(clusters, word) for word in modifiers(clusters, index))


def announced(clusters: Clusters, index: int) -> int | None:
    """The only ship or plane told of so far that has no name, where the next sentences give one: "a ferry sank … the Santa Felisa"."""
    cluster = clusters.cluster(index)
    if clusters.mention(index).kind != KG.Vehicle or clusters.nouns(cluster) or clusters.members(cluster)[0] != index:
        return None
    told = [earlier for earlier in clusters.before(index) if clusters.kind(earlier) == KG.Vehicle and not clusters.names(earlier)]
    carriers = [earlier for earlier in told if clusters.nouns(earlier) & clusters.words.carriers]
    return carriers[0] if len(carriers) == 1 else None
