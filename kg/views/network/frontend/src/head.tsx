// What every panel begins with, and a part of it that opens at a click.
import type { ComponentChildren, VNode } from "preact";
import { usePage } from "./context";
import { Icon } from "./icons";

export function Head({ kind, children }: { kind: ComponentChildren; children: ComponentChildren }): VNode {
  const { words, choose } = usePage();
  const button = (name: "back" | "forward" | "close", act: () => void) => (
    <button type="button" class="quiet" aria-label={words.text(name)} title={words.text(name)} onClick={act}>
      <Icon name={name} />
    </button>
  );
  return (
    <div class="head">
      <div class="kind">{kind}</div>
      <div class="turns">
        {button("back", () => history.back())}
        {button("forward", () => history.forward())}
        {button("close", () => choose(null))}
      </div>
      <h2>{children}</h2>
    </div>
  );
}

export function Fold({ title, open = false, children }: { title: string; open?: boolean; children: ComponentChildren }): VNode {
  return (
    <details class="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
