// Moving and zooming by keys and buttons; vis-network moves by keys only after a click.
(({ network, byId, select }) => {
  const steps = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] };

  byId("graph").addEventListener("keydown", (event) => {
    if (!(event.key in steps)) return;
    const { x, y } = network.getViewPosition(), [across, down] = steps[event.key], scale = network.getScale();
    network.moveTo({ position: { x: x + across / scale, y: y + down / scale }, animation: false });
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const zoom = event.target.closest("[data-zoom]");
    if (!zoom) return;
    if (zoom.dataset.zoom === "fit") network.fit({ animation: false });
    else network.moveTo({ scale: network.getScale() * Number(zoom.dataset.zoom) });
  });
  document.addEventListener("keydown", (event) => {
    document.documentElement.classList.add("keys");
    if (event.key === "Escape") select([], "keys");
  });
  document.addEventListener("pointerdown", () => document.documentElement.classList.remove("keys"));
})(dateline);
