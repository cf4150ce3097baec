// The panel on a passage of a digest: the facts that rest on it.
import type { VNode } from "preact";
import { reading } from "./actions";
import { usePage } from "./context";
import { Head } from "./head";
import { Sentence } from "./joint";
import { reports } from "./reports";
import type { Place } from "./state";
import { manners } from "./telling";

export function AboutPassage({ passage: [digest, start] }: { passage: Place }): VNode {
  const { graph, state, words } = usePage();
  const [, title, lang] = graph.payload.digests[digest];
  const found = reports(graph)[digest].get(start);
  return (
    <>
      <Head kind={words.text("passage")}>
        {words.text("restOnIt")} <span class="count">{found?.facts.length ?? 0}</span>
      </Head>
      {found && state.reading?.digest !== digest && (
        <figure class="quote">
          <blockquote dir="auto" lang={lang}>
            {found.exact}
          </blockquote>
          <figcaption>
            <bdi>{title}</bdi>
            <span class="how">
              <Into digest={digest} start={start} />
            </span>
          </figcaption>
        </figure>
      )}
      {!found && <p class="note">{words.text("noPassage")}</p>}
      <ul class="facts">
        {found?.facts.map((fact) => (
          <li key={fact}>
            <Told fact={fact} digest={digest} start={start} />
          </li>
        ))}
      </ul>
    </>
  );
}

// How the passage itself puts a fact, whatever others say of it.
function Told({ fact, digest, start }: { fact: number; digest: number; start: number }): VNode {
  const { graph, words } = usePage();
  const here = graph.facts[fact][3].filter(({ quotes }) => quotes.some(([of, , from]) => of === digest && from === start));
  return (
    <>
      <Sentence fact={fact} />
      {manners(graph, here).map(({ status, title, span, passages }) => (
        <div class="claim" key={`${status} ${title} ${span}`}>
          {status !== "held" && <span class={`status ${status}`}>{words.status(status)}</span>}
          {(title || span) && (
            <p class="post">
              <bdi>{[title, words.day(span)].filter(Boolean).join(", ")}</bdi>
            </p>
          )}
          <span class="how">
            {words.text("rule")} {[...new Set(passages.flatMap(({ rules }) => rules))].join(", ")} · {words.text("confidence")} {Math.min(...passages.map(({ confidence }) => confidence)).toFixed(2)}
          </span>
        </div>
      ))}
    </>
  );
}

/** Leads to a passage in the text of its digest. */
export function Into({ digest, start }: { digest: number; start: number }): VNode {
  const { state, words, change, addressAt } = usePage();
  const to = reading(state, digest, start);
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change(to);
  };
  return (
    <a class="into" href={addressAt(to)} onClick={follow}>
      {words.text("inText")}
    </a>
  );
}
