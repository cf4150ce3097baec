// The network on the screen: a canvas with the grounds of communities where they are asked for, one with everything, dimmed
// where something is lit, and one over it with what is lit and the names. While the reader pans over what takes long to draw, the browser moves the finished picture.
import { NEAREST, type Point, type Size, between, fitting, panned, toDrawing, toScreen, zoomedAt } from "./camera";
import { listen } from "./gestures";
import type { Label } from "./labels";
import { type Frame, labelsOf, paintAll, paintAreas, paintLabels, paintLit, paintPins, paintRing } from "./paint";
import { type Picked, pick } from "./picking";
import type { Focus, Scene } from "./scene";
import { type Lit, along, around } from "./selection";
import type { Camera } from "./state";

export interface Reactions {
  readonly choose: (picked: Picked) => void;
  /** The reader has moved the camera and lets go of it. */
  readonly rested: (camera: Camera) => void;
  /** The reader has dragged a node to a point of the drawing. */
  readonly dropped: (node: number, at: Point) => void;
  readonly painted: () => void;
}

/** A picture that takes longer is moved as it is, and drawn anew when the hand rests. */
const SLOW = 24;
const REST = 160;
/** More nodes than that are too small to touch where a phone shows all of them. */
const MANY = 30;
const FLIGHT = 320;

export class Drawing {
  private readonly areas: HTMLCanvasElement;
  private readonly ground: HTMLCanvasElement;
  private readonly over: HTMLCanvasElement;
  private size: Size = { width: 0, height: 0 };
  private scene: Scene | null = null;
  private lit: Focus = { lit: null, chosen: -1 };
  private camera: Camera | null = null;
  private paintedWith: Camera | null = null;
  private cost = 0;
  private labels: readonly Label[] = [];
  private pointed: Picked = null;
  private moving = false;
  private asked: "over" | "all" | null = null;
  private restTimer = 0;
  private flight = 0;
  private readonly leave: (() => void)[];

  constructor(
    private readonly host: HTMLElement,
    private readonly on: Reactions,
  ) {
    [this.areas, this.ground, this.over] = ["areas", "ground", "over"].map((name) => {
      const canvas = host.appendChild(document.createElement("canvas"));
      canvas.className = name;
      return canvas;
    });
    const watcher = new ResizeObserver(() => this.resize());
    watcher.observe(host);
    const stop = listen(host, {
      pan: (dx, dy) => this.move(panned(this.now(), dx, dy)),
      zoom: (at, factor) => this.move(zoomedAt(this.now(), this.size, at, factor)),
      grab: (at, touch) => {
        const found = this.pick(at, touch);
        return found && "node" in found ? found.node : null;
      },
      drag: (node, to) => this.drag(node, to),
      drop: (node) => this.on.dropped(node, { x: this.scene!.view.x[node], y: this.scene!.view.y[node] }),
      click: (at, touch) => this.on.choose(this.pick(at, touch)),
      point: (at) => this.point(at),
      rest: () => this.rest(),
    });
    this.leave = [() => watcher.disconnect(), stop, () => cancelAnimationFrame(this.flight), () => clearTimeout(this.restTimer)];
    this.resize();
  }

  /** Draws a scene; another view than before so that all of it is seen. */
  show(scene: Scene): void {
    const other = scene.view !== this.scene?.view;
    this.scene = scene;
    if (other) [this.pointed, this.camera, this.lit] = [null, this.whole(), { lit: null, chosen: -1 }];
    this.ask("all");
  }

  /** Lets something stand out. */
  focus(focus: Focus): void {
    this.lit = focus;
    this.ask("over");
  }

  /** Puts the camera somewhere; null: where all is seen. */
  place(camera: Camera | null): void {
    cancelAnimationFrame(this.flight);
    this.camera = camera ?? this.whole();
    this.ask("all");
  }

  now(): Camera {
    return this.camera ?? { x: 0, y: 0, zoom: 1 };
  }

  /** What is on the screen now, apart from what is only pointed at. */
  seen(): { readonly frame: Frame; readonly focus: Focus; readonly grown: number } {
    return { frame: { scene: this.scene!, camera: this.now(), size: this.size }, focus: this.lit, grown: grown() };
  }

  /** Where a node is on the canvas, in pixels. */
  spot(node: number): Point {
    return toScreen(this.now(), this.size, { x: this.scene!.view.x[node], y: this.scene!.view.y[node] });
  }

  /** The names on the screen. */
  named(): readonly Label[] {
    return this.labels;
  }

  zoom(factor: number): void {
    this.fly(zoomedAt(this.now(), this.size, { x: this.size.width / 2, y: this.size.height / 2 }, factor));
  }

  pan(dx: number, dy: number): void {
    this.move(panned(this.now(), -dx, -dy));
    this.rest();
  }

  fit(): void {
    this.fly(this.whole());
  }

  /** Brings nodes into the picture, as near as they can be read. */
  look(nodes: Iterable<number>): void {
    const camera = fitting(this.points(nodes), this.size, Math.min(110, this.size.width / 6), NEAREST, Math.min(110, this.size.height / 5));
    if (camera) this.fly(camera);
  }

  destroy(): void {
    for (const leave of this.leave) leave();
    for (const canvas of this.layers()) canvas.remove();
  }

  private layers(): readonly HTMLCanvasElement[] {
    return [this.areas, this.ground, this.over];
  }

  private *points(nodes: Iterable<number>): Iterable<Point> {
    const { x, y, radius } = this.scene!.view;
    for (const node of nodes) {
      yield { x: x[node] - radius[node], y: y[node] - radius[node] };
      yield { x: x[node] + radius[node], y: y[node] + radius[node] };
    }
  }

  private whole(): Camera {
    // The two ends stand at the edges of what lies between them, and their names need room.
    const beside = this.scene?.view.name === "between" ? Math.min(96, this.size.width / 4) : Math.min(44, this.size.width / 12);
    const found = fitting(this.points(this.scene?.ranked ?? []), this.size, beside, NEAREST, Math.min(44, this.size.height / 9));
    // On a phone the whole would be too small to touch: the middle is shown, the rest is a swipe away.
    const nearer = this.size.width < 500 && this.scene!.ranked.length > MANY ? 1.5 : 1;
    return found ? { ...found, zoom: found.zoom * nearer } : { x: 0, y: 0, zoom: 1 };
  }

  private pick(at: Point, touch: boolean): Picked {
    // Names are where the last picture has them, and move with it.
    const painted = toScreen(this.paintedWith ?? this.now(), this.size, toDrawing(this.now(), this.size, at));
    const label = this.labels.find(({ left, right, top, bottom }) => painted.x >= left && painted.x <= right && painted.y >= top && painted.y <= bottom);
    return this.scene && pick(this.scene.view, this.scene.shown, this.now(), this.size, at, touch ? 14 : 3, label);
  }

  private point(at: Point | null): void {
    if (this.moving) return;
    const found = at && this.pick(at, false);
    this.host.style.cursor = found ? "pointer" : "";
    if (JSON.stringify(found) === JSON.stringify(this.pointed)) return;
    this.pointed = found;
    this.ask("over");
  }

  private drag(node: number, to: Point): void {
    const { x, y } = toDrawing(this.now(), this.size, to);
    this.scene!.view.x[node] = x;
    this.scene!.view.y[node] = y;
    this.ask("all");
  }

  private move(camera: Camera): void {
    cancelAnimationFrame(this.flight);
    this.camera = camera;
    this.moving = true;
    clearTimeout(this.restTimer);
    this.ask("all");
  }

  private rest(): void {
    clearTimeout(this.restTimer);
    this.restTimer = window.setTimeout(() => {
      const moved = this.moving;
      this.moving = false;
      this.ask("all");
      if (moved) this.on.rested(this.now());
    }, REST);
  }

  private fly(target: Camera): void {
    cancelAnimationFrame(this.flight);
    const start = this.now();
    const begun = performance.now();
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || !this.paintedWith;
    const step = (time: number) => {
      const share = calm ? 1 : Math.min(1, Math.max(0, (time - begun) / FLIGHT));
      this.move(between(start, target, share * share * (3 - 2 * share)));
      if (share < 1) this.flight = requestAnimationFrame(step);
      else this.rest();
    };
    if (calm) step(begun);
    else this.flight = requestAnimationFrame(step);
  }

  private resize(): void {
    const { clientWidth: width, clientHeight: height } = this.host;
    const fitted = this.scene !== null && JSON.stringify(this.camera) === JSON.stringify(this.whole());
    this.size = { width, height };
    const ratio = Math.min(2, devicePixelRatio);
    for (const canvas of this.layers()) {
      [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
    }
    if (fitted) this.camera = this.whole();
    this.paint("all");
  }

  private ask(what: "over" | "all"): void {
    if (!this.asked) requestAnimationFrame(() => this.paint(this.asked!));
    this.asked = what === "all" ? "all" : (this.asked ?? "over");
  }

  private paint(what: "over" | "all"): void {
    this.asked = null;
    if (!this.scene || !this.size.width) return;
    if (what === "all" && this.moving && this.cost > SLOW) return this.shift();
    const frame: Frame = { scene: this.scene, camera: this.now(), size: this.size };
    const begun = performance.now();
    if (what === "all") {
      // Unseen it costs nothing.
      this.areas.hidden = !this.scene.areas.length;
      if (this.scene.areas.length) paintAreas(this.cleared(this.areas), frame);
      paintAll(this.cleared(this.ground), frame);
      this.paintedWith = frame.camera;
    }
    this.paintOver(frame);
    this.shift();
    if (what === "all") this.cost = performance.now() - begun;
    this.on.painted();
  }

  private paintOver(frame: Frame): void {
    const { scene } = frame;
    const context = this.cleared(this.over);
    const { chosen } = this.lit;
    const lit = this.lit.lit ?? this.pointedLit(scene);
    this.ground.classList.toggle("dim", lit !== null);
    if (lit) paintLit(context, frame, lit);
    if (chosen >= 0) paintRing(context, frame, chosen, scene.colours.ink);
    const pointed: { node?: number; edge?: number } = this.pointed ?? {};
    if (pointed.node !== undefined) paintRing(context, frame, pointed.node, scene.colours.accent);
    this.labels = labelsOf(context, frame, { lit, chosen }, pointed, grown());
    paintPins(context, frame);
    paintLabels(context, this.labels, scene);
  }

  private pointedLit({ view, shown }: Scene): Lit | null {
    if (!this.pointed) return null;
    return "node" in this.pointed ? around(view, shown, this.pointed.node) : along(view, this.pointed.edge);
  }

  // Lays the pictures where the camera of now would have them.
  private shift(): void {
    const [camera, painted] = [this.now(), this.paintedWith ?? this.now()];
    const scale = camera.zoom / painted.zoom;
    const { x, y } = toScreen(camera, this.size, toDrawing(painted, this.size, { x: 0, y: 0 }));
    const moved = scale === 1 && x === 0 && y === 0 ? "" : `translate(${x}px, ${y}px) scale(${scale})`;
    for (const canvas of this.layers()) canvas.style.transform = moved;
  }

  private cleared(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const context = canvas.getContext("2d")!;
    const ratio = canvas.width / this.size.width;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.globalAlpha = 1;
    return context;
  }
}

/** Letters on a projector are read from afar. */
function grown(): number {
  return innerWidth >= 1700 ? 1.25 : 1;
}
