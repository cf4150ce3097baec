// The facets beside the drawing: what colours, shapes and lines mean, how many there are, and boxes to tick.
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { filtered } from "./actions";
import { usePage } from "./context";
import { ALL, FACETS, type Facet, NONE, admits, onlyThis, switched } from "./facets";
import { counts } from "./selection";
import { Badge } from "./things";

export function Legend(): VNode {
  const { words } = usePage();
  return (
    <aside id="legend" aria-label={words.text("filters")}>
      {FACETS.map((facet) => (
        <Choices key={facet.name} facet={facet} />
      ))}
    </aside>
  );
}

function Choices({ facet }: { facet: Facet }): VNode | null {
  const { graph, state, words, change } = usePage();
  const filter = state.filters[facet.name];
  const found = useMemo(() => counts(graph, graph.views[state.view], state.filters, facet), [graph, state.view, state.filters]);
  const values = facet.order(graph).filter((value) => found.has(value));
  if (!values.length) return null;
  const set = (to: typeof filter) => change(filtered(state, facet.name, to));
  return (
    <fieldset data-facet={facet.name}>
      <legend>
        {words.text(`facet_${facet.name}`)}
        {values.length > 3 && (
          <span class="every">
            <button type="button" onClick={() => set(ALL)}>
              {words.text("all")}
            </button>
            <button type="button" onClick={() => set(NONE)}>
              {words.text("none")}
            </button>
          </span>
        )}
      </legend>
      {values.map((value) => (
        <div class="choice" key={value}>
          <label class={found.get(value) ? "" : "empty"}>
            <input type="checkbox" value={value} checked={admits(filter, value)} onChange={(event) => set(switched(filter, value, event.currentTarget.checked))} />
            {facet.mark === "badge" && <Badge family={value} />}
            {facet.mark === "stroke" && <span class={`stroke ${value}`} aria-hidden="true" />}
            <span class="what">{facet.label(words, value)}</span>
            <span class="count">{words.number(found.get(value)!)}</span>
          </label>
          {values.length > 1 && (
            <button type="button" class="only" onClick={() => set(onlyThis(value))} aria-label={`${words.text("only")}: ${facet.label(words, value)}`}>
              {words.text("only")}
            </button>
          )}
        </div>
      ))}
    </fieldset>
  );
}
