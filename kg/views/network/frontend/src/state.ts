// All that the reader can change, as one frozen value; what is drawn and said follows from it.
import { ALL, type Filters, OPEN, allBut } from "./facets";
import type { Graph } from "./graph";
import type { Lang, ViewName } from "./payload";
import type { PerspectiveName } from "./perspectives";
import type { View } from "./view";

/** What the panel tells of: a thing, or two things and what joins them. */
export type Chosen = { readonly thing: number } | { readonly pair: readonly [number, number] };
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
  /** The ready-made perspective that view and filters started from. */
  readonly perspective: PerspectiveName | null;
  readonly filters: Filters;
  readonly chosen: Chosen | null;
  /** null: the whole drawing fits the screen. */
  readonly camera: Camera | null;
}

export function initial({ payload }: Graph): State {
  return {
    lang: payload.lang,
    theme: null,
    view: payload.start,
    perspective: null,
    filters: {
      ...OPEN,
      // Countries and cities join nearly everything with everything: in a large graph they are asked for, not there at first.
      class: payload.start === "overview" ? allBut("Place") : ALL,
      status: allBut("planned", "proposed", "denied"),
    },
    chosen: null,
    camera: null,
  };
}

/** What is drawn. */
export function viewOf(graph: Graph, { view }: Pick<State, "view">): View {
  return graph.views[view];
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
