// The current view as a picture to take away: the drawing as it is seen, over it what it is, under it what its signs mean.
import type { Size } from "./camera";
import { FACE } from "./labels";
import { type Frame, labelsOf, paintAll, paintAreas, paintLabels, paintLit, paintRing } from "./paint";
import type { Pen, Sheet } from "./pen";
import type { Focus, Scene } from "./scene";
import { addShape } from "./shapes";

/** What a picture says of itself. */
export interface Caption {
  readonly title: string;
  /** What is shown, how much of it, and from when to when. */
  readonly said: readonly string[];
  /** What each family of nodes is called. */
  readonly families: readonly { readonly name: string; readonly label: string }[];
  /** What a dashed line means, null where there is none. */
  readonly dashed: string | null;
}

/** How dim the rest is where something is lit, as on the screen. */
export const DIM = 0.2;
/** How dim the grounds of communities are, as on the screen. */
const GROUND = 0.15;
const EDGE = 24;
const GAP = 20;
const ROW = 24;
const FONT = { title: `650 19px ${FACE}`, said: `450 13.5px ${FACE}`, legend: `450 13px ${FACE}` } as const;

/** How large the picture of a frame is. */
export function sizeOf(caption: Caption, { width, height }: Size, measure: Measure): Size {
  const { top, bottom } = strips(caption, width, measure);
  return { width, height: top + height + bottom };
}

export type Measure = (text: string, font: string) => number;

/** Paints a frame with its caption: the drawing first, for what sticks out of it vanishes under the strips. */
export function paintPicture(sheet: Sheet, frame: Frame, focus: Focus, caption: Caption, measure: Measure, grown: number): void {
  const { scene, camera } = frame;
  const { top, bottom, head, rows } = strips(caption, frame.size.width, measure);
  const size = { width: frame.size.width, height: top + frame.size.height + bottom };
  const moved: Frame = { ...frame, size, camera: { ...camera, y: camera.y - (top - bottom) / 2 / camera.zoom } };
  const { colours } = scene;
  sheet.layer(1, (pen) => {
    pen.fillStyle = colours.ground;
    pen.fillRect(0, 0, size.width, size.height);
  });
  if (scene.areas.length) sheet.layer(GROUND, (pen) => paintAreas(pen, moved));
  sheet.layer(focus.lit ? DIM : 1, (pen) => paintAll(pen, moved));
  sheet.layer(1, (pen) => {
    if (focus.lit) paintLit(pen, moved, focus.lit);
    if (focus.chosen >= 0) paintRing(pen, moved, focus.chosen, colours.ink);
    paintLabels(pen, labelsOf(pen, moved, focus, {}, grown), scene);
  });
  sheet.layer(1, (pen) => {
    pen.fillStyle = colours.ground;
    pen.fillRect(0, 0, size.width, top);
    pen.fillRect(0, size.height - bottom, size.width, bottom);
    write(pen, scene, head, top);
    rows.forEach((row, i) => row.forEach((item) => paintItem(pen, scene, item, size.height - bottom + 14 + i * ROW)));
  });
}

interface Item {
  readonly x: number;
  readonly name: string | null;
  readonly label: string;
}
interface Strips {
  readonly top: number;
  readonly bottom: number;
  readonly head: readonly { readonly text: string; readonly font: string; readonly y: number }[];
  readonly rows: readonly (readonly Item[])[];
}

function strips({ title, said, families, dashed }: Caption, width: number, measure: Measure): Strips {
  const head = [];
  let y = 18;
  for (const [text, font, high] of [[title, FONT.title, 25] as const, [said.join("  ·  "), FONT.said, 19] as const]) {
    for (const line of broken(text, font, width - 2 * EDGE, measure)) {
      head.push({ text: line, font, y });
      y += high;
    }
    y += 3;
  }
  const rows: Item[][] = [[]];
  let x = EDGE;
  for (const { name, label } of [...families, ...(dashed === null ? [] : [{ name: null, label: dashed }])]) {
    const wide = 22 + measure(label, FONT.legend);
    if (x > EDGE && x + wide > width - EDGE) {
      rows.push([]);
      x = EDGE;
    }
    rows[rows.length - 1].push({ x, name, label });
    x += wide + GAP;
  }
  return { top: y + 8, bottom: 14 + rows.length * ROW + 8, head, rows };
}

// Lines no wider than there is room, broken between words where there are any.
function broken(text: string, font: string, room: number, measure: Measure): string[] {
  const lines = [""];
  for (const word of text.split(/(?<=\s)/u).flatMap((part) => (measure(part, font) > room ? [...part] : [part]))) {
    const last = lines[lines.length - 1];
    if (last && measure((last + word).trimEnd(), font) > room) lines.push(word.trimStart());
    else lines[lines.length - 1] = last + word;
  }
  return lines.map((line) => line.trim()).filter(Boolean).slice(0, 4);
}

function write(pen: Pen, { colours }: Scene, head: Strips["head"], top: number): void {
  pen.textAlign = "left";
  pen.textBaseline = "top";
  pen.fillStyle = colours.ink;
  for (const { text, font, y } of head) {
    pen.globalAlpha = font === FONT.title ? 1 : 0.75;
    pen.font = font;
    pen.fillText(text, EDGE, Math.min(y, top));
  }
  pen.globalAlpha = 1;
}

function paintItem(pen: Pen, scene: Scene, { x, name, label }: Item, y: number): void {
  const { colours } = scene;
  const middle = y + ROW / 2;
  pen.beginPath();
  if (name === null) {
    pen.strokeStyle = colours.ink;
    pen.lineWidth = 2;
    pen.setLineDash([5, 4]);
    pen.moveTo(x, middle);
    pen.lineTo(x + 16, middle);
    pen.stroke();
    pen.setLineDash([]);
  } else {
    addShape(pen, scene.families.find((family) => family.name === name)!.mark, x + 7, middle, 6.5);
    pen.fillStyle = colours.fill[name];
    pen.strokeStyle = colours.rim[name];
    pen.lineWidth = 1.2;
    pen.fill();
    pen.stroke();
  }
  pen.fillStyle = colours.ink;
  pen.font = FONT.legend;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  pen.fillText(label, x + 22, middle);
}
