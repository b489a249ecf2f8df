// Draws the network that PyVis prepared, and lets it choose and be chosen in.
(({ data, byId, nodeOf, cardOf, on, select }) => {
  const canvas = byId("graph");
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const network = new vis.Network(canvas, { nodes, edges }, data.options);
  const main = data.nodes.find((node) => node.main);

  function frame() {
    network.fit({ animation: false });
    // On a small screen the whole would be too small to read: begin at what the article is about.
    if (main && network.getScale() < 0.45) network.moveTo({ position: { x: main.x, y: main.y }, scale: 0.6, animation: false });
  }

  // On a small screen the panel lies over the graph: what was chosen must not be under it.
  function uncover(node) {
    if (!dateline.overlaid()) return;
    network.moveTo({ position: network.getPosition(node), offset: { x: 0, y: canvas.clientHeight / -4 }, animation: false });
  }

  on("select", ({ cards }) => {
    const chosen = cards.filter((card) => nodeOf(card)).map((card) => nodeOf(card).id);
    const lines = cards.filter((card) => !nodeOf(card) && edges.get(card));
    network.setSelection({ nodes: chosen, edges: lines }, { highlightEdges: false });
    const [first] = [...chosen, ...lines.map((line) => edges.get(line).from)];
    if (first !== undefined) uncover(first);
  });

  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) select(cardOf(node), "graph");
    else select(edge === undefined ? [] : edge, "graph");
  });
  for (const topic of ["hoverNode", "hoverEdge"]) network.on(topic, () => { canvas.style.cursor = "pointer"; });
  for (const topic of ["blurNode", "blurEdge"]) network.on(topic, () => { canvas.style.cursor = ""; });

  Object.assign(dateline, { network, nodes, edges, main, frame });
})(dateline);
