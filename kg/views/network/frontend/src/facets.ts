// By what the network can be narrowed down. A new facet is an entry of FACETS, its name in `FacetName` and its heading in
// texts.yaml under the key facet_<name>; the drawing, the counts, the address and the boxes to tick follow from that.
import type { Graph } from "./graph";
import type { Status } from "./payload";
import { yearsOf } from "./times";
import type { Words } from "./words";

export type FacetName = "class" | "property" | "status" | "place" | "year" | "document";

/**
 * A facet tells of things, of facts, or of what single claims say; claim facets must hold for one and the same claim.
 * An item may have several values, of which one must be admitted.
 */
export interface Facet {
  readonly name: FacetName;
  readonly of: "thing" | "fact" | "claim";
  /** The values of an item; a claim is told by its fact and its place in it. */
  readonly values: (graph: Graph, item: number, claim: number) => readonly string[];
  /** Every value in the order in which the boxes stand. */
  readonly order: (graph: Graph) => readonly string[];
  readonly label: (words: Words, value: string) => string;
  /** What stands before the label: the shape of a family of classes, or the stroke of a line. */
  readonly mark?: "badge" | "stroke";
  /** Too many values to tick off: folded, searched, the most frequent first; what is ticked is kept, nothing ticked keeps all. */
  readonly long?: true;
}

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
    values: (graph, fact, claim) => [graph.facts[fact][3][claim].status],
    order: (graph) => Object.keys(graph.payload.statuses),
    label: (words, value) => words.status(value as Status),
    mark: "stroke",
  },
  {
    name: "place",
    of: "thing",
    values: (graph, thing) => graph.payload.around[thing].map((place) => graph.payload.places[place][0]),
    order: (graph) => graph.payload.places.map(([key]) => key),
    label: (words, value) => words.place(value),
    long: true,
  },
  {
    name: "year",
    of: "fact",
    values: (graph, fact) => yearsOf(graph.payload.when[fact], graph.years),
    order: (graph) => graph.years.map(String),
    label: (_, value) => value,
    long: true,
  },
  {
    name: "document",
    of: "claim",
    values: (graph, fact, claim) => [...new Set(graph.facts[fact][3][claim].quotes.map(([digest]) => graph.payload.digests[digest][0]))],
    order: (graph) => graph.payload.digests.map(([id]) => id),
    label: (words, value) => words.digest(value),
    long: true,
  },
];

/** Either all values but some, or some only. */
export interface Filter {
  readonly only: boolean;
  readonly values: ReadonlySet<string>;
}
/** A thing, and over how many lines other things may be away from it. */
export interface Near {
  readonly thing: number;
  readonly depth: number;
}
export interface Filters extends Readonly<Record<FacetName, Filter>> {
  /** ISO dates between which a fact may have happened, both included; null: no bound. */
  readonly since: string | null;
  readonly until: string | null;
  /** How sure a fact must be, all its claims together, from 0 to 1. */
  readonly sure: number;
  readonly near: Near | null;
}

export const ALL: Filter = { only: false, values: new Set() };
export const NONE: Filter = { only: true, values: new Set() };
export const onlyThis = (value: string): Filter => only(value);
export const only = (...values: string[]): Filter => ({ only: true, values: new Set(values) });
export const allBut = (...values: string[]): Filter => ({ only: false, values: new Set(values) });
/** Nothing is left out. */
export const OPEN: Filters = { class: ALL, property: ALL, status: ALL, place: ALL, year: ALL, document: ALL, since: null, until: null, sure: 0, near: null };

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

/** The same for a long list, in which nothing ticked keeps all. */
export function picked(filter: Filter, value: string, on: boolean): Filter {
  if (!filter.only) return on ? onlyThis(value) : filter;
  const left = switched(filter, value, on);
  return left.values.size ? left : ALL;
}

export function filtersOut(filter: Filter): boolean {
  return filter.only || filter.values.size > 0;
}

export function sameFilter(one: Filter, other: Filter): boolean {
  return one.only === other.only && one.values.size === other.values.size && [...one.values].every((value) => other.values.has(value));
}

export function sameFilters(one: Filters, other: Filters): boolean {
  const near = ({ near }: Filters) => (near ? `${near.thing} ${near.depth}` : "");
  return (
    FACETS.every(({ name }) => sameFilter(one[name], other[name])) &&
    one.since === other.since &&
    one.until === other.until &&
    one.sure === other.sure &&
    near(one) === near(other)
  );
}
