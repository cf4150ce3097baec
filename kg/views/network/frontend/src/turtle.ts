// What is shown as Turtle: the store's own statements of the things drawn, and of what they are joined by.
import type { Graph } from "./graph";
import type { Statements } from "./payload";
import type { Taken } from "./taken";

const POSTS: ReadonlySet<string> = new Set(["holdsPost", "memberOf"]);

/** Only what is reported as done is a statement: what is planned or denied stands in the store as a claim. */
export function turtleOf(graph: Graph, { prefixes, things, posts, concepts, schemes }: Statements, taken: readonly Taken[]): string {
  const facts = taken.filter(({ claims }) => claims.some(({ status }) => status === "held")).map(({ fact }) => graph.facts[fact]);
  const named = new Set(facts.flatMap(([subject, , object]) => [subject, object]));
  // What their descriptions refer to is described as well.
  for (const thing of [...named]) {
    const { place, series, subjects = [] } = graph.things[thing];
    for (const other of [place, series, ...subjects]) if (other !== undefined) named.add(other);
  }
  const held = new Set(facts.filter(([, property]) => POSTS.has(property)).map(([subject, , object]) => `${subject} ${object}`));
  const ordered = [...named].sort((a, b) => a - b);
  const kinds = new Set(ordered.flatMap((thing) => graph.things[thing].kind ?? []));
  const stated = new Map<number, string[]>();
  for (const [subject, property, object] of facts) stated.set(subject, [...(stated.get(subject) ?? []), `srac:${property} ${things[object][0]}`]);
  const blocks = [
    ...ordered.map((thing) => [`${things[thing][0]} ${things[thing][1]}`, ...(stated.get(thing) ?? [])].join(" ;\n    ")),
    ...posts.filter(([member, organization]) => held.has(`${member} ${organization}`)).map(([, , block]) => block),
    ...[...kinds].sort().flatMap((kind) => concepts[kind] ?? []),
    ...(ordered.some((thing) => graph.things[thing].cls === "Topic") ? schemes : []),
  ];
  const text = blocks.map((block) => `${block} .\n`).join("\n");
  const used = Object.entries(prefixes).filter(([prefix]) => text.includes(`${prefix}:`));
  return `${used.map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`).join("")}\n${text}`;
}
