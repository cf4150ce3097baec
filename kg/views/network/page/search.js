// Search over every name in every script, by letters alone: case, accents and punctuation do not count.
"use strict";

(() => {
  const input = document.getElementById("search");
  const list = document.getElementById("hits");
  let hits = [];
  let at = -1;

  const fold = (s) => s.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

  // 0 the whole name, 1 its beginning, 2 the beginning of a word, 3 anywhere, 4 all words in any order; 9 not at all.
  function rank(key, wanted, close, words) {
    if (key === wanted || key === close) return 0;
    if (key.startsWith(wanted)) return 1;
    if (key.includes(" " + wanted)) return 2;
    if (key.includes(wanted)) return 3;
    if (!key.includes(" ") && close.length > 2 && key.includes(close)) return 3;
    return words.length > 1 && words.every((word) => key.includes(word)) ? 4 : 9;
  }

  function find(asked) {
    const wanted = fold(asked);
    if (!wanted) return [];
    const close = wanted.replaceAll(" ", "");
    const words = wanted.split(" ");
    return DATA.things
      .map((thing, i) => [Math.min(...(thing.find || []).map((key) => rank(key, wanted, close, words)), 9), -factsOf[i].length, i])
      .filter(([score]) => score < 9)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
      .slice(0, 12)
      .map(([, , i]) => i);
  }

  function matched(thing, asked) {
    const wanted = fold(asked);
    const other = (DATA.things[thing].names || []).find(([name]) => fold(name).includes(wanted));
    return other && other[0] !== nameOf(thing) && !fold(nameOf(thing)).includes(wanted) ? other[0] : null;
  }

  function show() {
    list.replaceChildren(...(hits.length || !fold(input.value)
      ? hits.map((thing, i) => {
          const other = matched(thing, input.value);
          return make("li", { role: "option", id: `hit-${i}`, "aria-selected": String(i === at), onmousedown: (e) => e.preventDefault(), onclick: () => take(i) },
            badge(family(thing)), make("span", {}, bdi(nameOf(thing)), other ? make("small", {}, bdi(other)) : ""));
        })
      : [make("li", { class: "none" }, text("searchNone"))]));
    list.hidden = !fold(input.value);
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (at >= 0) input.setAttribute("aria-activedescendant", `hit-${at}`);
    else input.removeAttribute("aria-activedescendant");
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  function take(i) {
    const thing = hits[i];
    close();
    if (thing !== undefined) choose({ thing }, true);
  }
  function close() {
    hits = [];
    at = -1;
    input.value = "";
    show();
  }

  input.addEventListener("input", () => {
    hits = find(input.value);
    at = hits.length ? 0 : -1;
    show();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (hits.length) at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      show();
    } else if (event.key === "Enter" && at >= 0) take(at);
    else if (event.key === "Escape") close();
  });
  input.addEventListener("blur", () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); });
  input.addEventListener("focus", () => { if (hits.length) show(); });
})();
