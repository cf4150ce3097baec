// Why two things are joined: every fact between them with its evidence, oldest first.
import type { VNode } from "preact";
import { drilled } from "./actions";
import { hasBetween } from "./between";
import { usePage } from "./context";
import { Evidence, Together } from "./evidence";
import { Head } from "./head";
import { Icon } from "./icons";
import { sameChoice } from "./state";
import { joints, shared } from "./telling";
import { ThingLink } from "./things";
import { edgeBetween } from "./view";

export function AboutJoint({ pair }: { pair: readonly [number, number] }): VNode {
  const { graph, words, state, view, change } = usePage();
  // A drawing of what lies between two things has no line for the rest of what joins them.
  const base = state.between && sameChoice({ pair }, { pair: state.between }) ? graph.views[state.view] : view;
  const edge = edgeBetween(base, ...pair);
  return (
    <>
      <Head kind={words.text("why")}>
        <span class="pair">
          {pair.map((end) => (
            <ThingLink key={end} thing={end} />
          ))}
        </span>
      </Head>
      {!state.between && hasBetween(graph, pair) && (
        <div class="acts">
          <button type="button" class="connect" onClick={() => change(drilled(state, pair))}>
            <Icon name="between" />
            {words.text("drill")}
          </button>
        </div>
      )}
      {edge < 0 && <p class="note">{words.text("apart")}</p>}
      {joints(graph, edge < 0 ? [] : base.ways[edge]).map(([via, facts]) => (
        <section key={facts[0]}>
          {via >= 0 && (
            <h3>
              {words.text("through")} <ThingLink thing={via} />
            </h3>
          )}
          <Sentences facts={facts} />
        </section>
      ))}
    </>
  );
}

function Sentences({ facts }: { facts: readonly number[] }): VNode {
  const { graph } = usePage();
  return (
    <ul class="facts">
      {shared(graph, facts).map(({ facts: same, claims }) => (
        <li key={same[0]}>
          {same.map((fact) => (
            <Sentence key={fact} fact={fact} />
          ))}
          <Evidence claims={claims} />
        </li>
      ))}
    </ul>
  );
}

export function Sentence({ fact }: { fact: number }): VNode {
  const { graph, words } = usePage();
  const [subject, property, object, claims] = graph.facts[fact];
  return (
    <p class="said">
      <ThingLink thing={subject} /> <span class="verb">{words.phrase(property, false)}</span> <ThingLink thing={object} />{" "}
      {graph.happened[fact] && <time>{words.day(graph.happened[fact])}</time>} <Together fact={fact} claims={claims} />
    </p>
  );
}
