// By what the network can be narrowed down. A new facet is an entry of FACETS, its name in `FacetName` and its heading in
// texts.yaml under the key facet_<name>; the drawing, the counts, the address and the boxes to tick follow from that.
import type { Graph } from "./graph";
import type { Claim, Status } from "./payload";
import type { Words } from "./words";

export type FacetName = "class" | "property" | "status";

interface Common {
  readonly name: FacetName;
  /** Every value in the order in which the boxes stand. */
  readonly order: (graph: Graph) => readonly string[];
  readonly label: (words: Words, value: string) => string;
  /** What stands before the label: the shape of a family of classes, or the stroke of a line. */
  readonly mark?: "badge" | "stroke";
}
/** A facet tells of things, of facts, or of what single claims say; claim facets must hold for one and the same claim. */
export type Facet = Common &
  (
    | { readonly of: "thing"; readonly values: (graph: Graph, thing: number) => readonly string[] }
    | { readonly of: "fact"; readonly values: (graph: Graph, fact: number) => readonly string[] }
    | { readonly of: "claim"; readonly values: (graph: Graph, claim: Claim) => readonly string[] }
  );

export const FACETS: readonly Facet[] = [
  {
    name: "class",
    of: "thing",
    values: (graph, thing) => [graph.familyOf[thing]],
    order: (graph) => Object.keys(graph.payload.families),
    label: (words, value) => words.family(value),
    mark: "badge",
  },
  {
    name: "property",
    of: "fact",
    values: (graph, fact) => [graph.facts[fact][1]],
    order: (graph) => Object.keys(graph.payload.properties),
    label: (words, value) => words.phrase(value, false),
  },
  {
    name: "status",
    of: "claim",
    values: (_, claim) => [claim.status],
    order: (graph) => Object.keys(graph.payload.statuses),
    label: (words, value) => words.status(value as Status),
    mark: "stroke",
  },
];

/** Either all values but some, or some only. */
export interface Filter {
  readonly only: boolean;
  readonly values: ReadonlySet<string>;
}
export type Filters = Readonly<Record<FacetName, Filter>>;

export const ALL: Filter = { only: false, values: new Set() };
export const NONE: Filter = { only: true, values: new Set() };
export const onlyThis = (value: string): Filter => ({ only: true, values: new Set([value]) });
export const allBut = (...values: string[]): Filter => ({ only: false, values: new Set(values) });

export function admits({ only, values }: Filter, value: string): boolean {
  return values.has(value) === only;
}

export function admitsAny(filter: Filter, values: readonly string[]): boolean {
  return values.some((value) => admits(filter, value));
}

/** The same filter with one value switched on or off. */
export function switched(filter: Filter, value: string, on: boolean): Filter {
  const values = new Set(filter.values);
  if (on === filter.only) values.add(value);
  else values.delete(value);
  return { only: filter.only, values };
}

export function sameFilter(one: Filter, other: Filter): boolean {
  return one.only === other.only && one.values.size === other.values.size && [...one.values].every((value) => other.values.has(value));
}
