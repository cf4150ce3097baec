// What the reader does, as changes of the state.
import { ALL, type FacetName, type Filter, type Filters, type Near, admitsAny, sameFilters } from "./facets";
import type { Graph } from "./graph";
import type { ViewName } from "./payload";
import { baseOf } from "./perspectives";
import type { Chosen, State } from "./state";

/** The state with something chosen: shown even if the view or the filters left it out. */
export function chosen(graph: Graph, state: State, what: Chosen | null): State {
  if (!what || !("thing" in what) || !graph.factsOf[what.thing].length) return { ...state, chosen: what };
  const view = graph.views[state.view].nodeOf.has(what.thing) ? state.view : "whole";
  const hidden = !admitsAny(state.filters.class, [graph.familyOf[what.thing]]);
  const filters = hidden ? withFamily(state, graph.familyOf[what.thing]) : state.filters;
  return { ...state, view, filters, camera: view === state.view ? state.camera : null, chosen: what };
}

function withFamily({ filters }: State, family: string): State["filters"] {
  const { only, values } = filters.class;
  const changed = new Set(values);
  if (only) changed.add(family);
  else changed.delete(family);
  return { ...filters, class: { only, values: changed } };
}

export function opened(graph: Graph, state: State, view: ViewName): State {
  const kept = state.chosen && "thing" in state.chosen ? state.chosen : null;
  if (state.view === view) return state;
  const { near } = state.filters;
  const lost = near && !graph.views[view].nodeOf.has(near.thing);
  return { ...narrowed(state, lost ? { near: null } : {}), view, camera: null, chosen: kept };
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
  return { ...narrowed(state, { near }), camera: null };
}
