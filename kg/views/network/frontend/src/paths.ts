// How two things are connected: all shortest ways from one to the other over everything that is known, whatever is drawn.
import { type Graph, isHeld } from "./graph";
import type { Status } from "./payload";
import type { Lit } from "./selection";
import { type View, edgeBetween } from "./view";

export interface Route {
  /** From the one to the other. */
  readonly things: readonly number[];
  /** How sure it is: the product of its steps' surest facts. */
  readonly sure: number;
}
export interface Connection {
  /** The surest first; those that need what is only planned come after. */
  readonly routes: readonly Route[];
  /** How many of the routes rest on what is reported as done alone. */
  readonly held: number;
  /** How many shortest ways there are in all, of that kind and of the other. */
  readonly count: number;
  readonly plannedCount: number;
}
/** What may be walked over. */
interface Ground {
  readonly planned: boolean;
  readonly common: boolean;
}

const MOST = 10;
const PLANNED = 3;
/** What joins nearly everything with everything; it is walked over only where nothing else leads there. */
const COMMON: ReadonlySet<string> = new Set(["Place", "Topic"]);
/** A plan counts for so much of a fact. */
const DISCOUNT = 0.3;
const DONE: readonly Status[] = ["held"];
const WITH_PLANS: readonly Status[] = ["held", "planned", "proposed"];
const NONE: Connection = { routes: [], held: 0, count: 0, plannedCount: 0 };

const latest = new WeakMap<Graph, { readonly ends: string; readonly connection: Connection }>();

/** The shortest ways between two things. Held facts alone where they suffice; plans where they lead there sooner, or alone do. */
export function connection(graph: Graph, from: number, to: number): Connection {
  const ends = `${from} ${to}`;
  const known = latest.get(graph);
  if (known?.ends === ends) return known.connection;
  const found = connect(graph, from, to);
  latest.set(graph, { ends, connection: found });
  return found;
}

function connect(graph: Graph, from: number, to: number): Connection {
  if (from === to) return NONE;
  const search = (planned: boolean) => {
    const apart = shortest(graph, from, to, { planned, common: false });
    return apart.count ? apart : shortest(graph, from, to, { planned, common: true });
  };
  const [done, all] = [search(false), search(true)];
  const sooner = all.count && (!done.count || all.routes[0].things.length < done.routes[0].things.length) ? all : { routes: [], count: 0 };
  const room = done.count ? MOST - Math.min(PLANNED, sooner.routes.length) : 0;
  const held = done.routes.slice(0, room);
  return { routes: [...held, ...sooner.routes.slice(0, MOST - held.length)], held: held.length, count: done.count, plannedCount: sooner.count };
}

// Layer by layer from the one end; each thing keeps the best ways to it and how many there are.
function shortest(graph: Graph, from: number, to: number, ground: Ground): { readonly routes: readonly Route[]; readonly count: number } {
  let layer = new Map<number, { routes: Route[]; count: number }>([[from, { routes: [{ things: [from], sure: 1 }], count: 1 }]]);
  const seen = new Set([from]);
  while (layer.size) {
    const next = new Map<number, { routes: Route[]; count: number }>();
    for (const [thing, { routes, count }] of layer) {
      for (const [other, sure] of neighbours(graph, thing, ground)) {
        if (seen.has(other) || (other !== to && !ground.common && COMMON.has(graph.familyOf[other]))) continue;
        const before = next.get(other) ?? { routes: [], count: 0 };
        const further = routes.map((route) => ({ things: [...route.things, other], sure: route.sure * sure }));
        next.set(other, { routes: best([...before.routes, ...further]), count: before.count + count });
      }
    }
    const arrived = next.get(to);
    if (arrived) return arrived;
    for (const thing of next.keys()) seen.add(thing);
    layer = next;
  }
  return { routes: [], count: 0 };
}

function best(routes: Route[]): Route[] {
  return routes.length < 2 ? routes : routes.sort((a, b) => b.sure - a.sure || compare(a.things, b.things)).slice(0, MOST);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((thing, i) => thing !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
}

function neighbours(graph: Graph, thing: number, ground: Ground): Map<number, number> {
  const found = new Map<number, number>();
  for (const fact of graph.factsOf[thing]) {
    const [subject, , object] = graph.facts[fact];
    const other = subject === thing ? object : subject;
    const sure = surety(graph, fact, ground.planned);
    if (sure > 0 && other !== thing) found.set(other, Math.max(sure, found.get(other) ?? 0));
  }
  return found;
}

function surety(graph: Graph, fact: number, planned: boolean): number {
  const figures = graph.facts[fact][4];
  return Math.max(0, ...(planned ? WITH_PLANS : DONE).map((status) => (figures[status] ?? 0) * (status === "held" ? 1 : DISCOUNT)));
}

/** The facts that a step from one thing to the next rests on, oldest first: those reported as done, else the planned ones. */
export function stepFacts(graph: Graph, from: number, to: number): number[] {
  const between = graph.factsOf[from].filter((fact) => graph.facts[fact][0] === to || graph.facts[fact][2] === to);
  const held = between.filter((fact) => isHeld(graph.facts[fact]));
  return (held.length ? held : between.filter((fact) => surety(graph, fact, true) > 0)).sort(graph.inTime);
}

/** The routes that a choice lights: all, or one of them alone. */
export function litRoutes(graph: Graph, [from, to]: readonly [number | null, number | null], only: number | undefined): readonly Route[] {
  if (from === null || to === null) return [];
  const { routes } = connection(graph, from, to);
  return only !== undefined && routes[only] ? [routes[only]] : routes;
}

/** The edges of a view that a route runs along, null where the view lacks a part of it. A thing that is no node may join two that are. */
export function edgesAlong(view: View, { things }: Route): number[] | null {
  const edges: number[] = [];
  for (let i = 1; i < things.length; i++) {
    const across = !view.nodeOf.has(things[i]);
    const edge = edgeBetween(view, things[i - 1], across ? (things[i + 1] ?? -1) : things[i]);
    if (edge < 0 || (across && !view.ways[edge].some(([via]) => via === things[i]))) return null;
    edges.push(edge);
    if (across) i++;
  }
  return edges;
}

/** What of a view some routes light, as far as it is drawn. */
export function alongRoutes(view: View, drawn: (edge: number) => boolean, routes: readonly Route[]): Lit {
  const edges = new Set(routes.flatMap((route) => edgesAlong(view, route) ?? []).filter(drawn));
  const nodes = routes.flatMap(({ things }) => things.flatMap((thing) => view.nodeOf.get(thing) ?? []));
  return { nodes: new Set(nodes), edges };
}
