// The page's one shared object: what was drawn, and the bus on which its parts speak to each other.
//
//   dateline.data                        what Python put into the page: nodes, edges, look, …
//   dateline.byId(id)                    an element
//   dateline.nodeOf(card)                the drawn node of a card ("n3"), undefined for an edge's ("e5")
//   dateline.cardOf(iri)                 the card of a node's IRI
//   dateline.selected                    the cards chosen now
//   dateline.on(topic, listener)         hear what happens
//   dateline.tell(topic, message)        say what happened
//   dateline.select(cards, origin)       choose one card or several, by whom ("graph", "list", "timeline", …); an empty list chooses none
//
// Topics: "select" {cards, origin, focus}; further ones are told at the top of the script that tells them.
// A part that draws the selection listens to "select" and shows it, whoever chose; a part that moves its own view leaves that out where
// `origin` is its own name.
"use strict";
const dateline = (() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const listeners = new Map();
  const nodes = new Map(data.nodes.map((node) => [node.card, node]));
  const cards = new Map(data.nodes.map((node) => [node.id, node.card]));

  function on(topic, listener) {
    listeners.set(topic, [...(listeners.get(topic) || []), listener]);
  }

  function tell(topic, message) {
    for (const listener of listeners.get(topic) || []) listener(message);
  }

  function select(chosen, origin = "", { focus = false } = {}) {
    dateline.selected = [chosen].flat();
    tell("select", { cards: dateline.selected, origin, focus });
  }

  return { data, byId, nodeOf: (card) => nodes.get(card), cardOf: (iri) => cards.get(iri), selected: [], on, tell, select };
})();
window.dateline = dateline;
