// Which rows of a long list stand: the most frequent first, what is ticked always, the rest when unfolded or searched for.
import type { Filter } from "./facets";
import { fold } from "./search";

export const FOLDED = 5;
const UNFOLDED = 100;

export function listed(
  values: readonly string[],
  found: ReadonlyMap<string, number>,
  filter: Filter,
  label: (value: string) => string,
  open: boolean,
  asked: string,
): { readonly rows: readonly string[]; readonly more: number } {
  const ticked = (value: string) => filter.only && filter.values.has(value);
  const wanted = fold(asked);
  const place = new Map(values.map((value, i) => [value, i]));
  const fit = values
    .filter((value) => !wanted || fold(label(value)).includes(wanted))
    .sort((a, b) => Number(ticked(b)) - Number(ticked(a)) || found.get(b)! - found.get(a)! || place.get(a)! - place.get(b)!);
  const n = Math.max(open ? UNFOLDED : FOLDED, fit.filter(ticked).length);
  return { rows: fit.slice(0, n), more: Math.max(0, fit.length - n) };
}
