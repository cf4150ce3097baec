// A sheet that becomes a picture of pixels.
import type { Size } from "./camera";
import type { Pen, Sheet } from "./pen";

export class CanvasSheet implements Sheet {
  readonly canvas: HTMLCanvasElement;

  constructor(
    private readonly size: Size,
    private readonly ratio: number,
  ) {
    this.canvas = this.make();
  }

  layer(opacity: number, paint: (pen: Pen) => void): void {
    const context = this.canvas.getContext("2d")!;
    if (opacity === 1) {
      context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
      context.globalAlpha = 1;
      return paint(context);
    }
    // Things that lie over each other must not shine through each other: the layer is dimmed as a whole.
    const apart = this.make();
    const within = apart.getContext("2d")!;
    within.scale(this.ratio, this.ratio);
    paint(within);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = opacity;
    context.drawImage(apart, 0, 0);
    context.globalAlpha = 1;
  }

  private make(): HTMLCanvasElement {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(this.size.width * this.ratio), Math.round(this.size.height * this.ratio)];
    return canvas;
  }
}

/** Measures texts as a canvas sets them. */
export function measurer(): (text: string, font: string) => number {
  const context = document.createElement("canvas").getContext("2d")!;
  return (text, font) => {
    context.font = font;
    return context.measureText(text).width;
  };
}
