// Search over every name in every script, by letters alone: case, accents and punctuation do not count.
import type { Graph } from "./graph";
import type { Words } from "./words";

const NONE = 9;

export function fold(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// 0 the whole name, 1 its beginning, 2 the beginning of a word, 3 anywhere, 4 all words in any order; 9 not at all.
function rank(name: string, wanted: string, close: string, words: readonly string[]): number {
  if (name === wanted || name === close) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(` ${wanted}`)) return 2;
  if (name.includes(wanted)) return 3;
  if (!name.includes(" ") && close.length > 2 && name.includes(close)) return 3;
  return words.length > 1 && words.every((word) => name.includes(word)) ? 4 : NONE;
}

/** Things whose names match, the best first, at equal match those with most facts. */
export function find({ things, factsOf }: Graph, asked: string, most = 12): number[] {
  const wanted = fold(asked);
  if (!wanted) return [];
  const close = wanted.replaceAll(" ", "");
  const words = wanted.split(" ");
  return things
    .map(({ find: names = [] }, thing) => ({ thing, score: names.reduce((least, name) => Math.min(least, rank(name, wanted, close, words)), NONE) }))
    .filter(({ score }) => score < NONE)
    .sort((a, b) => a.score - b.score || factsOf[b.thing].length - factsOf[a.thing].length || a.thing - b.thing)
    .slice(0, most)
    .map(({ thing }) => thing);
}

/** The name by which a thing was found, where it is not the one shown. */
export function foundBy(words: Words, thing: number, asked: string): string | null {
  const wanted = fold(asked);
  const shown = words.name(thing);
  if (fold(shown).includes(wanted)) return null;
  return words.graph.things[thing].names?.find(([name]) => name !== shown && fold(name).includes(wanted))?.[0] ?? null;
}
