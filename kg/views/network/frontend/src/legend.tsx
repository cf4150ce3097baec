// The facets beside the drawing: what colours, shapes and lines mean, how many there are, and boxes to tick.
import type { ComponentChildren, VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import { filtered, unfiltered } from "./actions";
import { usePage } from "./context";
import { ALL, FACETS, type Facet, type Filter, NONE, admits, filtersOut, onlyThis, picked, switched } from "./facets";
import { listed } from "./listing";
import { Look } from "./look";
import { type Counts, counts } from "./selection";
import { Sure } from "./sure";
import { Badge } from "./things";

export function Legend(): VNode {
  const { graph, words, state, shown, beginning, change } = usePage();
  const changed = unfiltered(graph, state, beginning);
  return (
    <aside id="legend" class={state.colour === "community" ? "plain" : ""} aria-label={words.text("filters")}>
      <div class="tally">
        <p role="status">{words.text("drawn", { things: words.number(shown.nodeCount), lines: words.number(shown.edgeCount) })}</p>
        {changed && (
          <button type="button" id="reset" class="link" onClick={() => change(changed)}>
            {words.text("reset")}
          </button>
        )}
      </div>
      <Look />
      {FACETS.map((facet) => (
        <Choices key={facet.name} facet={facet} />
      ))}
      <Sure />
    </aside>
  );
}

function Choices({ facet }: { facet: Facet }): VNode | null {
  const { graph, state, view, words, shown, change } = usePage();
  const found = useMemo(() => counts(view, shown, facet), [view, shown]);
  const values = facet.order(graph).filter((value) => found.has(value));
  if (!values.length) return null;
  const filter = state.filters[facet.name];
  const set = (to: Filter) => change(filtered(state, facet.name, to));
  const link = (key: string, to: Filter) => (
    <button type="button" class="link" onClick={() => set(to)}>
      {words.text(key)}
    </button>
  );
  return (
    <fieldset data-facet={facet.name}>
      <legend>
        {words.text(`facet_${facet.name}`)}
        {facet.long ? (
          filtersOut(filter) && link("all", ALL)
        ) : (
          <span class="every">
            {values.length > 3 && link("all", ALL)}
            {values.length > 3 && link("none", NONE)}
          </span>
        )}
      </legend>
      {facet.long ? (
        <Long facet={facet} filter={filter} found={found} values={values} set={set} />
      ) : (
        values.map((value) => (
          <Choice key={value} facet={facet} value={value} n={found.get(value)!} checked={admits(filter, value)} set={(on) => set(switched(filter, value, on))}>
            {values.length > 1 && (
              <button type="button" class="only" onClick={() => set(onlyThis(value))} aria-label={`${words.text("only")}: ${facet.label(words, value)}`}>
                {words.text("only")}
              </button>
            )}
          </Choice>
        ))
      )}
    </fieldset>
  );
}

function Long({ facet, filter, found, values, set }: { facet: Facet; filter: Filter; found: Counts; values: readonly string[]; set: (to: Filter) => void }): VNode {
  const { words } = usePage();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState("");
  const { rows, more } = listed(values, found, filter, (value) => facet.label(words, value), open, asked);
  return (
    <>
      {open && <input type="search" class="within" value={asked} placeholder={words.text("within")} aria-label={`${words.text("within")}: ${words.text(`facet_${facet.name}`)}`} onInput={(event) => setAsked(event.currentTarget.value)} />}
      <div class={open ? "rows" : undefined}>
        {rows.map((value) => (
          <Choice key={value} facet={facet} value={value} n={found.get(value)!} checked={filter.only && filter.values.has(value)} set={(on) => set(picked(filter, value, on))} />
        ))}
        {open && !rows.length && <p class="note">{words.text("searchNone")}</p>}
        {open && more > 0 && <p class="note">{words.text("more", { n: words.number(more) })}</p>}
      </div>
      {(open || more > 0) && (
        <button type="button" class="link unfold" aria-expanded={open} onClick={() => [setOpen(!open), setAsked("")]}>
          {open ? words.text("fewer") : words.text("everyOne", { n: words.number(values.length) })}
        </button>
      )}
    </>
  );
}

interface ChoiceProps {
  facet: Facet;
  value: string;
  n: number;
  checked: boolean;
  set: (on: boolean) => void;
  children?: ComponentChildren;
}

function Choice({ facet, value, n, checked, set, children }: ChoiceProps): VNode {
  const { words } = usePage();
  return (
    <div class="choice">
      <label class={n ? "" : "empty"}>
        <input type="checkbox" value={value} checked={checked} onChange={(event) => set(event.currentTarget.checked)} />
        {facet.mark === "badge" && <Badge family={value} />}
        {facet.mark === "stroke" && <span class={`stroke ${value}`} aria-hidden="true" />}
        <bdi class="what" title={facet.long && facet.label(words, value)}>
          {facet.label(words, value)}
        </bdi>
        <span class="count">{words.number(n)}</span>
      </label>
      {children}
    </div>
  );
}
