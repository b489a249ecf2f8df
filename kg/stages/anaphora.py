"""What definite nominals refer back to; what is not sure stays apart."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.words import lemma
from kg.model import Form, Mention
from kg.stages.clusters import Clusters
from kg.stages.nominals import is_definite
from kg.terms import KG

__all__ = ["antecedent", "earlier_clusters", "is_subject_near", "last_before"]

_SUBJECT = ("nsubj", "nsubjpass")


def antecedent(clusters: Clusters, index: int) -> int | None:
    """The cluster that a definite nominal refers back to."""
    mention = clusters.mention(index)
    noun = clusters.doc[mention.head]
    if not _may_refer_back(clusters, noun, mention):
        return None
    for earlier in earlier_clusters(clusters, index):
        if clusters.family(clusters.kind(earlier)) == clusters.family(mention.kind) and _same_noun(clusters, noun, index, earlier):
            return earlier
    return _by_synonym(clusters, noun, index) or _by_generic(clusters, noun, index)


def _may_refer_back(clusters: Clusters, noun: Token, mention: Mention) -> bool:
    if any(child.dep_ in ("relcl", "acl") or child.dep_ == "prep" and child.lower_ == "of" or child.dep_ == "poss" for child in noun.children):
        return False
    collective = mention.kind == KG.Group and noun.tag_ in ("NN", "NNS") and not any(child.dep_ in ("det", "nummod") for child in noun.children)
    return is_definite(noun) or collective


def earlier_clusters(clusters: Clusters, index: int) -> Iterator[int]:
    """The clusters mentioned before a mention, the most recent first, without those it lies in."""
    mention = clusters.mention(index)
    seen: set[int] = set()
    for i in reversed(clusters.entity_mentions):
        other = clusters.mention(i)
        if other.end <= mention.begin and other.form != Form.PRONOUN:
            cluster = clusters.cluster(i)
            if cluster not in seen:
                seen.add(cluster)
                yield cluster


def _same_noun(clusters: Clusters, noun: Token, index: int, earlier: int) -> bool:
    """Whether a cluster was called by the same noun, and nothing that the nominal adds is new."""
    word = lemma(noun)
    for i in clusters.members(earlier):
        other = clusters.mention(i)
        head = clusters.doc[other.head]
        if other.form == Form.NOMINAL and lemma(head) == word and head.tag_ == noun.tag_:
            if _modifiers(clusters, index) <= _modifiers(clusters, i) and not (_numeral(noun) and _numeral(head) and _numeral(noun) != _numeral(head)):
                return True
        if other.form == Form.NAME and clusters.text(i).lower().split()[-1] == word and noun.tag_ != "NNS" and not _modifiers(clusters, index):
            return True
    return False


def _modifiers(clusters: Clusters, index: int) -> frozenset[str]:
    return frozenset(clusters.text(index).lower().replace("-", " ").split()[:-1])


def _numeral(noun: Token) -> str | None:
    return next((child.lower_ for child in noun.children if child.dep_ == "nummod"), None)


def _by_synonym(clusters: Clusters, noun: Token, index: int) -> int | None:
    """The only earlier people or person that a synonym names ("the attackers" after "gunmen")."""
    synonyms = clusters.words.synonyms.get(lemma(noun))
    if synonyms is None or _modifiers(clusters, index):
        return None
    family = clusters.family(clusters.mention(index).kind)
    found = [
        earlier for earlier in earlier_clusters(clusters, index)
        if clusters.family(clusters.kind(earlier)) == family and any(clusters.words.synonyms.get(word) == synonyms for word in clusters.nouns(earlier))
    ]
    return found[0] if len(found) == 1 else None


def _by_generic(clusters: Clusters, noun: Token, index: int) -> int | None:
    """The only one, or the subject of the sentence before, that "the group" or "the man" may mean."""
    classes = clusters.words.generics.get(lemma(noun))
    mention = clusters.mention(index)
    if not classes or mention.kind == KG.People or _numeral(noun) or not is_definite(noun):
        return None
    near = [
        earlier for earlier in earlier_clusters(clusters, index)
        if any(clusters.ontology.is_a(clusters.kind(earlier), kind) for kind in classes)
        and clusters.mention(last_before(clusters, earlier, mention)).sentence >= mention.sentence - 2
        and _may_be_called(clusters, earlier, index)
    ]
    if len(near) == 1 and (not _modifiers(clusters, index) or mention.kind != KG.Person):
        return near[0]
    if clusters.family(mention.kind) != "Group":
        return None
    subjects = [earlier for earlier in near if is_subject_near(clusters, earlier, mention)]
    return subjects[0] if len(subjects) == 1 else None


def _may_be_called(clusters: Clusters, earlier: int, index: int) -> bool:
    genders = {clusters.gender(earlier), clusters.gender(clusters.cluster(index))} - {None}
    return len(genders) < 2


def last_before(clusters: Clusters, cluster: int, mention: Mention) -> int:
    """The last mention of a cluster that ends before another begins."""
    return max(i for i in clusters.members(cluster) if clusters.mention(i).end <= mention.begin)


def is_subject_near(clusters: Clusters, cluster: int, mention: Mention) -> bool:
    """Whether a cluster was the subject of a clause in the sentence of a mention, or the one before."""
    return any(
        clusters.doc[clusters.mention(i).head].dep_ in _SUBJECT and mention.sentence - 1 <= clusters.mention(i).sentence <= mention.sentence
        and clusters.mention(i).end <= mention.begin
        for i in clusters.members(cluster)
    )
