// The panel on how two things are connected: where from, where to, and every shortest way with what each step rests on.
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { usePage } from "./context";
import { Evidence, Together } from "./evidence";
import { Fold, Head } from "./head";
import { Icon } from "./icons";
import { type Connection, type Route, connection, stepFacts } from "./paths";
import "./routes.css";
import { Finder } from "./searchbox";
import type { Ends } from "./state";
import { shared } from "./telling";
import { ThingLink } from "./things";

export function AboutPath({ path, only }: { path: Ends; only: number | undefined }): VNode {
  const { graph, words, choose } = usePage();
  const [from, to] = path;
  const gap = from === null ? 0 : to === null ? 1 : null;
  useEffect(() => {
    // Whoever asks for a path goes on by saying where to.
    if (gap !== null) document.getElementById(`end-${gap}`)!.focus({ preventScroll: true });
  }, [gap]);
  const set = (ends: Ends) => choose({ path: ends }, ends[0] !== null && ends[1] !== null);
  return (
    <>
      <Head kind={words.text("path")}>{words.text("pathTitle")}</Head>
      <div class="ends">
        <End at={0} path={path} set={set} />
        <End at={1} path={path} set={set} />
        <button type="button" class="quiet" aria-label={words.text("swap")} title={words.text("swap")} disabled={from === to} onClick={() => set([to, from])}>
          <Icon name="swap" />
        </button>
      </div>
      {from === null || to === null ? <p class="note">{words.text("pathHint")}</p> : <Routes found={connection(graph, from, to)} path={path} only={only} />}
    </>
  );
}

function End({ at, path, set }: { at: 0 | 1; path: Ends; set: (ends: Ends) => void }): VNode {
  const { words } = usePage();
  const thing = path[at];
  const other = path[1 - at];
  const put = (to: number | null) => {
    if (to === null || to !== other) set(at === 0 ? [to, other] : [other, to]);
  };
  const label = words.text(at === 0 ? "pathFrom" : "pathTo");
  return (
    <div class="end">
      <span class="side">{label}</span>
      {thing === null ? (
        <Finder id={`end-${at}`} label={`${label}: ${words.text("search")}`} take={put} />
      ) : (
        <>
          <ThingLink thing={thing} />
          <button type="button" class="quiet" aria-label={`${words.text("change")}: ${words.name(thing)}`} title={words.text("change")} onClick={() => put(null)}>
            <Icon name="close" />
          </button>
        </>
      )}
    </div>
  );
}

function Routes({ found, path, only }: { found: Connection; path: Ends; only: number | undefined }): VNode {
  const { words } = usePage();
  const { routes, held, count, plannedCount } = found;
  if (!routes.length) return <p class="note">{words.text("unconnected")}</p>;
  const part = (some: readonly Route[], from: number, all: number, title: string) =>
    some.length > 0 && (
      <>
        <p class="found">
          {words.text(title, { n: words.number(all), steps: some[0].things.length - 1 })}
          {all > some.length && <span class="note"> {words.text("surest", { n: some.length })}</span>}
        </p>
        {some.map((route, i) => (
          <Way key={route.things.join()} route={route} number={from + i} path={path} lit={only === from + i} alone={routes.length === 1} />
        ))}
      </>
    );
  return (
    <>
      {part(routes.slice(0, held), 0, count, "shortest")}
      {part(routes.slice(held), held, plannedCount, held ? "sooner" : "plannedOnly")}
      <p class="note">{words.text("pathNote")}</p>
    </>
  );
}

function Way({ route, number, path, lit, alone }: { route: Route; number: number; path: Ends; lit: boolean; alone: boolean }): VNode {
  const { words, choose } = usePage();
  const label = words.text("onlyThisWay");
  return (
    <section class="route" aria-label={`${words.text("way")} ${number + 1}`}>
      {!alone && (
        <p class="title">
          {words.text("way")} {number + 1}
          <button type="button" class="alone" aria-pressed={lit} onClick={() => choose(lit ? { path } : { path, only: number }, true)}>
            {label}
          </button>
        </p>
      )}
      <ol class="chain">
        {route.things.map((thing, i) => (
          <li key={thing}>
            <ThingLink thing={thing} />
            {i + 1 < route.things.length && <Step from={thing} to={route.things[i + 1]} open={number === 0 && route.things.length <= 3} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Step({ from, to, open }: { from: number; to: number; open: boolean }): VNode {
  const { graph, words } = usePage();
  const groups = shared(graph, stepFacts(graph, from, to));
  return (
    <div class="step">
      {groups.map(({ facts, claims }) => {
        const held = claims.some(({ status }) => status === "held");
        const told = claims.filter(({ status }) => status !== "denied");
        return (
          <div key={facts[0]} class="joined">
            {facts.map((fact) => {
              const [subject, property] = graph.facts[fact];
              return (
                <p class="said" key={fact}>
                  <span class="verb">{words.phrase(property, subject !== from)}</span>
                  {graph.happened[fact] && <time>{words.day(graph.happened[fact])}</time>}
                  <Together fact={fact} claims={told} />
                  {!held && <span class={`status ${told[0].status}`}>{words.status(told[0].status)}</span>}
                </p>
              );
            })}
            <Fold title={words.text("evidence", { n: new Set(told.flatMap((claim) => claim.quotes.map(([digest, , start]) => `${digest} ${start}`))).size })} open={open}>
              <Evidence claims={told} />
            </Fold>
          </div>
        );
      })}
    </div>
  );
}
