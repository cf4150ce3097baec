// The box to search in, and what was found under it; arrows and Enter choose, Escape leaves.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "./context";
import { Icon } from "./icons";
import { find, fold, foundBy } from "./search";
import { Badge } from "./things";

export function SearchBox(): VNode {
  const { graph, words, choose } = usePage();
  const [asked, ask] = useState("");
  const [at, goTo] = useState(0);
  const [open, setOpen] = useState(false);
  const hits = find(graph, asked);
  const visible = open && fold(asked) !== "";
  const take = (thing: number | undefined) => {
    if (thing === undefined) return;
    ask("");
    choose({ thing }, true);
    document.getElementById("panel")!.focus({ preventScroll: true });
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      event.preventDefault();
      goTo((at + step + hits.length) % hits.length);
    } else if (event.key === "Enter") take(hits[at]);
    else if (event.key === "Escape") {
      ask("");
      (event.target as HTMLElement).blur();
    }
  };
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        id="search"
        type="search"
        autoComplete="off"
        spellcheck={false}
        role="combobox"
        list={undefined}
        aria-autocomplete="list"
        aria-expanded={visible}
        aria-controls="hits"
        aria-activedescendant={visible && hits.length ? `hit-${at}` : undefined}
        aria-label={words.text("search")}
        placeholder={words.text("search")}
        value={asked}
        onInput={(event) => {
          ask(event.currentTarget.value);
          goTo(0);
          setOpen(true);
        }}
        onKeyDown={press}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <ul id="hits" role="listbox" aria-label={words.text("search")} hidden={!visible}>
        {hits.map((thing, i) => (
          <li
            key={thing}
            id={`hit-${i}`}
            role="option"
            aria-selected={i === at}
            ref={(element) => {
              if (i === at) element?.scrollIntoView({ block: "nearest" });
            }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(thing)}
          >
            <Badge family={graph.familyOf[thing]} />
            <Hit thing={thing} asked={asked} />
          </li>
        ))}
        {!hits.length && (
          <li class="none" role="option" aria-selected="false">
            {words.text("searchNone")}
          </li>
        )}
      </ul>
    </div>
  );
}

function Hit({ thing, asked }: { thing: number; asked: string }): VNode {
  const { words } = usePage();
  const other = foundBy(words, thing, asked);
  return (
    <span>
      <bdi>{words.name(thing)}</bdi>
      <small>
        {words.sort(thing)}
        {other !== null && (
          <>
            {" · "}
            <bdi>{other}</bdi>
          </>
        )}
      </small>
    </span>
  );
}
