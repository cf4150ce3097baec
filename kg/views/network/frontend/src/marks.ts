// A digest's text cut where something begins or ends to be marked: lines of runs, runs of pieces.
import type { Mention } from "./naming";

/** A passage that facts rest on. */
export interface Evidenced {
  /** The code point by which the store knows it. */
  readonly at: number;
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
}
/** The same things are named by all of a piece, the outermost first. */
export interface Piece {
  readonly text: string;
  readonly things: readonly number[];
}
/** The same passages hold all of a run; `ends` are those of them that end with it. */
export interface Run {
  readonly passages: readonly number[];
  readonly ends: readonly number[];
  readonly pieces: readonly Piece[];
}
export interface Line {
  readonly start: number;
  readonly runs: readonly Run[];
}

/** The lines of a text that are not blank. */
export function markedLines(text: string, passages: readonly Evidenced[], mentions: readonly Mention[]): Line[] {
  const lines: Line[] = [];
  for (const found of text.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    const [start, end] = [found.index, found.index + found[0].length];
    const here = passages.filter((passage) => passage.start < end && passage.end > start);
    const named = mentions.filter((mention) => mention.start < end && mention.end > start);
    const runs = stretches(start, end, here).map(([from, to]): Run => {
      const over = here.filter((passage) => passage.start < to && passage.end > from);
      return {
        passages: over.map(({ at }) => at),
        ends: over.filter((passage) => passage.end === to || (to === end && nothingBetween(text, to, passage.end))).map(({ at }) => at),
        pieces: stretches(from, to, named).map(([a, b]) => ({
          text: text.slice(a, b),
          things: named.filter((mention) => mention.start < b && mention.end > a).map(({ thing }) => thing),
        })),
      };
    });
    lines.push({ start, runs });
  }
  return lines;
}

// A passage may end with the line ends after its last letter.
function nothingBetween(text: string, from: number, to: number): boolean {
  return to > from && !text.slice(from, to).trim();
}

function stretches(start: number, end: number, bounds: readonly { readonly start: number; readonly end: number }[]): [number, number][] {
  const cuts = new Set([start, end]);
  for (const bound of bounds) for (const at of [bound.start, bound.end]) if (at > start && at < end) cuts.add(at);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((to, i) => [sorted[i], to]);
}

/** Whether a line is set as a heading: short, and no sentence. The store does not tell. */
export function isHeading(line: string): boolean {
  return line.trim().length <= 100 && !/[.!?。！？:：;；…,，]["'”’»）)]*$/u.test(line.trim());
}
