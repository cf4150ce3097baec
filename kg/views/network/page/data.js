// The page's data, indexed, and the few words for everything that other scripts share.
"use strict";

const DATA = JSON.parse(document.getElementById("data").textContent);
const state = {
  lang: DATA.lang,
  view: DATA.start,
  chosen: null, // {thing: number} or {edge: id}
  off: { classes: new Set(), properties: new Set(), statuses: new Set(["planned", "proposed", "denied"]) },
};

const familyOf = {};
for (const [name, row] of Object.entries(DATA.families)) for (const cls of row.classes) familyOf[cls] = name;
const family = (thing) => familyOf[DATA.things[thing].cls];

const byKey = new Map(DATA.things.map((thing, i) => [thing.key, i]));
const factsOf = DATA.things.map(() => []);
DATA.facts.forEach(([subject, , object], i) => {
  factsOf[subject].push(i);
  if (object !== subject) factsOf[object].push(i);
});

const text = (key, fill = {}) =>
  DATA.texts[state.lang][key].replace(/\{(\w+)\}/g, (whole, name) => (name in fill ? fill[name] : whole));
const term = (local) => {
  const words = DATA.terms[local] || {};
  return words[state.lang] || words.en || local;
};
const phrase = (property, inverse) => DATA.properties[property][inverse ? "inverse" : "forward"][state.lang];
const day = (date) => (date ? date.replace("/", " – ") : "");
const nameOf = (thing) => {
  const { names = [], label, unnamed, kind, cls, date } = DATA.things[thing];
  if (unnamed) return [term(kind || cls), day(date)].filter(Boolean).join(", ");
  const own = names.find(([, lang, kind]) => kind === "preferred" && lang === state.lang);
  return own ? own[0] : label;
};

// When a fact happened: its post's date, else that of the agreement or event at an end; then when it was reported.
const happened = (fact) => {
  const [subject, , object, claims] = DATA.facts[fact];
  const post = claims.map((claim) => claim.since).filter(Boolean).sort()[0];
  return post || DATA.things[object].date || DATA.things[subject].date || "";
};
const firstReported = (fact) =>
  DATA.facts[fact][3].flatMap((c) => c.quotes.map(([d]) => DATA.digests[d][3] || "9999")).sort()[0] || "9999";
const inTime = (a, b) => {
  const when = (f) => happened(f) || firstReported(f);
  return when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a - b;
};

const held = (fact) => DATA.facts[fact][3].some((claim) => claim.status === "held");

// The only way in which the page makes elements: everything out of digests goes in as text, never as markup.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}
const bdi = (content) => make("bdi", {}, content);

const SHAPES = {
  dot: "M10 3a7 7 0 1 0 .01 0z",
  square: "M4 4h12v12H4z",
  diamond: "M10 2l8 8-8 8-8-8z",
  triangle: "M10 3l8 14H2z",
  triangleDown: "M10 17L2 3h16z",
  star: "M10 1.5l2.5 5.6 6 .7-4.500 4.100 1.200 6L10 15l-5.200 2.900 1.200-6L1.500 7.800l6-.7z",
  hexagon: "M6 3h8l4 7-4 7H6l-4-7z",
};
function badge(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "badge");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[DATA.families[name].shape]);
  path.style.fill = fillOf(name);
  path.style.stroke = rimOf(name);
  svg.append(path);
  return svg;
}
const dark = () => document.documentElement.dataset.theme === "dark";
const fillOf = (name) => DATA.families[name][dark() ? "dark" : "light"];
// A rim of the same hue, dark enough (3 : 1) to be seen against a light page; a dark page needs none.
const rimOf = (name) => {
  if (dark()) return colour("--ground");
  return "#" + fillOf(name).match(/\w\w/g).map((hex) => Math.round(parseInt(hex, 16) * 0.7).toString(16).padStart(2, "0")).join("");
};
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
