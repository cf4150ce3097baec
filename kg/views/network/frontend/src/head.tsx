// What every panel begins with, and a part of it that opens at a click.
import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "./context";
import { Icon } from "./icons";

export function Head({ kind, close, children }: { kind: ComponentChildren; close?: () => void; children: ComponentChildren }): VNode {
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
        {button("close", close ?? (() => choose(null)))}
      </div>
      <h2>{children}</h2>
    </div>
  );
}

/** What is folded is made when it is opened: a hub has hundreds of facts. */
export function Fold({ title, open = false, children }: { title: string; open?: boolean; children: ComponentChildren }): VNode {
  const [unfolded, unfold] = useState(open);
  return (
    <details class="fold" open={open} onToggle={(event) => unfold(event.currentTarget.open)}>
      <summary>{title}</summary>
      {unfolded && children}
    </details>
  );
}
