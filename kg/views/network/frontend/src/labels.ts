// Where labels stand: the weightier first, none over another, none over a node of like size.
import type { Size } from "./camera";

export interface Labelled {
  readonly x: number;
  readonly y: number;
  /** Of the node; 0 in the middle of an edge. */
  readonly radius: number;
  readonly text: string;
  readonly weight: number;
  /** May lie over any node, but over no other name. */
  readonly strong: boolean;
  /** Stands even where there is no room, and longer. */
  readonly must: boolean;
  readonly onEdge: boolean;
  /** The node or edge that it names. */
  readonly of: number;
}
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export interface Label extends Box {
  readonly lines: readonly string[];
  readonly font: string;
  readonly points: number;
  readonly item: Labelled;
}
/** A node that labels must keep off. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly of: number;
}
export type Measure = (line: string, font: string) => number;

export const FACE = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const CELL = 64;
/** Where nothing is free, a label may lie over nodes this much smaller than its own, as few as can be, or hubs would have none. */
const COVERS = 0.75;
export const LEADING = 1.18;

/** At most two lines of about `room` Latin letters each; a Han character takes the room of two. */
export function wrap(label: string, room: number): string[] {
  const lines = [""];
  let used = 0;
  for (const word of label.match(/[\u2e80-\u9fff\uf900-\uffef]|[^\s\u2e80-\u9fff\uf900-\uffef]+\s*|\s+/gu) ?? []) {
    const letters = Array.from(word);
    const size = letters.length * (/^[\u2e80-\uffef]/u.test(word) ? 2 : 1);
    if (used && used + size > room + 2) {
      if (lines.length === 2) return [lines[0].trimEnd(), lines[1].trimEnd() + "…"];
      lines.push("");
      used = 0;
    }
    if (size > room + 2) {
      lines[lines.length - 1] += letters.slice(0, room).join("") + "…";
      return lines;
    }
    lines[lines.length - 1] += word;
    used += size;
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

interface Taken extends Box {
  readonly of: number;
  readonly radius: number;
}

/** Boxes already taken, found by the cells of a coarse grid that they touch. */
class Room {
  private readonly cells = new Map<number, Taken[]>();

  private *near(box: Box): Iterable<number> {
    for (let i = Math.floor(box.left / CELL); i <= box.right / CELL; i++) {
      for (let j = Math.floor(box.top / CELL); j <= box.bottom / CELL; j++) yield i * 100_000 + j;
    }
  }

  take(box: Taken): void {
    for (const cell of this.near(box)) {
      const found = this.cells.get(cell);
      if (found) found.push(box);
      else this.cells.set(cell, [box]);
    }
  }

  /** How much of what may lie under a label would lie under it there; Infinity where something else does. */
  covered(box: Box, item: Labelled): number {
    const least = item.strong ? Infinity : item.radius * COVERS;
    const under = new Set<Taken>();
    for (const cell of this.near(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (other.of === item.of && !item.onEdge) continue;
        if (box.left >= other.right || other.left >= box.right || box.top >= other.bottom || other.top >= box.bottom) continue;
        if (other.radius >= least) return Infinity;
        under.add(other);
      }
    }
    return [...under].reduce((sum, { radius }) => sum + radius ** 2, 0);
  }
}

// Under its node, over it, beside it, at its corners; an edge's in the middle.
function places({ x, y, radius, onEdge }: Labelled, half: number, high: number): Box[] {
  const at = (middle: number, top: number): Box => ({ left: middle - half, right: middle + half, top, bottom: top + high });
  if (onEdge) return [at(x, y - high / 2)];
  const near = radius * 0.7;
  const corners = [y + near, y - near - high].flatMap((top) => [at(x + near + half, top), at(x - near - half, top)]);
  return [at(x, y + radius + 3), at(x, y - radius - high - 3), at(x + radius + half, y - high / 2), at(x - radius - half, y - high / 2), ...corners];
}

/** The labels that find room, in pixels of the screen; `grown` makes all letters larger. */
export function place(items: readonly Labelled[], obstacles: readonly Obstacle[], size: Size, measure: Measure, grown = 1): Label[] {
  const room = new Room();
  for (const { x, y, radius, of } of obstacles) {
    const r = Math.max(radius - 1, 0);
    room.take({ left: x - r, right: x + r, top: y - r, bottom: y + r, of, radius });
  }
  const labels: Label[] = [];
  for (const item of [...items].sort((a, b) => b.weight - a.weight)) {
    const points = (item.onEdge ? 11 : item.must ? 14 : Math.min(14, 11.5 + item.radius / 8)) * grown;
    const font = `${item.strong ? 650 : 500} ${points}px ${FACE}`;
    const lines = wrap(item.text, item.must && !item.onEdge ? 34 : 22);
    const half = Math.max(...lines.map((line) => measure(line, font))) / 2 + 5;
    const inside = places(item, half, lines.length * points * LEADING + 2);
    let [box, least]: [Box | null, number] = [item.must ? inside[0] : null, Infinity];
    for (const place of inside) {
      if (place.left <= 2 || place.right >= size.width - 2 || place.top < 0 || place.bottom > size.height) continue;
      const covered = room.covered(place, item);
      if (covered < least) [box, least] = [place, covered];
      if (!covered) break;
    }
    if (!box) continue;
    room.take({ ...box, of: -1, radius: Infinity });
    labels.push({ ...box, lines, font, points, item });
  }
  return labels;
}
