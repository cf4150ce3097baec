// What the panel tells, put in order: facts by property, claims by how they are put, passages once each.
import { type Graph, UNDATED } from "./graph";
import type { Claim, Status, Way } from "./payload";

export interface Passage {
  readonly digest: number;
  readonly exact: string;
  /** The code point of the digest's text at which it first stands. */
  readonly start: number;
  readonly rules: readonly string[];
  /** That of the least sure claim that rests on it. */
  readonly confidence: number;
}
/** Claims that put a fact in the same way. */
export interface Manner {
  readonly status: Status;
  readonly title: string;
  /** Since and until when a post was held. */
  readonly span: string;
  readonly passages: readonly Passage[];
}
export interface Told {
  readonly fact: number;
  readonly claims: readonly Claim[];
}
export interface Group {
  readonly property: string;
  readonly inverse: boolean;
  readonly facts: readonly (Told & { readonly other: number })[];
}

/** Claims by status and post, each passage once, that of the oldest digest first. */
export function manners({ payload: { digests } }: Graph, claims: readonly Claim[]): Manner[] {
  const found = new Map<string, { status: Status; title: string; span: string; passages: Map<string, Passage> }>();
  for (const { status, title = "", since, until, quotes, rule, confidence } of claims) {
    const span = [since, until].filter(Boolean).join("/");
    const key = [status, title, span].join("\n");
    if (!found.has(key)) found.set(key, { status, title, span, passages: new Map() });
    const { passages } = found.get(key)!;
    for (const [digest, exact, start] of quotes) {
      const before = passages.get(`${digest}\n${exact}`);
      passages.set(`${digest}\n${exact}`, {
        digest,
        exact,
        start: before?.start ?? start,
        rules: [...new Set([...(before?.rules ?? []), rule])],
        confidence: Math.min(confidence, before?.confidence ?? 1),
      });
    }
  }
  const told = ({ digest }: Passage) => digests[digest][3] ?? UNDATED;
  const oldest = (passages: Iterable<Passage>) => [...passages].sort((a, b) => (told(a) < told(b) ? -1 : Number(told(a) > told(b))));
  return [...found.values()].map((manner) => ({ ...manner, passages: oldest(manner.passages.values()) }));
}

/** A thing's facts by property and direction, in the ontology's order, each oldest first; `wanted` leaves out claims. */
export function groups(graph: Graph, thing: number, wanted: (claim: Claim) => boolean): Group[] {
  const found = new Map<string, { property: string; inverse: boolean; facts: (Told & { other: number })[] }>();
  for (const fact of [...graph.factsOf[thing]].sort(graph.inTime)) {
    const [subject, property, object, all] = graph.facts[fact];
    const claims = all.filter(wanted);
    if (!claims.length) continue;
    const inverse = subject !== thing && !graph.payload.properties[property].symmetric;
    const key = `${property} ${inverse}`;
    if (!found.has(key)) found.set(key, { property, inverse, facts: [] });
    found.get(key)!.facts.push({ fact, claims, other: subject === thing ? object : subject });
  }
  const order = Object.keys(graph.payload.properties);
  return [...found.values()].sort((a, b) => order.indexOf(a.property) - order.indexOf(b.property) || Number(a.inverse) - Number(b.inverse));
}

export interface Shared {
  readonly facts: readonly number[];
  readonly claims: readonly Claim[];
}

/** Facts oldest first; those that rest on the same passages stand together over them. */
export function shared(graph: Graph, facts: readonly number[]): Shared[] {
  const found = new Map<string, { facts: number[]; claims: Claim[] }>();
  for (const fact of [...facts].sort(graph.inTime)) {
    const claims = graph.facts[fact][3];
    const key = JSON.stringify(claims.map(({ status, quotes }) => [status, quotes]));
    if (!found.has(key)) found.set(key, { facts: [], claims: [] });
    found.get(key)!.facts.push(fact);
    found.get(key)!.claims.push(...claims);
  }
  return [...found.values()];
}

/** What joins two things, oldest first: what they did together, and runs of facts between them. */
export function joints(graph: Graph, ways: readonly Way[]): readonly Way[] {
  const oldest = (facts: readonly number[]) => facts.reduce((a, b) => (graph.inTime(a, b) <= 0 ? a : b));
  const parts = ways.flatMap(([via, facts]): Way[] => (via < 0 ? shared(graph, facts).map(({ facts }) => [via, facts]) : [[via, facts]]));
  const runs: (readonly [via: number, facts: readonly number[]])[] = [];
  for (const [via, facts] of parts.sort(([, a], [, b]) => graph.inTime(oldest(a), oldest(b)))) {
    const [before, earlier] = runs.at(-1) ?? [0, []];
    if (via < 0 && before < 0) runs[runs.length - 1] = [via, [...earlier, ...facts]];
    else runs.push([via, facts]);
  }
  return runs;
}

/** How sure a fact is by all digests that state it in one way; null where one digest says it alone. */
export function together(graph: Graph, fact: number, claims: readonly Claim[]): number | null {
  const { status } = claims[0];
  const digests = new Set(claims.filter((claim) => claim.status === status).flatMap((claim) => claim.quotes.map(([digest]) => digest)));
  return digests.size > 1 ? (graph.facts[fact][4][status] ?? null) : null;
}
