// A large graph begins with its most central nodes; choosing a node brings in what is joined to it, around it.
(({ data, byId, on, nodeOf, cardOf, endsOf, nodes, network, filter }) => {
  if (!data.central.length) return;
  const ROUND = 24; // nodes brought in by one choice
  const shown = new Set(data.central.map(cardOf));
  const moved = new Map(data.central.map((iri) => [cardOf(iri), nodeOf(cardOf(iri))]));
  const joined = new Map(data.nodes.map(({ card }) => [card, []]));
  for (const { id } of data.edges) {
    const [one, two] = endsOf(id);
    joined.get(one).push(two);
    joined.get(two).push(one);
  }
  const bar = byId("large");
  let all = false;

  const degree = (card) => joined.get(card).length;
  const missing = (card) => [...new Set(joined.get(card))].filter((other) => !shown.has(other))
    .sort((one, two) => degree(two) - degree(one) || one.localeCompare(two, "en", { numeric: true }));

  function crowded(x, y, { half, up, down }) {
    return [...moved.values()].some((other) => Math.abs(other.x - x) < other.room[0] + half + 10
      && y - up < other.y + other.room[2] + 10 && y + down > other.y - other.room[1] - 10);
  }

  // The nearest free place around a node, on circles that grow.
  function beside(card, centre) {
    const [half, up, down] = nodeOf(card).room;
    for (let ring = 1; ring < 60; ring++) {
      const count = 6 * ring;
      for (let step = 0; step < count; step++) {
        const angle = (2 * Math.PI * step) / count;
        const x = Math.round(centre.x + 140 * ring * Math.cos(angle)), y = Math.round(centre.y + 95 * ring * Math.sin(angle));
        if (!crowded(x, y, { half, up, down })) return { x, y };
      }
    }
    return centre;
  }

  function bring(card, others) {
    const centre = moved.get(card) || nodeOf(card);
    for (const other of others) {
      shown.add(other);
      moved.set(other, { ...nodeOf(other), ...beside(other, centre) });
    }
    // At once, since each update costs the whole graph.
    nodes.update(others.map((other) => moved.get(other)).map(({ id, x, y }) => ({ id, x, y })));
  }

  function told() {
    byId("large-count").textContent = String(all ? data.nodes.length : shown.size);
    byId("large-all").textContent = all ? "Show the central ones" : "Show all";
  }

  function apply() {
    filter("central", all ? null : (card) => !nodeOf(card) || shown.has(card));
    told();
  }

  on("reveal", ({ card }) => {
    const hidden = (nodeOf(card) ? [card] : endsOf(card) || []).filter((one) => !shown.has(one));
    if (all || !hidden.length) return;
    for (const one of hidden) {
      const near = joined.get(one).find((other) => shown.has(other));
      if (near) bring(near, [one]);
      else { shown.add(one); moved.set(one, nodeOf(one)); }
    }
    apply();
  });
  on("select", ({ cards, origin }) => {
    const [card] = cards;
    if (all || origin === "start" || cards.length !== 1 || !nodeOf(card)) return;
    const found = missing(card);
    if (!found.length) return;
    bring(card, found.slice(0, ROUND));
    apply();
    const part = `${ROUND} of ${found.length} more joined to it; choose it again for others.`;
    dateline.say(found.length > ROUND ? part : `${found.length} more joined to it.`);
  });
  byId("large-all").addEventListener("click", () => {
    all = !all;
    const places = all ? data.nodes : [...moved.values()];
    nodes.update(places.map(({ id, x, y }) => ({ id, x, y })));
    apply();
    network.fit({ nodes: all ? undefined : [...shown].map((card) => nodeOf(card).id), animation: false });
  });
  bar.hidden = false;
  apply();
})(dateline);
