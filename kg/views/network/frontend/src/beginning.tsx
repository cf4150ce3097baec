// What the panel says while nothing is chosen: how much there is, and where to begin.
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { usePage } from "./context";
import { type Graph, isHeld } from "./graph";
import { openHelp } from "./help";
import type { Shown } from "./selection";
import { ThingLink } from "./things";
import type { View } from "./view";

const LISTED = 10;

export function Beginning(): VNode {
  const { graph, words, view, shown } = usePage();
  const { digests, things, facts } = graph.payload;
  const quotations = useMemo(() => facts.reduce((sum, [, , , claims]) => sum + claims.reduce((n, claim) => n + claim.quotes.length, 0), 0), [facts]);
  const held = useMemo(() => facts.filter(isHeld).length, [facts]);
  const joined = useMemo(() => mostJoined(graph, view, shown), [view, shown]);
  const unjoined = graph.factsOf.filter((some) => !some.length).length;
  const figure = (n: number, key: string) => (
    <div>
      <b>{words.number(n)}</b>
      <span>{words.text(key)}</span>
    </div>
  );
  return (
    <>
      <p class="lead">{words.text("start")}</p>
      <div class="figures">
        {figure(digests.length, "digests")}
        {figure(things.length, "things")}
        {figure(held, "facts")}
        {figure(quotations, "quotations")}
      </div>
      {joined.length > 0 && (
        <section>
          <p class="title" id="most">
            {words.text("mostJoined")}
          </p>
          <ol class="most" aria-labelledby="most">
            {joined.map(({ node, n }) => (
              <li key={node}>
                <ThingLink thing={view.things[node]} />
                <span class="count">{n}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {unjoined > 0 && <p class="note">{words.text("unjoined", { n: unjoined })}</p>}
      <button type="button" class="connect" onClick={openHelp}>
        {words.text("help")}
      </button>
    </>
  );
}

function mostJoined(graph: Graph, view: View, shown: Shown): { node: number; n: number }[] {
  return [...view.things.keys()]
    .map((node) => ({ node, n: shown.nodes[node] ? view.edgesOf[node].filter((edge) => shown.edges[edge]).length : 0 }))
    .filter(({ node, n }) => n && graph.familyOf[view.things[node]] !== "Place")
    .sort((a, b) => b.n - a.n || a.node - b.node)
    .slice(0, LISTED);
}
