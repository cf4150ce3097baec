import { describe, expect, test } from "vitest";
import { chosen, meant } from "../src/actions";
import { ALL, NONE, OPEN } from "../src/facets";
import { indexGraph } from "../src/graph";
import { alongRoutes, connection, edgesAlong, stepFacts } from "../src/paths";
import type { Fact, Status } from "../src/payload";
import { litBy, shown } from "../src/selection";
import { initial } from "../src/state";
import { ALPHA, ANNA, BETA, DEAL, PARTNERS, SIGNED_A, TOWN, claim, graph, payload } from "./small";

/** Universities 0 … n-1 and a last thing, a place, joined by facts of a status and a surety. */
function made(n: number, rows: readonly [number, number, Status, number][]) {
  const fact = ([a, b, status, sure]: (typeof rows)[number]): Fact => [a, "partnerOf", b, [claim(status, [[0, "both signed"]])], { [status]: sure }];
  const things = [...Array.from({ length: n }, (_, i) => ({ key: `organization/u${i}`, cls: "University", label: `U${i}` })), { key: "place/land", cls: "Country", label: "Land" }];
  const views = { whole: { nodes: [], edges: [] }, overview: { nodes: [], edges: [] } };
  return indexGraph({ ...payload, things, facts: rows.map(fact), around: things.map(() => []), when: rows.map(() => null), views });
}
const held = (a: number, b: number, sure = 0.9): [number, number, Status, number] => [a, b, "held", sure];
const ways = (graph: ReturnType<typeof made>, from: number, to: number) => connection(graph, from, to).routes.map(({ things }) => things.join(""));

describe("shortest ways", () => {
  test("are all of the least length, the surest first", () => {
    const square = made(5, [held(0, 1, 0.5), held(1, 3), held(0, 2, 0.8), held(2, 3), held(3, 4), held(0, 4)]);
    expect(ways(square, 0, 3)).toEqual(["043", "023", "013"]);
    expect(connection(square, 0, 3)).toMatchObject({ count: 3, held: 3, plannedCount: 0 });
    expect(ways(square, 3, 0)).toEqual(["340", "320", "310"]);
  });
  test("are told by the ten surest, and counted all", () => {
    const rows = Array.from({ length: 15 }, (_, i) => [held(0, 2 + i, 0.5 + i / 100), held(2 + i, 1)]).flat();
    const found = connection(made(17, rows), 0, 1);
    expect(found.routes).toHaveLength(10);
    expect(found.routes[0].things).toEqual([0, 16, 1]);
    expect(found.count).toBe(15);
  });
  test("do not go through places where there is another way, however long", () => {
    expect(ways(made(4, [held(0, 4), held(4, 3), held(0, 1), held(1, 2), held(2, 3)]), 0, 3)).toEqual(["0123"]);
    expect(ways(made(2, [held(0, 2), held(2, 1)]), 0, 1)).toEqual(["021"]);
    expect(ways(made(2, [held(0, 2)]), 0, 2)).toEqual(["02"]);
  });
  test("rest on what is reported as done; plans come after where they lead there sooner, or alone", () => {
    const sooner = made(3, [held(0, 1), held(1, 2), [0, 2, "planned", 0.9]]);
    expect(connection(sooner, 0, 2)).toMatchObject({ held: 1, count: 1, plannedCount: 1 });
    expect(ways(sooner, 0, 2)).toEqual(["012", "02"]);
    expect(connection(made(2, [[0, 1, "proposed", 0.9]]), 0, 1)).toMatchObject({ held: 0, count: 0, plannedCount: 1 });
  });
  test("are none over what is denied, nor to itself, nor where nothing leads", () => {
    const apart = made(3, [[0, 1, "denied", 0.9], held(1, 2)]);
    expect([ways(apart, 0, 1), ways(apart, 0, 0), ways(apart, 2, 0)]).toEqual([[], [], []]);
  });
  test("do not loop, and are found soon among tens of thousands of facts", () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => held(i % 3000, (Math.imul(i, 2654435761) >>> 8) % 3000));
    const big = made(3000, rows);
    const begun = performance.now();
    const { routes } = connection(big, 1, 2000);
    expect(performance.now() - begun).toBeLessThan(1000);
    for (const { things } of routes) expect(new Set(things).size).toBe(things.length);
    expect(routes.length).toBeGreaterThan(0);
  });
});

describe("a way", () => {
  test("rests on the facts of its steps, plans only where nothing else does", () => {
    expect(stepFacts(graph, DEAL, ALPHA)).toEqual([SIGNED_A]);
    expect(stepFacts(graph, ALPHA, BETA)).toEqual([PARTNERS]);
  });
  test("runs along the edges of a view, through a thing that is no node", () => {
    const [route] = connection(graph, ALPHA, BETA).routes;
    expect(route.things).toEqual([ALPHA, DEAL, BETA]);
    expect([edgesAlong(graph.views.whole, route), edgesAlong(graph.views.overview, route)]).toEqual([[0, 1], [0]]);
    expect(edgesAlong(graph.views.overview, { things: [ANNA, ALPHA, DEAL], sure: 1 })).toBeNull();
    expect(alongRoutes(graph.views.overview, () => true, [route])).toEqual({ nodes: new Set([0, 1]), edges: new Set([0]) });
  });
});

describe("choosing a path", () => {
  const start = initial(graph);
  const lit = (state: typeof start) => litBy(graph, graph.views[state.view], shown(graph, graph.views[state.view], state.filters), state.chosen);
  test("lights its ways, or one of them", () => {
    const state = chosen(graph, start, { path: [ANNA, BETA] });
    expect(lit(state)?.edges).toEqual(new Set([2, 0, 1, 3]));
    expect(lit(chosen(graph, start, { path: [ANNA, BETA], only: 0 }))?.edges).toEqual(new Set([2, 0, 1]));
  });
  test("opens the filters that hide it, and only those", () => {
    const narrow = { ...start, filters: { ...OPEN, class: NONE, status: start.filters.status, sure: 0.99, since: "2031" } };
    const state = chosen(graph, narrow, { path: [ANNA, DEAL] });
    expect([...state.filters.class.values].sort()).toEqual(["Agreement", "Person", "University"]);
    expect(state.filters).toMatchObject({ status: start.filters.status, sure: 0, since: null });
    expect(lit(state)?.edges).toEqual(new Set([2, 0]));
    expect(chosen(graph, start, { path: [ALPHA, DEAL] }).filters).toBe(start.filters);
  });
  test("stays in the overview where that has all of it", () => {
    const overview = { ...start, view: "overview" as const, filters: { ...start.filters, status: ALL } };
    expect(chosen(graph, overview, { path: [ALPHA, BETA], only: 0 }).view).toBe("overview");
    expect(chosen(graph, overview, { path: [TOWN, BETA] }).view).toBe("whole");
    expect(chosen(graph, overview, { path: [ALPHA, null] }).view).toBe("overview");
  });
  test("takes a click on a thing for the end that it lacks", () => {
    const path = (from: number | null, to: number | null) => ({ ...start, chosen: { path: [from, to] as const } });
    expect(meant(path(null, null), ANNA)).toEqual({ path: [ANNA, null] });
    expect(meant(path(ANNA, null), BETA)).toEqual({ path: [ANNA, BETA] });
    expect(meant(path(ANNA, null), ANNA)).toEqual({ thing: ANNA });
    expect(meant(path(ANNA, BETA), TOWN)).toEqual({ thing: TOWN });
    expect(meant(start, TOWN)).toEqual({ thing: TOWN });
  });
});
