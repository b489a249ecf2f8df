"""From a Reading to RDF and what is made of it: Turtle, queries, NetworkX."""
