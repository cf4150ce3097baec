// The digests in place of the drawing: a list of all, or one of them to read.
import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { reading } from "./actions";
import { usePage } from "./context";
import "./documents.css";
import { Icon } from "./icons";
import { type Column, type Row, ordered, rowsOf, titled } from "./catalogue";
import { Reader } from "./reader";
import type { Reading } from "./state";

/** So many stand at once. */
const AT_ONCE = 200;

export function Documents({ at: { digest, at } }: { at: Reading }): VNode {
  const { words } = usePage();
  const home = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at === null) home.current!.scrollTop = 0;
    if (!home.current!.contains(document.activeElement) && document.activeElement === document.body) home.current!.focus({ preventScroll: true });
  }, [digest]);
  return (
    <div id="reading" ref={home} tabIndex={-1} role="region" aria-label={words.text("documents")}>
      {digest === null ? <List /> : <Reader key={digest} digest={digest} at={at} />}
    </div>
  );
}

function List(): VNode {
  const { graph, words, later, leave } = usePage();
  const [asked, ask] = useState("");
  const [by, order] = useState<{ column: Column; down: boolean }>({ column: "date", down: true });
  const [more, showMore] = useState(false);
  const rows = useMemo(() => rowsOf(graph, later.texts(), words), [graph, words]);
  const found = useMemo(() => ordered(titled(rows, asked), by.column, by.down), [rows, asked, by]);
  const head = (column: Column, key: string) => (
    <th scope="col" class={`c-${column}`} aria-sort={by.column !== column ? "none" : by.down ? "descending" : "ascending"}>
      <button type="button" onClick={() => order({ column, down: by.column === column ? !by.down : column !== "title" && column !== "lang" })}>
        {words.text(key)}
        <span class="turn" aria-hidden="true">
          {by.column !== column ? "" : by.down ? "↓" : "↑"}
        </span>
      </button>
    </th>
  );
  return (
    <div class="list">
      <div class="over">
        <h2>
          {words.text("documents")} <span class="count">{words.number(found.length)}</span>
        </h2>
        <input type="search" aria-label={words.text("titleSearch")} placeholder={words.text("titleSearch")} value={asked} onInput={(event) => ask(event.currentTarget.value)} />
        <button type="button" class="quiet" aria-label={words.text("backToNetwork")} title={words.text("backToNetwork")} onClick={leave}>
          <Icon name="close" />
        </button>
      </div>
      <table>
        <thead>
          <tr>
            {head("date", "date")}
            {head("title", "docTitle")}
            {head("lang", "docLang")}
            {head("facts", "docFacts")}
            {head("things", "docThings")}
          </tr>
        </thead>
        <tbody>
          {found.slice(0, more ? found.length : AT_ONCE).map((row) => (
            <Item key={row.digest} row={row} />
          ))}
        </tbody>
      </table>
      {!found.length && <p class="note">{words.text("searchNone")}</p>}
      {found.length > AT_ONCE && !more && (
        <button type="button" class="connect" onClick={() => showMore(true)}>
          {words.text("more", { n: words.number(found.length - AT_ONCE) })}
        </button>
      )}
    </div>
  );
}

function Item({ row: { digest, title, date, lang, language, publisher, facts, things } }: { row: Row }): VNode {
  const { state, words, change, addressAt } = usePage();
  const to = reading({ ...state, chosen: null }, digest);
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change(to);
  };
  return (
    <tr>
      <td class="c-date">{date}</td>
      <th scope="row" class="c-title">
        <a href={addressAt(to)} onClick={follow} lang={lang}>
          <bdi>{title}</bdi>
        </a>
        {publisher && (
          <small>
            <bdi>{publisher}</bdi>
          </small>
        )}
      </th>
      <td class="c-lang">{language}</td>
      <td class={`c-facts ${facts ? "" : "zero"}`} data-says={words.text("docFacts")}>
        {words.number(facts)}
      </td>
      <td class="c-things" data-says={words.text("docThings")}>
        {words.number(things)}
      </td>
    </tr>
  );
}
