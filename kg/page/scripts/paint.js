// PyVis gives the light colours; the style sheet knows both, and the drawing takes them from there.
(({ data, nodes, edges }) => {
  function paint() {
    const styles = getComputedStyle(document.documentElement);
    const colour = (name) => styles.getPropertyValue("--" + name).trim();
    const ink = colour("ink"), paper = colour("paper");
    const inside = (node) => node.shape === "box" || node.shape === "ellipse";
    nodes.update(data.nodes.map((node) => {
      const chosen = { background: colour(node.paint + "-fill"), border: colour(node.paint + "-line") };
      const font = { ...node.font, color: ink, strokeWidth: inside(node) ? 0 : 4, strokeColor: paper };
      return { id: node.id, color: { ...chosen, highlight: chosen, hover: chosen }, font };
    }));
    edges.update(data.edges.map((edge) => {
      const line = colour("edge-" + edge.paint);
      const font = { ...edge.font, color: data.look.edges[edge.paint].loud ? line : ink, strokeWidth: 4, strokeColor: paper };
      return { id: edge.id, color: { color: line, highlight: line, hover: line }, font };
    }));
  }

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  dateline.paint = paint;
})(dateline);
