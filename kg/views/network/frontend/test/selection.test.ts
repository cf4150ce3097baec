import { describe, expect, test } from "vitest";
import { ALL, FACETS, NONE, admits, allBut, only, onlyThis, picked, switched } from "../src/facets";
import { listed } from "../src/listing";
import { counts, litBy, shown } from "../src/selection";
import { tallyYears } from "../src/sieve";
import { type State, initial } from "../src/state";
import { yearsIn, yearsOf } from "../src/times";
import { ALPHA, ANNA, BETA, DEAL, IN_TOWN, PARTNERS, POST, SIGNED_A, SIGNED_B, TOWN, graph } from "./small";

const filters = (change: Partial<State["filters"]> = {}) => ({ ...initial(graph).filters, ...change });
const drawn = (view: "whole" | "overview", change: Partial<State["filters"]> = {}) => {
  const { nodes } = shown(graph, graph.views[view], filters(change));
  return [...graph.views[view].things].filter((_, node) => nodes[node]);
};
const facet = (name: string) => FACETS.find((one) => one.name === name)!;

describe("a filter", () => {
  test("admits all but some, or some only", () => {
    expect(["a", "b"].map((value) => admits(allBut("a"), value))).toEqual([false, true]);
    expect(["a", "b"].map((value) => admits(onlyThis("a"), value))).toEqual([true, false]);
    expect(admits(NONE, "a")).toBe(false);
  });
  test("is switched value by value, whichever way it counts", () => {
    expect(switched(ALL, "a", false)).toEqual(allBut("a"));
    expect(switched(allBut("a"), "a", true)).toEqual(ALL);
    expect(switched(NONE, "a", true)).toEqual(onlyThis("a"));
    expect(switched(onlyThis("a"), "a", false)).toEqual(NONE);
  });
});

describe("what is drawn", () => {
  test("is at first all that is reported as done", () => {
    expect(drawn("whole")).toEqual([ALPHA, BETA, DEAL, ANNA, TOWN]);
    expect(shown(graph, graph.views.whole, filters()).edges[3]).toBeNull();
  });
  test("shows plans when they are asked for", () => {
    expect(shown(graph, graph.views.whole, filters({ status: ALL })).edges[3]).toEqual([[-1, [PARTNERS]]]);
  });
  test("loses what stands at a hidden end, and whatever nothing joins any more", () => {
    expect(drawn("whole", { class: allBut("Agreement") })).toEqual([ALPHA, ANNA, TOWN]);
    expect(drawn("whole", { property: onlyThis("signed") })).toEqual([ALPHA, BETA, DEAL]);
  });
  test("needs all facts of a way through a thing, and the thing", () => {
    expect(drawn("overview")).toEqual([ALPHA, BETA]);
    expect(drawn("overview", { class: allBut("Agreement") })).toEqual([]);
    expect(drawn("overview", { property: NONE })).toEqual([]);
  });
});

describe("the sieve", () => {
  const joined = (change: Partial<State["filters"]>) => {
    const { edges } = shown(graph, graph.views.whole, filters(change));
    return edges.flatMap((ways) => (ways ?? []).flatMap(([, facts]) => facts));
  };
  test("keeps what is in a place at both ends", () => {
    expect(drawn("whole", { place: onlyThis("place/town") })).toEqual([ALPHA, DEAL, ANNA, TOWN]);
    expect(drawn("whole", { place: onlyThis("place/village") })).toEqual([]);
  });
  test.each([
    [{ since: "2017", until: null }, [SIGNED_A, SIGNED_B, POST, IN_TOWN]],
    [{ since: "2019-06", until: "2019-07" }, [SIGNED_A, SIGNED_B]],
    [{ since: "2021-02-28", until: null }, [IN_TOWN]],
    [{ since: "2021-03", until: null }, []],
    [{ since: null, until: "2018" }, [POST]],
    [{ since: null, until: "2015" }, []],
  ])("%j keeps what may have happened then, and nothing without a date", (bounds, facts) => {
    expect(joined({ ...bounds, status: ALL })).toEqual(facts);
  });
  test("keeps the years that a fact touches", () => {
    expect(joined({ year: onlyThis("2017") })).toEqual([POST]);
    expect(joined({ year: onlyThis("2021") })).toEqual([IN_TOWN]);
  });
  test("weighs all claims of a fact together", () => {
    expect(joined({ sure: 0.95 })).toEqual([SIGNED_A, SIGNED_B]);
    expect(joined({ sure: 0.9 })).toEqual([SIGNED_A, SIGNED_B, POST, IN_TOWN]);
  });
  test("asks what it asks of claims of one and the same", () => {
    expect(joined({ document: onlyThis("d2") })).toEqual([SIGNED_A, SIGNED_B]);
    expect(joined({ document: onlyThis("d2"), status: onlyThis("planned") })).toEqual([PARTNERS]);
    expect(joined({ document: onlyThis("d1"), status: onlyThis("planned") })).toEqual([]);
  });
  test("keeps what is near a thing, and no way leads on from a place", () => {
    expect(drawn("whole", { near: { thing: BETA, depth: 1 } })).toEqual([BETA, DEAL]);
    expect(drawn("whole", { near: { thing: BETA, depth: 2 } })).toEqual([ALPHA, BETA, DEAL]);
    expect(drawn("whole", { near: { thing: BETA, depth: 3 } })).toEqual([ALPHA, BETA, DEAL, ANNA, TOWN]);
    expect(drawn("whole", { near: { thing: TOWN, depth: 1 } })).toEqual([ALPHA, TOWN]);
  });
  test("drops of a line only what fails", () => {
    const { edges } = shown(graph, graph.views.overview, filters({ year: onlyThis("2016") }));
    expect(edges).toEqual([null]);
  });
});

describe("counts", () => {
  const tallied = (view: "whole" | "overview", change: Partial<State["filters"]>, name: string) =>
    Object.fromEntries(counts(graph.views[view], shown(graph, graph.views[view], filters(change)), facet(name)));
  test("leave the facet's own filter aside, and keep what others hide at 0", () => {
    expect(tallied("whole", { class: onlyThis("Person") }, "class")).toEqual({ University: 2, Agreement: 1, Person: 1, Place: 1 });
    expect(tallied("whole", { class: allBut("Person") }, "property")).toEqual({ signed: 2, holdsPost: 0, partnerOf: 0, locatedIn: 1 });
  });
  test("tell of claims by the facts that have them", () => {
    expect(tallied("whole", {}, "status")).toEqual({ held: 4, planned: 1 });
    expect(tallied("whole", {}, "document")).toEqual({ d1: 4, d2: 2 });
    expect(tallied("whole", { status: onlyThis("planned") }, "document")).toEqual({ d1: 0, d2: 1 });
  });
  test("count every value of what has several, and none that never occurs", () => {
    expect(tallied("whole", {}, "place")).toEqual({ "place/land": 4, "place/town": 4 });
    expect(tallied("whole", {}, "year")).toEqual({ 2016: 1, 2017: 1, 2018: 1, 2019: 2, 2020: 1, 2021: 1 });
  });
  test("see what joins nodes without being one", () => {
    expect(tallied("overview", {}, "class").Agreement).toBe(1);
  });
  test("by year leave the bounds of time aside, and those alone", () => {
    const { whole } = graph.views;
    expect(tallyYears(shown(graph, whole, filters({ since: "2020", class: allBut("Person") }))).get("2019")).toBe(2);
    expect(tallyYears(shown(graph, whole, filters({ since: "2020", class: allBut("Person") }))).get("2016")).toBe(0);
  });
  // What one walk tells for all facets at once must be what leaving each filter out in turn would tell.
  test.each(FACETS)("of $name are those without its filter", ({ name }) => {
    const all = { class: allBut("Person"), property: allBut("locatedIn"), status: allBut("planned"), place: onlyThis("place/land"), year: allBut("2016"), document: onlyThis("d1"), sure: 0.5 };
    const without = { ...filters(all), [name]: ALL };
    const { whole } = graph.views;
    expect(counts(whole, shown(graph, whole, filters(all)), facet(name))).toEqual(counts(whole, shown(graph, whole, without), facet(name)));
  });
});

test("the years of an open span go on to the end, and there are none without a date", () => {
  expect(yearsIn([null, ["2016", null], [null, "2019-05"]])).toEqual([2016, 2017, 2018, 2019]);
  expect(yearsOf(["2018", null], [2016, 2017, 2018, 2019])).toEqual(["2018", "2019"]);
  expect(yearsOf(null, [2016])).toEqual([]);
  expect(yearsIn([null])).toEqual([]);
});

describe("a long list", () => {
  const found = new Map([["a", 1], ["b", 5], ["c", 3], ["d", 0], ["e", 2], ["f", 4], ["g", 9]]);
  const list = (filter = ALL, open = false, asked = "") => listed([..."abcdefg"], found, filter, (value) => `Place ${value}`, open, asked);
  test("has the most frequent first, and the rest when unfolded", () => {
    expect(list()).toEqual({ rows: [..."gbfce"], more: 2 });
    expect(list(ALL, true)).toEqual({ rows: [..."gbfcead"], more: 0 });
  });
  test("keeps what is ticked in sight", () => {
    expect(list(only("d")).rows).toEqual([..."dgbfc"]);
    expect(list(only(..."abcdef")).rows).toEqual([..."bfcead"]);
  });
  test("is searched by letters alone", () => {
    expect(list(ALL, true, "PLÁCE  d").rows).toEqual(["d"]);
  });
  test("keeps all while nothing is ticked", () => {
    expect(picked(ALL, "a", true)).toEqual(onlyThis("a"));
    expect(picked(onlyThis("a"), "b", true)).toEqual(only("a", "b"));
    expect(picked(onlyThis("a"), "a", false)).toEqual(ALL);
  });
});

describe("what is lit", () => {
  const { whole } = graph.views;
  const seen = shown(graph, whole, filters());
  test("is a thing with its neighbours", () => {
    expect(litBy(graph, whole, seen, { thing: DEAL })).toEqual({ nodes: new Set([2, 0, 1]), edges: new Set([0, 1]) });
  });
  test("is a pair and the line between, in any order", () => {
    expect(litBy(graph, whole, seen, { pair: [DEAL, BETA] })).toEqual({ nodes: new Set([1, 2]), edges: new Set([1]) });
  });
  test("is nothing where the filters hide it", () => {
    expect(litBy(graph, whole, seen, { pair: [ALPHA, BETA] })).toBeNull();
    expect(litBy(graph, graph.views.overview, shown(graph, graph.views.overview, filters()), { thing: ANNA })).toBeNull();
  });
});
