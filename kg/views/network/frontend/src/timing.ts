// Marks for whoever measures the page: kg:painted, kg:panel, and data-ready on the root element.

/** Calls back when what was just drawn has reached the screen. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then)));
}

export function mark(name: "painted" | "panel"): void {
  performance.mark(`kg:${name}`);
}
