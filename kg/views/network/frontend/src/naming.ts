// Where a text names things: each place where one of their names stands as a whole word.
import type { Thing } from "./payload";

export interface Mention {
  readonly thing: number;
  /** UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
// Scripts that set no spaces between words.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The longest name wins where two begin at the same place or cross; one that lies within another's name is kept, unless it means
 * the same thing. Where two things share a name, the one that comes first among `things` is meant.
 */
export function mentionsIn(text: string, all: readonly Thing[], things: readonly number[]): Mention[] {
  const found = things.flatMap((thing) => (all[thing].names ?? []).flatMap(([name]) => places(text, name).map((start) => ({ thing, start, end: start + name.length }))));
  const rank = new Map(things.map((thing, i) => [thing, i]));
  found.sort((a, b) => a.start - b.start || b.end - a.end || rank.get(a.thing)! - rank.get(b.thing)!);
  const kept: Mention[] = [];
  let open: Mention[] = [];
  for (const mention of found) {
    open = open.filter(({ end }) => end > mention.start);
    const within = open.every(({ thing, start, end }) => mention.end <= end && thing !== mention.thing && (start !== mention.start || end !== mention.end));
    if (!within) continue;
    kept.push(mention);
    open.push(mention);
  }
  return kept;
}

// As it is written; where that stands nowhere, with other capitals.
function places(text: string, name: string): number[] {
  const exact = occurrences(text, name, text, name);
  if (exact.length) return exact;
  const [low, asked] = [text.toLowerCase(), name.toLowerCase()];
  // A few letters change their length with their case: offsets would be those of another text.
  return low.length === text.length && asked.length === name.length ? occurrences(low, asked, text, name) : [];
}

function occurrences(within: string, asked: string, text: string, name: string): number[] {
  const found: number[] = [];
  if (!asked) return found;
  for (let at = within.indexOf(asked); at >= 0; at = within.indexOf(asked, at + asked.length)) {
    if (!joined(text.slice(0, at), name) && !joined(name, text.slice(at + name.length))) found.push(at);
  }
  return found;
}

// Whether the last letter of one and the first of the other are of one word.
function joined(before: string, after: string): boolean {
  const last = /.$/su.exec(before.slice(-2))?.[0] ?? "";
  const first = /^./su.exec(after.slice(0, 2))?.[0] ?? "";
  return LETTER.test(last) && LETTER.test(first) && !UNSPACED.test(last) && !UNSPACED.test(first);
}
