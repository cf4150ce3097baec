// What is known of one thing: names, place, identifiers, facts with their evidence.
import type { ComponentChildren, VNode } from "preact";
import { chosen, narrowedTo } from "./actions";
import { usePage } from "./context";
import { Evidence, Together } from "./evidence";
import { Fold, Head } from "./head";
import { Icon } from "./icons";
import type { NameKind } from "./payload";
import { unpinned } from "./pins";
import { type Group, groups } from "./telling";
import { Badge, Outside, ThingLink } from "./things";

/** So many facts of a kind stand at once, the rest behind a click. */
const AT_ONCE = 6;

export function AboutThing({ thing }: { thing: number }): VNode {
  const { graph, words, state, view, shown, change, choose } = usePage();
  const { reasons = [] } = graph.things[thing];
  const sure = groups(graph, thing, (claim) => claim.status === "held");
  const unsure = groups(graph, thing, (claim) => claim.status !== "held");
  const node = view.nodeOf.get(thing);
  const note = !graph.factsOf[thing].length ? "noFacts" : !state.reading && (node === undefined || !shown.nodes[node]) ? "hidden" : null;
  return (
    <>
      <Head kind={[<Badge key="badge" family={graph.familyOf[thing]} />, <span key="sort">{words.sort(thing)}</span>]}>
        <bdi>{words.name(thing)}</bdi>
      </Head>
      <Names thing={thing} />
      {graph.factsOf[thing].length > 0 && (
        <div class="acts">
          {state.filters.near?.thing !== thing && (
            <button type="button" class="connect" onClick={() => change(narrowedTo(chosen(graph, state, { thing }), { thing, depth: 1 }))}>
              <Icon name="around" />
              {words.text("onlyAround")}
            </button>
          )}
          {state.pins[view.name].has(thing) && (
            <button type="button" class="connect" onClick={() => change({ ...state, pins: unpinned(state.pins, view.name, thing) })}>
              <Icon name="putBack" />
              {words.text("putOneBack")}
            </button>
          )}
          <button type="button" class="connect" onClick={() => choose({ path: [thing, null] })}>
            <Icon name="path" />
            {words.text("pathFromHere")}
          </button>
        </div>
      )}
      <Properties thing={thing} />
      {note && <p class="note">{words.text(note)}</p>}
      {sure.map((group) => (
        <Facts key={`${group.property} ${group.inverse}`} group={group} />
      ))}
      {unsure.length > 0 && (
        <section class="unsure">
          <h3 class="apart">{words.text("unconfirmed")}</h3>
          {unsure.map((group) => (
            <Facts key={`${group.property} ${group.inverse}`} group={group} />
          ))}
        </section>
      )}
      {reasons.length > 0 && (
        <Fold title={words.text("reasons")}>
          <ul class="reasons">
            {reasons.map((reason) => (
              <li key={reason} dir="auto">
                {reason}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

function Names({ thing }: { thing: number }): VNode {
  const { graph, words } = usePage();
  const of = (kind: NameKind) => (graph.things[thing].names ?? []).filter(([name, , k]) => k === kind && name !== words.name(thing));
  const list = (kind: NameKind) => (
    <ul class="names" aria-label={words.text("names")}>
      {of(kind).map(([name, lang]) => (
        <li key={`${lang} ${name}`}>
          {lang && <span class="lang">{lang}</span>}
          <bdi lang={lang ?? undefined}>{name}</bdi>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {of("preferred").length > 0 && list("preferred")}
      {of("alternative").length > 0 && (
        <Fold title={`${words.text("otherNames")} (${of("alternative").length})`} open={of("alternative").length < 4}>
          {list("alternative")}
        </Fold>
      )}
      {of("hidden").length > 0 && <Fold title={`${words.text("misspelt")} (${of("hidden").length})`}>{list("hidden")}</Fold>}
    </>
  );
}

function Properties({ thing }: { thing: number }): VNode | null {
  const { graph, words } = usePage();
  const { date, series, edition, subjects = [], same = [] } = graph.things[thing];
  const rows: [string, ComponentChildren][] = [];
  if (date) rows.push(["date", words.day(date)]);
  const places = graph.payload.homes[thing].map((place) => graph.payload.places[place][0]).filter((key) => key !== graph.things[thing].key);
  if (places.length) rows.push(["place", places.map((key) => <Whereabout key={key} place={key} />)]);
  if (series !== undefined) rows.push(["series", <ThingLink thing={series} />]);
  if (edition !== undefined) rows.push(["edition", String(edition)]);
  if (subjects.length) rows.push(["subjects", subjects.map((topic) => <ThingLink key={topic} thing={topic} />)]);
  if (same.length) rows.push(["elsewhere", same.map((iri) => <Outside key={iri} href={iri} children={elsewhere(iri)} />)]);
  return rows.length ? (
    <dl>
      {rows.map(([key, value]) => (
        <div key={key}>
          <dt>{words.text(key)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  ) : null;
}

// A place that the network has leads there; the registry knows more.
function Whereabout({ place }: { place: string }): VNode {
  const { graph, words } = usePage();
  const thing = graph.byKey.get(place);
  return thing === undefined ? <bdi>{words.place(place)}</bdi> : <ThingLink thing={thing} />;
}

function elsewhere(iri: string): string {
  return iri.replace(/^https?:\/\/(www\.)?/, "").replace("wikidata.org/entity/", "Wikidata ").replace("ror.org/", "ROR ");
}

function Facts({ group: { property, inverse, facts } }: { group: Group }): VNode {
  const { words, graph } = usePage();
  const items = facts.map(({ fact, claims, other }) => (
    <li key={fact}>
      <div class="line">
        <ThingLink thing={other} />
        {graph.happened[fact] && <time>{words.day(graph.happened[fact])}</time>}
        <Together fact={fact} claims={claims} />
      </div>
      <Evidence claims={claims} />
    </li>
  ));
  return (
    <section data-property={property}>
      <h3>
        <span class="phrase">{words.phrase(property, inverse)}</span>
        <span class="count">{facts.length}</span>
      </h3>
      <ul class="facts">{items.slice(0, AT_ONCE)}</ul>
      {items.length > AT_ONCE && (
        <Fold title={words.text("more", { n: items.length - AT_ONCE })}>
          <ul class="facts">{items.slice(AT_ONCE)}</ul>
        </Fold>
      )}
    </section>
  );
}
