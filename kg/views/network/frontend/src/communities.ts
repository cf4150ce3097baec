// Communities: parts of a drawing that hold together more than with the rest, each named after its most central member.
import type { Shown } from "./selection";
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
export function communitiesOf(view: View): readonly Community[] {
  let communities = found.get(view);
  if (!communities) found.set(view, (communities = collected(view)));
  return communities;
}

function collected(view: View): readonly Community[] {
  const members = new Map<number, number[]>();
  view.community.forEach((number, node) => {
    if (members.has(number)) members.get(number)!.push(node);
    else members.set(number, [node]);
  });
  return [...members]
    .map(([number, nodes]) => ({ number, nodes, centre: ranked(view, nodes)[0] }))
    .sort((a, b) => b.nodes.length - a.nodes.length || a.number - b.number);
}

/** Members of a community, the most central first: by their lines within it, then by how much they stand between. */
export function ranked(view: View, nodes: readonly number[]): readonly number[] {
  const within = (node: number) => view.edgesOf[node].filter((edge) => view.community[otherEnd(view, edge, node)] === view.community[node]).length;
  return nodes
    .map((node) => [node, within(node)] as const)
    .sort(([a, lines], [b, more]) => more - lines || view.between[b] - view.between[a] || a - b)
    .map(([node]) => node);
}

/** What is drawn of a community, as the ground under it. */
export interface Area {
  readonly tint: number;
  readonly centre: number;
  readonly nodes: readonly number[];
  /** As few and as short lines within it as hold together what its lines join: all of them would be a thicket. */
  readonly edges: readonly number[];
}

/** The grounds of those communities that have a colour. */
export function areasOf(view: View, { nodes, edges }: Shown): readonly Area[] {
  const areas = new Map<number, Area & { edges: number[] }>();
  for (const community of communitiesOf(view)) {
    const place = tintOf(view, community.number);
    const drawn = community.nodes.filter((node) => nodes[node]);
    if (place >= 0 && drawn.length) areas.set(community.number, { tint: place, centre: community.centre, nodes: drawn, edges: [] });
  }
  const long = (edge: number) => Math.hypot(view.x[view.from[edge]] - view.x[view.to[edge]], view.y[view.from[edge]] - view.y[view.to[edge]]);
  const within = [...view.from.keys()].filter((edge) => edges[edge] && view.community[view.from[edge]] === view.community[view.to[edge]]);
  const head = [...view.things.keys()];
  const root = (node: number): number => (head[node] === node ? node : (head[node] = root(head[node])));
  for (const [edge] of within.map((edge) => [edge, long(edge)] as const).sort(([, a], [, b]) => a - b)) {
    const [one, other] = [root(view.from[edge]), root(view.to[edge])];
    if (one === other) continue;
    head[one] = other;
    areas.get(view.community[view.from[edge]])?.edges.push(edge);
  }
  return [...areas.values()];
}

/** The community that a thing belongs to, null where the drawing has no such thing. */
export function communityOf(view: View, thing: number): Community | null {
  const node = view.nodeOf.get(thing);
  return node === undefined ? null : (communitiesOf(view).find(({ number }) => number === view.community[node]) ?? null);
}

/** Which colour a community has, -1 for grey: the largest have one each. */
export function tintOf(view: View, number: number): number {
  const place = communitiesOf(view).findIndex((community) => community.number === number);
  return place < TINTED && communitiesOf(view)[place].nodes.length >= COMPANY ? place : -1;
}

export function tint(place: number, theme: Theme): string {
  return TINTS[theme][place] ?? GREY;
}
