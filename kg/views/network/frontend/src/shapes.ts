// The shapes of nodes, as points around (0, 0) within a radius of 1: the canvas and the badges draw the same.
import type { Shape } from "./payload";
import type { Pen } from "./pen";

const ring = (corners: number, turn: number, radius = 1): [number, number][] =>
  Array.from({ length: corners }, (_, i) => {
    const angle = (i / corners) * 2 * Math.PI + turn;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
const star = ring(5, 0, 1.18).flatMap((tip, i) => [tip, ring(5, Math.PI / 5, 0.52)[i]]);

/** null: a circle. */
export const OUTLINES: Readonly<Record<Shape, readonly (readonly [number, number])[] | null>> = {
  dot: null,
  square: [[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
  diamond: ring(4, 0, 1.14),
  triangle: ring(3, 0, 1.16),
  triangleDown: ring(3, Math.PI, 1.16),
  star,
  hexagon: ring(6, Math.PI / 6, 1.04),
};

export function addShape(path: Pick<Pen, "moveTo" | "lineTo" | "arc" | "closePath">, shape: Shape, x: number, y: number, radius: number): void {
  const outline = OUTLINES[shape];
  if (!outline || radius < 2.4) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  outline.forEach(([dx, dy], i) => (i ? path.lineTo(x + dx * radius, y + dy * radius) : path.moveTo(x + dx * radius, y + dy * radius)));
  path.closePath();
}

/** The same shape as an SVG path within a square of 20. */
export function outlined(shape: Shape): string {
  const outline = OUTLINES[shape];
  if (!outline) return "M10 3a7 7 0 1 0 .01 0z";
  return `M${outline.map(([x, y]) => `${(10 + 7.4 * x).toFixed(2)} ${(10 + 7.4 * y).toFixed(2)}`).join("L")}z`;
}
