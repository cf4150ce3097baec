// How large nodes are drawn: by how many lines they have, or by how much of the network they stand between.
import type { View } from "./view";

export const SIZES = ["degree", "between"] as const;
export type SizeName = (typeof SIZES)[number];

const [LEAST, MOST] = [6, 36];

export function sizeNodes(view: View, by: SizeName): void {
  const most = view.between.reduce((a, b) => Math.max(a, b), 0) || 1;
  view.radius.set(by === "degree" ? view.home.radius : view.between.map((share) => LEAST + (MOST - LEAST) * Math.sqrt(share / most)));
}
