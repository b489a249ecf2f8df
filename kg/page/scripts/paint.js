// PyVis gives the light colours; the style sheet knows both, and the drawing takes them from there.
(({ data, on, colour }) => {
  const { look } = data;
  const inside = (node) => node.shape === "box" || node.shape === "ellipse";

  // Two #rrggbb colours, so much of the first. (Not the node's opacity: the lines behind it would be seen.)
  function mixed(one, two, share) {
    const parts = [1, 3, 5].map((at) => [one, two].map((hex) => parseInt(hex.slice(at, at + 2), 16)));
    return "#" + parts.map(([a, b]) => Math.round(a * share + b * (1 - share)).toString(16).padStart(2, "0")).join("");
  }

  function paintedNode(node) {
    const shade = node.faint ? (name) => mixed(colour(name), colour("paper"), look.faint) : colour;
    const chosen = { background: shade(node.paint + "-fill"), border: shade(node.paint + "-line") };
    const ink = colour(node.faint ? "soft" : "ink");
    const size = node.main ? look.main.size : look.text.size;
    const font = { size, face: look.text.face, color: ink, strokeWidth: inside(node) ? 0 : 4, strokeColor: colour("paper") };
    return { id: node.id, color: { ...chosen, highlight: chosen, hover: chosen }, font };
  }

  function paintedEdge(edge) {
    const { width, dashes, loud } = look.edges[edge.paint], line = colour("edge-" + edge.paint);
    const font = { size: look.text.edge, face: look.text.face, align: "middle", color: loud ? line : colour("ink"), strokeWidth: 4,
      strokeColor: colour("paper") };
    return { id: edge.id, width, dashes, color: { color: line, highlight: line, hover: line }, font };
  }

  on("paint", () => {
    dateline.nodes.update(data.nodes.map(paintedNode));
    dateline.edges.update(data.edges.map(paintedEdge));
  });
  Object.assign(dateline, { paintedNode, paintedEdge });
})(dateline);
