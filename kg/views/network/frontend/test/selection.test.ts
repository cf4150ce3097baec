import { describe, expect, test } from "vitest";
import { ALL, FACETS, NONE, admits, allBut, onlyThis, switched } from "../src/facets";
import { counts, litBy, passing, shown } from "../src/selection";
import { type State, initial } from "../src/state";
import { ALPHA, ANNA, BETA, DEAL, PARTNERS, SIGNED_A, SIGNED_B, TOWN, graph } from "./small";

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
    const { things } = passing(graph, filters());
    expect(things[DEAL]).toBe(1);
  });
});

describe("counts", () => {
  test("leave the facet's own filter aside, and keep what others hide at 0", () => {
    const found = counts(graph, graph.views.whole, filters({ class: onlyThis("Person") }), facet("class"));
    expect(Object.fromEntries(found)).toEqual({ University: 2, Agreement: 1, Person: 1, Place: 1 });
    const planned = counts(graph, graph.views.whole, filters({ class: allBut("Person") }), facet("property"));
    expect(Object.fromEntries(planned)).toEqual({ signed: 2, holdsPost: 0, partnerOf: 0, locatedIn: 1 });
  });
  test("tell of claims by the facts that have them", () => {
    const found = counts(graph, graph.views.whole, filters(), facet("status"));
    expect(Object.fromEntries(found)).toEqual({ held: 4, planned: 1 });
  });
  test("see what joins nodes without being one", () => {
    expect(counts(graph, graph.views.overview, filters(), facet("class")).get("Agreement")).toBe(1);
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

test("facts that stand for one way are both needed", () => {
  const passed = passing(graph, filters({ property: NONE }));
  expect([passed.facts[SIGNED_A], passed.facts[SIGNED_B]]).toEqual([0, 0]);
});
