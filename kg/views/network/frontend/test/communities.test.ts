import { describe, expect, test } from "vitest";
import { readAddress, writeAddress } from "../src/address";
import { coloursOf } from "../src/colours";
import { areasOf, communitiesOf, communityOf, tint, tintOf } from "../src/communities";
import { ALL } from "../src/facets";
import { sceneOf } from "../src/scene";
import { litBy, shown } from "../src/selection";
import { sizeNodes } from "../src/sizes";
import { initial } from "../src/state";
import { indexView } from "../src/view";
import { Words } from "../src/words";
import { ALPHA, ANNA, BETA, DEAL, TOWN, graph } from "./small";

const start = initial(graph);
// Two triangles, one with a tail, joined by a line; a pair apart; numbers as the drawing would have them.
const view = indexView("whole", {
  nodes: [ALPHA, BETA, DEAL, ANNA, TOWN].map((thing, i) => [thing, i, i, 6, i < 3 ? 0 : 1, [0.1, 0.9, 0, 0, 0.4][i]] as const),
  edges: [[0, 1, []], [1, 2, []], [0, 2, []], [0, 3, []], [0, 4, []], [3, 4, []]],
});

describe("a community", () => {
  test("is named after who is joined most within it, at equal ties by what stands between", () => {
    expect(communitiesOf(view).map(({ centre, nodes }) => [centre, nodes])).toEqual([[1, [0, 1, 2]], [4, [3, 4]]]);
  });
  test("is found by a member, where the drawing has it", () => {
    expect(communityOf(view, DEAL)?.number).toBe(0);
    expect(communityOf(graph.views.overview, ANNA)).toBeNull();
  });
  test("has a colour of its own if it is some company", () => {
    expect([0, 1].map((number) => tintOf(view, number))).toEqual([0, -1]);
    expect(tint(0, "light")).not.toBe(tint(0, "dark"));
    expect(tint(-1, "light")).toBe(tint(-1, "dark"));
  });
  test("has a ground under what is drawn of it, held together by its shortest lines, if it has a colour", () => {
    const all = { nodes: new Uint8Array(5).fill(1), edges: view.ways, nodeCount: 5, edgeCount: 6 };
    // 0-1-2 stand on a diagonal: the line from 0 to 2 is the long way round
    expect(areasOf(view, all)).toEqual([{ tint: 0, centre: 1, nodes: [0, 1, 2], edges: [0, 1] }]);
    const less = { nodes: Uint8Array.of(1, 0, 1, 1, 1), edges: view.ways.map((ways, edge) => ([2, 4, 5].includes(edge) ? ways : null)), nodeCount: 4, edgeCount: 3 };
    expect(areasOf(view, less)).toEqual([{ tint: 0, centre: 1, nodes: [0, 2], edges: [2] }]);
  });
  test("is lit with the lines within it", () => {
    const { whole } = graph.views;
    const drawn = shown(graph, whole, start.filters);
    expect(litBy(graph, whole, drawn, { community: ALPHA })).toEqual({ nodes: new Set([0, 1, 2]), edges: new Set([0, 1]) });
    expect(litBy(graph, graph.views.overview, shown(graph, graph.views.overview, start.filters), { community: ANNA })).toBeNull();
  });
  test("stands in the address by its most central member", () => {
    const state = { ...start, colour: "community" as const, size: "between" as const, chosen: { community: ALPHA } };
    expect(writeAddress(graph, state, start)).toBe("#c=organization/alpha&colour=community&size=between");
    expect(readAddress(graph, "#c=organization/alpha&colour=community&size=between", start)).toEqual(state);
    expect(readAddress(graph, "#c=x&colour=mood&size=vast", start)).toEqual(start);
  });
});

test("nodes are grouped by their colour and shape, the grey ones first", () => {
  const words = new Words({ ...graph, payload: { ...graph.payload, texts: { ...graph.payload.texts, en: { communityRest: "smaller ones" } } } }, "en");
  const drawn = shown(graph, graph.views.whole, { ...start.filters, class: ALL });
  const colours = {} as ReturnType<typeof coloursOf>;
  const groups = sceneOf(graph, graph.views.whole, drawn, colours, words, { ...start, colour: "community" }).families;
  expect(groups.map(({ label, nodes }) => [label, nodes])).toEqual([["smaller ones", [3, 4]], ["Alpha University", [0, 1, 2]]]);
  expect(new Set(groups.map(({ name }) => name)).size).toBe(2);
});

test("nodes are sized by what is asked for, and as before again", () => {
  sizeNodes(view, "between");
  expect([...view.radius].map(Math.round)).toEqual([16, 36, 6, 6, 26]);
  sizeNodes(view, "degree");
  expect([...view.radius]).toEqual([6, 6, 6, 6, 6]);
});
