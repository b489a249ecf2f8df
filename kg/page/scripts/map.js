// The map: moved and zoomed by its view box; marks and names keep their size on the screen, and names that would lie over others are left
// out.
(({ byId, on }) => {
  const map = byId("map");
  if (!map) return;
  const whole = map.viewBox.baseVal, { width, height } = whole;
  const markers = [...map.querySelectorAll(".marker")].sort((one, two) => one.dataset.rank - two.dataset.rank);
  const names = [...map.querySelectorAll(".names text")];
  const sides = (radius) => [["start", radius + 4, 4], ["end", -radius - 4, 4], ["middle", 0, -radius - 5], ["middle", 0, radius + 14]];
  let view = { x: 0, y: 0, width, height }, from = null;

  const unit = () => Math.max(view.width / (map.clientWidth || width), view.height / (map.clientHeight || height));
  const place = (element) => {
    element.setAttribute("transform", `translate(${element.dataset.x} ${element.dataset.y}) scale(${unit()})`);
  };

  function meet(one, two) {
    return one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom;
  }

  // The first side on which a name lies over nothing; none is left out.
  function write(text, taken, offsets) {
    text.classList.remove("off");
    for (const [anchor, across, down] of offsets) {
      text.setAttribute("text-anchor", anchor);
      text.setAttribute("x", across);
      text.setAttribute("y", down);
      const box = text.getBoundingClientRect();
      if (!taken.some((other) => meet(box, other))) return taken.push(box);
    }
    return text.classList.add("off");
  }

  function draw() {
    map.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
    for (const element of [...markers, ...names]) place(element);
    const taken = markers.map((marker) => marker.querySelector("circle").getBoundingClientRect());
    for (const marker of markers) write(marker.querySelector("text"), taken, sides(marker.querySelector("circle").r.baseVal.value));
    for (const name of names) write(name, taken, [["middle", 0, 0]]);
  }

  function zoom(factor, x = view.x + view.width / 2, y = view.y + view.height / 2) {
    const scale = Math.min(3, Math.max(0.02, (view.width * factor) / width)), change = (scale * width) / view.width;
    view = { x: x - (x - view.x) * change, y: y - (y - view.y) * change, width: scale * width, height: scale * height };
    draw();
  }

  map.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== map && !map.contains(document.activeElement)) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 0.85 : 1.18);
  }, { passive: false });
  map.addEventListener("pointerdown", (event) => { from = { x: event.clientX, y: event.clientY, view }; });
  window.addEventListener("pointerup", () => { from = null; });
  window.addEventListener("pointermove", (event) => {
    if (!from) return;
    const step = unit();
    view = { ...from.view, x: from.view.x - (event.clientX - from.x) * step, y: from.view.y - (event.clientY - from.y) * step };
    draw();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-map]");
    if (!button) return;
    if (button.dataset.map === "fit") view = { x: 0, y: 0, width, height };
    zoom(button.dataset.map === "fit" ? 1 : Number(button.dataset.map));
  });
  new ResizeObserver(draw).observe(map);
  on("view", draw);
})(dateline);
