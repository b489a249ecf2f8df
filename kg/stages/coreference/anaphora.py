"""What definite nominals refer back to; what is not sure stays apart."""

from spacy.tokens import Token

from kg.language.nouns import is_definite, plural, singular
from kg.language.words import matches
from kg.model import Form
from kg.stages.coreference.clusters import Clusters
from kg.stages.coreference.generics import by_generic
from kg.stages.coreference.wording import adds_nothing, modifiers, same_head, stands_with_the, synonym_key
from kg.terms import KG

__all__ = ["antecedent"]

_APART = frozenset({"another", "other", "second"})
_REACH = 2  # sentences


def antecedent(clusters: Clusters, index: int) -> int | None:
    """The cluster that a definite nominal refers back to."""
    mention = clusters.mention(index)
    noun = clusters.doc[mention.head]
    if not _may_refer_back(clusters, noun, index):
        return None
    for earlier in clusters.before(index):
        if clusters.family_of(earlier) == clusters.family(mention.kind) and _same_noun(clusters, noun, index, earlier):
            return earlier
    if mention.kind == KG.Vehicle and clusters.names(clusters.cluster(index)):
        return None  # "the ferry Maria Clara" is no tanker told before
    ways = (_by_fate, _by_synonym, by_generic, _by_creed)
    return next((found for way in ways if (found := way(clusters, noun, index)) is not None), None)


def _may_refer_back(clusters: Clusters, noun: Token, index: int) -> bool:
    mention = clusters.mention(index)
    owner = next((child for child in noun.children if child.dep_ == "poss" and child.idx >= mention.begin), None)
    if any(_restricts(child, noun) for child in noun.children if child != owner):
        return False
    if owner is not None:
        return is_definite(owner) or is_definite(noun)  # "the mayor's office"
    collective = mention.kind == KG.Group and not any(child.dep_ in ("det", "nummod") for child in noun.children)
    return stands_with_the(clusters, index) or collective or _is_bare_again(clusters, noun)


def _is_bare_again(clusters: Clusters, noun: Token) -> bool:
    """Whether a noun is a bare plural that news text uses for the same people again: "officials said", "soldiers searched the houses"."""
    bare = not any(child.dep_ in ("det", "nummod", "amod", "poss", "compound", "prep") for child in noun.children)
    again = clusters.words.vague | clusters.words.standing
    return bare and noun.tag_ == "NNS" and noun.dep_ == "nsubj" and singular(noun) in again


def _restricts(child: Token, noun: Token) -> bool:
    """Whether a complement of a noun tells by itself which one is meant."""
    if child.dep_ in ("relcl", "acl"):
        return not any(token.text == "," for token in noun.doc[noun.i + 1:child.left_edge.i + 1])
    return child.dep_ == "prep" and child.lower_ == "of" or child.dep_ == "poss"


def _same_noun(clusters: Clusters, noun: Token, index: int, earlier: int) -> bool:
    """Whether a cluster was called by the same noun, and nothing that the nominal adds is new."""
    word, before = singular(noun), modifiers(clusters, index)
    if word in clusters.titled(earlier) and not before and not plural(noun):
        return True
    if word not in clusters.nouns(earlier) and word not in clusters.head_words(earlier):
        return False
    for i in clusters.members(earlier):
        other = clusters.mention(i)
        if other.form == Form.NOMINAL and same_head(clusters.doc[other.head], noun) and before <= modifiers(clusters, i):
            return True
        if other.form == Form.NAME and clusters.head_word(clusters.text(i)) == word and not plural(noun) and not before:
            return True
    return False


def _by_synonym(clusters: Clusters, noun: Token, index: int) -> int | None:
    """The only earlier people, person or thing that a synonym names ("the attackers" after "gunmen", "the ship" after "a ferry")."""
    synonyms = clusters.words.synonyms.get(synonym_key(clusters, noun))
    if synonyms is None or modifiers(clusters, index):
        return None
    family = clusters.family(clusters.mention(index).kind)
    same = [earlier for earlier in clusters.before(index) if clusters.family_of(earlier) == family]
    found = [earlier for earlier in same if any(clusters.words.synonyms.get(word) == synonyms for word in clusters.nouns(earlier))]
    return found[0] if len(found) == 1 else None


def _by_fate(clusters: Clusters, noun: Token, index: int) -> int | None:
    """The only earlier person called by a noun, where what is new before it is only what befell him: "the wounded soldier"."""
    if plural(noun) or clusters.mention(index).kind != KG.Person:
        return None
    words = frozenset(word for word in modifiers(clusters, index) if not adds_nothing(clusters, word))
    called = [
        earlier for earlier in clusters.before(index)
        if clusters.kind(earlier) == KG.Person and singular(noun) in clusters.nouns(earlier) | clusters.titled(earlier)
    ]
    if len(called) != 1 or words == modifiers(clusters, index):
        return None
    since = clusters.doc[clusters.last_before(called[0], index).head:noun.i]
    told = any(words <= modifiers(clusters, i) for i in clusters.members(called[0]))
    return called[0] if told and not any(token.lower_ in _APART for token in since) else None


def _by_creed(clusters: Clusters, noun: Token, index: int) -> int | None:
    """The only named group whose men "the rebels" or "the jihadists" are, where no others were told of."""
    creed = singular(noun)
    if creed not in clusters.words.creeds or not plural(noun) or not is_definite(noun) or modifiers(clusters, index):
        return None
    groups = [earlier for earlier in clusters.before(index) if clusters.family_of(earlier) == "Group" and clusters.names(earlier)]
    armed = [group for group in groups if not clusters.head_words(group) & clusters.words.institutions and _fights(clusters, group, index)]
    return armed[0] if len(armed) == 1 else None


def _fights(clusters: Clusters, group: int, index: int) -> bool:
    """Whether a group is said before to be of fighters, or to attack: "the rebel Azalay Front", "a jihadist group", "Azalay fighters"."""
    for i in [i for i in clusters.members(group) if i < index]:
        head, first = clusters.doc[clusters.mention(i).head], clusters.first_token(i)
        beside = {singular(child) for child in head.children if child.i < head.i} | {singular(first.nbor(-1)) if first.i else ""}
        if head.dep_ in ("compound", "nmod", "amod"):
            beside.add(singular(head.head))
        if beside & (clusters.words.creeds | {"fighter"}) or _attacks(clusters, head):
            return True
    return False


def _attacks(clusters: Clusters, head: Token) -> bool:
    """Whether a word is the subject of an attack."""
    if head.dep_ != "nsubj":
        return False
    return any(clusters.ontology.is_a(word.owner, KG.Attack) for word in matches(head.head, clusters.ontology.verbs))
