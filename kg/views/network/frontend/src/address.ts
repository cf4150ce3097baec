// The state as the address's fragment, so that a link gives the same view again: #v=whole&t=person/li&class=-Place.
// Only what differs from the page's beginning stands in it; what it does not understand it ignores.
import type { Pair } from "./between";
import type { Point } from "./camera";
import { FACETS, type FacetName, type Filter, type Filters, type Near, sameFilter } from "./facets";
import type { Graph } from "./graph";
import { VIEWS, type ViewName } from "./payload";
import { baseOf, isPerspective } from "./perspectives";
import type { Pins } from "./pins";
import { SIZES } from "./sizes";
import { COLOURINGS, type Camera, type Chosen, type Place, type Reading, type State } from "./state";
import { isDate } from "./times";
import { isLang } from "./words";

const DRAWINGS = ["overview", "whole", "between"] as const;

export function writeAddress(graph: Graph, state: State, first: State): string {
  const parts: [string, string][] = [];
  const beginning = baseOf(graph, first, state.perspective);
  if (state.perspective) parts.push(["see", state.perspective]);
  if (state.between) parts.push(["b", writePair(graph, state.between)]);
  if (state.view !== beginning.view) parts.push(["v", state.view]);
  if (state.chosen && "thing" in state.chosen) parts.push(["t", escape(graph.things[state.chosen.thing].key)]);
  else if (state.chosen && "path" in state.chosen) parts.push(["p", writePath(graph, state.chosen)]);
  else if (state.chosen && "passage" in state.chosen) parts.push(["q", writePlace(graph, state.chosen.passage)]);
  else if (state.chosen && "community" in state.chosen) parts.push(["c", escape(graph.things[state.chosen.community].key)]);
  else if (state.chosen) parts.push(["e", writePair(graph, state.chosen.pair)]);
  if (state.reading) parts.push(["d", writeReading(graph, state.reading)]);
  for (const { name } of FACETS) {
    if (!sameFilter(state.filters[name], beginning.filters[name])) parts.push([name, writeFilter(state.filters[name])]);
  }
  const { since, until, sure, near } = state.filters;
  if (since !== beginning.filters.since || until !== beginning.filters.until) parts.push(["time", `${since ?? ""}..${until ?? ""}`]);
  if (sure !== beginning.filters.sure) parts.push(["sure", String(sure)]);
  if (near) parts.push(["near", `${escape(graph.things[near.thing].key)},${near.depth}`]);
  for (const name of DRAWINGS) if (state.pins[name].size) parts.push([`pin-${name}`, writePins(graph, state.pins[name])]);
  if (state.colour !== beginning.colour) parts.push(["colour", state.colour]);
  if (state.size !== beginning.size) parts.push(["size", state.size]);
  if (state.camera) parts.push(["at", writeCamera(state.camera)]);
  if (state.lang !== beginning.lang) parts.push(["lang", state.lang]);
  if (state.theme) parts.push(["theme", state.theme]);
  return parts.length ? "#" + parts.map((part) => part.join("=")).join("&") : "";
}

export function readAddress(graph: Graph, fragment: string, first: State): State {
  const found = new Map(fragment.replace(/^#/, "").split("&").map((part) => [part.split("=", 1)[0], part.slice(part.indexOf("=") + 1)]));
  const see = found.get("see") ?? "";
  const beginning = baseOf(graph, first, isPerspective(see) ? see : null);
  const view = found.get("v") as ViewName;
  const lang = found.get("lang") ?? "";
  const theme = found.get("theme");
  const filters: Filters = {
    ...beginning.filters,
    ...Object.fromEntries(FACETS.flatMap(({ name }): [FacetName, Filter][] => (found.has(name) ? [[name, readFilter(found.get(name)!)]] : []))),
    ...readTime(found.get("time")),
    ...readSure(found.get("sure")),
    near: readNear(graph, found.get("near")) ?? beginning.filters.near,
  };
  return {
    lang: isLang(lang) ? lang : beginning.lang,
    theme: theme === "dark" || theme === "light" ? theme : null,
    view: VIEWS.includes(view) ? view : beginning.view,
    between: readPair(graph, found.get("b")),
    perspective: beginning.perspective,
    filters,
    pins: { overview: readPins(graph, found.get("pin-overview")), whole: readPins(graph, found.get("pin-whole")), between: readPins(graph, found.get("pin-between")) },
    colour: COLOURINGS.find((one) => one === found.get("colour")) ?? beginning.colour,
    size: SIZES.find((one) => one === found.get("size")) ?? beginning.size,
    chosen: readChosen(graph, found),
    reading: readReading(graph, found.get("d")),
    camera: readCamera(found.get("at")),
  };
}

function readChosen(graph: Graph, found: ReadonlyMap<string, string>): Chosen | null {
  const { byKey } = graph;
  const thing = byKey.get(unescape(found.get("t") ?? ""));
  if (thing !== undefined) return { thing };
  const community = byKey.get(unescape(found.get("c") ?? ""));
  if (community !== undefined) return { community };
  const path = found.get("p");
  if (path !== undefined) return readPath(graph, path);
  const passage = readPlace(graph, found.get("q") ?? "");
  if (passage) return { passage };
  const pair = readPair(graph, found.get("e"));
  return pair && { pair };
}

// "a@1,2~b@-3,4": where a and b stand.
function writePins({ things }: Graph, pins: Pins["whole"]): string {
  return [...pins].map(([thing, { x, y }]) => `${escape(things[thing].key)}@${x},${y}`).join("~");
}

function readPins({ byKey }: Graph, text = ""): Pins["whole"] {
  const found = text.split("~").flatMap((part): [number, Point][] => {
    const [, key, x, y] = /^(.+)@(-?\d{1,6}),(-?\d{1,6})$/.exec(part) ?? [];
    const thing = byKey.get(unescape(key ?? ""));
    return thing === undefined ? [] : [[thing, { x: Number(x), y: Number(y) }]];
  });
  return new Map(found);
}

function writePair(graph: Graph, pair: Pair): string {
  return pair.map((end) => escape(graph.things[end].key)).join("~");
}

function readPair({ byKey }: Graph, text = ""): Pair | null {
  const [one, other] = text.split("~").map((key) => byKey.get(unescape(key)));
  return one !== undefined && other !== undefined && one !== other ? [one, other] : null;
}

// "a~b", "a~" while its end is not said, "a~b~2" where the third way alone is lit.
function writePath({ things }: Graph, { path, only }: Extract<Chosen, { path: unknown }>): string {
  const ends = path.map((end) => (end === null ? "" : escape(things[end].key)));
  return [...ends, ...(only === undefined ? [] : [only])].join("~");
}

function readPath({ byKey }: Graph, text: string): Chosen | null {
  const [from, to, only] = text.split("~");
  const [a, b] = [from, to].map((key) => byKey.get(unescape(key ?? "")) ?? null);
  if (a !== null && a === b) return null;
  return { path: [a, b], ...(/^\d$/.test(only ?? "") ? { only: Number(only) } : {}) };
}

// "": the list; "id": a digest; "id~120": from the passage at its code point 120 on.
function writeReading(graph: Graph, { digest, at }: Reading): string {
  if (digest === null) return "";
  return at === null ? escape(graph.payload.digests[digest][0]) : writePlace(graph, [digest, at]);
}

function readReading(graph: Graph, text: string | undefined): Reading | null {
  if (text === undefined) return null;
  const [id, at] = text.split("~");
  const digest = digestOf(graph, id);
  return { digest, at: digest !== null && /^\d+$/.test(at ?? "") ? Number(at) : null };
}

function writePlace({ payload }: Graph, [digest, start]: Place): string {
  return `${escape(payload.digests[digest][0])}~${start}`;
}

function readPlace(graph: Graph, text: string): Place | null {
  const reading = readReading(graph, text);
  return reading && reading.digest !== null && reading.at !== null ? [reading.digest, reading.at] : null;
}

function digestOf({ payload }: Graph, id: string): number | null {
  const found = payload.digests.findIndex(([known]) => known === unescape(id));
  return found < 0 ? null : found;
}

// "-a.b": all but a and b; "a.b": only these.
function writeFilter({ only, values }: Filter): string {
  return (only ? "" : "-") + [...values].sort().map(escape).join(".");
}

function readFilter(text: string): Filter {
  const only = !text.startsWith("-");
  return { only, values: new Set((only ? text : text.slice(1)).split(".").filter(Boolean).map(unescape)) };
}

function readTime(text = ""): Partial<Filters> {
  const [since, until, ...more] = text.split("..");
  const dates = [since, until].filter(Boolean);
  return until === undefined || more.length || !dates.every(isDate) ? {} : { since: since || null, until: until || null };
}

function readSure(text = ""): Partial<Filters> {
  return /^[01](\.\d+)?$/.test(text) && Number(text) <= 1 ? { sure: Number(text) } : {};
}

function readNear({ byKey }: Graph, text = ""): Near | null {
  const [, key, depth] = /^(.+),([1-9])$/.exec(text) ?? [];
  const thing = byKey.get(unescape(key ?? ""));
  return thing === undefined ? null : { thing, depth: Number(depth) };
}

function writeCamera({ x, y, zoom }: Camera): string {
  return [Math.round(x), Math.round(y), Number(zoom.toPrecision(3))].join(",");
}

function readCamera(text: string | undefined): Camera | null {
  const [x, y, zoom, ...more] = (text ?? "").split(",").map(Number);
  return [x, y, zoom].every(Number.isFinite) && zoom > 0 && !more.length ? { x, y, zoom } : null;
}

// "/" may stand in a fragment as it is, and reads better so.
function escape(text: string): string {
  return encodeURIComponent(text).replaceAll("%2F", "/").replaceAll(".", "%2E").replaceAll("~", "%7E");
}

// Percent signs that somebody typed or a mail program broke are no reason to fail.
function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
