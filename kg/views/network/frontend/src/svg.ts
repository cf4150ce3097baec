// A sheet that becomes SVG: the same strokes as on the canvas, as text.
import type { Pen, Sheet } from "./pen";

/** XML 1.0 can hold neither these characters nor halves of pairs, escaped or not. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Fonts that drawing programs know too, which "system-ui" means nothing to; none is embedded, so that texts stay texts. */
const FACE = "'Noto Sans', 'DejaVu Sans', Arial, Helvetica, 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";
/** How far under the top of its letters a line's base lies, in parts of its size. */
const BASE = { top: 0.86, middle: 0.34, alphabetic: 0 } as const;
const ANCHOR = { left: "start", start: "start", center: "middle", right: "end", end: "end" } as const;

export function escapeXml(text: string): string {
  return text.replace(NOT_XML, "\ufffd").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export class SvgSheet implements Sheet {
  private readonly parts: string[] = [];

  constructor(
    private readonly width: number,
    private readonly height: number,
    private readonly measure: (text: string, font: string) => number,
  ) {}

  layer(opacity: number, paint: (pen: Pen) => void): void {
    const pen = new SvgPen(this.measure);
    paint(pen);
    this.parts.push(opacity < 1 ? `<g opacity="${opacity}">` : "<g>", ...pen.parts, "</g>");
  }

  toString(title: string): string {
    const size = `width="${this.width}" height="${this.height}" viewBox="0 0 ${this.width} ${this.height}"`;
    return ['<?xml version="1.0" encoding="UTF-8"?>', `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${FACE}">`, `<title>${escapeXml(title)}</title>`, ...this.parts, "</svg>", ""].join("\n");
  }
}

class SvgPen implements Pen {
  readonly parts: string[] = [];
  fillStyle: Pen["fillStyle"] = "#000";
  strokeStyle: Pen["strokeStyle"] = "#000";
  lineWidth = 1;
  lineCap: CanvasLineCap = "butt";
  lineJoin: CanvasLineJoin = "miter";
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign: CanvasTextAlign = "start";
  textBaseline: CanvasTextBaseline = "alphabetic";
  private path: string[] = [];
  private dash: readonly number[] = [];

  constructor(private readonly measure: (text: string, font: string) => number) {}

  beginPath(): void {
    this.path = [];
  }
  moveTo(x: number, y: number): void {
    this.path.push(`M${n(x)} ${n(y)}`);
  }
  lineTo(x: number, y: number): void {
    this.path.push(`L${n(x)} ${n(y)}`);
  }
  /** Whole circles only: nothing else is drawn. */
  arc(x: number, y: number, radius: number): void {
    const [r, wide] = [n(radius), n(2 * radius)];
    this.path.push(`M${n(x + radius)} ${n(y)}a${r} ${r} 0 1 1 ${n(-2 * radius)} 0a${r} ${r} 0 1 1 ${wide} 0z`);
  }
  closePath(): void {
    this.path.push("z");
  }
  fill(): void {
    if (this.path.length) this.parts.push(`<path d="${this.path.join("")}" fill="${this.colour(this.fillStyle)}"${this.alpha()}/>`);
  }
  stroke(): void {
    if (this.path.length) this.parts.push(`<path d="${this.path.join("")}" fill="none"${this.line()}${this.alpha()}/>`);
  }
  setLineDash(dash: number[]): void {
    this.dash = dash;
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.parts.push(`<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${this.colour(this.fillStyle)}"${this.alpha()}/>`);
  }
  fillText(text: string, x: number, y: number): void {
    this.write(text, x, y, ` fill="${this.colour(this.fillStyle)}"`);
  }
  strokeText(text: string, x: number, y: number): void {
    this.write(text, x, y, ` fill="none"${this.line()}`);
  }
  measureText(text: string): { readonly width: number } {
    return { width: this.measure(text, this.font) };
  }

  private write(text: string, x: number, y: number, paint: string): void {
    const [, weight = "400", size] = /^(?:(\d+) )?([\d.]+)px /.exec(this.font)!;
    const base = y + Number(size) * BASE[this.textBaseline as keyof typeof BASE];
    const face = `font-size="${n(Number(size))}" font-weight="${weight}"`;
    this.parts.push(`<text x="${n(x)}" y="${n(base)}" text-anchor="${ANCHOR[this.textAlign]}" ${face}${paint}${this.alpha()} xml:space="preserve">${escapeXml(text)}</text>`);
  }
  private line(): string {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.join(" ")}"` : "";
    return ` stroke="${this.colour(this.strokeStyle)}" stroke-width="${n(this.lineWidth)}" stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"${dash}`;
  }
  private alpha(): string {
    return this.globalAlpha < 1 ? ` opacity="${n(this.globalAlpha)}"` : "";
  }
  private colour(style: Pen["fillStyle"]): string {
    return escapeXml(String(style));
  }
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
