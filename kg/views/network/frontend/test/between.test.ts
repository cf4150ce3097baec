import { describe, expect, test } from "vitest";
import { chosen, drilled, narrowedTo, opened } from "../src/actions";
import { readAddress, writeAddress } from "../src/address";
import { betweenView, hasBetween } from "../src/between";
import { indexGraph } from "../src/graph";
import type { Fact, Payload, Thing } from "../src/payload";
import { UNPINNED, pinned, placeNodes, unpinned } from "../src/pins";
import { seenFrom } from "../src/perspectives";
import { litBy, shown } from "../src/selection";
import { initial, viewOf } from "../src/state";
import { ALPHA, ANNA, BETA, DEAL, TOWN, claim, graph, payload } from "./small";

const start = initial(graph);
const [FORUM, OLEG, PETER] = [5, 6, 7];

// Two universities at a forum later than their agreement; Oleg was there for Alpha, Peter is a dean of Alpha and no more.
const things: Thing[] = [
  ...payload.things,
  { key: "event/forum", cls: "Agreement", label: "Forum", date: "2021" },
  { key: "person/oleg", cls: "Person", label: "Oleg" },
  { key: "person/peter", cls: "Person", label: "Peter" },
];
const facts: Fact[] = [
  ...payload.facts,
  ...([[ALPHA, FORUM], [BETA, FORUM], [OLEG, FORUM], [OLEG, ALPHA], [PETER, ALPHA], [BETA, TOWN]] as const).map(([a, b]): Fact => [a, "signed", b, [claim("held", [[0, "x"]])], { held: 0.9 }]),
];
const more: Payload = {
  ...payload,
  things,
  facts,
  around: things.map(() => []),
  when: facts.map(() => null),
  views: { ...payload.views, whole: { nodes: things.map((_, thing) => [thing, 0, 0, 6, 0, 0]), edges: facts.map(([a, , b], fact) => [a, b, [[-1, [fact]]]]) } },
};
const wide = indexGraph(more);

describe("between two things", () => {
  const view = betweenView(wide, [ALPHA, BETA]);
  const at = (thing: number) => ({ x: view.x[view.nodeOf.get(thing)!], y: view.y[view.nodeOf.get(thing)!] });
  test("lies what they did together with its people, not where they both are, nor who else works for one", () => {
    expect([...view.things]).toEqual([ALPHA, BETA, DEAL, FORUM, OLEG]);
  });
  test("the oldest is at the top, the two at the sides, people on the side of theirs", () => {
    expect(at(DEAL).y).toBeLessThan(at(FORUM).y);
    const across = [ALPHA, OLEG, DEAL, BETA].map((thing) => at(thing).x);
    expect(across).toEqual([...across].sort((a, b) => a - b));
    expect(at(FORUM).x).toBeLessThan(at(BETA).x);
  });
  test("nothing stands on another", () => {
    const spots = [...view.things].map((thing) => at(thing));
    for (const a of spots) for (const b of spots) if (a !== b) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(40);
  });
  test("the lines are the facts among them", () => {
    const lines = [...view.from.keys()].map((edge) => view.ways[edge][0][1][0]);
    expect(lines.sort((a, b) => a - b)).toEqual([0, 1, 3, 5, 6, 7, 8]);
  });
  test("is made once, and only where there is something", () => {
    expect(betweenView(wide, [ALPHA, BETA])).toBe(view);
    expect(hasBetween(wide, [ALPHA, BETA])).toBe(true);
    expect(hasBetween(wide, [ALPHA, TOWN])).toBe(false);
    expect(hasBetween(wide, [DEAL, FORUM])).toBe(false);
  });
  test("nothing is dimmed while the panel tells of both", () => {
    const drawn = shown(wide, view, start.filters);
    expect(litBy(wide, view, drawn, { pair: [BETA, ALPHA] })).toBeNull();
    expect(litBy(wide, view, drawn, { pair: [ALPHA, DEAL] })?.nodes.size).toBe(2);
  });
});

describe("down to what lies between and back", () => {
  const overview = opened(graph, start, "overview");
  const down = drilled({ ...overview, camera: { x: 1, y: 1, zoom: 1 } }, [ALPHA, BETA]);
  test("stands in the address", () => {
    expect(viewOf(graph, down).name).toBe("between");
    expect(writeAddress(graph, down, start)).toBe("#b=organization/alpha~organization/beta&v=overview&e=organization/alpha~organization/beta");
    expect(readAddress(graph, writeAddress(graph, down, start), start)).toEqual(down);
    expect(readAddress(graph, "#b=x~y", start)).toEqual(start);
  });
  test("comes back to the line", () => {
    expect(drilled(down, null)).toEqual({ ...overview, chosen: { pair: [ALPHA, BETA] } });
  });
  test("stays for what is drawn there, and goes for the rest", () => {
    expect(chosen(graph, down, { thing: DEAL }).between).toEqual([ALPHA, BETA]);
    expect(chosen(graph, down, { thing: ANNA })).toMatchObject({ between: null, view: "whole" });
    expect(opened(graph, down, "overview")).toMatchObject({ between: null, view: "overview" });
    expect(narrowedTo(down, { thing: ALPHA, depth: 1 }).between).toBeNull();
    expect(seenFrom(graph, down, start, null).between).toBeNull();
  });
});

describe("pins", () => {
  const pins = pinned(pinned(UNPINNED, "whole", ANNA, { x: -7.6, y: 3.2 }), "overview", ALPHA, { x: 1, y: 2 });
  test("stand in the address", () => {
    expect(writeAddress(graph, { ...start, pins }, start)).toBe("#pin-overview=organization/alpha@1,2&pin-whole=person/anna@-8,3");
    expect(readAddress(graph, "#pin-overview=organization/alpha@1,2&pin-whole=person/anna@-8,3", start)).toEqual({ ...start, pins });
    expect(readAddress(graph, "#pin-whole=x@1,2~person/anna@1~person/anna@a,b", start)).toEqual(start);
  });
  test("move nodes, and let them go", () => {
    const { whole } = graph.views;
    const node = whole.nodeOf.get(ANNA)!;
    placeNodes(whole, pins);
    expect([whole.x[node], whole.y[node]]).toEqual([-8, 3]);
    placeNodes(whole, unpinned(pins, "whole", ANNA));
    expect([whole.x[node], whole.y[node]]).toEqual([whole.home.x[node], whole.home.y[node]]);
    expect(unpinned(pins, "whole")).toEqual({ ...pins, whole: new Map() });
  });
});
