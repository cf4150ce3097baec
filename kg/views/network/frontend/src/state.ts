// All that the reader can change, as one frozen value; what is drawn and said follows from it.
import { type Pair, betweenView } from "./between";
import { ALL, type Filters, OPEN, allBut } from "./facets";
import type { Graph } from "./graph";
import type { Lang, ViewName } from "./payload";
import type { PerspectiveName } from "./perspectives";
import { type Pins, UNPINNED } from "./pins";
import type { SizeName } from "./sizes";
import type { View } from "./view";

/** What the panel tells of: a thing, two things and what joins them, the ways from one to another, a passage of a digest, a community. */
export type Chosen =
  | { readonly thing: number }
  | { readonly pair: readonly [number, number] }
  | { readonly path: Ends; /** One of the ways, where only that shall be lit. */ readonly only?: number }
  | { readonly passage: Place }
  /** That of which a thing is the most central member. */
  | { readonly community: number };
/** From where to where; null: not yet said. */
export type Ends = readonly [from: number | null, to: number | null];
/** A digest and the code point of its text at which a passage begins. */
export type Place = readonly [digest: number, start: number];
/** What is read in place of the drawing: the list of all digests (null), or one of them, from a passage on. */
export interface Reading {
  readonly digest: number | null;
  readonly at: number | null;
}
/** By what nodes are coloured. */
export const COLOURINGS = ["class", "community"] as const;
export type Colouring = (typeof COLOURINGS)[number];
export type Theme = "light" | "dark";
/** The point of the drawing in the middle of the screen, and how many pixels one of its units takes. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface State {
  readonly lang: Lang;
  /** null: as the system has it. */
  readonly theme: Theme | null;
  readonly view: ViewName;
  /** What is drawn in place of the view: what lies between two things. */
  readonly between: Pair | null;
  /** The ready-made perspective that view and filters started from. */
  readonly perspective: PerspectiveName | null;
  readonly filters: Filters;
  readonly pins: Pins;
  readonly colour: Colouring;
  readonly size: SizeName;
  readonly chosen: Chosen | null;
  /** null: the drawing is looked at. */
  readonly reading: Reading | null;
  /** null: the whole drawing fits the screen. */
  readonly camera: Camera | null;
}

export function initial({ payload }: Graph): State {
  return {
    lang: payload.lang,
    theme: null,
    view: payload.start,
    between: null,
    perspective: null,
    pins: UNPINNED,
    colour: "class",
    size: "degree",
    filters: {
      ...OPEN,
      // Countries and cities join nearly everything with everything: in a large graph they are asked for, not there at first.
      class: payload.start === "overview" ? allBut("Place") : ALL,
      status: allBut("planned", "proposed", "denied"),
    },
    chosen: null,
    reading: null,
    camera: null,
  };
}

/** What is drawn. */
export function viewOf(graph: Graph, { view, between }: Pick<State, "view" | "between">): View {
  return between ? betweenView(graph, between) : graph.views[view];
}

export function sameChoice(one: Chosen | null, other: Chosen | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export class Store {
  private readonly listeners = new Set<() => void>();

  constructor(
    private state: State,
    readonly graph: Graph,
  ) {}

  get(): State {
    return this.state;
  }

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
