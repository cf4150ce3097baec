// What the reader does, as changes of the state.
import { ALL, type FacetName, type Filter, type Filters, type Near, OPEN, admitsAny, sameFilters, switched } from "./facets";
import type { Pair } from "./between";
import type { Graph } from "./graph";
import { type Route, edgesAlong, litRoutes, stepFacts } from "./paths";
import type { ViewName } from "./payload";
import { baseOf } from "./perspectives";
import { unpinned } from "./pins";
import { revealed } from "./revealing";
import { sieve } from "./sieve";
import { type Chosen, type State, viewOf } from "./state";

/** The state with something chosen: drawn even if the view or the filters left it out, as soon as the drawing is looked at. */
export function chosen(graph: Graph, state: State, what: Chosen | null): State {
  const next = { ...state, chosen: what };
  if (state.reading) return next;
  if (what && "path" in what) return connected(graph, next, litRoutes(graph, what.path, what.only));
  if (!what || !("thing" in what) || !graph.factsOf[what.thing].length) return next;
  const family = graph.familyOf[what.thing];
  const filters = admitsAny(state.filters.class, [family]) ? state.filters : { ...state.filters, class: switched(state.filters.class, family, true) };
  if (state.between && viewOf(graph, state).nodeOf.has(what.thing)) return { ...next, filters };
  return seen(next, graph.views[state.view].nodeOf.has(what.thing) ? state.view : "whole", filters);
}

// Every step of the routes is drawn: in the overview where it has them all, else among everything.
function connected(graph: Graph, state: State, routes: readonly Route[]): State {
  if (!routes.length) return state;
  const edges = (name: ViewName) => routes.map((route) => edgesAlong(graph.views[name], route));
  const view = edges(state.view).every(Boolean) ? state.view : "whole";
  const drawn = (filters: Filters) => {
    const found = sieve(graph, graph.views[view], filters).edges;
    return edges(view).flatMap((some) => some ?? []).every((edge) => found[edge]);
  };
  if (drawn(state.filters)) return seen(state, view, state.filters);
  const facts = routes.flatMap(({ things }) => things.slice(1).flatMap((thing, i) => stepFacts(graph, things[i], thing)));
  const filters = revealed(graph, state.filters, new Set(routes.flatMap(({ things }) => things)), new Set(facts));
  return seen(state, view, drawn(filters) ? filters : { ...filters, since: OPEN.since, until: OPEN.until, sure: OPEN.sure, near: OPEN.near });
}

function seen(state: State, view: ViewName, filters: State["filters"]): State {
  return { ...state, view, between: null, filters, camera: view === state.view && !state.between ? state.camera : null };
}

/** What a click on a thing chooses: itself, or the end that a path still lacks. */
export function meant({ chosen }: State, thing: number): Chosen {
  if (!chosen || !("path" in chosen)) return { thing };
  const [from, to] = chosen.path;
  if (from === null && to !== thing) return { path: [thing, to] };
  return to === null && from !== thing ? { path: [from, thing] } : { thing };
}

/** Reading a digest, from a passage on, or the list of all; the drawing again with null. */
export function reading(state: State, digest: number | null, at: number | null = null): State {
  return { ...state, reading: { digest, at } };
}

/** The drawing in place of what was read, with what is chosen in it. */
export function read(graph: Graph, state: State): State {
  return chosen(graph, { ...state, reading: null }, state.chosen);
}

export function opened(graph: Graph, state: State, view: ViewName): State {
  const kept = state.chosen && "thing" in state.chosen ? state.chosen : null;
  if (state.reading) return opened(graph, { ...state, reading: null }, view);
  if (state.view === view && !state.between) return state;
  const { near } = state.filters;
  const lost = near && !graph.views[view].nodeOf.has(near.thing);
  return { ...narrowed(state, lost ? { near: null } : {}), view, between: null, camera: null, chosen: kept };
}

export function filtered(state: State, facet: FacetName, filter: Filter = ALL): State {
  return narrowed(state, { [facet]: filter });
}

export function narrowed(state: State, change: Partial<Filters>): State {
  return { ...state, filters: { ...state.filters, ...change } };
}

/** The state with the filters of its perspective, null where it has them. */
export function unfiltered(graph: Graph, state: State, beginning: State): State | null {
  const { filters } = baseOf(graph, beginning, state.perspective);
  return sameFilters(state.filters, filters) ? null : { ...state, filters };
}

/** The state with only what is near a thing, all of which is brought into the picture; null: everything again. */
export function narrowedTo(state: State, near: Near | null): State {
  return { ...narrowed(state, { near }), between: null, camera: null };
}

/** The state with a drawing of what lies between two things, or, with null, of what was drawn before. */
export function drilled(state: State, between: Pair | null): State {
  return { ...state, between, pins: unpinned(state.pins, "between"), reading: null, chosen: between ? { pair: between } : state.between && { pair: state.between }, camera: null };
}
