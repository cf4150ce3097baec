// What is told of a community: who belongs to it, the most central first.
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { communityOf, ranked } from "./communities";
import { usePage } from "./context";
import { Fold, Head } from "./head";
import { ThingLink } from "./things";

const AT_ONCE = 20;

export function AboutCommunity({ around }: { around: number }): VNode {
  const { view, shown, words } = usePage();
  const members = useMemo(() => ranked(view, communityOf(view, around)?.nodes ?? []).filter((node) => shown.nodes[node]), [view, shown, around]);
  const rows = members.map((node) => (
    <li key={node}>
      <ThingLink thing={view.things[node]} />
      <span class="count">{words.number(view.edgesOf[node].filter((edge) => shown.edges[edge]).length)}</span>
    </li>
  ));
  return (
    <>
      <Head kind={words.text("community")}>
        <bdi>{words.name(around)}</bdi>
      </Head>
      <p class="note">{words.text("communityHint")}</p>
      <section>
        <p class="title" id="members">
          {words.text("members")} <span class="count">{words.number(members.length)}</span>
        </p>
        <ol class="most" aria-labelledby="members">
          {rows.slice(0, AT_ONCE)}
        </ol>
        {rows.length > AT_ONCE && (
          <Fold title={words.text("more", { n: words.number(rows.length - AT_ONCE) })}>
            <ol class="most">{rows.slice(AT_ONCE)}</ol>
          </Fold>
        )}
      </section>
    </>
  );
}
