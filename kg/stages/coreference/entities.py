"""What a cluster of mentions becomes: an entity with its class, its best name and its other names."""

from collections import Counter

from kg.model import Entity, Evidence, Form
from kg.ontology import KnownName
from kg.stages.coreference.apposition import Position
from kg.stages.coreference.clusters import Clusters
from kg.terms import KG

__all__ = ["entity"]

_BELONGS = 0.5  # how likely words behind a nominal must be one filler with it for the reader


def entity(clusters: Clusters, cluster: int, lost: set[int], positions: list[Position]) -> Entity | None:
    """The entity of a cluster without its lost mentions; None where only pronouns are left."""
    mentions = tuple(i for i in clusters.members(cluster) if i not in lost)
    if all(clusters.mention(i).form == Form.PRONOUN for i in mentions):
        return None
    known = _known(clusters, mentions)
    kind = clusters.kind(cluster) if known is None else known.kind
    names = Counter(clusters.text(i) for i in mentions if clusters.mention(i).form == Form.NAME)
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
    """The longest nominal, in lower case where only its place in the sentence gives it a capital."""
    nominals = [i for i in mentions if clusters.mention(i).form == Form.NOMINAL]
    whole = {i: clusters.text(i) + _complement(clusters, i) for i in nominals or mentions}
    best = min(whole, key=lambda i: (-len(whole[i].split()), i))
    first, text = clusters.first_token(best), whole[best]
    proper = clusters.named(first) or first.text in clusters.ontology.people_names or first.text in clusters.ontology.demonyms
    return text[:1].lower() + text[1:] if first.is_sent_start and first.text.istitle() and not proper else text


def _complement(clusters: Clusters, mention: int) -> str:
    """What the learned reader hears to belong to a nominal: " of the local party" of "offices"."""
    found, text = clusters.mention(mention), clusters.reading.article.text
    ends = [
        label.end for label in clusters.reading.heard
        if label.label in clusters.ontology.learned_fillers and label.confidence >= _BELONGS
        and label.begin < found.end < label.end and text[found.end : label.end].split()[:1] == ["of"]
    ]
    words = " ".join(text[found.end : max(ends, default=found.end)].split()).rstrip(" ,.;:")
    return f" {words}" if words else ""


def _distinct(positions: list[Position]) -> tuple[tuple[str, Evidence], ...]:
    found: dict[str, Evidence] = {}
    for _, words, evidence in positions:
        found.setdefault(words, evidence)
    return tuple(found.items())
