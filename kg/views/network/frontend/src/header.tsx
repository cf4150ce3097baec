// The bar over everything: what this is, search, which drawing, language, light.
import type { VNode } from "preact";
import { opened } from "./actions";
import { usePage } from "./context";
import { Icon } from "./icons";
import { LANGS, VIEWS } from "./payload";
import { SearchBox } from "./searchbox";
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
        {graph.views.overview.from.length > 0 && (
          <div class="views" role="group">
            {VIEWS.map((view) => (
              <button key={view} type="button" aria-pressed={state.view === view} title={words.text(`${view}Hint`)} onClick={() => change(opened(graph, state, view))}>
                {words.text(view)}
              </button>
            ))}
          </div>
        )}
        <button type="button" id="filters" aria-controls="legend" aria-expanded={filtering} onClick={toggleFilters}>
          <Icon name="filters" />
          {words.text("filters")}
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
      </div>
    </header>
  );
}
