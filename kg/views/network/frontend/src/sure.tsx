// How sure a fact must be to be drawn: a slider.
import type { VNode } from "preact";
import { narrowed } from "./actions";
import { usePage } from "./context";

export const STEP = 0.05;
const MOST = 0.95;

export function Sure(): VNode {
  const { state, words, change } = usePage();
  const { sure } = state.filters;
  return (
    <fieldset data-facet="sure">
      <legend>
        <label for="sure">{words.text("facet_sure")}</label>
        <output for="sure">{sure ? words.text("atLeast", { n: sure.toFixed(2) }) : words.text("any")}</output>
      </legend>
      <input id="sure" type="range" min={0} max={MOST} step={STEP} value={sure} onInput={(event) => change(narrowed(state, { sure: Number(event.currentTarget.value) }))} />
    </fieldset>
  );
}
