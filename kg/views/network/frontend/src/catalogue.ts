// The list of digests: what each row says, which a search leaves, and in which order they stand.
import type { Graph } from "./graph";
import type { Lang, Text } from "./payload";
import { factsIn } from "./reports";
import { fold } from "./search";
import type { Words } from "./words";

export interface Row {
  readonly digest: number;
  readonly title: string;
  readonly date: string;
  readonly lang: Lang;
  readonly language: string;
  readonly publisher: string;
  readonly facts: number;
  readonly things: number;
}
export type Column = "date" | "title" | "lang" | "facts" | "things";

export function rowsOf(graph: Graph, texts: readonly Text[], words: Words): Row[] {
  return graph.payload.digests.map(([id, title, lang, published, , publisher], digest) => ({
    digest,
    title: title || id,
    date: published ?? "",
    lang,
    language: graph.payload.texts[lang]?.language ?? lang,
    publisher: publisher === null ? "" : words.name(publisher),
    facts: factsIn(graph, digest).length,
    things: texts[digest][1].length,
  }));
}

/** Rows whose title or publisher has all words of a search. */
export function titled(rows: readonly Row[], asked: string): Row[] {
  const wanted = fold(asked).split(" ").filter(Boolean);
  return rows.filter(({ title, publisher, date }) => {
    const said = fold(`${title} ${publisher} ${date}`);
    return wanted.every((word) => said.includes(word));
  });
}

/** Rows by a column, those without a value last, else in the digests' order. */
export function ordered(rows: readonly Row[], column: Column, down: boolean): Row[] {
  const key = column === "lang" ? "language" : column;
  return [...rows].sort((a, b) => {
    const [one, other] = [a[key], b[key]];
    if (one === "" || other === "") return Number(one === "") - Number(other === "") || a.digest - b.digest;
    const order = typeof one === "number" ? one - (other as number) : one.localeCompare(other as string);
    return (down ? -order : order) || a.digest - b.digest;
  });
}
