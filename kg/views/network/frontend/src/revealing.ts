// Filters opened just so far that something they hid is seen again.
import { FACETS, type Facet, type Filters, admitsAny, switched } from "./facets";
import type { Graph } from "./graph";

/** The same filters, with the values switched on that these things and facts need. */
export function revealed(graph: Graph, filters: Filters, things: Iterable<number>, facts: Iterable<number>): Filters {
  let open = filters;
  const admit = ({ name }: Facet, values: readonly string[]) => {
    if (!admitsAny(open[name], values)) open = { ...open, [name]: values.reduce((filter, value) => switched(filter, value, true), open[name]) };
  };
  for (const facet of FACETS) {
    if (facet.of === "thing") for (const thing of things) admit(facet, facet.values(graph, thing, 0));
    if (facet.of === "fact") for (const fact of facts) admit(facet, facet.values(graph, fact, 0));
  }
  const ofClaims = FACETS.filter((facet) => facet.of === "claim");
  for (const fact of facts) {
    const claims = graph.facts[fact][3];
    if (claims.some((_, claim) => ofClaims.every((facet) => admitsAny(open[facet.name], facet.values(graph, fact, claim))))) continue;
    const ranks = ["held", "planned", "proposed", "denied"] as const;
    const best = claims.findIndex(({ status }) => status === ranks.find((rank) => claims.some((claim) => claim.status === rank)));
    for (const facet of ofClaims) admit(facet, facet.values(graph, fact, best));
  }
  return open;
}
