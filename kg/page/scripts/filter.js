// Hides what the tests of cards fail. An edge is shown only between two nodes that are.
(({ data, nodes, edges, cards, endsOf, nodeOf, waits, on, tell }) => {
  const tests = new Map();
  const all = { nodes: data.nodes.map((node) => node.card), edges: data.edges.map((edge) => edge.id) };
  const structure = { neighbours: false, joined: false };
  const drawn = (node) => !waits(nodeOf(node).id);
  dateline.visible = new Set([...all.nodes.filter(drawn), ...all.edges.filter((line) => endsOf(line).every(drawn))]);

  const passes = (card) => [...tests.values()].every((test) => test(card));

  // The chosen nodes (or an edge's ends), and what an edge joins to them.
  function around(lines) {
    const chosen = dateline.selected.flatMap((card) => (nodeOf(card) ? [card] : endsOf(card) || []));
    if (!chosen.length) return null;
    const centre = new Set(chosen);
    return new Set([...chosen, ...lines.filter((line) => endsOf(line).some((end) => centre.has(end))).flatMap(endsOf)]);
  }

  function shown() {
    let points = new Set(all.nodes.filter(passes));
    const both = (line) => endsOf(line).every((end) => points.has(end));
    let lines = all.edges.filter((line) => both(line) && passes(line));
    const near = structure.neighbours ? around(lines) : null;
    if (near) points = new Set([...points].filter((card) => near.has(card)));
    lines = lines.filter(both);
    const joined = new Set(lines.flatMap(endsOf));
    if (structure.joined) points = new Set([...points].filter((card) => joined.has(card)));
    return new Set([...points, ...lines]);
  }

  function apply() {
    const before = dateline.visible, visible = dateline.visible = shown();
    const changed = (card) => before.has(card) !== visible.has(card);
    nodes.update(all.nodes.filter(changed).map((card) => ({ id: nodeOf(card).id, hidden: !visible.has(card) })));
    edges.update(all.edges.filter(changed).map((card) => ({ id: card, hidden: !visible.has(card) })));
    for (const card of [...all.nodes, ...all.edges].filter(changed)) if (cards.has(card)) cards.get(card).hidden = !visible.has(card);
    tell("filter", { visible });
  }

  function filter(name, test) {
    if (test) tests.set(name, test);
    else tests.delete(name);
    apply();
  }

  function restrict(name, yes) {
    structure[name] = yes;
    apply();
  }

  on("select", () => { if (structure.neighbours) apply(); });
  Object.assign(dateline, { filter, restrict, passes });
})(dateline);
