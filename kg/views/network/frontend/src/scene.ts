// What there is to draw, apart from where the camera is: made anew when the state changes, drawn many times.
import { type Colours, tintName } from "./colours";
import { type Area, areasOf, communitiesOf, tintOf } from "./communities";
import { type Graph, isHeld } from "./graph";
import type { Shape } from "./payload";
import { type Lit, type Shown, litBy } from "./selection";
import type { Chosen, State } from "./state";
import type { View } from "./view";
import type { Words } from "./words";

/** What of a scene stands out. */
export interface Focus {
  readonly lit: Lit | null;
  /** The chosen node, -1 where none is drawn. */
  readonly chosen: number;
}

export interface Arrows {
  readonly atFrom: boolean;
  readonly atTo: boolean;
}

export interface Grouped {
  readonly name: string;
  readonly label: string;
  readonly shape: Shape;
  /** What stands for it in a legend: where colours are communities', shapes mean nothing there. */
  readonly mark: Shape;
  readonly nodes: readonly number[];
}

export interface Scene {
  readonly view: View;
  readonly shown: Shown;
  readonly colours: Colours;
  /** Nodes by shape and colour, so that one colour is set once; `label` says what the colour means. */
  readonly families: readonly Grouped[];
  readonly shapeOf: (node: number) => Shape;
  /** Drawn nodes, the weightiest first: they are named first. */
  readonly ranked: readonly number[];
  /** The grounds of communities, none unless they are what nodes are coloured by. */
  readonly areas: readonly Area[];
  /** Drawn nodes after which a community is named. */
  readonly centres: ReadonlySet<number>;
  /** Drawn nodes that the reader has put somewhere. */
  readonly pinned: readonly number[];
  readonly widths: Float32Array;
  /** Of each edge: 1 where nothing of it is reported as done. */
  readonly dashed: Uint8Array;
  readonly arrows: (edge: number) => Arrows;
  readonly name: (node: number) => string;
  readonly say: (edge: number) => string;
}

export function focusOf(graph: Graph, view: View, shown: Shown, chosen: Chosen | null): Focus {
  const node = chosen && "thing" in chosen ? (view.nodeOf.get(chosen.thing) ?? -1) : -1;
  return { lit: litBy(graph, view, shown, chosen), chosen: node >= 0 && shown.nodes[node] ? node : -1 };
}

export function sceneOf(graph: Graph, view: View, shown: Shown, colours: Colours, words: Words, { colour, pins }: Pick<State, "colour" | "pins">): Scene {
  const { families } = graph.payload;
  const drawn = [...view.things.keys()].filter((node) => shown.nodes[node]);
  const familyOf = (node: number) => graph.familyOf[view.things[node]];
  // Between two things nodes stand in columns, whoever they belong to.
  const areas = colour === "community" && view.name !== "between" ? areasOf(view, shown) : [];
  return {
    view,
    shown,
    colours,
    families: colour === "class" ? byFamily(graph, view, drawn, words) : byCommunity(graph, view, drawn, words),
    shapeOf: (node) => families[familyOf(node)].shape,
    ranked: drawn.sort((a, b) => view.radius[b] - view.radius[a] || a - b),
    areas,
    centres: new Set(areas.map(({ centre }) => centre)),
    pinned: drawn.filter((node) => pins[view.name].has(view.things[node])),
    widths: Float32Array.from(shown.edges, (ways) => (ways ? Math.min(6, 0.8 + Math.sqrt(ways.length - 0.7) * 0.9) : 0)),
    dashed: Uint8Array.from(shown.edges, (ways) => Number(ways !== null && !ways.some(([, facts]) => facts.some((fact) => isHeld(graph.facts[fact]))))),
    arrows: (edge) => arrowsOf(graph, view, shown, edge),
    name: (node) => words.name(view.things[node]),
    say: (edge) => sayEdge(graph, shown, edge, words),
  };
}

function byFamily({ payload: { families }, familyOf }: Graph, view: View, drawn: readonly number[], words: Words): Grouped[] {
  const groups = new Map<string, number[]>(Object.keys(families).map((name) => [name, []]));
  for (const node of drawn) groups.get(familyOf[view.things[node]])!.push(node);
  return [...groups].map(([name, nodes]) => ({ name, label: words.family(name), shape: families[name].shape, mark: families[name].shape, nodes }));
}

// Those without a colour of their own come first: they lie under the others.
function byCommunity(graph: Graph, view: View, drawn: readonly number[], words: Words): Grouped[] {
  const { families } = graph.payload;
  const places = new Map(communitiesOf(view).map(({ number }) => [number, tintOf(view, number)]));
  const groups = new Map<string, { place: number; shape: Shape; nodes: number[] }>();
  for (const node of drawn) {
    const place = places.get(view.community[node])!;
    const { shape } = families[graph.familyOf[view.things[node]]];
    const name = `${tintName(place)} ${shape}`;
    if (!groups.has(name)) groups.set(name, { place, shape, nodes: [] });
    groups.get(name)!.nodes.push(node);
  }
  const label = (place: number) => (place < 0 ? words.text("communityRest") : words.name(view.things[communitiesOf(view)[place].centre]));
  return [...groups.values()].sort((a, b) => a.place - b.place).map(({ place, shape, nodes }) => ({ name: tintName(place), label: label(place), shape, mark: "dot" as const, nodes }));
}

function arrowsOf(graph: Graph, view: View, shown: Shown, edge: number): Arrows {
  const direct = (shown.edges[edge] ?? []).filter(([via]) => via < 0).flatMap(([, facts]) => facts);
  const subjects = direct.map((fact) => graph.facts[fact]).filter(([, property]) => !graph.payload.properties[property].symmetric).map(([subject]) => subject);
  return { atTo: subjects.includes(view.things[view.from[edge]]), atFrom: subjects.includes(view.things[view.to[edge]]) };
}

/** In a few words how two nodes are joined. */
export function sayEdge(graph: Graph, shown: Shown, edge: number, words: Words): string {
  const said = new Set<string>();
  for (const [via, facts] of shown.edges[edge] ?? []) {
    if (via >= 0) said.add(words.term(graph.things[via].kind ?? graph.things[via].cls));
    else for (const fact of facts) said.add(words.phrase(graph.facts[fact][1], false));
  }
  const list = [...said];
  return list.slice(0, 2).join(" · ") + (list.length > 2 ? ` +${list.length - 2}` : "");
}
