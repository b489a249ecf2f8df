"""Whom the lead leaves nameless and the next sentences name: "A man pleaded guilty … Ruben Ochoa, 29, admitted that he shot them"."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.subjects import is_verbal
from kg.language.words import matches, may_harm
from kg.model import Form
from kg.stages.coreference.clusters import Clusters
from kg.terms import KG

__all__ = ["join_leads"]

_REACH = 2  # sentences
_SUFFERS, _ACCUSED = "suffers", "accused"
_OWN = frozenset({"plead", "admit", "confess", "deny", "appear", "face"})  # what the accused do themselves


def join_leads(clusters: Clusters) -> None:
    """Joins the only nameless person whom a sentence brings in with the name that begins one of the next two, where both have one part.

    The part must be told: both are accused or judged, or both are harmed. A name behind "A gunman shot a teacher" may be either's.
    """
    for i in clusters.of_form(Form.NAME):
        cluster, mention = clusters.cluster(i), clusters.mention(i)
        head = clusters.doc[mention.head]
        if mention.kind != KG.Person or clusters.members(cluster)[0] != i or clusters.nouns(cluster) or not _is_presented(head):
            continue
        part = _part(clusters, head)
        found = [other for other in _nameless(clusters, i) if part is not None and part in _parts(clusters, other)]
        genders = {clusters.gender(one) for one in (cluster, *found)} - {None}
        if len(found) == 1 and len(genders) < 2:
            clusters.join(found[0], i)


def _is_presented(name: Token) -> bool:
    """Whether a full name with an age behind it begins a sentence: "Ruben Ochoa, 29, admitted"."""
    whole = any(child.dep_ == "compound" for child in name.children)
    aged = any(child.dep_ == "appos" and child.like_num for child in name.children)
    return whole and aged and name.dep_ in ("nsubj", "nsubjpass") and bool(name.left_edge.is_sent_start)


def _nameless(clusters: Clusters, index: int) -> Iterator[int]:
    """The people without a name whom the two sentences before a mention, of the body, bring in with "a"."""
    sentence, headline = clusters.mention(index).sentence, clusters.reading.article.headline
    for cluster in clusters.before(index):
        first = [clusters.mention(i) for i in clusters.members(cluster) if headline is None or clusters.mention(i).begin >= headline[1]]
        if clusters.kind(cluster) != KG.Person or clusters.names(cluster) or not first or sentence - first[0].sentence > _REACH:
            continue
        noun = clusters.doc[first[0].head]
        if noun.tag_ == "NN" and any(child.lower_ in ("a", "an") for child in noun.children):
            yield cluster


def _parts(clusters: Clusters, cluster: int) -> set[str]:
    heads = (clusters.doc[clusters.mention(i).head] for i in clusters.members(cluster))
    return {part for head in heads if (part := _part(clusters, head)) is not None}


def _part(clusters: Clusters, noun: Token) -> str | None:
    """What part a person has by the verb of which he is the subject, or the object."""
    verb, ontology = noun.head, clusters.ontology
    if not is_verbal(verb) or noun.dep_ not in ("nsubj", "nsubjpass", "dobj"):
        return None
    kinds = [word.owner for word in matches(verb, ontology.verbs)]
    judged = any(ontology.is_a(kind, KG.Justice) for kind in kinds)
    undergoes = noun.dep_ != "nsubj"
    if undergoes and judged or not undergoes and verb.lemma_.lower() in _OWN:
        return _ACCUSED
    dies = any(ontology.is_a(kind, KG.Harm) for kind in kinds)
    hurts = may_harm(verb, ontology) or any(ontology.is_a(kind, KG.Attack) for kind in kinds)
    return _SUFFERS if undergoes and hurts or noun.dep_ == "nsubj" and dies else None
