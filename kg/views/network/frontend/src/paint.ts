// Draws a scene on a canvas as the camera sees it. Nothing here remembers anything.
import { type Point, type Size, radiusOn, toScreen } from "./camera";
import { tintName } from "./colours";
import { LEADING, type Label, type Labelled, type Obstacle, place } from "./labels";
import type { Pen } from "./pen";
import type { Focus, Scene } from "./scene";
import type { Lit } from "./selection";
import { addShape } from "./shapes";
import type { Camera } from "./state";

/** Lines are stroked by so many at a time: one by one costs most, and all at once is no faster. */
const BATCH = 100;
/** Beyond so many lines all are hairlines: wider ones take ten times as long, and in such a crowd say nothing. */
const CROWD = 4000;
/** So far beyond its nodes and lines the ground of a community reaches, in pixels. */
const AROUND = 11;
/** So many nodes at most are candidates for a name: more never find room on a screen. */
const NAMED = 500;

export interface Frame {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly size: Size;
}

interface Line {
  readonly from: Point;
  readonly to: Point;
  readonly edge: number;
  readonly width: number;
}

/** All edges and nodes. */
export function paintAll(context: Pen, { scene, camera, size }: Frame): void {
  const { view, shown, colours } = scene;
  const at = spots({ scene, camera, size });
  const lines: Line[] = [];
  for (let edge = 0; edge < view.from.length; edge++) {
    if (shown.edges[edge]) addLine(lines, { scene, camera, size }, at, edge, 1);
  }
  context.strokeStyle = context.fillStyle = colours.edge;
  // The more lines, the fainter: thousands at full strength are a grey sheet.
  context.globalAlpha = Math.min(1, 40 / Math.sqrt(lines.length || 1));
  strokeLines(context, lines, scene);
  fillArrows(context, lines, { scene, camera, size });
  context.globalAlpha = 1;
  for (const { name, shape, nodes } of scene.families) paintNodes(context, { scene, camera, size }, at, nodes, name, shape);
}

/** The grounds of communities, in full colour: they are dimmed as a whole, so that nothing shines through anything. */
export function paintAreas(context: Pen, { scene, camera, size }: Frame): void {
  const at = spots({ scene, camera, size });
  const beside = AROUND * Math.min(1.4, Math.max(0.5, camera.zoom));
  context.lineCap = "round";
  context.lineJoin = "round";
  context.lineWidth = 2 * beside;
  for (const { tint, nodes, edges } of scene.areas) {
    context.fillStyle = context.strokeStyle = scene.colours.fill[tintName(tint)];
    for (let start = 0; start < nodes.length; start += BATCH) {
      context.beginPath();
      for (const node of nodes.slice(start, start + BATCH)) addShape(context, "dot", at.x[node], at.y[node], radiusOn(camera, scene.view.radius[node]) + beside);
      context.fill();
    }
    for (let start = 0; start < edges.length; start += BATCH) {
      context.beginPath();
      for (const edge of edges.slice(start, start + BATCH)) {
        const [from, to] = [scene.view.from[edge], scene.view.to[edge]];
        context.moveTo(at.x[from], at.y[from]);
        context.lineTo(at.x[to], at.y[to]);
      }
      context.stroke();
    }
  }
}

/** What is lit, over the rest. */
export function paintLit(context: Pen, frame: Frame, lit: Lit): void {
  const { scene, camera } = frame;
  const at = spots(frame);
  const lines: Line[] = [];
  for (const edge of lit.edges) addLine(lines, frame, at, edge, 1.3);
  context.strokeStyle = context.fillStyle = scene.colours.accent;
  context.globalAlpha = 0.75;
  strokeLines(context, lines, scene);
  fillArrows(context, lines, frame);
  context.globalAlpha = 1;
  for (const { name, shape, nodes } of scene.families) {
    const bright = nodes.filter((node) => lit.nodes.has(node));
    if (bright.length) paintNodes(context, { ...frame, camera }, at, bright, name, shape);
  }
}

/** A ring around a node: in ink around the chosen one. */
export function paintRing(context: Pen, frame: Frame, node: number, colour: string): void {
  const { x, y } = toScreen(frame.camera, frame.size, { x: frame.scene.view.x[node], y: frame.scene.view.y[node] });
  context.beginPath();
  addShape(context, frame.scene.shapeOf(node), x, y, radiusOn(frame.camera, frame.scene.view.radius[node]) + 2.5);
  context.strokeStyle = colour;
  context.lineWidth = 2.5;
  context.stroke();
}

/** A hole in the middle of each node that the reader has put somewhere. */
export function paintPins(context: Pen, { scene: { view, colours, pinned }, camera, size }: Frame): void {
  context.fillStyle = colours.ground;
  context.beginPath();
  for (const node of pinned) {
    const { x, y } = toScreen(camera, size, { x: view.x[node], y: view.y[node] });
    const radius = radiusOn(camera, view.radius[node]) * 0.3;
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
  }
  context.fill();
}

/** The labels that find room: of what is lit, else of the weightiest; `pointed` is named in any case. */
export function labelsOf(context: Pen, frame: Frame, { lit, chosen }: Focus, pointed: { node?: number; edge?: number }, grown: number): Label[] {
  const { scene, camera, size } = frame;
  const { view } = scene;
  const screen = (node: number) => toScreen(camera, size, { x: view.x[node], y: view.y[node] });
  const items: Labelled[] = [];
  const obstacles: Obstacle[] = [];
  for (const node of scene.ranked) {
    const first = node === pointed.node || node === chosen;
    if (lit && !lit.nodes.has(node) && !first) continue;
    const { x, y } = screen(node);
    if (x < -80 || y < -40 || x > size.width + 80 || y > size.height + 40) continue;
    const radius = radiusOn(camera, view.radius[node]);
    obstacles.push({ x, y, radius, of: node });
    const strong = first || scene.centres.has(node);
    if (items.length < NAMED || strong) {
      items.push({ x, y, radius, text: scene.name(node), weight: (first ? 1e6 : strong ? 1e4 : 0) + view.radius[node], strong, must: first, onEdge: false, of: node });
    }
  }
  const said = lit && lit.edges.size < 60 ? [...lit.edges] : [];
  if (pointed.edge !== undefined && !said.includes(pointed.edge)) said.push(pointed.edge);
  for (const edge of said) {
    const [a, b] = [screen(view.from[edge]), screen(view.to[edge])];
    const must = edge === pointed.edge || (lit !== null && lit.edges.size === 1);
    if (!must && Math.hypot(a.x - b.x, a.y - b.y) < 90) continue;
    items.push({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, radius: 0, text: scene.say(edge), weight: must ? 1e5 : -1, strong: false, must, onEdge: true, of: edge });
  }
  return place(items, obstacles, size, (line, font) => widthOf(context, line, font), grown);
}

export function paintLabels(context: Pen, labels: readonly Label[], { colours }: Scene): void {
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = colours.ground;
  for (const { lines, font, points, item, left, right, top, bottom } of labels) {
    if (item.onEdge) {
      context.fillStyle = colours.ground;
      context.fillRect(left + 2, top, right - left - 4, bottom - top);
    }
    context.font = font;
    context.fillStyle = item.onEdge ? colours.accent : colours.ink;
    lines.forEach((line, i) => {
      const y = top + i * points * LEADING + 1;
      context.strokeText(line, (left + right) / 2, y);
      context.fillText(line, (left + right) / 2, y);
    });
  }
}

const widths = new Map<string, number>();
function widthOf(context: Pen, line: string, font: string): number {
  const key = `${font}\n${line}`;
  let width = widths.get(key);
  if (width === undefined) {
    context.font = font;
    widths.set(key, (width = context.measureText(line).width));
  }
  return width;
}

interface Spots {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

function spots({ scene: { view }, camera, size }: Frame): Spots {
  const { zoom } = camera;
  const [dx, dy] = [size.width / 2 - camera.x * zoom, size.height / 2 - camera.y * zoom];
  return { x: view.x.map((x) => x * zoom + dx), y: view.y.map((y) => y * zoom + dy) };
}

function addLine(lines: Line[], { scene, size, camera }: Frame, at: Spots, edge: number, wider: number): void {
  const [a, b] = [scene.view.from[edge], scene.view.to[edge]];
  const [ax, ay, bx, by] = [at.x[a], at.y[a], at.x[b], at.y[b]];
  if (Math.max(ax, bx) < 0 || Math.max(ay, by) < 0 || Math.min(ax, bx) > size.width || Math.min(ay, by) > size.height) return;
  const width = Math.max(0.6, scene.widths[edge] * Math.min(1.2, Math.max(0.65, camera.zoom)) * wider);
  lines.push({ from: { x: ax, y: ay }, to: { x: bx, y: by }, edge, width: Math.round(width * 5) / 5 });
}

function strokeLines(context: Pen, lines: readonly Line[], { dashed }: Scene): void {
  const batches = new Map<number, Line[]>();
  const widest = lines.length > CROWD ? 1 : Infinity;
  for (const line of lines) {
    const key = Math.min(widest, line.width) * (dashed[line.edge] ? -1 : 1);
    const batch = batches.get(key);
    if (batch) batch.push(line);
    else batches.set(key, [line]);
  }
  context.lineCap = "butt";
  for (const [key, batch] of [...batches].sort(([a], [b]) => a - b)) {
    context.lineWidth = Math.abs(key);
    context.setLineDash(key < 0 ? [6, 5] : []);
    for (let start = 0; start < batch.length; start += BATCH) {
      context.beginPath();
      for (const { from, to } of batch.slice(start, start + BATCH)) {
        context.moveTo(from.x, from.y);
        context.lineTo(to.x, to.y);
      }
      context.stroke();
    }
  }
  context.setLineDash([]);
}

// Only where there is room to see which way they point.
function fillArrows(context: Pen, lines: readonly Line[], { scene, camera }: Frame): void {
  const { view } = scene;
  context.beginPath();
  for (const { from, to, edge, width } of lines) {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const long = Math.hypot(dx, dy);
    const [atFrom, atTo] = [radiusOn(camera, view.radius[view.from[edge]]), radiusOn(camera, view.radius[view.to[edge]])];
    if (camera.zoom < 0.2 || long < atFrom + atTo + 14) continue;
    const { atFrom: back, atTo: forth } = scene.arrows(edge);
    const high = (6 + 1.6 * width) * Math.min(1, Math.max(0.5, camera.zoom * 1.3));
    if (forth) addArrow(context, to.x - (dx / long) * atTo, to.y - (dy / long) * atTo, dx / long, dy / long, high);
    if (back) addArrow(context, from.x + (dx / long) * atFrom, from.y + (dy / long) * atFrom, -dx / long, -dy / long, high);
  }
  context.fill();
}

function addArrow(context: Pen, x: number, y: number, dx: number, dy: number, high: number): void {
  const half = high * 0.38;
  context.moveTo(x, y);
  context.lineTo(x - dx * high - dy * half, y - dy * high + dx * half);
  context.lineTo(x - dx * high + dy * half, y - dy * high - dx * half);
  context.closePath();
}

function paintNodes(context: Pen, { scene, camera, size }: Frame, at: Spots, nodes: readonly number[], family: string, shape: Parameters<typeof addShape>[1]): void {
  context.fillStyle = scene.colours.fill[family];
  context.strokeStyle = scene.colours.rim[family];
  context.lineWidth = camera.zoom > 0.25 ? 1.4 : 0.8;
  for (let start = 0; start < nodes.length; start += BATCH) {
    context.beginPath();
    for (const node of nodes.slice(start, start + BATCH)) {
      const [x, y, radius] = [at.x[node], at.y[node], radiusOn(camera, scene.view.radius[node])];
      if (x > -radius && y > -radius && x < size.width + radius && y < size.height + radius) addShape(context, shape, x, y, radius);
    }
    context.fill();
    context.stroke();
  }
}
