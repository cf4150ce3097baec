// The payload with its indexes: what every other module asks about things and facts. Nothing in it ever changes.
import type { Fact, Payload, Thing, ViewName } from "./payload";
import { yearsIn } from "./times";
import { type View, indexView } from "./view";

export interface Graph {
  readonly payload: Payload;
  readonly things: readonly Thing[];
  readonly facts: readonly Fact[];
  readonly views: Readonly<Record<ViewName, View>>;
  readonly byKey: ReadonlyMap<string, number>;
  /** Of each thing: the facts that it is subject or object of. */
  readonly factsOf: readonly (readonly number[])[];
  /** Of each thing: the name of its family, which says how it is drawn. */
  readonly familyOf: readonly string[];
  /** Of each fact: the date to which it belongs, "" where no text tells. */
  readonly happened: readonly string[];
  /** Every year in which something may have happened. */
  readonly years: readonly number[];
  /** Numbers of facts, oldest first. */
  readonly inTime: (a: number, b: number) => number;
}

/** After every date: what nobody dates is told last. */
export const UNDATED = "9999";

export function indexGraph(payload: Payload): Graph {
  const { things, facts } = payload;
  const families = new Map(Object.entries(payload.families).flatMap(([name, { classes }]) => classes.map((cls) => [cls, name])));
  const factsOf: number[][] = things.map(() => []);
  facts.forEach(([subject, , object], number) => {
    factsOf[subject].push(number);
    if (object !== subject) factsOf[object].push(number);
  });
  const happened = facts.map((fact) => dateOf(fact, things));
  const when = facts.map((fact, number) => happened[number] || firstReported(fact, payload));
  return {
    payload,
    things,
    facts,
    views: { overview: indexView("overview", payload.views.overview), whole: indexView("whole", payload.views.whole) },
    byKey: new Map(things.map((thing, number) => [thing.key, number])),
    factsOf,
    familyOf: things.map((thing) => families.get(thing.cls)!),
    happened,
    years: yearsIn(payload.when),
    inTime: (a, b) => (when[a] < when[b] ? -1 : when[a] > when[b] ? 1 : a - b),
  };
}

// A post's own date, else that of the agreement or event at an end.
function dateOf([subject, , object, claims]: Fact, things: readonly Thing[]): string {
  const post = claims.flatMap((claim) => claim.since ?? []).sort()[0];
  return post ?? things[object].date ?? things[subject].date ?? "";
}

function firstReported([, , , claims]: Fact, { digests }: Payload): string {
  return claims.flatMap((claim) => claim.quotes.map(([digest]) => digests[digest][3] ?? UNDATED)).sort()[0] ?? UNDATED;
}

export function isHeld([, , , claims]: Fact): boolean {
  return claims.some((claim) => claim.status === "held");
}
