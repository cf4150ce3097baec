// The bar over everything: what this is, search, which drawing, language, light.
import type { VNode } from "preact";
import { opened, reading } from "./actions";
import { usePage } from "./context";
import { Icon } from "./icons";
import { LANGS, VIEWS } from "./payload";
import { SearchBox } from "./searchbox";
import { TakeAway } from "./takeaway";
import { isLang } from "./words";

export function Header({ filtering, toggleFilters }: { filtering: boolean; toggleFilters: () => void }): VNode {
  const { graph, state, words, theme, change } = usePage();
  return (
    <header>
      <div class="brand">
        <h1>{words.text("title")}</h1>
        <p>{words.text("subtitle")}</p>
      </div>
      <SearchBox />
      <div class="controls">
        <div class="views" role="group">
          {VIEWS.filter((view) => view === "whole" || graph.views.overview.from.length > 0).map((view) => (
            <button key={view} type="button" aria-pressed={!state.reading && state.view === view} title={words.text(`${view}Hint`)} onClick={() => change(opened(graph, state, view))}>
              {words.text(view)}
            </button>
          ))}
          <button type="button" aria-pressed={state.reading !== null} title={words.text("documentsHint")} onClick={() => change(reading(state, null))}>
            {words.text("documents")}
          </button>
        </div>
        <button type="button" id="filters" aria-label={words.text("filters")} aria-controls="legend" aria-expanded={filtering} onClick={toggleFilters}>
          <Icon name="filters" />
          <span>{words.text("filters")}</span>
        </button>
        <select id="lang" aria-label={words.text("language")} value={state.lang} onChange={({ currentTarget: { value } }) => isLang(value) && change({ ...state, lang: value })}>
          {LANGS.map((lang) => (
            <option key={lang} value={lang} lang={lang}>
              {graph.payload.texts[lang].language}
            </option>
          ))}
        </select>
        <button type="button" id="theme" aria-label={words.text("theme")} title={words.text("theme")} onClick={() => change({ ...state, theme: theme === "dark" ? "light" : "dark" })}>
          <Icon name="theme" />
        </button>
        <TakeAway />
      </div>
    </header>
  );
}
