// Ready-made ways to look at the network: each sets the drawing and the filters, visibly, and the address holds its name.
// A new one is an entry of PERSPECTIVES, and its label in texts.yaml under the key see_<name>.
import { type Filters, only } from "./facets";
import type { Graph } from "./graph";
import type { ViewName } from "./payload";
import type { State } from "./state";

export const PERSPECTIVES = ["agreements", "people", "forums"] as const;
export type PerspectiveName = (typeof PERSPECTIVES)[number];

/** Classes of the ontology that take part, by the families in which they are drawn, and how these are joined. */
const PARTS: Readonly<Record<PerspectiveName, { readonly view: ViewName; readonly families: (organizations: string[]) => string[]; readonly properties: readonly string[] }>> = {
  agreements: { view: "overview", families: () => ["University", "Agreement"], properties: ["signed"] },
  people: { view: "whole", families: (organizations) => ["Person", ...organizations], properties: ["holdsPost", "represents", "memberOf"] },
  forums: { view: "whole", families: (organizations) => ["Event", "Person", ...organizations], properties: ["participatedIn", "organized"] },
};

export function isPerspective(name: string): name is PerspectiveName {
  return (PERSPECTIVES as readonly string[]).includes(name);
}

function filtersOf({ payload }: Graph, name: PerspectiveName, filters: Filters): Filters {
  const { families, properties } = PARTS[name];
  const organizations = Object.keys(payload.families).filter((family) => payload.families[family].organization);
  return { ...filters, class: only(...families(organizations)), property: only(...properties) };
}

/** The state that the page begins with, as a perspective changes it; null: as it is. */
export function baseOf(graph: Graph, beginning: State, name: PerspectiveName | null): State {
  if (!name) return beginning;
  const { view } = PARTS[name];
  return { ...beginning, perspective: name, view: graph.views[view].from.length ? view : "whole", filters: filtersOf(graph, name, beginning.filters) };
}

/** What the reader sees from a perspective: language, light and choice stay. */
export function seenFrom(graph: Graph, state: State, beginning: State, name: PerspectiveName | null): State {
  const { view, filters } = baseOf(graph, beginning, name);
  return { ...state, perspective: name, view, between: null, filters, camera: null };
}
