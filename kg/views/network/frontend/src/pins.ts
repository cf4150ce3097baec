// Where the reader has put nodes: they stay there, in each drawing by itself.
import type { Point } from "./camera";
import type { View } from "./view";

/** Of each drawing: where things stand in it, in its units. */
export type Pins = Readonly<Record<View["name"], ReadonlyMap<number, Point>>>;

export const UNPINNED: Pins = { overview: new Map(), whole: new Map(), between: new Map() };

export function pinned(pins: Pins, drawing: View["name"], thing: number, { x, y }: Point): Pins {
  return { ...pins, [drawing]: new Map(pins[drawing]).set(thing, { x: Math.round(x), y: Math.round(y) }) };
}

/** Without the pins of a drawing, or without that of one thing in it. */
export function unpinned(pins: Pins, drawing: View["name"], thing?: number): Pins {
  const left = new Map(pins[drawing]);
  if (thing === undefined) left.clear();
  else left.delete(thing);
  return { ...pins, [drawing]: left };
}

/** Puts the nodes of a drawing where they stand of themselves, and those with pins where these are. */
export function placeNodes(view: View, pins: Pins): void {
  view.x.set(view.home.x);
  view.y.set(view.home.y);
  for (const [thing, { x, y }] of pins[view.name]) {
    const node = view.nodeOf.get(thing);
    if (node === undefined) continue;
    view.x[node] = x;
    view.y[node] = y;
  }
}
