// What stands beside the drawing. A further panel is a component, a kind of Chosen in state.ts, and a line here.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Beginning } from "./beginning";
import { usePage } from "./context";
import { AboutJoint } from "./joint";
import { AboutThing } from "./thing";
import { afterPaint, mark } from "./timing";

export function Panel(): VNode {
  const { state, words } = usePage();
  const home = useRef<HTMLElement>(null);
  const { chosen } = state;
  useEffect(() => {
    home.current!.scrollTop = 0;
    afterPaint(() => mark("panel"));
  }, [chosen]);
  return (
    <aside id="panel" ref={home} class={chosen ? "chosen" : ""} tabIndex={-1} aria-label={words.text("details")}>
      {!chosen ? <Beginning /> : "thing" in chosen ? <AboutThing key={chosen.thing} thing={chosen.thing} /> : <AboutJoint key={chosen.pair.join()} pair={chosen.pair} />}
    </aside>
  );
}
