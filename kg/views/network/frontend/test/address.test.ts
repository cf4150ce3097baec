import { describe, expect, test } from "vitest";
import { chosen, filtered, opened, read } from "../src/actions";
import { readAddress, writeAddress } from "../src/address";
import { NONE, allBut, only, onlyThis } from "../src/facets";
import { initial } from "../src/state";
import { ALPHA, ANNA, BETA, graph } from "./small";

const start = initial(graph);
const back = (state: typeof start) => readAddress(graph, writeAddress(graph, state, start), start);

describe("the address", () => {
  test("is empty at the beginning", () => {
    expect(writeAddress(graph, start, start)).toBe("");
    expect(readAddress(graph, "", start)).toEqual(start);
  });
  test("reads as what it says", () => {
    const state = filtered(chosen(graph, start, { thing: ANNA }), "class", allBut("Place", "Agreement"));
    expect(writeAddress(graph, { ...state, lang: "ru" }, start)).toBe("#t=person/anna&class=-Agreement.Place&lang=ru");
  });
  test.each([
    ["a thing", { chosen: { thing: ALPHA } }],
    ["two things", { chosen: { pair: [ALPHA, BETA] as const } }],
    ["a path", { chosen: { path: [ALPHA, ANNA] as const } }],
    ["a path that lacks an end", { chosen: { path: [null, ANNA] as const } }],
    ["one way of a path", { chosen: { path: [ALPHA, ANNA] as const, only: 2 } }],
    ["a passage", { chosen: { passage: [1, 17] as const }, reading: { digest: 1, at: 17 } }],
    ["the list of digests", { reading: { digest: null, at: null } }],
    ["a digest with a thing of it", { chosen: { thing: ANNA }, reading: { digest: 0, at: null } }],
    ["a view", { view: "overview" as const }],
    ["filters", { filters: { ...start.filters, property: onlyThis("signed"), class: NONE } }],
    ["a filter of odd values", { filters: { ...start.filters, property: allBut("a.b", "c~d", "e&f=g", "-h") } }],
    ["bounds of time", { filters: { ...start.filters, since: "2016-05", until: null } }],
    ["one bound", { filters: { ...start.filters, until: "2019" } }],
    ["a confidence", { filters: { ...start.filters, sure: 0.85 } }],
    ["what is near", { filters: { ...start.filters, near: { thing: ALPHA, depth: 2 } } }],
    ["places and digests", { filters: { ...start.filters, place: onlyThis("place/town"), document: only("d1", "d2") } }],
    ["the camera", { camera: { x: -120, y: 33, zoom: 0.25 } }],
    ["theme and language", { theme: "dark" as const, lang: "zh" as const }],
  ])("brings back %s", (_, change) => {
    expect(back({ ...start, ...change })).toEqual({ ...start, ...change });
  });
  test.each(["#t=%zz", "#t=nobody/x", "#e=a~b", "#e=person/anna~person/anna", "#p=person/anna~person/anna", "#q=d9~1", "#q=d1", "#q=d1~x", "#<script>", "#v=x&at=1,2&lang=fr&theme=blue", "#at=1,2,-3", "#time=x..y", "#time=2019", "#sure=7", "#sure=x", "#near=nobody,2", "#near=person/anna,0", "#&&==="])("%s is no reason to fail", (odd) => {
    expect(readAddress(graph, odd, start)).toEqual(start);
  });
  test("understands escaped keys", () => {
    expect(readAddress(graph, "#t=person%2Fanna", start).chosen).toEqual({ thing: ANNA });
  });
});

describe("choosing", () => {
  test("shows a thing that the filters hid", () => {
    const hidden = filtered(start, "class", allBut("Person"));
    expect(chosen(graph, hidden, { thing: ANNA }).filters.class).toEqual(allBut());
    expect(chosen(graph, filtered(start, "class", NONE), { thing: ANNA }).filters.class).toEqual(onlyThis("Person"));
  });
  test("goes to everything where the overview lacks it", () => {
    const overview = opened(graph, { ...start, camera: { x: 1, y: 1, zoom: 1 } }, "overview");
    expect(overview.camera).toBeNull();
    expect(chosen(graph, overview, { thing: ANNA }).view).toBe("whole");
    expect(chosen(graph, overview, { thing: ALPHA }).view).toBe("overview");
  });
  test("leaves the drawing alone while a digest is read, until it is looked at again", () => {
    const reading = { ...filtered(start, "class", allBut("Person")), reading: { digest: 0, at: null } };
    const state = chosen(graph, reading, { thing: ANNA });
    expect(state).toEqual({ ...reading, chosen: { thing: ANNA } });
    expect(read(graph, state)).toEqual(chosen(graph, { ...reading, reading: null }, { thing: ANNA }));
  });
  test("another view keeps a thing and forgets a line", () => {
    expect(opened(graph, { ...start, chosen: { thing: ALPHA } }, "overview").chosen).toEqual({ thing: ALPHA });
    expect(opened(graph, { ...start, chosen: { pair: [ALPHA, BETA] } }, "overview").chosen).toBeNull();
  });
});
