// PyVis gives the light colours; the style sheet knows both, and the drawing takes them from there.
(({ data, on, colour }) => {
  const inside = (node) => node.shape === "box" || node.shape === "ellipse";

  function paintedNode(node) {
    const chosen = { background: colour(node.paint + "-fill"), border: colour(node.paint + "-line") };
    const ink = colour(node.faint ? "soft" : "ink");
    const font = { ...node.font, color: ink, strokeWidth: inside(node) ? 0 : 4, strokeColor: colour("paper") };
    return { id: node.id, color: { ...chosen, highlight: chosen, hover: chosen }, font, opacity: node.faint ? data.look.faint : 1 };
  }

  function paintedEdge(edge) {
    const line = colour("edge-" + edge.paint);
    const ink = data.look.edges[edge.paint].loud ? line : colour("ink");
    const font = { ...edge.font, color: ink, strokeWidth: 4, strokeColor: colour("paper") };
    return { id: edge.id, color: { color: line, highlight: line, hover: line }, font };
  }

  on("paint", () => {
    dateline.nodes.update(data.nodes.map(paintedNode));
    dateline.edges.update(data.edges.map(paintedEdge));
  });
  Object.assign(dateline, { paintedNode, paintedEdge });
})(dateline);
