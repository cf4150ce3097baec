// What stands beside the drawing: the chosen thing or edge with who says so, or how to begin.
"use strict";

const panel = (() => {
  const home = document.getElementById("panel");
  const link = (thing, extra = "") =>
    make("a", { href: `#t=${encodeURIComponent(DATA.things[thing].key)}`, class: `thing ${extra}` }, badge(family(thing)), bdi(nameOf(thing)));

  function quotation({ digest, exact, claims }) {
    const [, title, , published, source] = DATA.digests[digest];
    const from = source
      ? make("a", { href: source, target: "_blank", rel: "noopener noreferrer", title: text("source") }, bdi(title))
      : bdi(title);
    const rules = [...new Set(claims.map((claim) => claim.rule))].join(", ");
    const confidence = Math.min(...claims.map((claim) => claim.confidence)).toFixed(2);
    return make("figure", { class: "quote" },
      make("blockquote", { dir: "auto" }, exact),
      make("figcaption", {}, from, published ? make("span", { class: "when" }, ` ${published}`) : "",
        make("span", { class: "how" }, `${text("rule")} ${rules} · ${text("confidence")} ${confidence}`)));
  }

  // Claims with what they rest on: by status and post, each passage once.
  function evidence(claims) {
    const manners = new Map();
    for (const claim of claims) {
      const post = [claim.title, day([claim.since, claim.until].filter(Boolean).join("/"))].filter(Boolean).join(", ");
      const manner = `${claim.status}\n${post}`;
      if (!manners.has(manner)) manners.set(manner, { status: claim.status, post, passages: new Map() });
      const { passages } = manners.get(manner);
      for (const [digest, exact] of claim.quotes) {
        const passage = `${digest}\n${exact}`;
        if (!passages.has(passage)) passages.set(passage, { digest, exact, claims: [] });
        passages.get(passage).claims.push(claim);
      }
    }
    return [...manners.values()].map(({ status, post, passages }) =>
      make("div", { class: "claim" },
        status === "held" ? "" : make("span", { class: `status ${status}` }, DATA.statuses[status][state.lang]),
        post ? make("p", { class: "post" }, bdi(post)) : "",
        ...[...passages.values()].map(quotation)));
  }

  // How sure a fact is that several digests state: surer than by any one of them.
  function together(fact, claims) {
    const { status } = claims[0];
    const several = new Set(claims.filter((claim) => claim.status === status).flatMap((claim) => claim.quotes.map(([digest]) => digest))).size > 1;
    return several ? make("span", { class: "how" }, ` ${text("confidence")} ${DATA.facts[fact][4][status].toFixed(2)}`) : "";
  }

  function statement(other, fact, claims) {
    const when = happened(fact);
    return make("li", {}, make("div", { class: "line" }, link(other), when ? make("time", {}, day(when)) : "", together(fact, claims)), ...evidence(claims));
  }

  // A thing's facts by property and direction, in the ontology's order, each oldest first.
  function groups(thing, wanted) {
    const found = new Map();
    for (const fact of factsOf[thing].slice().sort(inTime)) {
      const [subject, property, object, all] = DATA.facts[fact];
      const claims = all.filter(wanted);
      if (!claims.length) continue;
      const inverse = subject !== thing && !DATA.properties[property].symmetric;
      const key = `${property} ${inverse}`;
      if (!found.has(key)) found.set(key, { property, inverse, items: [] });
      found.get(key).items.push(statement(subject === thing ? object : subject, fact, claims));
    }
    const order = Object.keys(DATA.properties);
    return [...found.values()]
      .sort((a, b) => order.indexOf(a.property) - order.indexOf(b.property) || a.inverse - b.inverse)
      .map(({ property, inverse, items }) => {
        const heading = make("h3", {}, phrase(property, inverse), make("span", { class: "count" }, String(items.length)));
        const list = make("ul", { class: "facts" }, ...items.slice(0, 6));
        const rest = items.length > 6
          ? make("details", {}, make("summary", {}, text("more", { n: items.length - 6 })), make("ul", { class: "facts" }, ...items.slice(6)))
          : "";
        return make("section", { "data-property": property }, heading, list, rest);
      });
  }

  function names(thing) {
    const { names: all = [] } = DATA.things[thing];
    const shown = nameOf(thing);
    const chips = (list) => list.map(([name, lang]) => make("li", {}, lang ? make("span", { class: "lang" }, lang) : "", make("bdi", lang ? { lang } : {}, name)));
    const of = (kind) => all.filter(([name, , k]) => k === kind && name !== shown);
    const parts = [];
    if (of("preferred").length) parts.push(make("ul", { class: "names", "aria-label": text("names") }, ...chips(of("preferred"))));
    if (of("alternative").length) {
      parts.push(make("details", { class: "also", open: of("alternative").length < 4 }, make("summary", {}, `${text("otherNames")} (${of("alternative").length})`), make("ul", { class: "names" }, ...chips(of("alternative")))));
    }
    if (of("hidden").length) {
      parts.push(make("details", { class: "also" }, make("summary", {}, `${text("misspelt")} (${of("hidden").length})`), make("ul", { class: "names" }, ...chips(of("hidden")))));
    }
    return parts;
  }

  function properties(thing) {
    const { date, place, series, edition, subjects = [], same = [] } = DATA.things[thing];
    const rows = [
      [text("date"), date ? day(date) : null],
      [text("place"), place === undefined ? null : link(place)],
      [text("series"), series === undefined ? null : link(series)],
      [text("edition"), edition === undefined ? null : String(edition)],
      [text("subjects"), subjects.length ? make("span", {}, ...subjects.flatMap((topic, i) => [i ? " · " : "", link(topic)])) : null],
      [text("elsewhere"), same.length ? make("span", {}, ...same.flatMap((iri, i) => [i ? " · " : "", make("a", { href: iri, target: "_blank", rel: "noopener noreferrer" }, iri.replace(/^https?:\/\/(www\.)?/, "").replace("wikidata.org/entity/", "Wikidata ").replace("ror.org/", "ROR "))])) : null],
    ].filter(([, value]) => value !== null);
    return rows.length ? make("dl", {}, ...rows.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])) : "";
  }

  function head(kind, title) {
    return make("div", { class: "head" },
      make("div", { class: "kind" }, ...kind),
      make("button", { type: "button", class: "close icon", "aria-label": text("close"), title: text("close"), onclick: () => choose(null) }, "×"),
      make("h2", {}, title));
  }

  function aboutThing(thing) {
    const { cls, kind, reasons = [] } = DATA.things[thing];
    const sure = groups(thing, (claim) => claim.status === "held");
    const unsure = groups(thing, (claim) => claim.status !== "held");
    const seen = drawing.current().seenNodes.has(thing);
    return [
      head([badge(family(thing)), make("span", {}, kind && term(kind) !== term(cls) ? `${term(cls)} · ${term(kind)}` : term(cls))], bdi(nameOf(thing))),
      ...names(thing),
      properties(thing),
      !factsOf[thing].length ? make("p", { class: "note" }, text("noFacts")) : !seen ? make("p", { class: "note" }, text("hidden")) : "",
      ...sure,
      unsure.length ? make("section", { class: "unsure" }, make("h3", { class: "apart" }, text("unconfirmed")), ...unsure) : "",
      reasons.length ? make("details", { class: "also" }, make("summary", {}, text("reasons")), make("ul", { class: "reasons" }, ...reasons.map((r) => make("li", { dir: "auto" }, r)))) : "",
    ];
  }

  function sentence(fact) {
    const [subject, property, object, claims] = DATA.facts[fact];
    const when = happened(fact);
    return make("p", { class: "said" }, link(subject), " ", make("span", { class: "verb" }, phrase(property, false)), " ", link(object), " ", when ? make("time", {}, day(when)) : "", together(fact, claims));
  }

  // Facts that rest on the same passages stand together over them.
  function sentences(facts) {
    const groups = new Map();
    for (const fact of facts.slice().sort(inTime)) {
      const claims = DATA.facts[fact][3];
      const key = JSON.stringify(claims.map(({ status, quotes }) => [status, quotes]));
      if (!groups.has(key)) groups.set(key, { facts: [], claims: [] });
      groups.get(key).facts.push(fact);
      groups.get(key).claims.push(...claims);
    }
    return make("ul", { class: "facts" }, ...[...groups.values()].map(({ facts: same, claims }) => make("li", {}, ...same.map(sentence), ...evidence(claims))));
  }

  function aboutEdge(id) {
    const edge = drawing.current().edges.get(id);
    const direct = edge.ways.filter(([via]) => via < 0).flatMap(([, facts]) => facts);
    const across = edge.ways.filter(([via]) => via >= 0).sort((a, b) => inTime(a[1][0], b[1][0]));
    return [
      head([make("span", {}, text("why"))], make("span", { class: "pair" }, link(edge.from), link(edge.to))),
      direct.length ? make("section", {}, sentences(direct)) : "",
      ...across.map(([via, facts]) => make("section", {}, make("h3", {}, `${text("through")} `, link(via)), sentences(facts))),
    ];
  }

  function beginning() {
    const view = drawing.current();
    const quotes = DATA.facts.reduce((sum, [, , , claims]) => sum + claims.reduce((n, c) => n + c.quotes.length, 0), 0);
    const joined = [...view.degree].sort((a, b) => b[1] - a[1] || a[0] - b[0]).filter(([t]) => !["Place"].includes(family(t))).slice(0, 10);
    const unjoined = factsOf.filter((facts) => !facts.length).length;
    const figure = (n, key) => make("div", {}, make("b", {}, n.toLocaleString(state.lang)), make("span", {}, text(key)));
    return [
      make("div", { class: "figures" }, figure(DATA.digests.length, "digests"), figure(DATA.things.length, "things"), figure(DATA.facts.filter((_, i) => held(i)).length, "facts"), figure(quotes, "quotations")),
      make("p", {}, text("start")),
      make("section", {}, make("h3", {}, text("mostJoined")), make("ol", { class: "most" }, ...joined.map(([thing, n]) => make("li", {}, link(thing), make("span", { class: "count" }, String(n)))))),
      unjoined ? make("p", { class: "note" }, text("unjoined", { n: unjoined })) : "",
      make("p", { class: "note keys" }, text("keys")),
    ];
  }

  function show() {
    const content = !state.chosen ? beginning() : "thing" in state.chosen ? aboutThing(state.chosen.thing) : aboutEdge(state.chosen.edge);
    home.replaceChildren(...content.filter(Boolean));
    home.scrollTop = 0;
    document.body.classList.toggle("chosen", Boolean(state.chosen));
  }
  return { show };
})();
