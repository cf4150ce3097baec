// Starts the page: reads what it was given, the address it was opened with, and draws.
import { render } from "preact";
import { readAddress } from "./address";
import { App } from "./app";
import type { Drawing } from "./drawing";
import { indexGraph } from "./graph";
import { follow } from "./history";
import "./page.css";
import { readLater, readPayload } from "./payload";
import { litBy, shown } from "./selection";
import { Store, initial, viewOf } from "./state";

const graph = indexGraph(readPayload(document));
const beginning = initial(graph);
const store = new Store(readAddress(graph, location.hash, beginning), graph);
const drawing: { current: Drawing | null } = { current: null };
follow(store, beginning);
const home = document.getElementById("app")!;
home.replaceChildren();
render(<App store={store} beginning={beginning} later={readLater(document)} drawing={drawing} />, home);

/** What a console or a test may ask the open page. */
const asked = {
  state: () => store.get(),
  /** The key of the chosen thing. */
  chosen() {
    const { chosen } = store.get();
    return chosen && "thing" in chosen ? graph.things[chosen.thing].key : null;
  },
  /** The keys of the things that are drawn. */
  drawn() {
    const view = viewOf(graph, store.get());
    const { nodes } = shown(graph, view, store.get().filters);
    return [...view.things].filter((_, node) => nodes[node]).map((thing) => graph.things[thing].key);
  },
  /** The keys of the things that stand out, and how many lines do. */
  lit() {
    const view = viewOf(graph, store.get());
    const found = litBy(graph, view, shown(graph, view, store.get().filters), store.get().chosen);
    return { things: [...(found?.nodes ?? [])].map((node) => graph.things[view.things[node]].key).sort(), lines: found?.edges.size ?? 0 };
  },
  /** The names that stand in the drawing, and where. */
  named: () => drawing.current!.named().map(({ lines, left, right, top, bottom, item: { strong, onEdge } }) => ({ text: lines.join(" "), left, right, top, bottom, strong, onEdge })),
  camera: () => drawing.current!.now(),
  /** Where a thing's node is on the canvas, in pixels. */
  spot: (key: string) => drawing.current!.spot(nodeOf(key)),
  /** Half the width of its node, in units of the drawing. */
  radius: (key: string) => viewOf(graph, store.get()).radius[nodeOf(key)],
};
function nodeOf(key: string): number {
  return viewOf(graph, store.get()).nodeOf.get(graph.byKey.get(key)!)!;
}
export type Asked = typeof asked;
Object.assign(globalThis, { kg: asked });
