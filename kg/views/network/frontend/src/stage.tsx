// The drawing within the page: follows the state, and tells it what the reader does with the picture.
import type { VNode } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { meant, unfiltered } from "./actions";
import { coloursOf } from "./colours";
import { usePage } from "./context";
import { Documents } from "./documents";
import { Drawing } from "./drawing";
import { Icon } from "./icons";
import { pinned, placeNodes, unpinned } from "./pins";
import { focusOf, sceneOf } from "./scene";
import { sizeNodes } from "./sizes";
import type { Camera } from "./state";
import { TimeBar } from "./timebar";
import { afterPaint, mark } from "./timing";
import { ViewBar } from "./viewbar";

const NEARER = 1.4;
const STEP = 60;
const ASIDE: Readonly<Record<string, readonly [dx: number, dy: number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function Stage({ drawing }: { drawing: { current: Drawing | null } }): VNode {
  const page = usePage();
  const { graph, state, words, theme, view, shown } = page;
  const host = useRef<HTMLDivElement>(null);
  const reported = useRef<Camera | null>(null);
  const latest = useRef(page);
  latest.current = page;

  useLayoutEffect(() => {
    let first = true;
    const made = new Drawing(host.current!, {
      choose(picked) {
        const { state, view, choose } = latest.current;
        if (!picked) choose(null);
        else if ("node" in picked) choose(meant(state, view.things[picked.node]));
        else choose({ pair: [view.things[view.from[picked.edge]], view.things[view.to[picked.edge]]] });
      },
      rested(camera) {
        reported.current = camera;
        latest.current.change({ ...latest.current.state, camera });
      },
      dropped(node, at) {
        const { state, view, change } = latest.current;
        change({ ...state, pins: pinned(state.pins, view.name, view.things[node], at) });
      },
      painted() {
        if (first) {
          afterPaint(() => {
            mark("painted");
            document.documentElement.dataset.ready = "true";
          });
        }
        first = false;
      },
    });
    drawing.current = made;
    return () => made.destroy();
  }, []);

  const scene = useMemo(() => {
    sizeNodes(view, state.size);
    placeNodes(view, state.pins);
    return sceneOf(graph, view, shown, coloursOf(graph.payload, theme), words, state);
  }, [view, shown, theme, words, state.colour, state.size, state.pins]);
  useLayoutEffect(() => drawing.current!.show(scene), [scene]);
  useLayoutEffect(() => drawing.current!.focus(focusOf(graph, view, shown, state.chosen)), [view, shown, state.chosen]);
  useLayoutEffect(() => {
    if (!state.camera || state.camera !== reported.current) drawing.current!.place(state.camera);
    reported.current = state.camera;
  }, [state.camera, view, state.perspective, state.filters.near]);

  const moves: Record<string, (d: Drawing) => void> = {
    ...Object.fromEntries(Object.entries(ASIDE).map(([key, [dx, dy]]) => [key, (d: Drawing) => d.pan(dx * STEP, dy * STEP)])),
    "+": (d) => d.zoom(NEARER),
    "=": (d) => d.zoom(NEARER),
    "-": (d) => d.zoom(1 / NEARER),
    "0": (d) => d.fit(),
  };
  const nudged = ({ key, shiftKey }: KeyboardEvent) => {
    const chosen = state.chosen && "thing" in state.chosen ? state.chosen.thing : -1;
    const node = view.nodeOf.get(chosen);
    const [dx, dy] = ASIDE[key] ?? [0, 0];
    if (!shiftKey || !(dx || dy) || node === undefined || !shown.nodes[node]) return null;
    const step = STEP / 3 / drawing.current!.now().zoom;
    return { ...state, pins: pinned(state.pins, view.name, chosen, { x: view.x[node] + dx * step, y: view.y[node] + dy * step }) };
  };
  const press = (event: KeyboardEvent) => {
    const aside = nudged(event);
    if (aside) {
      event.preventDefault();
      return page.change(aside);
    }
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    if (!move) return;
    event.preventDefault();
    move(drawing.current!);
  };
  const button = (key: "zoomIn" | "zoomOut" | "fit" | "putBack", icon: "nearer" | "farther" | "fit" | "putBack", act: (d: Drawing) => void) => (
    <button type="button" id={key} title={words.text(key)} aria-label={words.text(key)} onClick={() => act(drawing.current!)}>
      <Icon name={icon} />
    </button>
  );
  return (
    <section id="stage">
      <div class="under" inert={state.reading !== null}>
        <ViewBar />
        <div class="picture">
          <div id="canvas" ref={host} tabIndex={0} role="application" aria-label={words.text("network")} onKeyDown={press} />
          {!shown.nodeCount && <Nothing />}
          <div class="zoom">
            {button("zoomIn", "nearer", (d) => d.zoom(NEARER))}
            {button("zoomOut", "farther", (d) => d.zoom(1 / NEARER))}
            {button("fit", "fit", (d) => d.fit())}
            {scene.pinned.length > 0 && button("putBack", "putBack", () => page.change({ ...state, pins: unpinned(state.pins, view.name) }))}
          </div>
        </div>
        <TimeBar />
      </div>
      {state.reading && <Documents at={state.reading} />}
    </section>
  );
}

// The way out of what leaves nothing: the filters as they were, which on a phone are out of sight.
function Nothing(): VNode {
  const { graph, state, words, beginning, change } = usePage();
  const back = unfiltered(graph, state, beginning);
  return (
    <div class="nothing" role="status">
      <p>{words.text("nothing")}</p>
      {back && (
        <button type="button" class="connect" onClick={() => change(back)}>
          {words.text("reset")}
        </button>
      )}
    </div>
  );
}
