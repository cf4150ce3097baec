import { describe, expect, test } from "vitest";
import { filtered, narrowedTo, opened, unfiltered } from "../src/actions";
import { readAddress, writeAddress } from "../src/address";
import { admits, onlyThis } from "../src/facets";
import { PERSPECTIVES, baseOf, seenFrom } from "../src/perspectives";
import { shown } from "../src/selection";
import { type State, initial, viewOf } from "../src/state";
import { ALPHA, ANNA, BETA, TOWN, graph } from "./small";

const start = initial(graph);
const drawn = (state: State) => {
  const view = viewOf(graph, state);
  const { nodes } = shown(graph, view, state.filters);
  return [...view.things].filter((_, node) => nodes[node]);
};
const back = (state: State) => readAddress(graph, writeAddress(graph, state, start), start);

describe("a perspective", () => {
  test("shows what it is named after", () => {
    expect(seenFrom(graph, start, start, "agreements").view).toBe("overview");
    expect(drawn(seenFrom(graph, start, start, "agreements"))).toEqual([ALPHA, BETA]);
    expect(drawn(seenFrom(graph, start, start, "people"))).toEqual([ALPHA, ANNA]);
    expect(drawn(seenFrom(graph, start, start, "forums"))).toEqual([]);
  });
  test("takes every kind of organization", () => {
    const { class: classes } = seenFrom(graph, start, start, "people").filters;
    expect(["University", "Person", "Agreement"].map((family) => admits(classes, family))).toEqual([true, true, false]);
  });
  test("is left for what the page begins with", () => {
    const there = seenFrom(graph, { ...start, lang: "ru", camera: { x: 1, y: 1, zoom: 1 } }, start, "people");
    expect(seenFrom(graph, there, start, null)).toEqual({ ...start, lang: "ru" });
  });
  test.each(PERSPECTIVES)("%s stands in the address by its name alone", (name) => {
    const there = seenFrom(graph, start, start, name);
    expect(writeAddress(graph, there, start)).toBe(`#see=${name}`);
    expect(back(there)).toEqual(there);
  });
  test("is narrowed down further, and set back", () => {
    const there = filtered(seenFrom(graph, start, start, "people"), "year", onlyThis("2016"));
    expect(writeAddress(graph, there, start)).toBe("#see=people&year=2016");
    expect(back(there)).toEqual(there);
    expect(unfiltered(graph, there, start)).toEqual(baseOf(graph, start, "people"));
    expect(unfiltered(graph, baseOf(graph, start, "people"), start)).toBeNull();
  });
  test("that nobody knows is none", () => {
    expect(readAddress(graph, "#see=stars", start)).toEqual(start);
  });
});

describe("what is around a thing", () => {
  const around = narrowedTo({ ...start, camera: { x: 1, y: 1, zoom: 1 } }, { thing: TOWN, depth: 1 });
  test("fills the picture", () => {
    expect(around.camera).toBeNull();
    expect(drawn(around)).toEqual([ALPHA, TOWN]);
    expect(back(around)).toEqual(around);
  });
  test("is left, and lost where the drawing lacks the thing", () => {
    expect(narrowedTo(around, null)).toEqual(start);
    expect(opened(graph, around, "overview").filters.near).toBeNull();
    expect(opened(graph, narrowedTo(start, { thing: ALPHA, depth: 2 }), "overview").filters.near).toEqual({ thing: ALPHA, depth: 2 });
  });
});
