"""What definite nominals refer back to; what is not sure stays apart."""

from spacy.tokens import Token

from kg.language.nouns import is_definite, numeral, plural, singular
from kg.model import Form, Mention
from kg.stages.coreference.clusters import Clusters
from kg.terms import KG

__all__ = ["antecedent", "restated"]

_REACH = 3  # sentences
_SUBJECT = ("nsubj", "nsubjpass")


def antecedent(clusters: Clusters, index: int) -> int | None:
    """The cluster that a definite nominal refers back to."""
    mention = clusters.mention(index)
    noun = clusters.doc[mention.head]
    if not _may_refer_back(clusters, noun, mention):
        return None
    for earlier in clusters.before(index):
        if clusters.family_of(earlier) == clusters.family(mention.kind) and _same_noun(clusters, noun, index, earlier):
            return earlier
    found = _by_synonym(clusters, noun, index)
    return found if found is not None else _by_generic(clusters, noun, index)


def restated(clusters: Clusters, index: int) -> int | None:
    """The nominal of the headline that the text takes up: a headline leaves determiners out, and tells what the story tells."""
    headline = clusters.reading.article.headline
    mention = clusters.mention(index)
    if headline is None or mention.begin < headline[1]:
        return None
    noun = clusters.doc[mention.head]
    for i in clusters.entity_mentions:
        if clusters.mention(i).end > headline[1]:
            break
        cluster = clusters.cluster(i)
        in_headline = clusters.mention(clusters.members(cluster)[-1]).end <= headline[1]
        if in_headline and clusters.family_of(cluster) == clusters.family(mention.kind) and _restates(clusters, noun, index, cluster):
            return cluster
    return None


def _restates(clusters: Clusters, noun: Token, index: int, cluster: int) -> bool:
    for i in clusters.members(cluster):
        head, one, other = clusters.doc[clusters.mention(i).head], _modifiers(clusters, i), _modifiers(clusters, index)
        if clusters.mention(i).form == Form.NAME:
            return clusters.head_word(clusters.text(i)) == singular(noun) and not plural(noun) and not other and noun.tag_ == "NN"
        if _same_head(head, noun):
            return one <= other or other <= one
        words = clusters.words.synonyms
        if singular(head) in words and words.get(_synonym_key(clusters, noun)) == words[singular(head)] and plural(head) == plural(noun):
            return head.dep_ == noun.dep_ == "nsubj" and not any(child.dep_ == "conj" for child in noun.children)
    return False


def _synonym_key(clusters: Clusters, noun: Token) -> str:
    """A noun as the lists of synonyms have it, with the word before it where that belongs to it ("armed men")."""
    phrase = f"{noun.nbor(-1).lower_} {singular(noun)}" if noun.i else ""
    return phrase if phrase in clusters.words.synonyms else singular(noun)


def _same_head(one: Token, other: Token) -> bool:
    """Whether two nouns are the same word in the same number, and not counted differently."""
    return singular(one) == singular(other) and plural(one) == plural(other) and len({numeral(one), numeral(other)} - {None}) < 2


def _may_refer_back(clusters: Clusters, noun: Token, mention: Mention) -> bool:
    owner = next((child for child in noun.children if child.dep_ == "poss" and child.idx >= mention.begin), None)
    if any(_restricts(child, noun) for child in noun.children if child != owner):
        return False
    if owner is not None:
        return is_definite(owner) or is_definite(noun)  # "the mayor's office"
    collective = mention.kind == KG.Group and not any(child.dep_ in ("det", "nummod") for child in noun.children)
    return is_definite(noun) or collective or _is_bare_source(clusters, noun)


def _is_bare_source(clusters: Clusters, noun: Token) -> bool:
    """Whether a noun is a bare plural that news text uses for the same sources again: "officials said"."""
    bare = not any(child.dep_ in ("det", "nummod", "amod", "poss", "compound") for child in noun.children)
    return bare and noun.tag_ == "NNS" and noun.dep_ == "nsubj" and singular(noun) in clusters.words.vague


def _restricts(child: Token, noun: Token) -> bool:
    """Whether a complement of a noun tells by itself which one is meant."""
    if child.dep_ in ("relcl", "acl"):
        return not any(token.text == "," for token in noun.doc[noun.i + 1:child.left_edge.i + 1])
    return child.dep_ == "prep" and child.lower_ == "of" or child.dep_ == "poss"


def _same_noun(clusters: Clusters, noun: Token, index: int, earlier: int) -> bool:
    """Whether a cluster was called by the same noun, and nothing that the nominal adds is new."""
    word, modifiers = singular(noun), _modifiers(clusters, index)
    if word in clusters.titled(earlier) and not modifiers and not plural(noun):
        return True
    if word not in clusters.nouns(earlier) and word not in clusters.head_words(earlier):
        return False
    for i in clusters.members(earlier):
        other = clusters.mention(i)
        if other.form == Form.NOMINAL and _same_head(clusters.doc[other.head], noun) and modifiers <= _modifiers(clusters, i):
            return True
        if other.form == Form.NAME and clusters.head_word(clusters.text(i)) == word and not plural(noun) and not modifiers:
            return True
    return False


def _modifiers(clusters: Clusters, index: int) -> frozenset[str]:
    return frozenset(clusters.text(index).lower().replace("-", " ").split()[:-1])


def _by_synonym(clusters: Clusters, noun: Token, index: int) -> int | None:
    """The only earlier people or person that a synonym names ("the attackers" after "gunmen")."""
    synonyms = clusters.words.synonyms.get(_synonym_key(clusters, noun))
    if synonyms is None or _modifiers(clusters, index):
        return None
    family = clusters.family(clusters.mention(index).kind)
    same = [earlier for earlier in clusters.before(index) if clusters.family_of(earlier) == family]
    found = [earlier for earlier in same if any(clusters.words.synonyms.get(word) == synonyms for word in clusters.nouns(earlier))]
    return found[0] if len(found) == 1 else None


def _by_generic(clusters: Clusters, noun: Token, index: int) -> int | None:
    """The only one near, or the subject of the sentence before, that "the group" or "the man" may mean."""
    classes = clusters.words.generics.get(singular(noun))
    mention = clusters.mention(index)
    if not classes or numeral(noun) or not is_definite(noun) or mention.kind != KG.Group and _modifiers(clusters, index):
        return None
    if mention.kind in (KG.People, KG.Person):
        classes &= {mention.kind}
    if clusters.family(mention.kind) == "Group" and (called := _called_so(clusters, noun, index)):
        return called[0] if len(called) == 1 else None
    near = [
        earlier for earlier in clusters.before(index)
        if _is_kind(clusters, earlier, classes)
        and clusters.last_before(earlier, index).sentence >= mention.sentence - _REACH
        and _may_be_called(clusters, earlier, index) and not _says(clusters, earlier, noun, index)
    ]
    if KG.Country in classes:
        here = [earlier for earlier in near if clusters.last_before(earlier, index).sentence == mention.sentence]
        near = here or near
    if len(near) == 1:
        return near[0]
    if clusters.family(mention.kind) != "Group" or _modifiers(clusters, index):
        return None
    subjects = [earlier for earlier in near if _is_subject_near(clusters, earlier, mention)]
    return subjects[0] if len(subjects) == 1 else None


def _is_kind(clusters: Clusters, cluster: int, classes: frozenset[str]) -> bool:
    """Whether a cluster is of one of some classes; a named place of no known kind may be a city or region."""
    kind = clusters.kind(cluster)
    if any(clusters.ontology.is_a(kind, above) for above in classes):
        return True
    return kind == KG.Place and bool(clusters.names(cluster)) and bool(classes & {KG.City, KG.Region})


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
