// Between the drawing's units and the screen's pixels.
import type { Camera } from "./state";

export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const CLOSEST = 6;
/** So near at most what fits the screen is shown. */
export const NEAREST = 1.3;
export const FARTHEST = 0.004;
const GROWS = 1.7;

export function toScreen(camera: Camera, size: Size, { x, y }: Point): Point {
  return { x: size.width / 2 + (x - camera.x) * camera.zoom, y: size.height / 2 + (y - camera.y) * camera.zoom };
}

export function toDrawing(camera: Camera, size: Size, { x, y }: Point): Point {
  return { x: camera.x + (x - size.width / 2) / camera.zoom, y: camera.y + (y - size.height / 2) / camera.zoom };
}

export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom };
}

/** Nearer or farther, while what lies at a point of the screen stays there. */
export function zoomedAt(camera: Camera, size: Size, at: Point, factor: number): Camera {
  const zoom = Math.min(CLOSEST, Math.max(FARTHEST, camera.zoom * factor));
  const fixed = toDrawing(camera, size, at);
  return { x: fixed.x - (at.x - size.width / 2) / zoom, y: fixed.y - (at.y - size.height / 2) / zoom, zoom };
}

/** The camera that shows all of some points with margins in pixels at the sides and above and below, no nearer than a limit. */
export function fitting(points: Iterable<Point>, size: Size, margin: number, nearest = NEAREST, above = margin): Camera | null {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  if (left > right) return null;
  const room = (side: number, extent: number, free: number) => Math.max(side - 2 * free, side / 3) / Math.max(extent, 1);
  const zoom = Math.min(nearest, room(size.width, right - left, margin), room(size.height, bottom - top, above));
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.max(FARTHEST, zoom) };
}

export function between(one: Camera, other: Camera, share: number): Camera {
  if (share >= 1) return other;
  const mix = (a: number, b: number) => a + (b - a) * share;
  return { x: mix(one.x, other.x), y: mix(one.y, other.y), zoom: one.zoom * (other.zoom / one.zoom) ** share };
}

/** Half the width of a node on the screen: never too small to see, and near by the space grows, not the dots. */
export function radiusOn(camera: Camera, radius: number): number {
  return Math.max(1.8, radius * Math.min(camera.zoom, GROWS));
}
