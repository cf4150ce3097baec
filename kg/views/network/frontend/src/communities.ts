// Communities: parts of a drawing that hold together more than with the rest, each named after its most central member.
import type { Graph } from "./graph";
import type { Theme } from "./state";
import { type View, otherEnd } from "./view";

export interface Community {
  readonly number: number;
  /** The node after which it is named: joined most within it. */
  readonly centre: number;
  readonly nodes: readonly number[];
}

/** Okabe and Ito's palette, as in style.yaml; what has no colour of its own is grey. */
const TINTS: Readonly<Record<Theme, readonly string[]>> = {
  light: ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#2A9BD6", "#D9C200"],
  dark: ["#3B9FDB", "#FF8A3D", "#2CC79A", "#E29CC3", "#F0B429", "#8CD0F5", "#F0E442"],
};
const GREY = "#8A929C";
export const TINTED = TINTS.light.length;
/** Less than so many are no company. */
const COMPANY = 3;

const found = new WeakMap<View, readonly Community[]>();

/** The communities of a drawing, the largest first, whatever the filters leave of them. */
export function communitiesOf(graph: Graph, view: View): readonly Community[] {
  let communities = found.get(view);
  if (!communities) found.set(view, (communities = collected(graph, view)));
  return communities;
}

function collected(graph: Graph, view: View): readonly Community[] {
  const members = new Map<number, number[]>();
  view.community.forEach((number, node) => {
    if (members.has(number)) members.get(number)!.push(node);
    else members.set(number, [node]);
  });
  return [...members]
    .map(([number, nodes]) => ({ number, nodes, centre: ranked(graph, view, nodes)[0] }))
    .sort((a, b) => b.nodes.length - a.nodes.length || a.number - b.number);
}

/** Members of a community, the most central first: by their lines within it, then by how much they stand between; places last. */
export function ranked(graph: Graph, view: View, nodes: readonly number[]): readonly number[] {
  const within = (node: number) => view.edgesOf[node].filter((edge) => view.community[otherEnd(view, edge, node)] === view.community[node]).length;
  const place = (node: number) => Number(graph.familyOf[view.things[node]] === "Place");
  return nodes
    .map((node) => [node, place(node), within(node)] as const)
    .sort(([a, isPlace, lines], [b, other, more]) => isPlace - other || more - lines || view.between[b] - view.between[a] || a - b)
    .map(([node]) => node);
}

/** The community that a thing belongs to, null where the drawing has no such thing. */
export function communityOf(graph: Graph, view: View, thing: number): Community | null {
  const node = view.nodeOf.get(thing);
  return node === undefined ? null : (communitiesOf(graph, view).find(({ number }) => number === view.community[node]) ?? null);
}

/** Which colour a community has, -1 for grey: the largest have one each. */
export function tintOf(graph: Graph, view: View, number: number): number {
  const place = communitiesOf(graph, view).findIndex((community) => community.number === number);
  return place < TINTED && communitiesOf(graph, view)[place].nodes.length >= COMPANY ? place : -1;
}

export function tint(place: number, theme: Theme): string {
  return TINTS[theme][place] ?? GREY;
}
