"""Phrases that syntax says denote the same: titles, appositions, and a name beside its noun."""

from itertools import pairwise

from spacy.tokens import Token

from kg.language.nouns import ends_office, is_definite, is_title, singular
from kg.model import Evidence, Form, Mention
from kg.stages.coreference.clusters import Clusters
from kg.stages.coreference.identities import identified, is_plain_predicate
from kg.terms import KG, KGX

__all__ = ["Position", "join_by_syntax", "join_described", "titles"]

Position = tuple[int, str, Evidence]  # mention, words of the position, why


def join_by_syntax(clusters: Clusters) -> list[Position]:
    """Joins names with the nominals beside them; returns the positions that appositions and predicates tell."""
    positions: list[Position] = []
    for i in clusters.of_form(Form.NOMINAL):
        noun = clusters.doc[clusters.mention(i).head]
        for name, rule in _named_beside(clusters, noun):
            if not _agree(clusters, name, i):
                continue
            clusters.join(name, i)
            was = noun.dep_ == "attr" and noun.head.dep_ == "relcl" and noun.head.tag_ == "VBD"
            tells = not was and singular(noun) not in clusters.words.no_position and noun.text not in clusters.ontology.demonyms
            if clusters.mention(name).kind == KG.Person and tells:
                positions.append((name, _position_words(clusters, noun, clusters.mention(i).begin), _evidence(clusters, i, rule)))
            break
    for i in clusters.of_form(Form.NOMINAL):
        _join_owner(clusters, i)
    return positions


def _join_owner(clusters: Clusters, index: int) -> None:
    """Joins "its owner" with the named group whose nominal stands beside it: "its owner, the American fund Castlemont"."""
    noun = clusters.doc[clusters.mention(index).head]
    if singular(noun) not in clusters.words.descriptors or clusters.names(clusters.cluster(index)):
        return
    beside = [clusters.at_head(child.i) for child in noun.children if child.dep_ == "appos" and not _is_listed(child)]
    for other in beside:
        if other is not None and clusters.names(clusters.cluster(other)) and clusters.family_of(clusters.cluster(other)) == "Group":
            clusters.join(index, other)
            return


def titles(clusters: Clusters) -> list[Position]:
    """The positions told by the words before a person's name: "police chief Naeem Achakzai"."""
    found: list[Position] = []
    for i in clusters.of_form(Form.NAME):
        mention = clusters.mention(i)
        span = clusters.doc.char_span(mention.begin, mention.end)
        if span is None or mention.kind != KG.Person or span.start == span.sent.start:
            continue
        title = clusters.doc[span.start - 1]
        if title.lower_ in clusters.words.honorifics or not is_title(title, clusters.ontology, clusters.words) or not title.whitespace_:
            continue
        if len(span) == 1 and title.tag_ in ("NNP", "NNPS") and _has_other_noun(clusters, span.root):
            continue  # "Major Ellison, a businessman": the title may be a first name
        if singular(title) not in clusters.words.no_position:
            start = _title_start(clusters, title, span.root)
            evidence = Evidence(mention.sentence, KGX.title, 0.9, ((clusters.doc[start].idx, mention.end),))
            found += [(i, words, evidence) for words in _titles_in(clusters, start, span.start)]
    return found


def _titles_in(clusters: Clusters, start: int, end: int) -> list[str]:
    """"spokesman Colonel" and "Foreign Minister Prince" are two titles."""
    cuts = [start, *(i for i in range(start + 1, end) if _begins_another(clusters, clusters.doc[i - 1], clusters.doc[i])), end]
    return [_phrase(clusters, one, other) for one, other in pairwise(cuts)]


def _begins_another(clusters: Clusters, before: Token, title: Token) -> bool:
    """Whether a word of titles begins a second one: a capital after a common noun, a dignity after an office."""
    if title.tag_ == "NNP" and before.tag_ == "NN" and title.text[:1].isupper():
        return True
    return title.lower_ in clusters.words.given_names and before.lower_ != "chief" and is_title(before, clusters.ontology, clusters.words)


def _phrase(clusters: Clusters, start: int, end: int) -> str:
    return " ".join(_lower(clusters, token) for token in clusters.doc[start:end] if not token.is_space).replace(" - ", "-")


def _has_other_noun(clusters: Clusters, name: Token) -> bool:
    return any(child.dep_ == "appos" and clusters.at_head(child.i) is not None for child in name.children)


def _title_start(clusters: Clusters, title: Token, name: Token) -> int:
    start = title.i
    if ends_office(title, clusters.ontology):
        start = max(title.i - 2, title.sent.start)
    while start > title.sent.start:
        before = clusters.doc[start - 1]
        outside = before.pos_ not in ("NOUN", "PROPN", "ADJ") and before.text != "-" or before.tag_ in ("VBG", "VBN", "VBD", "CD")
        if outside or clusters.named(before) or before.lower_ in clusters.words.quantifiers or _is_unknown(before):
            break
        if not (name.is_ancestor(before) or title.is_ancestor(before)):
            break
        start -= 1
    return start


def _is_unknown(word: Token) -> bool:
    """Whether a word that begins a sentence is in no dictionary, so that it is rather a name: "Havlak chief executive Jan Orel"."""
    return bool(word.is_sent_start) and word.vocab.vectors_length > 0 and not word.has_vector


def join_described(clusters: Clusters) -> None:
    """Joins two nominals of one person: "the woman, a teacher of 40", "the woman is a teacher"."""
    for i in clusters.of_form(Form.NOMINAL):
        noun = clusters.doc[clusters.mention(i).head]
        other = _described(clusters, noun)
        above = clusters.at_head(other.i) if other is not None else None
        if above is None or not all(_is_nominal_person(clusters.mention(j)) for j in (above, i)):
            continue
        if not all(clusters.names(clusters.cluster(j)) for j in (above, i)):
            clusters.join(above, i)


def _described(clusters: Clusters, noun: Token) -> Token | None:
    if noun.dep_ == "appos" and not _is_listed(noun):
        return noun.head
    if noun.dep_ == "attr" and noun.head.lemma_ in clusters.words.copulas and is_plain_predicate(noun.head):
        return next((child for child in noun.head.children if child.dep_ == "nsubj" and is_definite(child)), None)
    return None


def _is_nominal_person(mention: Mention) -> bool:
    return mention.form == Form.NOMINAL and mention.kind == KG.Person


def _named_beside(clusters: Clusters, noun: Token) -> list[tuple[int, str]]:
    """The names that a nominal may denote, each with the rule that says so."""
    found: list[tuple[int | None, str]] = []
    if noun.dep_ == "appos" and not _is_listed(noun):
        found.append((clusters.at_head(noun.head.i), KGX.apposition))
    for child in noun.children:
        if child.dep_ == "appos" and not _is_listed(child):
            found.append((clusters.at_head(child.i), KGX.apposition))
        elif child.dep_ in ("compound", "nmod", "amod") and _is_appellative(clusters, noun, child):
            found.append((clusters.at_head(child.i), KGX.appellative))
        elif child.dep_ == "prep" and child.lower_ == "of" and _names_place(clusters, noun):
            named = [target for target in child.children if target.dep_ == "pobj" and _is_appellative(clusters, noun, target)]
            found += [(clusters.at_head(target.i), KGX.appellative) for target in named]
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else noun
    alike = after.head == noun.head and after.dep_ == noun.dep_ and _is_appellative(clusters, noun, after)
    if alike or singular(noun) in clusters.words.descriptors and _names_group(clusters, after):
        found.append((clusters.at_head(noun.i + 1), KGX.appellative))  # "the company Lumeje denied"
    if noun.i + 3 < len(noun.doc) and noun.nbor().text == "," and noun.nbor(2).lower_ == "the" and _is_vehicle(clusters, noun):
        found.append((clusters.at_head(noun.i + 3), KGX.apposition))  # "another ferry, the Maria Clara", whatever the parse
    edge = noun.left_edge
    if noun.dep_ == "npadvmod" and edge.dep_ == "det" and edge.i > 1 and edge.nbor(-1).text == ",":
        found.append((clusters.at_head(edge.i - 2), KGX.apposition))  # "Kalvan, the last town held by rebels", whatever the parse
    one = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    if one.lower_ == "one" and one.dep_ == "appos" and _names_place(clusters, noun):
        found.append((clusters.at_head(one.head.i), KGX.apposition))  # "Hawija, one of the last towns that …" is such a town
    found += [(clusters.at_head(name.i), KGX.predicate) for name in (*identified(clusters, noun), *_own_names(noun))]
    return [(name, rule) for name, rule in found if name is not None and clusters.mention(name).form == Form.NAME]


def _own_names(noun: Token) -> list[Token]:
    """The words in which somebody's own name must be: "a group that calls itself Grey Otter"."""
    clauses = [child for child in noun.children if child.dep_ in ("relcl", "acl") and child.lemma_ == "call"]
    selves = [token for clause in clauses for token in clause.subtree if token.lower_ in ("itself", "themselves", "himself", "herself")]
    return list(selves[0].doc[selves[0].i + 1:selves[0].i + 5]) if selves else []


def _is_vehicle(clusters: Clusters, noun: Token) -> bool:
    return clusters.words.appellatives.get(singular(noun)) == KG.Vehicle


def _names_group(clusters: Clusters, word: Token) -> bool:
    found = clusters.at_head(word.i)
    return found is not None and clusters.family(clusters.mention(found).kind) == "Group"


def _names_place(clusters: Clusters, noun: Token) -> bool:
    kind = clusters.words.appellatives.get(singular(noun))
    return kind is not None and clusters.family(kind) == "Place" and singular(noun) not in clusters.words.parts


def _is_listed(token: Token) -> bool:
    return any(child.dep_ in ("conj", "cc") for child in token.children)


def _is_appellative(clusters: Clusters, noun: Token, name: Token) -> bool:
    kind = clusters.words.appellatives.get(singular(noun))
    mention = clusters.at_head(name.i)
    if kind is None or mention is None or noun.tag_ == "NNS" or name.tag_ == "JJ":
        return False
    found = clusters.mention(mention)
    if clusters.ontology.is_a(kind, KG.Facility) or found.kind == KG.Country:
        return False
    if found.kind in (KG.Area, KG.Region) and kind == KG.City:
        return False  # "a Sahel village"
    return clusters.family(kind) == clusters.family(found.kind)


def _agree(clusters: Clusters, name: int, nominal: int) -> bool:
    one, other = clusters.mention(name), clusters.mention(nominal)
    family, noun = clusters.family_of(clusters.cluster(name)), singular(clusters.doc[other.head])
    if family == "Group" and other.kind == KG.Person and noun in clusters.words.descriptors:
        return True
    if family != clusters.family(other.kind):
        return False
    return _gender_agrees(clusters, one, name, nominal)


def _gender_agrees(clusters: Clusters, one: Mention, name: int, nominal: int) -> bool:
    genders = {clusters.gender(clusters.cluster(i)) for i in (name, nominal)} - {None}
    return one.kind != KG.Person or len(genders) < 2


def _position_words(clusters: Clusters, noun: Token, begin: int) -> str:
    """The nominal, with a complement that belongs to it ("head of the regional government") unless it is a name."""
    start = noun
    for token in reversed(clusters.doc[noun.sent.start:noun.i]):
        if token.idx < begin:
            break
        start = token
    end = noun.i + 1
    for child in noun.children:
        if child.lower_ == "of" and child.dep_ == "prep" and child.i == end:
            for target in child.children:
                if target.dep_ == "pobj" and target.i - noun.i < 6 and not any(clusters.named(t) for t in clusters.doc[end:target.i + 1]):
                    end = target.i + 1
    return _phrase(clusters, start.i, end)


def _lower(clusters: Clusters, token: Token) -> str:
    return token.text if token.text.isupper() and len(token) > 1 or clusters.named(token) else token.lower_


def _evidence(clusters: Clusters, nominal: int, rule: str) -> Evidence:
    mention = clusters.mention(nominal)
    return Evidence(mention.sentence, rule, 0.85, ((mention.begin, mention.end),))
