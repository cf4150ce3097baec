// Which nodes and edges the filters leave, how many each value of a facet has, and what is near a chosen one.
import { FACETS, type Facet, type FacetName, type Filters, admitsAny } from "./facets";
import type { Graph } from "./graph";
import { alongRoutes, litRoutes } from "./paths";
import type { Way } from "./payload";
import type { Chosen } from "./state";
import { type View, edgeBetween, otherEnd } from "./view";

export interface Passing {
  readonly things: Uint8Array;
  readonly facts: Uint8Array;
}

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

/** Things and facts that pass all filters but that of one facet. */
export function passing(graph: Graph, filters: Filters, except?: FacetName): Passing {
  const active = FACETS.filter(({ name }) => name !== except && (filters[name].only || filters[name].values.size));
  const of = <L extends Facet["of"]>(level: L) => active.filter((facet): facet is Extract<Facet, { of: L }> => facet.of === level);
  const [thingFacets, factFacets, claimFacets] = [of("thing"), of("fact"), of("claim")];
  const things = Uint8Array.from(graph.things, (_, thing) => Number(thingFacets.every((f) => admitsAny(filters[f.name], f.values(graph, thing)))));
  const facts = Uint8Array.from(graph.facts, ([, , , claims], fact) =>
    Number(
      factFacets.every((f) => admitsAny(filters[f.name], f.values(graph, fact))) &&
        claims.some((claim) => claimFacets.every((f) => admitsAny(filters[f.name], f.values(graph, claim)))),
    ),
  );
  return { things, facts };
}

// A way through a thing needs all its facts, a direct one any.
function left(ways: readonly Way[], { things, facts }: Passing): readonly Way[] {
  const found: Way[] = [];
  for (const way of ways) {
    const [via, all] = way;
    if (via >= 0 && !things[via]) continue;
    const some = all.filter((fact) => facts[fact]);
    if (via < 0 ? some.length : some.length === all.length) found.push(some.length === all.length ? way : [via, some]);
  }
  return found;
}

export function shownBy(view: View, passed: Passing): Shown {
  const nodes = new Uint8Array(view.things.length);
  let edgeCount = 0;
  const edges = view.ways.map((all, edge) => {
    const [from, to] = [view.from[edge], view.to[edge]];
    if (!passed.things[view.things[from]] || !passed.things[view.things[to]]) return null;
    const ways = left(all, passed);
    if (!ways.length) return null;
    nodes[from] = nodes[to] = 1;
    edgeCount += 1;
    return ways;
  });
  return { nodes, edges, nodeCount: nodes.reduce((sum, on) => sum + on, 0), edgeCount };
}

export function shown(graph: Graph, view: View, filters: Filters): Shown {
  return shownBy(view, passing(graph, filters));
}

export type Counts = ReadonlyMap<string, number>;

/** How many things or facts the drawing would show of each value, the facet's own filter aside; values that no filter leaves have 0. */
export function counts(graph: Graph, view: View, filters: Filters, facet: Facet): Counts {
  const found = new Map<string, number>();
  const add = (values: readonly string[], n: number) => {
    for (const value of values) found.set(value, (found.get(value) ?? 0) + n);
  };
  const tell = (ways: readonly (readonly Way[] | null)[], n: number) => {
    const facts = new Set<number>();
    const things = new Set<number>();
    ways.forEach((some, edge) => {
      if (!some) return;
      things.add(view.things[view.from[edge]]).add(view.things[view.to[edge]]);
      for (const [via, inWay] of some) {
        if (via >= 0) things.add(via);
        for (const fact of inWay) facts.add(fact);
      }
    });
    if (facet.of === "thing") for (const thing of things) add(facet.values(graph, thing), n);
    else if (facet.of === "fact") for (const fact of facts) add(facet.values(graph, fact), n);
    else for (const fact of facts) add([...new Set(graph.facts[fact][3].flatMap((claim) => facet.values(graph, claim)))], n);
  };
  tell(view.ways, 0);
  tell(shownBy(view, passing(graph, filters, facet.name)).edges, 1);
  return found;
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
  if ("thing" in chosen) {
    const node = view.nodeOf.get(chosen.thing);
    return node !== undefined && drawn.nodes[node] ? around(view, drawn, node) : null;
  }
  const edge = edgeBetween(view, ...chosen.pair);
  return edge >= 0 && drawn.edges[edge] ? along(view, edge) : null;
}
