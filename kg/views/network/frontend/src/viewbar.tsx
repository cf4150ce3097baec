// Over the drawing: the ready-made perspectives, and around what it is narrowed, with the way out of it.
import type { VNode } from "preact";
import { narrowedTo } from "./actions";
import { usePage } from "./context";
import { Icon } from "./icons";
import { PERSPECTIVES, type PerspectiveName, seenFrom } from "./perspectives";
import { ThingLink } from "./things";

const DEPTHS = [1, 2] as const;

export function ViewBar(): VNode {
  const { graph, state, beginning, words, change } = usePage();
  const see = (name: PerspectiveName | null) => (
    <button key={name} type="button" aria-pressed={state.perspective === name} onClick={() => change(seenFrom(graph, state, beginning, name))}>
      {words.text(name ? `see_${name}` : "see_all")}
    </button>
  );
  return (
    <div class="viewbar">
      <div class="see" role="group" aria-label={words.text("see")}>
        {see(null)}
        {PERSPECTIVES.map(see)}
      </div>
      <Around />
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
