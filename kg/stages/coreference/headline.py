"""Whom a headline means: it leaves determiners and names out, and tells what the story tells."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.nouns import plural, singular
from kg.model import Form
from kg.stages.coreference.apposition import Position
from kg.stages.coreference.clusters import Clusters
from kg.stages.coreference.wording import modifiers, same_head, stands_with_the, synonym_key
from kg.terms import KG

__all__ = ["join_headline_roles", "restated"]

_FORMER = "former"
_KINDS = (KG.Person, KG.Group, KG.Vehicle)
Description = tuple[str, frozenset[str]]  # a noun and what stands before it


def join_headline_roles(clusters: Clusters, positions: list[Position]) -> None:
    """Joins the headline's "retired judge", "lender" or "ferry" with the only one of the story who is called so and has a name."""
    headline = clusters.reading.article.headline
    if headline is None:
        return
    told = [i for i in clusters.of_form(Form.NOMINAL) if clusters.mention(i).kind in _KINDS]
    roles = [i for i in told if clusters.mention(i).end <= headline[1]]
    if not roles:
        return
    described = _described(clusters, positions, told[len(roles):])
    for i in roles:
        role = _description(clusters, i)
        if role[0] in clusters.words.institutions:
            continue
        fits = {cluster for cluster, others in described.items() if any(_fits(clusters, role, other) for other in others)}
        found = _introduced(clusters, fits)
        if clusters.mention(i).kind == KG.Vehicle and not any(map(clusters.names, found)):
            found = _nameless_kind(clusters)
        if len(found) == 1 and not clusters.names(clusters.cluster(i)) and clusters.names(min(found)):
            clusters.join(i, found.pop())


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
    """What each person, group and vehicle of the story is called beside a name."""
    found: dict[int, list[Description]] = {}
    for mention, words, _ in positions:
        *before, noun = words.partition(" of ")[0].lower().split()
        found.setdefault(clusters.cluster(mention), []).append((noun, frozenset(before)))
    for i in nominals:
        found.setdefault(clusters.cluster(i), []).append(_description(clusters, i))
    return found


def _description(clusters: Clusters, index: int) -> Description:
    """A nominal's noun and what stands before it, without demonyms and names; "ex-" says the same as "former"."""
    left_out = {word for i in clusters.within(index) for word in clusters.text(i).lower().split()}
    words = clusters.text(index).lower().replace("ex-", f"{_FORMER} ").replace("-", " ").split()
    return singular(clusters.doc[clusters.mention(index).head]), frozenset(words[:-1]) - left_out


def _fits(clusters: Clusters, role: Description, other: Description) -> bool:
    """Whether two descriptions may be of one person: the same office, held by both or by neither, and one says no less than the other."""
    synonyms = clusters.words.synonyms
    (noun, before), (other_noun, other_before) = role, other
    same = noun == other_noun or noun in synonyms and synonyms[noun] == synonyms.get(other_noun)
    return same and (_FORMER in before) == (_FORMER in other_before) and (before <= other_before or other_before <= before)


def restated(clusters: Clusters, index: int) -> int | None:
    """The nominal of the headline that the text takes up."""
    headline = clusters.reading.article.headline
    mention = clusters.mention(index)
    if headline is None or mention.begin < headline[1]:
        return None
    noun = clusters.doc[mention.head]
    for cluster in _told_in_headline(clusters, headline[1]):
        if clusters.family_of(cluster) == clusters.family(mention.kind) and _restates(clusters, noun, index, cluster):
            return cluster
    return None


def _told_in_headline(clusters: Clusters, end: int) -> Iterator[int]:
    """The clusters all of whose mentions so far are the headline's."""
    for i in clusters.entity_mentions:
        if clusters.mention(i).end > end:
            return
        cluster = clusters.cluster(i)
        if clusters.mention(clusters.members(cluster)[-1]).end <= end:
            yield cluster


def _restates(clusters: Clusters, noun: Token, index: int, cluster: int) -> bool:
    for i in clusters.members(cluster):
        head, one, other = clusters.doc[clusters.mention(i).head], modifiers(clusters, i), modifiers(clusters, index)
        if clusters.mention(i).form == Form.NAME:
            return clusters.head_word(clusters.text(i)) == singular(noun) and not plural(noun) and not other and noun.tag_ == "NN"
        if same_head(head, noun):
            return one <= other or other <= one
        words = clusters.words.synonyms
        if singular(head) in words and words.get(synonym_key(clusters, noun)) == words[singular(head)] and plural(head) == plural(noun):
            return head.dep_ == noun.dep_ == "nsubj" and not any(child.dep_ == "conj" for child in noun.children)
    return False
