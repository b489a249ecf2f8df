"""Stage: which mentions denote the same person, group, place or thing."""

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc

from kg.model import Entity, Evidence, Form, Reading
from kg.ontology import KnownName, Ontology
from kg.stages.coreference import anaphora, pronouns
from kg.stages.coreference.aliases import join_names, join_surnames
from kg.stages.coreference.apposition import Position, join_by_syntax, join_described, titles
from kg.stages.coreference.clusters import Clusters
from kg.terms import KG

__all__ = ["stage"]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Appends the entities of the mentions found so far, in the order in which the text first tells them.

    A mention that fits several entities, and a pronoun whose antecedent is not sure, belong to none.
    """
    clusters = Clusters(reading, doc, ontology)
    join_names(clusters)
    positions = join_by_syntax(clusters) + titles(clusters)
    join_described(clusters)
    lost, problems = join_surnames(clusters)
    lost |= _join_back(clusters)
    told: dict[int, list[Position]] = {}
    for position in positions:
        told.setdefault(clusters.cluster(position[0]), []).append(position)
    entities = [_entity(clusters, cluster, lost, told.get(cluster, [])) for cluster in clusters.clusters()]
    return replace(
        reading,
        entities=reading.entities + tuple(entity for entity in entities if entity is not None),
        problems=reading.problems + tuple(problems),
    )


def _join_back(clusters: Clusters) -> set[int]:
    """Joins nominals and pronouns, in the order of the text; returns the pronouns that refer to nothing sure."""
    lost: set[int] = set()
    for i in clusters.entity_mentions:
        form = clusters.mention(i).form
        if form == Form.NOMINAL and clusters.cluster(i) == i:
            found = anaphora.antecedent(clusters, i)
            if found is None:
                found = anaphora.restated(clusters, i)
        elif form == Form.PRONOUN:
            found = pronouns.antecedent(clusters, i)
            if found is None:
                lost.add(i)
        else:
            continue
        if found is not None and not (clusters.names(found) and clusters.names(clusters.cluster(i))):
            clusters.join(found, i)  # two named ones are never joined by a noun: "the party, the HDP" is not the PKK told before
    return lost


def _entity(clusters: Clusters, cluster: int, lost: set[int], positions: list[Position]) -> Entity | None:
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
    ontology = clusters.ontology
    found: dict[str, KnownName] = {}
    for i in mentions:
        form, text = clusters.mention(i).form, clusters.text(i)
        known = ontology.names.get(text) if form == Form.NAME else ontology.demonyms.get(text) if form == Form.DEMONYM else None
        if known is not None:
            found[known.key] = known
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
    best = min(nominals or mentions, key=lambda i: (-len(clusters.text(i).split()), i))
    first = clusters.first_token(best)
    text = clusters.text(best)
    return text[:1].lower() + text[1:] if first.is_sent_start and first.text.istitle() and not clusters.named(first) else text


def _distinct(positions: list[Position]) -> tuple[tuple[str, Evidence], ...]:
    found: dict[str, Evidence] = {}
    for _, words, evidence in positions:
        found.setdefault(words, evidence)
    return tuple(found.items())
