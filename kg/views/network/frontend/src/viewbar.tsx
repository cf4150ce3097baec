// Over the drawing: the ready-made perspectives, and around what it is narrowed, with the way out of it.
import type { VNode } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { drilled, narrowedTo } from "./actions";
import type { Pair } from "./between";
import { usePage } from "./context";
import { Icon } from "./icons";
import { PERSPECTIVES, type PerspectiveName, seenFrom } from "./perspectives";
import { Badge, ThingLink } from "./things";

const DEPTHS = [1, 2] as const;

export function ViewBar(): VNode {
  const { graph, state, beginning, words, change } = usePage();
  const row = useRef<HTMLDivElement>(null);
  // On a phone the row is longer than the screen.
  useLayoutEffect(() => {
    const pressed = row.current!.querySelector<HTMLElement>("[aria-pressed=true]")!;
    row.current!.scrollLeft = pressed.offsetLeft - (row.current!.clientWidth - pressed.offsetWidth) / 2;
  }, [state.perspective, state.lang]);
  const see = (name: PerspectiveName | null) => (
    <button key={name} type="button" aria-pressed={state.perspective === name} onClick={() => change(seenFrom(graph, state, beginning, name))}>
      {words.text(name ? `see_${name}` : "see_all")}
    </button>
  );
  return (
    <div class="viewbar">
      <div class="see" ref={row} role="group" aria-label={words.text("see")}>
        {see(null)}
        {PERSPECTIVES.map(see)}
      </div>
      {state.between ? <Between pair={state.between} /> : <Around />}
    </div>
  );
}

function Between({ pair }: { pair: Pair }): VNode {
  const { graph, state, view, shown, words, change } = usePage();
  const found = new Map<string, number>();
  view.things.forEach((thing, node) => {
    if (shown.nodes[node] && !pair.includes(thing)) found.set(graph.familyOf[thing], (found.get(graph.familyOf[thing]) ?? 0) + 1);
  });
  return (
    <div class="narrow" role="group" aria-label={words.text("between")}>
      <button type="button" class="link" onClick={() => change(drilled(state, null))}>
        <Icon name="back" />
        {words.text("drillBack")}
      </button>
      <span class="where">
        <ThingLink thing={pair[0]} /> <ThingLink thing={pair[1]} />
      </span>
      <ul class="amounts">
        {[...found].map(([family, n]) => (
          <li key={family} title={words.family(family)}>
            <Badge family={family} />
            <span class="hush">{words.family(family)}</span> {words.number(n)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Around(): VNode | null {
  const { state, words, change } = usePage();
  const { near } = state.filters;
  if (!near) return null;
  return (
    <div class="narrow" role="group" aria-label={words.text("around")}>
      <span class="where">
        {words.text("around")} <ThingLink thing={near.thing} />
      </span>
      <span class="steps">
        {DEPTHS.map((depth) => (
          <button key={depth} type="button" aria-pressed={near.depth === depth} onClick={() => change(narrowedTo(state, { ...near, depth }))}>
            {words.text(`depth${depth}`)}
          </button>
        ))}
      </span>
      <button type="button" class="quiet" aria-label={words.text("aroundLeave")} title={words.text("aroundLeave")} onClick={() => change(narrowedTo(state, null))}>
        <Icon name="close" />
      </button>
    </div>
  );
}
