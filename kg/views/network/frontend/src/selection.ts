// Which nodes and edges the filters leave, how many each value of a facet has, and what is near a chosen one.
import { communityOf } from "./communities";
import { type Facet, OPEN, type Filters } from "./facets";
import type { Graph } from "./graph";
import { alongRoutes, litRoutes } from "./paths";
import type { Way } from "./payload";
import { type Sieved, sieve, tally } from "./sieve";
import type { Chosen } from "./state";
import { type View, edgeBetween, otherEnd } from "./view";

export interface Shown {
  /** Of each node: whether it is drawn. */
  readonly nodes: Uint8Array;
  /** Of each edge: the ways that are left of it, null where it is not drawn. */
  readonly edges: readonly (readonly Way[] | null)[];
  readonly nodeCount: number;
  readonly edgeCount: number;
}

/** What stays bright when something is chosen or pointed at: nodes and edges of a view. */
export interface Lit {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

export function shown(graph: Graph, view: View, filters: Filters): Sieved {
  return sieve(graph, view, filters);
}

export type Counts = ReadonlyMap<string, number>;

const unfiltered = new WeakMap<View, Sieved>();

/** How many things or facts the drawing would show of each value, the facet's own filter aside; values that no filter leaves have 0. */
export function counts(view: View, drawn: Sieved, facet: Facet): Counts {
  if (!unfiltered.has(view)) unfiltered.set(view, sieve(drawn.graph, view, OPEN));
  const all = tally(unfiltered.get(view)!, facet);
  return new Map([...tally(drawn, facet)].filter(([value]) => all.get(value)));
}

export function around(view: View, drawn: Shown, node: number): Lit {
  const edges = new Set(view.edgesOf[node].filter((edge) => drawn.edges[edge]));
  return { nodes: new Set([node, ...[...edges].map((edge) => otherEnd(view, edge, node))]), edges };
}

export function along(view: View, edge: number): Lit {
  return { nodes: new Set([view.from[edge], view.to[edge]]), edges: new Set([edge]) };
}

/** What is lit by a choice; null where nothing is chosen or the drawing does not show it. */
export function litBy(graph: Graph, view: View, drawn: Shown, chosen: Chosen | null): Lit | null {
  if (!chosen || "passage" in chosen) return null;
  if ("path" in chosen) {
    const [one, other] = chosen.path;
    if (one !== null && other !== null) return alongRoutes(view, (edge) => drawn.edges[edge] !== null, litRoutes(graph, chosen.path, chosen.only));
    return one === other ? null : litBy(graph, view, drawn, { thing: (one ?? other)! });
  }
  if ("community" in chosen) {
    const nodes = new Set(communityOf(view, chosen.community)?.nodes.filter((node) => drawn.nodes[node]));
    const inside = (edge: number) => drawn.edges[edge] !== null && nodes.has(view.from[edge]) && nodes.has(view.to[edge]);
    return nodes.size ? { nodes, edges: new Set([...view.from.keys()].filter(inside)) } : null;
  }
  if ("thing" in chosen) {
    const node = view.nodeOf.get(chosen.thing);
    return node !== undefined && drawn.nodes[node] ? around(view, drawn, node) : null;
  }
  // The whole drawing between two things tells of both.
  if (view.name === "between" && chosen.pair.every((thing) => view.nodeOf.get(thing)! < 2)) return null;
  const edge = edgeBetween(view, ...chosen.pair);
  return edge >= 0 && drawn.edges[edge] ? along(view, edge) : null;
}
