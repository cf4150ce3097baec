// Filters opened just so far that something they hid is seen again.
import { FACETS, type Facet, type Filters, admitsAny, switched } from "./facets";
import type { Graph } from "./graph";

/** The same filters, with the values switched on that these things and facts need. */
export function revealed(graph: Graph, filters: Filters, things: Iterable<number>, facts: Iterable<number> = []): Filters {
  let open = filters;
  const admit = ({ name }: Facet, values: readonly string[]) => {
    if (admitsAny(open[name], values)) return;
    open = { ...open, [name]: values.reduce((filter, value) => switched(filter, value, true), open[name]) };
  };
  for (const facet of FACETS) {
    if (facet.of === "thing") for (const thing of things) admit(facet, facet.values(graph, thing));
    else if (facet.of === "fact") for (const fact of facts) admit(facet, facet.values(graph, fact));
  }
  const ofClaims = FACETS.filter((facet) => facet.of === "claim");
  for (const fact of facts) {
    const claims = graph.facts[fact][3];
    const passes = claims.some((claim) => ofClaims.every((facet) => admitsAny(open[facet.name], facet.values(graph, claim))));
    const claim = claims.find(({ status }) => status === "held") ?? claims.find(({ status }) => status !== "denied") ?? claims[0];
    if (!passes) for (const facet of ofClaims) for (const value of facet.values(graph, claim)) admit(facet, [value]);
  }
  return open;
}
