"""What a cluster of mentions becomes: an entity with its class, its best name and its other names."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from kg.language.casing import as_name
from kg.language.heads import tokens_in
from kg.model import Entity, Evidence, Form, Heard, Mention
from kg.ontology import KnownName
from kg.stages.coreference.apposition import Position
from kg.stages.coreference.clusters import Clusters
from kg.terms import KG

__all__ = ["entity"]

_BELONGS = 0.5  # how likely words about a nominal must be one filler with it for the reader
_UNLABELLED = frozenset({"DT", "PDT", "CD", "PRP$", "PRP", "WDT", "WP", "IN", "CC", "TO"})


def entity(clusters: Clusters, cluster: int, lost: set[int], positions: list[Position]) -> Entity | None:
    """The entity of a cluster without its lost mentions; None where only pronouns are left."""
    mentions = tuple(i for i in clusters.members(cluster) if i not in lost)
    if all(clusters.mention(i).form == Form.PRONOUN for i in mentions):
        return None
    known = _known(clusters, mentions)
    kind = clusters.kind(cluster) if known is None else known.kind
    written = as_name if clusters.reading.in_capitals and kind == KG.Person else str
    names = Counter(written(clusters.text(i)) for i in mentions if clusters.mention(i).form == Form.NAME)
    if known is not None and (known.label in names or not names):
        label = known.label
    else:
        label = _best_name(names, kind) or _best_nominal(clusters, mentions)
    return Entity(
        kind, label, mentions, tuple(sorted(set(names) - {label})),
        key=known.key if known is not None else None,
        exact=known.exact if known is not None else (),
        positions=_distinct(positions),
    )


def _known(clusters: Clusters, mentions: tuple[int, ...]) -> KnownName | None:
    """The known name of a cluster, where all its known names are of one."""
    found = {known.key: known for i in mentions if (known := clusters.known(i)) is not None}
    return found.popitem()[1] if len(found) == 1 else None


def _best_name(names: Counter[str], kind: str) -> str | None:
    """The name to show: a person's fullest, a group's fullest that is no acronym, a place's most used."""
    if not names:
        return None
    if kind in (KG.Person, KG.Group):
        return min(names, key=lambda name: (name.isupper(), -len(name.split()), -names[name], name))
    return min(names, key=lambda name: (-names[name], name.isupper(), name))


def _best_nominal(clusters: Clusters, mentions: tuple[int, ...]) -> str:
    """The nominal that the reader hears most surely, else the longest; in lower case where only its place in the sentence is why not."""
    nominals = [i for i in mentions if clusters.mention(i).form == Form.NOMINAL]
    told = {i: _heard(clusters, i) for i in nominals or mentions}
    best = min(told, key=lambda i: (-label.confidence if (label := told[i]) else 0.0, -len(clusters.text(i).split()), i))
    heard, found = told[best], clusters.mention(best)
    first, end = clusters.first_token(best), found.end
    if heard is not None:
        first, end = next(_labelled(clusters, heard, found), first), max(end, _complement_end(clusters, heard, found))
    text = " ".join(clusters.doc.text[first.idx : end].split())
    proper = clusters.named(first) or first.text in clusters.ontology.people_names or first.text in clusters.ontology.demonyms
    return text[:1].lower() + text[1:] if first.is_sent_start and first.text.istitle() and not proper else text


def _heard(clusters: Clusters, mention: int) -> Heard | None:
    """The surest filler that the learned reader hears about a nominal: "offices of the local party" about "offices"."""
    end = clusters.mention(mention).end
    about = [label for label in clusters.fillers if label.confidence >= _BELONGS and label.begin < end <= label.end]
    return max(about, key=lambda label: (label.confidence, -label.begin, label.end), default=None)


def _labelled(clusters: Clusters, heard: Heard, nominal: Mention) -> Iterator[Token]:
    """The words before a nominal, and its own, that are heard and belong to its label: no determiners, possessors and figures."""
    head = clusters.doc[nominal.head]
    for token in tokens_in(clusters.doc, heard.begin, nominal.end):
        if not _is_bare(clusters, token) and token.head.tag_ != "CD" and (token == head or head.is_ancestor(token)):
            yield token


def _complement_end(clusters: Clusters, heard: Heard, nominal: Mention) -> int:
    """Where what is heard of whom or what a nominal is ends, 0 where nothing is; it does not end with "the"."""
    behind = tokens_in(clusters.doc, nominal.end, heard.end) if heard.end > nominal.end else []
    while behind and _is_bare(clusters, behind[-1]):
        behind.pop()
    return behind[-1].idx + len(behind[-1]) if behind and behind[0].lower_ == "of" else 0


def _is_bare(clusters: Clusters, token: Token) -> bool:
    """Whether a word neither begins nor ends a label."""
    return token.tag_ in _UNLABELLED or token.is_punct or token.lower_ in clusters.words.quantifiers


def _distinct(positions: list[Position]) -> tuple[tuple[str, Evidence], ...]:
    found: dict[str, Evidence] = {}
    for _, words, evidence in positions:
        found.setdefault(words, evidence)
    return tuple(found.items())
