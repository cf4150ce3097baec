// The legend: what the colours, shapes and lines mean, how many there are, and a tick to hide them.
"use strict";

const legend = (() => {
  const home = document.getElementById("legend");

  function counts() {
    const view = drawing.current();
    const classes = new Map(), properties = new Map(), statuses = new Map();
    const add = (map, key) => map.set(key, (map.get(key) || 0) + 1);
    for (const thing of new Set([...view.nodes.keys(), ...view.across])) add(classes, family(thing));
    const facts = new Set([...view.edges.values()].flatMap((edge) => edge.ways.flatMap(([, found]) => found)));
    for (const fact of facts) {
      add(properties, DATA.facts[fact][1]);
      for (const claim of DATA.facts[fact][3]) add(statuses, claim.status);
    }
    return { classes, properties, statuses };
  }

  function group(name, rows) {
    const off = state.off[name];
    const change = (key, on) => {
      if (on) off.delete(key);
      else off.add(key);
      changed();
    };
    const all = (on) => {
      for (const [key] of rows) if (on) off.delete(key); else off.add(key);
      changed();
    };
    return make("fieldset", { "data-facet": name },
      make("legend", {}, text(name), rows.length > 3
        ? make("span", { class: "every" },
          make("button", { type: "button", onclick: () => all(true) }, text("all")),
          make("button", { type: "button", onclick: () => all(false) }, text("none")))
        : ""),
      ...rows.map(([key, n, icon, label]) => {
        const box = make("input", { type: "checkbox", value: key, onchange: (event) => change(key, event.target.checked) });
        box.checked = !off.has(key);
        return make("label", {}, box, icon, make("span", { class: "what" }, label), make("span", { class: "count" }, String(n)));
      }));
  }

  function line(status) {
    return make("span", { class: `stroke ${status === "held" ? "" : "dashed"}`, "aria-hidden": "true" });
  }

  function show() {
    const { classes, properties, statuses } = counts();
    const focus = document.activeElement && home.contains(document.activeElement) ? document.activeElement.value : null;
    home.replaceChildren(
      group("classes", Object.keys(DATA.families).filter((f) => classes.has(f)).map((f) => [f, classes.get(f), badge(f), term(DATA.families[f].classes[0])])),
      group("properties", Object.keys(DATA.properties).filter((p) => properties.has(p)).map((p) => [p, properties.get(p), "", phrase(p, false)])),
      group("statuses", Object.keys(DATA.statuses).filter((s) => statuses.has(s)).map((s) => [s, statuses.get(s), line(s), DATA.statuses[s][state.lang]])),
    );
    if (focus) home.querySelector(`input[value="${CSS.escape(focus)}"]`)?.focus();
  }

  function changed() {
    drawing.refresh();
    show();
    panel.show();
  }
  return { show, changed };
})();
