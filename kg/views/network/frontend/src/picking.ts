// What lies under a point of the screen: the nearest node, a label, else the nearest edge.
import { type Point, type Size, radiusOn, toDrawing } from "./camera";
import type { Label } from "./labels";
import type { Shown } from "./selection";
import type { Camera } from "./state";
import type { View } from "./view";

export type Picked = { readonly node: number } | { readonly edge: number } | null;

/** `label` is the one that lies there. Walks over all of them: with 30,000 edges that takes less than a millisecond, and there is no index to keep. */
export function pick(view: View, shown: Shown, camera: Camera, size: Size, at: Point, reach: number, label?: Label): Picked {
  const node = nodeAt(view, shown, camera, size, at, reach);
  if (node >= 0) return { node };
  if (label) return label.item.onEdge ? { edge: label.item.of } : { node: label.item.of };
  const edge = edgeAt(view, shown, camera, size, at, reach + 1);
  return edge >= 0 ? { edge } : null;
}

function nodeAt(view: View, shown: Shown, camera: Camera, size: Size, at: Point, reach: number): number {
  const { x, y } = toDrawing(camera, size, at);
  let [found, least] = [-1, Infinity];
  for (let node = 0; node < view.things.length; node++) {
    if (!shown.nodes[node]) continue;
    const away = Math.hypot(view.x[node] - x, view.y[node] - y) * camera.zoom - radiusOn(camera, view.radius[node]);
    if (away <= reach && away < least) [found, least] = [node, away];
  }
  return found;
}

function edgeAt(view: View, shown: Shown, camera: Camera, size: Size, at: Point, reach: number): number {
  const { x, y } = toDrawing(camera, size, at);
  let [found, least] = [-1, (reach / camera.zoom) ** 2];
  for (let edge = 0; edge < view.from.length; edge++) {
    if (!shown.edges[edge]) continue;
    const [a, b] = [view.from[edge], view.to[edge]];
    const [dx, dy] = [view.x[b] - view.x[a], view.y[b] - view.y[a]];
    const share = Math.min(1, Math.max(0, ((x - view.x[a]) * dx + (y - view.y[a]) * dy) / (dx * dx + dy * dy || 1)));
    const away = (view.x[a] + share * dx - x) ** 2 + (view.y[a] + share * dy - y) ** 2;
    if (away < least) [found, least] = [edge, away];
  }
  return found;
}
