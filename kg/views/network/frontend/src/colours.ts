// Colours by day and by night: those of the style sheet for the canvas, and those of each family of classes.
import { TINTED, tint } from "./communities";
import type { Family, Payload } from "./payload";
import type { Theme } from "./state";

export interface Colours {
  readonly ground: string;
  readonly ink: string;
  readonly edge: string;
  readonly accent: string;
  readonly fill: Readonly<Record<string, string>>;
  readonly rim: Readonly<Record<string, string>>;
}

type Hue = Pick<Family, Theme>;

export function fillOf(family: Hue, theme: Theme): string {
  return family[theme];
}

/** A rim of the same hue, dark enough (3 : 1) to be seen against a light page; by night, the page's own darkness. */
export function rimOf(family: Hue, theme: Theme, ground: string): string {
  if (theme === "dark") return ground;
  return "#" + family.light.match(/\w\w/g)!.map((hex) => Math.round(parseInt(hex, 16) * 0.7).toString(16).padStart(2, "0")).join("");
}

/** The name of a community's colour among `fill` and `rim`. */
export function tintName(place: number): string {
  return `community ${place}`;
}

/** Reads the style sheet's colours as they are now. */
export function coloursOf({ families }: Payload, theme: Theme): Colours {
  const sheet = getComputedStyle(document.documentElement);
  const of = (name: string) => sheet.getPropertyValue(`--${name}`).trim();
  const tints = Array.from({ length: TINTED + 1 }, (_, i) => [tintName(i - 1), { light: tint(i - 1, "light"), dark: tint(i - 1, "dark") }] as const);
  const each = (colour: (hue: Hue) => string) => Object.fromEntries([...Object.entries(families), ...tints].map(([name, hue]) => [name, colour(hue)]));
  return {
    ground: of("ground"),
    ink: of("ink"),
    edge: of("edge"),
    accent: of("accent"),
    fill: each((family) => fillOf(family, theme)),
    rim: each((family) => rimOf(family, theme, of("ground"))),
  };
}
