// What is shown, as facts: those of the drawn lines, each with the claims that pass the filters.
import type { Graph } from "./graph";
import type { Claim } from "./payload";
import { type Sieved, claimsLeft } from "./sieve";

export interface Taken {
  readonly fact: number;
  readonly claims: readonly Claim[];
}

/** The facts of what is drawn, oldest first. */
export function takenFacts(graph: Graph, shown: Sieved): Taken[] {
  const facts = new Set(shown.edges.flatMap((ways) => (ways ?? []).flatMap(([, some]) => some)));
  return [...facts].sort(graph.inTime).map((fact) => ({ fact, claims: claimsLeft(shown, fact) }));
}

/** The first and the last date of facts, null where none has one. */
export function span(graph: Graph, taken: readonly Taken[]): readonly [string, string] | null {
  const dates = taken.flatMap(({ fact }) => graph.payload.when[fact] ?? []).filter((date) => date !== null).sort();
  return dates.length ? [dates[0], dates[dates.length - 1]] : null;
}
