// Pointers and the wheel, told as what they mean: pan, zoom, drag a node, click, point at.
import type { Point } from "./camera";

export interface Gestures {
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (at: Point, factor: number) => void;
  /** The node under a point that a drag would take along, null where there is none. */
  readonly grab: (at: Point, touch: boolean) => number | null;
  readonly drag: (node: number, to: Point) => void;
  readonly drop: (node: number) => void;
  readonly click: (at: Point, touch: boolean) => void;
  readonly point: (at: Point | null) => void;
  readonly rest: () => void;
}

const STEADY = 4; // A hand is not still while it clicks: so many pixels are no drag yet.

/** Listens on an element until the function that is given back is called. */
export function listen(element: HTMLElement, on: Gestures): () => void {
  const down = new Map<number, Point>();
  let [start, grabbed, moved]: [Point | null, number | null, boolean] = [null, null, false];

  const here = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const span = () => {
    const [a, b] = [...down.values()];
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, wide: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
  };

  const handlers = {
    pointerdown(event: PointerEvent) {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      down.set(event.pointerId, here(event));
      [start, moved] = [here(event), down.size > 1];
      grabbed = down.size === 1 ? on.grab(start, event.pointerType === "touch") : null;
    },
    pointermove(event: PointerEvent) {
      const at = here(event);
      const last = down.get(event.pointerId);
      if (!last) return on.point(event.pointerType === "touch" ? null : at);
      if (down.size === 2) {
        const before = span();
        down.set(event.pointerId, at);
        const after = span();
        on.pan(after.middle.x - before.middle.x, after.middle.y - before.middle.y);
        return on.zoom(after.middle, after.wide / before.wide);
      }
      moved ||= Math.hypot(at.x - start!.x, at.y - start!.y) > STEADY;
      if (!moved) return;
      down.set(event.pointerId, at);
      if (grabbed !== null) on.drag(grabbed, at);
      else on.pan(at.x - last.x, at.y - last.y);
    },
    pointerup(event: PointerEvent) {
      if (!down.delete(event.pointerId)) return;
      if (!moved) on.click(here(event), event.pointerType === "touch");
      else if (grabbed !== null) on.drop(grabbed);
      else if (!down.size) on.rest();
      grabbed = null;
    },
    pointercancel(event: PointerEvent) {
      down.delete(event.pointerId);
      grabbed = null;
      on.rest();
    },
    pointerleave() {
      on.point(null);
    },
    wheel(event: WheelEvent) {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      on.zoom(here(event), Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016)));
      on.rest();
    },
    dblclick(event: MouseEvent) {
      on.zoom(here(event), 1.8);
      on.rest();
    },
  };
  const all = Object.entries(handlers) as [string, EventListener][];
  for (const [name, handler] of all) element.addEventListener(name, handler, { passive: false });
  return () => {
    for (const [name, handler] of all) element.removeEventListener(name, handler);
  };
}
