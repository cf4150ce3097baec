// The store counts a text in code points, a browser in UTF-16 units: an emoji or a rare Han character takes two of them.

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Of a text: the UTF-16 unit at which each code point begins; counted once, and only where the two differ. */
export function unitsOf(text: string): (point: number) => number {
  const pairs = [...text.matchAll(PAIR)].map((found, before) => found.index - before);
  if (!pairs.length) return (point) => point;
  // `pairs` holds the code points that take two units, in order: those before a point each move it by one.
  return (point) => {
    let [low, high] = [0, pairs.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[middle] < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  };
}

/** How many code points a text has. */
export function pointsIn(text: string): number {
  return text.length - (text.match(PAIR)?.length ?? 0);
}
