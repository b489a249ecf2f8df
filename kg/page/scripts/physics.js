// Lets the graph move, for those who like to pull at it; switched off, every node is where Python placed it.
(({ data, network, nodes, byId }) => {
  byId("physics").addEventListener("input", ({ target }) => {
    network.setOptions({ physics: target.checked ? data.look.physics : data.options.physics });
    if (target.checked) network.startSimulation();
    else nodes.update(data.nodes.map(({ id, x, y }) => ({ id, x, y })));
  });
})(dateline);
