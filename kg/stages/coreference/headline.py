"""Whom a headline means: it leaves determiners and names out, and tells what the story tells."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from kg.language.nouns import plural, singular
from kg.model import Form
from kg.stages.coreference.apposition import Position
from kg.stages.coreference.clusters import Clusters
from kg.stages.coreference.wording import modifiers, same_head, stands_with_the, synonym_key
from kg.terms import KG

__all__ = ["join_headline_roles", "restated"]

_FORMER = "former"
_KINDS = (KG.Person, KG.Group, KG.Vehicle, KG.City, KG.Region)
_COMPLEMENTS = ("oprd", "attr", "acomp", "xcomp")


class Description(NamedTuple):
    """A noun, the demonyms before it and what else stands before it."""

    noun: str
    adjectives: frozenset[str]
    demonyms: frozenset[str] = frozenset()


def join_headline_roles(clusters: Clusters, positions: list[Position]) -> None:
    """Joins the headline's "retired judge", "lender" or "ferry" with the only one of the story who is called so and has a name."""
    headline = clusters.reading.article.headline
    if headline is None:
        return
    told = [i for i in clusters.of_form(Form.NOMINAL) if clusters.mention(i).kind in _KINDS]
    roles = [i for i in told if clusters.mention(i).end <= headline[1]]
    described = _described(clusters, positions, told[len(roles):]) if roles else {}
    for i in roles:
        role = _description(clusters, i)
        if role.noun in clusters.words.institutions or _is_gained(clusters, clusters.doc[clusters.mention(i).head]):
            continue
        fits = {cluster for cluster, others in described.items() if any(_fits(clusters, role, other) for other in others)}
        found = _introduced(clusters, fits)
        if clusters.mention(i).kind == KG.Vehicle and not any(map(clusters.names, found)):
            found = _nameless_kind(clusters)
        if len(found) == 1 and not clusters.names(clusters.cluster(i)) and clusters.names(min(found)):
            clusters.join(i, found.pop())


def _is_gained(clusters: Clusters, noun: Token) -> bool:
    """Whether a noun is the office that somebody gets, not who has it: "judge elected governor"."""
    return noun.dep_ in _COMPLEMENTS or noun.dep_ == "dobj" and noun.head.lemma_ in clusters.words.appoint


def _introduced(clusters: Clusters, found: set[int]) -> set[int]:
    """Without those that only take up somebody named before: "the ex-minister" after "Paul Adande, a former minister"."""
    named = [cluster for cluster in found if clusters.names(cluster)]
    return found - {
        cluster for cluster in found - set(named) if stands_with_the(clusters, cluster) and any(other < cluster for other in named)
    }


def _nameless_kind(clusters: Clusters) -> set[int]:
    """The vehicles of which the story tells the name and not what they are."""
    named = {clusters.cluster(i) for i in clusters.of_form(Form.NAME) if clusters.mention(i).kind == KG.Vehicle}
    return {cluster for cluster in named if not clusters.nouns(cluster)}


def _described(clusters: Clusters, positions: list[Position], nominals: list[int]) -> dict[int, list[Description]]:
    """What each person, group, vehicle and place of the story is called beside a name."""
    found: dict[int, list[Description]] = {}
    for mention, words, _ in positions:
        *before, noun = words.partition(" of ")[0].lower().split()
        found.setdefault(clusters.cluster(mention), []).append(Description(noun, frozenset(before)))
    for i in nominals:
        told = _description(clusters, i)
        found.setdefault(clusters.cluster(i), []).append(told)
        head = clusters.doc[clusters.mention(i).head]
        if head.dep_ == "attr" and head.head.tag_ == "VBD":  # "who was mayor until 2014"
            found[clusters.cluster(i)].append(told._replace(adjectives=told.adjectives | {_FORMER}))
    for i in clusters.of_form(Form.NAME):
        first = clusters.first_token(i)
        if first.i and singular(first.nbor(-1)) in clusters.words.descriptors and clusters.mention(i).kind == KG.Group:
            known = first.i > 1 and first.nbor(-2).text in clusters.ontology.demonyms
            demonyms = frozenset({first.nbor(-2).lower_} if known else ())
            found.setdefault(clusters.cluster(i), []).append(Description(singular(first.nbor(-1)), frozenset(), demonyms))
    return found


def _description(clusters: Clusters, index: int) -> Description:
    """What a nominal tells; names are left out, and "ex-" says the same as "former"."""
    inside = [clusters.mention(i).form for i in clusters.within(index)], [clusters.text(i).lower() for i in clusters.within(index)]
    demonyms = frozenset(text for form, text in zip(*inside, strict=True) if form == Form.DEMONYM)
    left_out = {word for text in inside[1] for word in text.split()}
    return Description(singular(clusters.doc[clusters.mention(index).head]), modifiers(clusters, index) - left_out, demonyms)


def _fits(clusters: Clusters, role: Description, other: Description) -> bool:
    """Whether two descriptions may be of one: the same office, held by both or by neither, and one says no less than the other."""
    synonyms = clusters.words.synonyms
    if role.demonyms and other.demonyms and role.demonyms != other.demonyms:
        return False
    same = role.noun == other.noun or role.noun in synonyms and synonyms[role.noun] == synonyms.get(other.noun)
    less, more = sorted((role.adjectives, other.adjectives), key=len)
    return same and (_FORMER in less) == (_FORMER in more) and less <= more


def restated(clusters: Clusters, index: int) -> int | None:
    """The nominal of the headline that the text takes up."""
    headline = clusters.reading.article.headline
    mention = clusters.mention(index)
    if headline is None or mention.begin < headline[1]:
        return None
    noun = clusters.doc[mention.head]
    for cluster in _told_in_headline(clusters, headline[1], index):
        if clusters.family_of(cluster) == clusters.family(mention.kind) and _restates(clusters, noun, index, cluster):
            return cluster
    return None


def _told_in_headline(clusters: Clusters, end: int, index: int) -> Iterator[int]:
    """The clusters of which nothing stands between the headline and a mention."""
    for i in clusters.entity_mentions:
        if clusters.mention(i).end > end:
            return
        cluster = clusters.cluster(i)
        if not any(clusters.mention(other).end > end and other < index for other in clusters.members(cluster)):
            yield cluster


def _restates(clusters: Clusters, noun: Token, index: int, cluster: int) -> bool:
    for i in [i for i in clusters.members(cluster) if i < index]:
        head, one, other = clusters.doc[clusters.mention(i).head], modifiers(clusters, i), modifiers(clusters, index)
        if clusters.mention(i).form == Form.NAME:
            return clusters.head_word(clusters.text(i)) == singular(noun) and not plural(noun) and not other and noun.tag_ == "NN"
        if same_head(head, noun):
            return one <= other or other <= one
        words = clusters.words.synonyms
        if singular(head) in words and words.get(synonym_key(clusters, noun)) == words[singular(head)] and plural(head) == plural(noun):
            return head.dep_ == noun.dep_ == "nsubj" and not any(child.dep_ == "conj" for child in noun.children)
    return False
