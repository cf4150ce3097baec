// The panel beside an open digest: what it reports, in the order of its text, and what else it names.
import type { VNode } from "preact";
import { reading } from "./actions";
import { usePage } from "./context";
import { Fold, Head } from "./head";
import { Sentence } from "./joint";
import { factsIn, reports } from "./reports";
import { ThingLink } from "./things";

const AT_ONCE = 12;

export function AboutDigest({ digest }: { digest: number }): VNode {
  const { graph, words, later, leave } = usePage();
  const facts = factsIn(graph, digest);
  const ends = new Set(facts.flatMap((fact) => [graph.facts[fact][0], graph.facts[fact][2]]));
  const others = later.texts()[digest][1].filter((thing) => !ends.has(thing));
  const items = facts.map((fact) => <Reported key={fact} digest={digest} fact={fact} />);
  return (
    <>
      <Head kind={words.text("inThisDigest")} close={leave}>
        {facts.length ? words.text("reports") : words.text("digestNoFacts")} {facts.length > 0 && <span class="count">{facts.length}</span>}
      </Head>
      {facts.length > 0 && (
        <>
          <ul class="facts">{items.slice(0, AT_ONCE)}</ul>
          {items.length > AT_ONCE && (
            <Fold title={words.text("more", { n: items.length - AT_ONCE })}>
              <ul class="facts">{items.slice(AT_ONCE)}</ul>
            </Fold>
          )}
        </>
      )}
      {others.length > 0 && (
        <section>
          <p class="title">
            {words.text(facts.length ? "alsoNames" : "namesThese")}
            <span class="count">{others.length}</span>
          </p>
          <ul class="named">
            {others.map((thing) => (
              <li key={thing}>
                <ThingLink thing={thing} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Reported({ digest, fact }: { digest: number; fact: number }): VNode {
  const { graph, state, words, change } = usePage();
  const [at] = [...reports(graph)[digest]].find(([, { facts }]) => facts.includes(fact))!;
  const status = graph.facts[fact][3].find(({ quotes }) => quotes.some(([of, , start]) => of === digest && start === at))!.status;
  return (
    <li>
      <Sentence fact={fact} />
      {status !== "held" && <span class={`status ${status}`}>{words.status(status)}</span>}{" "}
      <button type="button" class="into" onClick={() => change(reading({ ...state, chosen: null }, digest, at))}>
        {words.text("inText")}
      </button>
    </li>
  );
}
