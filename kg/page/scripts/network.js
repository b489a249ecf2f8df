// Draws the network that PyVis prepared, and lets it choose and be chosen in.
(({ data, byId, nodeOf, cardOf, on, select, paintedNode, paintedEdge }) => {
  const canvas = byId("graph");
  const central = new Set(data.central); // of a large graph; the others wait
  const waits = (iri) => central.size > 0 && !central.has(iri);
  const nodes = new vis.DataSet(data.nodes.map((node) => ({ ...node, ...paintedNode(node), hidden: waits(node.id) })));
  const edges = new vis.DataSet(data.edges.map((edge) => ({ ...edge, ...paintedEdge(edge), hidden: waits(edge.from) || waits(edge.to) })));
  const network = new vis.Network(canvas, { nodes, edges }, data.options);
  const main = data.nodes.find((node) => node.main);

  function frame() {
    network.fit({ animation: false });
    // On a small screen the whole would be too small to read: begin at what the article is about.
    if (main && network.getScale() < 0.4) network.moveTo({ position: { x: main.x, y: main.y }, scale: 0.55, animation: false });
  }

  // What was chosen must not be out of sight, nor under the panel, which lies over the graph on a small screen.
  function uncover(node) {
    const position = network.getPosition(node), at = network.canvasToDOM(position), { top, bottom } = canvas.getBoundingClientRect();
    const covered = dateline.overlaid() ? Math.max(0, bottom - byId("panel").getBoundingClientRect().top) : 0;
    const seen = at.x > 0 && at.y > 0 && at.x < canvas.clientWidth && at.y < bottom - top - covered;
    if (covered || !seen) network.moveTo({ position, offset: { x: 0, y: covered / -2 }, animation: false });
  }

  on("select", ({ cards }) => {
    const chosen = cards.filter((card) => nodeOf(card)).map((card) => nodeOf(card).id);
    const lines = cards.filter((card) => !nodeOf(card) && edges.get(card));
    network.setSelection({ nodes: chosen, edges: lines }, { highlightEdges: false });
    const [first] = [...chosen, ...lines.map((line) => edges.get(line).from)];
    if (first !== undefined) queueMicrotask(() => uncover(first)); // when the panel is open
  });

  network.on("click", ({ nodes: chosen, edges: lines }) => select([...chosen.map(cardOf), ...lines], "graph"));
  for (const topic of ["hoverNode", "hoverEdge"]) network.on(topic, () => { canvas.style.cursor = "pointer"; });
  for (const topic of ["blurNode", "blurEdge"]) network.on(topic, () => { canvas.style.cursor = ""; });

  Object.assign(dateline, { network, nodes, edges, main, frame, waits });
})(dateline);
