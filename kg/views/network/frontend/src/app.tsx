// The page: header, facets, drawing, panel, all following one state.
import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import * as actions from "./actions";
import { writeAddress } from "./address";
import { type Page, PageContext } from "./context";
import type { Drawing } from "./drawing";
import { Header } from "./header";
import { Help, openHelp } from "./help";
import { Legend } from "./legend";
import { Panel } from "./panel";
import type { Later } from "./payload";
import { litBy, shown as shownIn } from "./selection";
import { Stage } from "./stage";
import { type Chosen, type State, type Store, type Theme, sameChoice, viewOf } from "./state";
import { Words } from "./words";

interface Given {
  readonly store: Store;
  readonly beginning: State;
  readonly later: Later;
  readonly drawing: { current: Drawing | null };
}

export function App({ store, beginning, later, drawing }: Given): VNode {
  const { graph } = store;
  const [state, setState] = useState(store.get());
  useEffect(() => store.subscribe(() => setState(store.get())), [store]);
  const theme = useTheme(state.theme);
  const words = useMemo(() => new Words(graph, state.lang), [graph, state.lang]);
  const view = viewOf(graph, state);
  const shown = useMemo(() => shownIn(graph, view, state.filters), [graph, view, state.filters]);
  const [filtering, setFiltering] = useState(false);
  const looking = useRef(state.camera === null && state.chosen !== null);

  useLayoutEffect(() => {
    document.documentElement.lang = state.lang;
    document.title = words.text("title");
  }, [words]);
  useLayoutEffect(() => {
    if (looking.current) drawing.current!.look(litBy(graph, view, shown, state.chosen)?.nodes ?? []);
    looking.current = false;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]), select");
      if (event.key === "/" && !typing) {
        event.preventDefault();
        document.getElementById("search")!.focus();
      }
      // The window over the page hears its own keys.
      if (event.ctrlKey || event.metaKey || event.altKey || typing || event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const { chosen, reading } = store.get();
      if (event.key === "Escape" && !chosen && reading) page.current.leave();
      else if (event.key === "Escape") page.current.choose(null);
      if (event.key === "?") openHelp();
      if (event.key === "p") page.current.choose({ path: [chosen && "thing" in chosen ? chosen.thing : null, null] });
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  const choose = (what: Chosen | null, look = false) => {
    looking.current = look;
    if (look || !sameChoice(what, store.get().chosen)) store.set(actions.chosen(graph, store.get(), what));
  };
  const value: Page = {
    graph,
    state,
    beginning,
    words,
    theme,
    view,
    shown,
    change: (to) => store.set(to),
    choose,
    leave() {
      looking.current = true;
      store.set(actions.read(graph, store.get()));
    },
    later,
    drawing,
    addressOf: (what) => writeAddress(graph, actions.chosen(graph, { ...state, camera: null }, what), beginning),
    addressAt: (to) => writeAddress(graph, to, beginning),
  };
  const page = useRef(value);
  page.current = value;
  return (
    <PageContext.Provider value={value}>
      <Header filtering={filtering} toggleFilters={() => setFiltering(!filtering)} />
      <main class={filtering ? "filtering" : ""}>
        <Legend />
        <Stage drawing={drawing} />
        <Panel />
      </main>
      <Help />
    </PageContext.Provider>
  );
}

/** The theme asked for, else the system's; the root element bears it for the style sheet. */
function useTheme(asked: Theme | null): Theme {
  const night = useMemo(() => matchMedia("(prefers-color-scheme: dark)"), []);
  const [dark, setDark] = useState(night.matches);
  useEffect(() => {
    const follow = () => setDark(night.matches);
    night.addEventListener("change", follow);
    return () => night.removeEventListener("change", follow);
  }, [night]);
  const theme = asked ?? (dark ? "dark" : "light");
  document.documentElement.dataset.theme = theme;
  return theme;
}
