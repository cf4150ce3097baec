// What stands beside the drawing. A further panel is a component, a kind of Chosen in state.ts, and a line here.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Beginning } from "./beginning";
import { AboutCommunity } from "./community";
import { usePage } from "./context";
import { AboutDigest } from "./digest";
import { AboutJoint } from "./joint";
import { AboutPassage } from "./passages";
import { AboutPath } from "./routes";
import type { Chosen } from "./state";
import { AboutThing } from "./thing";
import { afterPaint, mark } from "./timing";

export function Panel(): VNode {
  const { state, words } = usePage();
  const home = useRef<HTMLElement>(null);
  const { chosen } = state;
  const digest = state.reading?.digest ?? null;
  useEffect(() => {
    home.current!.scrollTop = 0;
    // Where a window is too low for all, the panel stands under its edge.
    if (chosen) home.current!.firstElementChild!.scrollIntoView({ block: "nearest" });
    afterPaint(() => mark("panel"));
  }, [chosen, digest]);
  return (
    <aside id="panel" ref={home} class={chosen ? "chosen" : ""} tabIndex={-1} aria-label={words.text("details")}>
      {chosen ? <Told of={chosen} /> : digest !== null ? <AboutDigest key={digest} digest={digest} /> : <Beginning />}
    </aside>
  );
}

function Told({ of }: { of: Chosen }): VNode {
  if ("thing" in of) return <AboutThing key={of.thing} thing={of.thing} />;
  if ("path" in of) return <AboutPath path={of.path} only={of.only} />;
  if ("passage" in of) return <AboutPassage key={of.passage.join()} passage={of.passage} />;
  if ("community" in of) return <AboutCommunity key={of.community} around={of.community} />;
  return <AboutJoint key={of.pair.join()} pair={of.pair} />;
}
