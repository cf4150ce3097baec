// The network itself: which nodes and edges are seen, how they look, what a click on them chooses.
"use strict";

const drawing = (() => {
  const container = document.getElementById("canvas");
  const network = new vis.Network(container, {}, JSON.parse(document.getElementById("options").textContent));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const motion = calm ? false : { duration: 350, easingFunction: "easeInOutQuad" };
  let hovered = null; // a node
  let pointed = null; // an edge

  const views = {};
  for (const [name, { nodes, edges }] of Object.entries(DATA.views)) {
    const degree = new Map();
    edges.forEach((edge, i) => {
      edge.id = `${name}-${i}`;
      for (const end of [edge.from, edge.to]) degree.set(end, (degree.get(end) || 0) + 1);
    });
    const view = { nodes: new Map(nodes.map((node) => [node.id, node])), edges: new Map(edges.map((e) => [e.id, e])), degree };
    view.seenEdges = new Map();
    view.seenNodes = new Set();
    view.nodeSet = new vis.DataSet(nodes.map((node) => ({ id: node.id, x: node.x, y: node.y, size: node.size, shape: DATA.families[node.group].shape })));
    view.edgeSet = new vis.DataSet(edges.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to })));
    view.nodeView = new vis.DataView(view.nodeSet, { filter: (node) => view.seenNodes.has(node.id) });
    view.edgeView = new vis.DataView(view.edgeSet, { filter: (edge) => view.seenEdges.has(edge.id) });
    view.across = new Set(edges.flatMap((edge) => edge.ways.map(([via]) => via)).filter((via) => via >= 0));
    views[name] = view;
  }
  const current = () => views[state.view];

  const passes = (fact) =>
    !state.off.properties.has(DATA.facts[fact][1]) && DATA.facts[fact][3].some((c) => !state.off.statuses.has(c.status));

  // The ways of an edge that the filters leave; a way through a thing needs all its facts.
  function seenWays(edge) {
    return edge.ways
      .map(([via, facts]) => [via, facts.filter(passes), facts.length])
      .filter(([via, facts, all]) => (via < 0 ? facts.length : facts.length === all && !state.off.classes.has(family(via))));
  }

  function filter() {
    const view = current();
    view.seenEdges.clear();
    view.seenNodes.clear();
    for (const edge of view.edges.values()) {
      if ([edge.from, edge.to].some((end) => state.off.classes.has(family(end)))) continue;
      const ways = seenWays(edge);
      if (!ways.length) continue;
      view.seenEdges.set(edge.id, ways);
      view.seenNodes.add(edge.from).add(edge.to);
    }
  }

  function arrows(edge, ways) {
    const facts = ways.filter(([via]) => via < 0).flatMap(([, found]) => found).map((fact) => DATA.facts[fact]);
    const oneWay = facts.filter(([, property]) => !DATA.properties[property].symmetric);
    const to = oneWay.some(([subject]) => subject === edge.from);
    const from = oneWay.some(([subject]) => subject === edge.to);
    return { to: { enabled: to, scaleFactor: 0.4 }, from: { enabled: from, scaleFactor: 0.4 } };
  }

  // What stays bright when something is chosen: it, and what it is joined with.
  function bright() {
    const view = current();
    if (!state.chosen) return null;
    const nodes = new Set(), edges = new Set();
    if ("thing" in state.chosen) {
      if (!view.seenNodes.has(state.chosen.thing)) return null;
      nodes.add(state.chosen.thing);
      for (const id of view.seenEdges.keys()) {
        const edge = view.edges.get(id);
        if (edge.from === state.chosen.thing || edge.to === state.chosen.thing) {
          edges.add(id);
          nodes.add(edge.from).add(edge.to);
        }
      }
    } else {
      const edge = view.edges.get(state.chosen.edge);
      if (!edge || !view.seenEdges.has(edge.id)) return null;
      edges.add(edge.id);
      nodes.add(edge.from).add(edge.to);
    }
    return { nodes, edges };
  }

  function paint() {
    const view = current();
    const lit = bright();
    const line = colour("--edge"), accent = colour("--accent");
    view.nodeSet.update([...view.seenNodes].map((id) => {
      const { group } = view.nodes.get(id);
      const fill = fillOf(group);
      const all = { background: fill, border: rimOf(group) };
      return {
        id,
        opacity: !lit || lit.nodes.has(id) ? 1 : 0.14,
        color: { ...all, hover: { background: fill, border: accent }, highlight: { background: fill, border: colour("--ink") } },
      };
    }));
    view.edgeSet.update([...view.seenEdges].map(([id, ways]) => {
      const on = lit && lit.edges.has(id);
      const sure = ways.some(([, facts]) => facts.some((fact) => held(fact) && !state.off.statuses.has("held")));
      return {
        id,
        width: Math.min(6, 0.8 + Math.sqrt(ways.length - 0.7) * 0.9) * (on ? 1.2 : 1),
        dashes: sure ? false : [6, 5],
        arrows: arrows(view.edges.get(id), ways),
        color: { color: on ? accent : line, hover: accent, highlight: accent, opacity: on ? 0.6 : lit ? 0.12 : 1 },
      };
    }));
  }

  function refresh() {
    filter();
    paint();
    current().nodeView.refresh();
    current().edgeView.refresh();
    network.redraw();
  }

  function open(name) {
    state.view = name;
    filter();
    paint();
    current().nodeView.refresh();
    current().edgeView.refresh();
    network.setData({ nodes: current().nodeView, edges: current().edgeView });
    network.fit();
    // On a phone the whole would be too small to touch: the middle is shown, the rest is a swipe away.
    if (container.clientWidth < 500) network.moveTo({ scale: network.getScale() * 1.5 });
  }

  function sayEdge(ways) {
    const said = new Set();
    for (const [via, facts] of ways) {
      if (via >= 0) said.add(term(DATA.things[via].kind || DATA.things[via].cls));
      else for (const fact of facts) said.add(phrase(DATA.facts[fact][1], false));
    }
    const list = [...said];
    return list.slice(0, 2).join(" · ") + (list.length > 2 ? ` +${list.length - 2}` : "");
  }

  network.on("afterDrawing", (context) => {
    const view = current();
    const scale = network.getScale();
    const lit = bright();
    const canvas = context.canvas;
    const size = { width: canvas.clientWidth, height: canvas.clientHeight };
    const spots = network.getPositions([...view.seenNodes]);
    const at = {};
    const items = [];
    for (const [id, spot] of Object.entries(spots)) {
      const { x, y } = (at[id] = network.canvasToDOM(spot));
      const number = Number(id);
      const first = number === hovered || (state.chosen && state.chosen.thing === number);
      const radius = view.nodes.get(number).size * scale;
      const silent = lit && !first && !lit.nodes.has(number);
      items.push({ x, y, radius, label: nameOf(number), silent, strong: first, must: first, weight: (first ? 1e6 : 0) + view.nodes.get(number).size });
    }
    const named = lit ? [...lit.edges] : scale > 1.4 ? [...view.seenEdges.keys()] : [];
    if (pointed && !lit && view.seenEdges.has(pointed) && !named.includes(pointed)) named.push(pointed);
    for (const id of named) {
      const edge = view.edges.get(id);
      const a = at[edge.from], b = at[edge.to];
      if (!a || !b || (id !== pointed && Math.hypot(a.x - b.x, a.y - b.y) < 90)) continue;
      items.push({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, radius: 0, label: sayEdge(view.seenEdges.get(id)), between: true, must: id === pointed, weight: -1 });
    }
    context.save();
    const ratio = canvas.width / canvas.clientWidth;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    labels.draw(context, items, size);
    context.restore();
  });

  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) choose({ thing: nodes[0] });
    else if (edges.length) choose({ edge: edges[0] });
    else choose(null);
  });
  network.on("dragEnd", ({ nodes }) => {
    for (const [id, { x, y }] of Object.entries(network.getPositions(nodes))) current().nodeSet.update({ id: Number(id), x, y });
  });
  network.on("hoverNode", ({ node }) => { hovered = node; container.style.cursor = "pointer"; network.redraw(); });
  network.on("blurNode", () => { hovered = null; container.style.cursor = ""; network.redraw(); });
  network.on("hoverEdge", ({ edge }) => { pointed = edge; container.style.cursor = "pointer"; network.redraw(); });
  network.on("blurEdge", () => { pointed = null; container.style.cursor = ""; network.redraw(); });

  function zoom(factor) {
    network.moveTo({ scale: Math.min(6, Math.max(0.02, network.getScale() * factor)), animation: motion });
  }
  function pan(dx, dy) {
    const { x, y } = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale } });
  }
  // Brings a thing and what it is joined with into the picture, if they are not.
  function look(thing) {
    if (!current().seenNodes.has(thing)) return;
    const near = [...bright().nodes];
    network.fit({ nodes: near, minZoomLevel: 0.02, maxZoomLevel: near.length > 1 ? 1.3 : 0.9, animation: motion });
  }
  function mark() {
    const view = current();
    network.unselectAll();
    if (!state.chosen) return;
    if ("thing" in state.chosen && view.seenNodes.has(state.chosen.thing)) network.selectNodes([state.chosen.thing], false);
    if ("edge" in state.chosen && view.seenEdges.has(state.chosen.edge)) network.setSelection({ nodes: [], edges: [state.chosen.edge] }, { highlightEdges: false });
  }
  return { network, views, current, open, refresh, paint, mark, look, zoom, pan, fit: () => network.fit({ animation: motion }) };
})();
