// When things happened, under the drawing: how much in each year, and a slider with two ends that can be played.
import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { narrowed } from "./actions";
import { usePage } from "./context";
import { Icon } from "./icons";
import { tallyUndated, tallyYears } from "./sieve";
import { DENSE, type Window, axisOf, beginnings, begun, boundsOf, moved, next, ticks, windowOf } from "./timeline";

const PACE = 900;
const CALM = 1800;

export function TimeBar(): VNode | null {
  const { graph, state, words, shown, change } = usePage();
  const axis = useMemo(() => axisOf(graph.years, beginnings(graph.years, graph.payload.when)), [graph]);
  const found = useMemo(() => tallyYears(shown), [shown]);
  const [playing, play] = useState(false);
  const window = windowOf(axis, state.filters);
  const [from, to] = window;
  const set = (to: Window) => change(narrowed(state, boundsOf(axis, to)));

  useEffect(() => {
    if (!playing) return;
    const further = next(axis, window);
    const timer = setTimeout(() => (further ? set(further) : play(false)), matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM : PACE);
    return () => clearTimeout(timer);
  }, [playing, state]);

  if (axis.length < 2) return null;
  const most = Math.max(1, ...axis.map((year) => found.get(String(year))!));
  const bounded = state.filters.since !== null || state.filters.until !== null;
  const undated = bounded ? tallyUndated(shown) : 0;
  // The first stands for all before it too.
  const named = (place: number) => (place === 0 && axis[0] > graph.years[0] ? `≤ ${axis[0]}` : String(axis[place]));
  const end = (which: 0 | 1) => (
    <input
      type="range"
      class={which ? "to" : "from"}
      min={0}
      max={axis.length - 1}
      value={window[which]}
      aria-label={words.text(which ? "until" : "since")}
      aria-valuetext={named(window[which])}
      onInput={(event) => [play(false), set(moved(window, which, Number(event.currentTarget.value)))]}
    />
  );
  return (
    <div id="time" role="group" aria-label={words.text("time")}>
      <button type="button" id="play" aria-label={words.text(playing ? "pause" : "play")} title={words.text(playing ? "pause" : "play")} onClick={() => [!playing && set(begun(axis, window)), play(!playing)]}>
        <Icon name={playing ? "pause" : "play"} />
      </button>
      <div class="span">
        <output>{bounded ? (from === to ? named(from) : `${named(from)} – ${axis[to]}`) : words.text("always")}</output>
        {bounded ? (
          <button type="button" class="link" onClick={() => [play(false), set([0, axis.length - 1])]}>
            {words.text("always")}
          </button>
        ) : (
          <small>{`${graph.years[0]} – ${axis[axis.length - 1]}`}</small>
        )}
        {undated > 0 && <small class="undated">{words.text("undated", { n: words.number(undated) })}</small>}
      </div>
      <div class={axis.length > DENSE ? "axis" : "axis each"} style={{ "--years": axis.length }}>
        <div class="bars" aria-hidden="true">
          {axis.map((year, i) => (
            <span key={year} class={i >= from && i <= to ? "in" : ""} title={`${named(i)}: ${found.get(String(year))}`}>
              <i style={{ height: `${(100 * found.get(String(year))!) / most}%` }} />
            </span>
          ))}
        </div>
        {end(0)}
        {end(1)}
        <div class="ticks" aria-hidden="true">
          {axis.map((year, i) => (
            <span key={year}>{ticks(axis).includes(year) && <b>{named(i)}</b>}</span>
          ))}
        </div>
      </div>
    </div>
  );
}
