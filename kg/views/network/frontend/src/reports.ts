// What each digest reports: which facts rest on which of its passages.
import type { Graph } from "./graph";
import type { Evidenced } from "./marks";
import { unitsOf } from "./offsets";

/** Of each digest: its passages by the code point at which they begin, in order. */
export type Reports = readonly ReadonlyMap<number, Reported>[];
export interface Reported {
  /** The longest passage that begins there. */
  readonly exact: string;
  readonly facts: readonly number[];
}

const known = new WeakMap<Graph, Reports>();

/** Of each digest: what is reported at which code point of its text; gathered once. */
export function reports(graph: Graph): Reports {
  const made = known.get(graph) ?? gathered(graph);
  known.set(graph, made);
  return made;
}

function gathered({ facts, payload }: Graph): Reports {
  const found = payload.digests.map(() => new Map<number, { exact: string; facts: Set<number> }>());
  facts.forEach(([, , , claims], fact) => {
    for (const [digest, exact, start] of claims.flatMap((claim) => claim.quotes)) {
      const before = found[digest].get(start);
      const longest = before && before.exact.length > exact.length ? before.exact : exact;
      found[digest].set(start, { exact: longest, facts: (before?.facts ?? new Set()).add(fact) });
    }
  });
  return found.map((passages) => new Map([...passages].sort(([a], [b]) => a - b).map(([start, { exact, facts }]) => [start, { exact, facts: [...facts] }])));
}

/** The facts of a digest in the order of its text, each where it is first told. */
export function factsIn(graph: Graph, digest: number): number[] {
  return [...new Set([...reports(graph)[digest].values()].flatMap(({ facts }) => facts))];
}

/** The passages of a digest in its text as the browser counts it; what is not there word for word is left out. */
export function evidenced(graph: Graph, digest: number, text: string): Evidenced[] {
  const units = unitsOf(text);
  return [...reports(graph)[digest]].flatMap(([at, { exact }]) => {
    const start = units(at);
    return text.startsWith(exact, start) ? [{ at, start, end: start + exact.length }] : [];
  });
}
