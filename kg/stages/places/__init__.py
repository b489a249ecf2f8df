"""Stage: where the places of an article are, from its own words and from the gazetteer."""

from kg.stages.places.stage import stage

__all__ = ["stage"]
