// Draws the network that PyVis prepared and shows the card of what is chosen. Cards are moved as elements, never as markup.
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const network = new vis.Network(byId("graph"), { nodes, edges }, data.options);
  const cards = new Map([...document.querySelectorAll("#text [data-card]")].map((card) => [card.dataset.card, card]));
  const panel = byId("panel");
  const main = data.nodes.find((node) => node.main);
  const overlaid = () => getComputedStyle(panel).position === "fixed";

  // PyVis gives the light colours; the style sheet knows both.
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

  function show(id, focus) {
    const card = cards.get(id);
    if (!card) return;
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    byId("shown").replaceChildren(copy);
    panel.classList.add("open");
    panel.scrollTop = 0;
    if (focus) copy.querySelector("h3").focus();
  }

  // On a small screen the panel lies over the graph: what was chosen must not be under it.
  function uncover(node) {
    if (!overlaid()) return;
    const lift = byId("graph").clientHeight / -4;
    network.moveTo({ position: network.getPosition(node), offset: { x: 0, y: lift }, animation: false });
  }

  function hide() {
    network.unselectAll();
    byId("shown").replaceChildren();
    panel.classList.remove("open");
  }

  // Chosen from a list: shown in the graph too.
  function select(id, focus) {
    const node = data.nodes.find((each) => each.card === id);
    show(id, focus);
    if (node) network.selectNodes([node.id]);
    else network.selectEdges([id]);
    uncover(node ? node.id : edges.get(id).from);
  }

  function frame() {
    network.fit({ animation: false });
    // On a small screen the whole would be too small to read: begin at what the article is about.
    if (main && network.getScale() < 0.45) network.moveTo({ position: { x: main.x, y: main.y }, scale: 0.6, animation: false });
  }

  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    if (node !== undefined) {
      show(nodes.get(node).card, false);
      uncover(node);
    } else if (edge !== undefined) show(edge, false);
    else hide();
  });
  network.on("hoverNode", () => { byId("graph").style.cursor = "pointer"; });
  network.on("hoverEdge", () => { byId("graph").style.cursor = "pointer"; });
  network.on("blurNode", () => { byId("graph").style.cursor = ""; });
  network.on("blurEdge", () => { byId("graph").style.cursor = ""; });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-show]");
    const zoom = event.target.closest("[data-zoom]");
    if (link) {
      event.preventDefault();
      select(link.dataset.show, true);
      if (!panel.contains(link)) panel.scrollIntoView({ block: "nearest" });
    } else if (zoom && zoom.dataset.zoom === "fit") network.fit({ animation: false });
    else if (zoom) network.moveTo({ scale: network.getScale() * Number(zoom.dataset.zoom) });
  });
  // vis-network moves by keys only after a click.
  const steps = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] };
  byId("graph").addEventListener("keydown", (event) => {
    if (!(event.key in steps)) return;
    const { x, y } = network.getViewPosition(), [across, down] = steps[event.key], scale = network.getScale();
    network.moveTo({ position: { x: x + across / scale, y: y + down / scale }, animation: false });
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    document.documentElement.classList.add("keys");
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", () => document.documentElement.classList.remove("keys"));
  byId("close").addEventListener("click", hide);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

  paint();
  frame();
  if (main && !overlaid()) show(main.card, false);
  window.dateline = { network, nodes, edges, select };
})();
