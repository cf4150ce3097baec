// The drawing within the page: follows the state, and tells it what the reader does with the picture.
import type { VNode } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { meant } from "./actions";
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
    ArrowLeft: (d) => d.pan(-STEP, 0),
    ArrowRight: (d) => d.pan(STEP, 0),
    ArrowUp: (d) => d.pan(0, -STEP),
    ArrowDown: (d) => d.pan(0, STEP),
    "+": (d) => d.zoom(NEARER),
    "=": (d) => d.zoom(NEARER),
    "-": (d) => d.zoom(1 / NEARER),
    "0": (d) => d.fit(),
  };
  const press = (event: KeyboardEvent) => {
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
          {!shown.nodeCount && <p class="nothing">{words.text("nothing")}</p>}
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
