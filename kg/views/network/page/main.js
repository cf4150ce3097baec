// Puts the parts together: language, theme, views, keys, and the address that remembers what is chosen.
"use strict";

function choose(what, look = false) {
  if (what && "thing" in what) bringIntoView(what.thing);
  state.chosen = what;
  const address = !what ? "" : "thing" in what
    ? `#t=${encodeURIComponent(DATA.things[what.thing].key)}`
    : `#e=${[drawing.current().edges.get(what.edge).from, drawing.current().edges.get(what.edge).to].map((end) => encodeURIComponent(DATA.things[end].key)).join("~")}`;
  if (location.hash !== address) history.pushState(null, "", address || location.pathname + location.search);
  drawing.refresh();
  drawing.mark();
  panel.show();
  if (what && "thing" in what && look) drawing.look(what.thing);
}

// A thing that was asked for is shown even if the view or the filters leave it out.
function bringIntoView(thing) {
  if (!factsOf[thing].length) return;
  if (!drawing.current().nodes.has(thing)) openView("whole");
  if (state.off.classes.has(family(thing)) && drawing.current().nodes.has(thing)) {
    state.off.classes.delete(family(thing));
    legend.show();
  }
}

function openView(name) {
  drawing.open(name);
  for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === name));
  legend.show();
}

// Percent signs that somebody typed or a mail program broke are no reason to fail.
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function followAddress() {
  const [kind, keys = ""] = location.hash.slice(1).split(/=(.*)/s);
  const ends = keys.split("~").map((key) => byKey.get(decoded(key)));
  if (kind === "t" && ends[0] !== undefined) return choose({ thing: ends[0] }, true);
  if (kind === "e") {
    const edge = [...drawing.current().edges.values()].find((e) => e.from === ends[0] && e.to === ends[1]);
    if (edge) return choose({ edge: edge.id });
  }
  return choose(null);
}

function say() {
  document.documentElement.lang = state.lang;
  document.title = text("title");
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = text(element.dataset.text);
  for (const element of document.querySelectorAll("[data-title]")) element.title = text(element.dataset.title);
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", text(element.dataset.label));
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.placeholder = text(element.dataset.placeholder);
    element.setAttribute("aria-label", text(element.dataset.placeholder));
  }
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  drawing.refresh();
  legend.show();
  panel.show();
}

(() => {
  const night = matchMedia("(prefers-color-scheme: dark)");
  document.documentElement.dataset.theme = night.matches ? "dark" : "light";
  night.addEventListener("change", () => setTheme(night.matches ? "dark" : "light"));
  document.getElementById("theme").addEventListener("click", () => setTheme(dark() ? "light" : "dark"));

  const langs = document.getElementById("lang");
  for (const lang of Object.keys(DATA.texts)) langs.append(make("option", { value: lang, lang }, DATA.texts[lang].language));
  langs.value = state.lang;
  langs.addEventListener("change", () => {
    state.lang = langs.value;
    say();
    legend.show();
    panel.show();
    drawing.network.redraw();
  });

  // Countries and cities join nearly everything with everything: in a large graph they are asked for, not there at first.
  if (DATA.start === "overview") state.off.classes.add("Place");
  if (!DATA.views.overview.edges.length) document.querySelector(".views").hidden = true;
  for (const button of document.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => { openView(button.dataset.view); choose(state.chosen && "thing" in state.chosen ? state.chosen : null); });
  }
  const filters = document.getElementById("filters");
  filters.addEventListener("click", () => filters.setAttribute("aria-expanded", String(document.body.classList.toggle("filtering"))));
  document.getElementById("zoom-in").addEventListener("click", () => drawing.zoom(1.4));
  document.getElementById("zoom-out").addEventListener("click", () => drawing.zoom(1 / 1.4));
  document.getElementById("fit").addEventListener("click", () => drawing.fit());

  const moves = {
    ArrowLeft: () => drawing.pan(-60, 0), ArrowRight: () => drawing.pan(60, 0), ArrowUp: () => drawing.pan(0, -60), ArrowDown: () => drawing.pan(0, 60),
    "+": () => drawing.zoom(1.4), "=": () => drawing.zoom(1.4), "-": () => drawing.zoom(1 / 1.4), 0: () => drawing.fit(),
  };
  document.getElementById("canvas").addEventListener("keydown", (event) => {
    if (moves[event.key]) { event.preventDefault(); moves[event.key](); }
  });
  document.addEventListener("keydown", (event) => {
    const typing = ["INPUT", "SELECT"].includes(document.activeElement.tagName) && document.activeElement.type !== "checkbox";
    if (event.key === "/" && !typing) { event.preventDefault(); document.getElementById("search").focus(); }
    if (event.key === "Escape" && !typing) choose(null);
  });
  addEventListener("popstate", followAddress);
  addEventListener("hashchange", followAddress);

  say();
  openView(state.view);
  followAddress();
})();
