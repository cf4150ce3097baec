// What lies between two things, as a drawing of its own: the two at the sides, what they did together in the middle, oldest
// at the top, and beside it the people who took part for one of them.
import type { Graph } from "./graph";
import type { Edge, Node } from "./payload";
import { type View, indexView } from "./view";

export type Pair = readonly [number, number];

/** The drawing's units between columns and rows; a column is no longer than so many. */
const WIDE = 190;
const HIGH = 66;
const LONG = 9;
const RADIUS = { end: 20, common: 11, person: 8 } as const;

/** Families of what lies between two: what they did, founded or share; neither where both are nor who else works with both. */
const LIES: ReadonlySet<string> = new Set(["Agreement", "Event", "Programme", "Recognition", "JointStructure", "InnovationHub", "OrganizationalUnit", "Person"]);

interface Between {
  readonly common: readonly number[];
  /** People of the one and of the other who are joined to what is common. */
  readonly people: readonly [readonly number[], readonly number[]];
}

const last = new WeakMap<Graph, View>();

/** The drawing of what lies between two things. */
export function betweenView(graph: Graph, pair: Pair): View {
  const before = last.get(graph);
  if (before?.things[0] === pair[0] && before.things[1] === pair[1]) return before;
  const view = made(graph, pair);
  last.set(graph, view);
  return view;
}

/** Whether there is more to draw between two things than a line. */
export function hasBetween(graph: Graph, pair: Pair): boolean {
  return between(graph, pair).common.length > 0;
}

function between({ factsOf, facts, familyOf, inTime, things }: Graph, [one, other]: Pair): Between {
  const near = (thing: number) => new Set(factsOf[thing].map((fact) => (facts[fact][0] === thing ? facts[fact][2] : facts[fact][0])));
  const [ofOne, ofOther] = [near(one), near(other)];
  const both = [...ofOne].filter((thing) => ofOther.has(thing) && thing !== one && thing !== other && LIES.has(familyOf[thing]));
  const oldest = (thing: number) => factsOf[thing].reduce((a, b) => (inTime(a, b) <= 0 ? a : b));
  const common = both.sort((a, b) => Number(familyOf[a] === "Person") - Number(familyOf[b] === "Person") || inTime(oldest(a), oldest(b)));
  const place = new Map(common.map((thing, i) => [thing, i]));
  const joined = (thing: number) => [...near(thing)].flatMap((found) => place.get(found) ?? []);
  const people = (side: Set<number>) =>
    [...side]
      .filter((thing) => familyOf[thing] === "Person" && !place.has(thing))
      .map((thing) => ({ thing, at: joined(thing) }))
      .filter(({ at }) => at.length)
      .sort((a, b) => Math.min(...a.at) - Math.min(...b.at) || (things[a.thing].key < things[b.thing].key ? -1 : 1))
      .map(({ thing }) => thing);
  return { common, people: [people(ofOne), people(ofOther)] };
}

function made(graph: Graph, pair: Pair): View {
  const { common, people } = between(graph, pair);
  const middle = columns(common, 0);
  const left = columns(people[0], -1);
  const right = columns(people[1], 1);
  const sides = [-(middle.wide / 2 + left.wide), middle.wide / 2 + right.wide];
  const end = (i: 0 | 1): Spot => [pair[i], sides[i] + (i ? 1 : -1) * (people[i].length ? 0.75 : 1) * WIDE, 0, RADIUS.end];
  const shift = (spots: readonly Spot[], dx: number): Spot[] => spots.map(([thing, x, y, radius]) => [thing, x + dx, y, radius]);
  const spots = [end(0), end(1), ...middle.spots, ...shift(left.spots, -middle.wide / 2), ...shift(right.spots, middle.wide / 2)];
  return drawingOf(graph, spots);
}

type Spot = readonly [thing: number, x: number, y: number, radius: number];

/** Things in columns: around the middle (0), or outwards from it to the left (-1) or right (1); every second row is moved aside, so that names find room. */
function columns(things: readonly number[], side: -1 | 0 | 1): { spots: readonly Spot[]; wide: number } {
  if (!things.length) return { spots: [], wide: side ? 0 : WIDE / 2 };
  const n = Math.ceil(things.length / LONG);
  const rows = Math.ceil(things.length / n);
  const radius = side ? RADIUS.person : RADIUS.common;
  const spots = things.map((thing, i): Spot => {
    const [column, row] = [i % n, Math.floor(i / n)];
    const x = side ? side * (column + 0.7) * WIDE : (column - (n - 1) / 2) * WIDE;
    return [thing, Math.round(x + (row % 2 ? 0.12 : -0.12) * WIDE), Math.round((row - (rows - 1) / 2) * HIGH), radius];
  });
  return { spots, wide: n * WIDE };
}

// The facts among them are the lines that the drawing of everything has between them.
function drawingOf(graph: Graph, spots: readonly Spot[]): View {
  const { whole } = graph.views;
  const known = spots.filter(([thing]) => whole.nodeOf.has(thing));
  const place = new Map(known.map(([thing], i) => [thing, i]));
  const nodes = known.map(([thing, x, y, radius]): Node => {
    const node = whole.nodeOf.get(thing)!;
    return [thing, x, y, radius, whole.community[node], whole.between[node]];
  });
  const edges = known.flatMap(([thing], from) =>
    whole.edgesOf[whole.nodeOf.get(thing)!].flatMap((edge): Edge[] => {
      const [a, b] = [whole.things[whole.from[edge]], whole.things[whole.to[edge]]];
      const to = place.get(a === thing ? b : a);
      return to !== undefined && from < to ? [[from, to, whole.ways[edge]]] : [];
    }),
  );
  return indexView("between", { nodes, edges });
}
