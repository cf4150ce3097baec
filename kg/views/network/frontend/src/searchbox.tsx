// A box to search things in, and what was found under it; arrows and Enter choose, Escape leaves.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { usePage } from "./context";
import { Icon } from "./icons";
import { find, fold, foundBy } from "./search";
import { Badge } from "./things";

/** The search of the whole page. */
export function SearchBox(): VNode {
  const { words, choose } = usePage();
  const take = (thing: number) => {
    choose({ thing }, true);
    document.getElementById("panel")!.focus({ preventScroll: true });
  };
  return <Finder id="search" label={words.text("search")} take={take} />;
}

/** A box that gives one thing; `id` is that of its input. */
export function Finder({ id, label, take }: { id: string; label: string; take: (thing: number) => void }): VNode {
  const { graph, words } = usePage();
  const [asked, ask] = useState("");
  const [at, goTo] = useState(0);
  const [open, setOpen] = useState(false);
  const hits = find(graph, asked);
  const visible = open && fold(asked) !== "";
  const chooseHit = (thing: number | undefined) => {
    if (thing === undefined) return;
    ask("");
    take(thing);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      event.preventDefault();
      goTo((at + step + hits.length) % hits.length);
    } else if (event.key === "Enter") chooseHit(hits[at]);
    else if (event.key === "Escape") {
      ask("");
      (event.target as HTMLElement).blur();
    }
  };
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        id={id}
        type="search"
        autoComplete="off"
        spellcheck={false}
        role="combobox"
        list={undefined}
        aria-autocomplete="list"
        aria-expanded={visible}
        aria-controls={`${id}-hits`}
        aria-activedescendant={visible && hits.length ? `${id}-hit-${at}` : undefined}
        aria-label={label}
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
      <ul id={`${id}-hits`} class="hits" role="listbox" aria-label={label} hidden={!visible}>
        {hits.map((thing, i) => (
          <li
            key={thing}
            id={`${id}-hit-${i}`}
            role="option"
            aria-selected={i === at}
            ref={(element) => {
              if (i === at) element?.scrollIntoView({ block: "nearest" });
            }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => chooseHit(thing)}
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
