import { describe, expect, test } from "vitest";
import { CLOSEST, between, fitting, panned, radiusOn, toDrawing, toScreen, zoomedAt } from "../src/camera";
import { type Labelled, place, wrap } from "../src/labels";
import { pick } from "../src/picking";
import { shown } from "../src/selection";
import { initial } from "../src/state";
import { graph } from "./small";

const size = { width: 400, height: 300 };
const camera = { x: 10, y: -20, zoom: 2 };

describe("the camera", () => {
  test("goes there and back", () => {
    expect(toScreen(camera, size, { x: 10, y: -20 })).toEqual({ x: 200, y: 150 });
    expect(toDrawing(camera, size, toScreen(camera, size, { x: 3, y: 4 }))).toEqual({ x: 3, y: 4 });
  });
  test("zooms around what is pointed at, within limits", () => {
    const at = { x: 37, y: 250 };
    const nearer = zoomedAt(camera, size, at, 1.5);
    expect(nearer.zoom).toBe(3);
    expect(toDrawing(nearer, size, at).x).toBeCloseTo(toDrawing(camera, size, at).x);
    expect(zoomedAt(camera, size, at, 1000).zoom).toBe(CLOSEST);
  });
  test("moves with the hand", () => {
    expect(toScreen(panned(camera, 12, -5), size, { x: 10, y: -20 })).toEqual({ x: 212, y: 145 });
  });
  test("fits what it is given into the margins, and nothing is no place", () => {
    const found = fitting([{ x: 0, y: 0 }, { x: 1000, y: 100 }], size, 50)!;
    expect(found).toEqual({ x: 500, y: 50, zoom: 0.3 });
    expect(fitting([], size, 50)).toBeNull();
    expect(fitting([{ x: 5, y: 5 }], size, 50, 1.3)!.zoom).toBe(1.3);
  });
  test("flies evenly", () => {
    const there = { x: 30, y: -20, zoom: 8 };
    expect(between(camera, there, 0.5)).toEqual({ x: 20, y: -20, zoom: 4 });
    expect(between(camera, there, 1)).toBe(there);
  });
  test("keeps nodes visible from afar", () => {
    expect(radiusOn({ ...camera, zoom: 0.01 }, 10)).toBe(1.8);
    expect(radiusOn({ ...camera, zoom: 1 }, 10)).toBe(10);
  });
});

describe("labels", () => {
  const measure = (line: string) => line.length * 6;
  const item = (x: number, y: number, weight: number, more: Partial<Labelled> = {}): Labelled => ({ x, y, radius: 8, text: `n${weight}`, weight, strong: false, must: false, onEdge: false, of: weight, ...more });
  const named = (items: Labelled[]) => place(items, items.filter((i) => !i.onEdge), size, measure).map((label) => label.item.text);

  test("break into two lines at most", () => {
    expect(wrap("Peter the Great Polytechnic University of Nowhere", 22)).toEqual(["Peter the Great", "Polytechnic University…"]);
    expect(wrap("圣彼得堡彼得大帝理工大学", 22)).toEqual(["圣彼得堡彼得大帝理工大学"]);
    expect(wrap("W".repeat(10_000), 22)).toEqual(["W".repeat(22) + "…"]);
    expect(wrap("", 22)).toEqual([]);
  });
  test("never lie over each other", () => {
    const many = Array.from({ length: 200 }, (_, i) => item(20 + ((i * 37) % 360), 20 + ((i * 53) % 260), i));
    const boxes = place(many, [], size, measure);
    expect(boxes.length).toBeGreaterThan(20);
    for (const a of boxes) for (const b of boxes) if (a !== b) expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  });
  test("the weightier finds room first", () => {
    const here = [1, 2, 3, 4, 5, 6].map((weight) => item(200, 150, weight));
    expect(named(here)[0]).toBe("n6");
    expect(named(here).length).toBeLessThan(6);
  });
  test("what must be named is, even where there is no room", () => {
    const full = [1, 2, 3, 4, 5, 6].map((weight) => item(200, 150, 10 + weight));
    expect(named([...full, item(200, 150, 1, { must: true })])).toContain("n1");
  });
  test("keep off nodes, and where that fails off all but much smaller ones, of which they cover the fewest", () => {
    const lone = item(200, 150, 1, { radius: 8 });
    const under = (radius: number) => ({ x: 200, y: 168, radius, of: 99 });
    const [free] = place([lone], [under(4)], size, measure);
    const [moved] = place([lone], [under(9)], size, measure);
    const ring = (radius: number, ...sides: number[][]) => sides.map(([dx, dy], i) => ({ x: 200 + dx, y: 150 + dy, radius, of: 90 + i }));
    const sides = [[0, 18], [0, -18], [18, 0], [-18, 0]];
    const corners = [[18, 12], [-18, 12], [18, -12], [-18, -12]];
    expect(free.bottom).toBeLessThan(150);
    expect(moved.bottom).toBeLessThan(150);
    const [atCorner] = place([lone], ring(4, ...sides), size, measure);
    expect([atCorner.left > 200, atCorner.top > 150]).toEqual([true, true]);
    const [over] = place([lone], [...ring(4, sides[0], sides[2], sides[3], ...corners), ...ring(2, sides[1])], size, measure);
    expect(over.bottom).toBe(139);
    expect(place([lone], ring(9, ...sides, ...corners), size, measure)).toEqual([]);
    expect(place([{ ...lone, strong: true }], ring(9, ...sides, ...corners), size, measure)).toHaveLength(1);
  });
  test("are cut by no edge of the picture", () => {
    const [low] = place([item(200, 290, 1, { radius: 8 })], [], size, measure);
    expect(low.bottom).toBeLessThan(290);
    const [high] = place([item(200, 5, 1, { radius: 8 })], [], size, measure);
    expect(high.top).toBeGreaterThan(5);
  });
});

describe("picking", () => {
  const { whole } = graph.views;
  const seen = shown(graph, whole, initial(graph).filters);
  const eye = { x: 0, y: 0, zoom: 1 };
  const at = (x: number, y: number, reach = 3) => pick(whole, seen, eye, size, { x: 200 + x, y: 150 + y }, reach);
  test("takes the nearest node, else an edge, else nothing", () => {
    expect(at(2, 2)).toEqual({ node: 0 });
    expect(at(-35, 1)).toEqual({ edge: 2 });
    expect(at(-35, 30)).toBeNull();
  });
  test("reaches farther for a finger", () => {
    expect(at(-60, 15)).toBeNull();
    expect(at(-60, 15, 14)).toEqual({ node: 3 });
  });
  test("does not take what is hidden", () => {
    expect(at(60, 0)).toBeNull();
  });
  test("takes a node by its name", () => {
    const label = { left: 300, right: 360, top: 20, bottom: 40, lines: [], font: "", points: 12, item: { x: 0, y: 0, radius: 1, text: "", weight: 0, strong: false, must: false, onEdge: false, of: 4 } };
    expect(pick(whole, seen, eye, size, { x: 310, y: 30 }, 3, label)).toEqual({ node: 4 });
  });
});
