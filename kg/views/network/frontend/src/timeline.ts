// The slider over years as numbers: which years it has, where its two ends stand, and how playing moves them.
import { type Span, yearOf } from "./times";

/** So many years at most have a place on it, and one fact of so many may be older: it belongs to the open beginning. */
const MOST = 40;
const OLDER = 50;
/** Up to so many years each is written out, where the screen is wide. */
export const DENSE = 14;

/** The first and the last year that are let through, as places on the axis. */
export type Window = readonly [from: number, to: number];
export interface Bounds {
  readonly since: string | null;
  readonly until: string | null;
}

/** Years side by side; `began`, of each of them, is how many facts began in it. */
export function axisOf(years: readonly number[], began: readonly number[]): readonly number[] {
  const all = began.reduce((sum, n) => sum + n, 0);
  let [first, older] = [0, 0];
  while (first < years.length - 2 && (older + began[first]) * OLDER <= all) older += began[first++];
  return years.slice(Math.max(first, years.length - MOST));
}

/** Of each year: how many spans begin in it. */
export function beginnings(years: readonly number[], spans: readonly (Span | null)[]): number[] {
  const found = years.map(() => 0);
  for (const span of spans) {
    const date = span?.[0] ?? span?.[1];
    if (date) found[yearOf(date) - years[0]] += 1;
  }
  return found;
}

/** Where the ends stand: an open one at its end of the axis. */
export function windowOf(axis: readonly number[], { since, until }: Bounds): Window {
  const last = axis.length - 1;
  const place = (date: string) => Math.min(last, Math.max(0, yearOf(date) - axis[0]));
  return [since === null ? 0 : place(since), until === null ? last : place(until)];
}

/** The bounds that ends stand for; at an end of the axis nothing is shut out. */
export function boundsOf(axis: readonly number[], [from, to]: Window): Bounds {
  return { since: from <= 0 ? null : String(axis[from]), until: to >= axis.length - 1 ? null : String(axis[to]) };
}

/** The same with one end moved; the other gives way. */
export function moved([from, to]: Window, end: 0 | 1, place: number): Window {
  return end === 0 ? [place, Math.max(place, to)] : [Math.min(place, from), place];
}

/** Where playing begins: all that is open grows from the first year, what is narrower goes on from where it stands. */
export function begun(axis: readonly number[], [from, to]: Window): Window {
  const last = axis.length - 1;
  if (to < last) return [from, to];
  return from === 0 ? [0, 0] : [0, last - from];
}

/** One year on; null at the end. What begins with the first year grows, a narrower span moves. */
export function next(axis: readonly number[], [from, to]: Window): Window | null {
  if (to >= axis.length - 1) return null;
  return from === 0 ? [0, to + 1] : [from + 1, to + 1];
}

/** The years that are written out under the axis. */
export function ticks(axis: readonly number[]): readonly number[] {
  const step = axis.length <= DENSE ? 1 : axis.length <= 30 ? 5 : 10;
  return axis.filter((year) => year % step === 0);
}
