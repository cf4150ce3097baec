// When facts happened: spans of ISO dates, each as exact as it is known. The same rules as kg/views/network/times.py.

/** From and to, null where it is open. */
export type Span = readonly [start: string | null, end: string | null];

/** A day as a number that grows with time, the first that a date may mean. */
export function firstDay(date: string): number {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  return (year * 100 + month) * 100 + day;
}

/** The last day that a date may mean; months end on a 31st, which no date lies beyond. */
export function lastDay(date: string): number {
  const [year, month = 12, day = 31] = date.split("-").map(Number);
  return (year * 100 + month) * 100 + day;
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

export function isDate(text: string): boolean {
  return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);
}

/** Every year from the first to the last that some span begins or ends in. */
export function yearsIn(spans: readonly (Span | null)[]): number[] {
  let [first, last] = [Infinity, -Infinity];
  for (const span of spans) {
    for (const date of span ?? []) {
      if (date === null) continue;
      first = Math.min(first, yearOf(date));
      last = Math.max(last, yearOf(date));
    }
  }
  return first > last ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

/** The years that a span touches, of those that there are: an open one goes on to their end. */
export function yearsOf(span: Span | null, years: readonly number[]): string[] {
  if (!span || !years.length) return [];
  const [start, end] = span;
  const from = start === null ? years[0] : yearOf(start);
  const to = end === null ? years[years.length - 1] : yearOf(end);
  return years.slice(Math.max(0, from - years[0]), Math.max(0, to - years[0] + 1)).map(String);
}
