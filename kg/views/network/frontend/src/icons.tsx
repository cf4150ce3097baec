// The few signs that buttons bear.
import type { VNode } from "preact";

const PATHS = {
  back: "M12.5 4.500 7 10l5.500 5.500",
  forward: "M7.500 4.500 13 10l-5.500 5.500",
  close: "M5 5l10 10M15 5 5 15",
  fit: "M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5",
  nearer: "M10 4v12M4 10h12",
  farther: "M4 10h12",
  theme: "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14z",
  filters: "M3 5h14M6 10h8M8.500 15h3",
  between: "M4 8.200a1.800 1.800 0 1 0 0 3.600a1.800 1.800 0 1 0 0-3.600zM16 8.200a1.800 1.800 0 1 0 0 3.600a1.800 1.800 0 1 0 0-3.600zM10 3v2M10 9v2M10 15v2",
  around: "M10 8a2 2 0 1 0 0 4a2 2 0 1 0 0-4zM10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14z",
  putBack: "M4 9.500a6 6 0 1 1 1.500 4.500M4 5v4.500h4.500",
  play: "M6.500 4v12l9.500-6z",
  pause: "M7 4.500v11M13 4.500v11",
  search: "M8.500 3a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11zM12.700 12.700 17 17",
  swap: "M7 4v12M7 16l-3-3M7 16l3-3M13 16V4M13 4l-3 3M13 4l3 3",
  path: "M4.500 17a1.800 1.800 0 1 0 0-3.600a1.800 1.800 0 1 0 0 3.600zM15.500 6.600a1.800 1.800 0 1 0 0-3.600a1.800 1.800 0 1 0 0 3.600zM6.300 15.200H12a2.600 2.600 0 0 0 0-5.200H8a2.600 2.600 0 0 1 0-5.200h5.700",
  save: "M10 3v9M10 12l-3.500-3.500M10 12l3.500-3.500M3.500 14v3h13v-3",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }): VNode {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
      {name === "theme" && <path class="full" d="M10 3a7 7 0 0 1 0 14z" />}
    </svg>
  );
}
