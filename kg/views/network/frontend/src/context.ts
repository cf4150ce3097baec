// What every part of the page can reach: the graph, the state, the words, and what the reader can do.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Drawing } from "./drawing";
import type { Graph } from "./graph";
import type { Later } from "./payload";
import type { Sieved } from "./sieve";
import type { Chosen, State, Theme } from "./state";
import type { View } from "./view";
import type { Words } from "./words";

export interface Page {
  readonly graph: Graph;
  readonly state: State;
  /** The state that an address without a fragment gives. */
  readonly beginning: State;
  readonly words: Words;
  readonly theme: Theme;
  /** What is drawn, and of what. */
  readonly view: View;
  readonly shown: Sieved;
  readonly change: (to: State) => void;
  /** Chooses what the panel tells of; `look` brings it into the picture too. */
  readonly choose: (what: Chosen | null, look?: boolean) => void;
  /** Goes from the digests back to the drawing. */
  readonly leave: () => void;
  readonly later: Later;
  readonly drawing: { readonly current: Drawing | null };
  /** The address under which something is chosen. */
  readonly addressOf: (what: Chosen) => string;
  readonly addressAt: (state: State) => string;
}

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  return useContext(PageContext)!;
}
