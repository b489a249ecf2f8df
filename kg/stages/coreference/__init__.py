"""Stage: which mentions denote the same person, group, place or thing."""

from dataclasses import replace

from spacy.tokens import Doc

from kg.model import Form, Reading
from kg.ontology import Ontology
from kg.stages.coreference import anaphora, pronouns
from kg.stages.coreference.aliases import join_names, join_surnames
from kg.stages.coreference.apposition import Position, join_by_syntax, join_described, titles
from kg.stages.coreference.clusters import Clusters
from kg.stages.coreference.entities import entity
from kg.stages.coreference.generics import announced
from kg.stages.coreference.headline import join_headline_roles, restated
from kg.stages.coreference.leads import join_leads

__all__ = ["stage"]


def stage(reading: Reading, doc: Doc, ontology: Ontology) -> Reading:
    """Appends the entities of the mentions found so far, in the order in which the text first tells them.

    A mention that fits several entities, and a pronoun whose antecedent is not sure, belong to none.
    """
    clusters = Clusters(reading, doc, ontology)
    join_names(clusters)
    positions = join_by_syntax(clusters) + titles(clusters)
    for mention, words, _ in positions:
        clusters.entitle(mention, words.partition(" of ")[0].rpartition(" ")[2])
    join_described(clusters)
    join_leads(clusters)
    join_headline_roles(clusters, positions)
    lost, problems = join_surnames(clusters)
    lost |= _join_back(clusters)
    told: dict[int, list[Position]] = {}
    for position in positions:
        told.setdefault(clusters.cluster(position[0]), []).append(position)
    entities = [entity(clusters, cluster, lost, told.get(cluster, [])) for cluster in clusters.clusters()]
    return replace(
        reading,
        entities=reading.entities + tuple(found for found in entities if found is not None),
        problems=reading.problems + tuple(problems),
    )


def _join_back(clusters: Clusters) -> set[int]:
    """Joins nominals, pronouns and ships' names, in the order of the text; returns the pronouns that refer to nothing sure."""
    lost: set[int] = set()
    for i in clusters.entity_mentions:
        form = clusters.mention(i).form
        if form == Form.NOMINAL and clusters.cluster(i) == i:
            found = anaphora.antecedent(clusters, i)
            if found is None:
                found = restated(clusters, i)
        elif form == Form.NAME:
            found = announced(clusters, i)
        elif form == Form.PRONOUN:
            found = pronouns.antecedent(clusters, i)
            if found is None:
                lost.add(i)
        else:
            continue
        if found is not None and not (clusters.names(found) and clusters.names(clusters.cluster(i))):
            clusters.join(found, i)  # two named ones are never joined by a noun: "the party, the HDP" is not the PKK told before
    return lost
