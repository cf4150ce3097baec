// What a fact rests on: its passages word for word, with the digest that has them and how sure that is.
import type { VNode } from "preact";
import { usePage } from "./context";
import type { Claim } from "./payload";
import { Into } from "./passages";
import { type Passage, manners, together } from "./telling";
import { Outside } from "./things";

export function Evidence({ claims }: { claims: readonly Claim[] }): VNode {
  const { graph, words } = usePage();
  return (
    <>
      {manners(graph, claims).map(({ status, title, span, passages }) => (
        <div class="claim" key={`${status} ${title} ${span}`}>
          {status !== "held" && <span class={`status ${status}`}>{words.status(status)}</span>}
          {(title || span) && (
            <p class="post">
              <bdi>{[title, words.day(span)].filter(Boolean).join(", ")}</bdi>
            </p>
          )}
          {passages.map((passage) => (
            <Quotation key={`${passage.digest} ${passage.exact}`} {...passage} />
          ))}
        </div>
      ))}
    </>
  );
}

function Quotation({ digest, exact, start, rules, confidence }: Passage): VNode {
  const { graph, words } = usePage();
  const [, title, lang, published, source] = graph.payload.digests[digest];
  return (
    <figure class="quote">
      <blockquote dir="auto" lang={lang}>
        {exact}
      </blockquote>
      <figcaption>
        {source ? (
          <Outside href={source} title={words.text("source")}>
            <bdi>{title}</bdi>
          </Outside>
        ) : (
          <bdi>{title}</bdi>
        )}
        {published && <span class="when"> {published}</span>}
        <span class="how">
          {words.text("rule")} {rules.join(", ")} · {words.text("confidence")} {confidence.toFixed(2)} · <Into digest={digest} start={start} />
        </span>
      </figcaption>
    </figure>
  );
}

/** How sure several digests are together. */
export function Together({ fact, claims }: { fact: number; claims: readonly Claim[] }): VNode | null {
  const { graph, words } = usePage();
  const sure = together(graph, fact, claims);
  return sure === null ? null : (
    <span class="how">
      {words.text("confidence")} {sure.toFixed(2)}
    </span>
  );
}
