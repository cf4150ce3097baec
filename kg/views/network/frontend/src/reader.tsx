// A digest to read: things underlined in the colour of their class, passages that facts rest on shaded.
import type { VNode } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { chosen as choosing, reading } from "./actions";
import { fillOf } from "./colours";
import { usePage } from "./context";
import { Icon } from "./icons";
import { type Line, type Piece, type Run, isHeading, markedLines } from "./marks";
import { mentionsIn } from "./naming";
import { evidenced, factsIn, reports } from "./reports";
import { Outside, ThingLink } from "./things";

export function Reader({ digest, at }: { digest: number; at: number | null }): VNode {
  const { graph, state, words, later, change, leave } = usePage();
  const [, title, lang] = graph.payload.digests[digest];
  const home = useRef<HTMLElement>(null);
  const lines = useMemo(() => linesOf(graph, later.texts()[digest], digest), [graph, digest]);
  const headed = lines.length > 0 && text(lines[0]).trim() === title.trim();
  useEffect(() => {
    if (at === null) return;
    const lit = home.current!.querySelector("mark.lit");
    lit?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }, [at, digest]);
  const count = graph.payload.digests.length;
  const turn = (to: number, name: "back" | "forward", key: string) => (
    <button type="button" class="quiet" aria-label={words.text(key)} title={words.text(key)} disabled={to < 0 || to >= count} onClick={() => change(reading({ ...state, chosen: null }, to))}>
      <Icon name={name} />
    </button>
  );
  return (
    <article class="reader" ref={home}>
      <div class="over">
        <button type="button" class="connect all" onClick={() => change(reading(state, null))}>
          <Icon name="back" />
          {words.text("allDocuments")}
        </button>
        {turn(digest - 1, "back", "docBefore")}
        {turn(digest + 1, "forward", "docAfter")}
        <button type="button" class="quiet" aria-label={words.text("backToNetwork")} title={words.text("backToNetwork")} onClick={leave}>
          <Icon name="close" />
        </button>
      </div>
      <div class="sheet">
        <h2 dir="auto" lang={lang}>
          {headed ? <Marked line={lines[0]} digest={digest} at={at} /> : title}
        </h2>
        <About digest={digest} />
        {lines.slice(headed ? 1 : 0).map((line) => {
          const Tag = line.runs.every(({ passages }) => !passages.length) && isHeading(text(line)) ? "h3" : "p";
          return (
            <Tag key={line.start} dir="auto" lang={lang}>
              <Marked line={line} digest={digest} at={at} />
            </Tag>
          );
        })}
      </div>
    </article>
  );
}

function linesOf(graph: ReturnType<typeof usePage>["graph"], [text, things]: readonly [string, readonly number[]], digest: number): Line[] {
  const ends = new Set(factsIn(graph, digest).flatMap((fact) => [graph.facts[fact][0], graph.facts[fact][2]]));
  // Where two things share a name, the one that the digest states facts of is meant.
  const first = [...things].sort((a, b) => Number(ends.has(b)) - Number(ends.has(a)) || graph.factsOf[b].length - graph.factsOf[a].length || a - b);
  return markedLines(text, evidenced(graph, digest, text), mentionsIn(text, graph.things, first));
}

function text({ runs }: Line): string {
  return runs.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join("");
}

function About({ digest }: { digest: number }): VNode {
  const { graph, words } = usePage();
  const [, , lang, published, source, publisher] = graph.payload.digests[digest];
  return (
    <div class="about">
      {published && <time>{published}</time>}
      <span>{graph.payload.texts[lang]?.language ?? lang}</span>
      {publisher !== null && <ThingLink thing={publisher} />}
      {source && <Outside href={source}>{words.text("source")}</Outside>}
      <p class="key">
        <span class="sample mention">{words.text("keyNamed")}</span>
        <mark class="sample">{words.text("keyShaded")}</mark>
      </p>
    </div>
  );
}

function Marked({ line, digest, at }: { line: Line; digest: number; at: number | null }): VNode {
  return (
    <>
      {line.runs.map((run, i) => (
        <Stretch key={i} run={run} digest={digest} at={at} />
      ))}
    </>
  );
}

function Stretch({ run: { passages, ends, pieces }, digest, at }: { run: Run; digest: number; at: number | null }): VNode {
  const { graph, state, words, change } = usePage();
  const inside = pieces.map((piece, i) => <Named key={i} piece={piece} />);
  if (!passages.length) return <>{inside}</>;
  const choose = (start: number) => change(choosing(graph, reading(state, digest, start), { passage: [digest, start] }));
  const lit = at !== null && passages.includes(at);
  return (
    <mark
      class={lit ? "lit" : ""}
      onClick={(event) => {
        // Whoever selects words to copy them has not asked for anything.
        if (!(event.target as Element).closest("a, button") && !getSelection()?.toString()) choose(passages[passages.length - 1]);
      }}
    >
      {inside}
      {ends.length > 0 && (
        <span class="ends-here">
          {ends.map((start) => {
            const n = reports(graph)[digest].get(start)!.facts.length;
            const label = words.text("passageFacts", { n });
            return (
              <button key={start} type="button" class="rests" aria-label={label} title={label} aria-pressed={start === at} onClick={() => choose(start)}>
                {n}
              </button>
            );
          })}
        </span>
      )}
    </mark>
  );
}

function Named({ piece: { text, things } }: { piece: Piece }): VNode {
  const { graph, state, words, theme, choose, addressOf } = usePage();
  if (!things.length) return <>{text}</>;
  const inner = things[things.length - 1];
  const line = (thing: number) => ({ textDecorationColor: fillOf(graph.payload.families[graph.familyOf[thing]], theme) });
  const { chosen } = state;
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose({ thing: inner }, true);
  };
  const link = (
    <a
      class={`mention ${chosen && "thing" in chosen && things.includes(chosen.thing) ? "here" : ""}`}
      style={line(inner)}
      href={addressOf({ thing: inner })}
      title={`${words.name(inner)} · ${words.sort(inner)}`}
      onClick={follow}
    >
      {text}
    </a>
  );
  // What another name lies in has its own line, under that.
  return things.slice(0, -1).reduceRight<VNode>((within, thing, depth) => (
    <span class="mention" style={{ ...line(thing), textUnderlineOffset: `${3 + 3.5 * (things.length - 1 - depth)}px` }}>
      {within}
    </span>
  ), link);
}
