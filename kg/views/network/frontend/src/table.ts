// What is shown as a table (CSV, RFC 4180) that spreadsheets open as it is.
import type { Graph } from "./graph";
import type { Taken } from "./taken";
import type { Words } from "./words";

const COLUMNS = ["subject", "property", "object", "date", "status", "confidence", "document", "source", "quotation"] as const;
/** With what a cell begins that spreadsheets take for a formula. */
const FORMULA = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;
/** By this a spreadsheet knows that the text is UTF-8. */
const MARK = "\ufeff";

/** A row for each passage of each claim of each fact, in the page's language; confidence with a full stop in all of them. */
export function tableOf(graph: Graph, words: Words, taken: readonly Taken[]): string {
  const rows = taken.flatMap(({ fact, claims }) => {
    const [subject, property, object] = graph.facts[fact];
    return claims.flatMap(({ status, confidence, quotes, since, until }) =>
      quotes.map(([digest, exact]) => {
        const [id, title, , , source] = graph.payload.digests[digest];
        const date = [since, until].filter(Boolean).join("/") || graph.happened[fact];
        return [words.name(subject), words.phrase(property, false), words.name(object), date, words.status(status), confidence.toFixed(2), title || id, source ?? "", exact];
      }),
    );
  });
  return MARK + [COLUMNS.map((column) => words.text(`column_${column}`)), ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** A cell in quotation marks; an apostrophe before what a spreadsheet would compute makes it a text. */
export function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
