// What is shown, as facts: those of the drawn lines, each with the claims that pass the filters.
import { FACETS, type Filters, admitsAny } from "./facets";
import type { Graph } from "./graph";
import type { Claim } from "./payload";
import type { Shown } from "./selection";

export interface Taken {
  readonly fact: number;
  readonly claims: readonly Claim[];
}

/** The facts of what is drawn, oldest first. */
export function takenFacts(graph: Graph, shown: Shown, filters: Filters): Taken[] {
  const ofClaims = FACETS.filter((facet) => facet.of === "claim");
  const passes = (claim: Claim) => ofClaims.every((facet) => admitsAny(filters[facet.name], facet.values(graph, claim)));
  const facts = new Set(shown.edges.flatMap((ways) => (ways ?? []).flatMap(([, some]) => some)));
  return [...facts].sort(graph.inTime).map((fact) => ({ fact, claims: graph.facts[fact][3].filter(passes) }));
}

/** The first and the last date of facts, null where none has one. */
export function span(graph: Graph, taken: readonly Taken[]): readonly [string, string] | null {
  const dates = taken.flatMap(({ fact }) => graph.happened[fact].split("/")).filter(Boolean).sort();
  return dates.length ? [dates[0], dates[dates.length - 1]] : null;
}
