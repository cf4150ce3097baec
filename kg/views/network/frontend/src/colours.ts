// Colours by day and by night: those of the style sheet for the canvas, and those of each family of classes.
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

export function fillOf(family: Family, theme: Theme): string {
  return family[theme];
}

/** A rim of the same hue, dark enough (3 : 1) to be seen against a light page; by night, the page's own darkness. */
export function rimOf(family: Family, theme: Theme, ground: string): string {
  if (theme === "dark") return ground;
  return "#" + family.light.match(/\w\w/g)!.map((hex) => Math.round(parseInt(hex, 16) * 0.7).toString(16).padStart(2, "0")).join("");
}

/** Reads the style sheet's colours as they are now. */
export function coloursOf({ families }: Payload, theme: Theme): Colours {
  const sheet = getComputedStyle(document.documentElement);
  const of = (name: string) => sheet.getPropertyValue(`--${name}`).trim();
  const each = (colour: (family: Family) => string) => Object.fromEntries(Object.entries(families).map(([name, family]) => [name, colour(family)]));
  return {
    ground: of("ground"),
    ink: of("ink"),
    edge: of("edge"),
    accent: of("accent"),
    fill: each((family) => fillOf(family, theme)),
    rim: each((family) => rimOf(family, theme, of("ground"))),
  };
}
