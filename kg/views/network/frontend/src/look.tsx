// How nodes are coloured and sized, and what the colours of communities stand for.
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { communitiesOf, tint, tintOf } from "./communities";
import { usePage } from "./context";
import "./look.css";
import { SIZES } from "./sizes";
import { COLOURINGS } from "./state";

export function Look(): VNode {
  const { state, words, change } = usePage();
  const row = <T extends string>(name: "colour" | "size", values: readonly T[], now: T, set: (value: T) => void) => (
    <div class="switch" role="group" aria-label={words.text(name)}>
      <span>{words.text(name)}</span>
      {values.map((value) => (
        <button key={value} type="button" aria-pressed={value === now} title={words.text(`${name}_${value}_hint`)} onClick={() => set(value)}>
          {words.text(`${name}_${value}`)}
        </button>
      ))}
    </div>
  );
  return (
    <div class="look">
      {row("colour", COLOURINGS, state.colour, (colour) => change({ ...state, colour }))}
      {row("size", SIZES, state.size, (size) => change({ ...state, size }))}
      {state.colour === "community" && <Communities />}
    </div>
  );
}

function Communities(): VNode {
  const { state, view, shown, words, theme, choose } = usePage();
  const { rows, rest } = useMemo(() => {
    const drawn = communitiesOf(view)
      .map(({ number, centre, nodes }) => ({ tint: tintOf(view, number), thing: view.things[centre], n: nodes.filter((node) => shown.nodes[node]).length }))
      .filter(({ n }) => n);
    return { rows: drawn.filter(({ tint }) => tint >= 0), rest: drawn.filter(({ tint }) => tint < 0).reduce((sum, { n }) => sum + n, 0) };
  }, [view, shown]);
  const { chosen } = state;
  return (
    <ul class="communities" aria-label={words.text("communities")}>
      {rows.map(({ tint: place, thing, n }) => (
        <li key={thing}>
          <button type="button" aria-pressed={chosen !== null && "community" in chosen && chosen.community === thing} onClick={() => choose({ community: thing }, true)}>
            <i style={{ background: tint(place, theme) }} />
            <bdi class="what">{words.name(thing)}</bdi>
            <span class="count">{words.number(n)}</span>
          </button>
        </li>
      ))}
      {rest > 0 && (
        <li class="rest">
          <i style={{ background: tint(-1, theme) }} />
          <span class="what">{words.text("communityRest")}</span>
          <span class="count">{words.number(rest)}</span>
        </li>
      )}
    </ul>
  );
}
