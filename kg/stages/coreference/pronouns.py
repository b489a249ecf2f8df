"""What pronouns refer to, where that is sure."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.language.victims import tells_outcome
from kg.model import Mention
from kg.stages.coreference import rivals
from kg.stages.coreference.clusters import Clusters
from kg.terms import KG

__all__ = ["antecedent"]

_RELATIVE = ("WP", "WDT", "WP$")
_BLAME = frozenset({"behind", "responsible"})  # "it was behind the attack" says something of somebody
_SUBJECT = ("nsubj", "nsubjpass")
_SUBORDINATE = ("ccomp", "advcl", "relcl", "xcomp", "conj", "acl", "pcomp", "parataxis", "csubj")


def antecedent(clusters: Clusters, index: int) -> int | None:
    """The cluster that a pronoun refers to: a relative's noun, the only one near that agrees, or the leading one; None if not sure."""
    mention = clusters.mention(index)
    token = clusters.doc[mention.head]
    if token.tag_ in _RELATIVE:
        return _of_relative(clusters, token)
    agrees = _agreement(clusters, token)
    if agrees is None or clusters.quoted(token) or token.dep_ == "pobj" and token.head.lower_ in ("of", "among"):
        return None  # "several of them" mostly means what stands right before, and that may be no mention
    near = [
        cluster for cluster in clusters.near(index)
        if _is_near(clusters, clusters.last_before(cluster, index), mention)
        and agrees(cluster) and not _is_bound(clusters, cluster, token, mention)
    ]
    heads = {cluster: _heads_before(clusters, cluster, mention.sentence - 1, mention) for cluster in near}
    near = [cluster for cluster in near if not all(_is_of_kind(head) for head in heads[cluster])]
    if rivals.denies(clusters, token):
        near = [cluster for cluster in near if not rivals.accuses(clusters, heads[cluster])] or near
    found = _surer(clusters, near, _leading(clusters, near, token, mention), token)
    if found is None or rivals.has_rival(clusters, clusters.last_before(found, index), token):
        return None
    if token.dep_ == "nsubjpass" and tells_outcome(token.head, clusters.ontology):
        harmed = [cluster for cluster in near if rivals.was_harmed(clusters, heads[cluster])]
        if harmed and found not in harmed:  # "the mayor spoke of a man's death. He was electrocuted"
            return harmed[0] if len(harmed) == 1 else None
    if len(near) > 1 and rivals.speaks_for(clusters, heads[found], [cluster for cluster in near if cluster != found]):
        return None
    if rivals.is_neuter(token) and len(near) > 1 and rivals.is_elsewhere(token, [head for one in near for head in heads[one]]):
        return None
    return None if len(near) > 1 and rivals.suffers(token, heads[found]) else found


def _surer(clusters: Clusters, near: list[int], found: int | None, token: Token) -> int | None:
    """The candidate that leads, unless "he" or "she" is told of another alone: then that one, where both have names, else none."""
    if found is None or rivals.is_neuter(token) or clusters.gender(found) is not None or clusters.kind(found) != KG.Person:
        return found
    sure = [cluster for cluster in near if clusters.gender(cluster) is not None]
    if not sure:
        return found
    return sure[0] if len(sure) == 1 and clusters.names(found) and clusters.names(sure[0]) else None


def _leading(clusters: Clusters, near: list[int], token: Token, mention: Mention) -> int | None:
    """The only candidate, or the only one that leads."""
    if len(near) == 1:
        return near[0]
    for leads in (_is_parallel, _is_subject_above, _is_last_subject):
        leading = [cluster for cluster in near if leads(clusters, cluster, token, mention)]
        if len(leading) == 1:
            return leading[0]
    return None


def _is_of_kind(head: Token) -> bool:
    """Whether a noun only tells the kind of another: of "youth detention" no "he" is said."""
    return head.dep_ == "compound" and head.pos_ == "NOUN"


def _is_near(clusters: Clusters, other: Mention, mention: Mention) -> bool:
    """Whether a mention stands in the same sentence or the one before; the headline is not read on into the text."""
    headline = clusters.reading.article.headline
    crosses = headline is not None and other.end <= headline[1] < mention.begin
    return other.sentence >= mention.sentence - 1 and not crosses


def _is_parallel(clusters: Clusters, cluster: int, token: Token, mention: Mention) -> bool:
    """Whether a cluster is to the first of two joined verbs what the pronoun is to the second: "convicted X and sentenced him"."""
    if token.head.dep_ != "conj" or token.dep_ in _SUBJECT:
        return False
    heads = _heads_before(clusters, cluster, mention.sentence, mention)
    return any(head.head == token.head.head and head.dep_ == token.dep_ for head in heads)


def _of_relative(clusters: Clusters, token: Token) -> int | None:
    clause = token
    while clause.dep_ != "relcl" and clause.head != clause:
        clause = clause.head
    found = clusters.at_head(clause.head.i) if clause.dep_ == "relcl" else None
    if found is None:
        return None
    cluster = clusters.cluster(found)
    is_human = clusters.family_of(cluster) in ("Person", "People", "Group")
    return cluster if is_human or token.lower_ not in ("who", "whom") else None


def _agreement(clusters: Clusters, token: Token) -> Callable[[int], bool] | None:
    """Whether a cluster agrees with a pronoun in number and gender; None for a pronoun that is not resolved."""
    gender = token.morph.get("Gender", [])
    if "Yes" in token.morph.get("Reflex", []) or token.dep_ == "expl":
        return None
    if gender and gender[0] in ("Masc", "Fem"):
        return lambda cluster: clusters.kind(cluster) == KG.Person and clusters.gender(cluster) in (None, gender[0])
    if token.morph.get("Number", []) == ["Plur"]:
        return lambda cluster: clusters.family_of(cluster) in ("People", "Group")
    predicates = {child.lower_ for child in token.head.children} if token.head.lemma_ == "be" else _BLAME
    if token.dep_ == "nsubj" and not predicates & _BLAME or token.dep_ not in ("nsubj", "poss"):
        return None  # "it was clear that …", "believe it": seldom an actor
    return lambda cluster: clusters.family_of(cluster) in ("Group", "Artifact") or clusters.kind(cluster) == KG.Country


def _is_bound(clusters: Clusters, cluster: int, token: Token, mention: Mention) -> bool:
    """Whether a cluster is another argument of the verb that the pronoun completes: "he" does not kill "him"."""
    if token.dep_ == "poss":
        return False
    return any(clusters.doc[clusters.mention(i).head].head == token.head for i in clusters.since(cluster, mention.sentence))


def _is_subject_above(clusters: Clusters, cluster: int, token: Token, mention: Mention) -> bool:
    """Whether a cluster is the subject of a clause that the pronoun's depends on: "Foster said that she …"; not of one joined to it."""
    heads = _heads_before(clusters, cluster, mention.sentence, mention)
    joined = token.head.head if token.dep_ in _SUBJECT and token.head.dep_ == "conj" else None
    return any(head.dep_ in _SUBJECT and head.head != joined and head.head.is_ancestor(token) for head in heads)


def _is_last_subject(clusters: Clusters, cluster: int, token: Token, mention: Mention) -> bool:
    """Whether a cluster is the subject of the main clause of the sentence before, or of what is said there."""
    if not _leads(token):
        return False
    heads = _heads_before(clusters, cluster, mention.sentence - 1, mention)
    return any(head.dep_ in _SUBJECT and _is_main(head.head) and not head.head.is_ancestor(token) for head in heads)


def _heads_before(clusters: Clusters, cluster: int, sentence: int, mention: Mention) -> list[Token]:
    """The heads of a cluster's mentions from a sentence on to a mention."""
    near = (clusters.mention(i) for i in clusters.since(cluster, sentence))
    return [clusters.doc[other.head] for other in near if other.end <= mention.begin]


def _is_main(verb: Token) -> bool:
    """Whether a verb heads the main clause or what it says: who says, and who is said to do, are both likely, and then neither is sure."""
    return verb.dep_ == "ROOT" or verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT"


def _leads(token: Token) -> bool:
    """Whether nothing but a clause's own words stands before the pronoun, so that it takes up the last subject."""
    top = token.head if token.dep_ in _SUBJECT else token.head.head
    return top.dep_ == "ROOT" or top.dep_ in _SUBORDINATE and top.head.dep_ == "ROOT"
