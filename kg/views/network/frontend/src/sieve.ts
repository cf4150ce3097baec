// What passes the filters, for all facets in one walk over the drawing, which may have 30,000 lines. Every item has a mask of
// bits: bit f says that it passes all filters but that of facet f, the bit PASS that it passes all. Then an edge has the bits
// that its ends and facts share, and one walk tells both what is drawn and what each facet's counts need.
import { FACETS, type Facet, type Filters, admits, filtersOut } from "./facets";
import type { Graph } from "./graph";
import type { Claim, Way } from "./payload";
import { firstDay, lastDay } from "./times";
import type { View } from "./view";

/** Filters that have no list of values, and their bits. */
const TIME = 1 << FACETS.length;
const SURE = 1 << (FACETS.length + 1);
const PASS = 1 << (FACETS.length + 2);
const EVERY = 2 * PASS - 1;
const FOREVER = 9999_12_31;

/** The values of each item as numbers: those of item i are codes[start[i]] up to codes[start[i + 1]]. */
interface Column {
  readonly facet: Facet;
  readonly bit: number;
  readonly values: readonly string[];
  readonly start: Int32Array;
  readonly codes: Int32Array;
}
interface Grains {
  readonly columns: Readonly<Record<Facet["of"], readonly Column[]>>;
  /** Of each fact: the number of its first claim, counted over all facts. */
  readonly firstClaim: Int32Array;
  /** Of each fact: the first and the last day on which it may have happened; before all days where nobody says. */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
}

export interface Sieved {
  readonly graph: Graph;
  readonly nodes: Uint8Array;
  readonly edges: readonly (readonly Way[] | null)[];
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Of each thing, fact and claim that the drawing has: the bits with which it has it. */
  readonly masks: Readonly<Record<Facet["of"], Uint16Array>>;
}

const known = new WeakMap<Graph, Grains>();

function grainsOf(graph: Graph): Grains {
  const before = known.get(graph);
  if (before) return before;
  const { facts, things } = graph;
  const firstClaim = new Int32Array(facts.length + 1);
  facts.forEach(([, , , claims], fact) => (firstClaim[fact + 1] = firstClaim[fact] + claims.length));
  const claims = facts.flatMap((fact, number) => fact[3].map((_, claim) => [number, claim] as const));
  const items = { thing: things.map((_, thing) => [thing, 0] as const), fact: facts.map((_, fact) => [fact, 0] as const), claim: claims };
  const columns: Record<Facet["of"], Column[]> = { thing: [], fact: [], claim: [] };
  FACETS.forEach((facet, number) => columns[facet.of].push(columnOf(graph, facet, 1 << number, items[facet.of])));
  const made: Grains = {
    columns,
    firstClaim,
    begins: Int32Array.from(graph.payload.when, (span) => (span?.[0] ? firstDay(span[0]) : 0)),
    ends: Int32Array.from(graph.payload.when, (span) => (span ? (span[1] === null ? FOREVER : lastDay(span[1])) : -1)),
  };
  known.set(graph, made);
  return made;
}

function columnOf(graph: Graph, facet: Facet, bit: number, items: readonly (readonly [number, number])[]): Column {
  const values = facet.order(graph);
  const codeOf = new Map(values.map((value, code) => [value, code]));
  const start = new Int32Array(items.length + 1);
  const codes: number[] = [];
  items.forEach(([item, claim], i) => {
    for (const value of facet.values(graph, item, claim)) codes.push(codeOf.get(value)!);
    start[i + 1] = codes.length;
  });
  return { facet, bit, values, start, codes: Int32Array.from(codes) };
}

/** The bits of the filters that an item fails. */
type Fails = (item: number) => number;

function failsOf(columns: readonly Column[], filters: Filters): Fails {
  const active = columns.filter(({ facet }) => filtersOut(filters[facet.name]));
  const allowed = active.map(({ facet, values }) => Uint8Array.from(values, (value) => Number(admits(filters[facet.name], value))));
  return (item) => {
    let failed = 0;
    for (let i = 0; i < active.length; i++) {
      const { bit, start, codes } = active[i];
      let some = 0;
      for (let at = start[item]; at < start[item + 1]; at++) some |= allowed[i][codes[at]];
      if (!some) failed |= bit;
    }
    return failed;
  };
}

// One filter that fails is forgiven where it is the one left aside.
function mask(failed: number): number {
  return failed === 0 ? EVERY : (failed & (failed - 1)) === 0 ? failed : 0;
}

export function sieve(graph: Graph, view: View, filters: Filters): Sieved {
  const grains = grainsOf(graph);
  const thingMask = masksOfThings(graph, grains, filters);
  const { factMask, claimMask } = masksOfFacts(graph, grains, filters);
  const edgeMask = new Uint16Array(view.ways.length);
  for (let edge = 0; edge < edgeMask.length; edge++) {
    let any = 0;
    for (const way of view.ways[edge]) any |= maskOfWay(way, thingMask, factMask);
    edgeMask[edge] = any & thingMask[view.things[view.from[edge]]] & thingMask[view.things[view.to[edge]]];
  }
  if (filters.near && view.nodeOf.has(filters.near.thing)) nearOnly(graph, view, view.nodeOf.get(filters.near.thing)!, filters.near.depth, edgeMask);
  return drawn(graph, view, grains, { thingMask, factMask, claimMask, edgeMask });
}

function masksOfThings({ things }: Graph, { columns }: Grains, filters: Filters): Uint16Array {
  const fails = failsOf(columns.thing, filters);
  return Uint16Array.from(things, (_, thing) => mask(fails(thing)));
}

function masksOfFacts({ facts }: Graph, { columns, firstClaim, begins, ends }: Grains, filters: Filters) {
  const { since, until, sure } = filters;
  const [failsFact, failsClaim] = [failsOf(columns.fact, filters), failsOf(columns.claim, filters)];
  const [from, to] = [since === null ? 0 : firstDay(since), until === null ? Infinity : lastDay(until)];
  const timed = since !== null || until !== null;
  const claimMask = new Uint16Array(firstClaim[facts.length]);
  const factMask = Uint16Array.from(facts, ([, , , claims, figures], fact) => {
    const failed = failsFact(fact) | (timed && !(ends[fact] >= from && begins[fact] <= to) ? TIME : 0);
    let any = 0;
    for (let i = 0; i < claims.length; i++) {
      const unsure = sure > 0 && (figures[claims[i].status] ?? 0) < sure ? SURE : 0;
      any |= claimMask[firstClaim[fact] + i] = mask(failed | unsure | failsClaim(firstClaim[fact] + i));
    }
    return any;
  });
  return { factMask, claimMask };
}

// A way through a thing needs all its facts, a direct one any.
function maskOfWay([via, facts]: Way, things: Uint16Array, passed: Uint16Array): number {
  if (via < 0) {
    let any = 0;
    for (const fact of facts) any |= passed[fact];
    return any;
  }
  let all = things[via];
  for (const fact of facts) all &= passed[fact];
  return all;
}

// Takes away what is too far from a node. No way leads on from a place, which much lies in.
function nearOnly(graph: Graph, view: View, centre: number, depth: number, edgeMask: Uint16Array): void {
  const ends = Uint8Array.from(view.things, (thing, node) => Number(node !== centre && graph.familyOf[thing] === "Place"));
  let reached = new Uint16Array(view.things.length);
  reached[centre] = EVERY;
  for (let step = 0; step < depth; step++) {
    const next = reached.slice();
    for (let edge = 0; edge < edgeMask.length; edge++) {
      const [a, b] = [view.from[edge], view.to[edge]];
      if (!ends[a]) next[b] |= reached[a] & edgeMask[edge];
      if (!ends[b]) next[a] |= reached[b] & edgeMask[edge];
    }
    reached = next;
  }
  for (let edge = 0; edge < edgeMask.length; edge++) edgeMask[edge] &= reached[view.from[edge]] & reached[view.to[edge]];
}

interface Masks {
  readonly thingMask: Uint16Array;
  readonly factMask: Uint16Array;
  readonly claimMask: Uint16Array;
  readonly edgeMask: Uint16Array;
}

function drawn(graph: Graph, view: View, { firstClaim }: Grains, { thingMask, factMask, claimMask, edgeMask }: Masks): Sieved {
  const nodes = new Uint8Array(view.things.length);
  const masks = { thing: new Uint16Array(thingMask.length), fact: new Uint16Array(factMask.length), claim: claimMask };
  let edgeCount = 0;
  const edges = view.ways.map((ways, edge) => {
    const bits = edgeMask[edge];
    if (!bits) return null;
    const [from, to] = [view.from[edge], view.to[edge]];
    masks.thing[view.things[from]] |= bits;
    masks.thing[view.things[to]] |= bits;
    for (const way of ways) {
      const through = maskOfWay(way, thingMask, factMask) & bits;
      if (!through) continue;
      if (way[0] >= 0) masks.thing[way[0]] |= through;
      for (const fact of way[1]) masks.fact[fact] |= through & factMask[fact];
    }
    if (!(bits & PASS)) return null;
    nodes[from] = nodes[to] = 1;
    edgeCount += 1;
    return left(ways, thingMask, factMask);
  });
  for (let fact = 0; fact < masks.fact.length; fact++) {
    for (let claim = firstClaim[fact]; claim < firstClaim[fact + 1]; claim++) claimMask[claim] &= masks.fact[fact];
  }
  let nodeCount = 0;
  for (const on of nodes) nodeCount += on;
  return { graph, nodes, edges, nodeCount, edgeCount, masks };
}

function left(ways: readonly Way[], things: Uint16Array, facts: Uint16Array): readonly Way[] {
  if (ways.every((way) => maskOfWay(way, things, facts) & PASS && way[1].every((fact) => facts[fact] & PASS))) return ways;
  return ways
    .filter((way) => maskOfWay(way, things, facts) & PASS)
    .map((way) => (way[1].every((fact) => facts[fact] & PASS) ? way : [way[0], way[1].filter((fact) => facts[fact] & PASS)]));
}

/** The claims of a fact that a drawing shows. */
export function claimsLeft({ graph, masks }: Sieved, fact: number): Claim[] {
  const first = grainsOf(graph).firstClaim[fact];
  return graph.facts[fact][3].filter((_, claim) => masks.claim[first + claim] & PASS);
}

/** How many things or facts a drawing would show of each value of a facet, that facet's own filter aside. */
export function tally({ graph, masks }: Sieved, facet: Facet): Map<string, number> {
  const grains = grainsOf(graph);
  const column = grains.columns[facet.of].find((one) => one.facet === facet)!;
  return count(column, facet.of === "claim" ? grains.firstClaim : null, masks[facet.of], column.bit);
}

/** How many facts a drawing would show of each year, whatever the bounds of time. */
export function tallyYears({ graph, masks }: Sieved): Map<string, number> {
  const column = grainsOf(graph).columns.fact.find(({ facet }) => facet.name === "year")!;
  return count(column, null, masks.fact, TIME);
}

/** How many facts any bounds of time leave out, since nobody says when they happened. */
export function tallyUndated({ graph, masks }: Sieved): number {
  const { ends } = grainsOf(graph);
  return masks.fact.reduce((sum, bits, fact) => sum + Number(bits & TIME && ends[fact] < 0), 0);
}

// Claims count by their facts: each value once for each.
function count({ values, start, codes }: Column, firstOf: Int32Array | null, masks: Uint16Array, bit: number): Map<string, number> {
  const found = new Int32Array(values.length);
  const last = new Int32Array(values.length).fill(-1);
  const groups = firstOf ? firstOf.length - 1 : masks.length;
  for (let group = 0; group < groups; group++) {
    const [first, end] = firstOf ? [firstOf[group], firstOf[group + 1]] : [group, group + 1];
    for (let item = first; item < end; item++) {
      if (!(masks[item] & bit)) continue;
      for (let at = start[item]; at < start[item + 1]; at++) {
        if (last[codes[at]] === group) continue;
        last[codes[at]] = group;
        found[codes[at]] += 1;
      }
    }
  }
  return new Map(values.map((value, code) => [value, found[code]]));
}
