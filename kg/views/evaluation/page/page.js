// Shows where a fact was read, what a passage was read as, and the facts that were asked for.
"use strict";

const words = (element, name) => (element.dataset[name] || "").split(" ").filter(Boolean);

// What belongs to a fact in its document's text: the passages it was read in, and the names of its two ends.
function placesOf(fact) {
  const text = fact.closest("article").querySelector(".text");
  const things = new Set(words(fact, "things"));
  const passages = [...text.querySelectorAll(".passage")].filter((one) => words(one, "facts").includes(fact.dataset.fact));
  const names = [...text.querySelectorAll("mark")].filter((one) => things.has(one.dataset.thing) && (!passages.length || one.closest(".passage.lit")));
  return { passages, names };
}

function unlight() {
  for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
}

function lightFact(fact) {
  unlight();
  fact.classList.add("lit");
  for (const passage of placesOf(fact).passages) passage.classList.add("lit");
  for (const name of placesOf(fact).names) name.classList.add("lit");
}

function lightPassage(passage) {
  unlight();
  passage.classList.add("lit");
  for (const number of words(passage, "facts")) {
    passage.closest("article").querySelector(`li[data-fact="${number}"]`).classList.add("lit");
  }
}

const chosen = () => document.querySelector("li.chosen");

function choose(fact) {
  const before = chosen();
  if (before) before.classList.remove("chosen");
  if (fact === before) return unlight();
  fact.classList.add("chosen");
  lightFact(fact);
  const { passages, names } = placesOf(fact);
  const first = passages[0] || names[0];
  const text = first && first.closest(".text");
  // Only the text moves: the fact stays under the pointer. Where the text stands above the facts, the page moves to it.
  if (first && getComputedStyle(text).position !== "sticky") first.scrollIntoView({ block: "center" });
  else if (first) text.scrollTop += first.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
}

document.addEventListener("pointerover", (event) => {
  const fact = event.target.closest(".facts li");
  const passage = event.target.closest(".text .passage");
  if (fact) lightFact(fact);
  else if (passage) lightPassage(passage);
  else if (chosen()) lightFact(chosen());
  else unlight();
});
document.addEventListener("focusin", (event) => {
  const fact = event.target.closest(".facts li");
  if (fact) lightFact(fact);
});
document.addEventListener("click", (event) => {
  const fact = event.target.closest(".facts li");
  if (fact && !getSelection().toString()) choose(fact);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && chosen()) choose(chosen());
});

const property = document.getElementById("property");
const boxes = [...document.querySelectorAll(".controls input")];

function filter() {
  const shown = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  for (const article of document.querySelectorAll("article")) {
    for (const section of article.querySelectorAll(".facts section")) {
      const facts = [...section.querySelectorAll("li")];
      for (const fact of facts) fact.hidden = Boolean(property.value) && fact.dataset.property !== property.value;
      section.hidden = !shown.has(section.dataset.verdict) || facts.every((fact) => fact.hidden);
    }
    const all = boxes.every((box) => box.checked) && !property.value;
    article.hidden = !all && [...article.querySelectorAll(".facts section")].every((section) => section.hidden);
  }
}
property.addEventListener("change", filter);
for (const box of boxes) box.addEventListener("change", filter);
// A browser keeps what was chosen when the page is loaded anew.
filter();

const night = matchMedia("(prefers-color-scheme: dark)");
const setTheme = (dark) => { document.documentElement.dataset.theme = dark ? "dark" : "light"; };
setTheme(night.matches);
night.addEventListener("change", () => setTheme(night.matches));
document.getElementById("theme").addEventListener("click", () => setTheme(document.documentElement.dataset.theme !== "dark"));
