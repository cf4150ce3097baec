// A thing as the page names it anywhere: its badge and its name, leading to what is known of it.
import type { VNode } from "preact";
import { fillOf, rimOf } from "./colours";
import { usePage } from "./context";
import { outlined } from "./shapes";

export function Badge({ family }: { family: string }): VNode {
  const { graph, theme } = usePage();
  const style = graph.payload.families[family];
  return (
    <svg class="badge" viewBox="0 0 20 20" aria-hidden="true">
      <path d={outlined(style.shape)} style={{ fill: fillOf(style, theme), stroke: rimOf(style, theme, "transparent") }} />
    </svg>
  );
}

export function ThingLink({ thing }: { thing: number }): VNode {
  const { graph, words, choose, addressOf } = usePage();
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose({ thing }, true);
  };
  return (
    <a class="thing" href={addressOf({ thing })} onClick={follow}>
      <Badge family={graph.familyOf[thing]} />
      <bdi>{words.name(thing)}</bdi>
    </a>
  );
}

/** An address outside the page. */
export function Outside({ href, title, children }: { href: string; title?: string; children: preact.ComponentChildren }): VNode {
  return (
    <a class="outside" href={href} target="_blank" rel="noopener noreferrer" title={title}>
      {children}
    </a>
  );
}
